/** The words by which an article says whose story it is. */
export interface OriginWords {
  /** News agencies: each form that credits and datelines use, in lower case, with the agency's name. */
  readonly agencies: ReadonlyMap<string, string>;
  /** Words, in lower case, before the name of the publication that had the story first (`first published by`). */
  readonly firstPublished: readonly string[];
  /** Words, in lower case, before the name in a credit that is a line of its own (`source:`, `by`). */
  readonly creditLabels: readonly string[];
  /** Small words inside a publication's name (`of`). */
  readonly joining: ReadonlySet<string>;
  /** Words that stand before it and are no part of it (`our`, `partner`). */
  readonly unnamed: ReadonlySet<string>;
}
