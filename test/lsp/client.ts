/** A small client for the tests: drives the server over real LSP streams and waits for what it sends, never for time. */
import { PassThrough } from 'node:stream';
import { afterEach, expect } from 'vitest';
import {
  CancellationToken,
  type CodeAction,
  type CodeActionContext,
  type Command,
  createConnection,
  createMessageConnection,
  type Definition,
  type DefinitionLink,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type MessageConnection,
  type Position,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Runtime } from '../../server/lsp/runtime.ts';
import { startServer } from '../../server/lsp/server.ts';
import type { Session } from '../../server/lsp/session.ts';
import { normalUri } from '../../server/lsp/uris.ts';
import { type FolderStatus, type Status, statusMethod } from '../../server/protocol/status.ts';
import { able } from './able.ts';

export interface StartOptions {
  readonly capabilities?: object;
  /** Paths of the folders that are open; `/desk` alone where nothing is said. */
  readonly folders?: readonly string[];
  /** What `workspace/configuration` answers. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  readonly initialize?: object;
}

/** A message from the server. */
export interface Received {
  readonly method: string;
  readonly params: unknown;
}

export class TestClient {
  readonly received: Received[] = [];
  settings: unknown;
  capabilities!: InitializeResult['capabilities'];
  /** The session of a server in this process. */
  session!: Session;
  private readonly documents = new Map<string, TextDocument>();
  private readonly waiting = new Set<() => void>();

  private constructor(readonly connection: MessageConnection) {}

  /** A client of a server in this process. */
  static async start(runtime: Runtime, options: StartOptions = {}): Promise<TestClient> {
    const there = new PassThrough();
    const back = new PassThrough();
    const server = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
    const { session } = startServer(server, runtime);
    const connection = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
    const client = await TestClient.over(connection, options);
    client.session = session()!;
    return client;
  }

