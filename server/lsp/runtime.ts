/** What a host must have for the language server to run on it, and how long work is run in slices there. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../engine/analysis.ts';
import type { Settings } from '../engine/config/settings.ts';
import type { Article, Prose, Uri, Work } from '../engine/model.ts';
import type { Postings } from '../engine/postings.ts';
import type { CacheNews, FileCache, FoundParts } from './fileCache.ts';

/** Where what was made of sources may be kept. */
export interface CacheOptions {
  /** A path of the host's own kind. */
  readonly folder: string;
  /** What it may take, in millions of bytes. */
  readonly megabytes: number;
}

/** Which files of a folder are sources. */
export type SourceGlobs = Pick<Settings, 'sources' | 'exclude'>;

/** What is at a URI, as far as noticing a change needs it. */
export interface FileStat {
  readonly kind: 'file' | 'directory';
  /** Differs when the file changed. */
  readonly stamp: string;
  /** Whether it is a symbolic link to that. */
  readonly isLink: boolean;
  /** Whether it was written so shortly before that another writing might leave the same stamp. */
  readonly isRecent?: boolean;
}

/** Which of a folder's files are sources. */
export interface Listing {
  /** Relative to the folder, with `/`. */
  readonly paths: readonly string[];
  /** Whether some can be reached through links: then no path tells by itself whether it is listed. */
  readonly hasLinks: boolean;
}

/** The host's files. */
export interface Files {
  /** A folder's sources. May reject. */
  list(folder: Uri, globs: SourceGlobs): Promise<Listing>;
  /** Whether a path relative to the folder, with `/`, is a source's: the same answer as the listing's where there are no links. */
  matcher(globs: SourceGlobs): (path: string) => boolean;
  /** A folder's bibliographies, and whether a path is one's, as for sources. No file is both. */
  listBibliographies(folder: Uri, exclude: readonly string[]): Promise<string[]>;
  bibliographyMatcher(exclude: readonly string[]): (path: string) => boolean;
  /** What stands at a URI; null for what cannot be seen. */
  stat(uri: Uri): Promise<FileStat | null>;
  /** A file's bytes, or why there are none, in English words for the writer; null where there is no such file. */
  read(uri: Uri): Promise<{ readonly bytes: Uint8Array } | { readonly skipped: string } | null>;
  /**
   * Changes a small text file as a whole: `edit` gets its text, '' where there is none, and gives what is to stand there instead; '' takes
   * the file away. `edit` may be asked several times, so that what others write meanwhile is not lost. Gives the text that stands there
   * then, or why there is no other than before, in English words for the writer.
   */
  update(uri: Uri, edit: (text: string) => string): Promise<{ readonly text: string } | { readonly failed: string }>;
}

/** An article, or why there is none, in English words for the writer. */
export type Reading = { readonly article: Article } | { readonly skipped: string };

/** What was found in a text, with what a library finds it by. */
export interface Findings {
  readonly analysis: Analysis;
  readonly postings: Postings;
  /** The same as the host keeps it. */
  readonly parts?: FoundParts;
}

/** Those who look for what is in texts. */
export interface Analysts {
  /** What was found in a text; null where that cannot be told so, and is to be done in slices. */
  analyse(prose: Prose): Promise<Findings | null>;
  /** How many texts are worth having under way. */
  readonly capacity: number;
  /** So few texts are sooner done in slices than they have begun. */
  readonly few: number;
}

/** A file as the host read it. */
export interface ReadFile {
  readonly uri: Uri;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a bibliography says of works. Only the host looks into it. */
export type Entries = readonly unknown[];

/** The bibliographies of a folder, and what they say of its sources. */
export interface Bibliographies {
  /** The files that it holds. */
  uris(): readonly Uri[];
  /** What a file holds now, instead of what it held before. */
  set(uri: Uri, entries: Entries): void;
  delete(uri: Uri): void;
  /** An article with what the bibliographies say of it; the same object where they say nothing. */
  completed(article: Article): Work<Article>;
}

export interface Runtime {
  readonly files: Files;
  /** Why files of that name are never read, in English words for the writer; null where they are. */
  unsupported(name: string): string | null;
  /** Turns a file's bytes into an article; what cannot be read is `skipped`, and so is what is not wanted any more by the token. */
  readArticle(file: ReadFile, token?: CancellationToken): Promise<Reading>;
  /** Whether files of that name take long to be read, and are read while the host does other work. */
  readsAside?(name: string): boolean;
  /** Those who look for what is in texts while the host does other work, where it has any. */
  readonly analysts?: Analysts;
  /** Whether an editor shows a file of that name as the text that it is; else what an open document holds of it is no use. */
  isText(name: string): boolean;
  /** Globs of the bibliographies in a folder, for whoever watches them. */
  readonly bibliographyGlobs: readonly string[];
  /** Turns a bibliography's bytes into its entries; what cannot be read is `skipped`. */
  readBibliography(file: ReadFile): Promise<{ readonly entries: Entries } | { readonly skipped: string }>;
  /** Makes room for a folder's bibliographies. */
  bibliographies(): Bibliographies;
  /** Opens the cache at the place that a client has given; null where the host keeps none, or the place is none. */
  openCache?(options: CacheOptions, news: (news: CacheNews) => void): FileCache | null;
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** The day in the writer's calendar, ISO 8601. */
  today(): string;
  /** The name that the host knows its person by, as they work in a folder; null where it knows none. */
  person(folder: Uri): Promise<string | null>;
  /** Comes back after so many milliseconds, or as soon as the token asks for it. */
  wait(milliseconds: number, token: CancellationToken): Promise<void>;
  /** Comes back after the events that already wait have been handled. */
  pause(): Promise<void>;
}

/** What work in slices asks of its host. */
export type Slices = Pick<Runtime, 'now' | 'pause'>;

/** How long work may hold the thread, in milliseconds: below the 16 ms of a frame, so that typing stays smooth. */
const SLICE = 10;
/** The same of work that nobody waits for. */
const SLICE_BEHIND = 4;

/** By host how many pieces of work are being run that somebody waits for. */
const waitedFor = new WeakMap<Slices, number>();

/** Runs long work in slices and gives its result. Rejects with `RequestCancelled` soon after the token asks for it. */
export async function drive<T>(work: Work<T>, runtime: Slices, token: CancellationToken): Promise<T> {
  waitedFor.set(runtime, (waitedFor.get(runtime) ?? 0) + 1);
  try {
    return await inSlices(
      work,
      SLICE,
      () => runtime.now(),
      () => runtime.pause(),
      token,
    );
  } finally {
    waitedFor.set(runtime, waitedFor.get(runtime)! - 1);
  }
}

/** The same of work that nobody waits for: it stands back while other work is run. */
export function driveBehind<T>(work: Work<T>, runtime: Slices, token: CancellationToken): Promise<T> {
  const pause = async () => {
    do await runtime.pause();
    while ((waitedFor.get(runtime) ?? 0) > 0 && !token.isCancellationRequested);
  };
  return inSlices(work, SLICE_BEHIND, () => runtime.now(), pause, token);
}

async function inSlices<T>(
  work: Work<T>,
  slice: number,
  now: () => number,
  pause: () => Promise<void>,
  token: CancellationToken,
): Promise<T> {
  let deadline = now() + slice;
  for (;;) {
    if (token.isCancellationRequested) throw cancelled();
    const step = work.next();
    if (step.done) return step.value;
    if (now() < deadline) continue;
    await pause();
    deadline = now() + slice;
  }
}

/** The error of work that is not wanted any more. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}

export function isCancelled(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
}
