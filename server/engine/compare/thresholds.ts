/** How well two claims must align before they are evidence. Agreement asks little of a telling value, a difference asks much of any. */
import type { Claim } from '../claims/claim.ts';
import type { Dimension } from '../model.ts';
import { type Agreement, type Stated, significantDigits } from './agree.ts';
import type { Kinship } from './align.ts';

/** How well a figure must align with one it agrees with to bring the rest of both sentences together, and by how much it does. */
export const COHESIVE = 0.1;
export const COHESION = 0.12;
/** The same for a sentence within so many of one that it aligns with. */
export const NEAR_COHESION = 0.06;
export const NEAR = 3;
/** How much worse than a difference the same figure may align where its words count another thing, and still keep that from refuting. */
export const DOUBT_MARGIN = 0.2;
/** How well two sources' claims must align to be of one story. */
export const SAME_STORY = 0.35;

/** A difference that aligns worse is not looked at any further. */
export const HOPELESS = 0.15;
/** The same for dates, years, durations and ordinals in a library of several sources: all of them tell of some year. */
const HOPELESS_TIME = 0.25;

/** How well a difference must align to be weighed; `only` where its source is the library's only one. */
export function weighedFrom({ figure: { quantity } }: Claim, only: boolean): number {
  return !only && isTime(quantity.dimension) ? HOPELESS_TIME : HOPELESS;
}

/**
 * How well a date or a year must align that no source mentions, where a source has one that a slip of the hand makes of it, and how likely
 * the two must be about the same thing: a slip is what brings such a pair about more often than chance does.
 */
export const SLIP_OF_TIME = 0.12;
export const SLIP_OF_TIME_CHANCE = 0.05;

/** Dates, years and durations stand in every other sentence, and ordinals count them. */
function isTime(dimension: Dimension): boolean {
  return dimension === 'date' || dimension === 'year' || dimension === 'ordinal' || dimension === 'duration';
}

/** How likely (see `signs.ts`) a source's claim with another figure must be about the same thing to be held against a draft's. */
const DIFFER_CHANCE = 0.3;
/** The same where it is the library's only source: then there is less to be taken for the same thing. */
const DIFFER_CHANCE_ONLY = 0.3;

/** The same of the likeliest where no source agrees: then it stands alone against the draft. */
export const REFUTE_CHANCE = 0.35;

/** The same of all that state one other figure, together, and of each of them where nothing of its source agrees. */
export const BORNE_OUT = 0.4;
export const FAINT_CHANCE = 0.05;

/** The same of a toll: two counts of one event in one story seldom are of two things, in however few words they are told. */
const DIFFER_CHANCE_TOLL = 0.2;

/** The same of what two sources tell: a list of disagreements asks more of them afterwards (see `conflicts/telling.ts`). */
const DIFFER_CHANCE_SOURCES = 0.35;

/** How likely a source's other figure must be about the same thing; `only` and `amongSources` as in `Acquaintance`. */
export function differChance(
  claim: Claim,
  theirs: Claim,
  { only, amongSources }: { readonly only: boolean; readonly amongSources: boolean },
): number {
  if (amongSources) return DIFFER_CHANCE_SOURCES;
  if (only) return DIFFER_CHANCE_ONLY;
  return isOneToll(claim, theirs) ? DIFFER_CHANCE_TOLL : DIFFER_CHANCE;
}

function isOneToll(claim: Claim, theirs: Claim): boolean {
  return claim.toll && claim.event === theirs.event;
}

/** How well a difference must align. */
const DIFFER = 0.32;
/** A different time needs more. */
const DIFFER_TIME = 0.36;
/** In a library of several sources there is more to be taken for the same thing, and `for three decades` may be said of anything. */
const DIFFER_AMONG_OTHERS = 0.06;
/** A count of an event has that event to show for it; one of mere things does not. */
const THINGS_AMONG_OTHERS = 0.24;
const DURATION_AMONG_OTHERS = 0.08;
/** How well a difference must align where nothing else shows that both speak of one story. */
export const DIFFER_ALONE = 0.66;

/** How well a source's claim with another figure must align to refute this one; `only` where it is the library's only source. */
export function differThreshold(claim: Claim, only: boolean): number {
  const { dimension } = claim.figure.quantity;
  const least = isTime(dimension) ? DIFFER_TIME : DIFFER;
  if (only) return least;
  if (dimension === 'count' && claim.event === null) return least + THINGS_AMONG_OTHERS;
  return least + (dimension === 'duration' ? DURATION_AMONG_OTHERS : DIFFER_AMONG_OTHERS);
}

/** The same in a library of several sources where another agrees: most others that seem to differ then speak of something else. */
export const CONFLICT_CHANCE = 0.4;

/** How well a source must align to contradict another that agrees, and by how much of what that one has. */
const CONFLICT = 0.45;
const CONFLICT_PART = 0.65;

/** How well a source's claim with another figure must align where a source that agrees aligns as well as `agreed`. */
export function conflictThreshold(claim: Claim, agreed: number): number {
  // One toll told twice needs no more words in common than its event and its place.
  return claim.toll ? CONFLICT : Math.max(CONFLICT, agreed * CONFLICT_PART);
}

/** By how much of its unlikeliness a difference aligns worse beside an agreement. */
export const UNLIKELY = 0.25;
/** How much better an agreement must align where each sentence names others and nothing shows that they are of one story. */
export const NAMES_APART = 0.25;
/** How much better an agreement must align in a source that tells another story. */
export const UNRELATED = 0.4;
/** How well a figure that merely fits must align: overlapping is easy. */
const FITS = 0.4;

