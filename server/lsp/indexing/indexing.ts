/**
 * Keeps the libraries in step with the files, and with the bibliographies that say more of them: one queue for all folders. Whoever hears of a change only says which file to look at; what
 * there is to see is found out when its turn comes, so that the newest always wins, whatever order the news came in.
 */
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import { analyse } from '../../engine/analysis.ts';
import type { Translate } from '../../engine/check.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { AnalysedArticle } from '../../engine/library.ts';
import type { Article, Uri } from '../../engine/model.ts';
import { withProse } from '../../engine/packed.ts';
import { postingsOf } from '../../engine/postings.ts';
import { type Caching, type Consulted, LONG } from '../caching.ts';
import type { FoundParts, Kept } from '../fileCache.ts';
import { drive, type FileStat, type Findings, isCancelled, type Reading, type Runtime } from '../runtime.ts';
import { ancestorsOf, joinUri, nameOf } from '../uris.ts';
import type { Folder } from '../workspace.ts';
import { outdatedIn, sameArticle, sameProse } from './outdated.ts';

interface Job {
  readonly folder: Folder;
  readonly uri: Uri;
  /** What the folder's listing says of it, where that is newer than all that was heard of it. */
  readonly listed: boolean | null;
  /** The source as its file gave it, where only what bibliographies say of it has changed. */
  readonly article?: Article;
  /** What was read of a source that is read aside; throws what went wrong with that. */
  readonly outcome?: () => Read | null;
}

/**
 * What was read of a source, with what the cache knows of its file (null where it is not the file that was read), and what was found in the
 * article while other work was done.
 */
type Read = Reading & { readonly consulted?: Consulted | null; readonly found?: Findings & { readonly article: Article } };

/** A file that is read aside. */
interface ReadingAside {
  readonly job: Job;
  /** The queue that it came from. */
  readonly queue: ReadonlyMap<string, Job>;
  readonly cancellation: CancellationTokenSource;
}

/** What a file holds, as it is on the disk (`stat`) or in the editor, what was made of it before, or why neither can be told. */
type Loaded =
  | { readonly bytes: Uint8Array; readonly stat?: FileStat | null }
  | { readonly kept: Kept; readonly consulted: Consulted }
  | { readonly skipped: string };

/** What the indexing tells the rest of the server. */
export interface IndexingEvents {
  /** A library changed: at the end, and now and then before it. */
  libraryChanged(folder: Folder): void;
  /** A folder's status changed. */
  statusChanged(): void;
  /** A source was left out. */
  skipped(folder: Folder, uri: Uri, reason: string): void;
  /** Nothing is left to do for a folder. */
  settled(folder: Folder): void;
  /** A source, or what lies below a folder, says something else by now, or is there no more. */
  sourceChanged(uri: Uri): void;
  failed(error: unknown): void;
  /** The text of a source that is open in the editor; null where it is not. */
  openText(uri: Uri): string | null;
  /** The documents that are open in the editor. */
  openUris(): readonly Uri[];
}

/** How often, in milliseconds, drafts are checked again while indexing goes on: often enough to see it grow. */
const REFRESH = 1000;
/** For so many times as long as that has held indexing up it is left alone then: long drafts against large libraries take seconds. */
const PEACE = 5;

export class Indexing {
  /**
   * The files to look at: those that are open in the editor, those that have been read aside, the others, documents and texts to be read
   * aside, and those that the library is to lose.
   */
  private readonly queues = {
    open: new Map<string, Job>(),
    ready: new Map<string, Job>(),
    others: new Map<string, Job>(),
    documents: new Map<string, Job>(),
    texts: new Map<string, Job>(),
    leaving: new Map<string, Job>(),
  };
  private readonly changed = new Set<Folder>();
  /** Who waits for a job, by its key. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private current: { readonly key: string; readonly job: Job; readonly cancellation: CancellationTokenSource } | null = null;
  /** What is being read aside. */
  private readonly readings = new Map<string, ReadingAside>();
  /** Rings where there may be something to do while all that is left is being read aside. */
  private ring: () => void = () => {};
  private running: Promise<void> | null = null;
  /** The scans under way; `again` where what they listed may be out of date. */
  private readonly scans = new Map<Folder, { again: boolean; readonly heard: Set<Uri>; readonly done: Promise<void> }>();
  private reported = 0;
  /** How long, in milliseconds, checks have held indexing up since drafts were last checked again. */
  private heldUp = 0;

  constructor(
    private readonly runtime: Runtime,
    private readonly events: IndexingEvents,
    private readonly translate: Translate,
    private readonly caching: Caching | null = null,
  ) {}

