/** When a claim's event happened: the nearest date, year, `ten years ago` or weekday of its clause, resolved against the text's own date. */
import { calendarDate, dayNumber, dayRange, lastWeekday, resolveYear, yearsAsDate } from '../compare/calendar.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, DateQuantity, Figure, Work } from '../model.ts';
import type { Sentence } from './sentence.ts';

/** How far (see `costOf`) from its figure a time may be told where its sentence tells several. Beyond, it is another clause's. */
const REACH = 16;

/** The times that a sentence's figures state, in order. */
export interface Times {
  readonly list: readonly { readonly figure: Figure; readonly time: DateQuantity }[];
  /** By the sentence's figures, and one more: how many of the figures before state a time. */
  readonly before: readonly number[];
}

/** The times of a sentence's figures, told from the day that its text speaks from. */
export function timesOf(figures: readonly Figure[], asOf: CalendarDate | null): Times {
  const list: { figure: Figure; time: DateQuantity }[] = [];
  const before = [0];
  const times = figures.map((figure) => asTime(figure, asOf));
  const isTold = times.some((time) => time !== null);
  for (const [at, figure] of figures.entries()) {
    const time = times[at] ?? (!isTold && isYearsAgo(figure) ? SOMETIME : null);
    if (time) list.push({ figure, time });
    before.push(list.length);
  }
  return { list, before };
}

/**
 * The time that stands nearest to a figure, the sentence's `index`-th; null where none does, or where the figure is itself a date.
 * `happened` says that the figure counts an event.
 */
export function timeOf(
  sentence: Sentence,
  figure: Figure,
  index: number,
  times: Times,
  asOf: CalendarDate | null,
  lexicon: Lexicon,
  happened: boolean,
): DateQuantity | null {
  if (figure.quantity.dimension === 'date' || figure.quantity.dimension === 'year') return null;
  let nearest: DateQuantity | null = null;
  let least = Number.POSITIVE_INFINITY;
  const [own, next] = [times.before[index]!, times.before[index + 1]!];
  for (const other of [times.list[own - 1], times.list[next]]) {
    if (!other) continue;
    const { start, end } = other.figure.tokens;
    const at = Math.min(sentence.distance(figure, start), sentence.distance(figure, end - 1));
    if (at >= least || (other.time.grain !== 'day' && isSince(sentence, figure, other.figure, lexicon))) continue;
    nearest = other.time;
    least = at;
  }
  // The one time of a sentence dates all that happens in it.
  const others = times.list.length - (next - own);
  if (least >= REACH && !(happened && others === 1)) nearest = null;
  least = Math.min(least, REACH);
  // `In March`, whose year is the last that had one.
  const [month] = sentence.around(figure, sentence.months);
  const away = month === undefined ? REACH : sentence.distance(figure, month);
  if (away < least) {
    nearest = resolveYear(monthAsDate(lexicon.numbers.months.get(sentence.tokens[month!]!.lower)!), asOf);
    least = away;
  }
  const [weekday] = sentence.around(figure, sentence.weekdays);
  if (weekday === undefined || sentence.distance(figure, weekday) >= least) return nearest;
  const day = weekdayDate(lexicon.claims.weekdays.get(sentence.tokens[weekday]!.lower)!, asOf);
  // What was on a Friday was in no year that is told farther off.
  return day ?? (nearest?.grain === 'day' ? nearest : null);
}

/** How many words before a year `since` may stand (`since its return to democracy in 1990`). */
const SINCE_REACH = 6;

/**
 * Whether a year only tells since when something is so (`the worst since 1990`): the rest is of another time. Where `since` opens what is
 * told, it is of that, and so is what is told of that year itself (`the worst since 1990, when 20 died`).
 */
function isSince({ tokens }: Sentence, figure: Figure, { tokens: { start, end } }: Figure, { claims }: Lexicon): boolean {
  const isBefore = figure.tokens.start < start;
  const next = tokens[end]?.text === ',' ? end + 1 : end;
  if (!isBefore && claims.functionWords.has(tokens[next]?.lower ?? '')) return false;
  const first = Math.max(isBefore ? figure.tokens.end : 1, start - SINCE_REACH);
  for (let at = start - 1; at >= first && tokens[at]!.kind === 'word'; at--) {
    if (claims.since.has(tokens[at]!.lower)) return isBefore || tokens[at - 1]!.kind === 'word';
  }
  return false;
}

function monthAsDate(month: number): DateQuantity {
  const date: CalendarDate = { year: null, month, day: null };
  return { dimension: 'date', from: date, to: date, hedge: null, grain: 'month' };
}

const YEARS: Readonly<Record<string, number>> = { year: 1, decade: 10, century: 100 };

/** When something was that an undated text tells of as years ago: nothing is the same time or another. */
const SOMETIME: DateQuantity = (() => {
  const never: CalendarDate = { year: null, month: null, day: null };
  return { dimension: 'date', from: never, to: never, hedge: null, grain: 'day' };
})();

function isYearsAgo({ marker, quantity }: Figure): boolean {
  return marker === 'ago' && quantity.dimension === 'duration' && YEARS[quantity.unit ?? ''] !== undefined;
}

/** A date, year or `N years ago` as a time, its year resolved; null for any other figure. */
export function asTime(figure: Pick<Figure, 'quantity' | 'marker'>, asOf: CalendarDate | null): DateQuantity | null {
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

/** The last day that some figures state, as such and as a day number. */
export interface LastDay {
  readonly to: CalendarDate;
  readonly last: number;
}

/** The last day that a date or year states; null where none is stated. */
function lastDayOf(figure: Figure): LastDay | null {
  const time = asTime(figure, null);
  const range = time && dayRange(time.from, time.to);
  return time && range ? { to: time.to, last: range[1] } : null;
}

/** The last day that the dates and years among some figures state; null where there are none. */
export function lastDayIn(figures: readonly Figure[]): LastDay | null {
  let latest: LastDay | null = null;
  for (const figure of figures) {
    const { dimension } = figure.quantity;
    const day = figure.marker === 'ago' || (dimension !== 'date' && dimension !== 'year') ? null : lastDayOf(figure);
    if (day && (latest === null || day.last > latest.last)) latest = day;
  }
  return latest;
}

/** The latest of some days: an undated text was written no earlier. Null where there are none. */
export function latestOf(days: readonly (LastDay | null)[]): CalendarDate | null {
  let latest: LastDay | null = null;
  for (const day of days) if (day && (latest === null || day.last > latest.last)) latest = day;
  return latest?.to ?? null;
}

/** So many passages' figures are looked at before a host may look at its clock. */
const STEP = 64;

/** The last year or date that a text's figures state. Null where none does. Yields after many passages. */
export function* latestDate(figures: readonly (readonly Figure[])[]): Work<CalendarDate | null> {
  const days: (LastDay | null)[] = [];
  for (let at = 0; at < figures.length; at++) {
    days.push(lastDayIn(figures[at]!));
    if (at % STEP === STEP - 1) yield;
  }
  return latestOf(days);
}

function weekdayDate(weekday: number, asOf: CalendarDate | null): DateQuantity | null {
  if (asOf?.year == null || asOf.month === null || asOf.day === null) return null;
  const date = calendarDate(lastWeekday(dayNumber(asOf.year, asOf.month, asOf.day), weekday));
  return { dimension: 'date', from: date, to: date, hedge: null, grain: 'day' };
}
