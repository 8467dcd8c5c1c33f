/** Slips of the hand: digits that changed places, one digit that is another, a point or a scale word elsewhere, another unit. */
import { expect, test } from 'vitest';
import { isDropped, isMisread, isOtherUnit, isShifted, isTimeSlip, isTransposed } from '../../../server/engine/compare/slips.ts';
import type { Quantity } from '../../../server/engine/model.ts';
import { analysed } from '../check.ts';

const quantity = (text: string): Quantity => analysed(`They paid ${text} for it.`).claims[0]!.figure.quantity;

test.each([
  ['$69 million', '$96 million', true, false],
  ['$1,284', '$1,824', true, false],
  ['$1,284', '$1,294', false, true],
  ['$48 million', '$38 million', false, true],
  ['$48 million', '$84 billion', false, false],
  ['$5', '$6', false, false],
  ['$69', '$69', false, false],
])('%s beside %s', (a, b, transposed, misread) => {
  expect([isTransposed(quantity(a), quantity(b)), isMisread(quantity(a), quantity(b))]).toEqual([transposed, misread]);
});

test.each([
  ['$2.2 million', '$22 million', true],
  ['$3 million', '$3 billion', true],
  ['$5 million', '$50 million', false],
  ['$2.2 million', '$2.3 million', false],
  ['$22', '$22', false],
])('%s beside %s, its point elsewhere', (a, b, shifted) => {
  expect(isShifted(quantity(a), quantity(b))).toBe(shifted);
});

test.each([
  ['16%', '6%', true],
  ['$4 million', '$40 million', true],
  ['$1,510', '$150', true],
  ['$4 million', '$4 billion', false],
  ['16%', '7%', false],
  ['16%', '16%', false],
])('%s beside %s, a digit dropped', (a, b, dropped) => {
  expect(isDropped(quantity(a), quantity(b))).toBe(dropped);
});

test.each([
  ['70 feet', '70 metres', true],
  ['16 hours', '16 days', true],
  ['5 miles', '5 km', false],
  ['70 feet', '71 metres', false],
  ['€45', '$45', false],
])('%s beside %s, in another unit', (a, b, other) => {
  expect(isOtherUnit(quantity(a), quantity(b))).toBe(other);
});

test.each([
  ['3 June', '13 June', true],
  ['13 June', '16 June', false],
  ['13 June', '13 July', true],
  ['13 June', '13 September', false],
  ['13 June', '23 July', false],
  ['May 2018', 'May 2019', true],
  ['2013', '2003', true],
  ['2013', '2014', false],
  ['2013', '2005', false],
  ['2013', '13 June', false],
])('%s beside %s, a slip of time', (a, b, slip) => {
  expect(isTimeSlip(quantity(a), quantity(b))).toBe(slip);
});
