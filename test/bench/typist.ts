/** Types into a draft that a language server in this process checks, over the streams that an editor would use. */
import { PassThrough } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import {
  createConnection,
  createMessageConnection,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { AnalystThreads, analystsOn } from '../../server/hosts/analysing.ts';
import { startServer } from '../../server/lsp/server.ts';
import { type Status, statusMethod } from '../../server/protocol/status.ts';
import { Bibliographies } from '../../server/sources/bibliography.ts';
import { readArticle } from '../../server/sources/read.ts';
import type { Desk } from './desk.ts';

const FOLDER = 'file:///desk';
const DRAFT = 'file:///desk/draft.md';

/** A session with the server; `type` gives the milliseconds from an edit to the diagnostics of the version that it makes. */
export interface Typist {
  type(line: number, character: number, text: string): Promise<number>;
  /** Asks something about the draft. */
  ask(method: string, params: object): Promise<unknown>;
  end(): void;
}

/** Opens a desk's draft in a server that has read all of its sources; `read` is called once it has. */
export async function sitDown({ sources, draft }: Desk, read = () => {}): Promise<Typist> {
  const bytes = new Map(sources.map((file) => [`${FOLDER}/sources/${file.name}`, file.bytes]));
  const there = new PassThrough();
  const back = new PassThrough();
  startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back)), {
    files: {
      list: async () => ({ paths: sources.map(({ name }) => `sources/${name}`), hasLinks: false }),
      matcher: () => (path) => path.startsWith('sources/'),
      listBibliographies: async () => [],
      bibliographyMatcher: () => () => false,
      stat: async (uri) => (bytes.has(uri) ? { kind: 'file', stamp: '1', isLink: false } : null),
      read: async (uri) => ({ bytes: bytes.get(uri) ?? new Uint8Array() }),
      update: async () => ({ failed: '' }),
    },
    unsupported: () => null,
    readArticle,
    analysts: analystsOn(new AnalystThreads(), 0),
    isText: () => true,
    bibliographyGlobs: [],
    readBibliography: async () => ({ entries: [] }),
    bibliographies: () => new Bibliographies(),
    now: () => performance.now(),
    today: () => '2024-01-01',
    person: async () => null,
    wait: (milliseconds) => setTimeout(milliseconds),
    pause: () => setImmediate(),
  });
  const connection = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const published = new Map<number, () => void>();
  const isRead = new Promise<void>((resolve) => {
    connection.onNotification(statusMethod, ({ folders }: Status) => {
      if (folders.some((folder) => folder.sources === sources.length)) resolve();
    });
  });
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: PublishDiagnosticsParams) => {
    if (uri === DRAFT && version !== undefined) published.get(version)?.();
  });
  connection.onRequest(() => null);
  connection.listen();
  const workspaceFolders = [{ uri: FOLDER, name: 'desk' }];
  const capabilities = { workspace: { workspaceFolders: true }, textDocument: { publishDiagnostics: { versionSupport: true } } };
  await connection.sendRequest('initialize', { processId: null, rootUri: FOLDER, workspaceFolders, capabilities });
  await connection.sendNotification('initialized', {});
  await isRead;
  read();
  let version = 1;
  const answer = () => new Promise<void>((resolve) => published.set(version, resolve));
  const first = answer();
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: DRAFT, languageId: 'markdown', version, text: draft } });
  await first;
  return {
    async type(line, character, text) {
      version++;
      const answered = answer();
      const position = { line, character };
      const start = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: DRAFT, version },
        contentChanges: [{ range: { start: position, end: position }, text }],
      });
      await answered;
      return performance.now() - start;
    },
    ask: (method, params) => connection.sendRequest(method, { textDocument: { uri: DRAFT }, ...params }),
    end: () => connection.dispose(),
  };
}
