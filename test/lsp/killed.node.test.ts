/**
 * The server as a process of its own that is killed at moments drawn from a seed: while it reads, while it writes the cache, while it
 * answers. The one that comes after it finds the cache whole or makes it anew, and no file of the desk is touched.
 */
import { type FSWatcher, readdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { readShard } from '../../server/hosts/cache/shard.ts';
import { madeUpDesk } from '../bench/desk.ts';
import { folder } from '../temporary.ts';
import { TestClient } from './client.ts';
import { type ServerProcess, serverProcesses } from './process.ts';

// A machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 300_000 });

const ARTICLES = 30;
const KILLS = 12;

const startProcess = serverProcesses();
const { sources, draft } = madeUpDesk(ARTICLES, 3000, 7);
const desk = folder({ 'draft.md': draft, ...Object.fromEntries(sources.map(({ name, bytes }) => [`sources/${name}`, bytes])) });
const cache = folder();
const uri = pathToFileURL(desk).href;

/** The files of the desk with what they hold, and when they were last written. */
function touched(): unknown {
  const paths = readdirSync(desk, { recursive: true, encoding: 'utf8' }).sort();
  return paths.map((path) => {
    const { mtimeMs, size } = statSync(join(desk, path));
    return [path, mtimeMs, size];
  });
}

interface Server extends ServerProcess {
  readonly client: TestClient;
}

async function start(options: { readonly keeps: boolean } = { keeps: true }): Promise<Server> {
  const server = startProcess();
  // What is said to a server that was killed is heard by nobody.
  server.child.stdin!.on('error', () => undefined);
  const client = await TestClient.over(server.connection, {
    folders: [uri],
    ...(options.keeps && { initializationOptions: { cache: { folder: cache } } }),
  });
  await client.open(`${uri}/draft.md`, readFileSync(join(desk, 'draft.md'), 'utf8'));
  return { ...server, client };
}

/** Waits until all is read, and gives what is found in the draft. */
async function found({ client }: Server): Promise<string[]> {
  await client.status(({ total, sources }) => total === 0 && sources === ARTICLES);
  return client.findings(`${uri}/draft.md`);
}

async function end({ client, exited }: Server): Promise<void> {
  expect(client.errors()).toEqual([]);
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  await exited;
  client.connection.dispose();
}

/** Whether a shard is whole. It is of another build than this process. */
function isWhole(name: string): boolean {
  const work = readShard({ build: '', folder: '' }, readFileSync(join(cache, name)));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value !== 'damaged';
  }
}

/** Numbers from 0 to 1 that depend on the seed alone (Park and Miller's minimal standard). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Resolves when something has happened so many times. */
function times(count: number, listen: (happened: () => void) => void): Promise<void> {
  let left = count;
  return new Promise((resolve) => listen(() => --left <= 0 && resolve()));
}

test('whatever a server was killed at, the next one says the same', async () => {
  const reference = await start({ keeps: false });
  const expected = await found(reference);
  expect(expected.length).toBeGreaterThan(0);
  await end(reference);
  const before = touched();
  const random = generator(20_240_229);
  const killed: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const at = (['reading', 'writing', 'answering'] as const)[round % 3]!;
    // Every other time there is all to be read, and to be written.
    if (random() < 0.5) for (const name of readdirSync(cache)) rmSync(join(cache, name));
    else if (readdirSync(cache).length > 0) rmSync(join(cache, readdirSync(cache)[0]!));
    const server = await start();
    const { client } = server;
    let watcher: FSWatcher | undefined;
    if (at === 'reading') {
      const steps = 1 + Math.floor(random() * 20);
      await times(steps, (happened) => client.connection.onNotification('secondSource/status', happened));
    } else if (at === 'writing') {
      const steps = 1 + Math.floor(random() * 30);
      // Where so much is not written, what comes last of it will do.
      const written = client.waitFor(({ params }) => /written to the cache/.test(String((params as { message?: string })?.message)));
      const happened = times(steps, (each) => {
        watcher = watch(cache, each);
      });
      await Promise.race([happened, written]);
    } else {
      const steps = Math.floor(random() * 5);
      const answers = Array.from({ length: steps + 3 }, (_, line) =>
        client.connection.sendRequest('textDocument/hover', {
          textDocument: { uri: `${uri}/draft.md` },
          position: { line: 4, character: line },
        }),
      );
      for (const answer of answers) answer.catch(() => undefined);
      await answers[steps];
    }
    server.child.kill('SIGKILL');
    await server.exited;
    watcher?.close();
    client.connection.dispose();
    killed.push(at);
    for (const name of readdirSync(cache)) if (name.endsWith('.shard')) expect([name, isWhole(name)]).toEqual([name, true]);
    expect(touched()).toEqual(before);
  }
  expect(new Set(killed).size).toBe(3);
  const next = await start();
  expect(await found(next)).toEqual(expected);
  await end(next);
  expect(touched()).toEqual(before);
});

test('what was killed in the middle of writing is made whole by the next', async () => {
  for (const name of readdirSync(cache)) rmSync(join(cache, name));
  const first = await start();
  let watcher: FSWatcher | undefined;
  await times(1, (happened) => {
    watcher = watch(cache, happened);
  });
  first.child.kill('SIGKILL');
  await first.exited;
  watcher?.close();
  first.client.connection.dispose();
  const second = await start();
  await second.client.waitFor(({ params }) => /written to the cache/.test(String((params as { message?: string })?.message)));
  await end(second);
  const third = await start();
  await found(third);
  expect(third.client.log().join('\n')).toContain(`sources taken from the cache: ${ARTICLES}`);
  await end(third);
});
