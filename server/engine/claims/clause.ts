/** How far apart two tokens of a sentence are in meaning: tokens between them, and more for each boundary of clauses crossed. */
import type { Token } from '../model.ts';

const SOFT = new Set([',']);
const HARD = new Set([';', ':', '(', ')', '\u2013', '\u2014', '"']);
const JOINTS = new Set(['and', 'but', 'while', 'whereas', 'as', 'or', 'after', 'before']);

/** Whether a token separates clauses for good. */
export function isHardBoundary(text: string): boolean {
  return HARD.has(text);
}

/** Whether a token sets what follows apart: a comma, a semicolon, a dash or a parenthesis. */
export function isCut({ kind, text }: Token): boolean {
  return kind === 'symbol' && (SOFT.has(text) || HARD.has(text));
}

/** How much farther a token puts what is beyond it: 1, and 1 more for a comma or a joint such as `and`, 2 more for a semicolon, dash or parenthesis. */
export function costOf(token: Token): number {
  if (token.kind !== 'symbol') return JOINTS.has(token.lower) ? 2 : 1;
  if (SOFT.has(token.text)) return 2;
  return HARD.has(token.text) ? 3 : 0;
}

/** The index of the first of ascending numbers that is no less than `least`. */
export function lowerBound(ascending: readonly number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