  /** A client of whatever answers on a connection. */
  static async over(connection: MessageConnection, options: StartOptions = {}): Promise<TestClient> {
    const client = new TestClient(connection);
    client.settings = options.settings ?? null;
    connection.onNotification((method, params) => client.note(method, params));
    connection.onUnhandledProgress((params) => client.note('$/progress', params));
    connection.onRequest((method, params) => {
      client.note(method, params);
      return method === 'workspace/configuration' ? [client.settings] : null;
    });
    connection.listen();
    const folders = (options.folders ?? ['/desk']).map((path) => ({ uri: uriOf(path), name: path.slice(1) }));
    const result = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: folders[0]?.uri ?? null,
      workspaceFolders: folders,
      capabilities: options.capabilities ?? able,
      initializationOptions: options.initializationOptions,
      ...options.initialize,
    });
    client.capabilities = result.capabilities;
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Resolves with the first message, from `after` on, that the test accepts; it may be there already. */
  waitFor<T>(accept: (received: Received) => T | undefined | false, after = 0): Promise<T> {
    return new Promise((resolve) => {
      let next = after;
      const look = (): void => {
        for (; next < this.received.length; next++) {
          const accepted = accept(this.received[next]!);
          if (accepted === undefined || accepted === false) continue;
          this.waiting.delete(look);
          resolve(accepted);
          return;
        }
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Waits until a folder's status, from `after` on, is as the test wants it. */
  status(accept: (folder: FolderStatus) => boolean, after = 0): Promise<FolderStatus> {
    return this.waitFor(
      ({ method, params }) => (method === statusMethod ? (params as Status).folders.find((folder) => accept(folder)) : undefined),
      after,
    );
  }

  /** Waits until so many sources are in the library and nothing is left to do, and until all that was said of it has come. */
  async ready(sources: number, path = '/desk', after = 0): Promise<FolderStatus> {
    const status = await this.status((folder) => folder.uri === uriOf(path) && folder.total === 0 && folder.sources === sources, after);
    await this.roundTrip();
    return status;
  }

  /** Waits for diagnostics that were sent for a document. */
  published(
    path: string,
    accept: (params: PublishDiagnosticsParams) => boolean = () => true,
    after = 0,
  ): Promise<PublishDiagnosticsParams> {
    return this.waitFor(({ method, params }) => {
      const published = params as PublishDiagnosticsParams;
      return method === 'textDocument/publishDiagnostics' && published.uri === uriOf(path) && accept(published) ? published : undefined;
    }, after);
  }

  refreshed(after: number): Promise<unknown> {
    return this.waitFor(({ method }) => method === 'workspace/diagnostic/refresh', after);
  }

  open(path: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    const uri = uriOf(path);
    this.documents.set(uri, TextDocument.create(uri, languageId, version, text));
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Replaces the first occurrence of a text, as an edit of just that. */
  edit(path: string, before: string, after: string): Promise<void> {
    const uri = uriOf(path);
    const document = this.documents.get(uri)!;
    const start = document.getText().indexOf(before);
    if (start < 0) throw new Error(`no ${before} in ${uri}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
    const contentChanges: TextDocumentContentChangeEvent[] = [{ range, text: after }];
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces a document's whole text. */
  rewrite(path: string, text: string): Promise<void> {
    const uri = uriOf(path);
    const document = this.documents.get(uri)!;
    const version = document.version + 1;
    TextDocument.update(document, [{ text }], version);
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  close(path: string): Promise<void> {
    this.documents.delete(uriOf(path));
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
  }

  changed(...changes: readonly (readonly [path: string, type: 'created' | 'changed' | 'deleted'])[]): Promise<void> {
    const types = { created: 1, changed: 2, deleted: 3 };
    const events = changes.map(([path, type]) => ({ uri: uriOf(path), type: types[type] }));
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: events });
  }

  pull(path: string, previousResultId?: string, token = CancellationToken.None): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: uriOf(path) }, previousResultId }, token);
  }

  /** Comes back when nothing that was sent before is still to be done, in a server of this process. */
  async quiet(): Promise<void> {
    await this.roundTrip();
    await this.session.quiet();
    await this.roundTrip();
  }

  /** Comes back when the server has handled all that was sent before. */
  async roundTrip(): Promise<void> {
    await this.connection.sendRequest(statusMethod);
  }

  async diagnostics(path: string): Promise<Diagnostic[]> {
    const report = await this.pull(path);
    return report.kind === 'full' ? report.items : [];
  }

  /** A draft's diagnostics, as `rule: text`. */
  async findings(path: string): Promise<string[]> {
    return (await this.diagnostics(path)).map((item) => this.brief(path, item));
  }

  /** The code actions for a range, or for the place where a text begins. */
  async actions(path: string, at: Range | string, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const position = typeof at === 'string' ? this.positionOf(path, at) : null;
    const params = {
      textDocument: { uri: uriOf(path) },
      range: position ? { start: position, end: position } : at,
      context: { diagnostics: [], ...context },
    };
    return (await this.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
  }

  /** Has the server run a command, as an editor does that was given it with an action. */
  async execute({ command, arguments: given }: Omit<Command, 'title'>): Promise<void> {
    await this.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
  }

  brief(path: string, { code, range }: Pick<Diagnostic, 'code' | 'range'>): string {
    return `${code}: ${this.documents.get(uriOf(path))!.getText(range)}`;
  }

  hover(path: string, needle: string): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', this.at(path, needle));
  }

  /** The text of a hover; empty where there is none. */
  async hoverText(path: string, needle: string): Promise<string> {
    const hover = await this.hover(path, needle);
    return hover ? (hover.contents as { value: string }).value : '';
  }

  definition(path: string, needle: string): Promise<Definition | DefinitionLink[] | null> {
    return this.connection.sendRequest('textDocument/definition', this.at(path, needle));
  }

  /** Lets places in a file be told by their text, though it is not open. */
  knows(path: string, text: string): void {
    const uri = uriOf(path);
    if (!this.documents.has(uri)) this.documents.set(uri, TextDocument.create(uri, 'markdown', 0, text));
  }

  /** What stands at a place of a file that is open or known. */
  textAt(path: string, range: Range): string {
    return this.documents.get(uriOf(path))!.getText(range);
  }

  /** Parameters of a request about the place where a text begins. */
  at(path: string, needle: string): object {
    return { textDocument: { uri: uriOf(path) }, position: this.positionOf(path, needle) };
  }

  /** Where a text begins. */
  positionOf(path: string, needle: string): Position {
    const document = this.documents.get(uriOf(path))!;
    return document.positionAt(document.getText().indexOf(needle));
  }

  /** Waits for a line of the log. */
  logged(line: string): Promise<unknown> {
    return this.waitFor(({ method, params }) => method === 'window/logMessage' && (params as { message: string }).message === line);
  }

  /** All lines of the log. */
  log(): string[] {
    return this.received.flatMap(({ method, params }) => (method === 'window/logMessage' ? [(params as { message: string }).message] : []));
  }

  /** Everything the server complained of. */
  errors(): string[] {
    return this.received.flatMap(({ method, params }) => {
      if (method !== 'window/logMessage') return [];
      const { type, message } = params as { type: number; message: string };
      return type === 1 ? [message] : [];
    });
  }

  async end(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  private note(method: string, params: unknown): void {
    this.received.push({ method, params });
    for (const look of [...this.waiting]) look();
  }
}

/** Gives what starts a client. At the end of each test its clients are ended, and the server must have logged no error. */
export function clientsForTests(): (runtime: Runtime, options?: StartOptions) => Promise<TestClient> {
  const clients: TestClient[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      await client.end();
      expect(client.errors()).toEqual([]);
    }
  });
  return async (runtime, options) => {
    const client = await TestClient.start(runtime, options);
    clients.push(client);
    return client;
  };
}

/** The URI of a path; what has a scheme is one already. */
export function uriOf(path: string): string {
  return path.startsWith('/') ? normalUri(`file://${path}`) : path;
}
