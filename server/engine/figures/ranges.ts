/** Joins two numbers to a range (`58-60`, `between X and Y`, `$1.30 to $1.40`), and tells the two ends of a change from one. */

import { readMention } from './core.ts';
import { times } from './digits.ts';
import { type Amount, isNumeric, type Mention } from './quantity.ts';
import type { Reader } from './reader.ts';

/** A mention, or two joined. */
export interface Range extends Mention {
  readonly kind: 'range' | 'vague' | null;
  /** Whether it is the first or the second of `from X to Y`. */
  readonly paired: boolean;
}

/** How far a word of change may stand before its `from`, in tokens. */
const CHANGE_REACH = 16;

/** Whether a word of change stands shortly before `at`. */
export function isChange(r: Reader, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - CHANGE_REACH; i--) {
    if (r.text(i) === ';') return false;
    if (r.in(r.words.changes, i)) return true;
  }
  return false;
}

/** The mention with the second number that makes a range of it, where there is one. */
export function joinRange(r: Reader, first: Mention, century: number): Range | null {
  const kind = isVague(first) ? 'vague' : null;
  const single: Range = { ...first, kind: stretched(first) ? 'range' : kind, paired: false };
  if (isScore(r, first)) return readScore(r, first) ?? single;
  const link = linkAfter(r, first);
  if (link === null) return readScore(r, first) ?? single;
  const between = r.in(r.words.links.between, first.start - 1);
  const from = r.in(r.words.links.from, first.start - 1);
  const word = !r.dash(link.at);
  const hyphened = r.text(first.end) === '-' && link.at === first.end + 1;
  if (r.in(r.words.links.and, link.at) && !between && !hyphened) return single;
  const second = readMention(r, link.next, century, false);
  if (!second) return readScore(r, first) ?? single;
  const time = !isNumeric(first.quantity) || first.quantity.dimension === 'year';
  if (from && word && (time || isChange(r, first.start - 1) || isFall(first, second)))
    return { ...single, quantity: withUnitOf(first, second, link.at), paired: true };
  if (word && isGain(r, first, second)) return single;
  const joined = join(first, second);
  if (!joined) return readScore(r, first) ?? single;
  return { ...joined, start: between ? first.start - 1 : first.start, kind: 'range', paired: false };
}

/** Whether a mention states no value: `dozens`, but no years and no odds. */
function isVague({ quantity }: Mention): boolean {
  return isNumeric(quantity) && quantity.value === null && quantity.dimension !== 'year' && quantity.dimension !== 'other';
}

function stretched({ quantity }: Mention): boolean {
  if (!isNumeric(quantity))
    return quantity.from.day !== quantity.to.day || (quantity.grain === 'month' && quantity.from.month !== quantity.to.month);
  // `highs in the 80s` are degrees from one to another; vague words have no grain.
  const decade = quantity.dimension === 'year' || quantity.dimension === 'age' || (quantity.value === null && quantity.grain > 0);
  return decade && quantity.dimension !== 'other' && quantity.low < quantity.high;
}

/** The word or dash that may join the mention to a second number; null where none stands there. */
function linkAfter(r: Reader, first: Mention): { at: number; next: number } | null {
  const { words } = r;
  if (r.dash(first.end)) {
    // `18-to-24`
    const to = r.in(words.links.to, first.end + 1);
    return to
      ? { at: first.end + 1, next: r.hyphen(first.end + 2) ? first.end + 3 : first.end + 2 }
      : { at: first.end, next: first.end + 1 };
  }
  // `18- to 24-year-olds`, `16- and 17-year-olds`
  if (r.text(first.end) === '-' && r.glued(first.end) && (r.in(words.links.to, first.end + 1) || r.in(words.links.and, first.end + 1)))
    return { at: first.end + 1, next: first.end + 2 };
  const at = first.next;
  if (r.in(words.links.and, at) || r.lower(at) === 'to') return { at, next: at + 1 };
  // `two or three men`, one more than the other
  const [a, b] = r.in(words.links.or, at) && at === first.start + 1 ? [wholeAt(r, first.start), wholeAt(r, at + 1)] : [0, 0];
  if (a > 0 && b === a + 1) return { at, next: at + 1 };
  return null;
}

function wholeAt(r: Reader, at: number): number {
  return r.number(at) ? r.plain(at) : (r.words.ones.get(r.lower(at)) ?? 0);
}