  /**
   * Brings a folder's library in line with its files and globs. Files that did not change are not read again. One scan of a folder runs at
   * a time; those that are asked for meanwhile are one more after it.
   */
  scan(folder: Folder): Promise<void> {
    const running = this.scans.get(folder);
    if (running) {
      running.again = true;
      return running.done;
    }
    const scan = { again: false, heard: new Set<Uri>(), done: Promise.resolve() };
    this.scans.set(folder, scan);
    scan.done = (async () => {
      try {
        do {
          scan.again = false;
          scan.heard.clear();
          await this.scanOnce(folder, scan);
        } while (scan.again && !folder.closed);
      } finally {
        this.scans.delete(folder);
      }
    })();
    return scan.done;
  }

  private async scanOnce(folder: Folder, scan: { readonly again: boolean; readonly heard: ReadonlySet<Uri> }): Promise<void> {
    const { settings } = folder;
    const { files } = this.runtime;
    const [bibliographies, { paths, hasLinks }] = await Promise.all([
      files.listBibliographies(folder.uri, settings.exclude),
      files.list(folder.uri, settings),
    ]);
    // With the bibliographies read first no source is looked at twice.
    const wanted = new Set([...bibliographies, ...paths].map((path) => joinUri(folder.uri, path)));
    const stamps = new Map<Uri, string | undefined>();
    for (const uri of wanted) if (folder.stamps.has(uri)) stamps.set(uri, (await files.stat(uri))?.stamp);
    // Settings that changed meanwhile bring a scan of their own.
    if (folder.closed || scan.again || settings !== folder.settings) return;
    folder.hasLinks = hasLinks;
    // What is open in the editor may not be on the disk, or not any more.
    for (const uri of this.events.openUris()) if (folder.hasSource(uri)) this.add(folder, uri);
    // Of what was heard of since the listing began, the listing may tell what was before.
    for (const uri of folder.known()) if (!wanted.has(uri) && !scan.heard.has(uri)) this.enqueue({ folder, uri, listed: false });
    for (const uri of wanted) {
      if (scan.heard.has(uri)) continue;
      const stamp = folder.stamps.get(uri);
      if (stamp === undefined || stamp !== stamps.get(uri)) this.enqueue({ folder, uri, listed: true });
    }
    this.events.statusChanged();
  }

  /** Resolves once nothing is left to do for a source: the library has it as it stands in the editor, or else on the disk. */
  async caughtUp(folder: Folder, uri: Uri): Promise<void> {
    const key = keyOf(folder, uri);
    while (this.isQueued(key) || this.current?.key === key) {
      await new Promise<void>((resolve) => this.waiting.set(key, [...(this.waiting.get(key) ?? []), resolve]));
    }
  }

  /** Resolves once nothing is left to do. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Has a file looked at: it may have come, changed or gone, or have been opened, edited or closed. */
  add(folder: Folder, uri: Uri): void {
    this.scans.get(folder)?.heard.add(uri);
    this.enqueue({ folder, uri, listed: null });
  }

  /** Has all sources looked at that are below folders which may be gone, or are themselves what may be gone. */
  addBelow(folder: Folder, gone: ReadonlySet<Uri>): void {
    for (const uri of folder.known()) if (ancestorsOf(uri).some((each) => gone.has(each))) this.add(folder, uri);
  }

  /** Forgets all that is still to do for a folder that was closed. */
  abandon(folder: Folder): void {
    for (const queue of Object.values(this.queues)) {
      for (const [key, job] of [...queue]) {
        if (job.folder !== folder) continue;
        queue.delete(key);
        job.folder.total--;
        this.wake(key);
      }
    }
    for (const [key, { job }] of [...this.readings]) {
      if (job.folder !== folder) continue;
      folder.total--;
      this.wake(key);
      this.dropReading(key);
    }
    folder.settle();
    this.caching?.closed(folder);
    if (this.current?.job.folder === folder) this.current.cancellation.cancel();
    this.changed.delete(folder);
  }

  private isQueued(key: string): boolean {
    return this.readings.has(key) || Object.values(this.queues).some((queue) => queue.has(key));
  }

  /** What is being read aside is not wanted any more. */
  private dropReading(key: string): void {
    this.readings.get(key)?.cancellation.cancel();
    this.readings.delete(key);
    this.ring();
  }

  private enqueue(job: Job): void {
    const { folder, uri } = job;
    if (folder.closed) return;
    const key = keyOf(folder, uri);
    if (this.current?.key === key) this.current.cancellation.cancel();
    if (!this.isQueued(key)) folder.total++;
    if (this.readings.has(key)) this.dropReading(key);
    const queue = this.events.openText(uri) !== null ? this.queues.open : this.queueOf(job);
    for (const other of Object.values(this.queues)) if (other !== queue) other.delete(key);
    queue.set(key, job);
    this.ring();
    this.running ??= this.run();
  }

