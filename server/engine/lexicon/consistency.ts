/** The words by which a text's figures stand to one another: changes, parts and wholes, and what tells two mentions of a thing apart. */

export interface ConsistencyWords {
  /** Words that say of a number nothing but that it grew (`rose`, `increase`), or shrank: others may tell of ranks or of merit (`improved`). */
  readonly rises: ReadonlySet<string>;
  readonly falls: ReadonlySet<string>;
  /** Between a change and its two ends: from here on something else is told (`and`). */
  readonly breaks: ReadonlySet<string>;
  /** Beside a percentage: it is a rate, an average or reckoned otherwise, and does not follow from the two ends (`annually`). */
  readonly rates: ReadonlySet<string>;
  /** How words end that may tell a multiple or what is added to it (`a threefold increase`). */
  readonly fold: string;
  /** How several percentage points are called where a percentage is told. */
  readonly points: string;
  /** Weekdays, abbreviated ones too -> 0 (Sunday) to 6. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Before a count: the part that makes the others the whole (`the other 20`). */
  readonly rest: ReadonlySet<string>;
  /** Words of which one, in a list of parts, says that they overlap or are not all (`including`). */
  readonly incomplete: ReadonlySet<string>;
  /** Nouns of people that each stand for several (`family`). */
  readonly collectives: ReadonlySet<string>;
  /** Words before a figure that say it has been told of before (`the 16 officers`). */
  readonly definite: ReadonlySet<string>;
  /** Words of a sentence whose figures are of another moment, place or count than others (`another`, `earlier`, `each`). */
  readonly elsewhere: ReadonlySet<string>;
}
