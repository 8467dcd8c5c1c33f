/** Weighs what a draft's claim is held against: each source's stance on it, and the verdict that follows. */
import type { Claim } from '../claims/claim.ts';
import type { Candidates, Source } from '../library.ts';
import type { CalendarDate, Work } from '../model.ts';
import { type Acquainted, isRelated, knowsOne } from './acquaintance.ts';
import { agrees, differs } from './agree.ts';
import { toldApart } from './apart.ts';
import type { Aligned, Contrary, Stray } from './candidates.ts';
import { withoutDerived } from './derived.ts';
import { arePartAndWhole } from './doubt.ts';
import type { Evidence, FigureVerdict, SeeAlso } from './evidence.ts';
import { jointChances } from './joint.ts';
import { dayOf, reasonOf } from './reason.ts';
import { isOfOtherPlace, isSlipOfTime, mayDiffer, mayTakeStance, stanceOf } from './stance.ts';
import { statedInStory } from './stated.ts';
import { type Acquaintance, tollsElsewhere } from './story.ts';
import type { ClaimNumber } from './table.ts';
import {
  BORNE_OUT,
  CONFLICT_CHANCE,
  conflictThreshold,
  differChance,
  differThreshold,
  exactnessOf,
  FAR_BEHIND,
  mayBeMeant,
  PLAINLY,
  REFUTE_CHANCE,
  tellsPastAlone,
} from './thresholds.ts';
import type { Trace } from './trace.ts';
import { verdictOf } from './verdict.ts';

/** What a claim is judged by: what it is held against, and what the draft's other claims and names have to do with that. */
export interface Weighed {
  /** All that was looked at. */
  readonly reached: readonly ClaimNumber[];
  /** Those that may bear on the claim, in the order in which they were found, and by their sources. */
  readonly aligned: readonly Aligned[];
  readonly sources: ReadonlyMap<Source, readonly Aligned[]>;
  /** What else only contradicts the claim. */
  readonly contrary: Contrary;
  /** What other stories state just so of another thing. */
  readonly stray: Stray;
  /** Some of that, which is then looked at, by sources. */
  lookAt(which: readonly number[]): ReadonlyMap<Source, readonly Aligned[]>;
  /** How well the best of the draft's claims that agree with a source's aligns with it; 0 where none does. */
  best(theirs: Claim): number;
  /** The same of the claims of its own sentence. */
  near(theirs: Claim): number;
  /** Whether a source plainly has another of the draft's telling claims. */
  sharesFigures(source: Source): boolean;
  /** What is known of the sources: whether each tells the claim's story. */
  readonly story: Acquainted;
  /** The names of its sentence that few stories know. */
  readonly names: readonly string[];
  /** Whether the claim is a source's itself (see `Weighing`). */
  readonly amongSources: boolean;
  /** The day that the draft speaks from. */
  readonly date: CalendarDate | null;
  readonly candidates: Candidates;
  readonly trace: Trace | undefined;
}

/** How many sources, or claims of theirs, are looked at before a host may look at its clock. */
const STEP = 32;