/**
 * How well a source's claim that agrees must align to be evidence: the more digits are the same, the less else need. `only` where its source
 * is the library's only one: of the figures of two digits that such a source has, in whatever words, nine in ten are the draft's.
 */
export function agreeThreshold(claim: Claim, agreement: Agreement, theirs: Figured, only = false): number {
  if (agreement !== 'same') return FITS;
  const exact = exactnessOf(claim, theirs);
  if (exact >= 3) return 0;
  if (only) return exact === 2 ? 0 : 0.06;
  return exact === 2 ? 0.06 : 0.18;
}

/** How much better than a difference a loose agreement must align, and how much worse one that fits may. */
const LOOSE_MARGIN = 0.15;
const FITS_MARGIN = 0.12;
/** How much better one must align that only tells what was before. */
const PAST_MARGIN = 0.05;

/**
 * How much worse than a passage that differs one that agrees may align and still be the one meant: two or more digits do not agree by
 * chance. One that is too wide to support anything must align better.
 */
export function agreeMargin(claim: Claim, agreement: Agreement, theirs: Claim): number {
  if (agreement === 'loose') return -LOOSE_MARGIN;
  if (tellsPastAlone(claim, theirs)) return -PAST_MARGIN;
  // `Faces up to 20 years` says nothing for 16 beside `was given 11`.
  if (agreement !== 'same') return isUpTo(theirs) && !isUpTo(claim) ? 0 : FITS_MARGIN;
  const exact = exactnessOf(claim, theirs);
  return exact >= 3 ? 0.35 : exact === 2 ? 0.28 : FITS_MARGIN;
}

/** Whether only the other tells what was before a change. The day that something ran from is none. */
export function tellsPastAlone(claim: Claim, theirs: Claim): boolean {
  return theirs.role === 'before' && claim.role !== 'before' && theirs.figure.quantity.dimension !== 'date';
}

function isUpTo({ figure }: Claim): boolean {
  return figure.quantity.hedge === 'up-to';
}

/** How likely a difference must be about the same thing to tell that a figure which another source has is of something else. */
export const PLAINLY = 0.6;
/** By how much worse that figure aligns. */
export const FAR_BEHIND = 0.55;

/** How well a figure of two or more digits must align to be perhaps the one meant, and how much better others may. */
const PERHAPS = 0.06;
const PERHAPS_MARGIN = 0.3;
/** The same for one of fewer digits. */
const PERHAPS_ROUND = 0.4;
const PERHAPS_ROUND_MARGIN = 0.15;

/** Whether a source's same figure, too badly aligned to support the draft's, still keeps others from refuting it. */
export function mayBeMeant(claim: Claim, theirs: Claim, score: number, against: number): boolean {
  // What is denied, or only tells what was before, is told apart by that.
  if (theirs.denied || tellsPastAlone(claim, theirs)) return false;
  const [least, margin] = exactnessOf(claim, theirs) >= 2 ? [PERHAPS, PERHAPS_MARGIN] : [PERHAPS_ROUND, PERHAPS_ROUND_MARGIN];
  return score >= least && score >= against - margin;
}

/** How well a figure of fewer digits must align to show that a source tells the draft's story. */
const TELLING = 0.5;

/** Whether a figure that a source has shows that it tells the draft's story: dates and round numbers stand in many. */
export function isTelling(claim: Claim, score: number): boolean {
  if (['date', 'year', 'ordinal'].includes(claim.figure.quantity.dimension)) return false;
  return digitsOf(claim) >= 3 || score >= TELLING;
}

/** From here on a count is more than anybody counts on fingers or reads off a list. */
const LARGE = 1000;

const WITH_UNITS: ReadonlySet<Dimension> = new Set<Dimension>(['money', 'measure', 'points', 'duration', 'age']);

/** A claim, or its figure alone. */
interface Figured {
  readonly figure: Stated;
}

/** How telling it is that two figures are the same: the digits they state, and one more for what has a unit or a scale of its own. */
export function exactnessOf(claim: Claim, theirs: Figured): number {
  const { quantity } = claim.figure;
  // A range holds whatever lies in it; both its ends are seldom another's.
  if (quantity.dimension !== 'date' && quantity.value === null) return isRange(claim) && isRange(theirs) ? 3 : 1;
  const more = WITH_UNITS.has(quantity.dimension);
  const large = quantity.dimension === 'count' && quantity.low >= LARGE;
  return digitsOf(claim) + (more || large ? 1 : 0);
}

/** From here on two figures are the same by no chance. */
const EXACT = 3;
/** How well the same figure must align to be meant though its noun or its time is another: by how telling it is. */
const OTHER_WORDS: readonly number[] = [1, 0.4, 0.3, 0.05];

/**
 * Whether the same figure under another noun, or of another time, is meant all the same (`57,300 pupils`, `57,300 candidates`). Where its
 * source is the library's `only` one, two digits are telling enough, or as much as one more figure shared adds.
 */
export function outweighs(claim: Claim, theirs: Figured, { areOfOtherKinds }: Kinship, score: number, only: boolean): boolean {
  const exact = exactnessOf(claim, theirs);
  if (only) return exact >= 2 || score >= COHESION;
  if (areOfOtherKinds && exact < EXACT) return false;
  return score >= OTHER_WORDS[Math.min(3, exact)]!;
}

function isRange({ figure }: Figured): boolean {
  return figure.quantity.hedge === 'range';
}

function digitsOf(claim: Claim): number {
  const { quantity } = claim.figure;
  if (quantity.dimension === 'date') return quantity.grain === 'day' || quantity.from.year !== null ? 2 : 1;
  return quantity.dimension === 'year' ? 2 : significantDigits(quantity);
}
