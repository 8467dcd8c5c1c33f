/** Slips of the hand: figures that differ as a writer's mistakes do, by digits that changed places or are others, by a point or by a unit. */
import type { Quantity } from '../model.ts';

/** The digits that a figure states, its trailing zeros and its point aside, and where the point stands. */
interface Digits {
  readonly digits: string;
  readonly power: number;
}

/** What was found of quantities: each is held against a thousand others. */
const known = new WeakMap<Quantity, Digits | null>();

/** The digits of a figure; null where it states no value. */
export function digitsOf(quantity: Quantity): Digits | null {
  let digits = known.get(quantity);
  if (digits === undefined) {
    digits = readDigits(quantity);
    known.set(quantity, digits);
  }
  return digits;
}

function readDigits(quantity: Quantity): Digits | null {
  if (quantity.dimension === 'date' || quantity.value === null || quantity.value === 0) return null;
  const [mantissa, power] = Math.abs(quantity.value).toExponential(8).split('e');
  return { digits: mantissa!.replace('.', '').replace(/0+$/, ''), power: Number(power) };
}

/** Whether two figures have the same digits in another order (`69`, `96`; `840`, `804`, with a zero that one states behind all others). */
export function isTransposed(a: Quantity, b: Quantity): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (!left || !right || left.power !== right.power || left.digits === right.digits) return false;
  const length = Math.max(left.digits.length, right.digits.length);
  if (Math.min(left.digits.length, right.digits.length) < 2) return false;
  return sorted(left.digits.padEnd(length, '0')) === sorted(right.digits.padEnd(length, '0'));
}

/** Whether two figures of two digits or more differ in one digit (`1,284`, `1,294`). */
export function isMisread(a: Quantity, b: Quantity): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (!left || !right || left.power !== right.power || left.digits.length < 2 || left.digits.length !== right.digits.length) return false;
  return areOneApart(left.digits, right.digits);
}

/** Whether two rows of as many digits differ in one of them. */
function areOneApart(a: string, b: string): boolean {
  let other = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) other++;
  return other === 1;
}

/** A scale word for the next one takes a figure at least so many powers of ten away (lakh and crore; million and billion: three). */
const SCALE_WORDS = 2;

/** Whether two figures have the same digits and their point elsewhere (`2.2 million`, `22 million`), or another scale word (`5 lakh`, `5 crore`). */
export function isShifted(a: Quantity, b: Quantity): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (!left || !right || a.dimension === 'date' || left.digits !== right.digits) return false;
  const by = Math.abs(left.power - right.power);
  return by > 0 && (left.digits.length > 1 || by >= SCALE_WORDS);
}

/** Whether one of two figures has a digit more than the other, and else the same (`16`, `6`; `4 million`, `40 million`). */
export function isDropped(a: Quantity, b: Quantity): boolean {
  if (a.dimension === 'date' || b.dimension === 'date' || a.value === null || b.value === null) return false;
  const grain = Math.min(a.grain, b.grain);
  if (grain <= 0) return false;
  const [few, many] = [a.value, b.value].map((value) => String(Math.round(Math.abs(value) / grain))).sort((x, y) => x.length - y.length);
  if (few === '0' || few!.length + 1 !== many!.length || many!.length > LONGEST) return false;
  let at = 0;
  while (at < few!.length && few![at] === many![at]) at++;
  return few!.slice(at) === many!.slice(at + 1);
}

/** Numbers with more digits are no longer exact. */
const LONGEST = 15;

const TWO_DIGITS = 10;

/** Whether two figures of two digits or more are the same numbers in two units (`70 feet`, `70 metres`). */
export function isOtherUnit(a: Quantity, b: Quantity): boolean {
  if (a.dimension === 'date' || b.dimension === 'date' || a.dimension !== b.dimension || a.unit === b.unit) return false;
  if (a.dimension !== 'measure' && a.dimension !== 'duration') return false;
  return a.value !== null && a.value === b.value && a.value >= TWO_DIGITS;
}

/** Digits in ascending order: equal for figures that are one another's slips. */
export function sorted(digits: string): string {
  let ascending = '';
  for (const digit of DIGITS) for (let at = 0; at < digits.length; at++) if (digits[at] === digit) ascending += digit;
  return ascending;
}

const DIGITS = [...'0123456789'];

/**
 * Whether a slip of the hand makes of a date or a year another, and chance seldom: dates that are apart in one of their parts by one digit
 * (`3 June`, `13 June`; `25 May`, `25 June`; `May 2018`, `May 2019`). Days of one ten, or years one behind the other, are those of two things
 * more often than not.
 */
export function isTimeSlip(a: Quantity, b: Quantity): boolean {
  if (a.dimension === 'year') return b.dimension === 'year' && Math.abs(a.low - b.low) > 1 && isMisread(a, b);
  const parts = otherPart(a, b);
  if (parts === null) return false;
  const [part, one, other] = parts;
  if (part === 'month') return Math.abs(one - other) === 1;
  return isDigitOff(String(one), String(other)) && (part !== 'day' || one % TWO_DIGITS === other % TWO_DIGITS);
}

/** Whether two days or months differ in one of what both state, which is more than one: the day, the month or the year. */
export function isDayMisread(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== 'date' || b.dimension !== 'date' || otherPart(a, b) === null) return false;
  return PARTS.filter((part) => a.from[part] !== null && b.from[part] !== null).length > 1;
}

const PARTS = ['year', 'month', 'day'] as const;

/** The one part in which two dates differ that state the same parts, or all but the year; null where they differ in more. */
function otherPart(a: Quantity, b: Quantity): [(typeof PARTS)[number], number, number] | null {
  if (a.dimension !== 'date' || b.dimension !== 'date' || a.grain !== b.grain) return null;
  let found: [(typeof PARTS)[number], number, number] | null = null;
  for (const part of PARTS) {
    const [one, other] = [a.from[part], b.from[part]];
    if (one === other || one === null || other === null) continue;
    if (found) return null;
    found = [part, one, other];
  }
  return found;
}

/** Whether a digit is another, or missing before the last. */
function isDigitOff(a: string, b: string): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.length < many.length ? few === many.slice(1) : areOneApart(few, many);
}
