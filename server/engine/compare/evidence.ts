/** What a draft's claims are held against: each source's stance on each of them, and the verdict that follows. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Candidates, ClaimRef, Source } from '../library.ts';
import type { Passage, Reason, Stance, Uri, Verdict, Work } from '../model.ts';
import { type Agreement, agreement } from './agree.ts';
import { type Alignment, align } from './align.ts';
import { claimKeys } from './keys.ts';
import { reasonOf } from './reason.ts';
import { type Acquaintance, sameStory } from './story.ts';
import {
  agreeMargin,
  agreeThreshold,
  COHESION,
  COHESIVE,
  conflictThreshold,
  DOUBT_MARGIN,
  differThreshold,
  SAME_STORY,
  WEAK_MARGIN,
} from './thresholds.ts';
import { verdictOf } from './verdict.ts';

/** A source's claim set beside a draft's claim. */
export interface Evidence extends ClaimRef {
  readonly stance: Stance;
  /** Null where the stance is plain. */
  readonly reason: Reason | null;
  /** How well the two claims align, 0 to 1. */
  readonly score: number;
  /** Whether the source's figure is too wide to support a precise one by itself (`dozens` beside 26). */
  readonly weak: boolean;
  /** Whether the source only rounds the draft's figure. */
  readonly rounded: boolean;
}

/** Why a claim about the same thing was not compared: another currency or unit, another role in a change, another time. */
export type Incomparable = 'unit' | 'role' | 'time';

/** A source's claim about the same thing that could not be compared, and why. */
export interface SeeAlso extends ClaimRef {
  readonly why: Incomparable;
}

export interface FigureVerdict {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** Agreeing first, then plain before qualified, best aligned first. */
  readonly evidence: readonly Evidence[];
  readonly seeAlso: readonly SeeAlso[];
}

/** A candidate beside a draft's claim. */
interface Aligned {
  readonly ref: ClaimRef;
  alignment: Alignment;
  /** Null where the quantities cannot be compared. */
  readonly agreement: Agreement | null;
}

/** Holds each claim of a draft against the candidates. Yields once a claim. */
export function* weighEvidence(draft: Analysis, candidates: Candidates): Work<FigureVerdict[]> {
  const aligned: Aligned[][] = [];
  for (const claim of draft.claims) {
    aligned.push(alignAll(claim, draft, candidates));
    yield;
  }
  cohere(draft, aligned);
  const taken = bestMatches(aligned);
  const agreeing = agreeingSources(draft, aligned);
  const verdicts: FigureVerdict[] = [];
  for (const [index, claim] of draft.claims.entries()) {
    verdicts.push(judgeClaim(claim, index, draft, aligned[index]!, taken, agreeing, candidates));
    yield;
  }
  return verdicts;
}

function alignAll(claim: Claim, draft: Analysis, candidates: Candidates): Aligned[] {
  const seen = new Set<Claim>();
  const result: Aligned[] = [];
  for (const key of claimKeys(claim)) {
    for (const ref of candidates.claims.get(key) ?? []) {
      if (seen.has(ref.claim)) continue;
      seen.add(ref.claim);
      const alignment = align(claim, ref.claim);
      const asOf = { figure: claim.figure, asOf: draft.prose.date };
      result.push({ ref, alignment, agreement: agreement(asOf, { figure: ref.claim.figure, asOf: ref.source.article.date }) });
    }
  }
  return result;
}

/**
 * Two sentences that share one figure are likely to be about the same things: the other figures of the draft's sentence align better
 * with that sentence of the source.
 */
function cohere(draft: Analysis, aligned: readonly Aligned[][]): void {
  const pairs = new Map<Passage, Map<number, Set<number>>>();
  const passageOf = ({ source, claim }: ClaimRef) => source.analysis.passages[claim.figure.passage]!;
  aligned.forEach((list, index) => {
    for (const { ref, alignment, agreement: agreed } of list) {
      if (!agreed?.agrees || agreed.weak || alignment.bar || alignment.score < COHESIVE) continue;
      const passages = getOrSet(pairs, passageOf(ref), () => new Map<number, Set<number>>());
      getOrSet(passages, draft.claims[index]!.figure.passage, () => new Set<number>()).add(index);
    }
  });
  aligned.forEach((list, index) => {
    for (const item of list) {
      const shared = pairs.get(passageOf(item.ref))?.get(draft.claims[index]!.figure.passage);
      const others = (shared?.size ?? 0) - (shared?.has(index) ? 1 : 0);
      if (others > 0) item.alignment = { ...item.alignment, score: Math.min(1, item.alignment.score + COHESION) };
    }
  });
}

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** For each source claim the draft claim that it agrees with best: it answers to that one, and refutes no other. */
function bestMatches(aligned: readonly (readonly Aligned[])[]): Map<Claim, { index: number; score: number }> {
  const best = new Map<Claim, { index: number; score: number }>();
  aligned.forEach((list, index) => {
    for (const { ref, alignment, agreement: agreed } of list) {
      if (!agreed?.agrees || alignment.bar) continue;
      if (alignment.score > (best.get(ref.claim)?.score ?? 0)) best.set(ref.claim, { index, score: alignment.score });
    }
  });
  return best;
}

