/** Attributing and citing over the protocol: what is offered at a figure, and what the draft then says. */
import { describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionTriggerKind, type Diagnostic, type TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type DraftListing, draftMethod } from '../../server/protocol/draft.ts';
import { type Report, reportMethod } from '../../server/protocol/report.ts';
import { ableToEdit } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();
const path = '/desk/draft.md';
const herald = `---
title: Shots at the *harbour*
publication: Tarvik Herald
author: A. Writer
date: 2021-03-04
---
The interior ministry said 26 dockers were killed in Tarvik on Thursday.
`;
const desk = { '/desk/sources/herald.md': herald };
const draft = 'In Tarvik 26 dockers were killed. The harbour was closed.\n';

async function opened(text = draft, files: Record<string, string> = desk, language = 'markdown', sources = 1): Promise<TestClient> {
  const client = await start(new MemoryRuntime(files), { capabilities: ableToEdit });
  await client.open(path, text, language);
  await client.ready(sources);
  return client;
}

const WORD = /^(?:Attribute|Cite|Write)/;

/** What is offered where a text begins: attributions, notes, and what is written of a disagreement. */
async function offered(
  client: TestClient,
  at = '26',
  triggerKind: CodeActionTriggerKind | undefined = CodeActionTriggerKind.Invoked,
  diagnostics: Diagnostic[] = [],
): Promise<CodeAction[]> {
  return (await client.actions(path, at, { diagnostics, triggerKind })).filter(({ title }) => WORD.test(title));
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

/** What the draft says after the action with that title, in one edit of the one document. */
function written(actions: readonly CodeAction[], title: string, text: string): string {
  const action = actions.find((each) => each.title === title);
  if (!action) throw new Error(`no “${title}”, only ${titles(actions).join('; ')}`);
  const changes = action.edit!.documentChanges as TextDocumentEdit[];
  expect(changes.map(({ textDocument }) => textDocument)).toEqual([{ uri: uriOf(path), version: expect.any(Number) }]);
  return TextDocument.applyEdits(TextDocument.create(uriOf(path), 'markdown', 1, text), changes[0]!.edits as never);
}

describe('at a figure that a source bears out', () => {
  test('are offered the source, its speaker and a footnote', async () => {
    const actions = await offered(await opened());
    expect(titles(actions)).toEqual([
      'Attribute: “, according to Tarvik Herald”',
      'Attribute: “, the interior ministry said”',
      'Cite in a footnote: Tarvik Herald',
    ]);
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(['refactor.rewrite']));
    expect(written(actions, 'Attribute: “, according to Tarvik Herald”', draft)).toBe(
      'In Tarvik 26 dockers were killed, according to Tarvik Herald. The harbour was closed.\n',
    );
  });

  test('nothing is offered unasked, nor where no source has it, nor in a source', async () => {
    const client = await opened(`${draft}In Velden 12 horses ran.\n`);
    expect(await offered(client, '26', CodeActionTriggerKind.Automatic)).toEqual([]);
    expect(await offered(client, '12')).toEqual([]);
    expect(await offered(client, 'The harbour')).toEqual([]);
  });

  test('once it is attributed, only a note is offered', async () => {
    const client = await opened('In Tarvik 26 dockers were killed, according to Tarvik Herald.\n');
    expect(titles(await offered(client))).toEqual(['Cite in a footnote: Tarvik Herald']);
  });
});

