/** Weighs what a draft's claims are held against: each source's stance on each of them, and the verdict that follows. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Candidates, ClaimRef, Source } from '../library.ts';
import type { Work } from '../model.ts';
import { Acquaintances, type Acquainted } from './acquaintance.ts';
import { differs } from './agree.ts';
import { type Aligned, type Matches, matchesOf, othersThan } from './candidates.ts';
import type { Evidence, FigureVerdict, SeeAlso } from './evidence.ts';
import { dayOf, reasonOf } from './reason.ts';
import { stanceOf } from './stance.ts';
import { tollsElsewhere } from './story.ts';
import { conflictThreshold, differThreshold, mayBeMeant } from './thresholds.ts';
import type { Trace } from './trace.ts';
import { verdictOf } from './verdict.ts';

/** Holds each claim of a draft against the candidates, and tells `trace` what becomes of each. Yields once a claim. */
export function* weighEvidence(draft: Analysis, candidates: Candidates, trace?: Trace): Work<FigureVerdict[]> {
  const matches = yield* matchesOf(draft, candidates, trace);
  const acquainted = new Acquaintances(draft, sourcesIn(matches));
  const verdicts: FigureVerdict[] = [];
  for (const index of draft.claims.keys()) {
    const story = yield* acquainted.of(draft.claims[index]!);
    verdicts.push(judgeClaim(index, draft, matches, story, candidates, trace));
    yield;
  }
  return verdicts;
}

function sourcesIn({ reached }: Matches): Source[] {
  const sources = new Set<Source>();
  for (const refs of reached) for (const { source } of refs) sources.add(source);
  return [...sources];
}

function judgeClaim(
  index: number,
  draft: Analysis,
  { aligned, reached, taken, shared }: Matches,
  story: Acquainted,
  candidates: Candidates,
  trace: Trace | undefined,
): FigureVerdict {
  const claim = draft.claims[index]!;
  const only = candidates.size === 1;
  const evidence: Evidence[] = [];
  for (const [source, all] of bySource(aligned[index]!)) {
    const free = all.filter(({ ref, alignment, agreement }) => {
      const match = taken.get(ref.claim);
      const isFree = !match || match.index === index || match.score < alignment.score;
      if (!isFree && differs(agreement)) trace?.dropped(claim, ref, { as: 'differs', why: 'taken', needs: null });
      return isFree;
    });
    const known = { only, sharesFigures: othersThan(index, shared.get(source)), related: story.get(source) ?? null };
    const found = stanceOf(claim, all, free, known, trace);
    if (found) evidence.push({ ...found, source, reason: null });
  }
  const isDoubtful = isElsewhere(claim, evidence, aligned[index]!);
  if (isDoubtful) for (const item of evidence) trace?.dropped(claim, item, { as: item.stance, why: 'elsewhere', needs: null });
  const held = isDoubtful ? [] : withoutChance(claim, evidence, reached[index]!, trace);
  const apart = toldApart(held, reached[index]!);
  const elsewhere = tollsElsewhere(claim, held, candidates).filter((item) => {
    const isApart = apart(item);
    if (isApart) trace?.dropped(claim, item, { as: 'differs', why: 'apart', needs: null });
    return !isApart;
  });
  // A source that says so in so many words says more than its own `thousands`, which would fit anything.
  const plain = new Set(elsewhere.map(({ source }) => source));
  const all = [...held.filter(({ source }) => !plain.has(source)), ...elsewhere];
  const spoken = dayOf(all, draft.prose.date);
  const reasoned = all.map((item) => ({ ...item, reason: reasonOf(claim, item, spoken) })).sort(byWorth);
  return { claim, verdict: verdictOf(reasoned), evidence: reasoned, seeAlso: incomparable(claim, aligned[index]!, all, only) };
}

/**
 * Whether all evidence is against a figure that some source states all the same, in words that say too little to tell what of: in doubt,
 * silent.
 */
