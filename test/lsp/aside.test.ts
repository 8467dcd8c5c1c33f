/** Documents that take long to be read: everything else goes on meanwhile, and what becomes of them in that time counts. */
import { describe, expect, test } from 'vitest';
import { clientsForTests } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();
const report = (count: number): string => `Police detained ${count} dockers at the harbour of Tarvik on Thursday.\n`;
const page = (count: number): string => `<html><body><article><h1>Dockers</h1><p>${report(count)}</p></article></body></html>`;
const DRAFT = 'Police detained 300 dockers at the harbour of Tarvik on Thursday.\n';

describe('while a document is being read', () => {
  test('texts are read, whatever the order of their names, and drafts are held against them', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/a.html': page(300), '/desk/sources/b.md': report(120) });
    const gate = runtime.hold('/desk/sources/a.html');
    const client = await start(runtime);
    await client.open('/desk/draft.md', DRAFT);
    await gate.reached;
    const status = await client.status(({ sources }) => sources === 1);
    expect(status).toMatchObject({ state: 'indexing', total: 2 });
    expect(await client.findings('/desk/draft.md')).toEqual(['refuted-figure: 300']);
    runtime.write('/desk/sources/b.md', report(300));
    const mark = client.received.length;
    await client.changed(['/desk/sources/b.md', 'changed']);
    await client.refreshed(mark);
    expect(await client.findings('/desk/draft.md')).toEqual([]);
    gate.open();
    await client.ready(2);
  });

  test('it may change: what it says then counts, and is counted once', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/a.html': page(300) });
    const gate = runtime.hold('/desk/sources/a.html');
    const client = await start(runtime);
    await client.open('/desk/draft.md', DRAFT);
    await gate.reached;
    runtime.write('/desk/sources/a.html', page(120));
    await client.changed(['/desk/sources/a.html', 'changed']);
    expect(await client.ready(1)).toMatchObject({ total: 0, done: 0 });
    gate.open();
    await client.quiet();
    expect(await client.findings('/desk/draft.md')).toEqual(['refuted-figure: 300']);
    expect(runtime.reads.get('file:///desk/sources/a.html')).toBe(2);
  });

  test('it may go, and its folder may be closed', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/a.html': page(300), '/two/sources/a.html': page(300) });
    const gates = [runtime.hold('/desk/sources/a.html'), runtime.hold('/two/sources/a.html')];
    const client = await start(runtime, { folders: ['/desk', '/two'] });
    await gates[0]!.reached;
    runtime.delete('/desk/sources/a.html');
    await client.changed(['/desk/sources/a.html', 'deleted']);
    await gates[1]!.reached;
    const removed = [{ uri: 'file:///two', name: 'two' }];
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } });
    await client.roundTrip();
    for (const gate of gates) gate.open();
    await client.quiet();
    expect(client.session.status().folders).toMatchObject([{ sources: 0, total: 0, done: 0, skipped: [] }]);
  });

  test('one that was renamed is known under its old name until the new one is read', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/a.html': page(120) });
    const client = await start(runtime);
    await client.open('/desk/draft.md', DRAFT);
    await client.ready(1);
    runtime.delete('/desk/sources/a.html');
    runtime.write('/desk/sources/b.html', page(120));
    const gate = runtime.hold('/desk/sources/b.html');
    await client.changed(['/desk/sources/a.html', 'deleted'], ['/desk/sources/b.html', 'created']);
    await gate.reached;
    await client.roundTrip();
    expect(await client.findings('/desk/draft.md')).toEqual(['refuted-figure: 300']);
    gate.open();
    await client.quiet();
    expect(await client.findings('/desk/draft.md')).toEqual(['refuted-figure: 300']);
    expect(client.session.status().folders[0]).toMatchObject({ sources: 1, total: 0 });
  });
});