  /** Where a file that is not open waits. */
  private queueOf({ folder, uri, listed, article }: Job): Map<string, Job> {
    const { documents, texts, others } = this.queues;
    if (listed === false || article !== undefined || this.isBibliography(folder, uri)) return others;
    if (this.runtime.readsAside?.(nameOf(uri))) return documents;
    return this.runtime.analysts ? texts : others;
  }

  private isBibliography(folder: Folder, uri: Uri): boolean {
    return folder.hasBibliography(uri) || folder.bibliographies.uris().includes(uri);
  }

  private next(): [string, Job] | undefined {
    const { open, ready, others, documents, texts, leaving } = this.queues;
    const isLast = this.readings.size + documents.size + texts.size === 0;
    return (
      first(open) ?? first(ready) ?? first(others) ?? (this.areFew() ? first(texts) : undefined) ?? (isLast ? first(leaving) : undefined)
    );
  }

  /** Begins to read what is read aside: one document, and as many texts as are worth it, with those that wait for their place in a library. */
  private readAside(): void {
    const { documents, texts, ready } = this.queues;
    if (this.readingFrom(documents) === 0) this.readNextAside(documents);
    if (this.areFew()) return;
    for (let left = this.runtime.analysts!.capacity - this.readingFrom(texts) - ready.size; left > 0; left--) this.readNextAside(texts);
  }

  private readingFrom(queue: ReadonlyMap<string, Job>): number {
    return [...this.readings.values()].filter((reading) => reading.queue === queue).length;
  }

  /** Whether so few texts are left that they are sooner done than handed over, and none is. */
  private areFew(): boolean {
    const { texts } = this.queues;
    return texts.size <= (this.runtime.analysts?.few ?? Number.POSITIVE_INFINITY) && this.readingFrom(texts) === 0;
  }

  private readNextAside(queue: Map<string, Job>): void {
    const next = first(queue);
    if (!next) return;
    const [key, job] = next;
    queue.delete(key);
    const reading: ReadingAside = { job, queue, cancellation: new CancellationTokenSource() };
    this.readings.set(key, reading);
    const settle = (outcome: () => Read | null): void => {
      if (this.readings.get(key) !== reading) return;
      this.readings.delete(key);
      this.queues.ready.set(key, { ...job, outcome });
      this.ring();
    };
    this.readAndAnalyse(job, reading.cancellation.token).then(
      (read) => settle(() => read),
      (error) =>
        settle(() => {
          throw error;
        }),
    );
  }

  private async run(): Promise<void> {
    // Whoever adds several in one go has them counted together.
    await this.runtime.pause();
    for (;;) {
      this.readAside();
      const next = this.next();
      if (!next && this.readings.size === 0) break;
      if (!next) {
        // It may take a minute.
        this.tellChanged(() => true);
        await new Promise<void>((resolve) => {
          this.ring = resolve;
        });
        continue;
      }
      const [key, job] = next;
      const isLast = this.queues.leaving.has(key);
      for (const queue of Object.values(this.queues)) queue.delete(key);
      const cancellation = new CancellationTokenSource();
      this.current = { key, job, cancellation };
      let isDone = true;
      try {
        isDone = await this.index(job, isLast, cancellation.token);
      } catch (error) {
        if (!isCancelled(error)) await this.skip(job, 'could not be read: something went wrong inside Second Source', cancellation.token);
        if (!isCancelled(error)) this.events.failed(error);
      }
      this.current = null;
      if (!isDone && !this.isQueued(key) && !job.folder.closed) this.queues.leaving.set(key, job);
      else {
        job.folder.done++;
        this.wake(key);
      }
      job.folder.settle();
      this.report(job.folder);
      await this.runtime.pause();
    }
    this.running = null;
  }

  /** Whether there are files yet to be read that may be what another was. */
  private isReading(): boolean {
    const { ready, others, documents, texts } = this.queues;
    return this.readings.size + ready.size + others.size + documents.size + texts.size > 0;
  }

  private wake(key: string): void {
    const waiting = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    for (const resolve of waiting) resolve();
  }

  private report(indexed: Folder): void {
    if (indexed.closed) return;
    const { done, total } = indexed;
    // A hundred steps are enough to see it move, however many sources there are.
    if (done % Math.ceil(total / 100 || 1) === 0) this.events.statusChanged();
    if (total === 0) this.events.settled(indexed);
    const isDue = this.runtime.now() - this.reported >= REFRESH + PEACE * this.heldUp;
    this.tellChanged((folder) => folder.total === 0 || isDue);
  }

