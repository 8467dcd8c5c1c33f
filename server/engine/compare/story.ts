/** Whether sources tell the story a draft's claim belongs to: shared names or figures, not only a shared kind of thing. */
import type { Claim } from '../claims/claim.ts';
import type { Candidates, ClaimRef, Source } from '../library.ts';
import type { Quantity, Work } from '../model.ts';
import { fold } from '../names/romanise.ts';
import { agreement, agrees } from './agree.ts';
import { align } from './align.ts';
import { compareDates } from './calendar.ts';
import { areAdditionsApart, doubtOf, farApart, isPlaceOf } from './doubt.ts';
import type { Evidence } from './evidence.ts';
import { reachOf } from './reach.ts';
import { digitsOf, isMisread, isOtherUnit, isTransposed } from './slips.ts';
import { markedOf } from './standpoints.ts';
import { DIFFER_ALONE, SAME_STORY } from './thresholds.ts';

/** What is known of a source beside the claim that is judged. */
export interface Acquaintance {
  /** Whether it is the library's only source: then the draft can speak of nothing else. */
  readonly only: boolean;
  /** Whether the claim is a source's itself, and no draft's. */
  readonly amongSources: boolean;
  /** Whether it has another figure of the draft. */
  readonly sharesFigures: boolean;
  /** Whether it tells the claim's story (see `Acquaintances`); null where nothing tells which sources do. */
  readonly related: boolean | null;
  /** Whether it knows a name of the claim's sentence that few stories do. */
  readonly named: boolean;
  /** Whether it, and whether any source, states the claim's figure in whatever words, if that is a telling one. */
  readonly statedHere: boolean;
  readonly statedAnywhere: boolean;
  /** Whether any source states it at all, however little the words have in common. */
  readonly isMentioned: boolean;
  /** How well what agrees with the claim aligns with it, in the source and in the others; 0 where nothing agrees. */
  readonly agreedHere: number;
  readonly agreedElsewhere: number;
  /** How well the best of those aligns that have the same figure and are ruled out for their noun, event, role or time. */
  readonly barred: number;
}

/**
 * Whether a claim that differs may be held against the draft's: its source tells the draft's story, and knows a name of the draft's
 * sentence if that has any. Where no name tells which sources do, another figure of the draft in that source will do, or a library of one,
 * or likeness beyond doubt.
 */
export function tellsSameStory(claim: Claim, { source, claim: theirs }: ClaimRef, score: number, known: Acquaintance): boolean {
  if (!known.only && known.related === false && !(known.named && knowsName(claim, theirs))) return false;
  if (claim.opener !== null && source.topics.has(claim.opener)) return true;
  for (const name of claim.names) if (theirs.names.has(name) || source.topics.has(name)) return true;
  if (claim.ownNames.size === 0) return known.only || known.related === true || known.sharesFigures || score >= DIFFER_ALONE;
  // A paper need not name the country that it is read in.
  if (known.only) return known.sharesFigures;
  if (known.related === true && score >= (isOneToll(claim, theirs) ? UNNAMED : SAME_WORDS)) return true;
  return known.related !== false && score >= UNNAMED && isSlip(claim.figure.quantity, theirs.figure.quantity);
}

/** Whether a source's own sentence, or what it goes on about, names somebody or somewhere that the draft's sentence names. */
function knowsName({ ownNames }: Claim, { names }: Claim): boolean {
  for (const name of ownNames) if (names.has(name)) return true;
  return false;
}

/**
 * How well a claim must align whose source names nobody that the draft's sentence names. Its figure must differ as a slip of the hand does,
 * too: that of another country's central bank does not.
 */
const UNNAMED = 0.45;

/** How well it must align where its source tells the same story. */
const SAME_WORDS = 0.6;

function isOneToll(a: Claim, b: Claim): boolean {
  return a.toll && b.toll && a.event === b.event;
}

/** Of figures with fewer digits that are another's save one there are many. */
const TELLING_DIGITS = 3;

