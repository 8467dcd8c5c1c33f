/** From evidence to a verdict: the design's section 3. */
import type { Verdict } from '../model.ts';
import type { Evidence } from './evidence.ts';

/**
 * `scope` and denied claims are shown, never counted. An interval too wide, or a date too coarse, supports nothing by itself; beside a
 * source that differs a wide interval is still another opinion, a coarse date none.
 */
export function verdictOf(evidence: readonly Evidence[]): Verdict {
  const counted = evidence.filter(({ reason, claim }) => reason !== 'scope' && !claim.denied);
  const agreeing = counted.filter(({ stance }) => stance === 'agrees');
  const differing = counted.filter(({ stance }) => stance === 'differs');
  if (agreeing.some(({ agreement }) => agreement !== 'loose')) return differing.length > 0 ? 'conflicting' : 'supported';
  if (!differing.some(({ reason }) => reason !== 'attribution')) return 'unsourced';
  return agreeing.some(({ claim }) => claim.figure.quantity.dimension !== 'date' && claim.figure.marker !== 'ago')
    ? 'conflicting'
    : 'refuted';
}
