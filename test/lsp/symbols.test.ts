import { describe, expect, test } from 'vitest';
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { able } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald =
  '---\npublisher: Tarvik Herald\ndate: 2021-03-04\n---\nPolice detained 120 dockers at the harbour of Tarvik on Thursday.\n\nTomas Wendelin leads the union.\n';
const echo =
  '---\npublisher: Coast Echo\ndate: 2021-03-05\n---\nThe union of Tomas Wendelin called for a strike. Tomas Berg of the Coast Union did not.\n';
const files = { '/desk/sources/herald.md': herald, '/desk/sources/echo.md': echo };

const outline = (client: TestClient, path: string) =>
  client.connection.sendRequest<(DocumentSymbol & SymbolInformation)[]>('textDocument/documentSymbol', {
    textDocument: { uri: uriOf(path) },
  });

/** A tree, a line each: its depth, name and detail. */
function lines(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail ? `: ${detail}` : ''}`,
    ...lines(children ?? [], depth + 1),
  ]);
}

describe('document symbols', () => {
  const trees = {
    ...able,
    textDocument: { ...able.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  };
  const draft = [
    '# The strike',
    '',
    'Police detained 300 dockers at the harbour of Tarvik.',
    '',
    '## The union',
    '',
    'Tomas Wendelinn leads the union. He has 14 cats. Tomas Wendelinn is at home.',
    '',
    '# What is next',
    '',
    'Nobody knows.',
    '',
  ].join('\n');

  test('wait for the sources, since nobody asks again', async () => {
    const runtime = new MemoryRuntime(files);
    const gate = runtime.hold('/desk/sources/herald.md');
    const client = await start(runtime, { capabilities: trees });
    await client.open('/desk/draft.md', draft);
    await gate.reached;
    const asked = outline(client, '/desk/draft.md');
    await client.roundTrip();
    gate.open();
    expect(lines(await asked)).toContain('  300 dockers detained: refuted');
  });

  test('of a draft: figures and names with their verdicts, below the headings', async () => {
    const client = await start(new MemoryRuntime(files), { capabilities: trees });
    await client.open('/desk/draft.md', draft);
    await client.ready(2);
    const symbols = await outline(client, '/desk/draft.md');
    expect(lines(symbols)).toEqual([
      'The strike',
      '  300 dockers detained: refuted',
      '  Tarvik: known',
      '  The union',
      '    Tomas Wendelinn: misspelt',
      '    14 cats: unsourced',
      'What is next',
    ]);
    const [strike, next] = symbols;
    expect(strike!.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 8, character: 0 } });
    expect(strike!.selectionRange).toEqual({ start: { line: 0, character: 2 }, end: { line: 0, character: 12 } });
    expect(next!.range).toEqual({ start: { line: 8, character: 0 }, end: { line: 11, character: 0 } });
    const [figure] = strike!.children!;
    expect(figure!.selectionRange).toEqual({ start: { line: 2, character: 16 }, end: { line: 2, character: 19 } });
  });

  test('tell the verdict in the client’s language', async () => {
    const l10n = { refuted: 'widerlegt' };
    const client = await start(new MemoryRuntime(files), { capabilities: trees, initializationOptions: { l10n } });
    await client.open('/desk/draft.md', draft);
    await client.ready(2);
    expect(lines(await outline(client, '/desk/draft.md'))[1]).toBe('  300 dockers detained: widerlegt');
  });

  test('are a flat list for clients that know no tree', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.open('/desk/draft.md', draft);
    await client.ready(2);
    const symbols = await outline(client, '/desk/draft.md');
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['The strike', undefined],
      ['300 dockers detained (refuted)', 'The strike'],
      ['Tarvik (known)', 'The strike'],
      ['The union', 'The strike'],
      ['Tomas Wendelinn (misspelt)', 'The union'],
      ['14 cats (unsourced)', 'The union'],
      ['What is next', undefined],
    ]);
    expect(client.textAt('/desk/draft.md', symbols[1]!.location.range)).toBe('300');
  });

  test('of a source have no verdicts', async () => {
    const client = await start(new MemoryRuntime(files), { capabilities: trees });
    await client.open('/desk/sources/echo.md', echo);
    await client.ready(2);
    expect(lines(await outline(client, '/desk/sources/echo.md'))).toEqual(['Tomas Wendelin', 'Tomas Berg', 'Coast Union']);
  });

  test.each([
    ['plaintext', '# Rain\n\nA.\n\n## Wind\n\nB.\n'],
    ['markdown', 'Rain\n====\n\nA.\n\nWind\n----\n\nB.\n'],
    ['asciidoc', '== Rain\n\nA.\n\n=== Wind\n\nB.\n'],
    ['restructuredtext', 'Rain\n~~~~\n\nA.\n\nWind\n====\n\nB.\n'],
    ['latex', '\\section{Rain}\n\nA.\n\n\\subsection*{Wind}\n\nB.\n'],
  ])('nest the headings of %s', async (languageId, text) => {
    const client = await start(new MemoryRuntime(files), { capabilities: trees });
    await client.open('/desk/draft', text, languageId);
    await client.ready(2);
    expect(lines(await outline(client, '/desk/draft'))).toEqual(['Rain', '  Wind']);
  });
});

describe('workspace symbols', () => {
  const find = async (client: TestClient, query: string) => {
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
    return found.map(({ name, containerName }) => `${name} (${containerName})`);
  };

  test('are the names of the sources, found by any letters in their order, the nearest and most used first', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.ready(2);
    const wendelin = ['Tomas Wendelin (Coast Echo)', 'Tomas Wendelin (Tarvik Herald)'];
    expect(await find(client, 'Tom')).toEqual([...wendelin, 'Tomas Berg (Coast Echo)']);
    expect(await find(client, 'wend')).toEqual(wendelin);
    expect(await find(client, 'tmwndln')).toEqual(wendelin);
    expect(await find(client, 'zzz')).toEqual([]);
    expect(await find(client, '')).toEqual(expect.arrayContaining([...wendelin, 'Tarvik (Tarvik Herald)']));
  });

  test('lead to where the source has the name, with its kind', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.ready(2);
    client.knows('/desk/sources/echo.md', echo);
    const [berg] = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'berg' });
    expect(berg!.location.uri).toBe(uriOf('/desk/sources/echo.md'));
    expect(client.textAt('/desk/sources/echo.md', berg!.location.range)).toBe('Tomas Berg');
    const [wendelin] = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'coast union' });
    expect(wendelin).toMatchObject({ kind: SymbolKind.Module });
    expect(berg!.kind).not.toBe(SymbolKind.Module);
  });

  test('come from every folder, once from folders inside one another, and no more than can be read', async () => {
    const names = Array.from(
      { length: 150 },
      (_, at) => `Ivo ${String.fromCharCode(65 + (at % 26))}${'aeiou'[at % 5]}${'lmnrt'[Math.floor(at / 26) % 5]}sen`,
    );
    const many = names.map((name) => `The singer ${name} came.`).join('\n\n');
    const client = await start(
      new MemoryRuntime({ '/one/sources/a.md': herald, '/two/sources/b.md': echo, '/two/sources/c.md': many, '/two/sources/d.md': many }),
      { folders: ['/one', '/two'] },
    );
    await client.ready(1, '/one');
    await client.ready(3, '/two');
    expect(await find(client, 'wendelin')).toEqual(['Tomas Wendelin (Tarvik Herald)', 'Tomas Wendelin (Coast Echo)']);
    expect(await find(client, 'ivo')).toHaveLength(200);
  });
});
