/** Where one source stands on a claim: its best aligned passages speak for it. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimRef } from '../library.ts';
import type { Stance } from '../model.ts';
import { type Agreement, agrees, differs } from './agree.ts';
import { ALL_BUT_TIME } from './align.ts';
import type { Aligned } from './candidates.ts';
import { areAdditionsApart, type Doubt, doubtOf, isPlaceOf, isWeighed, namesApart, placesApart } from './doubt.ts';
import { sameSpeaker } from './reason.ts';
import { chanceOf, signsOf } from './signs.ts';
import { isTimeSlip, isTransposed } from './slips.ts';
import { type Acquaintance, isToldThere, tellsSameStory } from './story.ts';
import {
  agreeMargin,
  agreeThreshold,
  DOUBT_MARGIN,
  differChance,
  exactnessOf,
  FAINT_CHANCE,
  NAMES_APART,
  SLIP_OF_TIME,
  SLIP_OF_TIME_CHANCE,
  UNLIKELY,
  UNRELATED,
  weighedFrom,
} from './thresholds.ts';
import type { Drop, Trace } from './trace.ts';

/** What a source says of a claim, by its best passage. */
export interface Standing {
  readonly claim: Claim;
  readonly stance: Stance;
  readonly agreement: Agreement;
  /** How well the two claims align, 0 to 1. */
  readonly score: number;
  /** Of one that differs, how likely it is about the same thing (see `signs.ts`). */
  readonly chance?: number;
}

/** How much how well two claims align tells beside how likely they are about the same thing. */
const SCORE_PART = 0.2;

/**
 * One source's stance; null where it says nothing comparable. Where one of its passages agrees, worse aligned ones cannot differ.
 * `all` are its candidates for the claim, `free` those that answer to no other claim of the draft.
 */
export function stanceOf(
  claim: Claim,
  all: readonly Aligned[],
  free: readonly Aligned[],
  known: Acquaintance,
  trace?: Trace,
): Standing | null {
  const sift = (stance: Stance, list: readonly Aligned[], lacks: (item: Aligned) => Lack | null) =>
    list.filter((item) => {
      const lack = lacks(item);
      if (lack) trace?.dropped(claim, item.ref, { as: stance, needs: null, ...lack });
      return lack === null;
    });
  const chances = new Map<Aligned, number>();
  const chance = (item: Aligned, doubt: Doubt | null) => {
    const values = signsOf(claim, item.ref, item.alignment, known, doubt);
    trace?.weighed?.(claim, item.ref, values);
    const found = chanceOf(values);
    chances.set(item, found);
    return found;
  };
  const isElsewhere = elsewhere(claim, all);
  const differing = sift('differs', free.filter(differsPlainly), (item) => isElsewhere(item) ?? lacksAgainst(claim, item, known, chance));
  // What is crossed is not weighed: it is about the same thing.
  const likely = (item: Aligned) => chances.get(item) ?? 1;
  // Of those about as likely the better aligned: it is the one to stand beside a source that agrees.
  const worth = (item: Aligned) => likely(item) + SCORE_PART * item.alignment.score;
  const against = best(differing, worth);
  // What is hardly about the same thing outdoes little.
  const contrary = against ? against.alignment.score - UNLIKELY * (1 - likely(against)) : 0;
  const agreeing = sift('agrees', all.filter(agreesAtAll), (item) => isElsewhere(item) ?? lacksInFavour(claim, item, contrary, known));
  // What a source only denies says nothing for it, and its own figure against it.
  const asserted = agreeing.filter(({ ref }) => !ref.claim.denied);
  const favourable = against && asserted.length === 0 ? [] : asserted.length > 0 ? asserted : agreeing;
  // What is too wide to support anything says less than the figure itself.
  const telling = favourable.filter(({ agreement }) => agreement !== 'loose');
  // Nor does it say more than the only source's own other figure.
  const inFavour = best(telling.length > 0 ? telling : known.only && against ? [] : favourable);
  // The same figure about nearly the same thing: in doubt, silent.
  const doubtful = inFavour
    ? null
    : best(all.filter((item) => (item.agreement === 'same' || (item.agreement === 'fits' && !allowsAnything(item))) && item.alignment.bar));
  // What is unlikely by itself is heard where other sources may bear it out.
  const faint = () =>
    doubtful || known.only || known.amongSources
      ? null
      : best(
          free.filter((item) => (chances.get(item) ?? 0) >= FAINT_CHANCE),
          worth,
        );
  const silenced = against !== null && doubtful !== null && doubtful.alignment.score >= contrary - DOUBT_MARGIN;
  const winner =
    correctionOf(inFavour, free) ??
    (isSaidBySame(claim, against, inFavour) ? against : (inFavour ?? (silenced ? null : (against ?? faint()))));
  if (trace) {
    for (const item of [...differing, ...agreeing]) {
      if (item === winner) continue;
      trace.dropped(claim, item.ref, { as: stanceIn(item), why: silenced ? 'doubtful' : 'outdone', needs: null });
    }
  }
  if (!winner) return null;
  const { ref, alignment, agreement } = winner;
  const standing = { claim: ref.claim, stance: stanceIn(winner), agreement: agreement!, score: alignment.score };
  const chanceFound = chances.get(winner);
  return standing.stance === 'differs' && chanceFound !== undefined ? { ...standing, chance: chanceFound } : standing;
}

