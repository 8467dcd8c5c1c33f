/**
 * What is kept from one session to the next: what was made of the sources' files, so that those which have not changed need neither be
 * read nor analysed again. Where it is kept is the host's business; here is what is kept, when, and when it may be used.
 */
import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import type { Translate } from '../engine/check.ts';
import { english } from '../engine/lexicon/en.ts';
import type { Article, Uri, Work } from '../engine/model.ts';
import { postingsOf } from '../engine/postings.ts';
import type { CacheNews, FileCache, Fingerprint, FoundParts, Keeping, Kept } from './fileCache.ts';
import type { FileStat, Runtime } from './runtime.ts';
import type { Folder } from './workspace.ts';

/** What the cache has for a file, or what there is to know of its bytes to keep what is made of them. */
export interface Consulted {
  readonly kept: Kept | null;
  readonly fingerprint: Fingerprint;
  /** Whether the cache has it as it is. */
  readonly isKept: boolean;
}

interface Made {
  readonly fingerprint: Fingerprint;
  readonly article: Article;
  /** What was found in it, as the host keeps it, until that is written. */
  parts: FoundParts | undefined;
}

/** What is known of a folder's files. */
interface Notes {
  /** Of the files whose articles the library has: what these were made of. */
  readonly made: Map<Uri, Made>;
  readonly changed: Set<Uri>;
  /** Those of `changed` of which something else was made. */
  readonly anew: Set<Uri>;
  /** How many articles came from the cache since the folder last was settled. */
  used: number;
}

/** How long, in milliseconds, nothing must have been read before the cache is written; and how long that may be put off. */
const QUIET = 2000;
const LONGEST = 60_000;
/** Texts above this length, in UTF-16 units, are analysed anew: to take up what was found in them would hold up the rest. */
export const LONG = 200_000;

