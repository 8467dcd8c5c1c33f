/** When a claim's event happened: the nearest date, year, `ten years ago` or weekday of its clause, resolved against the text's own date. */
import { calendarDate, dayNumber, lastWeekday, resolveYear, yearsAsDate } from '../compare/calendar.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, DateQuantity, Figure, Passage, Prose } from '../model.ts';

/** How far (see `distances`) from its figure a time may be told. Beyond, it is another clause's. */
const REACH = 16;

/** The time that stands nearest to a figure in its sentence; null where none does, or where the figure is itself a date. */
export function timeOf(
  passage: Passage,
  figure: Figure,
  figures: readonly Figure[],
  distance: readonly number[],
  prose: Prose,
  lexicon: Lexicon,
): DateQuantity | null {
  if (figure.quantity.dimension === 'date' || figure.quantity.dimension === 'year') return null;
  let nearest: DateQuantity | null = null;
  let least = REACH;
  for (const other of figures) {
    if (other === figure) continue;
    const at = Math.min(distance[other.tokens.start]!, distance[other.tokens.end - 1]!);
    if (at >= least) continue;
    const time = asTime(other, prose.date);
    if (time) {
      nearest = time;
      least = at;
    }
  }
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

/** A date, year or `N years ago` as a time, its year resolved; null for any other figure. */
export function asTime(figure: Figure, asOf: CalendarDate | null): DateQuantity | null {
  const { quantity } = figure;
  if (quantity.dimension === 'date') return resolveYear(quantity, asOf);
  if (quantity.dimension === 'year') return yearsAsDate(quantity.low, quantity.high);
  // `N years ago` is a year either way (the design's section 3).
  if (figure.marker === 'ago' && quantity.dimension === 'duration' && quantity.unit === 'year' && asOf?.year != null) {
    return yearsAsDate(Math.floor(asOf.year - quantity.high) - 1, Math.ceil(asOf.year - quantity.low) + 1);
  }
  return null;
}

function weekdayDate(weekday: number, asOf: CalendarDate | null): DateQuantity | null {
  if (asOf?.year == null || asOf.month === null || asOf.day === null) return null;
  const date = calendarDate(lastWeekday(dayNumber(asOf.year, asOf.month, asOf.day), weekday));
  return { dimension: 'date', from: date, to: date, hedge: null, grain: 'day' };
}