/** Whether a source could have a stance at all. Quick to tell, for most have none. */
export function mayTakeStance(claim: Claim, all: readonly Aligned[], { only, related }: Pick<Acquaintance, 'only' | 'related'>): boolean {
  const needs = weighedFrom(claim, only);
  const farther = !only && related === false ? UNRELATED : 0;
  return all.some((item) => {
    const { agreement, mayKnow, crossed } = item;
    const { bar, score } = item.alignment;
    if (bar !== null) return false;
    if (crossed) return true;
    // What `lacksInFavour` looks at first.
    if (agrees(agreement)) return score >= farther && score >= agreeThreshold(claim, agreement!, item, only) + farther;
    // What `lacksAgainst` and `tellsSameStory` look at first.
    if (!differs(agreement) || !(only || related !== false || mayKnow)) return false;
    const [ours, theirs] = [claim.figure.quantity, item.figure.quantity];
    return score >= needs || isTransposed(ours, theirs) || isTimeSlip(ours, theirs);
  });
}

/** Whether a figure that differs and is kept apart by no bar could be held against a claim: whether `lacksAgainst` leaves it to chance. */
export function mayDiffer(claim: Claim, ref: ClaimRef, score: number, known: Acquaintance): boolean {
  return lacksWeight(claim, ref, score, known) === null;
}

/** Whether a figure fits as any smaller one would: `as much as 5 percent`. */
function allowsAnything({ ref }: Aligned): boolean {
  return ref.claim.figure.quantity.hedge === 'up-to';
}

/** Of what is only denied, the figure that its sentence gives instead: `1,247 people, not 1,284`. */
function correctionOf(inFavour: Aligned | null, free: readonly Aligned[]): Aligned | null {
  if (!inFavour?.ref.claim.denied) return null;
  const { source, claim } = inFavour.ref;
  const isInstead = ({ ref, agreement }: Aligned) =>
    differs(agreement) && ref.source === source && ref.claim.figure.passage === claim.figure.passage && !ref.claim.denied;
  return best(free.filter(isInstead));
}

/** Whether whom the draft names says otherwise, and somebody else what the draft says. */
function isSaidBySame({ speaker }: Claim, against: Aligned | null, inFavour: Aligned | null): boolean {
  const [contrary, favourable] = [against?.ref.claim.speaker, inFavour?.ref.claim.speaker];
  if (!speaker || !contrary || !favourable) return false;
  return sameSpeaker(speaker, contrary) && !sameSpeaker(speaker, favourable);
}

/** What a passage lacks to count, with the score it would have needed where that is it. */
type Lack = Pick<Drop, 'why'> & Partial<Pick<Drop, 'needs'>>;

function agreesAtAll({ agreement }: Aligned): boolean {
  return agrees(agreement);
}

/** What a source only denies (`nine, not four`) is no figure of its own. */
function differsPlainly({ agreement, ref }: Aligned): boolean {
  return differs(agreement) && !ref.claim.denied;
}

function stanceIn(item: Aligned): Stance {
  return agreesAtAll(item) ? 'agrees' : 'differs';
}

/** What a passage with another figure lacks to be held against a claim; null where nothing. */
function lacksAgainst(
  claim: Claim,
  item: Aligned,
  known: Acquaintance,
  chance: (item: Aligned, doubt: Doubt | null) => number,
): Lack | null {
  const { ref, alignment } = item;
  const { score, bar } = alignment;
  if (bar) return { why: bar };
  if (item.crossed) return null;
  const lack = lacksWeight(claim, ref, score, known);
  if (lack) return lack;
  const isSlip = isSlipOfTime(claim, ref.claim, known.isMentioned);
  const needs = isSlip ? SLIP_OF_TIME_CHANCE : differChance(claim, ref.claim, known);
  return chance(item, doubtOf(claim, ref.claim)) < needs ? { why: 'chance' } : null;
}

/** How telling (see `exactnessOf`) a figure must be for its digits in another order to be no chance, however few words are shared. */
const TELLING_SLIP = 3;

/** Whether a date or a year that no source mentions is what a slip of the hand makes of a source's. */
export function isSlipOfTime({ figure: { quantity } }: Claim, theirs: Claim, isMentioned: boolean): boolean {
  return !isMentioned && isTimeSlip(quantity, theirs.figure.quantity);
}

/** How well the ages of two people whom nobody names must align to be one's (`their 12-year-old daughter`). */
const SAME_PERSON = 0.7;

