import { describe, expect, test, vi } from 'vitest';
import { bibliographyGlobs } from '../../server/sources/bibliography.ts';
import { readArticle } from '../../server/sources/read.ts';
import { clientsForTests, TestClient, uriOf } from './client.ts';
import { HeldGate, MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const report = (count: number, publisher: string): string =>
  `---\npublisher: ${publisher}\ndate: 2021-03-04\n---\nPolice detained ${count} dockers at the harbour of Tarvik on Thursday.\n`;
const draft = 'Police detained 300 dockers at the harbour of Tarvik.\n';
const refuted = ['refuted-figure: 300'];

describe('sources', () => {
  test('progress counts them, and drafts are served before all of them are read', async () => {
    const runtime = new MemoryRuntime({
      '/desk/sources/1.md': report(120, 'One'),
      '/desk/sources/2.md': report(130, 'Two'),
      '/desk/sources/3.md': report(140, 'Three'),
    });
    const gate = runtime.hold('/desk/sources/3.md');
    const client = await start(runtime);
    await client.open('/desk/draft.md', draft);
    await gate.reached;
    await client.status(({ state, done, total, sources }) => state === 'indexing' && done === 2 && total === 3 && sources === 2);
    expect(await client.findings('/desk/draft.md')).toEqual(refuted);
    gate.open();
    const status = await client.ready(3);
    expect(status).toEqual({ uri: 'file:///desk', name: 'desk', state: 'ready', sources: 3, skipped: [], done: 0, total: 0 });
    expect(await client.connection.sendRequest('secondSource/status')).toEqual({ folders: [status] });
    await client.waitFor(({ method, params }) => method === '$/progress' && (params as { value: { kind: string } }).value.kind === 'end');
    const told = client.received.flatMap(({ method, params }) =>
      method === '$/progress' ? [(params as { value: { message?: string } }).value.message] : [],
    );
    expect(told).toContain('2 of 3');
  });

  test('one that is deleted while it is read is gone, and the rest is there', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/1.md': report(120, 'One'), '/desk/sources/2.md': report(130, 'Two') });
    const gate = runtime.hold('/desk/sources/1.md');
    const client = await start(runtime);
    await gate.reached;
    runtime.delete('/desk/sources/1.md');
    await client.changed(['/desk/sources/1.md', 'deleted']);
    await client.roundTrip();
    gate.open();
    expect(await client.ready(1)).toMatchObject({ state: 'ready', skipped: [] });
  });

  test('one that cannot be read is told of in the client’s language', async () => {
    const initialize = { initializationOptions: { l10n: { empty: 'leer' } } };
    const client = await start(new MemoryRuntime({ '/desk/sources/1.md': '' }), { initialize });
    expect(await client.ready(0)).toMatchObject({ skipped: [{ reason: 'leer' }] });
    await client.logged('sources/1.md: leer');
  });

  test('one that cannot be read is told with its reason, until it can', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/1.md': report(120, 'One'), '/desk/sources/2.md': report(130, 'Two') });
    runtime.refuse('/desk/sources/1.md', 'permission denied');
    const client = await start(runtime);
    const skipped = [{ uri: uriOf('/desk/sources/1.md'), reason: 'permission denied' }];
    expect(await client.ready(1)).toMatchObject({ state: 'trouble', skipped });
    await client.logged('sources/1.md: permission denied');
    await client.logged('desk: sources read: 1, left out: 1');
    runtime.refuse('/desk/sources/1.md', null);
    await client.changed(['/desk/sources/1.md', 'changed']);
    expect(await client.ready(2)).toMatchObject({ state: 'ready', skipped: [] });
  });

  test('one that changes while it is read ends with its newest text', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/1.md': report(300, 'One') });
    const gate = runtime.hold('/desk/sources/1.md');
    const client = await start(runtime);
    await client.open('/desk/draft.md', draft);
    await gate.reached;
    await client.changed(['/desk/sources/1.md', 'changed']);
    await client.roundTrip();
    runtime.write('/desk/sources/1.md', report(120, 'One'));
    gate.open();
    await client.ready(1);
    expect(await client.findings('/desk/draft.md')).toEqual(refuted);
  });

  test('a change, a deletion, and a folder that goes and comes back', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/sub/1.md': report(300, 'One'), '/desk/sources/sub/2.md': report(300, 'Two') });
    const client = await start(runtime);
    await client.open('/desk/draft.md', draft);
    await client.ready(2);
    expect(await client.findings('/desk/draft.md')).toEqual([]);
    runtime.write('/desk/sources/sub/1.md', report(120, 'One'));
    let mark = client.received.length;
    await client.changed(['/desk/sources/sub/1.md', 'changed']);
    await client.refreshed(mark);
    expect(await client.findings('/desk/draft.md')).toEqual(['conflicting-sources: 300']);
    runtime.delete('/desk/sources/sub/2.md');
    mark = client.received.length;
    await client.changed(['/desk/sources/sub/2.md', 'deleted']);
    await client.refreshed(mark);
    expect(await client.findings('/desk/draft.md')).toEqual(refuted);
    mark = client.received.length;
    runtime.delete('/desk/sources/sub/1.md');
    await client.changed(['/desk/sources/sub', 'deleted']);
    await client.ready(0, '/desk', mark);
    expect(await client.findings('/desk/draft.md')).toEqual([]);
    mark = client.received.length;
    runtime.write('/desk/sources/sub/1.md', report(120, 'One'));
    await client.changed(['/desk/sources/sub', 'created']);
    await client.ready(1, '/desk', mark);
    expect(await client.findings('/desk/draft.md')).toEqual(refuted);
  });

  test('open in the editor count as they stand there, saved or not, and as on the disk once closed', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/1.md': report(120, 'One') });
    const client = await start(runtime);
    await client.open('/desk/draft.md', draft);
    await client.ready(1);
    await client.open('/desk/sources/1.md', report(120, 'One'));
    let mark = client.received.length;
    await client.edit('/desk/sources/1.md', '120', '300');
    await client.refreshed(mark);
    expect(await client.findings('/desk/draft.md')).toEqual([]);
    mark = client.received.length;
    await client.close('/desk/sources/1.md');
    await client.refreshed(mark);
    expect(await client.findings('/desk/draft.md')).toEqual(refuted);
  });

  test('that come or go while the folder is listed are there, or not, as was heard last', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/1.md': report(120, 'One'), '/desk/sources/2.md': report(130, 'Two') });
    const client = await start(runtime);
    await client.ready(2);
    const gate = runtime.holdListing('/desk');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await gate.reached;
    runtime.write('/desk/sources/3.md', report(140, 'Three'));
    runtime.delete('/desk/sources/2.md');
    await client.changed(['/desk/sources/3.md', 'created'], ['/desk/sources/2.md', 'deleted']);
    await client.roundTrip();
    gate.open();
    await client.quiet();
    const folder = client.session.workspace.folders[0]!;
    expect([...folder.library.values()].map(({ article }) => article.uri)).toEqual([1, 3].map((at) => uriOf(`/desk/sources/${at}.md`)));
    expect(folder.status()).toMatchObject({ state: 'ready', skipped: [] });
  });

  test('that are closed and opened again at once stay as they are in the editor, though they be on no disk', async () => {
    const client = await start(new MemoryRuntime());
    await client.open('/desk/sources/new.md', report(120, 'One'));
    await client.ready(1);
    await client.close('/desk/sources/new.md');
    await client.open('/desk/sources/new.md', report(300, 'One'));
    await client.quiet();
    expect(client.session.workspace.folders[0]!.status()).toMatchObject({ state: 'ready', sources: 1 });
  });

  test('that were refused are asked for again when their folder is looked at again, though they be as they were', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/1.md': report(120, 'One') });
    runtime.refuse('/desk/sources/1.md', 'permission denied');
    const client = await start(runtime);
    await client.status(({ skipped }) => skipped.length === 1);
    runtime.refuse('/desk/sources/1.md', null);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await client.ready(1)).toMatchObject({ state: 'ready', skipped: [] });
  });

  test('of a folder that is renamed are under their new names, though nothing is told but that', async () => {
    const runtime = new MemoryRuntime({
      '/desk/sources/old/1.md': report(120, 'One'),
      '/desk/second-source.json': '{ "sources": ["sources/*/*.md"] }',
    });
    const client = await start(runtime);
    await client.ready(1);
    runtime.delete('/desk/sources/old/1.md');
    runtime.write('/desk/sources/new/1.md', report(120, 'One'));
    await client.changed(['/desk/sources/old', 'deleted'], ['/desk/sources/new', 'created']);
    await client.quiet();
    const [source, ...others] = client.session.workspace.folders[0]!.library.values();
    expect([source!.article.uri, others]).toEqual([uriOf('/desk/sources/new/1.md'), []]);
  });

  test('that did not change are not read again', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/1.md': report(120, 'One'), '/desk/more/2.md': report(130, 'Two') });
    const client = await start(runtime);
    await client.ready(1);
    client.settings = { sources: ['sources/**', 'more/**'] };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.ready(2);
    expect([...runtime.reads.values()]).toEqual([1, 1]);
  });

  test('that settings leave out while they are read do not come in', async () => {
    const gate = new HeldGate();
    class Slow extends MemoryRuntime {
      override readonly readArticle: MemoryRuntime['readArticle'] = async (file) => {
        if (file.name === '2.md') await gate.pass();
        return readArticle(file);
      };
    }
    const runtime = new Slow({ '/desk/sources/1.md': report(120, 'One') });
    const client = await start(runtime);
    await client.ready(1);
    const [folder] = client.session.workspace.folders;
    // What is in the editor alone is in no listing.
    await client.open('/desk/sources/2.md', report(140, 'Two'));
    await gate.reached;
    client.settings = { sources: ['sources/**'], exclude: ['**/2.md'] };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await vi.waitUntil(() => !folder!.hasSource(uriOf('/desk/sources/2.md')));
    await client.roundTrip();
    gate.open();
    await client.quiet();
    expect([...folder!.library.values()].map(({ article }) => article.uri)).toEqual([uriOf('/desk/sources/1.md')]);
  });

  test('whose reading fails unexpectedly are told of and logged, and the rest is there', async () => {
    class Failing extends MemoryRuntime {
      override readonly readArticle: MemoryRuntime['readArticle'] = async (file) => {
        if (file.name === '1.md') throw new Error('out of ink');
        return readArticle(file);
      };
    }
    const runtime = new Failing({ '/desk/sources/1.md': report(120, 'One'), '/desk/sources/2.md': report(130, 'Two') });
    const client = await TestClient.start(runtime);
    const status = await client.ready(1);
    expect(status).toMatchObject({ state: 'trouble', skipped: [{ uri: uriOf('/desk/sources/1.md'), reason: expect.any(String) }] });
    expect(client.errors()).toEqual([expect.stringContaining('out of ink')]);
    await client.end();
  });

  test('that are long are read while drafts are answered', async () => {
    const long = `${'The tide came in and the tide went out again.\n\n'.repeat(2000)}${report(120, 'One').split('---\n')[2]}`;
    const runtime = new MemoryRuntime({ '/desk/sources/a.md': report(130, 'One'), '/desk/sources/long.txt': long });
    const client = await start(runtime);
    await client.open('/desk/draft.md', draft);
    await client.status(({ sources }) => sources === 1);
    // Reading the second one goes on for as long as nobody lets it go on.
    const gate = runtime.stall();
    await gate.reached;
    expect(await client.findings('/desk/draft.md')).toEqual(refuted);
    expect(await client.hoverText('/desk/draft.md', '300')).not.toContain('long.txt');
    gate.open();
    await client.ready(2);
    expect(await client.hoverText('/desk/draft.md', '300')).toContain('long.txt');
  });
});

