/** Programs on a leash end with everything that they started, however their parent goes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run, start } from './process.mjs';

/** A program that connects to the port it is given and holds on until it is killed. */
const HOLD = `process.on('SIGTERM', () => {}); const socket = require('node:net').connect(+process.argv[1], '127.0.0.1');`;
/** A program that holds on beside a child that does; it ends when it is sent something, and its child does not. */
const HOLD_TWICE = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(HOLD)}, process.argv[1]]);
  ${HOLD} socket.on('data', () => process.exit(3));`;

let server: ReturnType<typeof createServer>;
let port: string;
const connected: Socket[] = [];

beforeEach(async () => {
  server = createServer((socket) => connected.push(socket.on('error', () => {}))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = String((server.address() as { port: number }).port);
});
afterEach(() => {
  for (const socket of connected.splice(0)) socket.destroy();
  server.close();
});

async function twoConnections(): Promise<Socket[]> {
  while (connected.length < 2) await once(server, 'connection');
  return [...connected];
}

/** A connection closes only when the process that holds it is gone. */
async function closed(sockets: readonly Socket[]): Promise<void> {
  await Promise.all(sockets.map((socket) => socket.resume() && (socket.closed || once(socket, 'close'))));
}

test('stopping a program ends what it started', async () => {
  const { stop } = start(process.execPath, ['-e', HOLD_TWICE, port], { output: 'pipe' });
  const sockets = await twoConnections();
  await stop();
  await closed(sockets);
}, 20_000);

test.skipIf(process.platform === 'win32')(
  'a parent that is killed takes its programs with it',
  async () => {
    const parent = `import(${JSON.stringify(new URL('./process.mjs', import.meta.url).href)}).then(({ start }) =>
    start(process.execPath, ['-e', ${JSON.stringify(HOLD_TWICE)}, ${JSON.stringify(port)}]))`;
    const child = spawn(process.execPath, ['-e', parent], { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: 'ignore' });
    const sockets = await twoConnections();
    child.kill('SIGKILL');
    await closed(sockets);
  },
  20_000,
);

test('a program that ends leaves nothing behind', async () => {
  const { exited } = start(process.execPath, ['-e', HOLD_TWICE, port]);
  const sockets = await twoConnections();
  for (const socket of sockets) socket.write('end');
  expect(await exited).toBe(3);
  await closed(sockets);
}, 20_000);

test('exit codes and output come through', async () => {
  expect(await run(process.execPath, ['-e', 'console.log("out"); console.error("err"); process.exit(7)'], { output: 'pipe' })).toEqual({
    code: 7,
    text: expect.stringMatching(/^(out\nerr|err\nout)\n$/),
  });
});

test('a program that does not exist is told from one that fails', async () => {
  const { code, text } = await run('second-source-no-such-program', [], { output: 'pipe' });
  expect(code).toBe(127);
  expect(text).toContain('ENOENT');
});
