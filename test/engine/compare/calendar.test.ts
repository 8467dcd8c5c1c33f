/** Calendar arithmetic, against JavaScript's own dates. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, compareDates, dayNumber, lastWeekday, resolveYear, weekdayOf } from '../../../server/engine/compare/calendar.ts';
import type { DateQuantity } from '../../../server/engine/model.ts';
import { dateOf } from '../check.ts';

const DAY = 86_400_000;
const day = (iso: string): DateQuantity => ({ dimension: 'date', from: dateOf(iso)!, to: dateOf(iso)!, hedge: null, grain: 'day' });
const yearless = (month: number, dayOfMonth: number): DateQuantity => {
  const date = { year: null, month, day: dayOfMonth };
  return { dimension: 'date', from: date, to: date, hedge: null, grain: 'day' };
};

test('day numbers and dates are inverse, and agree with Date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
      const { year, month, day } = calendarDate(days);
      const date = new Date(days * DAY);
      expect([year, month, day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      expect(dayNumber(year, month, day)).toBe(days);
      expect(weekdayOf(days)).toBe(date.getUTCDay());
    }),
  );
});

test('the last Thursday of a Thursday is that day, of a Wednesday six days before', () => {
  const thursday = dayNumber(2022, 1, 6);
  expect(lastWeekday(thursday, 4)).toBe(thursday);
  expect(lastWeekday(thursday - 1, 4)).toBe(thursday - 7);
});

describe('comparing what both state', () => {
  test.each([
    [day('2022-01-06'), day('2022-01-06'), 'same'],
    [day('2022-01-06'), day('2022-01-08'), 'apart'],
    [day('2022-01'), day('2022-01-08'), 'overlap'],
    [day('2022'), day('2021-12-31'), 'apart'],
    [yearless(1, 6), day('2022-01-06'), 'same'],
    [yearless(1, 6), day('2022-01-08'), 'apart'],
    [yearless(1, 6), day('2022'), null],
  ])('%o beside %o: %s', (a, b, expected) => {
    expect(compareDates(a, b)).toBe(expected);
    expect(compareDates(b, a)).toBe(expected);
  });
});

test('a date without a year is the nearest one, past rather than future', () => {
  expect(resolveYear(yearless(1, 2), dateOf('2022-01-06')).from.year).toBe(2022);
  expect(resolveYear(yearless(12, 30), dateOf('2022-01-06')).from.year).toBe(2021);
  expect(resolveYear(yearless(1, 20), dateOf('2022-01-06')).from.year).toBe(2022);
  expect(resolveYear(yearless(1, 2), null).from.year).toBeNull();
});
