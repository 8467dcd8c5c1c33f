/** Claims and figures in another place, and claims that say the same. */
import type { Figure } from '../model.ts';
import type { Claim } from './claim.ts';

/** A claim put where its passage stands: `by` UTF-16 units farther on, in the passage with that index. */
export function placedClaim(claim: Claim, by: number, passage: number): Claim {
  return { ...claim, figure: movedFigure(claim.figure, by, passage) };
}

/** A figure `by` UTF-16 units farther on, in the passage with that index. */
export function movedFigure(figure: Figure, by: number, passage: number): Figure {
  return { ...figure, start: figure.start + by, end: figure.end + by, passage };
}

/** Whether two claims are the same in all that they say. */
export function isSameClaim(a: Claim, b: Claim): boolean {
  return same(a, b);
}

/** Whether two plain values are the same, and their lists, sets and maps in the same order. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ours, theirs] = [itemsOf(a), itemsOf(b)];
  return ours.length === theirs.length && ours.every((item, at) => same(item, theirs[at]));
}

function itemsOf(value: object): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return [...value].flat();
  return Object.entries(value).flat();
}