describe('a footnote', () => {
  const title = 'Cite in a footnote: Tarvik Herald';
  const credit = 'A. Writer, “Shots at the \\*harbour\\*”, Tarvik Herald, 4 March 2021';
  const note = `${credit}: “The interior ministry said 26 dockers were killed in Tarvik on Thursday.”`;

  test('has author, title, publication, date and the words relied on, behind the full stop and at the end', async () => {
    const noted = written(await offered(await opened()), title, draft);
    expect(noted).toBe(`In Tarvik 26 dockers were killed.[^1] The harbour was closed.\n\n[^1]: ${note}\n`);
  });

  test('takes the next free number and the draft’s line breaks', async () => {
    const text = 'In Tarvik 26 dockers were killed.[^1]\r\n\r\n[^1]: Not *so*.';
    const noted = written(await offered(await opened(text)), title, text);
    expect(noted).toBe(`In Tarvik 26 dockers were killed.[^1][^2]\r\n\r\n[^1]: Not *so*.\r\n\r\n[^2]: ${note}\r\n`);
  });

  test('that is there already is referred to again, and stands in one place once', async () => {
    const text = `In Tarvik 26 dockers were killed.[^a] They buried 26 dockers killed in Tarvik.\n\n[^a]: ${note}\n`;
    const client = await opened(text);
    expect(titles(await offered(client, '26 dockers were'))).not.toContain(title);
    expect(written(await offered(client, '26 dockers killed'), title, text)).toBe(
      text.replace('killed in Tarvik.\n', 'killed in Tarvik.[^a]\n'),
    );
  });

  test.each(['markdown', 'latex', 'restructuredtext', 'asciidoc'])(
    'is neither a finding nor a figure of the draft in %s, though sources disagree',
    async (language) => {
      const other = herald.replace('Tarvik Herald', 'Coast Echo').replace('26', '40');
      const files = { ...desk, '/desk/sources/echo.md': other };
      const client = await opened(draft, files, language, 2);
      const noted = written(await offered(client), title, draft);
      const cited = await opened(noted, files, language, 2);
      expect(await cited.findings(path)).toEqual(await client.findings(path));
      const listed = async (of: TestClient) => {
        const { figures, names, quotations } = await of.connection.sendRequest<DraftListing>(draftMethod, {
          textDocument: { uri: uriOf(path) },
        });
        return [...figures, ...names, ...quotations].map(({ text }) => text);
      };
      const before = await listed(client);
      expect(before).toContain('26');
      // Who wrote it is named in the note, which is no quotation.
      expect((await listed(cited)).filter((text) => !/Writer|Herald/.test(text))).toEqual(before);
      const report = { textDocument: { uri: uriOf(path) }, format: 'md' };
      const { text } = await cited.connection.sendRequest<Report>(reportMethod, report);
      expect(text).toContain('1 figures, 1 of them found');
    },
  );

  test('is none either where its source’s title has a figure that another disputes', async () => {
    const titled = herald.replace('Shots at the *harbour*', 'Police kill 26 dockers in Tarvik as strike ends');
    const files = {
      '/desk/sources/herald.md': titled,
      '/desk/sources/echo.md': herald.replace('Tarvik Herald', 'Coast Echo').replace('26', '40'),
    };
    const client = await opened(draft, files, 'markdown', 2);
    const noted = written(await offered(client), title, draft);
    expect(noted).toContain('“Police kill 26 dockers');
    expect(await (await opened(noted, files, 'markdown', 2)).findings(path)).toEqual(await client.findings(path));
  });

  test('is LaTeX’s in LaTeX, and none in plain text', async () => {
    const text = 'In Tarvik 26 dockers were killed.\n';
    expect(written(await offered(await opened(text, desk, 'latex')), title, text)).toBe(
      'In Tarvik 26 dockers were killed.\\footnote{A. Writer, “Shots at the *harbour*”, Tarvik Herald, 4 March 2021: “The interior ministry said 26 dockers were killed in Tarvik on Thursday.”}\n',
    );
    expect(titles(await offered(await opened(text, desk, 'plaintext')))).toEqual([
      'Attribute: “, according to Tarvik Herald”',
      'Attribute: “, the interior ministry said”',
    ]);
  });
});

describe('a key', () => {
  const bib = (key: string) => ({ ...desk, '/desk/refs.bib': `@article{${key},\n  file = {herald.md},\n  title = {Shots}\n}\n` });
  const keyOf = (actions: readonly CodeAction[]) => actions.find(({ title }) => title.startsWith('Cite as'))?.title ?? '';

  test.each([
    [draft, 'markdown', 'writer21', 'Cite as [@writer21] (Tarvik Herald)', 'killed [@writer21].'],
    [draft, 'markdown', 'herald.2021-a', 'Cite as [@herald.2021-a] (Tarvik Herald)', 'killed [@herald.2021-a].'],
    [draft, 'markdown', 'writer21.', 'Cite as [@{writer21.}] (Tarvik Herald)', 'killed [@{writer21.}].'],
    [
      'In Tarvik 26 dockers were killed [@quist].\n',
      'markdown',
      'writer21',
      'Cite as @writer21 (Tarvik Herald)',
      'killed [@quist; @writer21].',
    ],
    [
      'In Tarvik 26 dockers were killed [@writer21b].\n',
      'markdown',
      'writer21',
      'Cite as @writer21 (Tarvik Herald)',
      '[@writer21b; @writer21].',
    ],
    [draft, 'latex', 'writer21', 'Cite as \\cite{writer21} (Tarvik Herald)', 'killed~\\cite{writer21}.'],
  ])('goes into %j (%s) as %s', async (text, language, key, title, expected) => {
    const actions = await offered(await opened(text, bib(key), language));
    expect(keyOf(actions)).toBe(title);
    expect(written(actions, title, text)).toContain(expected);
  });

  test.each(['In Tarvik 26 dockers were killed [@writer21].\n', 'In Tarvik 26 dockers [see @writer21, p. 3] were killed.\n'])(
    'is not doubled in %s',
    async (text) => expect(keyOf(await offered(await opened(text, bib('writer21'))))).toBe(''),
  );

  test('may stand in the front matter of a source, and a bibliography’s counts before it', async () => {
    const own = { '/desk/sources/herald.md': herald.replace('title:', 'citekey: own21\ntitle:') };
    expect(keyOf(await offered(await opened(draft, own)))).toBe('Cite as [@own21] (Tarvik Herald)');
    expect(keyOf(await offered(await opened(draft, { ...bib('writer21'), ...own })))).toBe('Cite as [@writer21] (Tarvik Herald)');
  });

  test('is not there while the bibliography cannot be read, and all else is', async () => {
    const client = await start(new MemoryRuntime({ ...desk, '/desk/refs.bib': 'nothing' }), { capabilities: ableToEdit });
    await client.open(path, draft);
    const { skipped } = await client.status(({ total, sources }) => total === 0 && sources === 1);
    expect(skipped).toMatchObject([{ uri: uriOf('/desk/refs.bib') }]);
    expect(titles(await offered(client))).toHaveLength(3);
  });
});

