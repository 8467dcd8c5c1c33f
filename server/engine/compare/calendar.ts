/** Calendar arithmetic on dates that may not state everything: what range of days a date asserts, and whether two can be the same. */
import type { CalendarDate, DateQuantity } from '../model.ts';

/** Days since 1970-01-01 of a Gregorian date (Hinnant 2013, days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The Gregorian date of a day number. */
export function calendarDate(days: number): { year: number; month: number; day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** 0 (Sunday) to 6 of a day number: 1970-01-01 was a Thursday. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

/** The last such weekday on or before a day: how a report's `on Thursday` is meant. */
export function lastWeekday(asOf: number, weekday: number): number {
  return asOf - ((weekdayOf(asOf) - weekday + 7) % 7);
}

/** The day numbers, both included, that a pair of dates covers; null where no year is stated. */
export function dayRange(from: CalendarDate, to: CalendarDate): readonly [number, number] | null {
  if (from.year === null || to.year === null) return null;
  const low = dayNumber(from.year, from.month ?? 1, from.day ?? 1);
  const high =
    to.month === null ? dayNumber(to.year, 12, 31) : to.day === null ? endOfMonth(to.year, to.month) : dayNumber(to.year, to.month, to.day);
  return [low, high];
}

function endOfMonth(year: number, month: number): number {
  return month === 12 ? dayNumber(year, 12, 31) : dayNumber(year, month + 1, 1) - 1;
}

/** A whole year, or stretch of years, as a date. */
export function yearsAsDate(from: number, to: number): DateQuantity {
  const year = (value: number): CalendarDate => ({ year: value, month: null, day: null });
  return { dimension: 'date', from: year(from), to: year(to), hedge: null, grain: 'month' };
}

/** How many days ahead of its own text a date without a year may lie before it is taken for the year before. */
const AHEAD = 62;

/** Gives a date without a year the year nearest to the day its text speaks from, past rather than future; as it is where that is unknown. */
export function resolveYear(date: DateQuantity, asOf: CalendarDate | null): DateQuantity {
  if (date.from.year !== null || date.to.year !== null || asOf?.year == null) return date;
  let year = asOf.year;
  if (asOf.month !== null && date.from.month !== null) {
    const said = dayNumber(year, date.from.month, date.from.day ?? 1);
    const now = dayNumber(year, asOf.month, asOf.day ?? 28);
    if (said > now + AHEAD) year--;
  }
  return { ...date, from: { ...date.from, year }, to: { ...date.to, year } };
}

/**
 * How two dates stand to each other, comparing only what both state: `same` where neither says anything that the other does not allow
 * and both are equally exact, `overlap` where one contains or meets the other, `apart` where they exclude each other, null where they
 * have nothing in common to compare (a year beside a day of an unknown year).
 */
export function compareDates(a: DateQuantity, b: DateQuantity): 'same' | 'overlap' | 'apart' | null {
  const left = dayRange(a.from, a.to);
  const right = dayRange(b.from, b.to);
  if (left && right) {
    if (left[0] === right[0] && left[1] === right[1]) return 'same';
    return left[0] <= right[1] && right[0] <= left[1] ? 'overlap' : 'apart';
  }
  if (a.from.month === null || b.from.month === null) return null;
  // One has no year: compare both within one year, a leap one so that 29 February stands.
  const one = yearless(a);
  const other = yearless(b);
  if (one[0] === other[0] && one[1] === other[1]) return 'same';
  return one[0] <= other[1] && other[0] <= one[1] ? 'overlap' : 'apart';
}

function yearless(date: DateQuantity): readonly [number, number] {
  const at = (value: CalendarDate): CalendarDate => ({ ...value, year: 2000 });
  return dayRange(at(date.from), at(date.to))!;
}
