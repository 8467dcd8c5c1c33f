/** Puts quantities about one thing on one axis: the intervals they assert, in one unit, and where an interval has no sharp end. */
import type { CalendarDate, DateQuantity, NumericQuantity, Quantity } from '../model.ts';
import { dayNumber, dayRange, yearsAsDate } from './calendar.ts';
import { inCommonUnit, isShare } from './units.ts';

/** What a quantity asserts, on an axis. */
export interface Interval {
  /** Both in the unit of the axis; of dates, days since 1970-01-01, both included. */
  readonly low: number;
  readonly high: number;
  /** The end beyond which the words leave room (`over 160` has no sharp high end); null where both are meant. */
  readonly open: 'low' | 'high' | null;
}

export interface Axis {
  readonly kind: 'number' | 'year' | 'date';
  /** An ISO 4217 code, `%`, or a unit's singular; null for bare numbers, years and dates. */
  readonly unit: string | null;
  /** One for each of the alternatives given: the interval of the first that fits the axis, null where none does. */
  readonly intervals: readonly (Interval | null)[];
}

/**
 * An axis in the unit of the first quantity, and where the others lie on it.
 * @param readings of each quantity what it may be, best first
 */
export function onOneAxis(readings: readonly (readonly Quantity[])[]): Axis {
  const reference = readings[0]?.[0];
  if (!reference) return { kind: 'number', unit: null, intervals: readings.map(() => null) };
  const all = readings.flat();
  if (reference.dimension === 'date' || (isTime(reference) && all.some(({ dimension }) => dimension === 'date'))) {
    const year = all.map(yearOf).find((each) => each !== null) ?? LEAP_YEAR;
    return { kind: 'date', unit: null, intervals: readings.map((each) => first(each, (quantity) => ofDate(quantity, year))) };
  }
  // A quarter and 25 percent are read best as percentages.
  const unit = reference.dimension === 'share' ? '%' : reference.unit;
  const base: NumericQuantity = { ...reference, unit, value: 0, low: 0, high: 1 };
  return {
    kind: reference.dimension === 'year' ? 'year' : 'number',
    unit: isShare(reference) || NAMED.has(reference.dimension) ? unit : null,
    intervals: readings.map((each) => first(each, (quantity) => ofNumber(quantity, base))),
  };
}

/** Dimensions whose unit is more than the noun that is counted. */
const NAMED: ReadonlySet<string> = new Set(['money', 'points', 'duration', 'measure']);

/** Dates of which nobody states the year are drawn in one that has all days. */
const LEAP_YEAR = 2000;

function first<T>(readings: readonly Quantity[], place: (quantity: Quantity) => T | null): T | null {
  for (const quantity of readings) {
    const placed = place(quantity);
    if (placed !== null) return placed;
  }
  return null;
}

function ofNumber(quantity: Quantity, base: NumericQuantity): Interval | null {
  if (quantity.dimension === 'date') return null;
  const common = inCommonUnit(base, quantity);
  if (!common) return null;
  // The base asserts 0 to 1, so what became of it tells the way back from the common unit.
  const [{ low: offset, high: end }, { low, high }] = common;
  const back = (value: number) => (value - offset) / (end - offset);
  return { low: back(low), high: back(high), open: openEnd(quantity) };
}

function isTime({ dimension }: Quantity): boolean {
  return dimension === 'year' || dimension === 'date';
}

function ofDate(quantity: Quantity, year: number): Interval | null {
  if (!isTime(quantity)) return null;
  const date = quantity.dimension === 'date' ? quantity : yearsAsDate(quantity.low, quantity.high);
  const range = dayRange(inYear(date.from, year), inYear(date.to, year));
  return range && { low: Math.min(...range), high: Math.max(...range), open: openEnd(quantity) };
}

function yearOf(quantity: Quantity): number | null {
  return quantity.dimension === 'date' ? quantity.from.year : null;
}

function inYear(date: CalendarDate, year: number): CalendarDate {
  return { ...date, year: date.year ?? year };
}

/** The practical ends of the design's table of intervals. */
function openEnd({ hedge }: NumericQuantity | DateQuantity): Interval['open'] {
  if (hedge === 'more-than') return 'high';
  return hedge === 'less-than' || hedge === 'up-to' ? 'low' : null;
}

/** The days, since 1970-01-01 and both included, that a report may be of; null where not even its year is known. */
export function reportDays(date: CalendarDate | null): readonly [number, number] | null {
  if (date?.year == null) return null;
  const month = date.month ?? 1;
  if (date.month !== null && date.day !== null) {
    const day = dayNumber(date.year, month, date.day);
    return [day, day];
  }
  return dayRange(date, date);
}
