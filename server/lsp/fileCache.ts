/** Where a host keeps what was made of the sources' files, as the language server sees it. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from '../engine/analysis.ts';
import type { Article, CalendarDate, Uri, Work } from '../engine/model.ts';
import type { Postings } from '../engine/postings.ts';

/** What was made of a source's file. */
export interface Kept {
  /** The article as its file gave it. */
  readonly article: Article;
  /** The day that the analysis takes the text to speak from: a bibliography may have said it. */
  readonly date: CalendarDate | null;
  /** Null where the text is so long that it is better analysed anew, step by step, and where `parts` are there instead. */
  readonly analysis: Analysis | null;
  readonly postings: Postings | null;
  /** The analysis and postings as the host keeps them, where it has them so. */
  readonly parts?: FoundParts;
}

/** What was found in a text, as the host keeps it. Only the host looks into it. */
export type FoundParts = readonly Uint8Array[];

/** What a file was when something was made of it. */
export interface Fingerprint {
  /** As the host's stamps are; null where the file had been written so shortly before that another writing might have left the same. */
  readonly stamp: string | null;
  /** Of its bytes. */
  readonly digest: string;
}

/** What is kept of a file. */
export interface Found extends Fingerprint {
  /** What was made of it; null where that cannot be read after all. It is let go then, and found no more. */
  take(): Kept | null;
}

/** What a folder has to be kept. */
export interface Keeping {
  /** The files whose shards are to be written. */
  readonly changed: ReadonlySet<Uri>;
  uris(): Iterable<Uri>;
  fingerprint(uri: Uri): Fingerprint | undefined;
  /** Whether something else was made of a file than what may be kept for these very bytes. */
  isMadeAnew(uri: Uri): boolean;
  /** What was made of a file; null where that is not known any more. Yields as `postingsOf` does. */
  kept(uri: Uri): Work<Kept | null>;
}

/** What the host tells of the cache, once a session each. */
export interface CacheNews {
  readonly what: 'damaged' | 'old' | 'foreign' | 'full' | 'unwritten';
  /** The file, or the folder, that it is told of. */
  readonly file: string;
  /** In English words for the writer; empty where there is no more to say. */
  readonly reason: string;
}

/** Where the host keeps what was made. Nothing of it rejects, but for `save` when it is cancelled. */
export interface FileCache {
  digest(bytes: Uint8Array): Promise<string>;
  /** What is kept of a folder's file; null where nothing is. */
  find(folder: Uri, uri: Uri): Promise<Found | null>;
  /** Lets go of what was read for `find` and is not wanted. */
  release(folder: Uri): void;
  /** Resolves with how many sources there are in what was written for the folder; 0 where nothing was. */
  save(folder: Uri, keeping: Keeping, token: CancellationToken): Promise<number>;
}