function join(first: Mention, second: Mention): Mention | null {
  const [a, b] = [first.quantity, second.quantity];
  const end = { end: second.end, next: second.next, hedge: second.hedge };
  if (!isNumeric(a) || !isNumeric(b)) {
    if (isNumeric(a) || isNumeric(b) || a.grain !== b.grain) return null;
    const year = a.from.year ?? b.from.year;
    return { ...first, ...end, quantity: { ...a, from: { ...a.from, year }, to: b.to } };
  }
  if (a.dimension === 'year' || b.dimension === 'year') {
    if (a.dimension !== 'year' || b.dimension !== 'year' || a.low >= b.low) return null;
    return { ...first, ...end, quantity: { ...a, value: null, high: b.high } };
  }
  if (a.value === null || b.value === null || a.dimension === 'ordinal') return null;
  const unit = sharedUnit(first, a, b);
  if (!unit) return null;
  // `5 to 6 million`, `20 to 30 cents`: the scale word and the unit stand for both.
  const own = isBare(a) ? times(a.value, second.factor) : a.value;
  const scaled = first.scale === 1 && second.scale > 1 ? times(own, second.scale) : own;
  const low = scaled < b.value ? scaled : own;
  if (low >= b.value) return null;
  const grain = Math.min(times(a.grain, a.value === 0 ? 1 : low / a.value), b.grain);
  return {
    ...first,
    ...end,
    scale: second.scale,
    quantity: { ...b, ...unit, value: null, low, high: b.value, grain, per: b.per ?? a.per },
  };
}

/** `rose from 9 to 11 euros`, `fell from 9 to 6 million`: the first of two takes the other's unit and scale word where it has none of its own. */
function withUnitOf(first: Mention, second: Mention, link: number): Mention['quantity'] {
  const [a, b] = [first.quantity, second.quantity];
  if (!isNumeric(a) || !isNumeric(b) || a.value === null || b.value === null || first.end !== link || !isBare(a) || first.scale > 1)
    return a;
  const alike = times(a.value, second.scale) <= MOST_CHANGE * b.value && times(a.value, second.scale) * MOST_CHANGE >= b.value;
  const scale = second.scale > 1 && alike ? second.scale : 1;
  if (isBare(b) && scale === 1) return a;
  const by = times(scale, second.factor);
  const value = times(a.value, by);
  return { ...a, dimension: b.dimension, unit: b.unit, per: b.per, value, low: value, high: value, grain: times(a.grain, by) };
}

/** Whether a second number is below the first: no range runs so, only a change does. */
function isFall(first: Mention, second: Mention): boolean {
  const [a, b] = [first.quantity, second.quantity];
  if (!isNumeric(a) || !isNumeric(b) || a.value === null || b.value === null || !sharedUnit(first, a, b)) return false;
  return a.value > b.value && second.scale === 1 && second.factor === 1;
}

/** A scale word stands for both ends where neither is then this many times the other. */
const MOST_CHANGE = 50;

/** A gain this many times smaller than what follows `to` is the change, and that the result: `gained $1.20 to $82.30`. */
const GAIN = 5;

/** Whether `X to Y` right behind a verb of change, or behind its `by`, is by how much and to what, and no range. */
function isGain(r: Reader, first: Mention, second: Mention): boolean {
  const [a, b] = [first.quantity, second.quantity];
  if (!isNumeric(a) || !isNumeric(b) || a.value === null || b.value === null || a.value <= 0 || b.value < GAIN * a.value) return false;
  if (a.dimension !== b.dimension || (isBare(a) && second.scale > 1)) return false;
  const isBy = r.lower(first.start - 1) === 'by' && isChange(r, first.start - 1);
  const verb = isBy || r.in(r.words.changes, first.start - 1) || r.in(r.words.moves, first.start - 1);
  return verb && (!isBare(a) || isBare(b));
}

type Unit = Pick<Amount, 'dimension' | 'unit'>;

/** The dimension and unit of a range: those of both, or of the one that has any. */
function sharedUnit(first: Mention, a: Amount, b: Amount): Unit | null {
  const of = ({ dimension, unit }: Amount): Unit => ({ dimension, unit });
  if ((a.dimension === b.dimension && a.unit === b.unit) || isBare(a)) return of(b);
  if (isBare(b) && (first.signed || a.dimension === 'age')) return of(a);
  if (a.dimension === 'money' && b.dimension === 'money' && (a.unit === '$' || b.unit === '$')) return of(a.unit === '$' ? b : a);
  return null;
}

function isBare({ dimension, unit }: Amount): boolean {
  return dimension === 'count' && unit === null;
}

/** Whether a dash behind the number makes a score of it: a word of sport or voting stands near, and nothing is counted. */
function isScore(r: Reader, first: Mention): boolean {
  if (!r.dash(first.end) || r.counted(first.end + 2)) return false;
  for (let i = first.start - 1; i >= 0 && i >= first.start - 6; i--) if (r.in(r.words.scoreWords, i)) return true;
  return r.in(r.words.scoreWords, first.end + 2);
}

/** `won 3-1`, `a 5-4 vote`: a score, beside words of sport or voting. */
function readScore(r: Reader, first: Mention): Range | null {
  const { quantity } = first;
  if (!isNumeric(quantity) || quantity.dimension !== 'count' || !r.dash(first.end) || first.end !== first.start + 1) return null;
  const [a, b] = [r.plain(first.start), r.plain(first.end + 1)];
  if (a < 0 || b < 0 || a > 999 || b > 999) return null;
  const end = first.end + 2;
  return {
    ...first,
    end,
    next: end,
    quantity: { ...quantity, dimension: 'other', value: null, low: Math.min(a, b), high: Math.max(a, b), unit: 'score' },
    kind: null,
    paired: false,
  };
}
