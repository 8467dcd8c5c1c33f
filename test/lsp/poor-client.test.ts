/** A whole writing session with `second-source serve --stdio`, as an editor has it whose client can do next to nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  Location,
  PublishDiagnosticsParams,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver/node';
import { normalUri } from '../../server/lsp/uris.ts';
import { folder } from '../temporary.ts';
import { TestClient } from './client.ts';
import { serverProcesses } from './process.ts';

const start = serverProcesses();

/** What such a client says of itself: that it takes code actions, and nothing of snippets, Markdown, labels, trees, progress or settings. */
const poor = {
  textDocument: {
    publishDiagnostics: {},
    completion: { completionItem: { snippetSupport: false } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

const herald = `---
publisher: Tarvik Herald
date: 2021-03-04
---
Police detained 120 dockers at the harbour of Tarvik on Thursday.

The chairman, Tomas Wendelin, was among them. Tomas Wendelin leads the union, said Tomas Wendelin.
`;

interface Desk {
  readonly client: TestClient;
  /** Of the draft. */
  readonly uri: string;
  readonly exited: Promise<number | null>;
  /** What the process said besides the protocol. */
  readonly noise: () => string;
  end(): Promise<void>;
}

async function serve(where: (place: string) => object): Promise<Desk> {
  const desk = folder({ 'sources/herald.md': herald });
  const { child, connection, exited } = start('serve', 'pipe');
  let noise = '';
  child.stderr!.on('data', (data) => {
    noise += data;
  });
  const initialize = { workspaceFolders: undefined, rootUri: undefined, ...where(desk) };
  const died = exited.then((code): never => {
    throw new Error(`the server ended with ${code}: ${noise}`);
  });
  const client = await Promise.race([TestClient.over(connection, { capabilities: poor, initialize }), died]);
  died.catch(() => undefined);
  const end = async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
  };
  return { client, uri: normalUri(pathToFileURL(join(desk, 'draft.md')).href), exited, noise: () => noise, end };
}

const codes = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.map(({ code }) => code).join();

test('a draft is written from its first word to the last fix', async () => {
  const { client, uri, exited, noise, end } = await serve((place) => ({ rootUri: pathToFileURL(place).href }));
  const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(`textDocument/${method}`, params);
  const { capabilities } = client;
  expect(capabilities.positionEncoding).toBe('utf-16');
  expect(capabilities).not.toHaveProperty('diagnosticProvider');
  expect(capabilities).not.toHaveProperty('workspace.workspaceFolders');

  // The writing: what is wrong already is told at once, what is being typed when a second has passed.
  await client.open(uri, '🚢 Tomas Wendelinn waits.\n\nPolice detained  dockers at the harbour of Tarvik.\n');
  await client.published(uri, (params) => codes(params) === 'misspelt-name');
  let mark = client.received.length;
  await client.edit(uri, 'detained ', 'detained 3');
  await client.edit(uri, 'detained 3', 'detained 30');
  await client.edit(uri, 'detained 30', 'detained 300');
  const both = await client.published(uri, (params) => codes(params) === 'misspelt-name,refuted-figure', mark);
  for (const { method, params } of client.received.slice(mark)) {
    if (method === 'textDocument/publishDiagnostics') expect(codes(params as PublishDiagnosticsParams)).toMatch(/^misspelt-name/);
  }
  const [name, figure] = both.diagnostics as [Diagnostic, Diagnostic];
  expect(client.textAt(uri, name.range)).toBe('Tomas Wendelinn');
  expect(client.textAt(uri, figure.range)).toBe('300');
  expect(figure).not.toHaveProperty('relatedInformation');
  expect(figure.message).toContain('120 (Tarvik Herald)');

  // The reading.
  const hover = await client.hover(uri, '300');
  expect(hover?.contents).toMatchObject({
    kind: 'plaintext',
    value: expect.stringMatching(/^No source agrees\n\n- Tarvik Herald, 4 March 2021: “/),
  });
  const source = uri.replace('draft.md', 'sources/herald.md');
  client.knows(source, herald);
  const definition = (await client.definition(uri, '300')) as Location;
  expect([definition.uri, client.textAt(source, definition.range)]).toEqual([source, '120']);
  const context = { includeDeclaration: false };
  const references = await ask<Location[]>('references', { ...client.at(uri, 'Tomas Wendelinn'), context });
  expect(references.map(({ range }) => client.textAt(source, range))).toEqual(['Tomas Wendelin', 'Tomas Wendelin', 'Tomas Wendelin']);
  const highlights = await ask<DocumentHighlight[]>('documentHighlight', client.at(uri, '300'));
  expect(highlights.map(({ range }) => client.textAt(uri, range))).toEqual(['300']);
  const symbols = await ask<SymbolInformation[]>('documentSymbol', { textDocument: { uri } });
  expect(symbols.map((symbol) => symbol.name)).toContain('300 dockers detained (refuted)');
  const names = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'twend' });
  expect(names.map((symbol) => symbol.name)).toEqual(['Tomas Wendelin']);

  // The next sentence: what a source has is offered as plain text.
  mark = client.received.length;
  await client.edit(uri, 'Tarvik.', 'Tarvik. So said Tomas Wen');
  const position = client.positionOf(uri, 'Wen\n');
  const after = { line: position.line, character: position.character + 'Wen'.length };
  const list = await ask<CompletionList>('completion', { textDocument: { uri }, position: after });
  const item = list.items.find(({ label }) => label.startsWith('Tomas Wendelin')) as CompletionItem;
  expect(item).not.toHaveProperty('labelDetails');
  expect(item.insertTextFormat ?? 1).toBe(1);
  const edit = item.textEdit as TextEdit;
  expect([client.textAt(uri, edit.range), edit.newText]).toEqual(['Tomas Wen', 'Tomas Wendelin']);
  const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  expect(JSON.stringify(resolved.documentation)).not.toContain('"markdown"');
  await client.edit(uri, 'Tomas Wen\n', 'Tomas Wendelin.\n');

  // The fixes: each is taken over, and then nothing is left.
  const fixes = async (diagnostic: Diagnostic) => {
    const params = { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
    const actions = await ask<CodeAction[]>('codeAction', params);
    const [fix] = actions.filter((action) => action.edit !== undefined);
    expect(fix?.edit).not.toHaveProperty('documentChanges');
    return fix!.edit!.changes![uri]!;
  };
  for (const [diagnostic, before, now] of [
    [figure, '300', '120'],
    [name, 'Wendelinn', 'Wendelin'],
  ] as const) {
    const [change] = await fixes(diagnostic);
    expect([client.textAt(uri, change!.range), change!.newText]).toEqual([before, now]);
    await client.edit(uri, before, now);
  }
  await client.published(uri, (params) => params.diagnostics.length === 0, mark);

  // A source that changes on the disk is looked at when the draft is saved.
  mark = client.received.length;
  writeFileSync(new URL('sources/echo.md', uri), herald.replace('120', '150').replace('Tarvik Herald', 'Coast Echo'));
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  await client.published(uri, (params) => codes(params) === 'conflicting-sources', mark);
  await client.close(uri);
  await client.published(uri, (params) => params.diagnostics.length === 0, mark);

  await end();
  expect(await exited).toBe(0);
  expect(noise()).toBe('');
  expect(client.errors()).toEqual([]);
  // Nothing was asked of a client that cannot answer.
  const methods = new Set(client.received.map(({ method }) => method));
  expect([...methods].sort()).toEqual([
    'secondSource/draftsChanged',
    'secondSource/status',
    'textDocument/publishDiagnostics',
    'window/logMessage',
  ]);
});

test('a client that only knows the path of its folder is served too', async () => {
  const { client, uri, exited, end } = await serve((place) => ({ rootPath: place }));
  await client.open(uri, 'Tomas Wendelinn waits.\n');
  await client.published(uri, (params) => codes(params) === 'misspelt-name');
  await end();
  expect(await exited).toBe(0);
});
