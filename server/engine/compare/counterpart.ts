/**
 * The counterpart of a figure that the library's only source has nowhere. A summary's figures are its article's: one that stands nowhere
 * there is wrong, or reckoned. What it should have been stands where the figures beside it do, and no other figure of the draft tells it.
 */
import type { Claim } from '../claims/claim.ts';
import type { Source } from '../library.ts';
import type { CalendarDate, NumericQuantity, Quantity } from '../model.ts';
import { agrees } from './agree.ts';
import { align } from './align.ts';
import type { Aligned } from './candidates.ts';
import { dated } from './columns.ts';
import type { Evidence } from './evidence.ts';
import { agreementOf } from './pairing.ts';
import { isReckoned } from './reckoned.ts';
import { digitsOf, isDayMisread, isMisread, isShifted, isTransposed } from './slips.ts';
import { inCommonUnit } from './units.ts';

/** Another figure of the draft, with what it is held against: of the same sentence, or of one beside it. */
export interface Neighbour {
  readonly aligned: readonly Aligned[];
  readonly isBeside: boolean;
}

/** What has more figures is no article that anybody sums up in a few. */
const MOST_CLAIMS = 2048;
/** A figure that stands in more passages leads to none. */
const MOST_PASSAGES = 4;
/** What a figure of a sentence beside the claim's tells of where its own stands, against one of the same sentence. */
const BESIDE = 0.5;
/** The same of a passage as many passages away from one that has it. */
const AWAY: readonly number[] = [1, 0.5, 0.25];
/** How much must lead to a counterpart: the figures around it, and how well it aligns. */
const LED = 0.3;

/** What is found of a source's claims: they are looked at for every figure that nobody has. */
const known = new WeakMap<Source, readonly Claim[] | null>();

/** The claims of a source, in the order of its text; null where there are too many. */
function claimsOf(source: Source): readonly Claim[] | null {
  let claims = known.get(source);
  if (claims === undefined) {
    claims = source.analysis.claimCount > MOST_CLAIMS ? null : source.analysis.claims;
    known.set(source, claims);
  }
  return claims;
}

/**
 * What a claim says otherwise that stands nowhere in its only source: the figure of its kind, near to it in value or in digits, to which the
 * figures beside it lead. Null where there is none, or the claim's may be reckoned from the source's. `isTaken` tells whether another
 * figure of the draft is the same as a source's. Linear in the source's claims.
 */
export function counterpartOf(
  claim: Claim,
  asOf: CalendarDate | null,
  source: Source,
  neighbours: readonly Neighbour[],
  isTaken: (theirs: Claim) => boolean,
): Evidence | null {
  if (!mayBeMistaken(claim)) return null;
  const claims = claimsOf(source);
  const around = leadsOf(neighbours);
  if (claims === null || around.size === 0) return null;
  const ours = dated(claim, asOf);
  const like: Claim[] = [];
  for (const theirs of claims) {
    const agreement = agreementOf(claim, ours, { dated: dated(theirs, source.article.date), readings: theirs.readings, number: null });
    if (agrees(agreement) || hasDigitsOf(claim.figure.quantity, theirs.figure.quantity)) return null;
    if (agreement === 'differs' && around.has(theirs.figure.passage) && mayBeMeant(claim, theirs)) like.push(theirs);
  }
  let best: Evidence | null = null;
  let most = LED;
  for (const theirs of like) {
    if (isTaken(theirs)) continue;
    const { score } = align(claim, theirs);
    const led = around.get(theirs.figure.passage)! + score;
    if (led < most) continue;
    most = led;
    best = { source, claim: theirs, stance: 'differs', reason: null, agreement: 'differs', score };
  }
  return best !== null && isReckoned(claim, best.claim, claims) ? null : best;
}

/** By passages how much a claim's neighbours lead there. */
function leadsOf(neighbours: readonly Neighbour[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { aligned, isBeside } of neighbours) {
    const passages = new Set<number>();
    for (const { agreement, ref } of aligned) if (agreement === 'same') passages.add(ref.claim.figure.passage);
    if (passages.size > MOST_PASSAGES) continue;
    for (const passage of passages) sums.set(passage, (sums.get(passage) ?? 0) + (isBeside ? BESIDE : 1) / passages.size);
  }
  const around = new Map<number, number>();
  for (const [passage, sum] of sums)
    for (const [away, part] of AWAY.entries())
      for (const at of [passage - away, passage + away]) around.set(at, Math.max(around.get(at) ?? 0, part * sum));
  return around;
}

/** Whether a figure is one that a slip makes another of: no place in an order, no ratio, nothing vague, no small number of anything. */
function mayBeMistaken({ figure: { quantity, marker } }: Claim): boolean {
  if (marker === 'ago' || marker === 'apart') return false;
  if (quantity.dimension === 'date') return true;
  const { dimension, hedge } = quantity;
  if (dimension === 'ordinal' || dimension === 'ratio' || dimension === 'other' || hedge === 'vague') return false;
  if (dimension === 'duration') return quantity.value !== 1;
  return dimension !== 'count' || quantity.low >= COUNTED;
}

/** Smaller counts stand in every other sentence. */
const COUNTED = 10;
/** From here on a count is like another, whatever each is of: neither was counted on fingers or read off a list. */
const LARGE = 1000;
/** What is farther away is no slip: by so many years, or as one part of the other. */
const YEARS = 10;
const HALF = 0.5;

/** Whether a slip of the hand or of memory makes one claim's figure of the other's. */
function mayBeMeant(claim: Claim, theirs: Claim): boolean {
  const [a, b] = [claim.figure.quantity, theirs.figure.quantity];
  if (theirs.denied || theirs.figure.marker === 'ago' || theirs.figure.marker === 'apart') return false;
  if (a.dimension === 'date' || b.dimension === 'date') return isDayMisread(a, b);
  if (a.dimension === 'year') return b.dimension === 'year' && Math.abs(a.low - b.low) <= YEARS;
  if (b.hedge === 'vague' || b.dimension === 'ratio') return false;
  if (a.dimension !== 'share' && (claim.role === 'change') !== (theirs.role === 'change')) return false;
  if (a.hedge === 'range' || b.hedge === 'range') return a.hedge === b.hedge && (a.low === b.low || a.high === b.high);
  if (isSlip(a, b)) return true;
  if (a.dimension === 'count' && !areOfOneKind(claim, theirs)) return false;
  const [one, other] = inCommonUnit(a, b) ?? [a, b];
  return isNear(one, other);
}

function areOfOneKind({ head: a, figure: { quantity } }: Claim, { head: b, figure }: Claim): boolean {
  if (a !== null && b !== null && a.term === b.term) return true;
  return [quantity, figure.quantity].every((each) => each.dimension === 'count' && each.low >= LARGE);
}

function isSlip(a: NumericQuantity, b: NumericQuantity): boolean {
  return isTransposed(a, b) || isMisread(a, b) || isShifted(a, b);
}

function isNear({ value: a }: NumericQuantity, { value: b }: NumericQuantity): boolean {
  if (a === null || b === null) return false;
  return a / b >= HALF && b / a >= HALF;
}

/** Whether a figure of another kind has the digits of one: perhaps it is the same, read as something else. */
function hasDigitsOf(a: Quantity, b: Quantity): boolean {
  const [ours, theirs] = [digitsOf(a), digitsOf(b)];
  return ours !== null && theirs !== null && ours.digits === theirs.digits && ours.power === theirs.power;
}
