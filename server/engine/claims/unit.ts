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
/** So many out of so many are points that somebody has; fewer are a fraction (`3/4`, `1 in 5`). */
const SCORED = 10;
/** So many digits with decimals may be a time that was clocked. */
const CLOCKED = 3;
/** Nobody is older. */
const OLDEST = 120;
/** What a bare number beside it may be meant in. */
const SHARED: ReadonlySet<string> = new Set(['money', 'share', 'measure', 'points']);

/** How many words may stand between a scale, or what is put on it, and the number. */
const SCALE_REACH = 3;
const THING_REACH = 4;

/**
 * The scale a bare number is on, named right before it (`magnitude 6.8`, `turned 23`), before words that lead from one to the other
 * (`a magnitude of 6.8`, `whose magnitude measured 6.8`), or behind it (`6.8 on the Richter scale`); null where none is named.
 */
export function scaleOf({ tokens }: Sentence, figure: Figure, lexicon: Lexicon): string | null {
  const { scales, scaleLinks, scaleNames, scaleThings } = lexicon.claims;
  const { start, end } = figure.tokens;
  // `a magnitude-6.4 quake`
  const right = scales.get(tokens[tokens[start - 1]?.text === '-' ? start - 2 : start - 1]?.lower ?? '');
  if (right) return right;
  for (let at = start - 1; at > start - 1 - SCALE_REACH && scaleLinks.has(tokens[at]?.lower ?? ''); at--) {
    const scale = scales.get(tokens[at - 1]?.lower ?? '');
    if (scale && scale !== AGE) return scale;
  }
  // `put the quake at 5.8`
  if (figure.text.includes('.') && tokens[start - 1]?.lower === 'at')
    for (let at = start - 2; at > start - 2 - THING_REACH && at >= 0; at--) {
      const scale = scaleThings.get(tokens[at]!.lower);
      if (scale) return scale;
    }
  const named = tokens[end]?.lower === 'on' && tokens[end + 1]?.lower === 'the' ? scaleNames.get(tokens[end + 2]?.lower ?? '') : undefined;
  return named ?? null;
}

/** The last figures before a bare number that may lend it their unit; null where there is none. */
export interface Lenders {
  /** The last sum of money. */
  readonly money: NumericQuantity | null;
  /** The last sum, share or measure. */
  readonly lender: NumericQuantity | null;
  /** The last figure with any unit of its own (`Every run took 17 hours. Now it takes four.`). */
  readonly unit: NumericQuantity | null;
}

/** The figures around a bare number that may lend it their unit: `money` and `unit` of its sentence or the one before. */
export interface Neighbours extends Lenders {
  /** The figure whose clause it goes on with (see `gap.ts`), its unit complete. */
  readonly antecedent: Figure | null;
  /** The figures right before and after it in its sentence. */
  readonly before: Figure | null;
  readonly after: Figure | null;
  /** The currency of the last sum before it, wherever in the text; null where there is none. */
  readonly currency: string | null;
}

/**
 * Completes a quantity's unit: a count's is its head noun's singular; a bare number's that of the other end of its change (`from 6 to $7`),
 * that of one joined to it (`12 and 14 percent`), of the one whose clause it goes on with (`94 percent in Lund, 86 in Malmö`) or, where it
 * has decimals, of the figure before it; a bare large number's the currency of the sum before it.
 */
export function complete(
  figure: Figure,
  { head, counts, scale }: { readonly head: Head | null; readonly counts: boolean; readonly scale: string | null },
  { money, lender, unit, antecedent, before, after }: Neighbours,
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
    const lent = inUnitOf(quantity, other.quantity, scaleWordOf(sentence, other, lexicon));
    if (lent) return lent;
  }
  if (after && isJoined(sentence, figure, after, lexicon)) {
    const lent = inUnitOf(quantity, after.quantity, scaleWordOf(sentence, after, lexicon));
    if (lent) return lent;
  }
  if (antecedent && SHARED.has(antecedent.quantity.dimension)) {
    const lent = inUnitOf(quantity, antecedent.quantity, scaleWordOf(sentence, antecedent, lexicon));
    if (lent) return lent;
  }
  const last = lender ?? (unit && SHARED.has(unit.dimension) ? unit : null);
  if (last && quantity.value !== null && !Number.isInteger(quantity.value)) {
    const lent = inUnitOf(quantity, last, 1);
    if (lent) return lent;
  }
  return quantity.low >= LARGE && money ? { ...quantity, dimension: 'money', unit: money.unit } : quantity;
}

/** Whether nothing but `and` or `or` stands between two figures. */
function isJoined({ tokens }: Sentence, { tokens: { end } }: Figure, after: Figure, { numbers: { links } }: Lexicon): boolean {
  const { lower } = tokens[end] ?? { lower: '' };
  return after.tokens.start === end + 1 && (links.and.has(lower) || links.or.has(lower));
}

