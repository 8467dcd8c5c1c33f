/** Reads dates: days, months of a year, quarters, halves and seasons of a year. */
import type { CalendarDate, DateQuantity } from '../model.ts';
import { ordinalAt } from './ordinals.ts';
import { type Mention, mention } from './quantity.ts';
import type { Reader } from './reader.ts';

type Dated = Omit<DateQuantity, 'hedge'>;

/** The date that begins there; null where none does. */
export function readDate(r: Reader, at: number): Mention | null {
  return (
    readMonthFirst(r, at) ?? readDayFirst(r, at) ?? readNumeric(r, at) ?? readQuarter(r, at) ?? readSeason(r, at) ?? readDayAlone(r, at)
  );
}

function dated(start: number, end: number, from: CalendarDate, to: CalendarDate, grain: Dated['grain']): Mention {
  return mention(start, end, { dimension: 'date', from, to, grain });
}

const date = (year: number | null, month: number | null, day: number | null): CalendarDate => ({ year, month, day });

/** A month's number and the index after it, with the full stop of `Jan.`. */
function monthAt(r: Reader, at: number): { month: number; end: number } | null {
  const month = r.capital(at) ? r.words.months.get(r.lower(at)) : undefined;
  if (month === undefined) return null;
  const stop = r.text(at + 1) === '.' && r.glued(at + 1) && r.text(at).length < 5;
  return { month, end: stop ? at + 2 : at + 1 };
}

/** The year there, behind a comma or `of` if need be. */
function yearAt(r: Reader, at: number): { year: number | null; end: number } {
  const i = r.text(at) === ',' || r.in(r.words.links.of, at) ? at + 1 : at;
  const year = r.text(i).length === 4 ? r.plain(i) : -1;
  if (year < 1000 || year > 2999 || (i === at && year % 100 === 0 && r.counted(i + 1))) return { year: null, end: at };
  return { year, end: i + 1 };
}

/** A day of a month and the index after it, with the `th` of `27th`. */
function dayAt(r: Reader, at: number): { day: number; end: number } | null {
  const text = r.text(at);
  const day = text.length === 2 && text.startsWith('0') ? r.padded(at) : r.plain(at);
  if (day < 1 || day > 31) return null;
  if (r.glued(at + 1) && r.word(at + 1)) return r.in(r.words.ordinalSuffixes, at + 1) ? { day, end: at + 2 } : null;
  if (r.text(at + 1) === ':' && r.glued(at + 1)) return null;
  return { day, end: at + 1 };
}

/** `January 24, 2022`, `Jan. 6`, `January 3-4`, `January 2022`. */
function readMonthFirst(r: Reader, at: number): Mention | null {
  const month = monthAt(r, at);
  if (!month) return null;
  const first = dayAt(r, month.end);
  if (!first) {
    const months = readMonths(r, at, month);
    if (months) return months;
    const { year, end } = yearAt(r, month.end);
    return year === null ? null : dated(at, end, date(year, month.month, null), date(year, month.month, null), 'month');
  }
  // `In January 26 protesters were killed` names no day: a day would follow `on`.
  if (r.in(r.words.links.in, at - 1) && r.counted(first.end)) return null;
  // Nor does `by the end of January 12 people`.
  if (r.in(r.words.links.of, at - 1) && r.in(r.words.partsOfTime, at - 2) && r.counted(first.end)) return null;
  if (r.phrase(r.words.percent, first.end) || r.words.scales.has(r.lower(first.end))) return null;
  const last = lastDay(r, first);
  const { year, end } = yearAt(r, last.end);
  return dated(at, end, date(year, month.month, first.day), date(year, month.month, last.day), 'day');
}

/** `Jan-Mar 2021`, `January to March 2021`, `between May and July 2020`: months of one year. */
function readMonths(r: Reader, at: number, first: { month: number; end: number }): Mention | null {
  const { words } = r;
  const and = r.in(words.links.and, first.end) && r.in(words.links.between, at - 1);
  if (!r.dash(first.end) && !r.in(words.links.to, first.end) && !and) return null;
  const last = monthAt(r, first.end + 1);
  if (!last || last.month <= first.month) return null;
  const { year, end } = yearAt(r, last.end);
  return year === null ? null : dated(at, end, date(year, first.month, null), date(year, last.month, null), 'month');
}

/** The second day of `3-4`, `3 to 5` and `3 and 4`, where no noun follows that it could count. */
function lastDay(r: Reader, first: { day: number; end: number }): { day: number; end: number } {
  const dash = r.dash(first.end);
  if (!dash && !r.in(r.words.links.to, first.end) && !r.in(r.words.links.and, first.end)) return first;
  const last = dayAt(r, first.end + 1);
  if (!last || last.day <= first.day || monthAt(r, last.end)) return first;
  return dash || r.ends(last.end) ? last : first;
}

/** `6 January 2022`, `the 6th of January`, `3 to 4 January`. */
function readDayFirst(r: Reader, at: number): Mention | null {
  const first = dayAt(r, at);
  if (!first) return null;
  let last = first;
  const slash = r.text(first.end) === '/' && r.glued(first.end) && r.glued(first.end + 1);
  if (slash || r.dash(first.end) || r.in(r.words.links.to, first.end) || r.in(r.words.links.and, first.end)) {
    const second = dayAt(r, first.end + 1);
    if (!second || second.day <= first.day) return null;
    last = second;
  }
  const name = r.in(r.words.links.of, last.end) || r.hyphen(last.end) ? last.end + 1 : last.end;
  const month = monthAt(r, name);
  if (!month) return null;
  const { year, end } = yearAt(r, month.end);
  // Without a year behind it, a full stop may as well end the sentence.
  return dated(at, year === null ? name + 1 : end, date(year, month.month, first.day), date(year, month.month, last.day), 'day');
}

