/** From a file's bytes to an article: picks the reader by the file's name. No file access. */
import type { Article, Uri } from '../engine/model.ts';
import { decode } from './encoding.ts';
import { readerFor, unsupported } from './formats.ts';

/** A file of the library as a host read it. */
export interface SourceFile {
  readonly uri: Uri;
  /** The file's name or path; its extension chooses the reader. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An article, or why there is none, in words for the writer (`not text: it looks like an image`), to be translated as a whole. */
export type Reading = { readonly article: Article } | { readonly skipped: string };

/** Whether files of that name are read, whatever is in them. */
export function isSupported(name: string): boolean {
  return readerFor(name) !== undefined;
}

/** Reads a file into an article. Never throws on bad content: what cannot be read is `skipped` with its reason. */
export async function readArticle(file: SourceFile): Promise<Reading> {
  const reader = readerFor(file.name);
  if (!reader) return { skipped: unsupported(file.name) };
  const decoded = decode(file.bytes);
  if ('skipped' in decoded) return decoded;
  if (decoded.text.trim() === '') return { skipped: 'empty' };
  return { article: reader(file.uri, decoded.text) };
}
