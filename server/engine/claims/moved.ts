/** Claims that are the same but for their place: what was found out about one holds for the other. */
import type { Figure } from '../model.ts';
import type { Claim } from './claim.ts';

const origins = new WeakMap<Claim, Claim>();

/** A claim `by` UTF-16 units farther on, in the passage with that index. */
export function movedClaim(claim: Claim, by: number, passage: number): Claim {
  const copy = { ...claim, figure: movedFigure(claim.figure, by, passage) };
  origins.set(copy, originOf(claim));
  return copy;
}

/** The claim that a moved one was at first; any other claim itself. Equal origins mean equal claims, but for their place. */
export function originOf(claim: Claim): Claim {
  return origins.get(claim) ?? claim;
}

/** A figure `by` UTF-16 units farther on, in the passage with that index. */
export function movedFigure(figure: Figure, by: number, passage: number): Figure {
  return { ...figure, start: figure.start + by, end: figure.end + by, passage };
}