describe('settings', () => {
  test('the folder’s file wins over the editor key by key, and what is broken in it is told there until it is mended', async () => {
    const file = '{\n  "rules": { "refuted-figure": "loud" },\n  "sources": ["articles/**"]\n}\n';
    const runtime = new MemoryRuntime({ '/desk/articles/1.md': report(120, 'One'), '/desk/second-source.json': file });
    const client = await start(runtime, { settings: { sources: ['sources/**'], rules: { 'refuted-figure': 'error' } } });
    await client.open('/desk/draft.md', draft);
    const { diagnostics } = await client.published('/desk/second-source.json');
    expect(diagnostics).toMatchObject([
      { range: { start: { line: 1, character: 31 }, end: { line: 1, character: 37 } }, source: 'Second Source' },
    ]);
    expect(await client.ready(1)).toMatchObject({ state: 'trouble' });
    expect(await client.pull('/desk/draft.md')).toMatchObject({ items: [{ code: 'refuted-figure', severity: 1 }] });
    const mark = client.received.length;
    runtime.write('/desk/second-source.json', file.replace('loud', 'hint'));
    await client.changed(['/desk/second-source.json', 'changed']);
    expect((await client.published('/desk/second-source.json', () => true, mark)).diagnostics).toEqual([]);
    await client.refreshed(mark);
    expect(await client.pull('/desk/draft.md')).toMatchObject({ items: [{ code: 'refuted-figure', severity: 4 }] });
    await client.status(({ state }) => state === 'ready', mark);
  });

  test('a broken value in the editor is told once', async () => {
    const client = await start(new MemoryRuntime({ '/desk/sources/1.md': report(120, 'One') }), { settings: { sources: 7 } });
    await client.ready(1);
    const mark = client.received.length;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.waitFor(({ method }) => method === 'workspace/configuration', mark);
    await client.roundTrip();
    const messages = client.received.filter(({ method }) => method === 'window/showMessageRequest');
    expect(messages).toMatchObject([{ params: { type: 2, message: expect.stringContaining('secondSource.sources') } }]);
  });

  test('changed globs turn a draft into a source and back', async () => {
    const client = await start(new MemoryRuntime({ '/desk/sources/1.md': report(120, 'One'), '/desk/draft.md': draft }));
    await client.open('/desk/draft.md', draft);
    await client.ready(1);
    expect(await client.findings('/desk/draft.md')).toEqual(refuted);
    client.settings = { sources: ['**'] };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.ready(2);
    expect(await client.findings('/desk/draft.md')).toEqual([]);
    const mark = client.received.length;
    client.settings = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.ready(1, '/desk', mark);
    expect(await client.findings('/desk/draft.md')).toEqual(refuted);
  });

  test('source globs and the settings file are watched, anew when they change', async () => {
    const client = await start(new MemoryRuntime(), { settings: { sources: ['texts', '!texts/old/**', 'mail/*/in/*.eml', '**/*.pdf'] } });
    const registered = await client.waitFor(({ method, params }) => {
      const [registration] = (params as { registrations?: { method: string; registerOptions: unknown }[] }).registrations ?? [];
      return method === 'client/registerCapability' && registration?.method === 'workspace/didChangeWatchedFiles'
        ? registration.registerOptions
        : undefined;
    });
    const pattern = (glob: string) => ({ globPattern: { baseUri: 'file:///desk', pattern: glob } });
    expect(registered).toEqual({
      watchers: [
        pattern('second-source.json'),
        pattern('second-source.ledger.jsonl'),
        ...bibliographyGlobs.map(pattern),
        pattern('texts'),
        pattern('texts/**'),
        // Of a folder that is renamed nothing is told but that.
        pattern('mail'),
        pattern('mail/*'),
        pattern('mail/*/in'),
        pattern('mail/*/in/*.eml'),
        pattern('mail/*/in/*.eml/**'),
        pattern('**'),
      ],
    });
    client.settings = { sources: ['other/**'] };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.waitFor(({ method, params }) => method === 'client/registerCapability' && JSON.stringify(params).includes('other/**'));
    await client.waitFor(({ method }) => method === 'client/unregisterCapability');
  });
});

