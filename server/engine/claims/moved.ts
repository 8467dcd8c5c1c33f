/** Claims that are the same but for their place: what was found out about one holds for the other. */
import type { Figure } from '../model.ts';
import type { Claim } from './claim.ts';

const origins = new WeakMap<Claim, Claim>();

/** A claim put where its passage stands: `by` UTF-16 units farther on, in the passage with that index. */
export function placedClaim(claim: Claim, by: number, passage: number): Claim {
  return { ...claim, figure: movedFigure(claim.figure, by, passage) };
}

/** A claim that is the same as another but for its place: it stands for that one from here on. */
export function successorOf(before: Claim, claim: Claim): Claim {
  origins.set(claim, originOf(before));
  return claim;
}

/** The claim that one stands for; any other claim itself. Equal origins mean equal claims, but for their place. */
export function originOf(claim: Claim): Claim {
  return origins.get(claim) ?? claim;
}

/** A figure `by` UTF-16 units farther on, in the passage with that index. */
export function movedFigure(figure: Figure, by: number, passage: number): Figure {
  return { ...figure, start: figure.start + by, end: figure.end + by, passage };
}

/** Whether two claims about figures of the same words say the same, wherever they stand. */
export function sameClaim(a: Claim, b: Claim): boolean {
  const { start, end, passage } = a.figure;
  return same(a, { ...b, figure: { ...b.figure, start, end, passage } });
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
