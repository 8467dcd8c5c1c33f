/** A branch that is switched under five thousand sources, in one notification and in many, while a draft is open. */
import { describe, expect, test, vi } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { unasking } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

// A machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 300_000 });

const start = clientsForTests();

const SOURCES = 5000;
const draft = 'Police detained 300 dockers at the harbour of Tarvik.\n';

type Event = readonly [path: string, type: 'created' | 'changed' | 'deleted'];

/** A source of a branch: few speak of the dockers. */
function text(index: number, branch: string, count: number): string {
  const about = index % 500 === 0 ? `Police detained ${count} dockers at the harbour of Tarvik on Thursday.` : `The tide came in at noon.`;
  return `${about}\n\nIt is number ${index} of ${branch}.\n`;
}

function path(index: number): string {
  return `/desk/sources/${index % 50}/${index}.md`;
}

/** Fills the desk with one branch's sources, and gives the events that a watcher tells of. */
function checkOut(runtime: MemoryRuntime, branch: string, count: number): Event[] {
  const events: Event[] = [];
  for (let index = 0; index < SOURCES; index++) {
    runtime.delete(path(index));
    events.push([path(index), 'deleted']);
  }
  for (let index = 0; index < SOURCES; index++) {
    runtime.write(path(index), text(index, branch, count));
    events.push([path(index), 'created']);
  }
  return events;
}

/** What was published for the draft, as often as it was. */
function published(client: TestClient, after: number): string[][] {
  return client.received.slice(after).flatMap(({ method, params }) => {
    const { uri, diagnostics } = params as PublishDiagnosticsParams;
    return method === 'textDocument/publishDiagnostics' && uri === uriOf('/desk/draft.md')
      ? [diagnostics.map(({ message }) => String(message))]
      : [];
  });
}

describe('a branch that is switched under 5,000 sources', () => {
  test('leaves the draft its findings until others are known, and hovers are answered meanwhile', async () => {
    const runtime = new MemoryRuntime();
    checkOut(runtime, 'main', 120);
    const client = await start(runtime, { capabilities: unasking });
    await client.open('/desk/draft.md', draft);
    await client.ready(SOURCES);
    await client.quiet();
    const [before] = published(client, 0).slice(-1);
    expect(before).toEqual([expect.stringContaining('120')]);

    // The figure stays what it was: nothing is to be seen of the switch.
    runtime.reads.clear();
    let mark = client.received.length;
    const gate = runtime.hold(path(2500));
    const events = checkOut(runtime, 'side', 120);
    for (let at = 0; at < events.length; at += 7) await client.changed(...events.slice(at, at + 7));
    await gate.reached;
    // In the middle of it, the server answers.
    expect(await client.hoverText('/desk/draft.md', '300')).toContain('Police detained **120** dockers');
    expect(client.session.workspace.folders[0]!.status()).toMatchObject({ state: 'indexing', sources: SOURCES });
    gate.open();
    await client.quiet();
    expect(published(client, mark)).toEqual([]);
    // Of what is told of again before it is read, the newest is read and nothing else.
    expect([...runtime.reads.values()].reduce((sum, each) => sum + each, 0)).toBeLessThan(SOURCES * 2);
    expect([...client.session.workspace.folders[0]!.library.values()].every(({ article }) => article.text.includes('of side'))).toBe(true);

    // Another figure takes the place of the first: the draft is never without its finding meanwhile.
    mark = client.received.length;
    await client.changed(...checkOut(runtime, 'other', 130));
    await client.quiet();
    const after = published(client, mark);
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter((messages) => messages.length !== 1)).toEqual([]);
    expect(after.at(-1)).toEqual([expect.stringContaining('130')]);
    expect(after.at(-1)![0]).not.toContain('120');

    // A branch without sources takes it away, when the last source that bears on it has gone.
    mark = client.received.length;
    const gone: Event[] = runtime.paths().map((each) => [each, 'deleted']);
    for (const [each] of gone) runtime.delete(each);
    await client.changed(...gone);
    await client.quiet();
    const left = published(client, mark);
    expect(left.at(-1)).toEqual([]);
    expect(left.slice(0, -1).filter((messages) => messages.length !== 1)).toEqual([]);
    expect(client.session.workspace.folders[0]!.status()).toMatchObject({ state: 'idle', sources: 0, skipped: [] });
  });
});

test('a source that is renamed, in whatever order that is told, never leaves the draft without its finding', async () => {
  const runtime = new MemoryRuntime({ '/desk/sources/a.md': text(0, 'main', 120) });
  const client = await start(runtime, { capabilities: unasking });
  await client.open('/desk/draft.md', draft);
  await client.ready(1);
  await client.quiet();
  const mark = client.received.length;
  runtime.write('/desk/sources/b.md', text(0, 'main', 120));
  runtime.delete('/desk/sources/a.md');
  await client.changed(['/desk/sources/a.md', 'deleted'], ['/desk/sources/b.md', 'created']);
  await client.quiet();
  expect(published(client, mark).filter((messages) => messages.length !== 1)).toEqual([]);
  expect(client.session.workspace.folders[0]!.status()).toMatchObject({ sources: 1 });
});