/** The verdict on a claim. Yields once it has looked at many sources. */
export function* judgeClaim(claim: Claim, weighed: Weighed): Work<FigureVerdict> {
  const { reached, candidates, trace } = weighed;
  const only = candidates.size === 1;
  const stances = withoutDerived(claim, yield* stancesOf(claim, weighed, only), reached, candidates.table, trace);
  const asksMore = !only && !weighed.amongSources;
  const mentioned = asksMore && isMentioned(weighed);
  const likely = asksMore ? withoutUnlikely(claim, stances, mentioned, trace) : stances;
  const evidence = withoutStrays(claim, likely, trace);
  const isDoubtful = isElsewhere(claim, evidence, weighed) || (asksMore && isUnlikely(claim, evidence, mentioned));
  if (isDoubtful) for (const item of evidence) trace?.dropped(claim, item, { as: item.stance, why: 'elsewhere', needs: null });
  const held = isDoubtful
    ? []
    : withoutChance(claim, evidence, toldApart(evidence, reached, candidates.table), only || weighed.amongSources, trace);
  const apart = toldApart(held, reached, candidates.table);
  const elsewhere = (yield* tollsElsewhere(claim, held, candidates)).filter((item) => {
    const isApart = apart(item) || arePartAndWhole(claim, item.claim);
    if (isApart) trace?.dropped(claim, item, { as: 'differs', why: 'apart', needs: null });
    return !isApart;
  });
  // A source that says so in so many words says more than its own `thousands`, which would fit anything.
  const plain = new Set(elsewhere.map(({ source }) => source));
  const spokenFor = [...held.filter(({ source }) => !plain.has(source)), ...elsewhere];
  const all = spokenFor.length === 0 && asksMore ? statedInStory(claim, weighed.aligned, weighed.story) : spokenFor;
  const spoken = dayOf(all, weighed.date);
  const reasoned = all.map((item) => ({ ...item, reason: reasonOf(claim, item, spoken) })).sort(byWorth);
  return { claim, verdict: verdictOf(reasoned), evidence: reasoned, seeAlso: incomparable(claim, weighed, all, only) };
}

/** The sources' stances on a claim, in their order: all that have one, but for those that `withoutChance` would let go for their score alone. */
function* stancesOf(claim: Claim, weighed: Weighed, only: boolean): Work<Evidence[]> {
  const { story, trace } = weighed;
  const found: { readonly evidence: Evidence; readonly place: number }[] = [];
  const heard = heardOf(claim, weighed);
  const knownOf = (source: Source): Acquaintance => ({
    only,
    sharesFigures: weighed.sharesFigures(source),
    related: isRelated(source, story),
    named: knowsOne(weighed.names, source),
    amongSources: weighed.amongSources,
    ...heard(source),
  });
  const look = (source: Source, all: readonly Aligned[]) => {
    if (!trace && !mayTakeStance(claim, all, { only, related: isRelated(source, story) })) return;
    const known = knownOf(source);
    const free = all.filter((item) => {
      if (!differs(item.agreement)) return true;
      const theirs = item.ref.claim;
      const isItsOwn = isFree(item, weighed.best(theirs)) && !isNeighbours(claim, item, weighed.near(theirs));
      if (!isItsOwn) trace?.dropped(claim, item.ref, { as: 'differs', why: 'taken', needs: null });
      return isItsOwn;
    });
    const standing = stanceOf(claim, all, free, known, trace);
    if (standing) found.push({ evidence: { ...standing, source, reason: null }, place: all[0]!.place });
  };
  const others = new Map<Source, readonly Aligned[]>();
  let looked = 0;
  for (const [source, all] of weighed.sources) {
    if (++looked % STEP === 0) yield;
    if (trace || all.some(({ agreement }) => agrees(agreement))) look(source, all);
    else others.set(source, all);
  }
  // Where one agrees, most of those that cannot align too badly to contradict it.
  const agreed = agreedScore(found.map(({ evidence }) => evidence));
  const least = agreed === null ? 0 : conflictThreshold(claim, agreed);
  for (const [source, all] of yield* contraryOf(claim, weighed, others, least, knownOf)) {
    look(source, all);
    if (++looked % STEP === 0) yield;
  }
  return found.sort((a, b) => a.place - b.place).map(({ evidence }) => evidence);
}

