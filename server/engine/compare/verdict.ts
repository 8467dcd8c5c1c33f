/** From evidence to a verdict: the design's section 3. */
import type { Verdict } from '../model.ts';
import type { Evidence } from './evidence.ts';
import { PLAINLY } from './thresholds.ts';

/** Whether a piece of evidence counts: `scope` and what its own source denies is shown, never counted. */
export function counts({ reason, claim }: Evidence): boolean {
  return reason !== 'scope' && !claim.denied;
}

/** The evidence that counts against a figure. */
export function countedAgainst(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter((item) => item.stance === 'differs' && counts(item));
}

/** Whether what supports nothing by itself is another opinion: no coarse date, and nothing that aligns worse than what plainly differs. */
function isOpinion({ claim: { figure }, score }: Evidence, differing: readonly Evidence[]): boolean {
  if (figure.quantity.dimension === 'date' || figure.marker === 'ago') return false;
  return !differing.some((other) => other.score > score && (other.chance ?? 1) >= PLAINLY);
}

/**
 * The verdict on a figure. An interval too wide, or a date too coarse, supports nothing by itself; beside a source that differs a wide
 * interval is still another opinion, a coarse date none.
 */
export function verdictOf(evidence: readonly Evidence[]): Verdict {
  const agreeing = evidence.filter((item) => item.stance === 'agrees' && counts(item));
  const differing = countedAgainst(evidence);
  if (agreeing.some(({ agreement }) => agreement !== 'loose')) return differing.length > 0 ? 'conflicting' : 'supported';
  if (!differing.some(({ reason }) => reason !== 'attribution')) return 'unsourced';
  return agreeing.some((item) => isOpinion(item, differing)) ? 'conflicting' : 'refuted';
}
