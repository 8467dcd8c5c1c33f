/** The sources that were read. */

/**
 * A request from the client, without parameters: the sources of each folder. Answered with a `LibraryListing`, or with null before the
 * session has begun.
 */
export const libraryMethod = 'secondSource/library';

/** A source of the library. What its reader could not find is null. */
export interface ListedSource {
  readonly uri: string;
  /** What to open to read it: where the client shows the texts of sources, that of the text where it is no text file. */
  readonly shown: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as far as it is known. */
  readonly date: string | null;
  /** How many figures, and how many different names, were found in it. */
  readonly figures: number;
  readonly names: number;
  /** How many other sources tell the same story in the same words. */
  readonly copies: number;
  /** The agency whose story it is, as the text tells; null where it tells none. */
  readonly agency: string | null;
}

export interface LibraryListing {
  readonly folders: readonly { readonly uri: string; readonly name: string; readonly sources: readonly ListedSource[] }[];
}
