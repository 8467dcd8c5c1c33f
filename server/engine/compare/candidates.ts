/** A draft's claims beside what the library has on them: each pair aligned and compared, before anything is made of it. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Candidates, ClaimRef, Source } from '../library.ts';
import type { Passage, Work } from '../model.ts';
import { type Agreement, agreement, agrees } from './agree.ts';
import { type Alignment, align } from './align.ts';
import { claimKeys } from './keys.ts';
import { agreeThreshold, COHESION, COHESIVE, isTelling } from './thresholds.ts';

/** A candidate beside a draft's claim. */
export interface Aligned {
  readonly ref: ClaimRef;
  readonly alignment: Alignment;
  /** Null where the quantities cannot be compared. */
  readonly agreement: Agreement | null;
}

/** All of a draft's claims with their candidates, and what follows from seeing them together. */
export interface Matches {
  /** For each claim of the draft its candidates. */
  readonly aligned: readonly (readonly Aligned[])[];
  /** For each source claim the draft claim that it agrees with best: it answers to that one, and refutes no other. */
  readonly taken: ReadonlyMap<Claim, { readonly index: number; readonly score: number }>;
  /** For each source the draft's telling claims that it plainly has. */
  readonly shared: ReadonlyMap<Source, ReadonlySet<number>>;
}

/** Aligns each claim of a draft with its candidates. Yields once a claim. */
export function* matchesOf(draft: Analysis, candidates: Candidates): Work<Matches> {
  const aligned: Aligned[][] = [];
  for (const claim of draft.claims) {
    aligned.push(alignAll(claim, draft, candidates));
    yield;
  }
  const cohering = cohere(draft, aligned);
  yield;
  return { aligned: cohering, taken: bestMatches(cohering), shared: sharedWith(draft, cohering) };
}

function alignAll(claim: Claim, draft: Analysis, candidates: Candidates): Aligned[] {
  const seen = new Set<Claim>();
  const result: Aligned[] = [];
  const ours = { figure: claim.figure, asOf: draft.prose.date };
  for (const key of claimKeys(claim)) {
    for (const ref of candidates.claims.get(key) ?? []) {
      if (seen.has(ref.claim)) continue;
      seen.add(ref.claim);
      const theirs = { figure: ref.claim.figure, asOf: ref.source.article.date };
      result.push({ ref, alignment: align(claim, ref.claim), agreement: agreement(ours, theirs) });
    }
  }
  return result;
}

/**
 * Two sentences that share one figure are likely to be about the same things: the other figures of the draft's sentence align better
 * with that sentence of the source.
 */
function cohere(draft: Analysis, aligned: readonly (readonly Aligned[])[]): Aligned[][] {
  const passageOf = ({ source, claim }: ClaimRef) => source.analysis.passages[claim.figure.passage]!;
  const ourPassage = (index: number) => draft.claims[index]!.figure.passage;
  const pairs = new Map<Passage, Map<number, Set<number>>>();
  aligned.forEach((list, index) => {
    for (const { ref, alignment, agreement: found } of list) {
      if (found !== 'same' || alignment.bar || alignment.score < COHESIVE) continue;
      const passages = getOrSet(pairs, passageOf(ref), () => new Map<number, Set<number>>());
      getOrSet(passages, ourPassage(index), () => new Set<number>()).add(index);
    }
  });
  return aligned.map((list, index) =>
    list.map((item) => {
      if (!othersThan(index, pairs.get(passageOf(item.ref))?.get(ourPassage(index)))) return item;
      return { ...item, alignment: { ...item.alignment, score: Math.min(1, item.alignment.score + COHESION) } };
    }),
  );
}

/** Whether a set of claims has one besides `index`. */
export function othersThan(index: number, indexes: ReadonlySet<number> | undefined): boolean {
  return indexes !== undefined && (indexes.size > 1 || !indexes.has(index));
}

function bestMatches(aligned: readonly (readonly Aligned[])[]): Map<Claim, { index: number; score: number }> {
  const best = new Map<Claim, { index: number; score: number }>();
  aligned.forEach((list, index) => {
    for (const { ref, alignment, agreement: found } of list) {
      if (!agrees(found) || alignment.bar) continue;
      if (alignment.score > (best.get(ref.claim)?.score ?? 0)) best.set(ref.claim, { index, score: alignment.score });
    }
  });
  return best;
}

function sharedWith(draft: Analysis, aligned: readonly (readonly Aligned[])[]): Map<Source, Set<number>> {
  const shared = new Map<Source, Set<number>>();
  aligned.forEach((list, index) => {
    for (const { ref, alignment, agreement: found } of list) {
      const claim = draft.claims[index]!;
      if (found !== 'same' || alignment.bar || alignment.score < agreeThreshold(claim, found) || !isTelling(claim, alignment.score))
        continue;
      getOrSet(shared, ref.source, () => new Set<number>()).add(index);
    }
  });
  return shared;
}

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
