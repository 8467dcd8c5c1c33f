/** From evidence to a verdict: the design's section 3. */
import type { Verdict } from '../model.ts';
import type { Evidence } from './evidence.ts';

/** `scope` and denied claims are shown, never counted; a wide interval alone supports nothing. */
export function verdictOf(evidence: readonly Evidence[]): Verdict {
  const counted = evidence.filter(({ reason, claim }) => reason !== 'scope' && !claim.denied);
  const agreeing = counted.filter(({ stance }) => stance === 'agrees');
  const differing = counted.filter(({ stance }) => stance === 'differs');
  const supported = agreeing.some(({ weak }) => !weak);
  if (supported) return differing.length > 0 ? 'conflicting' : 'supported';
  if (agreeing.length > 0) return 'unsourced';
  return differing.some(({ reason }) => reason !== 'attribution') ? 'refuted' : 'unsourced';
}
