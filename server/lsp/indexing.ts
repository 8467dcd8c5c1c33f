/**
 * Reads sources into the libraries, and bibliographies that say more of them: one queue for all folders, in which the newest wish for a
 * file replaces those before it.
 */
import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import { analyse } from '../engine/analysis.ts';
import type { Translate } from '../engine/check.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Article, Uri } from '../engine/model.ts';
import { outdatedIn, sameArticle, sameProse } from './outdated.ts';
import { drive, isCancelled, type Reading, type Runtime } from './runtime.ts';
import { isBelow, joinUri, nameOf } from './uris.ts';
import type { Folder } from './workspace.ts';

interface Job {
  readonly folder: Folder;
  readonly uri: Uri;
  /** The source as its file gave it, where only what bibliographies say of it has changed. */
  readonly article?: Article;
}

/** What the indexing tells the rest of the server. */
export interface IndexingEvents {
  /** A library changed: at the end, and now and then before it. */
  libraryChanged(folder: Folder): void;
  /** A folder's status changed. */
  statusChanged(): void;
  /** A source, or what lies below a folder, says something else by now, or is there no more. */
  sourceChanged(uri: Uri): void;
  /** A source was left out. */
  skipped(folder: Folder, uri: Uri, reason: string): void;
  /** Nothing is left to do for a folder. */
  settled(folder: Folder): void;
  failed(error: unknown): void;
  /** The text of a source that is open in the editor; null where it is not. */
  openText(uri: Uri): string | null;
}

/** How often, in milliseconds, drafts are checked again while indexing goes on: often enough to see it grow. */
const REFRESH = 1000;

export class Indexing {
  private readonly queue = new Map<string, Job>();
  private readonly changed = new Set<Folder>();
  /** Who waits for a job, by its key. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private current: { readonly key: string; readonly job: Job; readonly cancellation: CancellationTokenSource } | null = null;
  private running = false;
  private reported = 0;

  constructor(
    private readonly runtime: Runtime,
    private readonly events: IndexingEvents,
    private readonly translate: Translate,
  ) {}

  /** Brings a folder's library in line with its files and globs. Files that did not change are not read again. */
  async scan(folder: Folder): Promise<void> {
    const { settings } = folder;
    const { files } = this.runtime;
    const [bibliographies, paths] = await Promise.all([
      files.listBibliographies(folder.uri, settings.exclude),
      files.list(folder.uri, settings),
    ]);
    // Settings that changed meanwhile bring a scan of their own.
    if (settings !== folder.settings) return;
    // With the bibliographies read first no source is looked at twice.
    const wanted = new Set([...bibliographies, ...paths].map((path) => joinUri(folder.uri, path)));
    const known = [...[...folder.library.values()].map(({ article }) => article.uri), ...folder.bibliographies.uris()];
    for (const uri of [...known, ...folder.skipped.keys()]) {
      // What is open in the editor may not be on the disk, or not any more.
      if (!wanted.has(uri) && !(folder.hasSource(uri) && this.events.openText(uri) !== null)) this.remove(folder, uri);
    }
    for (const uri of wanted) {
      const stamp = folder.stamps.get(uri);
      if (stamp === undefined || this.events.openText(uri) !== null || stamp !== (await this.stampOf(uri))) this.add(folder, uri);
    }
    this.events.statusChanged();
  }

  /** Resolves once nothing is left to do for a source: the library has it as it stands in the editor, or else on the disk. */
  async caughtUp(folder: Folder, uri: Uri): Promise<void> {
    const key = keyOf(folder, uri);
    while (this.queue.has(key) || this.current?.key === key) {
      await new Promise<void>((resolve) => this.waiting.set(key, [...(this.waiting.get(key) ?? []), resolve]));
    }
  }

  /** Has a source or a bibliography read, or read again. */
  add(folder: Folder, uri: Uri): void {
    const key = keyOf(folder, uri);
    if (this.current?.key === key) this.current.cancellation.cancel();
    this.enqueue({ folder, uri });
  }

  private enqueue(job: Job): void {
    const key = keyOf(job.folder, job.uri);
    if (!this.queue.has(key)) job.folder.total++;
    this.queue.set(key, job);
    if (!this.running) void this.run();
  }

  /** Takes a source or a bibliography out, or all below a folder that is gone. */
  remove(folder: Folder, uri: Uri): void {
    const gone = (candidate: Uri): boolean => isBelow(uri, candidate);
    this.withdraw((job) => job.folder === folder && gone(job.uri));
    for (const known of [...folder.stamps.keys()]) if (gone(known)) folder.stamps.delete(known);
    for (const known of [...folder.skipped.keys()]) if (gone(known)) folder.skipped.delete(known);
    for (const known of [...folder.read.keys()]) if (gone(known)) folder.read.delete(known);
    // That they are gone is found in their turn: a source that is just being read would miss it otherwise.
    for (const known of folder.bibliographies.uris()) if (gone(known)) this.add(folder, known);
    const articles = [...folder.library.values()].map(({ article }) => article.uri).filter(gone);
    if (articles.length > 0) {
      void folder.exclusive(() => {
        for (const known of articles) folder.library.delete(known);
        this.events.libraryChanged(folder);
        this.events.statusChanged();
        this.events.sourceChanged(uri);
      });
    }
    this.events.statusChanged();
    this.events.sourceChanged(uri);
  }

  /** Forgets all that is still to do for a folder that was closed. */
  abandon(folder: Folder): void {
    this.withdraw((job) => job.folder === folder);
    this.changed.delete(folder);
  }

