/** How far apart two tokens of a sentence are in meaning: tokens between them, and more for each boundary of clauses crossed. */
import type { Figure, Passage } from '../model.ts';

const SOFT = new Set([',']);
const HARD = new Set([';', ':', '(', ')', '\u2013', '\u2014', '"']);
const JOINTS = new Set(['and', 'but', 'while', 'whereas', 'as', 'or', 'after', 'before']);

/** Whether a token separates clauses for good. */
export function isHardBoundary(text: string): boolean {
  return HARD.has(text);
}

/**
 * For each token of the passage its distance from the figure's tokens, 0 inside them. A comma adds 2, a joint such as `and` 1,
 * a semicolon, dash or parenthesis 3 to everything beyond it.
 */
export function distances(passage: Passage, figure: Figure): number[] {
  const { tokens } = passage;
  const result = new Array<number>(tokens.length).fill(0);
  const cost = (at: number): number => {
    const token = tokens[at]!;
    if (SOFT.has(token.text)) return 2;
    if (HARD.has(token.text)) return 3;
    if (token.kind === 'symbol') return 0;
    return JOINTS.has(token.lower) ? 2 : 1;
  };
  let distance = 0;
  for (let at = figure.tokens.end; at < tokens.length; at++) {
    distance += cost(at);
    result[at] = distance;
  }
  distance = 0;
  for (let at = figure.tokens.start - 1; at >= 0; at--) {
    distance += cost(at);
    result[at] = distance;
  }
  return result;
}
