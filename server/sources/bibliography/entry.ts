/** What a bibliography says of one work. */
import type { CalendarDate, Uri } from '../../engine/model.ts';

/** A person in parts, or an organisation or whoever else goes by one name. */
export type Creator = { readonly family: string; readonly given: string } | { readonly literal: string };

/** One work; what its entry does not say is null. */
export interface Entry {
  /** The citation key, unique in its file where that is right. */
  readonly key: string;
  /** The kind of work in CSL's words: `article-newspaper`, `webpage`. */
  readonly type: string;
  readonly title: string | null;
  readonly authors: readonly Creator[];
  /** The newspaper, journal or site that it appeared in, or else its publisher. */
  readonly publisher: string | null;
  readonly date: CalendarDate | null;
  readonly url: string | null;
  readonly doi: string | null;
  /** Paths of files of the work, as written: absolute, or relative to a folder that is not always told. */
  readonly files: readonly string[];
}

/** An entry with the file that it stands in. */
export interface PlacedEntry extends Entry {
  readonly bibliography: Uri;
}

/** `Ana Silva`. */
export function nameOf(creator: Creator): string {
  return 'literal' in creator ? creator.literal : [creator.given, creator.family].filter(Boolean).join(' ');
}
