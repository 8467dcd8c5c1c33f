import { describe, expect, test } from 'vitest';
import { CancellationToken } from 'vscode-languageserver';
import type { Source } from '../../server/engine/library.ts';
import { inEnglish } from '../../server/engine/translate.ts';
import { hoverAt } from '../../server/lsp/features/hover.ts';
import type { Judged } from '../../server/lsp/judged.ts';
import { evidence, judgedFigure, judgedName, seeAlso, source } from './judgements.ts';

const client = { markdown: true, translate: inEnglish, locale: 'en-GB', sourceTexts: false, pictures: false };

const post = source('The fire spread.\nIn the end 26 houses had burnt down in the valley.', {
  uri: 'file:///desk/sources/post.txt',
  publisher: 'Valley Post',
  date: { year: 2022, month: 1, day: 7 },
});
const bell = source('About 30 houses burnt down.', {
  uri: 'file:///desk/sources/bell.txt',
  title: 'The bell',
  date: { year: 2022, month: 1, day: null },
});
const draft = 'Fire took 26 houses.';

async function shown(judged: Judged, needle: string, able = client): Promise<string> {
  const hover = await hoverAt(judged, judged.document.getText().indexOf(needle), able, CancellationToken.None);
  return hover ? (hover.contents as { value: string }).value : '';
}