/** By source all that only contradicts a claim, where some of it aligns as well as `least` and some could be held against it. */
function* contraryOf(
  claim: Claim,
  weighed: Weighed,
  others: ReadonlyMap<Source, readonly Aligned[]>,
  least: number,
  knownOf: (source: Source) => Acquaintance,
): Work<[Source, readonly Aligned[]][]> {
  const { reached, contrary, lookAt, story } = weighed;
  const only = weighed.candidates.size === 1;
  const { table } = weighed.candidates;
  const { places, scores } = contrary;
  const high = new Set<Source>();
  const able = new Set<Source>();
  for (const [source, all] of others) {
    if (all.some(({ alignment }) => alignment.score >= least)) high.add(source);
    if (mayTakeStance(claim, all, { only, related: isRelated(source, story) })) able.add(source);
  }
  for (let at = 0; at < places.length; at++) if (scores[at]! >= least) high.add(table.sourceOf(reached[places[at]!]!));
  for (let at = 0; at < places.length; at++) {
    const other = reached[places[at]!]!;
    const source = table.sourceOf(other);
    if (!high.has(source) || able.has(source)) continue;
    if (mayDiffer(claim, table.held(other), scores[at]!, knownOf(source))) able.add(source);
    if (at % STEP === STEP - 1) yield;
  }
  const which: number[] = [];
  for (let at = 0; at < places.length; at++) {
    const source = table.sourceOf(reached[places[at]!]!);
    if (able.has(source) && high.has(source)) which.push(at);
  }
  const looked = lookAt(which);
  const sources = [...able].filter((source) => high.has(source));
  return sources.map((source) => [
    source,
    [...(others.get(source) ?? []), ...(looked.get(source) ?? [])].sort((a, b) => a.place - b.place),
  ]);
}

/** What the sources say of a claim's own figure: for each whether it states it, and how well what agrees with it aligns there and elsewhere. */
function heardOf(claim: Claim, weighed: Weighed): (source: Source) => Heard {
  const { sources, stray } = weighed;
  const mentioned = isMentioned(weighed);
  const agreed = new Map<Source, number>();
  const stating = new Set<Source>();
  // Days and years stand in many sentences.
  const { dimension } = claim.figure.quantity;
  const least = dimension === 'date' || dimension === 'year' ? STATED_TIME : 0;
  let barred = 0;
  for (const [source, all] of sources) {
    for (const item of all) {
      const { agreement, alignment } = item;
      if (agreement !== 'same' && agreement !== 'fits') continue;
      if (alignment.bar) barred = Math.max(barred, alignment.score);
      else if (tellsPastAlone(claim, item.ref.claim)) continue;
      else if (alignment.score > (agreed.get(source) ?? 0)) agreed.set(source, alignment.score);
      if (agreement === 'same' && alignment.score >= least && exactnessOf(claim, item) >= STATED) stating.add(source);
    }
  }
  const { table } = weighed.candidates;
  let isStrayStated = false;
  for (let at = 0; at < stray.places.length; at++) {
    const score = stray.scores[at]!;
    barred = Math.max(barred, score);
    if (isStrayStated || !stray.areSame[at] || score < least) continue;
    isStrayStated = exactnessOf(claim, table.formOf(weighed.reached[stray.places[at]!]!).dated) >= STATED;
  }
  let [first, second] = [0, 0];
  let best: Source | null = null;
  for (const [source, score] of agreed) {
    if (score > first) [first, second, best] = [score, first, source];
    else if (score > second) second = score;
  }
  return (source) => ({
    statedHere: stating.has(source),
    statedAnywhere: isStrayStated || stating.size > 0,
    isMentioned: mentioned,
    agreedHere: agreed.get(source) ?? 0,
    agreedElsewhere: source === best ? second : first,
    barred,
  });
}

type Heard = Pick<Acquaintance, 'statedHere' | 'statedAnywhere' | 'isMentioned' | 'agreedHere' | 'agreedElsewhere' | 'barred'>;

