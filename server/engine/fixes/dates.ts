/** Writes a date in the order and style in which the draft has another. */
import type { NumberWords } from '../lexicon/numbers.ts';
import type { CalendarDate, DateQuantity } from '../model.ts';
import { ordinalSuffix, wordOf } from './words.ts';

/** The months that newsrooms never abbreviate with a full stop: March to July (The Associated Press Stylebook). */
const NEVER_DOTTED = { first: 3, last: 7 } as const;

/**
 * A draft's date with what `to` states put in its place: what the draft leaves out stays out, and a year that the source leaves open
 * stays. Both orders of day and month are tried where the text does not tell which it is. Empty where the draft states more than that.
 */
export function datesLike(text: string, from: DateQuantity, to: DateQuantity, words: NumberWords): string[] {
  if (!isOne(from) || !isOne(to)) return [];
  const orders = from.from.day !== null && from.from.day === from.from.month ? [true, false] : [true];
  const found = orders.map((dayFirst) => rewritten(text, from.from, to.from, dayFirst, words));
  return found.filter((each) => each !== null);
}

function isOne({ from, to }: DateQuantity): boolean {
  return from.year === to.year && from.month === to.month && from.day === to.day;
}

/** Words, numbers, and the full stop behind an abbreviation. */
const PIECES = /\p{L}+\.?|\d+/gu;

function rewritten(text: string, from: CalendarDate, to: CalendarDate, dayFirst: boolean, words: NumberWords): string | null {
  let result = '';
  let end = 0;
  let day = from.day;
  let month = from.month;
  const isIso = /^\d{4}-/.test(text);
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    result += text.slice(end, index);
    end = index + piece.length;
    const number = /^\d/.test(piece) ? Number(piece) : null;
    const named = number === null ? words.months.get(piece.replace('.', '').toLowerCase()) : undefined;
    if (named !== undefined && named === month) {
      if (to.month === null) return null;
      result += monthLike(piece, to.month, text.slice(end), words);
      month = null;
    } else if (number !== null && piece.length === 4 && number === from.year) result += to.year ?? piece;
    else if (number !== null && number === day && !((isIso || !dayFirst) && number === month)) {
      if (to.day === null) return null;
      result += String(to.day).padStart(piece.startsWith('0') || to.day > 9 ? piece.length : 1, '0');
      day = null;
    } else if (number !== null && number === month) {
      if (to.month === null) return null;
      result += String(to.month).padStart(piece.length, '0');
      month = null;
    } else if (to.day !== null && words.ordinalSuffixes.has(piece.toLowerCase())) result += ordinalSuffix(to.day);
    else result += piece;
  }
  return result + text.slice(end);
}

/** A month in the form of another: whole, or cut (`Jan`), with a full stop (`Jan.`) where that is usual. */
function monthLike(written: string, month: number, after: string, words: NumberWords): string {
  const isDotted = written.endsWith('.') && after !== '';
  const letters = written.replace('.', '');
  const whole = wordOf(words.months, month) ?? '';
  const isCut = letters.length < 5 && wordOf(words.months, words.months.get(letters.toLowerCase()) ?? 0) !== letters.toLowerCase();
  let name = whole;
  if (isCut && !(isDotted && month >= NEVER_DOTTED.first && month <= NEVER_DOTTED.last))
    name = isDotted && month === 9 ? 'sept' : whole.slice(0, 3);
  const shown = letters === letters.toUpperCase() ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1);
  return isDotted && name === whole ? shown : `${shown}${written.endsWith('.') ? '.' : ''}`;
}