  /** Tells of the libraries that have changed since it was last told of them. */
  private tellChanged(isToBeTold: (folder: Folder) => boolean): void {
    for (const folder of [...this.changed]) {
      if (!isToBeTold(folder)) continue;
      this.changed.delete(folder);
      this.reported = this.runtime.now();
      this.heldUp = 0;
      this.events.libraryChanged(folder);
    }
  }

  /**
   * Brings the library in step with one file; false where that has to wait. What would take an article away waits until all else is read:
   * a file that is renamed, or deleted and written anew, is one that findings rest on all the while.
   */
  private async index(job: Job, isLast: boolean, token: CancellationToken): Promise<boolean> {
    const { folder, uri } = job;
    if (this.isBibliography(folder, uri)) {
      await this.indexBibliography(job, token);
      return true;
    }
    const reading: Read | null = job.article ? { article: job.article } : job.outcome ? job.outcome() : await this.read(job, token);
    if (token.isCancellationRequested) return true;
    const known = folder.library.get(uri);
    if (reading === null || 'skipped' in reading) {
      if (known && !isLast && this.isReading() && this.events.openText(uri) === null) return false;
      await (reading === null ? this.takeOut(job, token) : this.skip(job, reading.skipped, token));
      return true;
    }
    folder.read.set(uri, reading.article);
    const article = await drive(folder.bibliographies.completed(reading.article), this.runtime, token);
    // What a bibliography says anew of a source does not change what its file is.
    const note = (parts?: FoundParts) => {
      if (job.article) this.caching?.analysed(folder, uri);
      else this.caching?.noted(folder, uri, reading.article, reading.consulted ?? null, parts);
    };
    if (known && sameArticle(known.article, article)) {
      note();
      return true;
    }
    const { analysis, postings, parts } = await this.found(article, known, reading, token);
    const asked = this.runtime.now();
    let isSource = true;
    await folder.exclusive(async () => {
      this.heldUp += this.runtime.now() - asked;
      // Settings may have changed since it was read: what was not known of then no scan has taken out.
      isSource = folder.hasSource(uri);
      if (token.isCancellationRequested || !isSource) return;
      folder.skipped.delete(uri);
      // What has begun to change is changed to the end, whoever does not want it any more.
      await drive(folder.library.setting({ article, analysis }, postings), this.runtime, CancellationToken.None);
      note(parts);
      this.changed.add(folder);
      this.events.sourceChanged(uri);
    });
    if (!isSource) await this.takeOut(job, token);
    return true;
  }

  /** What there is in an article: what was found before in the same prose, by this session or by one before, else what is found now. */
  private async found(
    article: Article,
    known: AnalysedArticle | undefined,
    { consulted, found }: Read,
    token: CancellationToken,
  ): Promise<Partial<Findings> & Pick<Findings, 'analysis'>> {
    if (known && sameProse(known.article, article)) return { analysis: withProse(known.analysis, article) };
    if (found && sameProse(found.article, article)) return { ...found, analysis: withProse(found.analysis, article) };
    const kept = consulted?.kept;
    if (kept?.analysis && kept.postings && sameProse({ ...kept.article, date: kept.date }, article))
      return { analysis: withProse(kept.analysis, article), postings: kept.postings };
    const analysis = await drive(analyse(article, english), this.runtime, token);
    return { analysis, postings: await drive(postingsOf(analysis, english), this.runtime, token) };
  }

  /** A source as `read` gives it, with what was found in it aside, where that is not known and can be done so. */
  private async readAndAnalyse(job: Job, token: CancellationToken): Promise<Read | null> {
    const { folder, uri } = job;
    const read = await this.read(job, token);
    if (!read || 'skipped' in read || read.consulted?.kept || !this.runtime.analysts || token.isCancellationRequested) return read;
    const article = await drive(folder.bibliographies.completed(read.article), this.runtime, token);
    const known = folder.library.get(uri);
    if (article.text.length > LONG || (known && sameProse(known.article, article))) return read;
    const found = await this.runtime.analysts.analyse(article);
    return found ? { ...read, found: { ...found, article } } : read;
  }