describe('where sources disagree', () => {
  const files = {
    ...desk,
    '/desk/sources/echo.md': herald.replace('Tarvik Herald', 'Coast Echo').replace('26', '40'),
    '/desk/sources/star.md': herald
      .replace('Tarvik Herald', 'Evening Star')
      .replace('26', '40')
      .replace('The interior ministry', 'The union'),
  };

  test('the range is offered, and the strongest source’s figure with whose it is', async () => {
    const actions = await offered(await opened(draft, files, 'markdown', 3));
    expect(titles(actions)).toContain('Write the range: “between 26 and 40, depending on the source”');
    expect(written(actions, 'Write the range: “between 26 and 40, depending on the source”', draft)).toBe(
      'In Tarvik between 26 and 40 dockers were killed, depending on the source. The harbour was closed.\n',
    );
    const strongest = titles(actions).find((title) => title.startsWith('Write whose'))!;
    expect(written(actions, strongest, draft)).toBe('In Tarvik 40 dockers were killed, according to Coast Echo. The harbour was closed.\n');
  });

  test('the prime source that the workspace names comes first', async () => {
    const settings = '{ "primeSources": { "people killed": "Evening Star" } }';
    const led = { ...files, '/desk/second-source.json': settings };
    const actions = await offered(await opened(draft, led, 'markdown', 3));
    expect(titles(actions)).toContain('Write whose figure it is: “40, according to Evening Star”');
    const [refuted] = await (await opened(draft.replace('26', '90'), led, 'markdown', 3)).diagnostics(path);
    expect(refuted!.data).toMatchObject({ figure: { choices: [{ text: '40', best: true }, { text: '26' }] } });
  });
});

describe('a finding that an attribution mends', () => {
  test('has it as a quick fix, the speaker first, and is gone then', async () => {
    const client = await opened();
    const diagnostics = await client.diagnostics(path);
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-attribution']);
    const actions = await offered(client, '26', CodeActionTriggerKind.Automatic, diagnostics);
    expect(actions).toMatchObject([
      {
        title: 'Attribute: “, the interior ministry said”',
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: [{ code: 'missing-attribution' }],
      },
      { title: 'Attribute: “, according to Tarvik Herald”', kind: 'quickfix' },
    ]);
    const mended = written(actions, 'Attribute: “, the interior ministry said”', draft);
    expect(await (await opened(mended)).diagnostics(path)).toEqual([]);
  });
});

test('words that are quoted as a source has them are cited too, behind their sentence', async () => {
  const bell = '---\npublication: The Bell\ncitekey: bell\n---\n“We will rebuild every house on the river bank,” she said.\n';
  const text = 'She was sure. “We will rebuild every house on the river bank.” Nobody else was.\n';
  const actions = await offered(await opened(text, { '/desk/sources/bell.md': bell }), 'every house');
  expect(titles(actions)).toEqual(['Cite as [@bell] (The Bell)', 'Cite in a footnote: The Bell']);
  expect(written(actions, 'Cite in a footnote: The Bell', text)).toBe(
    'She was sure. “We will rebuild every house on the river bank.”[^1] Nobody else was.\n\n' +
      '[^1]: The Bell: “‘We will rebuild every house on the river bank,’ she said.”\n',
  );
  const altered = await opened(text.replace('rebuild', 'restore'), { '/desk/sources/bell.md': bell });
  expect(await offered(altered, 'every house')).toEqual([]);
});

test('what a source is called cannot become markup of the draft', async () => {
  const odd = { '/desk/sources/herald.md': herald.replace('Tarvik Herald', '"[Click](command:x) *now* <b>"') };
  const actions = await offered(await opened(draft, odd));
  const text = written(actions, titles(actions)[0]!, draft);
  expect(text).toContain('killed, according to \\[Click\\](command:x) \\*now\\* \\<b\\>. The');
});
