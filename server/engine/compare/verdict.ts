/** From evidence to a verdict: the design's section 3. */
import type { Verdict } from '../model.ts';
import type { Evidence } from './evidence.ts';

/** Whether a piece of evidence counts: `scope` and what its own source denies is shown, never counted. */
export function counts({ reason, claim }: Evidence): boolean {
  return reason !== 'scope' && !claim.denied;
}

/** The evidence that counts against a figure. */
export function countedAgainst(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter((item) => item.stance === 'differs' && counts(item));
}

/**
 * The verdict on a figure. An interval too wide, or a date too coarse, supports nothing by itself; beside a source that differs a wide
 * interval is still another opinion, a coarse date none.
 */
export function verdictOf(evidence: readonly Evidence[]): Verdict {
  const agreeing = evidence.filter((item) => item.stance === 'agrees' && counts(item));
  const differing = countedAgainst(evidence);
  if (agreeing.some(({ agreement }) => agreement !== 'loose')) return differing.length > 0 ? 'conflicting' : 'supported';
  const against = differing.filter(({ reason }) => reason !== 'attribution');
  if (against.length === 0) return 'unsourced';
  const opinions = agreeing.filter(({ claim }) => claim.figure.quantity.dimension !== 'date' && claim.figure.marker !== 'ago');
  return opinions.some((item) => against.filter((other) => holds(item, other)).length < OUTSPOKEN) ? 'conflicting' : 'refuted';
}

/** Beside so many sources that count, one so vague that it holds their figures as well as the draft's is no opinion. Chosen by hand. */
const OUTSPOKEN = 5;

/** Whether a wide interval holds a figure that differs as well: then it does not tell between that and the draft's. */
function holds({ claim }: Evidence, other: Evidence): boolean {
  const [wide, narrow] = [claim.figure.quantity, other.claim.figure.quantity];
  if (wide.dimension === 'date' || narrow.dimension === 'date' || wide.dimension !== narrow.dimension) return false;
  if (wide.dimension !== 'count' && wide.unit !== narrow.unit) return false;
  return narrow.value !== null && narrow.value >= wide.low && narrow.value <= wide.high;
}
