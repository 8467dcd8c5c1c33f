/** One client's session: its folders, documents and libraries, and what happens when one of them changes. */
import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  FileChangeType,
  type FileEvent,
  type TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Uri, Work } from '../engine/model.ts';
import { ledgerFile } from '../protocol/decisions.ts';
import { draftsChangedMethod } from '../protocol/draft.ts';
import { settingsFile } from '../protocol/settings.ts';
import { type SourceTextParams, sourceTextChangedMethod } from '../protocol/sourceTexts.ts';
import { type Status, statusMethod } from '../protocol/status.ts';
import { Caching, newsOf } from './caching.ts';
import type { Client } from './client.ts';
import { Configuration } from './configuration.ts';
import { Consulting } from './consulting.ts';
import { refreshStanding } from './features/standing.ts';
import type { CacheNews } from './fileCache.ts';
import { Indexing, type IndexingEvents } from './indexing/indexing.ts';
import { Ledgers } from './ledger.ts';
import { Progress } from './progress.ts';
import { Publishing } from './publishing.ts';
import { drive, driveBehind, isCancelled, type Runtime } from './runtime.ts';
import { SourceTexts } from './sourceTexts.ts';
import { Telling } from './telling.ts';
import { ancestorsOf, joinUri, nameOf, normalUri, relativePath, textUri } from './uris.ts';
import { Watching } from './watching.ts';
import { WhatChanged } from './whatChanged.ts';
import { type Folder, Workspace } from './workspace.ts';