/** `2022-01-06`, `06.01.2022`, and `31/12/2022` where only one order of day and month is possible. */
function readNumeric(r: Reader, at: number): Mention | null {
  const dotted = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(r.text(at));
  if (dotted) return valid(at, at + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const mark = r.text(at + 1);
  if ((mark !== '-' && mark !== '/') || r.text(at + 3) !== mark || !r.number(at) || !r.number(at + 2) || !r.number(at + 4)) return null;
  for (let i = at + 1; i < at + 5; i++) if (!r.glued(i)) return null;
  const parts = [at, at + 2, at + 4].map((i) => (/^\d{1,4}$/.test(r.text(i)) ? Number(r.text(i)) : -1)) as [number, number, number];
  if (r.text(at).length === 4) return valid(at, at + 5, parts[0], parts[1], parts[2]);
  if (r.text(at + 4).length !== 4 || mark !== '/') return null;
  if (parts[0] > 12) return valid(at, at + 5, parts[2], parts[1], parts[0]);
  if (parts[1] > 12 || parts[0] === parts[1]) return valid(at, at + 5, parts[2], parts[0], parts[1]);
  return null;
}

function valid(start: number, end: number, year: number, month: number, day: number): Mention | null {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return dated(start, end, date(year, month, day), date(year, month, day), 'day');
}

/** `Q1 2021`, `the third quarter of 2020`, `fiscal 2022 second quarter`, `first half of 2021`. */
function readQuarter(r: Reader, at: number): Mention | null {
  const { words } = r;
  let year: number | null = null;
  let i = at;
  if (r.in(words.fiscal, i)) i++;
  const before = r.text(i).length === 4 ? r.plain(i) : -1;
  if (before >= 1900 && before <= 2100) {
    year = before;
    i++;
  } else i = at;
  // `Q2'23` holds one number, as `1'234` does.
  const letter = /^[qh]$/.test(r.lower(i)) && r.capital(i) && r.glued(i + 1);
  const short = letter ? /^([1-4])['’]([0-9]{2})$/.exec(r.text(i + 1)) : null;
  const code = short ? Number(short[1]) : letter ? r.plain(i + 1) : -1;
  const reversed = r.text(i + 1) === 'Q' && r.glued(i + 1) ? r.plain(i) : -1;
  const ordinal = code < 0 && reversed < 0 ? ordinalAt(r, i) : null;
  const noun = ordinal ? (r.hyphen(ordinal.end) ? ordinal.end + 1 : ordinal.end) : i;
  const half = ordinal ? r.in(words.half, noun) : r.lower(i) === 'h';
  if (ordinal && !half && !r.in(words.quarter, noun)) return null;
  const number = ordinal?.value ?? (code > 0 ? code : reversed);
  if (number < 1 || number > (half ? 2 : 4)) return null;
  let end = ordinal ? noun + 1 : i + 2;
  if (short) year ??= 2000 + Number(short[2]);
  if (year === null) ({ year, end } = periodYear(r, end));
  if (half && year === null) return null;
  const months = half ? 6 : 3;
  return dated(at, end, date(year, (number - 1) * months + 1, null), date(year, number * months, null), 'quarter');
}

/** The year of a quarter: `of 2020`, `of fiscal 2021`, `2020`, `'21`, or the `21` of `1Q21`. */
function periodYear(r: Reader, at: number): { year: number | null; end: number } {
  let i = r.in(r.words.links.of, at) || r.in(r.words.links.in, at) || r.text(at) === ',' ? at + 1 : at;
  for (let steps = 0; steps < 2 && (r.in(r.words.fiscal, i) || (steps === 1 && r.in(r.words.links.the, i))); steps++) i++;
  const value = r.text(i).length === 4 ? r.plain(i) : -1;
  if (value >= 1900 && value <= 2100) return { year: value, end: i + 1 };
  const short = r.text(i) === "'" && r.glued(i + 1) ? i + 1 : r.glued(i) ? i : -1;
  const two = short >= 0 && r.text(short).length === 2 ? r.plain(short) : -1;
  return two >= 0 ? { year: 2000 + two, end: short + 1 } : { year: null, end: at };
}

/** `spring 2021`, `the winter of 2020-21`. Months are those of the northern hemisphere. */
function readSeason(r: Reader, at: number): Mention | null {
  const month = r.words.seasons.get(r.lower(at));
  if (month === undefined) return null;
  const { year, end } = yearAt(r, at + 1);
  if (year === null || r.text(at + 1) === ',') return null;
  const over = month + 2 > 12;
  const split = r.dash(end) || (r.text(end) === '/' && r.glued(end + 1));
  const next = split && r.plain(end + 1) === (year + 1) % (r.text(end + 1).length === 2 ? 100 : 10_000);
  return dated(
    at,
    next ? end + 2 : end,
    date(year, month, null),
    date(over ? year + 1 : year, over ? month - 10 : month + 2, null),
    'season',
  );
}

/** `on the 27th`: a day whose month the text leaves open. */
function readDayAlone(r: Reader, at: number): Mention | null {
  if (!r.in(r.words.links.the, at - 1) || !r.in(r.words.links.on, at - 2)) return null;
  const day = dayAt(r, at);
  if (!day || day.end === at + 1 || !r.ends(day.end)) return null;
  return dated(at, day.end, date(null, null, day.day), date(null, null, day.day), 'day');
}
