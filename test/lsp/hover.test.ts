import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../server/engine/translate.ts';
import { hoverAt } from '../../server/lsp/hover.ts';
import type { Judged } from '../../server/lsp/judged.ts';
import { evidence, judgedFigure, judgedName, seeAlso, source } from './judgements.ts';

const client = { markdown: true, translate: inEnglish, locale: 'en-GB' };

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

function shown(judged: Judged, needle: string, able = client): string {
  const hover = hoverAt(judged, judged.document.getText().indexOf(needle), able);
  return hover ? (hover.contents as { value: string }).value : '';
}

describe('a figure', () => {
  test('that one source has: the verdict, then publication, date, sentence and a link to the place', () => {
    expect(shown(judgedFigure(draft, '26', 'supported', [evidence(post, '26', 'agrees')]), '26').split('\n')).toEqual([
      '**1 source agrees**',
      '',
      '- [Valley Post](file:///desk/sources/post.txt#L2,12), 7 January 2022: “In the end **26** houses had burnt down in the valley.”',
    ]);
  });

  test('on which sources differ: agreeing first, then differing with who says so and why it may', () => {
    const pieces = [evidence(bell, '30', 'differs', { reason: 'later', speaker: 'the mayor' }), evidence(post, '26', 'agrees')];
    expect(shown(judgedFigure(draft, '26', 'conflicting', pieces), '26').split('\n')).toEqual([
      '**Sources differ** ✓ 1, ≠ 1',
      '',
      expect.stringContaining('- ✓ [Valley Post](file:///desk/sources/post.txt#L2,12), 7 January 2022: “In'),
      '- ≠ [The bell](file:///desk/sources/bell.txt#L1,7), January 2022 (the mayor, later): “About **30** houses burnt down.”',
    ]);
  });

  test('a speaker whom the sentence names is not named again', () => {
    const told = source('In all, 26 houses burnt, the fire service said.');
    const said = (speaker: string) => shown(judgedFigure(draft, '26', 'supported', [evidence(told, '26', 'agrees', { speaker })]), '26');
    expect(said('Oakford Fire Service')).toContain('[a.txt](file:///desk/sources/a.txt#L1,9): “In all');
    expect(said('the mayor')).toContain('[a.txt](file:///desk/sources/a.txt#L1,9) (the mayor): “In all');
  });

  test('that no source agrees with, and one that none has', () => {
    expect(shown(judgedFigure(draft, '26', 'refuted', [evidence(bell, '30', 'differs')]), '26')).toMatch(
      /^\*\*No source agrees\*\*\n\n- \[The bell\]/,
    );
    expect(shown(judgedFigure(draft, '26', 'unsourced', []), '26')).toBe('**No source has this figure**');
  });

  test('what could not be compared comes last', () => {
    const judged = judgedFigure(draft, '26', 'unsourced', [], [seeAlso(bell, '30', 'unit')]);
    expect(shown(judged, '26').split('\n').slice(2)).toEqual([
      'See also',
      '',
      expect.stringMatching(/^- \[The bell\]\(\S+\), January 2022 \(another unit\): “About/),
    ]);
  });

  test('five sources are shown, each once, and the rest counted', () => {
    const many = Array.from({ length: 8 }, (_, index) => source('Fire took 26 houses.', { uri: `file:///desk/sources/${index}.txt` }));
    const pieces = [...many, ...many].map((each) => evidence(each, '26', 'agrees'));
    const lines = shown(judgedFigure(draft, '26', 'supported', pieces), '26').split('\n');
    expect(lines[0]).toBe('**8 sources agree**');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(5);
    expect(lines.at(-1)).toBe('and 3 more');
  });

  test('the hover is about the figure, and the place right after it still counts', () => {
    const judged = judgedFigure(draft, '26', 'unsourced', []);
    const range = { start: { line: 0, character: 10 }, end: { line: 0, character: 12 } };
    for (const offset of [10, 11, 12]) expect(hoverAt(judged, offset, client)?.range).toEqual(range);
    for (const offset of [9, 13]) expect(hoverAt(judged, offset, client)).toBeNull();
  });

  test('text of sources can neither format, link nor inject anything', () => {
    const nasty = source(
      'See [26](command:x) <img src=x> **bold** `code` https://evil.example www.evil.example &lt; \u202eevil a|b 26 ends',
      {
        publisher: '<b>[P](command:y)</b>',
      },
    );
    const text = shown(judgedFigure(draft, '26', 'supported', [evidence(nasty, '26', 'agrees')]), '26');
    const ours = text
      .replace('**1 source agrees**', '')
      .replace('**26**', '')
      .replace(/\[(.*)\]\(file:\/\/\/desk\/sources\/a\.txt#L1,6\)/, '$1');
    // Whatever could mean something to Markdown or HTML has a backslash before it.
    expect(ours.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[[\]<>*`&|_]|:\/\/|www\./);
    expect(ours).not.toContain('\u202e');
  });

  test('a client that only reads plain text gets plain text', () => {
    const text = shown(judgedFigure(draft, '26', 'supported', [evidence(post, '26', 'agrees')]), '26', { ...client, markdown: false });
    expect(text).toBe('1 source agrees\n\n- Valley Post, 7 January 2022: “In the end 26 houses had burnt down in the valley.”');
  });

  test('says where not all sources have been read yet, and nothing where there are none', () => {
    const judged = judgedFigure(draft, '26', 'unsourced', []);
    expect(shown({ ...judged, isReading: () => true }, '26')).toBe('**No source has this figure**\n\nSome sources are still being read.');
    expect(shown({ ...judged, hasSources: () => false }, '26')).toBe('');
  });

  test('is told in the client’s language', () => {
    const translate: typeof inEnglish = (template, values) =>
      inEnglish(template === '1 source agrees' ? '1 Quelle stimmt zu' : template, values);
    const text = shown(judgedFigure(draft, '26', 'supported', [evidence(post, '26', 'agrees')]), '26', {
      ...client,
      translate,
      locale: 'de',
    });
    expect(text).toMatch(/^\*\*1 Quelle stimmt zu\*\*\n\n- \[Valley Post\]\(\S+\), 7\. Januar 2022: /);
  });

  test('a sentence without end is cut around the figure, between words', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `w${'o'.repeat(index % 7)}rd-like`).join(' ');
    const long = source(`${words} then 26 houses ${words}`);
    const line = shown(judgedFigure(draft, '26', 'supported', [evidence(long, '26', 'agrees')]), '26').split('\n')[2]!;
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

  test('spelt in several ways: full name, and of each way who spells it so and a passage', () => {
    const judged = judgedName('Then Silva left.', { name: 'Silva', full: 'Ana Silva', verdict: 'known', canonical: 'Ana Silva' }, [
      ['Ana Silva', [one, three]],
      ['Ana Sylva', [two]],
    ]);
    expect(shown(judged, 'Silva').split('\n')).toEqual([
      '**Ana Silva** The sources spell it in 2 ways:',
      '',
      '- **Ana Silva** [One](file:///desk/sources/1.txt#L1,10), [Three](file:///desk/sources/3.txt#L1,9): “Minister **Ana Silva** spoke.”',
      '- **Ana Sylva** [Two](file:///desk/sources/2.txt#L1,1): “**Ana Sylva** spoke.”',
    ]);
  });

  test('misspelt: the spelling to use, and that no source has this one', () => {
    const judged = judgedName('Then Silvva left.', { name: 'Silvva', verdict: 'misspelt', canonical: 'Ana Silva' }, [['Ana Silva', [one]]]);
    expect(shown(judged, 'Silvva').split('\n')).toEqual([
      '**Ana Silva** No source spells it “Silvva”.',
      '',
      '- [One](file:///desk/sources/1.txt#L1,10): “Minister **Ana Silva** spoke.”',
    ]);
  });

  test('a surname that sources only have within a full name is found there', () => {
    const judged = judgedName('Then Silva left.', { name: 'Silva', verdict: 'known', canonical: null }, [['Silva', [three]]]);
    expect(shown(judged, 'Silva')).toContain('- [Three](file:///desk/sources/3.txt#L1,9): “So said **Ana Silva**.”');
  });

  test('that no source knows has no hover', () => {
    expect(shown(judgedName('Then Pereira left.', { name: 'Pereira', verdict: 'unknown', canonical: null }, []), 'Pereira')).toBe('');
  });
});
