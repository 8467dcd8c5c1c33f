/** Whether sources tell two things apart: who has both figures sees no contradiction between them. */
import type { Claim } from '../claims/claim.ts';
import type { Source } from '../library.ts';
import type { NumericQuantity, Quantity } from '../model.ts';
import type { Evidence } from './evidence.ts';
import type { ClaimNumber, ClaimTable } from './table.ts';

/**
 * Tells whether a source that agrees gives a differing figure too, as plain as its own: then it tells two things apart (one outbreak's dead
 * from another's), and there is no contradiction. Nor is there where it has, of the event, a larger count that the differing one goes with
 * (the dead of all days, beside those of one). What came before or after a change is one thing.
 */
export function toldApart(evidence: readonly Evidence[], reached: readonly ClaimNumber[], table: ClaimTable): (item: Evidence) => boolean {
  // What is too wide to support anything tells nothing apart, nor does a figure that has room for both.
  const agreed = evidence.filter(({ stance, agreement }) => stance === 'agrees' && agreement !== 'loose');
  const agreeing = new Map(agreed.filter(({ claim }) => claim.role === null).map(({ source, claim }) => [source, claim]));
  if (agreed.length === 0) return () => false;
  let byValue: ReadonlyMap<number, readonly ClaimNumber[]> | null = null;
  let larger: readonly Larger[] | null = null;
  return ({ claim, stance }) => {
    if (stance !== 'differs') return false;
    if (claim.toll) {
      larger ??= largerOf(agreed, reached, table);
      if (larger.some((pair) => goesWith(claim, pair))) return true;
    }
    const value = statedValue(claim.figure.quantity);
    if (claim.role !== null || value === null) return false;
    byValue ??= statedBy(agreeing, reached, table);
    return (byValue.get(value) ?? []).some((number) => {
      const { source, claim: other } = table.held(number);
      // The one by which the source agrees tells nothing apart from itself.
      return other !== claim && other !== agreeing.get(source) && other.role === null && other.event === claim.event;
    });
  };
}

/** A count by which a source agrees, and a larger one of the same event there, as logarithms. */
interface Larger {
  readonly event: string | null;
  readonly agreed: number;
  readonly other: number;
}

/** How many times another a count of one event is at least to be that of more: of all days, or of all places. */
const LARGER = Math.log(2);
/** How many times the count that a source agrees with a differing one is, to be told apart from it. */
const FAR = Math.log(3);
/** How much nearer it is to the larger one, as a part of how far it is from the other. */
const NEARER = 0.5;

/** Of sources that agree by a toll, what larger counts of the same event they have. Linear in what was reached. */
function largerOf(agreed: readonly Evidence[], reached: readonly ClaimNumber[], table: ClaimTable): Larger[] {
  const bySource = new Map<Source, Claim>();
  for (const { source, claim } of agreed) if (claim.toll && middleOf(claim) !== null) bySource.set(source, claim);
  const found: Larger[] = [];
  if (bySource.size === 0) return found;
  for (const number of reached) {
    const claim = bySource.get(table.sourceOf(number));
    if (!claim) continue;
    const { claim: other } = table.held(number);
    if (other.event !== claim.event || other.denied || other.role === 'before' || other.role === 'change') continue;
    const [less, more] = [middleOf(claim)!, middleOf(other)];
    if (more !== null && more - less >= LARGER) found.push({ event: claim.event, agreed: less, other: more });
  }
  return found;
}

function goesWith(claim: Claim, { event, agreed, other }: Larger): boolean {
  const at = middleOf(claim);
  if (at === null || claim.event !== event || at - agreed < FAR) return false;
  return Math.abs(at - other) < NEARER * (at - agreed);
}

/** The logarithm of what a count is about; null where it is none, or none at all. */
function middleOf({ figure: { quantity } }: Claim): number | null {
  if (quantity.dimension !== 'count') return null;
  const { value, low, high }: NumericQuantity = quantity;
  return low <= 0 ? null : value === null ? (Math.log(low) + Math.log(high)) / 2 : Math.log(value);
}

/** What some sources' claims state, by its value. */
function statedBy(
  sources: ReadonlyMap<Source, unknown>,
  reached: readonly ClaimNumber[],
  table: ClaimTable,
): ReadonlyMap<number, readonly ClaimNumber[]> {
  const found = new Map<number, ClaimNumber[]>();
  for (const number of reached) {
    if (!sources.has(table.sourceOf(number))) continue;
    // The figure's form tells it, which is nearer at hand than the claim.
    const value = statedValue(table.formOf(number).dated.figure.quantity);
    if (value === null) continue;
    const known = found.get(value);
    if (known) known.push(number);
    else found.set(value, [number]);
  }
  return found;
}

/** The value that a quantity states; null where it states none. */
function statedValue(quantity: Quantity): number | null {
  return quantity.dimension === 'date' ? null : quantity.value;
}
