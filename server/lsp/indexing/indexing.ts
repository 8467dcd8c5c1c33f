/**
 * Keeps the libraries in step with the files, and with the bibliographies that say more of them: one queue for all folders. Whoever hears of
 * a change only says which file to look at; what there is to see is found out when its turn comes, so that the newest always wins, whatever
 * order the news came in.
 */
import { CancellationToken } from 'vscode-languageserver';
import type { Translate } from '../../engine/check.ts';
import type { Uri } from '../../engine/model.ts';
import type { Caching } from '../caching.ts';
import type { FoundParts } from '../fileCache.ts';
import { drive, isCancelled, type Runtime } from '../runtime.ts';
import { ancestorsOf } from '../uris.ts';
import type { Folder } from '../workspace.ts';
import { outdatedIn, sameArticle } from './outdated.ts';
import { type Job, JobQueue, type Turn } from './queue.ts';
import { type Editor, type Read, SourceReader } from './reading.ts';
import { Refreshing } from './refreshing.ts';
import { Scanner } from './scanning.ts';

/** What the indexing tells the rest of the server, and asks the editor. */
export interface IndexingEvents extends Editor {
  /** A folder's status changed. */
  statusChanged(): void;
  /** A library changed: at the end, and now and then before it. */
  libraryChanged(folder: Folder): void;
  /** A source was left out. */
  skipped(folder: Folder, uri: Uri, reason: string): void;
  /** Nothing is left to do for a folder. */
  settled(folder: Folder): void;
  /** A source, or what lies below a folder, says something else by now, or is there no more. */
  sourceChanged(uri: Uri): void;
  failed(error: unknown): void;
}

export class Indexing {
  private readonly queue: JobQueue;
  private readonly scanner: Scanner;
  private readonly reader: SourceReader;
  private readonly refreshing: Refreshing;
  private running: Promise<void> | null = null;

  constructor(
    private readonly runtime: Runtime,
    private readonly events: IndexingEvents,
    private readonly translate: Translate,
    private readonly caching: Caching | null = null,
  ) {
    this.scanner = new Scanner(runtime.files, events, (file) => this.enqueue(file));
    this.reader = new SourceReader(runtime, caching, events, (folder) => {
      this.scan(folder).catch(events.failed);
    });
    this.queue = new JobQueue(runtime, events, (job, token) => this.reader.readAndAnalyse(job, token));
    this.refreshing = new Refreshing(runtime, events);
  }

  /** Brings a folder's library in line with its files and globs. Resolves once these are listed; what is to be read is read then. */
  scan(folder: Folder): Promise<void> {
    return this.scanner.scan(folder);
  }

  /** Resolves once nothing is left to do for a source: the library has it as it stands in the editor, or else on the disk. */
  caughtUp(folder: Folder, uri: Uri): Promise<void> {
    return this.queue.caughtUp(folder, uri);
  }

  /** Resolves once nothing is left to do. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Has a file looked at: it may have come, changed or gone, or have been opened, edited or closed. */
  add(folder: Folder, uri: Uri): void {
    this.scanner.heard(folder, uri);
    this.enqueue({ folder, uri, listed: null });
  }

  /** Has all sources looked at that are below folders which may be gone, or are themselves what may be gone. */
  addBelow(folder: Folder, gone: ReadonlySet<Uri>): void {
    for (const uri of folder.known()) if (ancestorsOf(uri).some((each) => gone.has(each))) this.add(folder, uri);
  }

  /** Forgets all that is still to do for a folder that was closed. */
  abandon(folder: Folder): void {
    this.queue.abandon(folder);
    this.caching?.closed(folder);
    this.refreshing.forget(folder);
  }

  private enqueue(job: Job): void {
    if (job.folder.closed) return;
    this.queue.put(job);
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    // Whoever adds several in one go has them counted together.
    await this.runtime.pause();
    for (;;) {
      const turn = this.queue.take();
      if (!turn && !this.queue.isReadingAside) break;
      if (!turn) {
        // It may take a minute.
        this.refreshing.tellAll();
        await this.queue.news();
        continue;
      }
      const { job, token } = turn;
      let isDone = true;
      try {
        isDone = await this.index(turn);
      } catch (error) {
        if (!isCancelled(error)) await this.skip(job, 'could not be read: something went wrong inside Second Source', token);
        if (!isCancelled(error)) this.events.failed(error);
      }
      this.queue.done(isDone);
      this.report(job.folder);
      await this.runtime.pause();
    }
    this.running = null;
  }

