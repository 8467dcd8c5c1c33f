/** Figures that follow from a source's own by adding or taking away a change that stands beside it: nothing is held against them. */
import type { Claim } from '../claims/claim.ts';
import type { HeldClaim } from '../library.ts';
import { close } from './agree.ts';
import type { Evidence } from './evidence.ts';
import type { Trace } from './trace.ts';

/**
 * The evidence without what differs only as a sum does from its parts: of a house sold for £15 million, £3 million over the asking price,
 * £12 million was asked. `reached` is what the claim is held against.
 */
export function withoutDerived(
  claim: Claim,
  evidence: readonly Evidence[],
  reached: readonly HeldClaim[],
  trace: Trace | undefined,
): readonly Evidence[] {
  const stated = amountLike(claim, claim);
  if (stated === null || evidence.every(({ stance }) => stance === 'agrees')) return evidence;
  return evidence.filter((item) => {
    const isDerived = item.stance === 'differs' && follows(stated, claim, item, reached);
    if (isDerived) trace?.dropped(claim, item, { as: 'differs', why: 'derived', needs: null });
    return !isDerived;
  });
}

/** Whether an amount is what a source states, more or less by a change that its sentence tells. */
function follows(stated: number, claim: Claim, { source, claim: theirs }: Evidence, reached: readonly HeldClaim[]): boolean {
  const whole = amountLike(claim, theirs);
  if (whole === null || theirs.role === 'change') return false;
  return reached.some((ref) => {
    if (ref.source !== source || ref.claim.figure.passage !== theirs.figure.passage || ref.claim.role !== 'change') return false;
    const change = amountLike(claim, ref.claim);
    return change !== null && (close(whole - change, stated) || close(whole + change, stated));
  });
}

/** The number that another claim states in a claim's unit; null where it states none. */
function amountLike({ figure: { quantity } }: Claim, { figure: other }: Claim): number | null {
  if (quantity.dimension === 'date' || other.quantity.dimension !== quantity.dimension) return null;
  return other.quantity.unit === quantity.unit ? other.quantity.value : null;
}