/** What is left once nobody agrees who has the same figure of something else: another source plainly tells the claim's own thing otherwise. */
function withoutStrays(claim: Claim, evidence: readonly Evidence[], trace: Trace | undefined): Evidence[] {
  let plain = 0;
  for (const { stance, agreement, score, chance } of evidence)
    if (stance === 'differs' && agreement === 'differs' && (chance ?? 0) >= PLAINLY && score > plain) plain = score;
  const isHere = isToldOfPlace(claim, evidence);
  return evidence.filter((item) => {
    if (isHere && item.stance === 'agrees' && isOfOtherPlace(claim, item.claim)) {
      trace?.dropped(claim, item, { as: 'agrees', why: 'place', needs: null });
      return false;
    }
    // Whoever counts the same event tells of the same thing, in however few words.
    const isSameToll = claim.toll && item.claim.event === claim.event;
    const isStray = item.stance === 'agrees' && item.score < plain - FAR_BEHIND && !isSameToll;
    if (isStray) trace?.dropped(claim, item, { as: 'agrees', why: 'outdone', needs: plain - FAR_BEHIND });
    return !isStray;
  });
}

/** Whether a source plainly tells another toll of the claim's own place: then the same figure of another place is chance. */
function isToldOfPlace({ toll, place }: Claim, evidence: readonly Evidence[]): boolean {
  if (!toll || place.length === 0) return false;
  return evidence.some(
    ({ stance, agreement, chance, claim: theirs }) =>
      stance === 'differs' &&
      agreement === 'differs' &&
      (chance ?? 1) >= PLAINLY &&
      theirs.toll &&
      place.some((part) => theirs.place.includes(part)),
  );
}

/** How telling a figure must be to be looked for in all sources. */
const STATED = 2;
/** How well a day or a year must align to be looked for in all sources. */
const STATED_TIME = 0.12;

/** How well the best of those that agree aligns; null where none does. */
function agreedScore(evidence: readonly Evidence[]): number | null {
  let best: number | null = null;
  for (const { stance, score } of evidence) if (stance === 'agrees' && (best === null || score > best)) best = score;
  return best;
}

/** By how much worse than the other a claim of one sentence that agrees may align, and still be the one that is meant. */
const TAKEN = 0.1;

/** Whether what a source says may be held against a claim: the draft has no other claim that agrees with it and aligns as well. */
export function isFree({ agreement, alignment }: Aligned, best: number): boolean {
  return !differs(agreement) || best <= 0 || best < alignment.score;
}

/** Whether another figure of a claim's own sentence agrees with what a source says, and is meant by it: it aligns about as well. */
function isNeighbours({ role }: Claim, { agreement, alignment }: Aligned, near: number): boolean {
  // What a change runs from and to are told apart by their roles.
  return differs(agreement) && role !== 'before' && role !== 'after' && near > 0 && near >= alignment.score - TAKEN;
}

/**
 * Whether all evidence is against a figure that some source states all the same, in words that say too little to tell what of: in doubt,
 * silent.
 */
function isElsewhere(claim: Claim, evidence: readonly Evidence[], { aligned, stray, reached, candidates }: Weighed): boolean {
  if (evidence.length === 0 || evidence.some(({ stance }) => stance === 'agrees')) return false;
  const against = Math.max(0, ...evidence.map(({ score }) => score));
  const isHere = isToldOfPlace(claim, evidence);
  const isMeant = (theirs: Claim, score: number) => !(isHere && isOfOtherPlace(claim, theirs)) && mayBeMeant(claim, theirs, score, against);
  if (aligned.some(({ ref, alignment, agreement }) => agreement === 'same' && isMeant(ref.claim, alignment.score))) return true;
  const { table } = candidates;
  return stray.places.some((place, at) => stray.areSame[at] && isMeant(table.held(reached[place]!).claim, stray.scores[at]!));
}

/** Whether all evidence is against a figure, and none of it is likely enough to be about the same thing to say so by itself. */
function isUnlikely(claim: Claim, evidence: readonly Evidence[], mentioned: boolean): boolean {
  const chanceOf = jointChances(evidence);
  return evidence.every(
    (item) => item.stance === 'differs' && !isSlipOfTime(claim, item.claim, mentioned) && chanceOf(item) < REFUTE_CHANCE,
  );
}

