import { describe, expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { unasking } from './able.ts';
import { clientsForTests, type StartOptions, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const report = (count: number, publisher: string): string =>
  `---\npublisher: ${publisher}\ndate: 2021-03-04\n---\nPolice detained ${count} dockers at the harbour of Tarvik on Thursday.\n`;
const draft = 'Police detained 300 dockers at the harbour of Tarvik.\n';
const refuted = ['refuted-figure: 300'];
const files = { '/desk/sources/1.md': report(120, 'One') };

type Pushed = readonly string[];

/** A client that is sent diagnostics, with all it was sent of a draft since a moment. */
async function sent(options: StartOptions = {}, desk: Readonly<Record<string, string>> = files) {
  const runtime = new MemoryRuntime(desk);
  const client = await start(runtime, { capabilities: unasking, ...options });
  const told = (path: string, mark: number): Pushed[] =>
    client.received.slice(mark).flatMap(({ method, params }) => {
      const { uri, diagnostics } = params as PublishDiagnosticsParams;
      if (method !== 'textDocument/publishDiagnostics' || uri !== uriOf(path)) return [];
      return [diagnostics.map((item) => client.brief(path, item))];
    });
  return { runtime, client, told };
}

const configure = (client: TestClient, settings: unknown): Promise<void> => {
  client.settings = settings;
  return client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
};

const is = (count: number) => (params: PublishDiagnosticsParams) => params.diagnostics.length === count;

describe('a language', () => {
  test('of a document that is switched counts at once', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.open('/desk/draft', draft, 'python');
    await client.ready(1);
    expect(await client.findings('/desk/draft')).toEqual([]);
    await client.close('/desk/draft');
    await client.open('/desk/draft', draft, 'plaintext', 2);
    expect(await client.findings('/desk/draft')).toEqual(refuted);
  });

  test('that is added to those of drafts, and taken out again, counts for what is open', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.open('/desk/draft.py', draft, 'python');
    await client.ready(1);
    let mark = client.received.length;
    await configure(client, { drafts: ['python'] });
    await client.refreshed(mark);
    expect(await client.findings('/desk/draft.py')).toEqual(refuted);
    mark = client.received.length;
    await configure(client, { drafts: ['markdown'] });
    await client.refreshed(mark);
    expect(await client.findings('/desk/draft.py')).toEqual([]);
  });

  test('does so too for clients that are sent diagnostics', async () => {
    const { client, told } = await sent();
    await client.open('/desk/draft.py', draft, 'python');
    await client.ready(1);
    const mark = client.received.length;
    await configure(client, { drafts: ['python'] });
    await client.published('/desk/draft.py', is(1));
    await configure(client, { drafts: ['markdown'] });
    await client.published('/desk/draft.py', is(0), mark);
    expect(told('/desk/draft.py', 0)).toEqual([refuted, []]);
  });
});

describe('an untitled draft', () => {
  test('that is saved is the file from then on', async () => {
    const { client } = await sent();
    await client.open('untitled:Untitled-1', draft);
    await client.published('untitled:Untitled-1', is(1));
    const mark = client.received.length;
    await client.close('untitled:Untitled-1');
    await client.open('/desk/draft.md', draft);
    await client.published('untitled:Untitled-1', is(0), mark);
    await client.published('/desk/draft.md', is(1), mark);
  });

  test('that is saved among the sources is one', async () => {
    const { runtime, client } = await sent();
    await client.open('/desk/draft.md', draft);
    await client.open('untitled:Untitled-1', report(300, 'Two'));
    await client.ready(1);
    await client.close('untitled:Untitled-1');
    runtime.write('/desk/sources/2.md', report(300, 'Two'));
    await client.open('/desk/sources/2.md', report(300, 'Two'));
    await client.changed(['/desk/sources/2.md', 'created']);
    await client.ready(2);
    await client.published('/desk/draft.md', ({ diagnostics }) => diagnostics[0]?.code === 'conflicting-sources');
  });
});

