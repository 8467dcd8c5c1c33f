/** Where the sources disagree among themselves. */
import type { PlainRange } from './documents.ts';

/**
 * A request from the client, with a `ConflictsParams`: where the sources disagree among themselves. Answered with a `Conflicts`, or with
 * null before the session has begun.
 */
export const conflictsMethod = 'secondSource/conflicts';

export interface ConflictsParams {
  /** The URI of a workspace folder; every folder's sources where it is left out. */
  readonly folder?: string;
}

/** A claim of a source in a disagreement. */
export interface ConflictingClaim {
  /** The source's; where the client shows the texts of sources, that of the text where it is no text file. */
  readonly uri: string;
  /** Of the figure, in the document of that URI; its beginning where its lines are not those of the text that was analysed. */
  readonly range: PlainRange;
  /** The figure as the source writes it, on one line. */
  readonly text: string;
  /** What the source says around it, on one line and without markup. */
  readonly passage: string;
  /** Its page, paragraph, cell or time in words; null where lines say it. */
  readonly place: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as far as it is known. */
  readonly date: string | null;
  /** Who says so, as the source names them. */
  readonly speaker: string | null;
}

/** Claims of several sources about one thing, not all of which can be right; one claim a source. */
export interface ConflictGroup {
  /** What is measured; empty where the claims share no words. */
  readonly measures: string;
  /** `warning` where the figures exclude each other plainly, `information` where dates or speakers may explain the difference. */
  readonly severity: 'warning' | 'information';
  readonly claims: readonly ConflictingClaim[];
}

export interface Conflicts {
  /** Plain conflicts first, then those of more sources. */
  readonly groups: readonly ConflictGroup[];
}
