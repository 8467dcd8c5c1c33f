/**
 * An hour at a desk in a few minutes: a writer types, saves, looks things up, edits sources and reloads the window, over the streams that
 * an editor would use and on a real disk. After each minute it is noted what the server holds and how long a letter took.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { runtime } from '../../server/hosts/runtime.ts';
import { startServer } from '../../server/lsp/server.ts';
import type { Session } from '../../server/lsp/session.ts';
import { type Status, statusMethod } from '../../server/protocol/status.ts';
import { madeUpDesk } from '../bench/desk.ts';

export interface SoakOptions {
  readonly minutes: number;
  readonly articles: number;
  /** The length of the draft, in UTF-16 units. */
  readonly draft: number;
  /** How many letters are typed in a minute. */
  readonly letters: number;
  /** After so many minutes the window is reloaded. */
  readonly reloads: number;
  readonly seed: number;
  /** Hears of each minute when it is over. */
  readonly tell?: (minute: Minute) => void;
}

/** What was seen at the end of a minute. */
export interface Minute {
  readonly at: number;
  /** In bytes, after a collection: what the heap holds, and what is held beside it. */
  readonly heap: number;
  /** The median time from a letter to the diagnostics of the version that it makes, in milliseconds. */
  readonly latency: number;
  /** How many timers, files, ports and the like the process waits for, by their kind. */
  readonly resources: Readonly<Record<string, number>>;
  /** How many watchers the server has asked for and not taken back. */
  readonly watchers: number;
  /** What the session holds of documents that were closed, folders apart. */
  readonly reloaded: boolean;
}

export interface Soaked {
  readonly minutes: readonly Minute[];
  /** What the server complained of. */
  readonly errors: readonly string[];
  /** How many sources came from the cache at each reload. */
  readonly taken: readonly number[];
  /** What the process waited for before the first server began, and after the last had ended. */
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  /** What is found in the draft at the end, and what a server that has just begun, without a cache, finds in the same. */
  readonly found: unknown;
  readonly expected: unknown;
}

const collect = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/** How many times as fast as the clock the hour passes for whoever waits. */
const HASTE = 60;

function resources(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Numbers from 0 to 1 that depend on the seed alone (Park and Miller's minimal standard). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A window: a server and the client that speaks with it. */
class Window {
  readonly errors: string[] = [];
  readonly log: string[] = [];
  watchers = 0;
  private version = 0;
  private readonly ready: Promise<void>;

  private constructor(
    private readonly connection: MessageConnection,
    private readonly end: () => void,
    private readonly draft: string,
    readonly session: () => Session | undefined,
    sources: number,
  ) {
    this.ready = new Promise((resolve) => {
      connection.onNotification(statusMethod, ({ folders }: Status) => {
        if (folders.some((folder) => folder.total === 0 && folder.sources === sources)) resolve();
      });
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.errors.push(message);
      else this.log.push(message);
    });
    connection.onNotification('textDocument/publishDiagnostics', () => undefined);
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: unknown[] }) => {
      this.watchers += registrations.length;
      return null;
    });
    connection.onRequest('client/unregisterCapability', ({ unregisterations }: { unregisterations: unknown[] }) => {
      this.watchers -= unregisterations.length;
      return null;
    });
    connection.onRequest(() => null);
    connection.listen();
  }

  static async open(desk: string, cache: string | null, sources: number, text: string): Promise<Window> {
    const [there, back] = [new PassThrough(), new PassThrough()];
    const server = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
    const { session } = startServer(server, { ...runtime, wait: (milliseconds, token) => runtime.wait(milliseconds / HASTE, token) });
    const connection = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
    const folder = pathToFileURL(desk).href;
    const end = (): void => {
      connection.dispose();
      server.dispose();
      there.destroy();
      back.destroy();
    };
    const window = new Window(connection, end, `${folder}/draft.md`, session, sources);
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'desk' }],
      capabilities: {
        workspace: {
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          diagnostics: { refreshSupport: true },
        },
        textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
      },
      initializationOptions: cache === null ? {} : { cache: { folder: cache } },
    });
    await connection.sendNotification('initialized', {});
    await window.show(window.draft, text);
    await window.ready;
    return window;
  }

  async show(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: ++this.version, text },
    });
  }

  async hide(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Edits the draft, and gives the milliseconds until what is found in that version is there. */
  async type(change: { readonly range: unknown; readonly text: string }): Promise<number> {
    const start = performance.now();
    const textDocument = { uri: this.draft, version: ++this.version };
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
    await this.found();
    return performance.now() - start;
  }

  async found(): Promise<unknown> {
    const { items } = await this.connection.sendRequest<{ items: unknown }>('textDocument/diagnostic', {
      textDocument: { uri: this.draft },
    });
    return items;
  }

  async ask(method: string, position: unknown): Promise<void> {
    await this.connection.sendRequest(method, { textDocument: { uri: this.draft }, position });
  }

  async saved(): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.draft } });
  }

  async changed(uri: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  /** Comes back when nothing that was begun is under way. */
  async quiet(): Promise<void> {
    await this.connection.sendRequest(statusMethod);
    await this.session()?.quiet();
  }

  async close(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.end();
  }
}

