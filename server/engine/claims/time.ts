/** When a claim's event happened: the nearest date, year, `ten years ago` or weekday of its clause, resolved against the text's own date. */
import { calendarDate, dayNumber, dayRange, lastWeekday, resolveYear, yearsAsDate } from '../compare/calendar.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, DateQuantity, Figure, Passage, Prose } from '../model.ts';

/** How far (see `distances`) from its figure a time may be told where its sentence tells several. Beyond, it is another clause's. */
const REACH = 16;

/**
 * The time that stands nearest to a figure in its sentence; null where none does, or where the figure is itself a date. `happened` says
 * that the figure counts an event.
 */
export function timeOf(
  passage: Passage,
  figure: Figure,
  figures: readonly Figure[],
  distance: readonly number[],
  prose: Prose,
  lexicon: Lexicon,
  happened: boolean,
): DateQuantity | null {
  if (figure.quantity.dimension === 'date' || figure.quantity.dimension === 'year') return null;
  let nearest: DateQuantity | null = null;
  let least = Number.POSITIVE_INFINITY;
  let times = 0;
  for (const other of figures) {
    const time = other === figure ? null : asTime(other, prose.date);
    if (!time) continue;
    times++;
    const at = Math.min(distance[other.tokens.start]!, distance[other.tokens.end - 1]!);
    if (at >= least) continue;
    nearest = time;
    least = at;
  }
  // The one time of a sentence dates all that happens in it.
  if (least >= REACH && !(happened && times === 1)) nearest = null;
  least = Math.min(least, REACH);
  passage.tokens.forEach((token, at) => {
    const weekday = lexicon.claims.weekdays.get(token.lower);
    if (weekday === undefined || distance[at]! >= least) return;
    const day = weekdayDate(weekday, prose.date);
    if (day) {
      nearest = day;
      least = distance[at]!;
    }
  });
  return nearest;
}

const YEARS: Readonly<Record<string, number>> = { year: 1, decade: 10, century: 100 };

/** A date, year or `N years ago` as a time, its year resolved; null for any other figure. */
export function asTime(figure: Figure, asOf: CalendarDate | null): DateQuantity | null {
  const { quantity } = figure;
  if (quantity.dimension === 'date') return resolveYear(quantity, asOf);
  if (quantity.dimension === 'year') return yearsAsDate(quantity.low, quantity.high);
  // `N years ago` is a year either way (the design's section 3).
  const years = quantity.dimension === 'duration' ? YEARS[quantity.unit ?? ''] : undefined;
  if (figure.marker === 'ago' && years && asOf?.year != null) {
    return yearsAsDate(Math.floor(asOf.year - quantity.high * years) - 1, Math.ceil(asOf.year - quantity.low * years) + 1);
  }
  return null;
}

/** The last year or date that figures state: an undated text was written no earlier. Null where none does. */
export function latestDate(figures: readonly Figure[]): CalendarDate | null {
  let latest: CalendarDate | null = null;
  let last = Number.NEGATIVE_INFINITY;
  for (const figure of figures) {
    const time = figure.marker === 'ago' ? null : asTime(figure, null);
    const range = time && dayRange(time.from, time.to);
    if (!time || !range || range[1] <= last) continue;
    last = range[1];
    latest = time.to;
  }
  return latest;
}

function weekdayDate(weekday: number, asOf: CalendarDate | null): DateQuantity | null {
  if (asOf?.year == null || asOf.month === null || asOf.day === null) return null;
  const date = calendarDate(lastWeekday(dayNumber(asOf.year, asOf.month, asOf.day), weekday));
  return { dimension: 'date', from: date, to: date, hedge: null, grain: 'day' };
}
