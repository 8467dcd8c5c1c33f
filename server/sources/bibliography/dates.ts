/** ISO dates as bibliographies write them. */
import type { CalendarDate } from '../../engine/model.ts';

/** A day, month or year in ISO 8601, or the first of a stretch (`2022-01-06/2022-01-08`); null for anything else. */
export function isoDay(text: string): CalendarDate | null {
  const [first = ''] = text.trim().split('/');
  const [whole, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T.*)?)?)?$/.exec(first) ?? [];
  return whole === undefined
    ? null
    : dayOf(Number(year), month === undefined ? null : Number(month), day === undefined ? null : Number(day));
}

/** A date of parts, as far as they can be one; null where not even the year can. */
export function dayOf(year: number, month: number | null, day: number | null): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (month === null || !(month >= 1 && month <= 12)) return { year, month: null, day: null };
  const days = month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return { year, month, day: day !== null && day >= 1 && day <= days ? day : null };
}
