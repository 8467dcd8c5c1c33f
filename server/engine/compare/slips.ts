/** Slips of the hand: figures that differ as a writer's mistakes do, by two digits that changed places or one digit that is another. */
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

/** Whether two figures have the same digits in another order (`69`, `96`). */
export function isTransposed(a: Quantity, b: Quantity): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (!left || !right || left.power !== right.power || left.digits === right.digits || left.digits.length < 2) return false;
  if (left.digits.length !== right.digits.length) return false;
  return sorted(left.digits) === sorted(right.digits);
}

/** Whether two figures of two digits or more differ in one digit (`1,284`, `1,294`). */
export function isMisread(a: Quantity, b: Quantity): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (!left || !right || left.power !== right.power || left.digits.length < 2 || left.digits.length !== right.digits.length) return false;
  let other = 0;
  for (let at = 0; at < left.digits.length; at++) if (left.digits[at] !== right.digits[at]) other++;
  return other === 1;
}

/** Digits in ascending order: equal for figures that are one another's slips. */
export function sorted(digits: string): string {
  return [...digits].sort().join('');
}
