/** Dates as articles carry them: `6 January 2022`, `Publication date: Friday 7 January 2022`, `January 2022`, `2022-01-06`. */
import type { CalendarDate } from '../engine/model.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** What may follow a date on its line: the time of day, how long the text is to read. */
const AFTER = new Set([
  'at',
  'am',
  'pm',
  'a.m',
  'p.m',
  'gmt',
  'utc',
  'est',
  'edt',
  'cet',
  'bst',
  'pst',
  'pdt',
  'h',
  'hrs',
  'min',
  'read',
  'minutes',
  'local',
  'time',
]);

/** A date line: its date, and whether its label says that the text was only changed on it. */
export interface DateLine {
  readonly date: CalendarDate;
  readonly updated: boolean;
  readonly labelled: boolean;
}

const LABELS: readonly (readonly [string, boolean])[] = [
  ['publication date', false],
  ['date of publication', false],
  ['originally published on', false],
  ['originally published', false],
  ['first published on', false],
  ['first published', false],
  ['published on', false],
  ['published at', false],
  ['published', false],
  ['posted on', false],
  ['posted', false],
  ['issued', false],
  ['date', false],
  ['last modified on', true],
  ['last modified', true],
  ['last updated on', true],
  ['last updated', true],
  ['updated on', true],
  ['updated', true],
];

/** Reads a line, or a part of one, that holds a date and nothing else; null for any other. */
export function readDateLine(line: string): DateLine | null {
  if (line.length > 80) return null;
  const lower = line.toLowerCase();
  const label = LABELS.find(([words]) => lower.startsWith(words) && !/[a-z]/.test(lower.charAt(words.length)));
  let rest = label ? lower.slice(label[0].length).trim() : lower;
  if (rest.startsWith(':')) rest = rest.slice(1);
  const date = readDate(rest);
  return date && { date, updated: label?.[1] ?? false, labelled: label !== undefined };
}

/** Reads a text that is a date: a day, a month or a year of the Gregorian calendar, or an ISO date with a time. Null for any other. */
export function readDate(text: string): CalendarDate | null {
  const words = text
    .toLowerCase()
    .split(/[\s,|()]+/)
    .filter(Boolean);
  if (words.length === 0 || words.length > 12) return null;
  const iso = isoDate(words[0]!);
  if (iso) return words.slice(1).every(isAfter) ? iso : null;
  // A time of day may stand first: `10:30 AM GMT, Friday 7 January 2022`.
  while (words.length > 0 && isTime(words[0]!)) words.shift();
  if (words.length > 0 && isWeekday(words[0]!)) words.shift();
  let day: number | null = null;
  let month: number | null = null;
  let year: number | null = null;
  let at = 0;
  for (; at < words.length && year === null; at++) {
    const word = words[at]!;
    const named = monthOf(word);
    const dayNumber = dayOf(word);
    if (named !== null && month === null) month = named;
    else if (/^(?:1[6-9]|2[01])\d\d$/.test(word) && month !== null) year = Number(word);
    else if (dayNumber !== null && day === null) day = dayNumber;
    else if (word !== 'of' && word !== 'the') return null;
  }
  if (year === null || month === null || !words.slice(at).every(isAfter)) return null;
  return valid({ year, month, day });
}

function isoDate(word: string): CalendarDate | null {
  const match = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:t[\d:.+z-]*)?$/.exec(word);
  return match && valid({ year: Number(match[1]), month: Number(match[2]), day: match[3] === undefined ? null : Number(match[3]) });
}

function valid(date: CalendarDate & { year: number; month: number }): CalendarDate | null {
  if (date.month < 1 || date.month > 12) return null;
  const days = [31, leap(date.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][date.month - 1]!;
  return date.day === null || (date.day >= 1 && date.day <= days) ? date : null;
}

function leap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function isWeekday(word: string): boolean {
  const plain = word.replace('.', '');
  return plain.length >= 3 && WEEKDAYS.some((name) => name === plain || (plain.length <= 5 && name.startsWith(plain)));
}

function monthOf(word: string): number | null {
  const plain = word.endsWith('.') ? word.slice(0, -1) : word;
  if (plain.length < 3) return null;
  const index = MONTHS.findIndex((name) => name === plain || (plain.length <= 4 && name.startsWith(plain)));
  return index < 0 ? null : index + 1;
}

function dayOf(word: string): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?\.?$/.exec(word);
  return match && Number(match[1]) >= 1 && Number(match[1]) <= 31 ? Number(match[1]) : null;
}

function isTime(word: string): boolean {
  return AFTER.has(word.replaceAll('.', '')) || /^\d{1,2}[:.]\d{2}(?:am|pm)?$/.test(word);
}

function isAfter(word: string): boolean {
  const plain = word.endsWith('.') ? word.slice(0, -1) : word;
  return AFTER.has(plain) || /^[-/\u2013\u2014\u00b7\u2022]$/.test(plain) || /^\d{1,2}(?:[:.]\d{2}){0,2}(?:am|pm|z|h)?$/.test(plain);
}