/** What a figure that differs lacks to be weighed; null where nothing. */
function lacksWeight(claim: Claim, ref: ClaimRef, score: number, known: Acquaintance): Lack | null {
  const needs = isSlipOfTime(claim, ref.claim, known.isMentioned) ? SLIP_OF_TIME : weighedFrom(claim, known.only);
  const isSlip = isTransposed(claim.figure.quantity, ref.claim.figure.quantity);
  // Of two small counts the digits are turned round by chance, too.
  const least = isSlip ? (exactnessOf(claim, ref.claim) < TELLING_SLIP ? needs / 2 : 0) : needs;
  if (score < least) return { why: 'score', needs: least };
  if (!tellsSameStory(claim, ref, score, known)) return { why: 'story' };
  if (!known.sharesFigures && areAdditionsApart(claim, ref.claim)) return { why: 'time' };
  const isElsewhere = claim.toll && ref.claim.toll && !isSlip && !isToldThere(claim, ref.claim, ref.source);
  const doubt = isElsewhere ? 'place' : doubtOf(claim, ref.claim);
  // An age with its digits turned round is a slip, of whomever both leave unnamed.
  // What is told in the same words of the same names is of one time, though one text leaves it out.
  const isOne =
    doubt === 'time' && claim.time === null && score >= ALL_BUT_TIME && !namesApart(claim, ref.claim) && claim.ownNames.size > 0;
  const areUnnamed = doubt === 'subject' && claim.subjects.length === 0 && ref.claim.subjects.length === 0;
  const why = isOne || (areUnnamed && (isSlip || score >= SAME_PERSON)) ? null : doubt;
  return why && !isWeighed(why) ? { why } : null;
}

/** What a passage that agrees lacks to speak for a claim, beside one of its source that differs and aligns as well as `contrary`. */
function lacksInFavour(
  claim: Claim,
  { ref, alignment: { score, bar }, agreement }: Aligned,
  contrary: number,
  known: Acquaintance,
): Lack | null {
  if (bar) return { why: bar };
  // Dozens killed in a country say nothing of how many were in one of its towns.
  if (agreement === 'loose' && isOfOtherPlace(claim, ref.claim)) return { why: 'place' };
  const needs = agreeThreshold(claim, agreement!, ref.claim, known.only) + distanceOf(claim, ref.claim, known);
  if (score < needs) return { why: 'score', needs };
  // Nobody has the very day of another thing.
  if (known.only && isWholeDay(claim) && agreement === 'same' && isWholeDay(ref.claim)) return null;
  const beside = contrary - (isOfOtherPlace(claim, ref.claim) ? 0 : agreeMargin(claim, agreement!, ref.claim));
  return score < beside ? { why: 'margin', needs: beside } : null;
}

/** Whether a claim's toll is told apart from a source's by the places of both. Where a part was its own words may not tell (`40 died in Lund, nine of them in a school`). */
export function comparesPlaces({ place, toll, role }: Claim): boolean {
  return toll && place.length > 0 && role !== 'part';
}

/** Tells which of a source's tolls are of another place than a claim's: their sentence has a toll of that place, too (`nine in Lund, four in Marlow`). */
function elsewhere(claim: Claim, all: readonly Aligned[]): (item: Aligned) => Lack | null {
  const { place } = claim;
  if (!comparesPlaces(claim)) return () => null;
  const isThere = ({ claim }: ClaimRef) => claim.toll && isPlaceOf(place, claim.place);
  const told = new Set(all.filter(({ ref }) => isThere(ref)).map(({ ref }) => ref.claim.figure.passage));
  return ({ ref }) =>
    ref.claim.toll && ref.claim.place.length > 0 && told.has(ref.claim.figure.passage) && !isThere(ref) ? { why: 'place' } : null;
}

function isWholeDay({ figure: { quantity } }: Claim): boolean {
  return quantity.dimension === 'date' && quantity.grain === 'day' && quantity.from.year !== null;
}

/** Whether two tolls are told of two places: the same number in both is chance, more likely than not. */
export function isOfOtherPlace(claim: Claim, theirs: Claim): boolean {
  return claim.toll && theirs.toll && placesApart(claim, theirs);
}

/** How much better than others a passage must align to agree, where its sentence or its source names others than the draft. */
function distanceOf(claim: Claim, theirs: Claim, { only, related }: Acquaintance): number {
  if (only) return 0;
  if (related === false) return UNRELATED;
  return !related && namesApart(claim, theirs) ? NAMES_APART : 0;
}

/** The best aligned, or best by another measure; of equals one that has the same figure, then the first. */
function best(list: readonly Aligned[], measure = ({ alignment }: Aligned) => alignment.score): Aligned | null {
  let top: Aligned | null = null;
  for (const item of list) {
    const more = top ? measure(item) - measure(top) : 1;
    if (more > 0 || (more === 0 && item.agreement === 'same' && top?.agreement !== 'same')) top = item;
  }
  return top;
}
