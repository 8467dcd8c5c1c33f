/** The draft's quotations, and the draft against itself, over the protocol: what is marked, shown, fixed and let stand. */
import { expect, test } from 'vitest';
import type { Diagnostic, Hover, Location, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ableToEdit } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();
const herald = `---
publication: Tarvik Herald
date: 2021-03-04
---
“We will *not* leave this harbour before they pay,” said Tomas Wendelin.
`;
const path = '/desk/draft.md';
const draft = 'Wendelin said: “We will leave this harbour before they pay.” The crew doubled from 60 to 150.\n';
const right = draft.replace('We will leave', 'We will not leave');

async function opened(files: Record<string, string>, text = draft): Promise<TestClient> {
  const client = await start(new MemoryRuntime(files), { capabilities: ableToEdit });
  await client.open(path, text);
  await client.ready(Object.keys(files).length);
  return client;
}

function textIn(text: string, { range }: Pick<Diagnostic, 'range'>): string {
  return TextDocument.create(uriOf(path), 'markdown', 1, text).getText(range);
}

async function hoverOn(client: TestClient, words: string, text = draft): Promise<string | undefined> {
  const params = { textDocument: { uri: uriOf(path) }, position: { line: 0, character: text.indexOf(words) } };
  const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', params);
  return (hover?.contents as { value: string } | undefined)?.value;
}

test('an altered quotation is marked where it was changed, with its source, and told of in the hover', async () => {
  const client = await opened({ '/desk/sources/herald.md': herald });
  const [altered] = await client.diagnostics(path);
  expect(altered).toMatchObject({
    code: 'altered-quote',
    severity: 2,
    message: 'Quoted otherwise than in the source: “will not” (Tarvik Herald)',
    relatedInformation: [{ location: { uri: uriOf('/desk/sources/herald.md') } }],
  });
  expect(textIn(draft, altered!)).toBe('will');
  expect((await hoverOn(client, 'this harbour'))?.split('\n')).toEqual([
    '**Quoted otherwise than in the source**',
    '',
    '“We ~~will~~ **will not** leave this harbour before they pay.”',
    '',
    expect.stringMatching(
      /^- \[Tarvik Herald\]\(.*herald\.md#L5,1-5,73\), 4 March 2021: ““\*\*We will .* before they pay\*\*,” said Tomas Wendelin\.”$/,
    ),
  ]);
});

test('a fix puts the words of the source, and then the hover says that they are', async () => {
  const client = await opened({ '/desk/sources/herald.md': herald });
  const [altered] = await client.diagnostics(path);
  const actions = await client.actions(path, altered!.range, { diagnostics: [altered!] });
  expect(actions.map(({ title }) => title)).toEqual([
    'Quote as in the source (Tarvik Herald)',
    'Let “will” stand',
    'Turn off “altered-quote” in this draft',
    'Mark “We will leave this harbour before they …” as checked',
    'Query “We will leave this harbour before they …”…',
  ]);
  const [change] = actions[0]!.edit!.documentChanges as TextDocumentEdit[];
  expect(TextDocument.applyEdits(TextDocument.create(uriOf(path), 'markdown', 1, draft), change!.edits as never)).toBe(right);
  await client.edit(path, 'We will leave', 'We will not leave');
  expect(await client.findings(path)).toEqual([expect.stringContaining('inconsistent-draft')]);
  expect(await hoverOn(client, 'this harbour', right)).toMatch(/^\*\*Quoted exactly\*\*/);
  const place = { textDocument: { uri: uriOf(path) }, position: { line: 0, character: right.indexOf('this harbour') } };
  const references = { ...place, context: { includeDeclaration: false } };
  expect(await client.connection.sendRequest<Location[]>('textDocument/references', references)).toMatchObject([
    { uri: uriOf('/desk/sources/herald.md') },
  ]);
});

test('an altered quotation that is let stand is flagged no more, and its hover says so', async () => {
  const client = await opened({ '/desk/sources/herald.md': herald });
  const [altered] = await client.diagnostics(path);
  const actions = await client.actions(path, altered!.range, { diagnostics: [altered!] });
  await client.execute(actions.find(({ title }) => title.startsWith('Let'))!.command!);
  expect(await client.findings(path)).toEqual([expect.stringContaining('inconsistent-draft')]);
  expect(await hoverOn(client, 'this harbour')).toContain('Let stand');
});

test('a quotation that no source has is told of in the hover alone', async () => {
  const text = 'Wendelin said: “Nobody has seen so many boats in one spring.”\n';
  const client = await opened({ '/desk/sources/herald.md': herald }, text);
  expect(await client.diagnostics(path)).toEqual([]);
  expect(await hoverOn(client, 'so many boats', text)).toBe('**No source has these words**');
});

test('a first mention by surname only can be given the full name', async () => {
  const text = 'The chairman, Mr Wendelin, waited.\n';
  const client = await opened({ '/desk/sources/herald.md': 'Mayor Tomas Wendelin waited. Wendelin left.\n' }, text);
  const diagnostics = await client.diagnostics(path);
  expect(diagnostics).toMatchObject([{ code: 'name-first-reference', severity: 4 }]);
  const [action] = await client.actions(path, diagnostics[0]!.range, { diagnostics });
  expect(action!.title).toBe('Change to “Tomas Wendelin”');
  const [change] = action!.edit!.documentChanges as TextDocumentEdit[];
  const changed = TextDocument.applyEdits(TextDocument.create(uriOf(path), 'markdown', 1, text), change!.edits as never);
  expect(changed).toBe('The chairman, Mr Tomas Wendelin, waited.\n');
});

test('figures that do not go together are marked where there are no sources too, with the figures beside them', async () => {
  const client = await opened({}, draft);
  const diagnostics = await client.diagnostics(path);
  expect(diagnostics).toMatchObject([{ code: 'inconsistent-draft', severity: 2, message: '60 to 150 is 2.5 times, not double' }]);
  expect(textIn(draft, diagnostics[0]!)).toBe('doubled');
  const related = diagnostics[0]!.relatedInformation!;
  expect(related.map(({ location, message }) => [location.uri, textIn(draft, location), message])).toEqual([
    [uriOf(path), '60', '60'],
    [uriOf(path), '150', '150'],
  ]);
});