/** A bare number in the unit of another figure, and on its scale where that brings it near (`from 95 to 40 million`); null where it is far from it. */
function inUnitOf(quantity: NumericQuantity, other: Quantity, scale: number): NumericQuantity | null {
  // A number of things is no fraction of them.
  if (!hasUnit(other) || (other.dimension === 'share' && other.unit === null)) return null;
  const lent = { dimension: other.dimension, unit: other.unit, per: other.per };
  if (areNear(quantity.low, other.low)) return { ...quantity, ...lent };
  if (scale === 1 || !areNear(quantity.low * scale, other.low)) return null;
  const value = quantity.value === null ? null : quantity.value * scale;
  return { ...quantity, ...lent, value, low: quantity.low * scale, high: quantity.high * scale, grain: quantity.grain * scale };
}

/** Whether a quantity has a unit that a bare number beside it may be meant in. */
export function hasUnit(quantity: Quantity): quantity is NumericQuantity {
  return SHARED.has(quantity.dimension) || (quantity.dimension === 'duration' && quantity.unit !== null);
}

/** For each figure of a sentence what the ones before it may lend, and last what they may lend to the next sentence. Linear. */
export function lendersOf(figures: readonly Figure[]): readonly Lenders[] {
  let last: Lenders = { money: null, lender: null, unit: null };
  const lenders = [last];
  for (const { quantity } of figures) {
    if (hasUnit(quantity)) {
      const lends = SHARED.has(quantity.dimension);
      last = { money: quantity.dimension === 'money' ? quantity : last.money, lender: lends ? quantity : last.lender, unit: quantity };
    }
    lenders.push(last);
  }
  return lenders;
}

/**
 * What else a number may be. One whose unit is lent to it: a bare one. A bare one: in the unit of the figure before it, in its sentence or the one before, in the currency that its
 * text tells sums in (`earns 1,150 a month`), or somebody's age; `92 out of 100`: 92; `3.9m`: millions; a bare cent: one of that currency.
 * Good for an agreement only: what is no more than possible contradicts nothing.
 */
export function readingsOf(
  figure: Figure,
  quantity: Quantity,
  { unit: lender, currency }: Neighbours,
  { tokens }: Sentence,
  lexicon: Lexicon,
): readonly NumericQuantity[] {
  if (quantity.dimension === 'date' || quantity.value === null) return [];
  const { quantity: written } = figure;
  if (written.dimension === 'count' && written.unit === null && isLent(quantity)) return [written];
  if (quantity.dimension === 'money') {
    const name = lexicon.numbers.currencyNames.get(tokens[figure.tokens.end - 1]?.lower ?? '');
    const isCent = name !== undefined && name.unit === '$' && name.factor < 1;
    return isCent && quantity.unit === '$' && currency !== null && currency !== '$' ? [{ ...quantity, unit: currency }] : [];
  }
  // `sales of 3.9m` are no lengths.
  if (quantity.dimension === 'measure' && quantity.unit === 'metre' && MILLIONS.test(figure.text)) return [inMillions(quantity)];
  // `forty pounds a month` is no weight.
  if (quantity.dimension === 'measure' && quantity.unit === 'pound') return [{ ...quantity, dimension: 'money', unit: 'GBP' }];
  if (quantity.dimension === 'share' && quantity.unit === null) {
    const stated = Number.parseFloat(figure.text);
    return Number.isInteger(stated) && stated >= SCORED
      ? [{ ...quantity, dimension: 'count', value: stated, low: stated, high: stated, grain: 1 }]
      : [];
  }
  if (quantity.dimension !== 'count' || quantity.unit !== null) return [];
  const readings: NumericQuantity[] = [];
  // `his 9.75 sufficed for the silver`
  if (!Number.isInteger(quantity.value) && String(figure.text).replace(/\D/g, '').length >= CLOCKED)
    readings.push({ ...quantity, dimension: 'duration', unit: 'second' });
  if (lender) readings.push({ ...quantity, dimension: lender.dimension, unit: lender.unit, per: lender.per });
  if (currency !== null && lender?.dimension !== 'money') readings.push({ ...quantity, dimension: 'money', unit: currency });
  if (Number.isInteger(quantity.value) && quantity.value > 0 && quantity.value <= OLDEST)
    readings.push({ ...quantity, dimension: 'age', unit: 'year' });
  return readings;
}

/** Whether a bare number that has this unit now has it from the figures around it, or is on a scale that is named: another text may leave that out. */
function isLent({ dimension }: NumericQuantity): boolean {
  return SHARED.has(dimension);
}

/** An `m` right behind its digits. */
const MILLIONS = /\dm$/;

function inMillions(quantity: NumericQuantity): NumericQuantity {
  const { value, low, high, grain } = quantity;
  const scaled = { value: value && value * 1e6, low: low * 1e6, high: high * 1e6, grain: grain * 1e6 };
  return { ...quantity, ...scaled, dimension: 'count', unit: null };
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
