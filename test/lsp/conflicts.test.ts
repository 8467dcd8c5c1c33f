/** The request for where the sources disagree among themselves: its answer, its cancelling, and that drafts do not wait for it. */
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { type Conflicts, type ConflictsParams, conflictsMethod } from '../../server/protocol/conflicts.ts';
import { statusMethod } from '../../server/protocol/status.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald =
  '---\ntitle: Fire at the mill\npublisher: Tarvik Herald\ndate: 2021-03-04\n---\nIn Tarvik **31** weavers were killed in the fire, police said.\n';
const echo =
  '---\npublisher: Coast Echo\ndate: 2021-03-04\n---\nThe mill was old.\n\nIn Tarvik 26 weavers were killed in the fire, police said.\n';
const files = { '/desk/sources/herald.md': herald, '/desk/sources/echo.md': echo };

const ask = (client: TestClient, params?: ConflictsParams) => client.connection.sendRequest<Conflicts>(conflictsMethod, params ?? {});

describe('the request', () => {
  test('tells what is measured, and each claim with its place, its source and who says so', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.ready(2);
    expect(await ask(client)).toEqual({
      groups: [
        {
          measures: 'weavers killed',
          severity: 'warning',
          claims: [
            {
              uri: uriOf('/desk/sources/echo.md'),
              range: { start: { line: 6, character: 10 }, end: { line: 6, character: 12 } },
              text: '26',
              passage: 'In Tarvik 26 weavers were killed in the fire, police said.',
              place: null,
              title: null,
              publisher: 'Coast Echo',
              date: '2021-03-04',
              speaker: 'police',
            },
            {
              uri: uriOf('/desk/sources/herald.md'),
              range: { start: { line: 5, character: 12 }, end: { line: 5, character: 14 } },
              text: '31',
              passage: 'In Tarvik 31 weavers were killed in the fire, police said.',
              place: null,
              title: 'Fire at the mill',
              publisher: 'Tarvik Herald',
              date: '2021-03-04',
              speaker: 'police',
            },
          ],
        },
      ],
    });
  });

  test('is of one folder where one is named, and of every one else', async () => {
    const runtime = new MemoryRuntime({ ...files, '/other/sources/a.md': herald });
    const client = await start(runtime, { folders: ['/desk', '/other'] });
    await client.ready(2, '/desk');
    await client.ready(1, '/other');
    const groups = async (folder?: string) => (await ask(client, folder ? { folder: uriOf(folder) } : undefined)).groups.length;
    expect([await groups(), await groups('/desk'), await groups('/other'), await groups('/nowhere')]).toEqual([1, 1, 0, 0]);
  });

  test('answers with what the sources say now', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime);
    await client.ready(2);
    expect((await ask(client)).groups).toHaveLength(1);
    runtime.write('/desk/sources/echo.md', echo.replace('26', '31'));
    const before = client.received.length;
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('/desk/sources/echo.md'), type: 2 }] });
    await client.ready(2, '/desk', before);
    expect((await ask(client)).groups).toEqual([]);
  });

  test('can be cancelled, and no draft waits for it', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime);
    await client.ready(2);
    const gate = runtime.stall();
    const cancelling = new CancellationTokenSource();
    const asked = client.connection.sendRequest<Conflicts>(conflictsMethod, {}, cancelling.token);
    await gate.reached;
    await client.open('/desk/draft.md', 'In Tarvik 44 weavers were killed in the fire, police said.');
    const report = await client.pull('/desk/draft.md');
    expect(JSON.stringify(report)).toContain('refuted-figure');
    cancelling.cancel();
    // What is answered later was heard later.
    await client.connection.sendRequest(statusMethod);
    gate.open();
    await expect(asked).rejects.toMatchObject({ message: expect.stringMatching(/cancel/i) });
    expect((await ask(client)).groups).toHaveLength(1);
  });
});
