/** What a reader is given, and what it gives back. */
import type { Article, Uri } from '../engine/model.ts';

/** A file of the library as a host read it. */
export interface SourceFile {
  readonly uri: Uri;
  /** The file's name or path; its extension chooses the reader. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An article, or why there is none, in words for the writer (`not text: it looks like an image`), to be translated as a whole. */
export type Reading = { readonly article: Article } | { readonly skipped: string };

/** Reads one format. May throw on damaged files. */
export type Reader = (file: SourceFile) => Promise<Reading>;
