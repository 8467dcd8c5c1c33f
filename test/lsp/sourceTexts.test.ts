/** Sources that are no text files, for clients that show their texts as documents of their own: every way leads into them. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic, DocumentSymbol, Location, LocationLink, SymbolInformation } from 'vscode-languageserver';
import { type Conflicts, conflictsMethod } from '../../server/protocol/conflicts.ts';
import type { InitializationOptions } from '../../server/protocol/initialization.ts';
import {
  type SourceText,
  type SourceTextParams,
  showPassageCommand,
  sourceTextChangedMethod,
  sourceTextMethod,
} from '../../server/protocol/sourceTexts.ts';
import { pdf } from '../sources/pdf.ts';
import { clientsForTests, type StartOptions, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const showing: StartOptions = { initializationOptions: { sourceTexts: true } satisfies InitializationOptions };
const VIEW = 'second-source-text:/desk/sources/echo.html%20%28text%29';
const FILE = '/desk/sources/echo.html';

const page = (...paragraphs: string[]) =>
  `<html><head><title>Fire at the mill</title></head><body><article><h1>Fire at the mill</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
const echo = page(
  'The mill of Tarvik was old, and the town had talked of its timber roof for years.',
  'In Tarvik 31 weavers were killed in the fire on Thursday, police said. Tomas Wendelin leads the union of the weavers.',
);
const herald =
  '---\npublisher: Tarvik Herald\ndate: 2021-03-04\n---\nIn Tarvik 26 weavers were killed in the fire on Thursday, police said. Tomas Wendelin was there.\n';
const draft = 'In Tarvik 31 weavers were killed in the fire. So said Tomas Wendelin.\n';
const files = { '/desk/sources/herald.md': herald, [FILE]: echo };

const textOf = (client: TestClient, uri = VIEW) =>
  client.connection.sendRequest<SourceText | null>(sourceTextMethod, { uri } satisfies SourceTextParams);

/** Opens a document with the text of a source, as a client shows it. */
async function show(client: TestClient, uri = VIEW): Promise<string> {
  const { text } = (await textOf(client, uri))!;
  await client.open(uri, text!, 'second-source-text');
  return text!;
}

async function desk(options = showing): Promise<TestClient> {
  const client = await start(new MemoryRuntime(files), options);
  await client.open('/desk/draft.md', draft);
  await client.ready(2);
  return client;
}

/** What a place says, where it is in a document that shows a text. */
const said = (client: TestClient, { uri, range }: Location) => `${uri}: ${client.textAt(uri, range)}`;

