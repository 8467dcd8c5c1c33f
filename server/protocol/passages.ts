/** The passages about one thing, for going from one to the next. */
import type { PlainRange } from './documents.ts';

/**
 * A request from the client, with a `PassagesParams`: the passages about what stands at a place, for going from one to the next. Answered
 * with a `Passages`, or with null where there is neither a figure, a name nor a quotation.
 */
export const passagesMethod = 'secondSource/passages';

export interface PassagesParams {
  readonly textDocument: { readonly uri: string };
  readonly position: PlainRange['start'];
}

export interface PassagePlace {
  readonly uri: string;
  /** Of the figure, name or quotation. */
  readonly range: PlainRange;
  /** Of the sentence that it stands in. */
  readonly passage: PlainRange;
}

export interface Passages {
  /** What stands at the place that was asked about, then what bears on it, the best first. */
  readonly places: readonly PassagePlace[];
}
