/** The two axes of a picture: where a value and a day are drawn, and what stands beside them. */
import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import type { View, ViewInterval } from './view.ts';

const DAY = 86_400_000;

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface Axis {
  /** The pixel of a value or a day. */
  place(value: number): number;
  readonly ticks: readonly Tick[];
}

export interface ValueAxis extends Axis {
  readonly isLogarithmic: boolean;
}

/** From this ratio of the highest to the lowest on, only a logarithmic axis tells the low ones apart. */
const WIDE = 100;
/** Where the lowest is less than this part of the highest, the axis begins at zero. */
const NEAR = 0.6;

/**
 * The vertical axis.
 * @param range the pixels of its low and its high end
 */
export function valueAxis(
  intervals: readonly ViewInterval[],
  kind: View['kind'],
  language: string,
  range: readonly [number, number],
): ValueAxis {
  const low = Math.min(...intervals.map((each) => each.low));
  const high = Math.max(...intervals.map((each) => each.high));
  if (kind === 'date') return { ...dayAxis([low, high], language, range, 5), isLogarithmic: false };
  const isLogarithmic = kind === 'number' && low > 0 && high / low >= WIDE;
  const scale = isLogarithmic ? scaleLog() : scaleLinear();
  const fromZero = kind === 'number' && low >= 0 && low < NEAR * high;
  const room = low !== high ? (high - low) * 0.1 : kind === 'year' ? 3 : Math.abs(low) * 0.2 || 1;
  scale.domain(isLogarithmic ? [low / 1.2, high * 1.2] : [fromZero ? 0 : low - room, high + room]).range(range);
  if (!isLogarithmic) scale.nice(5);
  const whole = intervals.every((each) => Number.isInteger(each.low) && Number.isInteger(each.high));
  const number = new Intl.NumberFormat(language, {
    useGrouping: kind !== 'year',
    maximumSignificantDigits: 6,
    ...(high >= 1_000_000 && { notation: 'compact' as const }),
  });
  const decades = isLogarithmic ? Math.log10(high / low) : 0;
  const ticks = scale
    .ticks(5)
    .filter((value) => !whole || Number.isInteger(value))
    .filter((value) => !isLogarithmic || leads(value, decades > 3 ? [1] : [1, 2, 5]));
  return {
    place: (value) => scale(value),
    isLogarithmic,
    ticks: ticks.map((value) => ({ at: scale(value), label: number.format(value) })),
  };
}

/** Whether a number's first digit is one of some. */
function leads(value: number, digits: readonly number[]): boolean {
  return digits.includes(Math.round(value / 10 ** Math.floor(Math.log10(value) + 1e-9)));
}

/**
 * An axis of days.
 * @param days the first and the last
 * @param most how many ticks there is room for
 */
export function dayAxis([first, last]: readonly [number, number], language: string, range: readonly [number, number], most: number): Axis {
  const span = last - first;
  // Days that are all the same stand in the middle.
  const room = span === 0 ? 1 : 0;
  const scale = scaleUtc()
    .domain([(first - room) * DAY, (last + room) * DAY])
    .range(range);
  const options: Intl.DateTimeFormatOptions =
    span > 3 * 366 ? { year: 'numeric' } : span > 120 ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' };
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  // The first tells the year, which the others have too as long as it is the same.
  const withYear = new Intl.DateTimeFormat(language, { ...options, year: 'numeric', timeZone: 'UTC' });
  const labels = new Set<string>();
  const ticks = (span === 0 ? [new Date(first * DAY)] : scale.ticks(Math.max(2, Math.min(most, span))))
    .filter((date) => date.getTime() % DAY === 0)
    .map((date, at, all) => {
      const isNew = at === 0 || date.getUTCFullYear() !== all[at - 1]!.getUTCFullYear();
      return { at: scale(date), label: (isNew ? withYear : format).format(date) };
    })
    .filter(({ label }) => !labels.has(label) && labels.add(label));
  return { place: (day) => scale(day * DAY), ticks };
}