describe('the text of a source', () => {
  test('is what its places count in, with those places in words', async () => {
    const client = await start(new MemoryRuntime(files), showing);
    const { text, places, ...rest } = (await textOf(client))!;
    expect(rest).toEqual({ original: uriOf(FILE), reason: null });
    const at = (needle: string) => places.filter(({ start: place }) => place <= text!.indexOf(needle)).at(-1);
    expect(at('The mill of')).toMatchObject({ words: 'paragraph 2', page: null });
    expect(at('31 weavers')).toMatchObject({ words: 'paragraph 3', page: null });
  });

  test('has its places in the words of the client', async () => {
    const l10n = { 'paragraph {paragraph}': 'Absatz {paragraph}' };
    const client = await desk({ initializationOptions: { sourceTexts: true, l10n } satisfies InitializationOptions });
    expect((await textOf(client))?.places[0]?.words).toBe('Absatz 1');
    expect(await client.hoverText('/desk/draft.md', '31')).toContain(', Absatz 3: ');
  });

  test('of a PDF has the pages as printed and as numbered in the file', async () => {
    const labels = '/PageLabels << /Nums [0 << /S /r /St 9 >>] >>';
    const pages = [
      [{ text: 'In Tarvik 31 weavers were killed in the fire, police said.', y: 700 }],
      [{ text: 'The mill had 40 windows, the owner told a meeting.', y: 700 }],
    ];
    const client = await start(new MemoryRuntime({ '/desk/sources/a b.pdf': pdf(pages, { catalog: labels }) }), showing);
    const { original, text, places } = (await textOf(client, 'second-source-text:/desk/sources/a%20b.pdf%20%28text%29'))!;
    expect(original).toBe('file:///desk/sources/a%20b.pdf');
    expect(places).toEqual([
      { start: 0, words: 'page ix (1 in the file)', page: 1 },
      { start: text!.indexOf('The mill'), words: 'page x (2 in the file)', page: 2 },
    ]);
  });

  test('is waited for where it is asked for before the sources are read', async () => {
    const runtime = new MemoryRuntime(files);
    const reading = runtime.hold(FILE);
    const client = await start(runtime, showing);
    const asked = textOf(client);
    await reading.reached;
    reading.open();
    expect((await asked)?.text).toContain('31 weavers');
  });

  test('that is not there is said to be gone, unreadable, or no source', async () => {
    const client = await start(new MemoryRuntime({ ...files, '/desk/sources/bad.pdf': 'no', '/desk/other.html': echo }), showing);
    const reason = async (name: string) => (await textOf(client, `second-source-text:/desk/${name}%20%28text%29`))?.reason;
    expect(await reason('sources/none.html')).toBe('does not exist');
    expect(await reason('sources/bad.pdf')).toMatch(/^damaged: /);
    expect(await reason('other.html')).toBe('is not one of the sources any more');
    expect(await textOf(client, uriOf(FILE))).toBeNull();
  });

  test('that changes is told of once it was asked for, to its end', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime, showing);
    await client.ready(2);
    await textOf(client);
    const changed = (after: number) => client.waitFor(({ method, params }) => method === sourceTextChangedMethod && [params], after);
    for (const [content, type] of [
      [page('All 12 boats of the harbour burnt, the mayor of the town said on Thursday evening.'), 'changed'],
      ['', 'changed'],
      [null, 'deleted'],
      [echo, 'created'],
    ] as const) {
      const after = client.received.length;
      if (content === null) runtime.delete(FILE);
      else runtime.write(FILE, content);
      await client.changed([FILE, type]);
      expect(await changed(after)).toEqual([{ uri: VIEW }]);
      const { text, reason } = (await textOf(client))!;
      if (content?.includes('12 boats')) expect(text).toContain('12 boats');
      else if (content) expect(text).toContain('31 weavers');
      else expect([text, reason]).toEqual([null, content === null ? 'does not exist' : 'empty']);
    }
  });
});

describe('places in a source that is no text file', () => {
  test('are in its text: definition, references, related information, symbols and conflicts', async () => {
    const client = await desk();
    await show(client);
    const [link] = (await client.definition('/desk/draft.md', '31')) as LocationLink[];
    expect(said(client, { uri: link!.targetUri, range: link!.targetSelectionRange })).toBe(`${VIEW}: 31`);
    expect(client.textAt(VIEW, link!.targetRange)).toBe('In Tarvik 31 weavers were killed in the fire on Thursday, police said.');

    const params = { ...client.at('/desk/draft.md', 'Tomas'), context: { includeDeclaration: false } };
    const references = await client.connection.sendRequest<Location[]>('textDocument/references', params);
    expect(references.filter(({ uri }) => uri === VIEW).map((place) => said(client, place))).toEqual([`${VIEW}: Tomas Wendelin`]);

    const report = (await client.pull('/desk/draft.md')) as { items: Diagnostic[] };
    const related = report.items[0]!.relatedInformation!.find(({ location: { uri } }) => uri === VIEW)!;
    expect(said(client, related.location)).toMatch(/: In Tarvik 31 .* said\.$/);
    expect(related.message).toBe('31 (Fire at the mill, paragraph 3)');

    const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'wendelin' });
    expect(symbols.filter(({ location: { uri } }) => uri === VIEW).map(({ location }) => said(client, location))).toEqual([
      `${VIEW}: Tomas Wendelin`,
    ]);

    const { groups } = await client.connection.sendRequest<Conflicts>(conflictsMethod, {});
    const claim = groups[0]!.claims.find(({ uri }) => uri === VIEW)!;
    expect(said(client, claim)).toBe(`${VIEW}: 31`);
    expect(claim.place).toBe('paragraph 3');
  });

  test('are told in hovers, whose links open the text with the passage selected', async () => {
    const client = await desk();
    const text = await show(client);
    const hover = await client.hoverText('/desk/draft.md', '31');
    const [, args = '', rest] = new RegExp(`\\[Fire at the mill\\]\\(command:${showPassageCommand}\\?(\\S+) "echo\\.html"\\)(.*)`).exec(
      hover,
    )!;
    expect(rest).toMatch(/^, paragraph 3: /);
    // As VS Code does.
    const [uri, range] = JSON.parse(decodeURIComponent(decodeURIComponent(args)));
    expect(uri).toBe(VIEW);
    expect(client.textAt(uri, range)).toBe('In Tarvik 31 weavers were killed in the fire on Thursday, police said.');
    expect(text).toContain(client.textAt(uri, range));
    expect(hover).toContain('[Tarvik Herald](file:///desk/sources/herald.md#L5,1-5,71)');
  });

  test('are the file, for clients that show no texts', async () => {
    const client = await desk({});
    expect(await client.definition('/desk/draft.md', '31')).toMatchObject([
      { targetUri: uriOf(FILE), targetSelectionRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    ]);
    const hover = await client.hoverText('/desk/draft.md', '31');
    expect(hover).toContain(`[Fire at the mill](${uriOf(FILE)}), paragraph 3: `);
    expect(hover).not.toContain('command:');
  });
});