/** For each source the draft's claims that plainly agree with it. */
function agreeingSources(draft: Analysis, aligned: readonly (readonly Aligned[])[]): Map<Source, Set<number>> {
  const sources = new Map<Source, Set<number>>();
  aligned.forEach((list, index) => {
    for (const { ref, alignment, agreement: agreed } of list) {
      if (!agreed?.agrees || agreed.weak || alignment.bar || alignment.score < agreeThreshold(draft.claims[index]!)) continue;
      getOrSet(sources, ref.source, () => new Set<number>()).add(index);
    }
  });
  return sources;
}

function elsewhere(indexes: ReadonlySet<number> | undefined, index: number): boolean {
  return indexes !== undefined && (indexes.size > 1 || !indexes.has(index));
}

function judgeClaim(
  claim: Claim,
  index: number,
  draft: Analysis,
  aligned: readonly Aligned[],
  taken: ReadonlyMap<Claim, { index: number; score: number }>,
  agreeing: ReadonlyMap<Source, ReadonlySet<number>>,
  candidates: Candidates,
): FigureVerdict {
  const evidence: Evidence[] = [];
  for (const [source, list] of bySource(aligned)) {
    const free = list.filter(({ ref, alignment }) => {
      const match = taken.get(ref.claim);
      return !match || match.index === index || match.score < alignment.score;
    });
    const found = stanceOf(claim, list, free, { only: candidates.size === 1, agreesElsewhere: elsewhere(agreeing.get(source), index) });
    if (found) evidence.push({ ...found, source, reason: null });
  }
  const agreed = Math.max(0, ...evidence.filter(({ stance }) => stance === 'agrees').map(({ score }) => score));
  const held = evidence.filter(
    ({ stance, score, rounded }) => stance === 'agrees' || agreed === 0 || (!rounded && score >= conflictThreshold(claim, agreed)),
  );
  const told = ofSameStory(claim, held, candidates);
  // A source that contradicts in so many words says more than one whose `thousands` would fit anything.
  const all = [...held.filter(({ source, weak }) => !(weak && told.some((item) => item.source === source))), ...told];
  const reasoned = all.map((item) => ({ ...item, reason: reasonOf(claim, item, all, draft.prose.date) })).sort(byWorth(claim));
  return { claim, verdict: verdictOf(reasoned), evidence: reasoned, seeAlso: incomparable(claim, aligned, all, candidates.size === 1) };
}

function bySource(aligned: readonly Aligned[]): Map<Source, Aligned[]> {
  const groups = new Map<Source, Aligned[]>();
  for (const item of aligned) {
    const group = groups.get(item.ref.source);
    if (group) group.push(item);
    else groups.set(item.ref.source, [item]);
  }
  return groups;
}

/** One source's stance: where one of its passages agrees, worse aligned ones cannot differ. */
function stanceOf(
  claim: Claim,
  all: readonly Aligned[],
  free: readonly Aligned[],
  known: Acquaintance,
): Omit<Evidence, 'source' | 'reason'> | null {
  const agrees = best(all.filter(({ alignment, agreement: agreed }) => agreed?.agrees && !alignment.bar));
  const differs = best(
    free.filter(
      ({ ref, alignment, agreement: agreed }) =>
        agreed && !agreed.agrees && !alignment.bar && !alignment.doubt && sameStory(claim, ref, alignment.score, known),
    ),
  );
  // An agreement that supports nothing must align clearly better than what contradicts it; a plain one may align worse.
  const margin = agrees?.agreement?.weak ? -WEAK_MARGIN : agreeMargin(claim);
  if (
    agrees &&
    agrees.alignment.score >= agreeThreshold(claim) &&
    agrees.alignment.score >=
      (differs && differs.alignment.score >= differThreshold(claim, known.only) ? differs.alignment.score : 0) - margin
  ) {
    return { claim: agrees.ref.claim, stance: 'agrees', score: agrees.alignment.score, weak: agrees.agreement!.weak, rounded: false };
  }
  // The same figure about nearly the same thing: in doubt, silent.
  const doubtful = best(all.filter(({ alignment, agreement: agreed }) => agreed?.agrees && !agreed.weak && alignment.bar));
  if (doubtful && differs && doubtful.alignment.score >= differs.alignment.score - DOUBT_MARGIN) return null;
  if (differs && differs.alignment.score >= differThreshold(claim, known.only)) {
    const rounded = differs.agreement!.rounded;
    return { claim: differs.ref.claim, stance: 'differs', score: differs.alignment.score, weak: false, rounded };
  }
  return null;
}

