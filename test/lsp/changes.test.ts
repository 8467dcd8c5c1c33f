/** What sources that come, change and go do to the open drafts, over LSP: told when somebody asks, until they have seen it. */
import { expect, test } from 'vitest';
import {
  type Changes,
  changesMethod,
  changesSeenMethod,
  type Recalled,
  recallMethod,
  standingsMethod,
} from '../../server/protocol/changes.ts';
import { draftsChangedMethod } from '../../server/protocol/draft.ts';
import { able } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const DRAFT = '/desk/draft.md';
const source = (publisher: string, text: string, date = '2021-03-04') => `---\npublisher: ${publisher}\ndate: ${date}\n---\n${text}\n`;
const herald = source('Tarvik Herald', 'In Tarvik 31 weavers were killed in the fire at the mill, police said.');
const echo = source('Coast Echo', 'In Tarvik 44 weavers were killed in the fire at the mill, police said.');
const draft = 'In Tarvik 31 weavers were killed in the fire at the mill.\n\nIn all 12 boats burned at the harbour of Tarvik.\n';

async function opened(files: Readonly<Record<string, string>> = { '/desk/sources/herald.md': herald }) {
  const runtime = new MemoryRuntime(files);
  const client = await start(runtime, { capabilities: able });
  await client.open(DRAFT, draft);
  await client.ready(Object.keys(files).length);
  await client.quiet();
  await client.pull(DRAFT);
  return { client, runtime };
}

/** Lets a source come, change or go, and waits until that is told of. */
async function becomes(client: TestClient, runtime: MemoryRuntime, path: string, text: string | null): Promise<void> {
  const before = client.received.length;
  if (text === null) runtime.delete(path);
  else runtime.write(path, text);
  await client.changed([path, text === null ? 'deleted' : 'changed']);
  await client.waitFor(({ method }) => method === draftsChangedMethod, before);
  await client.quiet();
}

async function changes(client: TestClient): Promise<string[]> {
  const { drafts } = await client.connection.sendRequest<Changes>(changesMethod);
  return drafts.flatMap((each) => each.changes.map(({ text, measures, told }) => `${text} ${measures}: ${told}`));
}

test('nothing has changed after a desk was opened, however its sources came', async () => {
  const { client } = await opened();
  expect(await changes(client)).toEqual([]);
});

test('a new source that differs, or agrees, is told with what it says, and one that bears on nothing is not', async () => {
  const { client, runtime } = await opened();
  await becomes(client, runtime, '/desk/sources/weather.md', source('Weather Post', 'It rained for 9 days in the hills.'));
  expect(await changes(client)).toEqual([]);
  await becomes(client, runtime, '/desk/sources/echo.md', echo);
  expect(await changes(client)).toEqual(['31 weavers killed: was supported, now conflicting — Coast Echo says 44']);
  const also = source('Union Wire', 'In all 12 boats burned at the harbour of Tarvik.');
  await becomes(client, runtime, '/desk/sources/wire.md', also);
  expect(await changes(client)).toEqual([
    '31 weavers killed: was supported, now conflicting — Coast Echo says 44',
    '12 boats: was unsourced, now supported — Union Wire says 12',
  ]);
  const { drafts } = await client.connection.sendRequest<Changes>(changesMethod);
  expect(drafts[0]).toMatchObject({ uri: uriOf(DRAFT) });
  expect(client.textAt(DRAFT, drafts[0]!.changes[1]!.range)).toBe('12');
});

test('a source that changes, and one that is gone, are told of; what is as it was before is no change', async () => {
  const { client, runtime } = await opened({ '/desk/sources/herald.md': herald, '/desk/sources/echo.md': echo.replace('44', '31') });
  await becomes(client, runtime, '/desk/sources/echo.md', echo);
  expect(await changes(client)).toEqual(['31 weavers killed: was supported, now conflicting — Coast Echo now says 44, not 31']);
  await becomes(client, runtime, '/desk/sources/herald.md', null);
  expect(await changes(client)).toEqual([
    '31 weavers killed: was supported, now refuted — Coast Echo now says 44, not 31; Tarvik Herald is gone',
  ]);
  await becomes(client, runtime, '/desk/sources/echo.md', echo.replace('44', '31'));
  expect(await changes(client)).toEqual(['31 weavers killed: still supported — Tarvik Herald is gone']);
  await becomes(client, runtime, '/desk/sources/herald.md', herald);
  expect(await changes(client)).toEqual([]);
});

