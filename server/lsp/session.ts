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
import { settingsFile, settingsSection } from '../protocol/settings.ts';
import { type SourceTextParams, sourceTextChangedMethod } from '../protocol/sourceTexts.ts';
import { type Status, statusMethod } from '../protocol/status.ts';
import { Caching, newsOf } from './caching.ts';
import type { Client } from './client.ts';
import { shelfOf, withDecisions } from './decided.ts';
import { Drafts } from './drafts.ts';
import { refreshStanding } from './features/standing.ts';
import type { CacheNews } from './fileCache.ts';
import { Indexing, type IndexingEvents } from './indexing/indexing.ts';
import type { Analysed, Judged } from './judged.ts';
import { Ledgers } from './ledger.ts';
import { Progress } from './progress.ts';
import { Publishing } from './publishing.ts';
import { drive, driveBehind, isCancelled, type Runtime } from './runtime.ts';
import { type LoadedSettings, loadSettings } from './settings.ts';
import { Sources } from './sources.ts';
import { SourceTexts } from './sourceTexts.ts';
import { Telling } from './telling.ts';
import { ancestorsOf, fileOf, joinUri, nameOf, normalUri, relativePath, textUri } from './uris.ts';
import { Watching } from './watching.ts';
import { WhatChanged } from './whatChanged.ts';
import { type Folder, Workspace } from './workspace.ts';

/** How long, in milliseconds, an answer is held back for sources that are still being read. */
const PATIENCE = 5000;

