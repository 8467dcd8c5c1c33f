/** Weekdays beside dates: whether the one is the other's. */
import { calendarDate, dayNumber, weekdayOf } from '../compare/calendar.ts';
import type { Inconsistency } from './inconsistency.ts';
import type { FigureSentence } from './sentence.ts';

/** Until this year some countries still counted by the Julian calendar (Greece changed last, in 1923). */
const JULIAN_UNTIL = 1930;

/** `Tuesday, January 5, 2022`, `Tuesday 5 January 2022`, `5 January 2022, a Tuesday`. */
export function weekdaySlips(sentence: FigureSentence): Inconsistency[] {
  const found: Inconsistency[] = [];
  for (const claim of sentence.claims) {
    const { quantity, tokens } = claim.figure;
    if (quantity.dimension !== 'date' || quantity.grain !== 'day' || quantity.hedge !== null) continue;
    const { year, month, day } = quantity.from;
    const isDay = year !== null && month !== null && day !== null && quantity.to.day === day && quantity.to.month === month;
    if (!isDay || quantity.to.year !== year) continue;
    const at = weekdayBefore(tokens.start, sentence) ?? weekdayAfter(tokens.end, sentence);
    const said = at === null ? undefined : sentence.words.weekdays.get(sentence.at(at));
    const days = dayNumber(year, month, day);
    const actual = weekdayOf(days);
    // A day that the month does not have is another mistake.
    if (at === null || said === undefined || said === actual || calendarDate(days).month !== month) continue;
    if (year < JULIAN_UNTIL && said === weekdayOf(days + julianLag(year))) continue;
    found.push({
      marked: claim,
      beside: [],
      slip: { kind: 'weekday', date: sentence.quoted(claim), weekday: actual, ahead: claim.expected, said: at },
    });
  }
  return found;
}

/** How many days the Julian calendar is behind, before March of a century's year give or take one. */
function julianLag(year: number): number {
  const century = Math.floor(year / 100);
  return century - Math.floor(century / 4) - 2;
}

/** The position of the weekday before a date; null where none is. */
function weekdayBefore(start: number, sentence: FigureSentence): number | null {
  let at = start - 1;
  if (sentence.at(at) === 'the') at--;
  if (sentence.at(at) === ',') at--;
  if (sentence.at(at) === '.') at--;
  return sentence.words.weekdays.has(sentence.at(at)) ? at : null;
}

function weekdayAfter(end: number, sentence: FigureSentence): number | null {
  const isOpen = sentence.at(end) === ',' || sentence.at(end) === '(';
  const at = sentence.at(end + 1) === 'a' ? end + 2 : end + 1;
  const closes = [')', ',', '.', ''].includes(sentence.at(at + 1));
  const isTold = isOpen && closes && (sentence.at(end) === '(' || at === end + 2);
  return isTold && sentence.words.weekdays.has(sentence.at(at)) ? at : null;
}
