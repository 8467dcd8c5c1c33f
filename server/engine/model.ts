/**
 * The engine's values: plain, read-only, with offsets in UTF-16 code units of the text they were found in.
 * Everything else in the engine is a function over these.
 */

/** A half-open range `[start, end)` of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Identifies an article or a draft. Opaque: the engine compares URIs and never takes one apart. */
export type Uri = string;

/** Long work: yields whenever a host may want to look at its clock or cancel. Its return value is the result. */
export type Work<T> = Generator<void, T, void>;

/** A date as far as a text states it; what it does not state is null. Month 1-12, day 1-31, Gregorian. */
export interface CalendarDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** How a text is marked up. The names are VS Code's language identifiers. */
export type MarkupLanguage = 'plaintext' | 'markdown' | 'restructuredtext' | 'asciidoc' | 'latex';

/** A text to analyse: a draft, or an article's text. */
export interface Prose {
  readonly text: string;
  readonly language: MarkupLanguage;
  /** The day the text speaks from (an article's date), which resolves `on Thursday`; null where unknown. */
  readonly date: CalendarDate | null;
  /** Parts that are nobody's prose, such as front matter and site furniture: ascending, disjoint. */
  readonly omitted: readonly Span[];
}

/**
 * A place in a source as its reader would cite it: a page by its printed label and by its number in the file, from 1; a paragraph, from 1;
 * a cell as spreadsheets name it (`B7`, `Budget!B7`); a time from the start (`0:12:31`).
 */
export type Locator =
  | { readonly page: string; readonly physicalPage: number }
  | { readonly paragraph: number }
  | { readonly cell: string }
  | { readonly time: string };

/** From an offset of a text on, this is the place. */
export interface LocatorMark {
  readonly start: number;
  readonly locator: Locator;
}

/** One document of the library. What its reader could not find is null, never guessed. */
export interface Article extends Prose {
  readonly uri: Uri;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** Its key in a bibliography; absent where none has it. */
  readonly key?: string;
  /** Whether the text was taken out of another format: offsets are this text's then, and lead to no place in the file. */
  readonly isExtracted: boolean;
  /** Where the text's parts stand in the file, ascending; empty where the text is the file's own, but for a transcript's times. */
  readonly locators: readonly LocatorMark[];
}

/** The place of an offset in the file; null where lines say it. Logarithmic. */
export function locatorAt({ locators }: Pick<Article, 'locators'>, offset: number): Locator | null {
  let low = 0;
  let high = locators.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (locators[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return locators[low - 1]?.locator ?? null;
}

export type TokenKind = 'word' | 'number' | 'symbol';

/** A word, a run of digits with its separators, or one other character that is not white space. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** The token as written, with typographic quotes and dashes made plain. */
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  /** Whether white space (or masked markup) stands before it. */
  readonly spaced: boolean;
}

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'cell' | 'caption';

/** A sentence of a text, or a heading, list item or cell without one. */
export interface Passage extends Span {
  /** Position among the text's passages. */
  readonly index: number;
  /** Position of its block (paragraph, item, heading) among the text's blocks. */
  readonly block: number;
  readonly kind: BlockKind;
  /** Without markup, code, URLs and whatever else is not prose. */
  readonly tokens: readonly Token[];
}

export type Dimension = NumericDimension | 'date';
export type NumericDimension =
  | 'count'
  | 'money'
  | 'share'
  | 'points'
  | 'ratio'
  | 'ordinal'
  | 'age'
  | 'duration'
  | 'measure'
  | 'year'
  | 'other';

/**
 * How a figure is hedged: `about` N; `more-than` (over, at least, N+); `less-than` (almost, nearly, fewer than);
 * `up-to` (as many as, at most); `range` (58-60); `vague` (dozens). Null where the value is stated plainly.
 */
export type Hedge = 'about' | 'more-than' | 'less-than' | 'up-to' | 'range' | 'vague';

/** A number with its dimension and unit, asserting the interval from `low` to `high`, both in `unit`. */
export interface NumericQuantity {
  readonly dimension: NumericDimension;
  /** The number as written with scale words applied; null for a range or a vague word. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly hedge: Hedge | null;
  /** An ISO 4217 code (`$` where the dollar is not named), `%`, a unit's or head noun's singular; null where none is known. */
  readonly unit: string | null;
  /** The place value of the last digit stated (1.3 million: 100,000), what a rounding may hide. 0 for words that cannot be rounded. */
  readonly grain: number;
  /** What the figure is per (`litre`, `month`, `share`); null where it is no rate. */
  readonly per: string | null;
}

/** A date or a stretch of dates: a day, a month, a quarter, a decade of a known or unknown year. */
export interface DateQuantity {
  readonly dimension: 'date';
  /** The first and the last date it asserts; the same for a single day, month or year. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly hedge: Hedge | null;
  readonly grain: 'day' | 'month' | 'quarter' | 'season';
}

export type Quantity = NumericQuantity | DateQuantity;

/** A quantity mention, as the scanner finds it. */
export interface Figure extends Span {
  /** Exactly `text.slice(start, end)`, the hedge and the unit included, the head noun not. */
  readonly text: string;
  readonly quantity: Quantity;
  /** Index of its passage. */
  readonly passage: number;
  /** Its tokens within the passage, half-open. */
  readonly tokens: Span;
  /** `ago` for `35 years ago`; `apart` for how far two times are from each other (`a year earlier`); `from` and `to` for the two ends of a change or a stretch (`from 6 to 7.50`); null for any other. */
  readonly marker: 'ago' | 'apart' | 'from' | 'to' | null;
}

export type NameKind = 'person' | 'place' | 'organisation' | 'unknown';

/** A mention of a person, place or organisation. */
export interface NameMention extends Span {
  /** As written, without possessive `'s`. */
  readonly text: string;
  readonly kind: NameKind;
  /** The fullest form the same text ties it to (`Tokayev` to `Kassym-Jomart Tokayev`), or `text`. */
  readonly full: string;
  readonly passage: number;
}

export type Stance = 'agrees' | 'differs';
/** Why a stance is not plain: see the design's section 3. */
export type Reason = 'later' | 'earlier' | 'attribution' | 'scope';
export type Verdict = 'supported' | 'refuted' | 'conflicting' | 'unsourced';
export type NameVerdictKind = 'known' | 'variant' | 'misspelt' | 'unknown';
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export type RuleId =
  | 'refuted-figure'
  | 'conflicting-sources'
  | 'outdated-figure'
  | 'unsourced-figure'
  | 'missing-attribution'
  | 'single-source'
  | 'inconsistent-draft'
  | 'altered-quote'
  | 'misspelt-name'
  | 'name-variant'
  | 'name-first-reference';
