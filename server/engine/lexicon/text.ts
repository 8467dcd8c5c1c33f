/** The words that splitting a text into sentences needs. */
export interface TextWords {
  /** Abbreviations, lower case and without their last full stop, after which a sentence goes on (`jan`, `u.s`, `mr`). */
  readonly abbreviations: ReadonlySet<string>;
}
