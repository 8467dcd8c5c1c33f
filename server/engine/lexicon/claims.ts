/** The words that tell what a figure measures, of whom, in which role, and who says so. */

/** A kind of people: unequal kinds never compare, but `crowd` is what `people`, or no head noun at all, stands for. */
export type PeopleKind = 'crowd' | 'force' | 'child' | 'foreigner' | 'nation' | 'attacker';

export interface ClaimWords {
  /** Words without content of their own: determiners, prepositions, conjunctions, pronouns, auxiliaries. */
  readonly functionWords: ReadonlySet<string>;
  /** Content words too common to tell two things apart (`new`, `year`, `make`). They count, but little. */
  readonly commonWords: ReadonlySet<string>;
  /** Words at which a noun phrase ends: function words, finite auxiliaries and other clear signs of something new. */
  readonly phraseEnds: ReadonlySet<string>;
  /** Plural nouns that do not end in -s (`people`, `police`, `aircraft`), and their singulars. */
  readonly plurals: ReadonlyMap<string, string>;
  /** Words that end in -s and are no plural nouns (`was`, `across`, `previous`). */
  readonly notPlurals: ReadonlySet<string>;
  /** Head nouns (singular) that are people, and of which kind. */
  readonly people: ReadonlyMap<string, PeopleKind>;
  /** Those of them who are only some of the people that an event befalls (`students`, `women`). */
  readonly members: ReadonlySet<string>;
  /** Irregular past forms -> base form (`stole` -> `steal`). */
  readonly irregular: ReadonlyMap<string, string>;
  /** Endings of singular nouns that mostly are people (`-ist`, `-er`): believed only where an event that befalls people follows. */
  readonly agentEndings: readonly string[];
  /** Word form -> event concept (`died`, `dead`, `massacre` -> `kill`). Two claims with different events never compare. */
  readonly events: ReadonlyMap<string, string>;
  /** Verbs of finding, as they are said of the dead (`recovered`, `pulled` from the rubble). */
  readonly finds: ReadonlySet<string>;
  /** Words beside `cases` that make them those of a court, and of no illness. */
  readonly courtWords: ReadonlySet<string>;
  /** What is held as land is, and nobody in it (`areas held by the rebels`). */
  readonly territories: ReadonlySet<string>;
  /** Events whose count grows while reports come in -> what those are whom they befell (`kill` -> `killed`). */
  readonly tolls: ReadonlyMap<string, string>;
  /** Word form -> meaning shared with other words (`erupt`, `begin`, `start` -> `begin`). For likeness only. */
  readonly synonyms: ReadonlyMap<string, string>;
  /** The same for words all of whose forms share it: word -> meaning, whatever its ending. */
  readonly alike: ReadonlyMap<string, string>;
  /** What of a business or an economy is measured, by the captions of accounts and statistics: word -> the metric (`turnover` -> `revenue`). */
  readonly metrics: ReadonlyMap<string, string>;
  /** Adjectives of countries and the names of their people -> the country (`hungarian` -> `hungary`). */
  readonly nations: ReadonlyMap<string, string>;
  /** Nouns for whoever belongs to a nation (`citizen`), singular. */
  readonly citizens: ReadonlySet<string>;
  /** Who serves in a force, by the force: `security officials` are officers. */
  readonly serving: ReadonlyMap<string, string>;
  /** Nouns whose size is told behind `of` (`a crew of 14`). */
  readonly groups: ReadonlySet<string>;
  /** Plural nouns that measure or sort what stands behind their `of`: `bottles of wine`, `types of beer`. */
  readonly partitives: ReadonlySet<string>;
  /** Words that lead to a time (`in March`, `the year to March`). */
  readonly beforeTimes: ReadonlySet<string>;
  /** What leads to the time since when something is so. */
  readonly since: ReadonlySet<string>;
  /** Prepositions of place, and the words that may stand between one and the name of the place (`in the northern city of`). */
  readonly locatives: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  /** Those of them that make a region of the place that they stand right before (`northern Lund`). */
  readonly directions: ReadonlySet<string>;
  /** Those of them that stand for a place without its name. */
  readonly placeNouns: ReadonlySet<string>;
  /** What says that a part only is meant: `mostly in`, `a majority in`; and behind `of`: `most of them in`. */
  readonly partWords: ReadonlySet<string>;
  readonly partPronouns: ReadonlySet<string>;
  /** Verbs, nouns and adverbs of going up or down. */
  readonly up: ReadonlySet<string>;
  readonly down: ReadonlySet<string>;
  /** Nouns of going up or down, and what leads from one to its size: `growth for the year is put at 5%`. */
  readonly changeNouns: ReadonlySet<string>;
  readonly sizeLinks: ReadonlySet<string>;
  /** What tells that a figure is reckoned from others: a sum, a difference, what is left. */
  readonly reckoning: ReadonlySet<string>;
  /** Nouns of stretches of time that figures are told for. */
  readonly periodNouns: ReadonlySet<string>;
  /** Verbs that `up` makes others of, which tell of no rise (`make up`). */
  readonly withUp: ReadonlySet<string>;
  /** Nouns of what befalls people at one place (`the quake in Velmont`). */
  readonly occurrences: ReadonlySet<string>;
  /** Speech verbs (`said`), and those of them with which a source denies what follows (`denied`). */
  readonly speech: ReadonlySet<string>;
  readonly denial: ReadonlySet<string>;
  /** Words that set one figure beside another (`compared with`, `versus`), and those that tell a period before this one (`previous`). */
  readonly comparisons: ReadonlySet<string>;
  readonly priors: ReadonlySet<string>;
  /** Possessives of persons (`his`). */
  readonly possessives: ReadonlySet<string>;
  /** Pronouns and possessives of the third person, which go on about what was told before. */
  readonly anaphors: ReadonlySet<string>;
  /** Words of expectation, plan and wish, which make a figure no fact (`will`, `forecast`, `target`). */
  readonly outlook: ReadonlySet<string>;
  /** Words that make a sentence somebody's word though nobody may be named (`reportedly`, `according`). */
  readonly hearsay: ReadonlySet<string>;
  /** Nouns that speak (`ministry`, `witnesses`): any other speaker must have a name. */
  readonly speakers: ReadonlySet<string>;
  /** Offices that one person holds (`president`, `spokesman`). */
  readonly offices: ReadonlySet<string>;
  /** Words that call a claim untrue where they stand in its sentence (`false`, `untrue`). */
  readonly untrue: ReadonlySet<string>;
  /** Words before a figure that make it part of a whole named elsewhere (`including 3 children`). */
  readonly part: ReadonlySet<string>;
  /** What leads to a whole (`among the 39 killed`), and with a pronoun to a part (`among them 3 children`). */
  readonly among: ReadonlySet<string>;
  /** Adverbs that name a kind of speaker (`officially` -> `officials`). */
  readonly saidBy: ReadonlyMap<string, string>;
  /** Weekday names -> 0 (Sunday) to 6. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Capitalised words that are times and name nobody: weekdays and months. */
  readonly calendar: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Words before a number that is a place on a scale (`magnitude 6.8`, `turned 23`) -> the scale; `age` is somebody's years. */
  readonly scales: ReadonlyMap<string, string>;
  /** Words that may stand between the two (`a magnitude of 6.8`), and what a scale is called behind the number (`on the Richter scale`). */
  readonly scaleLinks: ReadonlySet<string>;
  readonly scaleNames: ReadonlyMap<string, string>;
  /** What is put on a scale without its name (`put the quake at 5.8`). */
  readonly scaleThings: ReadonlyMap<string, string>;
}