export class Session {
  readonly workspace: Workspace;
  readonly publishing: Publishing;
  readonly ledgers: Ledgers;
  readonly texts: SourceTexts;
  readonly changes = new WhatChanged();
  readonly consulting: Consulting;
  readonly configuration: Configuration;
  private readonly indexing: Indexing;
  private readonly caching: Caching | null;
  private readonly watching: Watching;
  private readonly progress: Progress;
  private readonly telling: Telling;
  private readonly underWay = new Set<Promise<unknown>>();
  /** What gets libraries ready for questions that nobody has asked yet. */
  private preparing: CancellationTokenSource | null = null;
  private ended = false;

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    readonly client: Client,
    private readonly documents: TextDocuments<TextDocument>,
  ) {
    this.workspace = new Workspace(runtime);
    this.watching = new Watching(connection, client, this.workspace, runtime.bibliographyGlobs);
    this.progress = new Progress(connection, client, this.workspace);
    this.telling = new Telling(connection, client.translate, (say) => this.send(say));
    const events: IndexingEvents = {
      libraryChanged: () => this.draftsChanged(),
      statusChanged: () => this.statusChanged(),
      sourceChanged: (uri) => this.texts.changed(uri),
      skipped: ({ uri: folder }, uri, reason) => this.send(() => connection.console.warn(`${relativePath(folder, uri)}: ${reason}`)),
      settled: (folder) => this.settled(folder),
      failed: this.failed,
      openText: (uri) => this.openDocument(uri)?.getText() ?? null,
      openUris: () => this.documents.all().map(({ uri }) => normalUri(uri)),
    };
    this.ledgers = new Ledgers(runtime, {
      changed: () => this.draftsChanged(),
      read: (uri, text, broken) => this.telling.ledger(uri, text, broken),
      unwritten: (uri, reason) => this.telling.unwritten(uri, reason),
      failed: this.failed,
    });
    const news = (told: CacheNews) => this.send(() => connection.console.info(newsOf(told, client.translate)));
    const cache = client.cache && runtime.openCache ? runtime.openCache(client.cache, news) : null;
    const written = ({ name }: Folder, count: number) =>
      this.send(() => connection.console.log(client.translate('{folder}: sources written to the cache: {count}', { folder: name, count })));
    this.caching = cache && new Caching(runtime, cache, (work) => this.guard(work), written);
    this.indexing = new Indexing(runtime, events, client.translate, this.caching);
    this.texts = new SourceTexts(this.workspace, this.indexing, runtime.files, client.translate, (file) => this.textChanged(file));
    this.consulting = new Consulting(runtime, client.translate, this.workspace, documents, this.indexing, this.ledgers, this.changes);
    this.configuration = new Configuration(connection, client, runtime.files, this.workspace, this.telling, {
      changed: (before) => this.draftsChanged(before),
      statusChanged: () => this.statusChanged(),
      loadLedger: (folder) => this.ledgers.load(folder),
      scan: (folder) => this.indexing.scan(folder),
      watch: () => this.watching.update(),
      failed: this.failed,
    });
    const source = {
      judge: (document: TextDocument, token: CancellationToken) => this.consulting.judge(document, token),
      documents: () => documents.all(),
      document: (uri: string) => documents.get(uri),
    };
    this.publishing = new Publishing(connection, client, source, runtime, (work) => this.guard(work));
  }

  /** Reads the settings and the sources of the folders that are open from the start. */
  async begin(): Promise<void> {
    await this.configuration.reload(this.workspace.folders);
    this.statusChanged();
  }

  end(): void {
    this.ended = true;
    this.caching?.end();
    this.preparing?.cancel();
    for (const folder of this.workspace.folders) this.indexing.abandon(folder);
    for (const { uri } of this.documents.all()) this.consulting.forget(uri);
  }

  /** Runs long work in slices. */
  work<T>(work: Work<T>, token: CancellationToken): Promise<T> {
    return drive(work, this.runtime, token);
  }

  async documentChanged(document: TextDocument): Promise<void> {
    this.consulting.edited(document);
    this.sourceChanged(document);
    await this.publishing.documentChanged(document);
  }

  async documentClosed(document: TextDocument): Promise<void> {
    this.consulting.forget(document.uri);
    this.changes.forget(document.uri);
    this.ledgers.documentClosed(normalUri(document.uri), document.getText());
    this.sourceChanged(document);
    await this.publishing.documentClosed(document.uri);
  }

  /** Clients that tell of no changed files at least tell of saved documents: a good moment to look for both kinds of change. */
  async documentSaved(): Promise<void> {
    if (!this.client.registersWatchers) await this.configuration.reload(this.workspace.folders);
  }

  async foldersChanged(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    for (const { uri } of removed) {
      const folder = this.workspace.remove(uri);
      if (!folder) continue;
      this.indexing.abandon(folder);
      this.ledgers.forget(folder);
      this.texts.changed(folder.uri);
      for (const file of [settingsFile, ledgerFile]) this.telling.file({ uri: joinUri(folder.uri, file), text: '', problems: [] });
    }
    const folders = added.map(({ uri, name }) => this.workspace.add(uri, name));
    this.statusChanged();
    await Promise.all([this.configuration.reload(folders), this.publishing.refresh()]);
  }

  /** What the events say may not be so any more: they only tell where to look. */
  async filesChanged(changes: readonly FileEvent[]): Promise<void> {
    const uris = new Set(changes.map(({ uri }) => normalUri(uri)));
    const gone = new Set(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => normalUri(uri)));
    const work: Promise<unknown>[] = [];
    const reload: Folder[] = [];
    for (const folder of this.workspace.folders) {
      const settings = joinUri(folder.uri, settingsFile);
      const ledger = joinUri(folder.uri, ledgerFile);
      // A folder that comes or goes does so with what is in it.
      const mayHaveChanged = (file: string): boolean => ancestorsOf(file).some((each) => uris.has(each));
      if (mayHaveChanged(settings)) reload.push(folder);
      if (mayHaveChanged(ledger)) work.push(this.ledgers.load(folder));
      const others: string[] = [];
      for (const uri of uris) {
        if (uri === settings || uri === ledger) continue;
        if (folder.hasSource(uri) || folder.hasBibliography(uri)) this.indexing.add(folder, uri);
        else if (!gone.has(uri) && relativePath(folder.uri, uri) !== null) others.push(uri);
      }
      if (gone.size > 0) this.indexing.addBelow(folder, gone);
      if (others.length > 0) work.push(this.scanForFolders(folder, others));
    }
    await Promise.all([this.configuration.reload(reload), ...work]);
  }

  /** Folders come and go with what is in them, of which nobody may tell. */
  private async scanForFolders(folder: Folder, uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      if ((await this.runtime.files.stat(uri))?.kind === 'directory') return this.indexing.scan(folder);
    }
  }

  status(): Status {
    return { folders: this.workspace.folders.map((folder) => folder.status()) };
  }

  /** Nothing is left to read in a folder. */
  private settled(folder: Folder): void {
    const { name, library, skipped } = folder;
    const { translate } = this.client;
    const kept = this.caching?.settled(folder) ?? 0;
    const say = (message: string) => this.send(() => this.connection.console.info(message));
    say(translate('{folder}: sources read: {count}, left out: {skipped}', { folder: name, count: library.size, skipped: skipped.size }));
    this.preparing?.cancel();
    this.preparing = new CancellationTokenSource();
    this.guard(this.prepare(this.preparing.token));
    if (kept > 0) say(translate('{folder}: sources taken from the cache: {count}', { folder: name, count: kept }));
  }

  /** Gets the libraries ready for questions that nobody has asked yet. */
  private async prepare(token: CancellationToken): Promise<void> {
    for (const { total, library } of this.workspace.folders) if (total === 0) await driveBehind(library.prepare(), this.runtime, token);
  }

  /** Lets work run on its own: what goes wrong is logged, and being cancelled is no error. */
  guard(work: Promise<unknown>): void {
    const guarded = work.catch(this.failed).finally(() => this.underWay.delete(guarded));
    this.underWay.add(guarded);
  }

  /** Resolves once nothing that was begun is under way any more, but for waiting on the writer. */
  async quiet(): Promise<void> {
    do {
      await Promise.all(this.underWay);
      await this.indexing.idle();
    } while (this.underWay.size > 0);
  }

  readonly failed = (error: unknown): void => {
    if (isCancelled(error)) return;
    this.send(() => this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  };

  /** The answer to a request that failed: nothing, with the reason in the log. Being cancelled is passed on. */
  answerFailed<T>(error: unknown, nothing: T): T {
    if (isCancelled(error)) throw error;
    this.failed(error);
    return nothing;
  }

  /** The document of a file that is open; none where an editor cannot show such a file as the text that it is. */
  private openDocument(uri: string): TextDocument | undefined {
    if (!this.runtime.isText(nameOf(uri))) return undefined;
    return this.documents.get(uri) ?? this.documents.all().find((document) => normalUri(document.uri) === uri);
  }

  private sourceChanged(document: TextDocument): void {
    const uri = normalUri(document.uri);
    if (!this.runtime.isText(nameOf(uri))) return;
    for (const folder of this.workspace.foldersWithSource(uri)) this.indexing.add(folder, uri);
  }

  /** What there is to say of drafts may be something else by now. `before` is what settings that changed were. */
  private draftsChanged(before?: Folder['settings']): void {
    const { client, connection, workspace } = this;
    this.guard(this.publishing.refresh());
    const shown = [...workspace.folders.map(({ settings }) => settings), ...(before ? [before] : [])];
    this.guard(refreshStanding(connection, client, shown));
    // Not every change is one of diagnostics, which is all that clients are told of otherwise.
    this.send(() => this.connection.sendNotification(draftsChangedMethod));
  }

  private statusChanged(): void {
    this.send(() => {
      this.progress.update();
      return this.connection.sendNotification(statusMethod, this.status());
    });
  }

  private textChanged(file: Uri): void {
    const uri = textUri(file);
    if (uri !== null) this.send(() => this.connection.sendNotification(sourceTextChangedMethod, { uri } satisfies SourceTextParams));
  }

  /** A connection that is closed throws whatever is said into it; nobody is there to miss it. */
  private send(say: () => unknown): void {
    if (this.ended) return;
    try {
      Promise.resolve(say()).catch(() => undefined);
    } catch {
      this.end();
    }
  }
}
