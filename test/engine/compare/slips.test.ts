/** Slips of the hand: digits that changed places, and one digit that is another. */
import { expect, test } from 'vitest';
import { isMisread, isTransposed } from '../../../server/engine/compare/slips.ts';
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