export class Caching {
  private readonly notes = new Map<Folder, Notes>();
  private readonly saving = new CancellationTokenSource();
  private waiting: CancellationTokenSource | null = null;
  private saved: number;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly runtime: Pick<Runtime, 'now' | 'wait'>,
    private readonly cache: FileCache,
    private readonly guard: (work: Promise<unknown>) => void,
    /** Hears how many sources there are in what was written. */
    private readonly written: (folder: Folder, sources: number) => void,
  ) {
    this.saved = runtime.now();
  }

  /** What is kept of a file that looks so; null where its bytes have to be seen to tell. */
  async byStamp(folder: Folder, uri: Uri, stat: FileStat | null): Promise<Consulted | null> {
    const found = stat?.stamp ? await this.cache.find(folder.uri, uri) : null;
    if (!found || stat?.isRecent || found.stamp !== stat?.stamp) return null;
    const kept = found.take();
    return kept && { kept, fingerprint: found, isKept: true };
  }

  /** What is kept of a file with these bytes: the same whatever its stamp, which copies and restored files have anew. */
  async byBytes(folder: Folder, uri: Uri, stat: FileStat | null, bytes: Uint8Array): Promise<Consulted> {
    const digest = await this.cache.digest(bytes);
    const found = await this.cache.find(folder.uri, uri);
    const kept = found?.digest === digest ? found.take() : null;
    return { kept, fingerprint: { stamp: stat && !stat.isRecent ? stat.stamp : null, digest }, isKept: false };
  }

  /**
   * The library has an article as it was made of a file, or of what is open instead, of which nothing is kept (`null`). `parts` is what was
   * found in it, as the host keeps it, where that is at hand.
   */
  noted(folder: Folder, uri: Uri, article: Article, consulted: Consulted | null, parts?: FoundParts): void {
    const notes = this.notesOf(folder);
    if (!consulted) {
      notes.made.delete(uri);
      return;
    }
    const { fingerprint, kept, isKept } = consulted;
    const before = notes.made.get(uri)?.fingerprint;
    const made: Made = { fingerprint, article, parts: undefined };
    notes.made.set(uri, made);
    if (kept) notes.used++;
    const isSame = before?.digest === fingerprint.digest && before.stamp === fingerprint.stamp;
    // A file that was written a moment ago is worth no new shard: its bytes tell it as well.
    if (isKept || isSame || (kept && fingerprint.stamp === null)) return;
    made.parts = parts;
    notes.changed.add(uri);
    if (!kept) notes.anew.add(uri);
    this.saveInTime(folder);
  }

  /** An article of the library was analysed anew, for reasons that are not its file's. */
  analysed(folder: Folder, uri: Uri): void {
    const notes = this.notesOf(folder);
    const made = notes.made.get(uri);
    if (!made) return;
    made.parts = undefined;
    notes.changed.add(uri);
    notes.anew.add(uri);
  }

  gone(folder: Folder, uri: Uri): void {
    this.notesOf(folder).made.delete(uri);
  }

  /** Nothing is left to read in a folder for now. Gives how many articles came from the cache since it was last so. */
  settled(folder: Folder): number {
    const notes = this.notesOf(folder);
    const { used } = notes;
    notes.used = 0;
    this.cache.release(folder.uri);
    this.waiting?.cancel();
    this.waiting = new CancellationTokenSource();
    this.guard(this.saveWhenQuiet(this.waiting.token));
    return used;
  }

  closed(folder: Folder): void {
    this.notes.delete(folder);
    this.cache.release(folder.uri);
  }

  end(): void {
    this.waiting?.cancel();
    this.saving.cancel();
  }

  private notesOf(folder: Folder): Notes {
    let notes = this.notes.get(folder);
    if (!notes) {
      notes = { made: new Map(), changed: new Set(), anew: new Set(), used: 0 };
      this.notes.set(folder, notes);
    }
    return notes;
  }

  private async saveWhenQuiet(token: CancellationToken): Promise<void> {
    await this.runtime.wait(QUIET, token);
    if (token.isCancellationRequested) return;
    for (const folder of this.notes.keys()) if (folder.total === 0) await this.save(folder);
  }

  /** A long run of reading is not to be lost where it does not come to its end. */
  private saveInTime(folder: Folder): void {
    if (this.runtime.now() - this.saved < LONGEST) return;
    this.guard(this.save(folder));
  }

  private save(folder: Folder): Promise<void> {
    this.saved = this.runtime.now();
    this.turn = this.turn.catch(() => undefined).then(() => this.saveNow(folder));
    return this.turn;
  }

  private async saveNow(folder: Folder): Promise<void> {
    const notes = this.notes.get(folder);
    if (!notes || notes.changed.size === 0) return;
    const changed = new Set(notes.changed);
    const anew = new Set(notes.anew);
    notes.changed.clear();
    notes.anew.clear();
    const keeping: Keeping = {
      changed,
      uris: () => notes.made.keys(),
      fingerprint: (uri) => notes.made.get(uri)?.fingerprint,
      isMadeAnew: (uri) => anew.has(uri),
      kept: (uri) => keptOf(folder, uri, notes.made.get(uri)),
    };
    const sources = await this.cache.save(folder.uri, keeping, this.saving.token);
    // What there was no room for is not to be held either.
    for (const uri of changed) {
      const made = notes.made.get(uri);
      if (made) made.parts = undefined;
    }
    if (sources > 0) this.written(folder, sources);
    this.saved = this.runtime.now();
  }
}

function* keptOf({ library }: Folder, uri: Uri, made: Made | undefined): Work<Kept | null> {
  const source = library.get(uri);
  if (!made || !source) return null;
  const { date } = source.article;
  if (made.article.text.length > LONG) return { article: made.article, date, analysis: null, postings: null };
  const { parts } = made;
  made.parts = undefined;
  if (parts) return { article: made.article, date, analysis: null, postings: null, parts };
  return { article: made.article, date, analysis: source.analysis, postings: yield* postingsOf(source.analysis, english) };
}

/** News of the cache, in words for the log. */
export function newsOf({ what, file, reason }: CacheNews, translate: Translate): string {
  switch (what) {
    case 'damaged':
      return translate('The cache is damaged and is made anew: {file}', { file });
    case 'old':
      return translate('The cache is of another version of Second Source and is made anew: {file}', { file });
    case 'foreign':
      return translate('The cache is of another folder and is made anew: {file}', { file });
    case 'full':
      return translate('The cache is full: not all sources are kept in {file}', { file });
    case 'unwritten':
      return translate('The cache cannot be written: {file}: {reason}', { file, reason: translate(reason, {}) });
  }
}
