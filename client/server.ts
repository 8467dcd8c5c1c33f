/** Runs the language server: starts it, starts it again after a crash, and passes on what it says of itself. */
import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  FileSystemError,
  type LogOutputChannel,
  l10n,
  type Position,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { CloseAction, type ErrorHandler, LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type CursorParams, cursorMethod } from '../server/protocol/documents.ts';
import { draftsChangedMethod } from '../server/protocol/draft.ts';
import type { InitializationOptions } from '../server/protocol/initialization.ts';
import { showPictureCommand } from '../server/protocol/picture.ts';
import { editorSettings } from '../server/protocol/settings.ts';
import {
  type SourceText,
  type SourceTextParams,
  showPassageCommand,
  sourceTextChangedMethod,
  sourceTextMethod,
  sourceTextScheme,
} from '../server/protocol/sourceTexts.ts';
import { type Status, statusMethod } from '../server/protocol/status.ts';
import { giveUp, SettingsMessages, tellOfRestart } from './messages.ts';

/** `off` where it does not run, `starting` until it first tells its status, `failed` where it does not start any more. */
export type ServerState = 'off' | 'starting' | 'failed' | Status;

export class Server implements Disposable {
  private readonly changed = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.changed.event;
  private readonly textChanged = new EventEmitter<string>();
  /** Fires with the URI of a source's text that is another by now. */
  readonly onDidChangeText = this.textChanged.event;
  private readonly draftsChanged = new EventEmitter<void>();
  /** Fires when what the server says of drafts may be something else by now, though their diagnostics are the same. */
  readonly onDidChangeDrafts = this.draftsChanged.event;
  /** Commands of the server that somebody has to answer questions for first: they take its place where it is run from a menu. */
  private readonly asking = new Map<string, (given: unknown) => Promise<void>>();
  private readonly messages = new SettingsMessages();
  private client: LanguageClient | undefined;
  private selected: readonly string[] = [];
  private now: ServerState = 'off';
  /** Whether the writer was told that the server had ended by itself. */
  private isRestartTold = false;
  /** Starts and stops happen one after the other. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.now;
  }

  /** The languages whose documents the server is told of, since its start. */
  get languages(): readonly string[] {
    return this.selected;
  }

  /** Starts the server; where it runs it goes on. Never rejects: the writer is told, and the log says why. */
  start(languages: readonly string[]): Promise<void> {
    return this.next(async () => {
      if (!this.client) await this.run(languages);
    });
  }

  /** Ends the server if it runs, and starts it. Never rejects. */
  restart(languages: readonly string[]): Promise<void> {
    return this.next(async () => {
      await this.end();
      await this.run(languages);
    });
  }

