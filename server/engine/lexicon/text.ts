/** The words that cutting a text into blocks and sentences needs. All lower case, abbreviations without their last full stop. */
export interface TextWords {
  /** Abbreviations after which a sentence always goes on (`mr`, `e.g`). */
  readonly abbreviations: ReadonlySet<string>;
  /** Abbreviations after which it goes on where a number follows (`jan`, `no`). */
  readonly numbered: ReadonlySet<string>;
  /** Abbreviations that may also end a sentence (`u.s`, `inc`): it goes on unless a starter follows. */
  readonly closers: ReadonlySet<string>;
  /** Times of day after which it goes on where a day's or a month's name follows (`p.m`). */
  readonly clock: ReadonlySet<string>;
  readonly calendar: ReadonlySet<string>;
  /** Words that, capitalised, begin a sentence rather than go on with a name (`the`, `he`). */
  readonly starters: ReadonlySet<string>;
  /** Words that no sentence and no heading ends with (`the`, `of`). */
  readonly dangling: ReadonlySet<string>;
  /** Words that name a picture's credit (`photo`). */
  readonly credits: ReadonlySet<string>;
  /** Words and units that make a number before them a figure and no heading's numbering (`million`). */
  readonly scales: ReadonlySet<string>;
}