test('what changed while no server ran is told by the next, which is given back what this one knew', async () => {
  const { client } = await opened();
  const ask = (of: TestClient) =>
    of.connection.sendRequest<Recalled['standings']>(standingsMethod, { textDocument: { uri: uriOf(DRAFT) } });
  const standings = await ask(client);
  expect(standings).not.toBeNull();
  const runtime = new MemoryRuntime({ '/desk/sources/herald.md': herald, '/desk/sources/echo.md': echo });
  const next = await start(runtime, { capabilities: able });
  await next.open(DRAFT, draft.replace('In all', 'All told'));
  const recall = (given: unknown) =>
    next.connection.sendRequest(recallMethod, { textDocument: { uri: uriOf(DRAFT) }, standings: given } satisfies Recalled);
  await recall(standings);
  await next.ready(2);
  await next.quiet();
  expect(await changes(next)).toEqual(['31 weavers killed: was supported, now conflicting — Coast Echo says 44']);
  // What has not been looked at is told by a third too, and what has been is not.
  expect(await ask(next)).toEqual(expect.arrayContaining((standings as unknown[][]).slice(0, 1)));
  await next.connection.sendRequest(changesSeenMethod, {});
  expect(await changes(next)).toEqual([]);
  expect(await ask(next)).not.toEqual(expect.arrayContaining((standings as unknown[][]).slice(0, 1)));
  // Whatever else is given back is nothing.
  for (const odd of [null, 3, 'x', {}, [[]], [['key', 'nobody', []]], [[1, 'supported', []]], [['key', 'supported', [[1, 2, 3]]]]])
    await recall(odd);
  expect(await changes(next)).toEqual([]);
});

test('nothing is known for later before the sources are read', async () => {
  const runtime = new MemoryRuntime({ '/desk/sources/herald.md': herald });
  const gate = runtime.hold('/desk/sources/herald.md');
  const client = await start(runtime, { capabilities: able });
  await client.open(DRAFT, draft);
  await gate.reached;
  await client.pull(DRAFT);
  expect(await client.connection.sendRequest(standingsMethod, { textDocument: { uri: uriOf(DRAFT) } })).toBeNull();
  gate.open();
  await client.ready(1);
});

test('what the writer has seen is told no more', async () => {
  const { client, runtime } = await opened();
  await becomes(client, runtime, '/desk/sources/echo.md', echo);
  expect(await changes(client)).toHaveLength(1);
  await client.connection.sendRequest(changesSeenMethod, {});
  expect(await changes(client)).toEqual([]);
  await becomes(client, runtime, '/desk/sources/echo.md', null);
  expect(await changes(client)).toEqual(['31 weavers killed: was conflicting, now supported — Coast Echo is gone']);
});

test('an edit of the draft is no change of the sources, and what was written since is held against them as they were then', async () => {
  const { client, runtime } = await opened();
  await client.edit(DRAFT, '31', '44');
  await client.edit(DRAFT, 'In Tarvik', 'A bad day. In Tarvik');
  expect(await changes(client)).toEqual([]);
  await client.pull(DRAFT);
  await becomes(client, runtime, '/desk/sources/echo.md', echo);
  expect(await changes(client)).toEqual(['44 weavers killed: was refuted, now conflicting — Coast Echo says 44']);
  // The row goes where the figure goes, and goes with it.
  await client.edit(DRAFT, 'A bad day.', 'A bad day and a worse night.');
  const { drafts } = await client.connection.sendRequest<Changes>(changesMethod);
  expect(client.textAt(DRAFT, drafts[0]!.changes[0]!.range)).toBe('44');
  await client.edit(DRAFT, '44 weavers', 'weavers');
  expect(await changes(client)).toEqual([]);
});

test('a name that the sources spell in several ways by now is told of', async () => {
  const runtime = new MemoryRuntime({ '/desk/sources/herald.md': source('Tarvik Herald', 'The mayor, Tomas Wendelin, wept.') });
  const client = await start(runtime, { capabilities: able });
  await client.open(DRAFT, 'Tomas Wendelin wept.\n');
  await client.ready(1);
  await client.pull(DRAFT);
  await becomes(client, runtime, '/desk/sources/echo.md', source('Coast Echo', 'The mayor, Tomas Wendelinn, wept.'));
  expect(await changes(client)).toEqual(['Tomas Wendelin : was known, now variant']);
});

test('the first sources of a desk are no news', async () => {
  const runtime = new MemoryRuntime({});
  const client = await start(runtime, { capabilities: able });
  await client.open(DRAFT, draft);
  await client.quiet();
  await client.pull(DRAFT);
  await becomes(client, runtime, '/desk/sources/herald.md', herald);
  expect(await changes(client)).toEqual([]);
});
