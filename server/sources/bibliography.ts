/** Bibliographies: from a file's bytes to its entries, and from those of all files to what the sources get. No file access. */
import type { Article, Uri } from '../engine/model.ts';
import { readBibtex } from './bibliography/bibtex.ts';
import { readCsl } from './bibliography/csl.ts';
import type { PlacedEntry } from './bibliography/entry.ts';
import { Bibliography, withEntry } from './bibliography/match.ts';
import { decode } from './encoding.ts';
import type { SourceFile } from './file.ts';
import { reasons } from './reasons.ts';

const EXTENSIONS = ['bib', 'bibtex', 'csl.json', 'csljson'];

/** Which files of a folder are bibliographies, wherever they are and in whatever case their names end: globs relative to it. */
export const bibliographyGlobs: readonly string[] = EXTENSIONS.map(
  (extension) => `**/*.${extension.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)}`,
);

/** The entries of a bibliography, or why there are none, in words for the writer. Never throws on bad content. */
export function readBibliography({
  uri,
  name,
  bytes,
}: SourceFile): { readonly entries: readonly PlacedEntry[] } | { readonly skipped: string } {
  const decoded = decode(bytes);
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

  /** The files that it holds, those without a readable entry included. */
  uris(): readonly Uri[] {
    return [...this.files.keys()];
  }

  /** Reads a bibliography, instead of what its file held before. Gives why it has no entries, in words for the writer; null where it has. */
  set(file: SourceFile): string | null {
    const reading = readBibliography(file);
    this.files.set(file.uri, 'skipped' in reading ? [] : reading.entries);
    this.index = null;
    return 'skipped' in reading ? reading.skipped : null;
  }

  delete(uri: Uri): void {
    if (this.files.delete(uri)) this.index = null;
  }

  /** The entry of an article; of several that fit the first, by the order of the files' URIs and that within them. */
  entryFor(article: Article): PlacedEntry | null {
    this.index ??= new Bibliography([...this.files.keys()].sort().flatMap((uri) => this.files.get(uri)!));
    return this.index.entryFor(article);
  }

  /** The article with what its entry says, as it was read where it has none. */
  completed(article: Article): Article {
    const entry = this.entryFor(article);
    return entry ? withEntry(article, entry) : article;
  }
}