describe('a document that shows a text', () => {
  test('is a source: hovers, references and definitions lead on, and nothing in it is flagged', async () => {
    const client = await desk();
    await show(client);
    expect(await client.hoverText(VIEW, '31')).toContain('Tarvik Herald');
    expect(await client.definition(VIEW, '31')).toMatchObject([{ targetUri: uriOf('/desk/sources/herald.md') }]);
    const references = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...client.at(VIEW, '31'),
      context: { includeDeclaration: true },
    });
    expect(references.map(({ uri }) => uri)).toEqual([uriOf('/desk/sources/herald.md'), uriOf('/desk/draft.md'), VIEW]);
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: VIEW } });
    expect(symbols.map(({ name }) => name)).toContain('Tomas Wendelin');
    expect(await client.findings(VIEW)).toEqual([]);
  });

  test('takes no part in what the library holds, whether it is open or closed', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime, showing);
    await client.ready(2);
    await client.open(VIEW, 'In Tarvik 99 weavers were killed in the fire.\n', 'second-source-text');
    expect(await client.hoverText(VIEW, '99')).toBe('');
    expect((await textOf(client))?.text).toContain('31 weavers');
    await client.close(VIEW);
    expect((await textOf(client))?.text).toContain('31 weavers');
    expect(runtime.reads.get(uriOf(FILE))).toBe(1);
  });
});

test('a file of bytes that an editor opens as if it were a text is read from the disk still', async () => {
  const bytes = pdf([[{ text: 'In Tarvik 31 weavers were killed in the fire, police said.', y: 700 }]]);
  const runtime = new MemoryRuntime({ '/desk/sources/a.pdf': bytes });
  const client = await start(runtime, showing);
  await client.ready(1);
  await client.open('/desk/sources/a.pdf', new TextDecoder().decode(bytes), 'plaintext');
  await client.edit('/desk/sources/a.pdf', '%PDF', '%FDP');
  const view = 'second-source-text:/desk/sources/a.pdf%20%28text%29';
  expect((await textOf(client, view))?.text).toContain('31 weavers');
  await client.close('/desk/sources/a.pdf');
  expect((await textOf(client, view))?.text).toContain('31 weavers');
  runtime.delete('/desk/sources/a.pdf');
  await client.open('/desk/sources/a.pdf', 'x', 'plaintext');
  await client.changed(['/desk/sources/a.pdf', 'deleted']);
  await client.roundTrip();
  expect((await textOf(client, view))?.reason).toBe('does not exist');
});