function isElsewhere(claim: Claim, evidence: readonly Evidence[], aligned: readonly Aligned[]): boolean {
  if (evidence.some(({ stance }) => stance === 'agrees')) return false;
  const against = Math.max(0, ...evidence.map(({ score }) => score));
  return aligned.some(({ ref, alignment, agreement }) => agreement === 'same' && mayBeMeant(claim, ref.claim, alignment.score, against));
}

/** Where a source agrees, what contradicts it must align about as well, more than round it, and be told apart by no source that agrees. */
function withoutChance(claim: Claim, evidence: readonly Evidence[], reached: readonly ClaimRef[], trace: Trace | undefined): Evidence[] {
  const agreeing = evidence.filter(({ stance }) => stance === 'agrees');
  if (agreeing.length === 0) return [...evidence];
  const least = conflictThreshold(claim, Math.max(...agreeing.map(({ score }) => score)));
  const apart = toldApart(evidence, reached);
  return evidence.filter((item) => {
    if (item.stance === 'agrees') return true;
    const why = item.agreement === 'rounded' ? 'rounded' : item.score < least ? 'conflict' : apart(item) ? 'apart' : null;
    if (why) trace?.dropped(claim, item, { as: 'differs', why, needs: why === 'conflict' ? least : null });
    return why === null;
  });
}

/**
 * Tells whether a source that agrees gives a differing figure too, as plain as its own: then it tells two things apart (one outbreak's dead
 * from another's), and there is no contradiction. What came before or after a change is one thing.
 */
function toldApart(evidence: readonly Evidence[], reached: readonly ClaimRef[]): (item: Evidence) => boolean {
  const agreeing = new Set(evidence.filter((item) => item.stance === 'agrees' && item.claim.role === null).map(({ source }) => source));
  const stated = new Map<string, Claim[]>();
  for (const { source, claim } of agreeing.size > 0 ? reached : []) {
    const told = agreeing.has(source) && claim.role === null ? statementOf(claim) : null;
    if (told === null) continue;
    const others = stated.get(told);
    if (others) others.push(claim);
    else stated.set(told, [claim]);
  }
  return ({ claim, stance }) => {
    if (stance === 'agrees' || claim.role !== null || stated.size === 0) return false;
    const told = statementOf(claim);
    return told !== null && (stated.get(told) ?? []).some((other) => other !== claim);
  };
}

/** The value that a claim states, with its event: equal where two state the same. Null where it states none. */
function statementOf({ figure: { quantity }, event }: Claim): string | null {
  return quantity.dimension === 'date' || quantity.value === null ? null : `${quantity.value} ${event}`;
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

/** What aligned as well as a difference must but could not be compared, best first, of sources that said nothing comparable. */
function incomparable(claim: Claim, aligned: readonly Aligned[], evidence: readonly Evidence[], only: boolean): SeeAlso[] {
  const spoken = new Set(evidence.map(({ source }) => source));
  const found: (SeeAlso & { readonly score: number })[] = [];
  const least = differThreshold(claim, only);
  for (const { ref, alignment, agreement } of aligned) {
    if (alignment.score < least || spoken.has(ref.source)) continue;
    const why = alignment.bar === 'time' || alignment.bar === 'role' ? alignment.bar : !alignment.bar && !agreement ? 'unit' : null;
    if (why) found.push({ ...ref, why, score: alignment.score });
  }
  return found.sort((a, b) => b.score - a.score).map(({ source, claim: theirs, why }) => ({ source, claim: theirs, why }));
}

function byWorth(a: Evidence, b: Evidence): number {
  const ranks = ({ stance, reason, agreement }: Evidence) => [
    stance === 'agrees',
    reason === null,
    agreement !== 'loose',
    agreement === 'same',
  ];
  const [left, right] = [ranks(a), ranks(b)];
  const at = left.findIndex((rank, index) => rank !== right[index]);
  return at < 0 ? b.score - a.score : left[at] ? -1 : 1;
}