export class Session {
  readonly workspace: Workspace;
  readonly publishing: Publishing;
  readonly ledgers: Ledgers;
  readonly texts: SourceTexts;
  readonly changes = new WhatChanged();
  private readonly drafts: Drafts;
  private readonly sources: Sources;
  private readonly indexing: Indexing;
  private readonly caching: Caching | null;
  private readonly watching: Watching;
  private readonly progress: Progress;
  private readonly telling: Telling;
  /** What the client last said the settings are, where it cannot be asked. */
  private settings: unknown;
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
    this.settings = client.settings;
    this.workspace = new Workspace(runtime);
    this.drafts = new Drafts(runtime, client.translate);
    this.sources = new Sources(runtime, client.translate);
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
    const source = {
      judge: (document: TextDocument, token: CancellationToken) => this.judge(document, token),
      documents: () => documents.all(),
      document: (uri: string) => documents.get(uri),
    };
    this.publishing = new Publishing(connection, client, source, runtime, (work) => this.guard(work));
  }

  /** Reads the settings and the sources of the folders that are open from the start. */
  async begin(): Promise<void> {
    await this.reload(this.workspace.folders);
    this.statusChanged();
  }

  end(): void {
    this.ended = true;
    this.caching?.end();
    this.preparing?.cancel();
    for (const folder of this.workspace.folders) this.indexing.abandon(folder);
    for (const { uri } of this.documents.all()) this.drafts.forget(uri);
  }

  /** A draft, checked; null for documents that are none: sources, other languages, files outside every folder. */
  async judge(document: TextDocument, token: CancellationToken): Promise<Judged | null> {
    const folder = this.workspace.folderOf(normalUri(document.uri));
    if (!folder) return null;
    await folder.ready;
    if (!this.isDraft(document, folder)) return null;
    const { revision } = folder.library;
    const judged = await this.drafts.judge(document, folder, token);
    // Where the library has moved on meanwhile, whoever asks next tells.
    if (revision === folder.library.revision) this.changes.judged(judged, folder, revision);
    return withDecisions(judged, this.ledgers.on(normalUri(document.uri), folder), shelfOf(folder));
  }

  /** Whether a draft, as it is now, has been checked: to ask about it makes nobody wait. */
  isJudged(document: TextDocument): boolean {
    const folder = this.draftFolder(document);
    return folder !== undefined && this.drafts.isJudged(document, folder);
  }

  /** A draft held against its sources, or a source against the others; null for documents that are neither. */
  async consult(document: TextDocument, token: CancellationToken): Promise<Judged | null> {
    const folder = await this.folderOfSource(document);
    return folder ? this.sources.judge(document, folder, token) : this.judge(document, token);
  }

  /** Waits until the sources of a document's folder are read, though not for ever (`patience`, in milliseconds): for answers that nobody asks for again. */
  async sourcesRead(document: TextDocument, token: CancellationToken, patience = PATIENCE): Promise<void> {
    const folder = this.workspace.folderOf(normalUri(document.uri));
    if (folder) await Promise.race([folder.allRead(), this.runtime.wait(patience, token)]);
  }

  /** Whether every source that a document is held against has been read or left out. */
  isRead(document: TextDocument): boolean {
    return this.workspace.folderOf(normalUri(document.uri))?.isRead ?? true;
  }

  /** What was found in a draft or a source, for questions that need no more; null for documents that are neither. */
  async analysed(document: TextDocument, token: CancellationToken): Promise<Analysed | null> {
    const folder = await this.folderOfSource(document);
    return folder ? this.sources.analysed(document, folder) : this.judge(document, token);
  }

  /** The other drafts that are open and are held against the same sources as a document, or against it. */
  async otherDrafts(document: TextDocument, token: CancellationToken): Promise<Judged[]> {
    const folder = (await this.folderOfSource(document)) ?? this.workspace.folderOf(normalUri(document.uri));
    const others = this.documents
      .all()
      .filter((other) => other.uri !== document.uri && this.workspace.folderOf(normalUri(other.uri)) === folder);
    const judged = await Promise.all(
      others.map(async (other) => {
        try {
          return await this.judge(other, token);
        } catch (error) {
          // One that is just being edited is left out.
          if (isCancelled(error) && !token.isCancellationRequested) return null;
          throw error;
        }
      }),
    );
    return judged.filter((draft) => draft !== null);
  }

  /** The folder whose library a document answers to as a draft, as its settings are now; undefined for all other documents. */
  draftFolder(document: TextDocument): Folder | undefined {
    const folder = this.workspace.folderOf(normalUri(document.uri));
    return folder && this.isDraft(document, folder) ? folder : undefined;
  }

  /** Runs long work in slices. */
  work<T>(work: Work<T>, token: CancellationToken): Promise<T> {
    return drive(work, this.runtime, token);
  }

  async documentChanged(document: TextDocument): Promise<void> {
    this.drafts.edited(document);
    this.sourceChanged(document);
    await this.publishing.documentChanged(document);
  }

  async documentClosed(document: TextDocument): Promise<void> {
    this.drafts.forget(document.uri);
    this.changes.forget(document.uri);
    this.ledgers.documentClosed(normalUri(document.uri), document.getText());
    this.sourceChanged(document);
    await this.publishing.documentClosed(document.uri);
  }

  /** Clients that tell of no changed files at least tell of saved documents: a good moment to look for both kinds of change. */
  async documentSaved(): Promise<void> {
    if (!this.client.registersWatchers) await this.reload(this.workspace.folders);
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
    await Promise.all([this.reload(folders), this.publishing.refresh()]);
  }

  /** `settings` is all that clients which cannot be asked have to say. */
  async configurationChanged(settings: unknown): Promise<void> {
    const section = typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>)[settingsSection] : undefined;
    if (section !== undefined) this.settings = section;
    await this.reload(this.workspace.folders);
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
    await Promise.all([this.reload(reload), ...work]);
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

  private isDraft(document: TextDocument, folder: Folder): boolean {
    return folder.settings.drafts.includes(document.languageId) && this.workspace.foldersWithSource(normalUri(document.uri)).length === 0;
  }

  /** The folder whose source a document is or shows the text of, once the library has read what stands in the editor; the innermost of several. */
  private async folderOfSource(document: TextDocument): Promise<Folder | undefined> {
    const uri = fileOf(document.uri);
    await this.workspace.folderOf(uri)?.ready;
    const folder = this.workspace.folderWithSource(uri);
    if (folder) await this.indexing.caughtUp(folder, uri);
    return folder;
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

  /** Reads folders' settings, and where they changed, which files are sources and what they say. */
  private async reload(folders: readonly Folder[]): Promise<void> {
    const loads = folders.map(async (folder) => {
      const loading = this.load(folder);
      folder.ready = loading.then(
        () => undefined,
        () => undefined,
      );
      const scanning = loading.then(() => (this.workspace.has(folder) ? this.indexing.scan(folder) : undefined));
      folder.listed = scanning.catch(() => undefined);
      await scanning;
      folder.wasListed = true;
    });
    await Promise.allSettled(folders.map(({ ready }) => ready));
    await this.watching.update();
    for (const load of await Promise.allSettled(loads)) if (load.status === 'rejected') this.failed(load.reason);
  }

  private async load(folder: Folder): Promise<void> {
    const turn = ++folder.loads;
    const editor = this.client.configuration ? await this.editorSettings(folder) : this.settings;
    const [loaded] = await Promise.all([
      loadSettings(folder.uri, editor, this.runtime.files, this.client.translate),
      this.ledgers.load(folder),
    ]);
    // What was asked for later counts, whichever answer comes first.
    if (turn !== folder.loads || !this.workspace.has(folder)) return;
    this.tell(folder, loaded);
    const changed = JSON.stringify(loaded.settings) !== JSON.stringify(folder.settings);
    if (!changed) return;
    const before = folder.settings;
    folder.settings = loaded.settings;
    this.draftsChanged(before);
  }

  private async editorSettings(folder: Folder): Promise<unknown> {
    try {
      return await this.connection.workspace.getConfiguration({ scopeUri: folder.uri, section: settingsSection });
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  /** Tells of broken settings: in the settings file at their place, the editor's once in a message. */
  private tell(folder: Folder, { editorProblems, file }: LoadedSettings): void {
    const troubled = editorProblems.length > 0 || file.problems.length > 0;
    for (const problem of editorProblems) this.telling.once(problem);
    this.telling.file(file);
    if (folder.troubled === troubled) return;
    folder.troubled = troubled;
    this.statusChanged();
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
