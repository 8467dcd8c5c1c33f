/** Quantities about one thing on one axis: in one unit, as the intervals that they assert. */
import { describe, expect, test } from 'vitest';
import { onOneAxis, reportDays } from '../../../server/engine/compare/axis.ts';
import { dayNumber } from '../../../server/engine/compare/calendar.ts';
import { analysed } from '../check.ts';

/** The quantity of the first figure of a sentence, with what else it may be. */
function readings(text: string) {
  const { figure, readings } = analysed(text).claims[0]!;
  return [figure.quantity, ...readings];
}

const axis = (...texts: string[]) => onOneAxis(texts.map(readings));

describe('numbers', () => {
  test('lie on the axis as what they assert, with the end that their words leave open', () => {
    const { kind, unit, intervals } = axis(
      'Police killed 26 protesters.',
      'Police killed dozens of protesters.',
      'Police killed more than 160 protesters.',
      'Police killed almost 100 protesters.',
      'Police killed up to 40 protesters.',
    );
    expect([kind, unit]).toEqual(['number', null]);
    expect(intervals).toEqual([
      { low: 26, high: 26, open: null },
      { low: 24, high: 99, open: null },
      { low: 160, high: 200, open: 'high' },
      { low: 90, high: 100, open: 'low' },
      { low: 30, high: 40, open: 'low' },
    ]);
  });

  test('are in the unit of the first', () => {
    const { unit, intervals } = axis('The river is 10 miles long.', 'The river is 16 km long.');
    expect(unit).toBe('mile');
    expect(intervals[0]!.low).toBeCloseTo(10);
    expect(intervals[1]!.low).toBeCloseTo(9.94, 2);
  });

  test('that are shares are percentages, whichever way they are written', () => {
    const { unit, intervals } = axis('A quarter of the population died.', 'In all 24 percent of the population died.');
    expect(unit).toBe('%');
    expect(intervals.map((each) => each!.low)).toEqual([25, 24]);
  });

  test('in another currency have no place', () => {
    expect(axis('It cost $30.', 'It cost €30.').intervals[1]).toBeNull();
  });
});

test('dates and years lie on one axis of days', () => {
  const { kind, intervals } = axis('It began on 16 December 2011.', 'It began in 2011.');
  expect(kind).toBe('date');
  const day = dayNumber(2011, 12, 16);
  expect(intervals).toEqual([
    { low: day, high: day, open: null },
    { low: dayNumber(2011, 1, 1), high: dayNumber(2011, 12, 31), open: null },
  ]);
});

test('a report of which only the month is known may be of any of its days', () => {
  expect(reportDays({ year: 2022, month: 1, day: null })).toEqual([dayNumber(2022, 1, 1), dayNumber(2022, 1, 31)]);
  expect(reportDays({ year: 2022, month: 1, day: 7 })).toEqual([dayNumber(2022, 1, 7), dayNumber(2022, 1, 7)]);
  expect(reportDays({ year: null, month: 1, day: 7 })).toBeNull();
  expect(reportDays(null)).toBeNull();
});
