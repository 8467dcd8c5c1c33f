import { describe, expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { unasking } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald =
  '---\npublisher: Tarvik Herald\ndate: 2021-03-04\n---\nPolice detained 120 dockers at the harbour of Tarvik on Thursday.\n\nThe chairman, Tomas Wendelin, was among them. Wendelin leads the union.\n';
const files = { '/desk/sources/herald.md': herald };
const path = '/desk/draft.md';
const refuted = 'refuted-figure: 300';

/** A second's worth of keys: `text` is typed behind `after`, a character at a time, and after each the findings are looked at. */
async function type(client: TestClient, after: string, text: string, look: () => Promise<string[]>): Promise<string[][]> {
  const seen: string[][] = [];
  for (let typed = 0; typed < text.length; typed++) {
    const before = after + text.slice(0, typed);
    await client.edit(path, before, before + text[typed]);
    seen.push(await look());
  }
  return seen;
}

async function asking(text: string): Promise<{ client: TestClient; runtime: MemoryRuntime; look: () => Promise<string[]> }> {
  const runtime = new MemoryRuntime(files);
  const client = await start(runtime);
  await client.open(path, text);
  await client.ready(1);
  return { client, runtime, look: () => client.findings(path) };
}

describe('a figure', () => {
  test('is not judged while it is typed, nor before a second has passed', async () => {
    const { client, runtime, look } = await asking('Police detained  dockers at the harbour of Tarvik.\n');
    expect(await type(client, 'detained ', '300', look)).toEqual([[], [], []]);
    runtime.pass(999);
    await client.roundTrip();
    expect(await look()).toEqual([]);
    const mark = client.received.length;
    runtime.pass(1);
    await client.refreshed(mark);
    expect(await look()).toEqual([refuted]);
  });

  test('has a second from the last key on', async () => {
    const { client, runtime, look } = await asking('Police detained  dockers at the harbour of Tarvik.\n');
    await type(client, 'detained ', '30', look);
    runtime.pass(900);
    await type(client, 'detained 30', '0', look);
    runtime.pass(900);
    await client.roundTrip();
    expect(await look()).toEqual([]);
  });

  test('is judged once the writing has gone on past the word after it, to which it may belong', async () => {
    const { client, look } = await asking('Police at the harbour of Tarvik on Thursday detained .\n');
    const seen = await type(client, 'detained ', '300 dockers and', look);
    expect(seen.slice(0, '300 dockers'.length).flat()).toEqual([]);
    expect(seen.at(-1)).toEqual([refuted]);
  });

  test('is judged once the cursor is put elsewhere, and not while it stays', async () => {
    const { client, look } = await asking('Police detained  dockers at the harbour of Tarvik.\n');
    await type(client, 'detained ', '300', look);
    const mark = client.received.length;
    const tell = (needle: string) => client.connection.sendNotification('secondSource/cursor', client.at(path, needle));
    await tell('00 dockers');
    await client.roundTrip();
    expect(await look()).toEqual([]);
    await tell('harbour');
    await client.refreshed(mark);
    expect(await look()).toEqual([refuted]);
  });

  test('is not judged while it is changed, and what was found of it goes with the first key', async () => {
    const { client, runtime, look } = await asking('Police detained 300 dockers at the harbour of Tarvik.\n');
    expect(await look()).toEqual([refuted]);
    await client.edit(path, '300', '3000');
    expect(await look()).toEqual([]);
    const mark = client.received.length;
    runtime.pass(1000);
    await client.refreshed(mark);
    expect(await look()).toEqual(['refuted-figure: 3000']);
  });

  test('keeps what was found of it while something is typed beside it', async () => {
    const { client, look } = await asking('Police detained 300 dockers at the harbour of Tarvik.\n');
    expect(await look()).toEqual([refuted]);
    const seen = await type(client, '300', ' of the', look);
    for (const findings of seen) expect(findings).toEqual([refuted]);
    await client.edit(path, 'Police detained ', 'Police detained, ');
    expect(await look()).toEqual([refuted]);
  });

  test('pasted is judged where the sentence is whole, and else in a second', async () => {
    const { client, runtime, look } = await asking('Nothing yet.\n');
    await client.edit(path, 'yet.', 'yet. Police detained 300 dockers at the harbour of Tarvik. There were 14 cats');
    expect(await look()).toEqual([refuted]);
    await client.edit(path, 'Nothing yet.', 'Police detained 300 dockers at the harbour of Tarvik');
    expect(await look()).toEqual([refuted]);
    const mark = client.received.length;
    runtime.pass(1000);
    await client.refreshed(mark);
    expect(await look()).toEqual([refuted, refuted]);
  });

  test('is not judged at any of several cursors', async () => {
    const { client, look } = await asking(
      'Police detained 30 dockers at the harbour of Tarvik.\n\nPolice detained 30 dockers at the harbour of Tarvik.\n',
    );
    const at = (line: number) => ({ start: { line, character: 18 }, end: { line, character: 18 } });
    const contentChanges = [2, 0].map((line) => ({ range: at(line), text: '0' }));
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: uriOf(path), version: 2 }, contentChanges });
    expect(await look()).toEqual([]);
  });

  test('is not judged either where the client sends the whole text at every key', async () => {
    const { client, runtime, look } = await asking('Police detained 30 dockers at the harbour of Tarvik.\n');
    const text = 'Police detained 300 dockers at the harbour of Tarvik.\n';
    const textDocument = { uri: uriOf(path), version: 2 };
    await client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    expect(await client.pull(path)).toMatchObject({ items: [] });
    const mark = client.received.length;
    runtime.pass(1000);
    await client.refreshed(mark);
    expect(await client.pull(path)).toMatchObject({ items: [{ code: 'refuted-figure' }] });
    expect(await look()).toHaveLength(1);
  });
});

