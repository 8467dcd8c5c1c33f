/** Figures that a writer reckons from an article's own: sums, what is left, parts of a whole, rates of growth, prices of several. */
import type { Claim } from '../claims/claim.ts';
import type { NumericQuantity } from '../model.ts';
import { significantDigits } from './agree.ts';
import { isOtherUnit, isShifted, isTransposed } from './slips.ts';
import { isShare } from './units.ts';

/** In how many passages around its counterpart what a figure is reckoned from is looked for, and how many figures are looked at there. */
const NEAR = 3;
const MOST = 32;
/** What is looked at wherever it stands: passages to which so much leads. */
const LED = 1;
/** A figure of so many digits is what two others come to by no chance. */
const TELLING = 3;

/** A number that a source states, with the claim that it is of. */
interface Amount {
  readonly claim: Claim;
  readonly quantity: NumericQuantity;
  readonly value: number;
}

/**
 * Whether a claim's figure may be reckoned from those of a source around one that differs from it. `claims` are the
 * source's, `around` tells how much leads to its passages.
 */
export function isReckoned(
  claim: Claim,
  { figure: { passage, quantity: theirs } }: Claim,
  claims: readonly Claim[],
  around: ReadonlyMap<number, number>,
): boolean {
  const { quantity } = claim.figure;
  if (quantity.dimension === 'date' || quantity.dimension === 'year') return false;
  if (isTransposed(quantity, theirs) || isShifted(quantity, theirs) || isOtherUnit(quantity, theirs)) return false;
  const near = claims
    .filter(({ figure }) => Math.abs(figure.passage - passage) <= NEAR || (around.get(figure.passage) ?? 0) >= LED)
    .slice(0, MOST);
  if (quantity.dimension === 'duration') return areApart(yearsOf(near), quantity);
  const amounts = near.flatMap(amountsOf);
  return isShare(quantity) ? isShareOf(amounts, quantity) : isAmountOf(amounts, claim, quantity);
}

/** The number that a claim states, or both ends of its range. */
function amountsOf(claim: Claim): Amount[] {
  const { quantity } = claim.figure;
  if (quantity.dimension === 'date' || quantity.dimension === 'year') return [];
  const values = quantity.hedge === 'range' ? [quantity.low, quantity.high] : [quantity.value];
  return values.flatMap((value) => (value ? { claim, quantity, value } : []));
}

function yearsOf(claims: readonly Claim[]): number[] {
  return claims.flatMap(({ figure: { quantity } }) => {
    if (quantity.dimension === 'date') return quantity.from.year ?? [];
    return quantity.dimension === 'year' ? quantity.low : [];
  });
}

/** Whether two of some years are as far apart as a duration says. */
function areApart(years: readonly number[], { unit, low, high }: NumericQuantity): boolean {
  if (unit !== 'year' && unit !== 'decade') return false;
  const length = unit === 'decade' ? 10 : 1;
  return years.some((from) => years.some((to) => to > from && to - from >= low * length - 1 && to - from <= high * length + 1));
}

/** Whether a number rounds to what a figure says. */
function isSaidBy(value: number, { low, high, grain }: NumericQuantity): boolean {
  return value >= low - grain / 2 && value <= high + grain / 2;
}

/** Whether a sum or a count follows from some figures: their sum, their difference, or so many times or so much of one. */
function isAmountOf(amounts: readonly Amount[], claim: Claim, quantity: NumericQuantity): boolean {
  const isLevel = claim.role === 'before' || claim.role === 'after';
  const isTold = claim.reckoned || claim.role === 'change' || claim.role === 'part' || (claim.direction !== null && !isLevel);
  const isGrown = claim.reckoned || claim.role === 'change';
  const isExact = significantDigits(quantity) >= TELLING;
  const like = amounts.filter((each) => each.quantity.dimension === quantity.dimension && mayBeSummed(claim, each));
  const isSaid = (value: number) => isSaidBy(value, quantity);
  if (isTold || isExact || quantity.dimension === 'count')
    if (like.some(({ value: x }) => like.some(({ value: y }) => isSaid(x - y) || isSaid(x + y)))) return true;
  const parts = amounts.filter((each) => isPart(each.quantity)).map(fractionOf);
  if (
    isGrown &&
    like.some(({ value }) => parts.some((part) => [part, 1 - part, 1 + part].some((each) => isSaid(value * each) || isSaid(value / each))))
  )
    return true;
  if (quantity.dimension === 'count' || !(isTold || isExact)) return false;
  const times = amounts.filter((each) => each.quantity.dimension === 'count' && Number.isInteger(each.value) && each.value > 1);
  return like.some(({ value }) => times.some((each) => isSaid(value * each.value) || isSaid(value / each.value)));
}

/** Money of one currency, counts of one noun or of people: nobody adds hospitals to doctors. */
function mayBeSummed({ figure, head }: Claim, { claim: other, quantity }: Amount): boolean {
  if (quantity.dimension !== 'count') return figure.quantity.dimension !== 'date' && quantity.unit === figure.quantity.unit;
  if (head === null || other.head === null) return true;
  return head.term === other.head.term || (head.people !== null && other.head.people !== null);
}

/** Whether a share follows from some figures: one of another, what one is more or less than another, or what shares come to or leave. */
function isShareOf(amounts: readonly Amount[], quantity: NumericQuantity): boolean {
  const scale = quantity.unit === '%' ? 100 : 1;
  const isSaid = (part: number) => isSaidBy(part * scale, quantity);
  const parts = amounts.filter((each) => isPart(each.quantity)).map(fractionOf);
  if (parts.some((one) => isSaid(1 - one) || parts.some((other) => isSaid(one + other)))) return true;
  const wholes = amounts.filter((each) => !isShare(each.quantity));
  return wholes.some((a) =>
    wholes.some((b) => a !== b && areLike(a, b) && (isSaid(a.value / b.value) || isSaid(Math.abs(a.value / b.value - 1)))),
  );
}

function areLike({ quantity: a }: Amount, { quantity: b }: Amount): boolean {
  return a.dimension === b.dimension && (a.unit === b.unit || a.dimension === 'count');
}

function isPart({ dimension }: NumericQuantity): boolean {
  return dimension === 'share';
}

function fractionOf({ value, quantity }: Amount): number {
  return quantity.unit === '%' ? value / 100 : value;
}