/** What is left once nobody differs who is hardly about the same thing, and whom nobody bears out who states the same. */
function withoutUnlikely(claim: Claim, evidence: readonly Evidence[], mentioned: boolean, trace: Trace | undefined): Evidence[] {
  const chanceOf = jointChances(evidence);
  return evidence.filter((item) => {
    const { stance, chance, claim: theirs } = item;
    if (stance === 'agrees' || chance === undefined || isSlipOfTime(claim, theirs, mentioned)) return true;
    const isLikely = chance >= differChance(claim, theirs, AMONG_OTHERS) || chanceOf(item) >= BORNE_OUT;
    if (!isLikely) trace?.dropped(claim, item, { as: 'differs', why: 'chance', needs: null });
    return isLikely;
  });
}

const AMONG_OTHERS = { only: false, amongSources: false };

/** Whether some source states a figure at all, in whatever words. */
function isMentioned({ aligned, stray }: Weighed): boolean {
  return stray.areSame.includes(true) || aligned.some(({ agreement }) => agreement === 'same');
}

/**
 * Where a source agrees, what contradicts it must align about as well, more than round it, and be told apart by no source that agrees. What
 * is crossed with another figure of the sentence is not told apart by that.
 */
function withoutChance(
  claim: Claim,
  evidence: readonly Evidence[],
  apart: (item: Evidence) => boolean,
  only: boolean,
  trace: Trace | undefined,
): Evidence[] {
  const agreed = agreedScore(evidence);
  if (agreed === null) return [...evidence];
  const least = conflictThreshold(claim, agreed);
  // What is too wide to support anything (`dozens`) makes no difference less likely.
  const isPlain = evidence.some(({ stance, agreement }) => stance === 'agrees' && agreement !== 'loose');
  return evidence.filter((item) => {
    if (item.stance === 'agrees') return true;
    const unlikely = !only && isPlain && (item.chance ?? 1) < CONFLICT_CHANCE;
    // A part is consistent with its whole.
    const isPart = arePartAndWhole(claim, item.claim);
    const why =
      item.agreement === 'rounded'
        ? 'rounded'
        : isPart
          ? 'part'
          : unlikely
            ? 'chance'
            : item.score < least
              ? 'conflict'
              : item.chance !== undefined && apart(item)
                ? 'apart'
                : null;
    if (why) trace?.dropped(claim, item, { as: 'differs', why, needs: why === 'conflict' ? least : null });
    return why === null;
  });
}

/**
 * What aligned as well as a difference must but could not be compared, best first, of sources that may tell the story and said nothing
 * comparable.
 */
function incomparable(claim: Claim, { aligned, story }: Weighed, evidence: readonly Evidence[], only: boolean): SeeAlso[] {
  const spoken = new Set(evidence.map(({ source }) => source));
  const found: (SeeAlso & { readonly score: number })[] = [];
  const least = differThreshold(claim, only);
  for (const { ref, alignment, agreement } of aligned) {
    const why = alignment.bar === 'time' || alignment.bar === 'role' ? alignment.bar : !alignment.bar && !agreement ? 'unit' : null;
    if (why === null || alignment.score < least || spoken.has(ref.source) || (!only && isRelated(ref.source, story) === false)) continue;
    found.push({ source: ref.source, claim: ref.claim, why, score: alignment.score });
  }
  return found.sort((a, b) => b.score - a.score).map(({ source, claim: theirs, why }) => ({ source, claim: theirs, why }));
}

function byWorth(a: Evidence, b: Evidence): number {
  return rankOf(b) - rankOf(a) || b.score - a.score;
}

/** What goes before all else is worth more than all of that together. */
function rankOf({ stance, reason, agreement }: Evidence): number {
  return (stance === 'agrees' ? 8 : 0) + (reason === null ? 4 : 0) + (agreement !== 'loose' ? 2 : 0) + (agreement === 'same' ? 1 : 0);
}
