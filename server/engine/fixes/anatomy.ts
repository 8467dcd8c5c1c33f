/** Takes a figure as written apart: its hedge, what stands before the number, the number, and what stands behind it. */
import { readNumeral } from '../figures/numerals.ts';
import { Reader } from '../figures/reader.ts';
import type { NumberWords } from '../lexicon/numbers.ts';
import type { Span, Token } from '../model.ts';
import type { NumberStyle, ScaleStyle } from './numbers.ts';

/** The parts are spans of the text, in this order; those that are missing are empty. */
export interface Anatomy {
  /** The hedge in front: `more than`. */
  readonly lead: Span;
  /** A currency, or an article between hedge and number (`up to a 30% rise`). */
  readonly prefix: Span;
  readonly number: Span;
  /** A unit, percent, a currency: whatever stands behind the number, up to a hedge at the end. */
  readonly suffix: Span;
  /** The hedge behind: `or more`, `+`. */
  readonly trail: Span;
  /** Whether that hedge stands before the unit: `20 or so miles`. */
  readonly early: boolean;
  readonly style: NumberStyle;
  /** The number's value, without what its unit makes of it: 21 of `21 cents`. */
  readonly value: number;
  /** Whether the suffix has numbers of its own: `12 years and seven months`, `20 to 30`. */
  readonly isCompound: boolean;
}

/** The parts of the figure that stands at `figure.tokens` of a passage; null where it has no plain number (`dozens`, `doubled`, a date). */
export function anatomyOf(tokens: readonly Token[], figure: Span, text: string, words: NumberWords): Anatomy | null {
  const r = new Reader(tokens, words, false);
  const { start, end } = figure;
  let at = start;
  for (let hedge = r.phrase(words.hedgesBefore, at); hedge && hedge.end < end; hedge = r.phrase(words.hedgesBefore, at)) at = hedge.end;
  const prefixAt = at;
  while (at < end && !startsNumber(r, at) && at < prefixAt + LONGEST_PREFIX) at++;
  const numeral = at < end ? readNumeral(r, at, at > prefixAt) : null;
  if (!numeral || numeral.value === null || numeral.end > end) return null;
  // A hedge that the number was read with (`18+ million`) is not told from it.
  const early = r.phrase(words.hedgesAfter, numeral.end);
  const suffixAt = early && early.end <= end ? early.end : numeral.end;
  let trailAt = end;
  for (let i = suffixAt; suffixAt === numeral.end && i < end; i++) {
    if (r.phrase(words.hedgesAfter, i)?.end === end) trailAt = Math.min(trailAt, i);
  }
  const spanOf = (from: number, to: number): Span =>
    from < to
      ? { start: tokens[from]!.start, end: tokens[to - 1]!.end }
      : { start: tokens[from - 1]?.end ?? 0, end: tokens[from - 1]?.end ?? 0 };
  const isEarly = suffixAt > numeral.end;
  const style = styleOf(r, { start: at, end: numeral.end }, numeral.scale, text);
  return {
    lead: prefixAt > start ? spanOf(start, prefixAt) : emptyAt(tokens[start]!.start),
    prefix: at > prefixAt ? spanOf(prefixAt, at) : emptyAt(tokens[at]!.start),
    number: spanOf(at, numeral.end),
    suffix: spanOf(suffixAt, trailAt),
    trail: isEarly ? spanOf(numeral.end, suffixAt) : spanOf(trailAt, end),
    early: isEarly,
    style,
    value: numeral.value,
    isCompound: numeral.hedge !== null || hasNumber(r, suffixAt, trailAt),
  };
}

/** A currency before a number takes so many tokens at most: `US $`, `Rs .`, an article. */
const LONGEST_PREFIX = 4;

function emptyAt(at: number): Span {
  return { start: at, end: at };
}

function startsNumber(r: Reader, at: number): boolean {
  const { words } = r;
  if (r.number(at) || words.ones.has(r.lower(at)) || words.tens.has(r.lower(at))) return true;
  return readNumeral(r, at) !== null;
}

function hasNumber(r: Reader, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (startsNumber(r, at)) return true;
  return false;
}

function styleOf(r: Reader, { start, end }: Span, scale: number, text: string): NumberStyle {
  if (!r.number(start)) return { kind: 'words' };
  const { tokens } = r;
  const first = tokens[start]!;
  const whole = /^\d+/.exec(first.text)?.[0].length ?? 0;
  const separator = /^\d{1,3}([,.'\u2019\u00a0\u2009\u202f])\d{3}(?!\d)/u.exec(text.slice(first.start, first.end))?.[1];
  const isDecimal = separator === '.' && !/\..*\./.test(first.text);
  let grouped: string | null = separator && !isDecimal ? separator : whole > 4 ? '' : null;
  // `40 000`: groups that only spaces hold together.
  if (grouped === null && r.number(start + 1) && start + 1 < end) grouped = text.slice(first.end, tokens[start + 1]!.start);
  return {
    kind: 'digits',
    separator: grouped,
    fourTogether: whole === 4,
    bare: first.text.startsWith('.'),
    scale: scale > 1 ? scaleOf(tokens, { start, end }, scale, text) : null,
  };
}

/** The last word of a number in digits is its scale. */
function scaleOf(tokens: readonly Token[], { start, end }: Span, value: number, text: string): ScaleStyle | null {
  const last = tokens[end - 1]!;
  if (end < start + 2 || last.kind !== 'word') return null;
  let from = end - 1;
  if (tokens[from - 1]!.text === '-') from--;
  const before = tokens[from - 1]!;
  return before.kind === 'number' ? { value, word: text.slice(last.start, last.end), link: text.slice(before.end, last.start) } : null;
}
