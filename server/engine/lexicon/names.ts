/** The words that tell names from other capitals, and their kinds. Every entry is in lower case. */
export interface NameWords {
  /** Words that are no name by themselves and open no name: determiners, pronouns, conjunctions, prepositions, adverbs. */
  readonly functionWords: ReadonlySet<string>;
  /** Those that end a name wherever they stand, capital or not (`Flights From Oslo To Rome`). */
  readonly breakWords: ReadonlySet<string>;
  /** Function words and particles that are given names too (`Will`, `Ben`). */
  readonly givenNames: ReadonlySet<string>;
  /** Words of many names that are surnames behind a given name (`Green`). */
  readonly surnames: ReadonlySet<string>;
  /** Words before a colon whose line names people (`To:`). */
  readonly labels: ReadonlySet<string>;
  /** Words that join the names of a list, commas aside (`and`, `as well as`). */
  readonly listWords: ReadonlySet<string>;
  /** Ordinary words that news sentences often open with; at a sentence's start they are not taken for names. */
  readonly openers: ReadonlySet<string>;
  /** Endings of ordinary words; a sentence's first word with one of these is a name only if the text shows it elsewhere. */
  readonly ordinaryEndings: readonly string[];
  /** Months and weekdays with their abbreviations. */
  readonly calendar: ReadonlySet<string>;
  /** Those of them that are also people's names (`May`). */
  readonly calendarNames: ReadonlySet<string>;
  /** Words that a month stands behind (`in June`, `last June`). */
  readonly datePrepositions: ReadonlySet<string>;
  /** Adjectives and nouns of nationality, religion and language. */
  readonly nationalities: ReadonlySet<string>;
  /** Countries, states and continents: right as they are written, whatever a library holds that is close. */
  readonly wellKnown: ReadonlySet<string>;
  /** Abbreviations of countries and unions, without full stops; they stand apart from the name that follows (`US`). */
  readonly countryAbbreviations: ReadonlySet<string>;
  /** Those of them that are unions of countries. */
  readonly unionAbbreviations: ReadonlySet<string>;
  /** Capital abbreviations that name nobody (`CEO`, `GDP`). */
  readonly commonAbbreviations: ReadonlySet<string>;
  /** Words before a person's name that are no part of it (`President`, `Mr`, `spokesman`). */
  readonly titles: ReadonlySet<string>;
  /** Titles that a single given name keeps (`Prince Andrew`, `Pope Francis`). */
  readonly royalTitles: ReadonlySet<string>;
  /** Words that qualify a title (`deputy`, `foreign`). */
  readonly titleModifiers: ReadonlySet<string>;
  /** Words that make a name an organisation's (`Party`, `Ministry`). */
  readonly organisationWords: ReadonlySet<string>;
  /** Words that make a name a place's, as a part of it or beside it (`region`, `river`). */
  readonly placeWords: ReadonlySet<string>;
  /** Kinds of place that stand before a name, with or without `of` (`the city of X`, `the capital X`). */
  readonly placeKinds: ReadonlySet<string>;
  /** Prepositions after which a name is most likely a place. */
  readonly placePrepositions: ReadonlySet<string>;
  /** Words that can be left of `of` inside a name (`Bank of`, `Republic of`, `Duke of`), beyond organisation and place words. */
  readonly ofHeads: ReadonlySet<string>;
  /** Words that can be left of `for` inside a name (`Centre for`, `Ministry for`). */
  readonly forHeads: ReadonlySet<string>;
  /** Words whose `of` can be followed by a list (`Department of Health and Human Services`). */
  readonly portfolioHeads: ReadonlySet<string>;
  /** Parts of many names, which say nothing of identity (`New`, `North`, `Saint`). */
  readonly commonParts: ReadonlySet<string>;
  /** Verbs of speech that follow a speaker. */
  readonly speechVerbs: ReadonlySet<string>;
  /** Small words inside names (`de`, `van`, `bin`). */
  readonly particles: ReadonlySet<string>;
  /** Those that a surname keeps when it stands alone (`van Gogh`). */
  readonly surnameParticles: ReadonlySet<string>;
  /** Articles that are joined to a name by a hyphen (`al-`, `el-`). */
  readonly articles: ReadonlySet<string>;
  /** Surnames written before a given name of two syllables whose second may have a small letter (`Park Joon-su`). */
  readonly eastAsianSurnames: ReadonlySet<string>;
  /** What may end a name without being part of its spelling: legal forms and generations (`Inc`, `Jr`). */
  readonly suffixes: ReadonlySet<string>;
}
