/** The words that figures are written with. All keys are in lower case unless said otherwise. */
import type { PhraseTable } from './phrases.ts';

/** How a phrase hedges the figure beside it. */
export type HedgeWord = 'about' | 'more-than' | 'less-than' | 'up-to';

type Words = ReadonlySet<string>;
type Values<T = number> = ReadonlyMap<string, T>;

/** A currency name: its ISO 4217 code or the general name of several, and the share of the main unit it stands for. */
export interface CurrencyName {
  readonly unit: string;
  /** 1, or 0.01 for cents. */
  readonly factor: number;
}

/** A unit's name in the conversion table (`figures/convert.ts`), and the dimension that it gives a number. */
export interface UnitName {
  readonly unit: string;
  readonly dimension: 'duration' | 'measure';
}

/** The small words of grammar that hold figures together. */
export interface Links {
  readonly and: Words;
  readonly or: Words;
  readonly to: Words;
  readonly from: Words;
  readonly between: Words;
  readonly of: Words;
  readonly in: Words;
  readonly out: Words;
  readonly every: Words;
  readonly per: Words;
  readonly article: Words;
  readonly the: Words;
  readonly them: Words;
  readonly more: Words;
  readonly others: Words;
  readonly on: Words;
  readonly by: Words;
  readonly ago: Words;
  /** What tells how far a time is from another: `a year earlier`. */
  readonly apart: Words;
  readonly old: Words;
  readonly age: Words;
  readonly minus: Words;
  /** `but`, in `all but three`. */
  readonly except: Words;
}

