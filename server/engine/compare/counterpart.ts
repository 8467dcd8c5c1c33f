/**
 * The counterpart of a figure that the library's only source has nowhere. A summary's figures are its article's: one that stands nowhere
 * there is wrong, or reckoned. What it should have been stands where the figures beside it do, and no other figure of the draft tells it.
 */
import type { Claim } from '../claims/claim.ts';
import type { Source } from '../library.ts';
import type { CalendarDate, Dimension, NumericQuantity, Quantity } from '../model.ts';
import { type Agreement, agrees, differs, significantDigits } from './agree.ts';
import { align } from './align.ts';
import type { Aligned } from './candidates.ts';
import { dated } from './columns.ts';
import { type Doubt, doubtOf } from './doubt.ts';
import type { Evidence } from './evidence.ts';
import { agreementOf } from './pairing.ts';
import { isReckoned } from './reckoned.ts';
import { digitsOf, isDayMisread, isDropped, isMisread, isOtherUnit, isShifted, isTransposed } from './slips.ts';
import { exactnessOf } from './thresholds.ts';
import { inCommonUnit } from './units.ts';

/** Another figure of the draft, with what it is held against: of the same sentence, or of one beside it. */
export interface Neighbour {
  readonly aligned: readonly Aligned[];
  readonly isBeside: boolean;
}

/** What has more figures is no article that anybody sums up in a few. */
const MOST_CLAIMS = 1024;
/** A figure that stands in more passages leads to none. */
const MOST_PASSAGES = 4;
/** What a figure of a sentence beside the claim's tells of where its own stands, against one of the same sentence. */
const BESIDE = 0.5;
/** The same of a passage as many passages away from one that has it. */
const AWAY: readonly number[] = [1, 0.5, 0.25];
/** How much must lead to a counterpart: the figures around it, and how well it aligns. */
const LED = 0.15;
/** As much as this a slip of the hand tells by itself. */
const SLIP = 0.2;
/** How much must lead to the same figure of few digits. */
const LED_STATED = 0.5;
/** How telling a figure is that is the same by no chance. */
const EXACT = 2;

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

/** What else the draft has that bears on a claim. */
export interface Surroundings {
  /** By passages of the source how much the figures around the claim lead there (`leadsOf`). */
  readonly leads: ReadonlyMap<number, number>;
  /** Whether another figure of the draft is the same as a source's. */
  readonly isTaken: (theirs: Claim) => boolean;
  /** Whether the source states most of the draft's figures: what is no summary has its figures from elsewhere. */
  readonly isSummary: boolean;
  /** What differs and is excused, as a part of the claim's or another speaker's; null where there is none. */
  readonly excused: Evidence | null;
}

/**
 * What a claim says otherwise that stands nowhere in its only source: what differs though it would be excused, or the figure of its kind, near
 * to it in value or in digits, to which the figures beside it or its words lead. Null where there is none, or the claim's may be reckoned from
 * the source's. Linear in the source's claims.
 */
export function counterpartOf(claim: Claim, asOf: CalendarDate | null, source: Source, draft: Surroundings): Evidence | null {
  const { leads: around, isTaken, isSummary, excused } = draft;
  const claims = claimsOf(source);
  if (claims === null) return null;
  const ours = dated(claim, asOf);
  const agreeing: Found[] = [];
  const like: Claim[] = [];
  let isElsewhere = false;
  for (const theirs of claims) {
    const agreement = agreementOf(claim, ours, { dated: dated(theirs, source.article.date), readings: theirs.readings, number: null });
    if (agrees(agreement)) agreeing.push({ theirs, agreement: agreement! });
    else if (isOtherUnit(claim.figure.quantity, theirs.figure.quantity)) like.push(theirs);
    else if (hasDigitsOf(claim.figure.quantity, theirs.figure.quantity)) isElsewhere = true;
    else if (differs(agreement) ? mayBeMeant(claim, theirs) : mayBeMeantBare(claim, theirs)) like.push(theirs);
  }
  if (agreeing.length > 0) return statedIn(claim, agreeing, source, around, isTaken);
  if (isElsewhere || !mayBeMistaken(claim)) return null;
  if (excused) return isReckoned(claim, excused.claim, claims, around) ? null : { ...excused, reason: null };
  let best: Evidence | null = null;
  let most = LED;
  for (const theirs of like) {
    if (isTaken(theirs)) continue;
    const { score } = align(claim, theirs);
    const leads = (around.get(theirs.figure.passage) ?? 0) + (isPlainSlip(claim, theirs) ? SLIP : 0);
    const led = leads + score;
    if (led < most || (leads === 0 && (!isSummary || areOfOtherThings(claim, theirs)))) continue;
    most = led;
    best = { source, claim: theirs, stance: 'differs', reason: null, agreement: 'differs', score };
  }
  return best !== null && isReckoned(claim, best.claim, claims, around) ? null : best;
}

/** A source's claim that agrees with a draft's, whatever each is said to measure. */
interface Found {
  readonly theirs: Claim;
  readonly agreement: Agreement;
}

