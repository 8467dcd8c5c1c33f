/** How many sources stand behind a figure and a paragraph, told in the draft where the writer wants it. */
import { describe, expect, test } from 'vitest';
import type { CodeLens, InlayHint } from 'vscode-languageserver/node';
import { able } from './able.ts';
import { clientsForTests, type StartOptions, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const article = (publisher: string, text: string) => `---\npublisher: ${publisher}\ndate: 2021-03-04\n---\n${text}\n`;
const files = {
  '/desk/sources/a.md': article('Herald', 'In Tarvik 31 weavers were killed in the fire. The fire destroyed 12 looms in Tarvik.'),
  '/desk/sources/b.md': article('Echo', 'In Tarvik 31 weavers were killed in the fire. The fire destroyed 15 looms in Tarvik.'),
};
const draft =
  '# A fire\n\nIn Tarvik 31 weavers were killed in the fire.\nThe fire destroyed 12 looms in Tarvik. He saw 7 cats.\n\nNobody came.\n\nThe fire destroyed 99 looms in Tarvik.\n';
const refreshing = { ...able, workspace: { ...able.workspace, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } } };

async function desk(settings: unknown, options: StartOptions = {}): Promise<TestClient> {
  const client = await start(new MemoryRuntime(files), { settings, capabilities: refreshing, ...options });
  await client.ready(2);
  await client.open('/desk/draft.md', draft);
  return client;
}

const textDocument = { uri: uriOf('/desk/draft.md') };
const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const hints = (client: TestClient, range = all) =>
  client.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', { textDocument, range });
const lenses = (client: TestClient) => client.connection.sendRequest<CodeLens[] | null>('textDocument/codeLens', { textDocument });

describe('behind each figure', () => {
  test('stands how many sources agree, of how many where some differ', async () => {
    const client = await desk({ inlayHints: true });
    const told = (await hints(client))!.map(({ position, label }) => [
      client.textAt('/desk/draft.md', { start: { ...position, character: position.character - 2 }, end: position }).trim(),
      label,
    ]);
    expect(told).toEqual([
      ['31', '2 sources'],
      ['12', '1 of 2 sources'],
      ['7', 'no source'],
      ['99', 'no source agrees'],
    ]);
  });

  test('of the lines that are asked about', async () => {
    const client = await desk({ inlayHints: true });
    const line = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    expect((await hints(client, line))!.map(({ label }) => label)).toEqual(['2 sources']);
  });
});

test('above each paragraph with figures stands how many have a source, and how many sources those are', async () => {
  const client = await desk({ codeLenses: true });
  expect((await lenses(client))!.map(({ range, command }) => [range.start.line, command!.title])).toEqual([
    [2, 'Figures with a source: 2 of 3 · sources: 2'],
    [7, 'Figures with a source: 0 of 1 · sources: 0'],
  ]);
});

describe('nothing is told', () => {
  test('unless the writer turned it on', async () => {
    const client = await desk(null);
    expect([await hints(client), await lenses(client)]).toEqual([[], []]);
  });

  test('in sources, and without any', async () => {
    const client = await desk({ inlayHints: true });
    await client.open('/desk/sources/a.md', files['/desk/sources/a.md']);
    const source = { textDocument: { uri: uriOf('/desk/sources/a.md') }, range: all };
    expect(await client.connection.sendRequest('textDocument/inlayHint', source)).toEqual([]);
    const bare = await start(new MemoryRuntime({}), { settings: { inlayHints: true, codeLenses: true } });
    await bare.ready(0);
    await bare.open('/desk/draft.md', draft);
    expect([await hints(bare), await lenses(bare)]).toEqual([[], []]);
  });
});

describe('the client is told to ask again', () => {
  const asked = (client: TestClient, method: string, after: number) => client.waitFor((message) => message.method === method, after);

  test('when the sources change, for what is on', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime, { settings: { inlayHints: true }, capabilities: refreshing });
    await client.ready(2);
    await client.open('/desk/draft.md', draft);
    await hints(client);
    const before = client.received.length;
    runtime.write('/desk/sources/b.md', article('Echo', 'In Tarvik 33 weavers were killed in the fire.'));
    await client.changed(['/desk/sources/b.md', 'changed']);
    await asked(client, 'workspace/inlayHint/refresh', before);
    await client.quiet();
    expect((await hints(client))!.map(({ label }) => label)[0]).toBe('1 of 2 sources');
    expect(client.received.some(({ method }) => method === 'workspace/codeLens/refresh')).toBe(false);
  });

  test('when a setting turns it on or off', async () => {
    const client = await desk({ codeLenses: false });
    client.settings = { codeLenses: true };
    let before = client.received.length;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await asked(client, 'workspace/codeLens/refresh', before);
    expect(await lenses(client)).toHaveLength(2);
    client.settings = {};
    before = client.received.length;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await asked(client, 'workspace/codeLens/refresh', before);
    expect(await lenses(client)).toEqual([]);
  });
});