export interface NumberWords {
  readonly links: Links;
  /** `zero` to `nineteen`. */
  readonly ones: Values;
  /** `twenty` to `ninety`. */
  readonly tens: Values;
  readonly hundred: Words;
  /** `thousand`, `million`, `crore`. */
  readonly scales: Values;
  /** What is written against the digits: `bn`, `k`. */
  readonly suffixes: Values;
  /** Suffixes that scale money (`$5m`) or, followed by what is counted, a count (`5m people`), and are a unit otherwise. */
  readonly moneySuffixes: Values;
  /** Which suffixes are used together, for a thousand, a million and so on. */
  readonly suffixStyles: readonly (readonly string[])[];
  readonly dozen: Words;
  /** `dozens`, `hundreds`: the interval each asserts. */
  readonly vague: Values<{ readonly low: number; readonly high: number }>;
  /** What stands before `the hundreds` where that is how many there are (`killed in the hundreds`). */
  readonly amounting: Words;
  /** Vague words that count only before `of` and a few others. */
  readonly vagueBefore: ReadonlyMap<string, Words>;
  /** `tens` and `hundreds` of a scale. */
  readonly vagueOf: Values<{ readonly low: number; readonly high: number }>;
  /** Verb phrases behind a duration that say of it what `ago` does (`a decade has passed since`). */
  readonly passedSince: PhraseTable<true>;
  /** What makes of `one` and a noun any of them: `from one quarter to the next`, `one day after another`. */
  readonly inTurn: PhraseTable<true>;
  /** `several`, `a few`: before `hundred` they make it vague. */
  readonly several: PhraseTable<true>;
  /** `millions` in `tens of millions`: what one of them is. */
  readonly pluralScales: Values;
  readonly ordinals: Values;
  /** Superlatives and the like, which show that the ordinal before is one of rank. */
  readonly ranks: Words;
  /** Verbs of placing, behind which an ordinal is a rank by itself (`ranks ninth`), and what may follow one there. */
  readonly placings: Words;
  readonly afterPlace: Words;
  readonly ordinalSuffixes: Words;
  /** Nouns and particles after an ordinal that make a fixed phrase of it (`first lady`). */
  readonly notOrdinalBefore: ReadonlyMap<string, Words>;
  /** What an ordinal stands after: determiners and possessives. */
  readonly determiners: Words;
  /** `her`, before the decade of an age (`in her 30s`). */
  readonly possessives: Words;
  readonly half: Words;
  /** Words before which `half` is a share: `half the town`. */
  readonly halfBefore: Words;
  /** Words after which a lone fraction is a share: `cut in half`, `by a third`. */
  readonly halfAfter: Words;
  /** Words before which `a third` is a fraction, not an ordinal. */
  readonly fractionBefore: Words;
  /** Words after which `a quarter` is three months. */
  readonly beforePeriod: Words;
  /** `third`, `quarter`, `fifths`. */
  readonly fractions: Values;
  readonly fractionSigns: Values;
  /** Superscript digits and signs, to what they stand for. */
  readonly superscripts: Values<string>;
  /** `doubled`, `threefold`: a ratio in one word. */
  readonly ratios: Values;
  /** `double`, `twice`: a ratio before `the`, `as` and the like. */
  readonly multiples: Values;
  readonly multipleBefore: Words;
  readonly twice: Words;
  readonly times: Words;
  readonly timesBefore: Words;
  readonly fold: Words;
  readonly hedgesBefore: PhraseTable<HedgeWord>;
  readonly hedgesAfter: PhraseTable<HedgeWord>;
  /** Prepositions after which `over` three days is a hedge, not a stretch of time. */
  readonly beforeOver: Words;
  readonly over: Words;
  /** What may stand between `to` and its number: `only`. */
  readonly onlyWords: Words;
  /** Verbs after which `up to` is a direction. */
  readonly goesUp: Words;
  /** Verbs and nouns of change. */
  readonly changes: Words;
  /** Verbs of change that take `from` and `to` in other senses too: `lost from 30 to 40 boats`. */
  readonly moves: Words;
  /** What a rate moves by (`six-tenths of a point`). */
  readonly point: Words;
  readonly percent: PhraseTable<{ readonly dimension: 'share' | 'points'; readonly unit: string }>;
  /** `4.40 in the afternoon` */
  readonly dayParts: Words;
  readonly one: Words;
  readonly oneBefore: Words;
  readonly oneAfter: Words;
  readonly zero: Words;
  // Money.
  readonly currencySigns: ReadonlyMap<string, CurrencyName>;
  /** Letters before a dollar sign: `US`, in lower case. */
  readonly dollarLetters: Values<string>;
  /** ISO codes in upper case. */
  readonly currencyCodes: ReadonlySet<string>;
  /** Letters written before the number, as written: `Rs`. */
  readonly currencyLetters: Values<string>;
  readonly currencyNames: Values<CurrencyName>;
  /** Names that are words of their own as well: only from this value on. */
  readonly currencyFrom: Values;
  /** For a general name, the code by the nation before it. */
  readonly nationalCurrencies: ReadonlyMap<string, PhraseTable<string>>;
  readonly weightOrMoney: Words;
  readonly moneyContext: Words;
  // Units and rates.
  /** Unit names, plurals included; abbreviations as written. */
  readonly units: PhraseTable<UnitName>;
  /** Abbreviations that are read in their own case (`MW`, `C`). */
  readonly unitSigns: Values<UnitName>;
  /** Words between a number and its unit of time: `straight`. */
  readonly unitAdjectives: Words;
  /** Units of time that `for a` makes a figure of: `decade`. */
  readonly longUnits: Words;
  /** Adjectives of what lasts one of a unit, without their hyphen (`yearlong`) -> the unit. */
  readonly longWords: ReadonlyMap<string, string>;
  /** Words behind `5 ft 11 in` that show the `in` to be inches. */
  readonly sizes: Words;
  /** What figures are per, to its singular. */
  readonly rates: Values<string>;
  readonly rateAdjectives: Words;
  /** Abbreviations of a rate that stand by themselves (`pcm`), to what it is per. */
  readonly ratesAlone: PhraseTable<string>;
  /** Words behind `a day` that make it a time, not a rate: `people a day after`. */
  readonly notAfterRate: Words;
  // Calendar.
  /** Month names and their abbreviations, to 1-12. They count with a capital only. */
  readonly months: Values;
  /** To the first month of the season, in the northern hemisphere. */
  readonly seasons: Values;
  readonly quarter: Words;
  readonly fiscal: Words;
  readonly century: Words;
  readonly decadeParts: Values<'early' | 'mid' | 'late'>;
  /** `nineties`, to 90. */
  readonly decades: Values;
  /** Words of weather, behind which `the 80s` are degrees. */
  readonly weather: Words;
  /** Prepositions after which a number of four digits is a year. */
  readonly yearAfter: Words;
  /** Those of them after which it always is. */
  readonly sinceWords: Words;
  readonly yearPrefixes: Words;
  /** Scales that a hyphen joins to their number: `magnitude-6.4`. */
  readonly scalePrefixes: Words;
  /** Where somebody is held for a time: `a year in prison`. */
  readonly prisons: Words;
  readonly eras: Words;
  readonly beforeChrist: Words;
  readonly dayTime: PhraseTable<true>;
  /** What a month has before `of` (`the end of January`). */
  readonly partsOfTime: Words;
  readonly zones: Words;
  /** `past`, after a half or quarter of an hour. */
  readonly past: Words;
  // What is never a figure.
  /** Words whose number is a label, whatever follows: `section`. */
  readonly labels: Words;
  /** Words whose number is a label unless something counted follows: `week`. */
  readonly weakLabels: Words;
  /** Clubs of states named by their number: `Group of 20`. */
  readonly clubs: Words;
  /** States and bodies written in capitals, behind which a number counts something. */
  readonly states: Words;
  /** Verbs that show a number before them to be a plural. */
  readonly pluralVerbs: Words;
  /** Abbreviations of labels, before their full stop: `Fig.` */
  readonly labelAbbreviations: Words;
  readonly streets: Words;
  /** What is run over `400m`, where m is no million. */
  readonly races: Words;
  readonly phoneWords: Words;
  /** Telephone numbers of three digits, and what stands behind them where they are meant. */
  readonly emergencyNumbers: Words;
  readonly emergencyAfter: Words;
  readonly digitWords: Words;
  /** Words of grammar, which are no names though capitalised and nothing counted. */
  readonly functionWords: Words;
  /** Plurals that do not end in s. */
  readonly plurals: Words;
  readonly persons: Words;
  readonly scoreWords: Words;
  /** Words of betting, beside which `33-1` and `7/2` are odds. */
  readonly oddsWords: Words;
  /** What makes an age that of a law or custom: `retirement`. */
  readonly lawful: Words;
  readonly turned: Words;
  /** Nouns for people after which a number between commas is an age: `his wife, 45,`. */
  readonly aged: Words;
}
