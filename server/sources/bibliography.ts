/** Bibliographies: from a file's bytes to its entries. No file access. */
import { readBibtex } from './bibliography/bibtex.ts';
import { readCsl } from './bibliography/csl.ts';
import type { PlacedEntry } from './bibliography/entry.ts';
import { decode } from './encoding.ts';
import type { SourceFile } from './file.ts';
import { reasons } from './reasons.ts';

/** Which files of a workspace folder are bibliographies, wherever they are: globs relative to it. */
export const bibliographyGlobs: readonly string[] = ['**/*.bib', '**/*.bibtex', '**/*.csl.json', '**/*.csljson'];

/** Whether a file of that name is a bibliography, and so no source. */
export function isBibliography(name: string): boolean {
  return /\.(?:bib|bibtex|csl\.json|csljson)$/i.test(name);
}

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
