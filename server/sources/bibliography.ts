/** Bibliographies: from a file's bytes to its entries, and from those of all files to what the sources get. No file access. */
import type { Article, Uri, Work } from '../engine/model.ts';
import { readBibtex } from './bibliography/bibtex.ts';
import { readCsl } from './bibliography/csl.ts';
import type { PlacedEntry } from './bibliography/entry.ts';
import { Bibliography, withEntry } from './bibliography/match.ts';
import type { Decoding } from './decoding.ts';
import type { SourceFile } from './file.ts';
import { reasons } from './reasons.ts';

const EXTENSIONS = ['bib', 'bibtex', 'csl.json', 'csljson'];

/** Which files of a folder are bibliographies, wherever they are and in whatever case their names end: globs relative to it. */
export const bibliographyGlobs: readonly string[] = EXTENSIONS.map(
  (extension) => `**/*.${extension.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)}`,
);

/** Whether a file of that name is a bibliography. */
export function isBibliography(name: string): boolean {
  return EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
}

/** The entries of a bibliography, or why there are none, in words for the writer. */
export type BibliographyReading = { readonly entries: readonly PlacedEntry[] } | { readonly skipped: string };

/** Reads a bibliography, given what it was decoded to. Never throws on bad content. */
export function readBibliography({ uri, name }: Pick<SourceFile, 'uri' | 'name'>, decoded: Decoding): BibliographyReading {
  if ('skipped' in decoded) return decoded;
  const { text } = decoded;
  if (text.trim() === '') return { skipped: reasons.empty };
  const entries = /json$/i.test(name) ? readCsl(text) : readBibtex(text);
  if (entries === null || (entries.length === 0 && !/json$/i.test(name))) return { skipped: reasons.damaged };
  return { entries: entries.map((entry) => ({ ...entry, bibliography: uri })) };
}

/** The bibliographies of a desk, and what they give its sources: for the editor and the command line alike. */
export class Bibliographies {
  private readonly files = new Map<Uri, readonly PlacedEntry[]>();
  /** Made when it is asked for; null where a file has changed since. */
  private index: Bibliography | null = null;

  /** The files that it holds. */
  uris(): readonly Uri[] {
    return [...this.files.keys()];
  }

  /** What a file holds now, instead of what it held before. */
  set(uri: Uri, entries: readonly PlacedEntry[]): void {
    this.files.set(uri, entries);
    this.index = null;
  }

  delete(uri: Uri): void {
    if (this.files.delete(uri)) this.index = null;
  }

  /** The entry of an article; of several that fit the first, by the order of the files' URIs and that within them. */
  *entryFor(article: Article): Work<PlacedEntry | null> {
    this.index ??= yield* this.indexed();
    return this.index.entryFor(article);
  }

  /** The article with what its entry says; the same object where it has none. */
  *completed(article: Article): Work<Article> {
    const entry = yield* this.entryFor(article);
    return entry ? withEntry(article, entry) : article;
  }

  private *indexed(): Work<Bibliography> {
    const index = new Bibliography();
    for (const uri of this.uris().toSorted()) {
      for (const entry of this.files.get(uri) ?? []) {
        index.add(entry);
        yield;
      }
    }
    return index;
  }
}
