/** The server as a process of its own, on real files, over standard input and output and over Node's IPC. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { bundlePrograms } from '../../esbuild.mjs';
import { normalUri } from '../../server/lsp/uris.ts';
import { TestClient } from './client.ts';

// A machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 30_000 });

const place = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-')));
const program = join(place, 'server.js');
const running: ChildProcess[] = [];

beforeAll(() => bundlePrograms({ outdir: place }), 60_000);

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), content);
}

function start(transport: 'stdio' | 'ipc'): { connection: MessageConnection; exited: Promise<number | null> } {
  const child =
    transport === 'ipc'
      ? fork(program, ['--node-ipc'], { silent: true })
      : spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.push(child);
  const connection =
    transport === 'ipc'
      ? createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
      : createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  return { connection, exited: new Promise((resolve) => child.once('exit', resolve)) };
}

test.each(['stdio', 'ipc'] as const)('over %s: reads a folder, tells what it had to skip, and ends when told', async (transport) => {
  const folder = `desk ${transport}`;
  const uri = pathToFileURL(join(place, folder)).href;
  write(
    `${folder}/sources/herald.md`,
    '\ufeff---\r\npublisher: Tarvik Herald\r\n---\r\nIvar Lindgren spoke in Tarvik. So Ivar Lindgren said.\r\n',
  );
  write(`${folder}/sources/echo.md`, 'The engineer Ivar Lindgren spoke.\n');
  write(`${folder}/sources/picture.png`, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13));
  write(`${folder}/sources/huge.txt`, '');
  truncateSync(join(place, folder, 'sources/huge.txt'), 51 * 1024 * 1024);
  const { connection, exited } = start(transport);
  const client = await TestClient.over(connection, { folders: [uri] });
  await client.open(`${uri}/draft.md`, 'There Ivar Lindgrenn spoke.\n');
  const status = await client.status(({ total, sources }) => total === 0 && sources === 2);
  expect(status).toMatchObject({ uri: normalUri(uri), state: 'trouble' });
  expect(status.skipped).toEqual(
    expect.arrayContaining([
      { uri: `${normalUri(uri)}/sources/huge.txt`, reason: 'larger than 50 MB' },
      { uri: `${normalUri(uri)}/sources/picture.png`, reason: expect.any(String) },
    ]),
  );
  expect(await client.definition(`${uri}/draft.md`, 'Lindgrenn')).toMatchObject([
    { targetUri: expect.stringMatching(/^file:.*\/sources\/(echo|herald)\.md$/) },
  ]);
  expect(client.errors()).toEqual([]);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await exited).toBe(0);
});
