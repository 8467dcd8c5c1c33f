/** What recognisers hand to the scanner, and the interval that a hedge makes of it. */
import type { HedgeWord } from '../lexicon/numbers.ts';
import type { DateQuantity, NumericQuantity } from '../model.ts';

export type Amount = Omit<NumericQuantity, 'hedge'>;

/** A quantity as read, before the hedge in front of it: tokens from `start` to `end`. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Where scanning goes on: after a rate (`a month`) that belongs to the mention but not to its span. */
  readonly next: number;
  readonly quantity: Amount | Omit<DateQuantity, 'hedge'>;
  /** A hedge inside it: `18+ million`, `20 or so people`. */
  readonly hedge: HedgeWord | null;
  /** The scale word applied to it (1e6 for `million`), 1 for none. */
  readonly scale: number;
  /** What its unit multiplied the number by: 0.01 for cents. */
  readonly factor: number;
  /** Whether it had a currency of its own before the number. */
  readonly signed: boolean;
}

export function isNumeric(quantity: Mention['quantity']): quantity is Amount {
  return quantity.dimension !== 'date';
}

/** A plain amount: the value, its grain, a dimension and a unit. */
export function amount(dimension: NumericQuantity['dimension'], value: number, grain: number, unit: string | null = null): Amount {
  return { dimension, value, low: value, high: value, grain, unit, per: null };
}

export function mention(start: number, end: number, quantity: Mention['quantity'], more: Partial<Mention> = {}): Mention {
  return { start, end, next: end, quantity, hedge: null, scale: 1, factor: 1, signed: false, ...more };
}

/**
 * How far a hedge reaches, as shares of the value below and above it: the table of the design's section 3. `about` a year is two years
 * either way, since a tenth of a year's number is no measure of doubt about it.
 */
const REACH: Readonly<Record<HedgeWord, readonly [number, number]>> = {
  about: [0.9, 1.1],
  'more-than': [1, 1.25],
  'less-than': [0.9, 1],
  'up-to': [0.75, 1],
};
const YEARS_ABOUT = 2;

/**
 * The quantity with a hedge applied: a single value becomes an interval; a range widens by it, but for `about` and `at least`, as it tells
 * itself how far the guess goes; a vague word keeps its own.
 */
export function hedged(
  quantity: Mention['quantity'],
  hedge: HedgeWord | null,
  kind: 'range' | 'vague' | null,
): NumericQuantity | DateQuantity {
  if (!isNumeric(quantity)) return { ...quantity, hedge: kind === 'range' ? 'range' : hedge };
  if (hedge === null || kind === 'vague' || (kind !== null && quantity.dimension === 'year')) return { ...quantity, hedge: kind ?? hedge };
  if (kind === 'range' && (hedge === 'about' || hedge === 'more-than')) return { ...quantity, hedge: kind };
  if (quantity.dimension === 'year') return { ...quantity, low: quantity.low - YEARS_ABOUT, high: quantity.high + YEARS_ABOUT, hedge };
  const [below, above] = REACH[hedge];
  const ends = [quantity.low * below, quantity.low * above, quantity.high * below, quantity.high * above].map(round);
  return { ...quantity, low: Math.min(...ends), high: Math.max(...ends), hedge: kind ?? hedge };
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
