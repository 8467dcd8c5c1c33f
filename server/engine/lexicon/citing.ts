/** The words in which a draft says whose a figure is, and those that tell where in a sentence they go. */
export interface CitingWords {
  /** Before the name of a source: `according to`. */
  readonly accordingTo: string;
  /** Behind a speaker: `said`. */
  readonly said: string;
  /** Behind a range that several sources make: `depending on the source`. */
  readonly depending: string;
  /** Before and between the ends of a range: `between` 26 `and` 160. */
  readonly between: readonly [before: string, link: string];
  /** Words that begin a clause of its own behind a comma (`and`, `while`). */
  readonly joints: ReadonlySet<string>;
  /** Finite verbs, and pronouns that are subjects: a clause has one. */
  readonly finite: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  /** Articles that go with a speaker (`the ministry`), and possessives, which mean nobody in another text (`his lawyer`). */
  readonly articles: ReadonlySet<string>;
  readonly possessives: ReadonlySet<string>;
  /** Nouns by which a text gives what it says to several sources that it does not name (`sources say`, `media reports`). */
  readonly chorus: ReadonlySet<string>;
  /** Words before such a noun that name nobody (`several sources`, `local media`), and those that its clause may begin behind. */
  readonly vague: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** Verbs that those say it with. */
  readonly sayings: ReadonlySet<string>;
  /** Words that may stand between such a noun and its verb (`sources have also said`). */
  readonly fillers: ReadonlySet<string>;
}