describe('a name', () => {
  test('half typed is not misspelt', async () => {
    const { client, runtime, look } = await asking('The union is led by .\n');
    const seen = await type(client, 'led by ', 'Tomas Wendelinn', look);
    expect(seen.flat()).toEqual([]);
    const mark = client.received.length;
    runtime.pass(1000);
    await client.refreshed(mark);
    expect(await look()).toEqual(['misspelt-name: Tomas Wendelinn']);
  });

  test('that turned out right is never told of', async () => {
    const { client, runtime, look } = await asking('The union is led by .\n');
    await type(client, 'led by ', 'Tomas Wendelin', look);
    const mark = client.received.length;
    runtime.pass(1000);
    await client.roundTrip();
    expect(client.received.slice(mark)).toEqual([]);
  });
});

describe('clients that are sent diagnostics', () => {
  test('keep those of other text at every key, and get that of the word after a second', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime, { capabilities: unasking });
    await client.open(path, 'Tomas Wendelinn leads the union.\n\nPolice detained  dockers at the harbour of Tarvik.\n');
    const misspelt = (params: PublishDiagnosticsParams) => params.diagnostics.map(({ code }) => code).join() === 'misspelt-name';
    await client.published(path, misspelt);
    const mark = client.received.length;
    for (const [before, after] of [
      ['detained ', 'detained 3'],
      ['detained 3', 'detained 30'],
      ['detained 30', 'detained 300'],
    ] as const) {
      await client.edit(path, before, after);
    }
    await client.published(path, ({ version }) => version === 4, mark);
    runtime.pass(1000);
    await client.published(path, ({ diagnostics }) => diagnostics.length === 2, mark);
    const sent = client.received.slice(mark).flatMap(({ method, params }) => {
      if (method !== 'textDocument/publishDiagnostics') return [];
      return [(params as PublishDiagnosticsParams).diagnostics.map((item) => client.brief(path, item))];
    });
    expect(sent.at(-1)).toEqual(['misspelt-name: Tomas Wendelinn', refuted]);
    for (const findings of sent.slice(0, -1)) expect(findings).toEqual(['misspelt-name: Tomas Wendelinn']);
  });
});