describe('a figure', () => {
  test('that one source has: the verdict, then publication, date, sentence and a link to the place', async () => {
    expect((await shown(judgedFigure(draft, '26', 'supported', [evidence(post, '26', 'agrees')]), '26')).split('\n')).toEqual([
      '**1 source agrees**',
      '',
      '- [Valley Post](file:///desk/sources/post.txt#L2,1-2,51), 7 January 2022: “In the end **26** houses had burnt down in the valley.”',
    ]);
  });

  test('of a PDF leads to its page, and of what else is no text to the file', async () => {
    const text = 'In the end 26 houses had burnt down in the valley.';
    const extracted = { isExtracted: true, publisher: 'Valley Post' } as const;
    const pages = [{ start: 0, locator: { page: 'ix', physicalPage: 12 } }];
    const paper = source(text, { ...extracted, uri: 'file:///desk/sources/post.pdf', locators: pages });
    const page = source(text, { ...extracted, uri: 'file:///desk/sources/post.html' });
    const said = (each: Source) => shown(judgedFigure(draft, '26', 'supported', [evidence(each, '26', 'agrees')]), '26');
    expect(await said(paper)).toContain('(file:///desk/sources/post.pdf#page=12)');
    expect(await said(page)).toContain('(file:///desk/sources/post.html)');
  });

  test('on which sources differ: agreeing first, then differing with who says so and why it may', async () => {
    const pieces = [evidence(bell, '30', 'differs', { reason: 'later', speaker: 'the mayor' }), evidence(post, '26', 'agrees')];
    expect((await shown(judgedFigure(draft, '26', 'conflicting', pieces), '26')).split('\n')).toEqual([
      '**Sources differ** ✓ 1, ≠ 1',
      '',
      expect.stringContaining('- ✓ [Valley Post](file:///desk/sources/post.txt#L2,1-2,51), 7 January 2022: “In'),
      '- ≠ [The bell](file:///desk/sources/bell.txt#L1,1-1,28), January 2022 (the mayor, later): “About **30** houses burnt down.”',
    ]);
  });

  test('that copies of one story have: they count once, and stand in one line', async () => {
    const uris = ['post', 'star', 'sun'].map((name) => `file:///desk/sources/${name}.txt`);
    const origin = { id: uris[0]!, name: 'Reuters', articles: uris };
    const [first, ...others] = uris.map((uri, at) => ({
      ...post,
      article: { ...post.article, uri, publisher: `Paper ${at + 1}` },
      origin,
    }));
    const agreeing = [first!, ...others].map((each) => evidence(each, '26', 'agrees'));
    expect((await shown(judgedFigure(draft, '26', 'supported', agreeing), '26')).split('\n')).toEqual([
      '**Sources agree** 3 sources, 1 origin (Reuters)',
      '',
      '- [Paper 1](file:///desk/sources/post.txt#L2,1-2,51), 7 January 2022; [Paper 2](file:///desk/sources/star.txt#L2,1-2,51), ' +
        '[Paper 3](file:///desk/sources/sun.txt#L2,1-2,51): “In the end **26** houses had burnt down in the valley.”',
    ]);
    const split = await shown(judgedFigure(draft, '26', 'conflicting', [...agreeing, evidence(bell, '30', 'differs')]), '26');
    expect(split.split('\n')[0]).toBe('**Sources differ** ✓ 1, ≠ 1; 4 sources, 2 origins (Reuters)');
  });

  test('copies of one story that give different figures stand apart', async () => {
    const other = source('Some 30 houses burnt down in the valley.', { uri: 'file:///desk/sources/star.txt', publisher: 'Star' });
    const origin = { id: post.article.uri, name: null, articles: [post.article.uri, other.article.uri] };
    const pieces = [evidence({ ...post, origin }, '26', 'differs'), evidence({ ...other, origin }, '30', 'differs')];
    const lines = (await shown(judgedFigure(draft, '26', 'refuted', pieces), '26')).split('\n');
    expect(lines[0]).toBe('**No source agrees** 2 sources, 1 origin');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(2);
  });

  test('a speaker whom the sentence names is not named again', async () => {
    const told = source('In all, 26 houses burnt, the fire service said.');
    const said = (speaker: string) => shown(judgedFigure(draft, '26', 'supported', [evidence(told, '26', 'agrees', { speaker })]), '26');
    expect(await said('Oakford Fire Service')).toContain('[a.txt](file:///desk/sources/a.txt#L1,1-1,48): “In all');
    expect(await said('the mayor')).toContain('[a.txt](file:///desk/sources/a.txt#L1,1-1,48) (the mayor): “In all');
  });

  test('that no source agrees with, and one that none has', async () => {
    expect(await shown(judgedFigure(draft, '26', 'refuted', [evidence(bell, '30', 'differs')]), '26')).toMatch(
      /^\*\*No source agrees\*\*\n\n- \[The bell\]/,
    );
    expect(await shown(judgedFigure(draft, '26', 'unsourced', []), '26')).toBe('**No source has this figure**');
  });

  test('that no source has leads to the passages with the same words, where there are any', async () => {
    const judged = judgedFigure(draft, '26', 'unsourced', []);
    const passage = bell.analysis.passages[0]!;
    const hit = { uri: bell.article.uri, passage, word: { start: 9, end: 15 }, score: 1 };
    const found = (matched: number): Judged => ({ ...judged, sourceOf: () => bell, search: async () => [{ ...hit, matched }] });
    expect((await shown(found(3), '26')).split('\n').slice(2)).toEqual([
      'Passages with the same words',
      '',
      '- [The bell](file:///desk/sources/bell.txt#L1,1-1,28), January 2022: “About 30 **houses** burnt down.”',
    ]);
    expect(await shown(found(2), '26')).toBe('**No source has this figure**');
  });

  test('what could not be compared comes last', async () => {
    const judged = judgedFigure(draft, '26', 'unsourced', [], [seeAlso(bell, '30', 'unit')]);
    expect((await shown(judged, '26')).split('\n').slice(2)).toEqual([
      'See also',
      '',
      expect.stringMatching(/^- \[The bell\]\(\S+\), January 2022 \(another unit\): “About/),
    ]);
  });

  test('five sources are shown, each once, and the rest counted', async () => {
    const many = Array.from({ length: 8 }, (_, index) => source('Fire took 26 houses.', { uri: `file:///desk/sources/${index}.txt` }));
    const pieces = [...many, ...many].map((each) => evidence(each, '26', 'agrees'));
    const lines = (await shown(judgedFigure(draft, '26', 'supported', pieces), '26')).split('\n');
    expect(lines[0]).toBe('**8 sources agree**');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(5);
    expect(lines.at(-1)).toBe('and 3 more');
  });

  test('the hover is about the figure, and the place right after it still counts', async () => {
    const judged = judgedFigure(draft, '26', 'unsourced', []);
    const range = { start: { line: 0, character: 10 }, end: { line: 0, character: 12 } };
    for (const offset of [10, 11, 12]) expect((await hoverAt(judged, offset, client, CancellationToken.None))?.range).toEqual(range);
    for (const offset of [9, 13]) expect(await hoverAt(judged, offset, client, CancellationToken.None)).toBeNull();
  });

  test('text of sources can neither format, link nor inject anything', async () => {
    const nasty = source(
      'See [26](command:x) <img src=x> **bold** `code` https://evil.example www.evil.example &lt; \u202eevil a|b 26 ends',
      {
        publisher: '<b>[P](command:y)</b>',
      },
    );
    const text = await shown(judgedFigure(draft, '26', 'supported', [evidence(nasty, '26', 'agrees')]), '26');
    const ours = text
      .replace('**1 source agrees**', '')
      .replace('**26**', '')
      .replace(/\[(.*)\]\(file:\/\/\/desk\/sources\/a\.txt#L1,1-1,109\)/, '$1');
    // Whatever could mean something to Markdown or HTML has a backslash before it.
    expect(ours.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[[\]<>*`&|_]|:\/\/|www\./);
    expect(ours).not.toContain('\u202e');
  });

  test('a client that only reads plain text gets plain text', async () => {
    const text = await shown(judgedFigure(draft, '26', 'supported', [evidence(post, '26', 'agrees')]), '26', {
      ...client,
      markdown: false,
    });
    expect(text).toBe('1 source agrees\n\n- Valley Post, 7 January 2022: “In the end 26 houses had burnt down in the valley.”');
  });

  test('says where not all sources have been read yet, and nothing where there are none', async () => {
    const judged = judgedFigure(draft, '26', 'unsourced', []);
    expect(await shown({ ...judged, isReading: () => true }, '26')).toBe(
      '**No source has this figure**\n\nSome sources are still being read.',
    );
    expect(await shown({ ...judged, hasSources: () => false }, '26')).toBe('');
  });

  test('is told in the client’s language', async () => {
    const translate: typeof inEnglish = (template, values) =>
      inEnglish(template === '1 source agrees' ? '1 Quelle stimmt zu' : template, values);
    const text = await shown(judgedFigure(draft, '26', 'supported', [evidence(post, '26', 'agrees')]), '26', {
      ...client,
      translate,
      locale: 'de',
    });
    expect(text).toMatch(/^\*\*1 Quelle stimmt zu\*\*\n\n- \[Valley Post\]\(\S+\), 7\. Januar 2022: /);
  });

  test('a sentence without end is cut around the figure, between words', async () => {
    const words = Array.from({ length: 5000 }, (_, index) => `w${'o'.repeat(index % 7)}rd-like`).join(' ');
    const long = source(`${words} then 26 houses ${words}`);
    const line = (await shown(judgedFigure(draft, '26', 'supported', [evidence(long, '26', 'agrees')]), '26')).split('\n')[2]!;
    expect(line.length).toBeLessThan(400);
    expect(line).toMatch(/“… ?(wo*rd-like )+then \*\*26\*\* houses( wo*rd-like)+…”/);
  });
});

describe('a name', () => {
  const one = source('Minister Ana Silva spoke. Silva then left.', { uri: 'file:///desk/sources/1.txt', publisher: 'One' }, [
    'Ana Silva',
    'Silva',
  ]);
  const two = source('Ana Sylva spoke.', { uri: 'file:///desk/sources/2.txt', publisher: 'Two' }, ['Ana Sylva']);
  const three = source('So said Ana Silva.', { uri: 'file:///desk/sources/3.txt', publisher: 'Three' }, ['Ana Silva']);

  test('spelt in several ways: full name, and of each way who spells it so and a passage', async () => {
    const judged = judgedName('Then Silva left.', { name: 'Silva', full: 'Ana Silva', verdict: 'known', canonical: 'Ana Silva' }, [
      ['Ana Silva', [one, three]],
      ['Ana Sylva', [two]],
    ]);
    expect((await shown(judged, 'Silva')).split('\n')).toEqual([
      '**Ana Silva** The sources spell it in 2 ways:',
      '',
      '- **Ana Silva** [One](file:///desk/sources/1.txt#L1,1-1,26), [Three](file:///desk/sources/3.txt#L1,1-1,19): “Minister **Ana Silva** spoke.”',
      '- **Ana Sylva** [Two](file:///desk/sources/2.txt#L1,1-1,17): “**Ana Sylva** spoke.”',
    ]);
  });

  test('misspelt: the spelling to use, and that no source has this one', async () => {
    const judged = judgedName('Then Silvva left.', { name: 'Silvva', verdict: 'misspelt', canonical: 'Ana Silva' }, [['Ana Silva', [one]]]);
    expect((await shown(judged, 'Silvva')).split('\n')).toEqual([
      '**Ana Silva** No source spells it “Silvva”.',
      '',
      '- [One](file:///desk/sources/1.txt#L1,1-1,26): “Minister **Ana Silva** spoke.”',
    ]);
  });

  test('a surname that sources only have within a full name is found there', async () => {
    const judged = judgedName('Then Silva left.', { name: 'Silva', verdict: 'known', canonical: null }, [['Silva', [three]]]);
    expect(await shown(judged, 'Silva')).toContain('- [Three](file:///desk/sources/3.txt#L1,1-1,19): “So said **Ana Silva**.”');
  });

  test('that no source knows has no hover', async () => {
    expect(await shown(judgedName('Then Pereira left.', { name: 'Pereira', verdict: 'unknown', canonical: null }, []), 'Pereira')).toBe('');
  });
});