/** Spends some time at a desk that is made up from a seed. */
export async function soak({ minutes, articles, draft, letters, reloads, seed, tell }: SoakOptions): Promise<Soaked> {
  const place = mkdtempSync(join(tmpdir(), 'second-source-soak-'));
  try {
    const random = generator(seed);
    const made = madeUpDesk(articles, draft, seed);
    const [desk, cache] = [join(place, 'desk'), join(place, 'cache')];
    mkdirSync(join(desk, 'sources'), { recursive: true });
    for (const { name, bytes } of made.sources) writeFileSync(join(desk, 'sources', name), bytes);
    const uriOf = (name: string): string => pathToFileURL(join(desk, 'sources', name)).href;
    const lines = made.draft.split('\n');
    const before = resources();
    let window = await Window.open(desk, cache, articles, made.draft);
    const errors: string[] = [];
    const taken: number[] = [];
    const seen: Minute[] = [];
    for (let at = 1; at <= minutes; at++) {
      const latencies: number[] = [];
      for (let letter = 0; letter < letters; letter++) {
        const line = Math.floor(random() * lines.length);
        const character = Math.floor(random() * (lines[line]!.length + 1));
        const place = { line, character };
        const text = 'aent 3.'.charAt(letter % 7);
        latencies.push(await window.type({ range: { start: place, end: place }, text }));
        if (letter % 5 === 0) await Promise.all([window.ask('textDocument/hover', place), window.ask('textDocument/completion', place)]);
        // What is typed is taken back: a draft that grows takes longer for reasons of its own.
        await window.type({ range: { start: place, end: { line, character: character + 1 } }, text: '' });
      }
      await window.saved();
      await changeSources(window, { desk, uriOf, names: made.sources.map(({ name }) => name), random });
      await window.quiet();
      const reloaded = at % reloads === 0;
      if (reloaded) {
        await window.close();
        errors.push(...window.errors);
        window = await Window.open(desk, cache, articles, lines.join('\n'));
        await window.quiet();
        taken.push(Number(/taken from the cache: (\d+)/.exec(window.log.join('\n'))?.[1] ?? 0));
      }
      collect();
      const { heapUsed, external } = process.memoryUsage();
      const latency = latencies.sort((a, b) => a - b)[latencies.length >> 1]!;
      const minute: Minute = { at, heap: heapUsed + external, latency, resources: resources(), watchers: window.watchers, reloaded };
      seen.push(minute);
      tell?.(minute);
    }
    const found = await window.found();
    errors.push(...window.errors);
    await window.close();
    const fresh = await Window.open(desk, null, articles, lines.join('\n'));
    const expected = await fresh.found();
    await fresh.close();
    await runtime.pause();
    return { minutes: seen, errors, taken, before, after: resources(), found, expected };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

interface Hands {
  readonly desk: string;
  readonly uriOf: (name: string) => string;
  readonly names: readonly string[];
  readonly random: () => number;
}

/** What becomes of sources in a minute: one is written anew, one comes and goes, one is opened and closed. */
async function changeSources(window: Window, { desk, uriOf, names, random }: Hands): Promise<void> {
  const name = names[Math.floor(random() * names.length)]!;
  const path = join(desk, 'sources', name);
  const text = readFileSync(path, 'utf8');
  const [first, ...rest] = text.trimEnd().split('\n\n');
  // The same paragraphs in another order: the library is as large as before.
  if (rest.length > 1) writeFileSync(path, `${[first, ...rest.slice(1), rest[0]].join('\n\n')}\n`);
  await window.changed(uriOf(name), 2);
  const guest = 'guest.md';
  writeFileSync(join(desk, 'sources', guest), text);
  await window.changed(uriOf(guest), 1);
  await window.quiet();
  rmSync(join(desk, 'sources', guest));
  await window.changed(uriOf(guest), 3);
  const other = names[Math.floor(random() * names.length)]!;
  await window.show(uriOf(other), readFileSync(join(desk, 'sources', other), 'utf8'));
  await window.quiet();
  await window.hide(uriOf(other));
}