describe('folders', () => {
  const two = { uri: 'file:///two', name: 'two' };
  const change = (client: TestClient, added: readonly object[], removed: readonly object[]) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });

  test('that come and go leave the drafts of the others as they are', async () => {
    const { client, told } = await sent({}, { ...files, '/two/sources/2.md': report(300, 'Two') });
    await client.open('/desk/draft.md', draft);
    await client.open('/two/draft.md', draft.replace('300', '400'));
    await client.ready(1);
    await client.published('/desk/draft.md', is(1));
    const mark = client.received.length;
    await change(client, [two], []);
    await client.published('/two/draft.md', is(1), mark);
    await change(client, [], [two]);
    await client.published('/two/draft.md', is(0), mark);
    for (const findings of told('/desk/draft.md', mark)) expect(findings).toEqual(refuted);
    expect(told('/two/draft.md', mark)).toContainEqual(['refuted-figure: 400']);
  });
});

describe('without a flicker', () => {
  test('what does not change is not sent again, whatever does', async () => {
    const { runtime, client, told } = await sent({}, { ...files, '/desk/sources/2.md': 'The tide came in.\n' });
    await client.open('/desk/draft.md', draft);
    await client.ready(2);
    await client.published('/desk/draft.md', is(1));
    await client.roundTrip();
    const mark = client.received.length;
    await client.open('/desk/sources/2.md', 'The tide came in.\n');
    await client.edit('/desk/sources/2.md', 'came in', 'went out');
    runtime.write('/desk/sources/3.md', 'Nobody saw the tide.\n');
    await client.changed(['/desk/sources/3.md', 'created']);
    await client.ready(3);
    await configure(client, { rules: { 'name-variant': 'off' } });
    await client.waitFor(({ method }) => method === 'workspace/configuration', mark);
    // The next change is one that is seen: by then all others have been answered.
    await client.edit('/desk/draft.md', 'Police', 'The police');
    await client.published('/desk/draft.md', ({ version }) => version === 2, mark);
    expect(told('/desk/draft.md', mark)).toEqual([refuted]);
  });

  test('is asked again and told that nothing changed', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime);
    await client.open('/desk/draft.md', draft);
    await client.ready(1);
    const { resultId } = await client.pull('/desk/draft.md');
    const mark = client.received.length;
    runtime.write('/desk/sources/2.md', 'The tide came in.\n');
    await client.changed(['/desk/sources/2.md', 'created']);
    await client.refreshed(mark);
    expect(await client.pull('/desk/draft.md', resultId)).toEqual({ kind: 'unchanged', resultId });
  });

  test('a source that another program writes anew, which deletes it and makes it again, was never gone', async () => {
    const { runtime, client, told } = await sent();
    await client.open('/desk/draft.md', draft);
    await client.ready(1);
    await client.published('/desk/draft.md', is(1));
    const mark = client.received.length;
    runtime.write('/desk/sources/1.md', report(130, 'One'));
    await client.changed(['/desk/sources/1.md', 'deleted']);
    await client.changed(['/desk/sources/1.md', 'created']);
    await client.published('/desk/draft.md', ({ diagnostics }) => String(diagnostics[0]?.message).includes('130'), mark);
    for (const findings of told('/desk/draft.md', mark)) expect(findings).toEqual(refuted);
  });

  test('a source that is typed into changes what is found from one to the other', async () => {
    const { client, told } = await sent();
    await client.open('/desk/draft.md', draft);
    await client.ready(1);
    await client.published('/desk/draft.md', is(1));
    await client.open('/desk/sources/1.md', report(120, 'One'));
    const mark = client.received.length;
    await client.edit('/desk/sources/1.md', '120', '1205');
    await client.published('/desk/draft.md', ({ diagnostics }) => String(diagnostics[0]?.message).includes('1205'), mark);
    expect(told('/desk/draft.md', mark)).toEqual([refuted]);
  });
});