/** What states a claim's figure in words that seem to tell of something else: two digits are the same by no chance, others where they are led to. */
function statedIn(
  claim: Claim,
  agreeing: readonly Found[],
  source: Source,
  around: ReadonlyMap<number, number>,
  isTaken: (theirs: Claim) => boolean,
): Evidence | null {
  let best: Evidence | null = null;
  let most = 0;
  for (const { theirs, agreement } of agreeing) {
    if (theirs.denied || theirs.negated !== claim.negated || agreement === 'loose') continue;
    if (isRange(claim) && !isRange(theirs)) continue;
    const led = around.get(theirs.figure.passage) ?? 0;
    const isExact =
      agreement === 'same' && hasDigitsOf(claim.figure.quantity, theirs.figure.quantity) && exactnessOf(claim, theirs) >= EXACT;
    if (
      !isExact &&
      (led < (areOfOtherNouns(claim, theirs) ? 1 : LED_STATED) || (agreement === 'fits' && (isTaken(theirs) || !isWithin(theirs, claim))))
    )
      continue;
    const { score } = align(claim, theirs);
    if (best && led + score <= most) continue;
    most = led + score;
    best = { source, claim: theirs, stance: 'agrees', reason: null, agreement, score };
  }
  return best;
}

/** Whether a figure's hedge means the very number that another states: `nearly a third`, 31%. */
function isWithin({ figure: { quantity: theirs } }: Claim, { figure: { quantity: ours } }: Claim): boolean {
  if (theirs.dimension === 'date' || ours.dimension === 'date') return false;
  const [a, b] = inCommonUnit(ours, theirs) ?? [ours, theirs];
  return b.value !== null && b.value >= a.low && b.value <= a.high;
}

function isRange({ figure }: Claim): boolean {
  return figure.quantity.hedge === 'range';
}

function areOfOtherNouns({ head: a }: Claim, { head: b }: Claim): boolean {
  return a !== null && b !== null && a.term !== b.term;
}

/** By passages how much a claim's neighbours lead there. */
export function leadsOf(neighbours: readonly Neighbour[]): ReadonlyMap<number, number> {
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
  if (a.hedge === 'range' || b.hedge === 'range') return a.hedge === b.hedge && (a.low === b.low || a.high === b.high);
  const isOneKind = a.dimension !== 'count' || areOfOneKind(claim, theirs);
  if (isSlip(a, b) && (isOneKind || !isShifted(a, b))) return true;
  if (!isOneKind) return false;
  const [one, other] = inCommonUnit(a, b) ?? [a, b];
  return isNear(one, other) || isDropped(one, other);
}

/** The same of one whose unit is only lent to it, by the number that it is written as. */
function mayBeMeantBare(claim: Claim, theirs: Claim): boolean {
  const written = theirs.readings.find(({ dimension, unit }) => dimension === 'count' && unit === null);
  if (!written || claim.figure.quantity.dimension !== 'count') return false;
  return mayBeMeant(claim, { ...theirs, figure: { ...theirs.figure, quantity: written } });
}

/** Whether two claims measure two things, however alike their words are: with nothing else to go by one is not meant by the other. */
function areOfOtherThings(claim: Claim, theirs: Claim): boolean {
  // A year may be told from the day of an article (`last year`).
  if (claim.figure.quantity.dimension === 'year') return true;
  const doubt = doubtOf(claim, theirs);
  return doubt !== null && OTHER_THINGS.has(doubt);
}

const OTHER_THINGS: ReadonlySet<Doubt> = new Set<Doubt>(['metric', 'toll', 'whole', 'kind', 'subject']);

function areOfOneKind({ head: a, figure: { quantity } }: Claim, { head: b, figure }: Claim): boolean {
  if (a !== null && b !== null && a.term === b.term) return true;
  return [quantity, figure.quantity].every((each) => each.dimension === 'count' && each.low >= LARGE);
}

/** Whether a slip of the hand alone tells the two apart: small counts have such digits by chance. */
function isPlainSlip({ figure: { quantity: a } }: Claim, { figure: { quantity: b } }: Claim): boolean {
  if (a.dimension === 'date' || b.dimension === 'date') return true;
  if (a.dimension === 'year') return false;
  return a.dimension === 'count'
    ? significantDigits(a) >= 2 && isShifted(a, b)
    : isTransposed(a, b) || isMisread(a, b) || isShifted(a, b) || isOtherUnit(a, b);
}

function isSlip(a: NumericQuantity, b: NumericQuantity): boolean {
  return isTransposed(a, b) || isMisread(a, b) || isShifted(a, b);
}

function isNear({ value: a }: NumericQuantity, { value: b }: NumericQuantity): boolean {
  if (a === null || b === null) return false;
  return a / b >= HALF && b / a >= HALF;
}

/** What is read as nothing else where its unit stands beside it. */
const PLAIN: ReadonlySet<Dimension> = new Set<Dimension>(['money', 'share', 'duration', 'measure']);

/** Whether a figure of another kind has the digits of one: perhaps it is the same, read as something else. */
function hasDigitsOf(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== b.dimension && [a, b].every(({ dimension }) => PLAIN.has(dimension))) return false;
  const [ours, theirs] = [digitsOf(a), digitsOf(b)];
  return ours !== null && theirs !== null && ours.digits === theirs.digits && ours.power === theirs.power;
}