  private withdraw(matches: (job: Job) => boolean): void {
    for (const [key, job] of [...this.queue]) {
      if (!matches(job)) continue;
      this.queue.delete(key);
      job.folder.total--;
      job.folder.settle();
      this.wake(key);
    }
    if (this.current && matches(this.current.job)) this.current.cancellation.cancel();
  }

  private async run(): Promise<void> {
    this.running = true;
    // Whoever adds several in one go has them counted together.
    await this.runtime.pause();
    for (let next = first(this.queue); next; next = first(this.queue)) {
      const [key, job] = next;
      this.queue.delete(key);
      const cancellation = new CancellationTokenSource();
      this.current = { key, job, cancellation };
      try {
        await this.index(job, cancellation.token);
      } catch (error) {
        if (!isCancelled(error)) await this.skip(job, 'could not be read: something went wrong inside Second Source', cancellation.token);
        if (!isCancelled(error)) this.events.failed(error);
      }
      this.current = null;
      this.wake(key);
      job.folder.done++;
      job.folder.settle();
      this.report(job.folder);
      await this.runtime.pause();
    }
    this.running = false;
  }

  private wake(key: string): void {
    const waiting = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    for (const resolve of waiting) resolve();
  }

  private report(indexed: Folder): void {
    const { done, total } = indexed;
    // A hundred steps are enough to see it move, however many sources there are.
    if (done % Math.ceil(total / 100 || 1) === 0) this.events.statusChanged();
    if (total === 0) this.events.settled(indexed);
    const now = this.runtime.now();
    const due = now - this.reported >= REFRESH;
    for (const folder of [...this.changed]) {
      if (folder.total > 0 && !due) continue;
      this.changed.delete(folder);
      this.reported = now;
      this.events.libraryChanged(folder);
    }
  }

  private async index(job: Job, token: CancellationToken): Promise<void> {
    const { folder, uri } = job;
    if (folder.hasBibliography(uri) || folder.bibliographies.uris().includes(uri)) return this.indexBibliography(job, token);
    const reading = job.article ? { article: job.article } : await this.read(job);
    if (token.isCancellationRequested) return;
    if ('skipped' in reading) return this.skip(job, reading.skipped, token);
    folder.read.set(uri, reading.article);
    const article = await drive(folder.bibliographies.completed(reading.article), this.runtime, token);
    const known = folder.library.get(uri);
    if (known && sameArticle(known.article, article)) return;
    const analysis =
      known && sameProse(known.article, article)
        ? { ...known.analysis, prose: article }
        : await drive(analyse(article, english), this.runtime, token);
    await folder.exclusive(() => {
      if (token.isCancellationRequested) return;
      folder.skipped.delete(uri);
      folder.library.set({ article, analysis });
      this.changed.add(folder);
      this.events.sourceChanged(uri);
    });
  }

  /** Reads a bibliography, or finds it gone, and has what it says of the folder's sources said of them. */
  private async indexBibliography(job: Job, token: CancellationToken): Promise<void> {
    const { folder, uri } = job;
    const { bibliographies } = folder;
    const isThere = folder.hasBibliography(uri) && (await this.runtime.files.stat(uri)) !== null;
    const file = isThere ? await this.load(job) : null;
    const reading = file && 'bytes' in file ? await this.runtime.readBibliography({ uri, name: nameOf(uri), bytes: file.bytes }) : file;
    if (token.isCancellationRequested) return;
    folder.skipped.delete(uri);
    if (reading && 'entries' in reading) bibliographies.set(uri, reading.entries);
    else bibliographies.delete(uri);
    if (!reading) folder.stamps.delete(uri);
    else if ('skipped' in reading) await this.skip(job, reading.skipped, token);
    for (const article of await drive(outdatedIn(folder), this.runtime, token)) {
      // What is to be read anew gets it then.
      if (!this.queue.has(keyOf(folder, article.uri))) this.enqueue({ folder, uri: article.uri, article });
    }
  }

  private async read(job: Job): Promise<Reading> {
    const { uri } = job;
    const file = await this.load(job);
    return 'skipped' in file ? file : this.runtime.readArticle({ uri, name: nameOf(uri), bytes: file.bytes });
  }

  /** An open source's text, saved or not, wins over the file. */
  private async load({ folder, uri }: Job): Promise<{ readonly bytes: Uint8Array } | { readonly skipped: string }> {
    const open = this.events.openText(uri);
    if (open !== null) {
      folder.stamps.delete(uri);
      return { bytes: new TextEncoder().encode(open) };
    }
    // The stamp is taken first: a change while the file is read makes it stale, never fresh.
    folder.stamps.set(uri, (await this.stampOf(uri)) ?? '');
    return this.runtime.files.read(uri);
  }

  /** Readers give their reasons in English: each is a message of its own. */
  private async skip({ folder, uri }: Job, why: string, token: CancellationToken): Promise<void> {
    const reason = this.translate(why, {});
    await folder.exclusive(() => {
      if (token.isCancellationRequested) return;
      folder.read.delete(uri);
      folder.skipped.set(uri, reason);
      this.events.skipped(folder, uri, reason);
      if (folder.library.delete(uri)) this.changed.add(folder);
      this.events.sourceChanged(uri);
    });
  }

  private async stampOf(uri: Uri): Promise<string | null> {
    return (await this.runtime.files.stat(uri))?.stamp ?? null;
  }
}

function keyOf(folder: Folder, uri: Uri): string {
  return `${folder.uri}\n${uri}`;
}

function first<K, V>(map: ReadonlyMap<K, V>): [K, V] | undefined {
  for (const entry of map) return entry;
  return undefined;
}