  /**
   * Takes away what the server keeps of the workspace's sources, and starts it anew. Never rejects.
   * @returns why it could not be taken away; null where it was, or where there is none
   */
  async clearCache(languages: readonly string[]): Promise<string | null> {
    let trouble: string | null = null;
    await this.next(async () => {
      const wasRunning = this.client !== undefined;
      await this.end();
      const { cache } = this;
      try {
        if (cache) await workspace.fs.delete(cache, { recursive: true });
      } catch (error) {
        if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) trouble = String(error);
      }
      if (wasRunning) await this.run(languages);
    });
    return trouble;
  }

  stop(): Promise<void> {
    return this.next(() => this.end());
  }

  /** The writer put the cursor there. */
  cursorAt(document: TextDocument, position: Position): void {
    const { client } = this;
    if (!client?.isRunning()) return;
    const { asTextDocumentIdentifier, asPosition } = client.code2ProtocolConverter;
    const params: CursorParams = { textDocument: asTextDocumentIdentifier(document), position: asPosition(position) };
    client.sendNotification(cursorMethod, params).catch((error) => this.log.error(error));
  }

  /** The labels of what the server would offer at a place of a document; none where it does not run. */
  async completionsAt(document: TextDocument, position: Position): Promise<string[]> {
    const params = this.client?.code2ProtocolConverter.asTextDocumentPositionParams(document, position);
    const list = await this.ask<{ readonly items: readonly { readonly label: string }[] }>('textDocument/completion', params);
    return (list?.items ?? []).map(({ label }) => label);
  }

  /**
   * The server's answer to a request; null where it does not run, has nothing to say, was told by the token that nobody waits any more, or
   * fails, which the log tells.
   */
  async ask<T>(method: string, params?: unknown, token?: CancellationToken): Promise<T | null> {
    const { client } = this;
    if (!client?.isRunning()) return null;
    try {
      if (params === undefined) return await client.sendRequest<T | null>(method);
      return await (token ? client.sendRequest<T | null>(method, params, token) : client.sendRequest<T | null>(method, params));
    } catch (error) {
      if (token?.isCancellationRequested) return null;
      this.log.error(error instanceof Error ? error : String(error));
      return null;
    }
  }

  /** Has a command of the server run whenever a menu would run it: in its place, `ask` is given its argument. */
  askBefore(command: string, ask: (given: unknown) => Promise<void>): void {
    this.asking.set(command, ask);
  }

  /** Runs a command of the server. */
  async execute(command: string, given: unknown): Promise<void> {
    await this.ask('workspace/executeCommand', { command, arguments: [given] });
  }

  /** What a document of `sourceTextScheme` shows; null where the server does not run. */
  async textOf(uri: Uri): Promise<SourceText | null> {
    await this.turn;
    const client = this.client;
    if (!client?.isRunning()) return null;
    const params: SourceTextParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    try {
      return await client.sendRequest<SourceText | null>(sourceTextMethod, params);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      return null;
    }
  }

  dispose(): void {
    this.messages.dispose();
    this.changed.dispose();
    this.textChanged.dispose();
    this.draftsChanged.dispose();
  }

  /** Where the server keeps what it made of the workspace's sources; undefined where no folder is open. */
  private get cache(): Uri | undefined {
    const { storageUri } = this.context;
    return storageUri && Uri.joinPath(storageUri, 'cache');
  }

  private next(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step).catch((error) => this.log.error(error));
    return this.turn;
  }

  private async run(languages: readonly string[]): Promise<void> {
    this.selected = languages;
    this.become('starting');
    const client = this.create(languages);
    this.client = client;
    client.onNotification(statusMethod, (status: Status) => {
      if (this.client === client) this.become(status);
    });
    client.onNotification(sourceTextChangedMethod, ({ uri }: SourceTextParams) => {
      if (this.client === client) this.textChanged.fire(uri);
    });
    client.onNotification(draftsChangedMethod, () => {
      if (this.client === client) this.draftsChanged.fire();
    });
    try {
      await client.start();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.become('failed');
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.become('off');
    // A client whose start failed has nothing to stop, and says so by rejecting.
    if (client?.needsStop()) await client.dispose();
  }

  private become(state: ServerState): void {
    this.now = state;
    // What the server does then it logs itself.
    if (state === 'starting') this.log.info(l10n.t('The server starts.'));
    this.changed.fire(state);
  }

  private create(languages: readonly string[]): LanguageClient {
    const options: LanguageClientOptions = {
      // Sources are among these documents too, so that what is typed into one counts before it is saved.
      documentSelector: [
        ...languages.flatMap((language) => [
          { language, scheme: 'file' },
          { language, scheme: 'untitled' },
        ]),
        { scheme: sourceTextScheme },
      ],
      initializationOptions: {
        l10n: l10n.bundle,
        sourceTexts: true,
        pictures: true,
        ...(this.cache && { cache: { folder: this.cache.fsPath } }),
      } satisfies InitializationOptions,
      // Nothing that sources or drafts say can be a link: the server escapes it. These commands do no more than open a source's text, and
      // show how a figure was reported.
      markdown: { isTrusted: { enabledCommands: [showPassageCommand, showPictureCommand] } },
      outputChannel: this.log,
      traceOutputChannel: this.log,
      diagnosticPullOptions: { onChange: true },
      // Other extensions open documents that nobody sees; a deleted source must not live on in one of those.
      textSynchronization: { delayOpenNotifications: true },
      errorHandler: this.errorHandler(() => client.createDefaultErrorHandler()),
      middleware: {
        handleDiagnostics: this.messages.handleDiagnostics,
        executeCommand: async (command, given, next) => {
          const ask = this.asking.get(command);
          return ask ? ask(given[0]) : next(command, given);
        },
        workspace: {
          configuration: async (params, token, next) => {
            const answer = await next(params, token);
            return Array.isArray(answer) ? answer.map(withoutEditorSettings) : answer;
          },
        },
        // VS Code always asks for the declaration too, which is where the cursor is, and would show that first instead of a source.
        provideReferences: (document, position, options, token, next) =>
          next(document, position, { ...options, includeDeclaration: false }, token),
      },
    };
    const module = Uri.joinPath(this.context.extensionUri, 'dist', 'server.js').fsPath;
    const client = new LanguageClient('secondSource', 'Second Source', { module, transport: TransportKind.ipc }, options);
    this.messages.register(client);
    return client;
  }

  /** The library's own rules for when to start the server again; that it will not be started any more is said in the writer's language. */
  private errorHandler(create: () => ErrorHandler): ErrorHandler {
    let standard: ErrorHandler | undefined;
    const handler = () => {
      standard ??= create();
      return standard;
    };
    return {
      error: (error, message, count) => handler().error(error, message, count),
      closed: async () => {
        const { action, message } = await handler().closed();
        if (action === CloseAction.DoNotRestart) {
          this.become('failed');
          giveUp();
        } else {
          this.become('starting');
          // It may end again before the writer has read that.
          if (!this.isRestartTold) void tellOfRestart();
          this.isRestartTold = true;
        }
        return { action, handled: true, ...(message !== undefined && { message }) };
      },
    };
  }
}

/** The server's part of the settings. It tells of keys that it does not know. */
function withoutEditorSettings(section: unknown): unknown {
  if (typeof section !== 'object' || section === null) return section;
  return Object.fromEntries(Object.entries(section).filter(([key]) => !editorSettings.includes(key)));
}