  private report(folder: Folder): void {
    if (folder.closed) return;
    const { done, total } = folder;
    // A hundred steps are enough to see it move, however many sources there are.
    if (done % Math.ceil(total / 100 || 1) === 0) this.events.statusChanged();
    if (total === 0) this.events.settled(folder);
    this.refreshing.tellInTime();
  }

  /**
   * Brings the library in step with one file; false where that has to wait. What would take an article away waits until all else is read:
   * a file that is renamed, or deleted and written anew, is one that findings rest on all the while.
   */
  private async index({ job, isLast, token }: Turn): Promise<boolean> {
    const { folder, uri } = job;
    if (folder.knowsBibliography(uri)) {
      await this.indexBibliography(job, token);
      return true;
    }
    const read: Read | null = job.article ? { article: job.article } : job.outcome ? job.outcome() : await this.reader.read(job, token);
    if (token.isCancellationRequested) return true;
    if (read === null || 'skipped' in read) {
      if (folder.library.get(uri) && !isLast && this.queue.isReading && this.events.openText(uri) === null) return false;
      await (read === null ? this.takeOut(job, token) : this.skip(job, read.skipped, token));
      return true;
    }
    await this.putIn(job, read, token);
    return true;
  }

  /** Has the library hold a source as it was read, if it does not yet. */
  private async putIn(job: Job, read: Extract<Read, { article: unknown }>, token: CancellationToken): Promise<void> {
    const { folder, uri } = job;
    const known = folder.library.get(uri);
    folder.read.set(uri, read.article);
    const article = await drive(folder.bibliographies.completed(read.article), this.runtime, token);
    // What a bibliography says anew of a source does not change what its file is.
    const note = (parts?: FoundParts) => {
      if (job.article) this.caching?.analysed(folder, uri);
      else this.caching?.noted(folder, uri, read.article, read.consulted ?? null, parts);
    };
    if (known && sameArticle(known.article, article)) {
      note();
      return;
    }
    const { analysis, postings, parts } = await this.reader.findingsIn(article, known, read, token);
    const asked = this.runtime.now();
    let isSource = true;
    await folder.exclusive(async () => {
      this.refreshing.waited(this.runtime.now() - asked);
      // Settings may have changed since it was read: what was not known of then no scan has taken out.
      isSource = folder.hasSource(uri);
      if (token.isCancellationRequested || !isSource) return;
      folder.skipped.delete(uri);
      // What has begun to change is changed to the end, whoever does not want it any more.
      await drive(folder.library.setting({ article, analysis }, postings), this.runtime, CancellationToken.None);
      note(parts);
      this.refreshing.libraryChanged(folder);
      this.events.sourceChanged(uri);
    });
    if (!isSource) await this.takeOut(job, token);
  }

  /** Reads a bibliography, or finds it gone, and has what it says of the folder's sources said of them. */
  private async indexBibliography(job: Job, token: CancellationToken): Promise<void> {
    const { folder, uri } = job;
    const { bibliographies } = folder;
    const reading = await this.reader.readBibliography(job);
    if (token.isCancellationRequested) return;
    if (reading && 'entries' in reading) bibliographies.set(uri, reading.entries);
    else bibliographies.delete(uri);
    if (reading && 'skipped' in reading) await this.skip(job, reading.skipped, token);
    else folder.skipped.delete(uri);
    if (!reading) folder.stamps.delete(uri);
    for (const article of await drive(outdatedIn(folder), this.runtime, token)) {
      // What is to be read anew gets it then.
      if (!this.queue.has(folder, article.uri)) this.enqueue({ folder, uri: article.uri, listed: null, article });
    }
  }

  private async takeOut({ folder, uri }: Job, token: CancellationToken): Promise<void> {
    await folder.exclusive(() => {
      if (token.isCancellationRequested) return;
      folder.stamps.delete(uri);
      folder.skipped.delete(uri);
      this.lose(folder, uri);
    });
  }

  /** Readers give their reasons in English: each is a message of its own. */
  private async skip({ folder, uri }: Job, why: string, token: CancellationToken): Promise<void> {
    const reason = this.translate(why, {});
    await folder.exclusive(() => {
      if (token.isCancellationRequested || !(folder.hasSource(uri) || folder.knowsBibliography(uri))) return;
      const isNews = folder.skipped.get(uri) !== reason;
      folder.skipped.set(uri, reason);
      if (isNews) this.events.skipped(folder, uri, reason);
      this.lose(folder, uri);
    });
  }

  /** The library has a source no more, if it ever had. */
  private lose(folder: Folder, uri: Uri): void {
    folder.read.delete(uri);
    this.caching?.gone(folder, uri);
    if (folder.library.delete(uri)) this.refreshing.libraryChanged(folder);
    this.events.sourceChanged(uri);
  }
}
