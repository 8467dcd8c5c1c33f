/** What is found in the sources by words, and quotations made of it. */
import type { PlainRange } from './documents.ts';

/**
 * A request from the client, with a `SearchParams`: the passages of the sources that have most of the words that somebody types. Answered
 * with a `SearchHits`, or with null before the session has begun.
 */
export const searchMethod = 'secondSource/search';

export interface SearchParams {
  readonly query: string;
  /** How many hits at most. */
  readonly most: number;
}

/** A passage that was found. */
export interface SearchHit {
  /** What to open to read it, and where it is there; as in `ConflictingClaim`. */
  readonly uri: string;
  readonly range: PlainRange;
  /** The source's own. */
  readonly file: string;
  /** Of the passage, in the source's text, in UTF-16 units. */
  readonly start: number;
  /** The passage on one line and without markup, and where in it the words are that were looked for: start and end, in UTF-16 units. */
  readonly text: string;
  readonly matches: readonly (readonly [start: number, end: number])[];
  readonly place: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
}

export interface SearchHits {
  /** The best first. */
  readonly hits: readonly SearchHit[];
}

/**
 * A request from the client, with a `QuotationParams`: a passage as a quotation with who says it, to be put into a draft. Answered with a
 * `Quotation`, or with null where the source has no such passage any more.
 */
export const quotationMethod = 'secondSource/quotation';

export interface QuotationParams {
  /** `file` and `start` of a hit. */
  readonly file: string;
  readonly start: number;
  /** The language identifier of the draft. */
  readonly language: string;
}

export interface Quotation {
  /** A block of its own, without line breaks at its ends; lines end in `\n`. */
  readonly text: string;
}