describe('folders', () => {
  const files = { '/one/sources/1.md': report(300, 'One'), '/two/sources/2.md': report(120, 'Two') };

  test('a draft answers to its own folder’s library', async () => {
    const client = await start(new MemoryRuntime(files), { folders: ['/one', '/two'] });
    await client.open('/one/draft.md', draft);
    await client.open('/two/draft.md', draft);
    await client.ready(1, '/one');
    await client.ready(1, '/two');
    expect(await client.findings('/one/draft.md')).toEqual([]);
    expect(await client.findings('/two/draft.md')).toEqual(refuted);
  });

  test('inside one another: a draft answers to the innermost', async () => {
    const nested = { '/one/sources/1.md': report(300, 'One'), '/one/two/sources/2.md': report(120, 'Two') };
    const client = await start(new MemoryRuntime(nested), { folders: ['/one', '/one/two'] });
    await client.open('/one/draft.md', draft);
    await client.open('/one/two/draft.md', draft);
    await client.ready(1, '/one');
    await client.ready(1, '/one/two');
    expect(await client.findings('/one/draft.md')).toEqual([]);
    expect(await client.findings('/one/two/draft.md')).toEqual(refuted);
  });

  test('come and go', async () => {
    const client = await start(new MemoryRuntime(files), { folders: ['/one'] });
    await client.open('/two/draft.md', draft);
    await client.ready(1, '/one');
    expect(await client.findings('/two/draft.md')).toEqual([]);
    const two = { uri: 'file:///two', name: 'two' };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [two], removed: [] } });
    await client.ready(1, '/two');
    expect(await client.findings('/two/draft.md')).toEqual(refuted);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [two] } });
    expect(await client.findings('/two/draft.md')).toEqual([]);
  });

  test('an untitled draft answers to the first folder, or to the one it is meant for', async () => {
    const client = await start(new MemoryRuntime(files), { folders: ['/two', '/one'] });
    await client.open('untitled:Untitled-1', draft);
    await client.open('untitled:/one/new.md', draft);
    await client.ready(1, '/one');
    await client.ready(1, '/two');
    expect(await client.findings('untitled:Untitled-1')).toEqual(refuted);
    expect(await client.findings('untitled:/one/new.md')).toEqual([]);
  });
});
