/** Figures that follow from a source's own by adding or taking away what stands beside it: nothing is held against them. */
import type { Claim } from '../claims/claim.ts';
import type { NumericQuantity } from '../model.ts';
import { close, significantDigits } from './agree.ts';
import type { Evidence } from './evidence.ts';
import type { ClaimNumber, ClaimTable } from './table.ts';
import type { Trace } from './trace.ts';

/**
 * The evidence without what differs only as a sum does from its parts: of a house sold for £15 million, £3 million over the asking price,
 * £12 million was asked; of 218 million, 61 of them for clinics, 157 were left. `reached` is what the claim is held against.
 */
export function withoutDerived(
  claim: Claim,
  evidence: readonly Evidence[],
  reached: readonly ClaimNumber[],
  table: ClaimTable,
  trace: Trace | undefined,
): readonly Evidence[] {
  const stated = amountLike(claim, claim);
  if (stated === null || evidence.every(({ stance }) => stance === 'agrees')) return evidence;
  return evidence.filter((item) => {
    const isDerived = item.stance === 'differs' && item.chance !== undefined && follows(stated, claim, item, reached, table);
    if (isDerived) trace?.dropped(claim, item, { as: 'differs', why: 'derived', needs: null });
    return !isDerived;
  });
}

/** A rest of fewer digits may be left by chance, unless words tell that it is one. */
const TELLING = 3;
/** In how many sentences around a part its whole is looked for. */
const NEAR = 2;

/** Whether an amount is what a source states, more or less by a change that its sentence tells, or what is left of a whole told beside it. */
function follows(
  stated: number,
  claim: Claim,
  { source, claim: theirs }: Evidence,
  reached: readonly ClaimNumber[],
  table: ClaimTable,
): boolean {
  const amount = amountLike(claim, theirs);
  if (amount === null || theirs.role === 'change') return false;
  const isTelling = claim.reckoned || significantDigits(claim.figure.quantity as NumericQuantity) >= TELLING;
  return reached.some((number) => {
    if (table.sourceOf(number) !== source) return false;
    const beside = table.held(number).claim;
    const apart = Math.abs(beside.figure.passage - theirs.figure.passage);
    if (apart > NEAR) return false;
    const other = amountLike(claim, beside);
    if (other === null) return false;
    if (apart === 0 && beside.role === 'change') return close(amount - other, stated) || close(amount + other, stated);
    return isTelling && other > amount && close(other - amount, stated);
  });
}

/** The number that another claim states in a claim's unit; null where it states none. */
function amountLike({ figure: { quantity } }: Claim, { figure: other }: Claim): number | null {
  if (quantity.dimension === 'date' || other.quantity.dimension !== quantity.dimension) return null;
  return other.quantity.unit === quantity.unit ? other.quantity.value : null;
}
