/** Completes a bare number: its unit, and where it needs be its scale, are its noun's or those of the figure it is set beside. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, NumericQuantity, Quantity } from '../model.ts';
import type { Head } from './claim.ts';
import { singular } from './head.ts';
import { lastWord } from './phrase.ts';
import type { Sentence } from './sentence.ts';

/** From here on a bare number after a sum of money may be money too (`£15 million, some 3 million over the asking price`). */
const LARGE = 100_000;
/** The scale of somebody's years: `turned 23`. */
export const AGE = 'age';
/** A bare number is on the scale of the one it is set beside where it is within this factor of it (`13.7 percent, after 12.9`). */
const FACTOR = 20;
/** What a bare number beside it may be meant in. */
const SHARED: ReadonlySet<string> = new Set(['money', 'share', 'measure', 'points', 'duration']);

/** The scale a bare number is on (`magnitude 6.8`, `turned 23`); null where none is named right before it. */
export function scaleOf({ tokens }: Sentence, figure: Figure, lexicon: Lexicon): string | null {
  const before = tokens[figure.tokens.start - 1]?.lower ?? '';
  return lexicon.claims.scales.get(before) ?? null;
}

/** The figures around a bare number that may lend it their unit. */
export interface Neighbours {
  /** The last sum of money before it, in its sentence or the one before. */
  readonly money: NumericQuantity | null;
  /** The figures right before and after it in its sentence. */
  readonly before: Figure | null;
  readonly after: Figure | null;
}

/**
 * Completes a quantity's unit: a count's is its head noun's singular; a bare number's that of the other end of its change (`from 6 to $7`)
 * or, where it has decimals, of the figure before it; a bare large number's the currency of the sum before it.
 */
export function complete(
  figure: Figure,
  { head, counts, scale }: { readonly head: Head | null; readonly counts: boolean; readonly scale: string | null },
  { money, before, after }: Neighbours,
  sentence: Sentence,
  lexicon: Lexicon,
): Quantity {
  const { quantity, marker } = figure;
  if (quantity.dimension !== 'count' || quantity.unit !== null) return quantity;
  if (scale === AGE) return { ...quantity, dimension: 'age', unit: 'year' };
  if (scale) return { ...quantity, dimension: 'measure', unit: scale };
  if (head) return { ...quantity, unit: singular(lastWord(head.text), lexicon) };
  if (counts) return quantity;
  const other = marker === 'from' ? after : marker === 'to' ? before : null;
  if (other && (marker === 'from' ? other.marker === 'to' : other.marker === 'from')) {
    const lent = inUnitOf(quantity, other, scaleWordOf(sentence, other, lexicon));
    if (lent) return lent;
  }
  if (before && quantity.value !== null && !Number.isInteger(quantity.value)) {
    const lent = inUnitOf(quantity, before, 1);
    if (lent) return lent;
  }
  return quantity.low >= LARGE && money ? { ...quantity, dimension: 'money', unit: money.unit } : quantity;
}

/** A bare number in the unit of another figure, and on its scale where that brings it near (`from 95 to 40 million`); null where it is far from it. */
function inUnitOf(quantity: NumericQuantity, { quantity: other }: Figure, scale: number): NumericQuantity | null {
  if (other.dimension === 'date' || !SHARED.has(other.dimension)) return null;
  const lent = { dimension: other.dimension, unit: other.unit, per: other.per };
  if (areNear(quantity.low, other.low)) return { ...quantity, ...lent };
  if (scale === 1 || !areNear(quantity.low * scale, other.low)) return null;
  const value = quantity.value === null ? null : quantity.value * scale;
  return { ...quantity, ...lent, value, low: quantity.low * scale, high: quantity.high * scale, grain: quantity.grain * scale };
}

function areNear(a: number, b: number): boolean {
  return a > 0 && b > 0 && a <= b * FACTOR && b <= a * FACTOR;
}

/** What the scale word of a figure stands for (1e6 for `40 million`); 1 where it has none. */
function scaleWordOf({ tokens }: Sentence, figure: Figure, lexicon: Lexicon): number {
  for (let at = figure.tokens.start; at < figure.tokens.end; at++) {
    const scale = lexicon.numbers.scales.get(tokens[at]!.lower);
    if (scale) return scale;
  }
  return 1;
}