  /** Reads a bibliography, or finds it gone, and has what it says of the folder's sources said of them. */
  private async indexBibliography(job: Job, token: CancellationToken): Promise<void> {
    const { folder, uri } = job;
    const { bibliographies } = folder;
    const file = folder.hasBibliography(uri) ? await this.load(job) : null;
    const reading = file && 'bytes' in file ? await this.runtime.readBibliography({ uri, name: nameOf(uri), bytes: file.bytes }) : file;
    if (token.isCancellationRequested) return;
    if (reading && 'entries' in reading) bibliographies.set(uri, reading.entries);
    else bibliographies.delete(uri);
    if (reading && 'skipped' in reading) await this.skip(job, reading.skipped, token);
    else folder.skipped.delete(uri);
    if (!reading) folder.stamps.delete(uri);
    for (const article of await drive(outdatedIn(folder), this.runtime, token)) {
      // What is to be read anew gets it then.
      if (!this.isQueued(keyOf(folder, article.uri))) this.enqueue({ folder, uri: article.uri, listed: null, article });
    }
  }

  /** A source as it is now, or why it cannot be read; null where there is none. */
  private async read(job: Job, token: CancellationToken): Promise<Read | null> {
    const { folder, uri } = job;
    if (!folder.hasSource(uri)) return null;
    const file = await this.load(job);
    if (file && 'kept' in file) return { article: file.kept.article, consulted: file.consulted };
    if (!file || 'skipped' in file) return file;
    const consulted = file.stat && this.caching ? await this.caching.byBytes(folder, uri, file.stat, file.bytes) : null;
    if (consulted?.kept) return { article: consulted.kept.article, consulted };
    return { ...(await this.runtime.readArticle({ uri, name: nameOf(uri), bytes: file.bytes }, token)), consulted };
  }

  /** What a file holds now, or why that cannot be told; null where there is none. An open source's text, saved or not, wins over the file. */
  private async load({ folder, uri, listed }: Job): Promise<Loaded | null> {
    const open = this.events.openText(uri);
    if (open !== null) {
      folder.stamps.delete(uri);
      return { bytes: new TextEncoder().encode(open) };
    }
    if (listed === false) return null;
    // The stamp is taken first: a change while the file is read makes it stale, never fresh.
    const stat = await this.runtime.files.stat(uri);
    if (listed === null && this.needsListing(stat, folder, uri)) {
      this.scan(folder).catch(this.events.failed);
      return null;
    }
    folder.stamps.set(uri, stat?.stamp ?? '');
    // A film or an archive is not worth reading to be told that it is no article.
    const unsupported = folder.hasBibliography(uri) ? null : this.runtime.unsupported(nameOf(uri));
    if (unsupported !== null && stat !== null) return { skipped: unsupported };
    const consulted = folder.hasBibliography(uri) ? null : ((await this.caching?.byStamp(folder, uri, stat)) ?? null);
    if (consulted?.kept) return { kept: consulted.kept, consulted };
    const file = await this.runtime.files.read(uri);
    // What the file system refuses it may grant another time, though the file be the same.
    if (file && 'skipped' in file) folder.stamps.delete(uri);
    return file && 'bytes' in file ? { ...file, stat } : file;
  }

  /** A folder is no source, but what is in it may be; and of several links to one file the listing alone tells which counts. */
  private needsListing(stat: FileStat | null, folder: Folder, uri: Uri): boolean {
    if (stat === null) return folder.hasLinks;
    return stat.kind === 'directory' || ((stat.isLink || folder.hasLinks) && !folder.stamps.has(uri));
  }

  private async takeOut({ folder, uri }: Job, token: CancellationToken): Promise<void> {
    await folder.exclusive(() => {
      if (token.isCancellationRequested) return;
      folder.stamps.delete(uri);
      folder.skipped.delete(uri);
      folder.read.delete(uri);
      this.caching?.gone(folder, uri);
      if (folder.library.delete(uri)) this.changed.add(folder);
      this.events.sourceChanged(uri);
    });
  }

  /** Readers give their reasons in English: each is a message of its own. */
  private async skip({ folder, uri }: Job, why: string, token: CancellationToken): Promise<void> {
    const reason = this.translate(why, {});
    await folder.exclusive(() => {
      if (token.isCancellationRequested || !(folder.hasSource(uri) || this.isBibliography(folder, uri))) return;
      folder.read.delete(uri);
      this.caching?.gone(folder, uri);
      const isNews = folder.skipped.get(uri) !== reason;
      folder.skipped.set(uri, reason);
      if (isNews) this.events.skipped(folder, uri, reason);
      if (folder.library.delete(uri)) this.changed.add(folder);
      this.events.sourceChanged(uri);
    });
  }
}

function keyOf(folder: Folder, uri: Uri): string {
  return `${folder.uri}\n${uri}`;
}

function first<K, V>(map: ReadonlyMap<K, V>): [K, V] | undefined {
  for (const entry of map) return entry;
  return undefined;
}