function isSlip(a: Quantity, b: Quantity): boolean {
  return isTransposed(a, b) || isOtherUnit(a, b) || (isMisread(a, b) && digitsOf(a)!.digits.length >= TELLING_DIGITS);
}

/** A toll that is this many times another, with nothing but its event to go by, is another event's. */
const MOVED = 10;
/** Whether a draft's claim and another source's may be of two things. When it was, the source that the draft agrees with may tell instead. */
function isDoubtful(draft: Claim, anchor: Claim, claim: Claim): boolean {
  const doubt = doubtOf(draft, claim);
  const isDated = draft.time === null && anchor.time !== null && claim.time !== null;
  // Who tells of a day by itself need not mean all that the other counts.
  const isOfDay = draft.time?.grain === 'day' && claim.time === null;
  return isOfDay || areAdditionsApart(draft, claim) || (doubt !== null && !(doubt === 'time' && isDated));
}

/**
 * Whether a source's toll may be that of the draft's place: the toll of one prison or town is nobody else's. A paper may leave out where it
 * all happened, if it says so in its title, or is of the country, or tells of where it was (`the quake in Marlow killed`).
 */
export function isToldThere(draft: Claim, theirs: Claim, { topics, article: { title } }: Source): boolean {
  if (draft.place.length === 0) return true;
  if (isPlaceOf(draft.place, theirs.place) || draft.place.some((part) => theirs.names.has(part))) return true;
  // Whoever dates it to the same past year means the same.
  if (draft.time && theirs.time && theirs.place.length === 0 && compareDates(draft.time, theirs.time) !== 'apart') return true;
  if (theirs.place.length > 0) return false;
  const words = fold((title ?? '').toLowerCase());
  return draft.place.some((part) => words.includes(part) || ((draft.isCountry || draft.isSite) && topics.has(part)));
}

/** How many claims are looked at before a host may look at its clock. */
const STEP = 64;

/**
 * Once a source has a toll, it tells which story the claim belongs to: other sources of that story (by the names they share) that count
 * the same event differently differ, even where the draft's own sentence names nothing. Sources that have spoken plainly are not asked again.
 * Yields once it has looked at many claims.
 */
export function* tollsElsewhere(draft: Claim, evidence: readonly Evidence[], candidates: Candidates): Work<Evidence[]> {
  const anchor = evidence
    .filter((item) => item.stance === 'agrees' && item.agreement !== 'loose' && !item.claim.denied)
    .sort((a, b) => b.score - a.score)[0];
  if (!anchor?.claim.toll) return [];
  const spoken = new Set(evidence.filter((item) => item.agreement !== 'loose').map(({ source }) => source));
  const found = new Map<Source, Evidence>();
  const kin = yield* candidates.topics.nearest(anchor.source);
  const { table } = candidates;
  const wanted = markedOf(
    [...kin].filter((source) => !spoken.has(source)),
    table,
  );
  const reached = reachOf(anchor.claim, candidates, { wanted });
  for (let at = 0; at < reached.length; at++) {
    if (at % STEP === STEP - 1) yield;
    const number = reached[at]!;
    if (wanted[table.sourceNumberOf(number)] === 0) continue;
    const { source, claim } = table.held(number);
    if (claim.event !== anchor.claim.event) continue;
    if (!isToldThere(draft, claim, source)) continue;
    const { score, bar } = align(anchor.claim, claim);
    if (bar || score < SAME_STORY || (found.get(source)?.score ?? 0) >= score || align(draft, claim).bar) continue;
    if (
      doubtOf(anchor.claim, claim) ||
      isDoubtful(draft, anchor.claim, claim) ||
      farApart(draft.figure.quantity, claim.figure.quantity, MOVED)
    )
      continue;
    const compared = agreement(
      { figure: anchor.claim.figure, asOf: anchor.source.article.date },
      { figure: claim.figure, asOf: source.article.date },
    );
    if (!compared) continue;
    found.set(source, { source, claim, stance: agrees(compared) ? 'agrees' : 'differs', reason: null, agreement: compared, score });
  }
  return [...found.values()].filter((item) => item.agreement !== 'loose');
}