/** What aligned as well as a difference must but could not be compared, best first, of sources that said nothing comparable. */
function incomparable(claim: Claim, aligned: readonly Aligned[], evidence: readonly Evidence[], only: boolean): SeeAlso[] {
  const spoken = new Set(evidence.map(({ source }) => source));
  const found: (SeeAlso & { readonly score: number })[] = [];
  for (const { ref, alignment, agreement: agreed } of aligned) {
    if (spoken.has(ref.source) || alignment.score < differThreshold(claim, only)) continue;
    const why = alignment.bar === 'time' || alignment.bar === 'role' ? alignment.bar : !alignment.bar && !agreed ? 'unit' : null;
    if (why) found.push({ ...ref, why, score: alignment.score });
  }
  return found.sort((a, b) => b.score - a.score).map(({ source, claim: theirs, why }) => ({ source, claim: theirs, why }));
}

function best(list: readonly Aligned[]): Aligned | null {
  let top: Aligned | null = null;
  for (const item of list) if (!top || item.alignment.score > top.alignment.score) top = item;
  return top;
}

/**
 * Once a source agrees, it tells which story the claim belongs to: sources of that story (by the names they share) that count the same
 * event differently differ, even where the draft's own sentence names nothing.
 */
function ofSameStory(draft: Claim, evidence: readonly Evidence[], candidates: Candidates): Evidence[] {
  const anchor = evidence.filter(({ stance, weak }) => stance === 'agrees' && !weak).sort((a, b) => b.score - a.score)[0];
  if (!anchor?.claim.toll) return [];
  const spoken = new Set<Uri>(evidence.filter(({ weak }) => !weak).map(({ source }) => source.article.uri));
  const found = new Map<Source, Evidence>();
  for (const key of claimKeys(anchor.claim)) {
    for (const { source, claim } of candidates.claims.get(key) ?? []) {
      if (spoken.has(source.article.uri) || claim.event !== anchor.claim.event) continue;
      const { score, bar, doubt } = align(anchor.claim, claim);
      const ours = align(draft, claim);
      if (bar || doubt || ours.bar || ours.doubt || score < SAME_STORY || !sameTopics(anchor.source, source)) continue;
      const compared = agreement(
        { figure: anchor.claim.figure, asOf: anchor.source.article.date },
        { figure: claim.figure, asOf: source.article.date },
      );
      if (!compared || (found.get(source)?.score ?? 0) >= score) continue;
      found.set(source, {
        source,
        claim,
        stance: compared.agrees ? 'agrees' : 'differs',
        reason: null,
        score,
        weak: compared.weak,
        rounded: compared.rounded,
      });
    }
  }
  return [...found.values()].filter(({ stance, weak }) => stance === 'differs' || !weak);
}

/** How many names two articles must share to be of one story. */
const SHARED_TOPICS = 2;

function sameTopics(a: Source, b: Source): boolean {
  let shared = 0;
  for (const topic of a.topics) if (b.topics.has(topic) && ++shared >= SHARED_TOPICS) return true;
  return false;
}

/** Agreeing before differing, plain before qualified, the same value before one that merely fits, then the better aligned. */
function byWorth(draft: Claim): (a: Evidence, b: Evidence) => number {
  const ranks = ({ stance, reason, weak, claim }: Evidence) => [stance === 'agrees', reason === null, !weak, sameValue(draft, claim)];
  return (a, b) => {
    const [left, right] = [ranks(a), ranks(b)];
    const at = left.findIndex((rank, index) => rank !== right[index]);
    return at < 0 ? b.score - a.score : left[at] ? -1 : 1;
  };
}

function sameValue(a: Claim, b: Claim): boolean {
  const [ours, theirs] = [a.figure.quantity, b.figure.quantity];
  return ours.dimension !== 'date' && theirs.dimension !== 'date' && ours.value !== null && ours.value === theirs.value;
}
