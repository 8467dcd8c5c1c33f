/** A draft's claims beside what the library has on them: each pair aligned and compared, before anything is made of it. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Candidates, ClaimRef, Source } from '../library.ts';
import type { CalendarDate, NumericQuantity, Passage, Work } from '../model.ts';
import { type Agreement, agreement, agrees, type Dated } from './agree.ts';
import { type Alignment, align, barOf, withCohesion } from './align.ts';
import { reachOf } from './reach.ts';
import { isTransposed } from './slips.ts';
import { agreeThreshold, COHESION, COHESIVE, HOPELESS, isTelling, outweighs } from './thresholds.ts';
import type { Trace } from './trace.ts';

/** A candidate beside a draft's claim. */
export interface Aligned {
  readonly ref: ClaimRef;
  readonly alignment: Alignment;
  /** Null where the quantities cannot be compared. */
  readonly agreement: Agreement | null;
}

/** All of a draft's claims with their candidates, and what follows from seeing them together. */
export interface Matches {
  /** For each claim of the draft those of its candidates that may bear on it. */
  readonly aligned: readonly (readonly Aligned[])[];
  /** For each claim of the draft all that was looked at. */
  readonly reached: readonly (readonly ClaimRef[])[];
  /** For each source claim the draft claim that it agrees with best: it answers to that one, and refutes no other. */
  readonly taken: ReadonlyMap<Claim, { readonly index: number; readonly score: number }>;
  /** For each source the draft's telling claims that it plainly has. */
  readonly shared: ReadonlyMap<Source, ReadonlySet<number>>;
}

/** How many candidates are looked at before a host may look at its clock. */
const STEP = 64;

/** Aligns each claim of a draft with its candidates. Yields once a claim, and more often where one has many candidates. */
export function* matchesOf(draft: Analysis, candidates: Candidates, trace?: Trace): Work<Matches> {
  const aligned: Aligned[][] = [];
  const reached: ClaimRef[][] = [];
  for (const claim of draft.claims) {
    const found = [...reachOf(claim, candidates)];
    reached.push(found);
    aligned.push(yield* alignAll(claim, found, draft, trace));
    yield;
  }
  const cohering = yield* cohere(draft, aligned, trace);
  return { aligned: cohering, reached, ...(yield* gather(draft, cohering)) };
}

/** A claim's figure as it compares: with the day its text speaks from, and whether its sentence tells of a fall. */
export function dated({ figure, direction }: Claim, asOf: CalendarDate | null): Dated {
  return { figure, asOf, falls: direction === 'down' };
}

function* alignAll(claim: Claim, reached: readonly ClaimRef[], draft: Analysis, trace: Trace | undefined): Work<Aligned[]> {
  const result: Aligned[] = [];
  const ours = dated(claim, draft.prose.date);
  let looked = 0;
  for (const ref of reached) {
    if (++looked % STEP === 0) yield;
    const found = agreementOf(claim, ours, ref);
    const bar = barOf(claim, ref.claim);
    // What is kept out here could come to nothing later: a bar other than a role's is shown nowhere, and keeps all but like figures out.
    const hopeless = bar !== null && bar !== 'role' && found !== 'same' && found !== 'fits';
    if (hopeless && !trace) continue;
    const item = meant(claim, { ref, alignment: align(claim, ref.claim, bar), agreement: found });
    trace?.aligned(claim, item);
    if (hopeless) trace?.dropped(claim, ref, { as: null, why: bar, needs: null });
    else if (
      !agrees(found) &&
      item.alignment.score + COHESION < HOPELESS &&
      !isTransposed(claim.figure.quantity, ref.claim.figure.quantity)
    )
      trace?.dropped(claim, ref, { as: null, why: 'score', needs: HOPELESS - COHESION });
    else result.push(item);
  }
  return result;
}

/** How a draft's claim stands to a source's, by one of the readings of a bare number where that makes them the same. */
function agreementOf(claim: Claim, ours: Dated, { claim: theirs, source }: ClaimRef): Agreement | null {
  const plain = agreement(ours, dated(theirs, source.article.date));
  if (plain !== null && (claim.readings.length === 0) === (theirs.readings.length === 0)) return plain;
  const read = (dated: Dated, quantity: NumericQuantity): Dated => ({ ...dated, figure: { ...dated.figure, quantity } });
  for (const reading of theirs.readings) {
    if (agreement(ours, read(dated(theirs, source.article.date), reading)) === 'same') return 'same';
  }
  for (const reading of claim.readings) {
    if (agreement(read(ours, reading), dated(theirs, source.article.date)) === 'same') return 'same';
  }
  return plain;
}

/** The same figure is the same for all that its noun or its time is another, where it is telling enough. */
function meant(claim: Claim, item: Aligned): Aligned {
  const { alignment, agreement: found } = item;
  if (found !== 'same' || (alignment.bar !== 'head' && alignment.bar !== 'time')) return item;
  return outweighs(claim, item.ref.claim, alignment.score) ? { ...item, alignment: { ...alignment, bar: null } } : item;
}

/**
 * Two sentences that share one figure are likely to be about the same things: the other figures of the draft's sentence align better
 * with that sentence of the source.
 */
function* cohere(draft: Analysis, aligned: readonly (readonly Aligned[])[], trace: Trace | undefined): Work<Aligned[][]> {
  const passageOf = ({ source, claim }: ClaimRef) => source.analysis.passages[claim.figure.passage]!;
  const ourPassage = (index: number) => draft.claims[index]!.figure.passage;
  const pairs = new Map<Passage, Map<number, Set<number>>>();
  for (const [index, list] of aligned.entries()) {
    for (const { ref, alignment, agreement: found } of list) {
      if (found !== 'same' || alignment.bar || alignment.score < COHESIVE) continue;
      const passages = getOrSet(pairs, passageOf(ref), () => new Map<number, Set<number>>());
      getOrSet(passages, ourPassage(index), () => new Set<number>()).add(index);
    }
    yield;
  }
  const raised: Aligned[][] = [];
  for (const [index, list] of aligned.entries()) {
    raised.push(
      list.map((item) => {
        if (!othersThan(index, pairs.get(passageOf(item.ref))?.get(ourPassage(index)))) return item;
        const coherent = { ...item, alignment: withCohesion(item.alignment, COHESION) };
        trace?.aligned(draft.claims[index]!, coherent);
        return coherent;
      }),
    );
    yield;
  }
  return raised;
}

/** Whether a set of claims has one besides `index`. */
export function othersThan(index: number, indexes: ReadonlySet<number> | undefined): boolean {
  return indexes !== undefined && (indexes.size > 1 || !indexes.has(index));
}

function* gather(draft: Analysis, aligned: readonly (readonly Aligned[])[]): Work<Pick<Matches, 'taken' | 'shared'>> {
  const taken = new Map<Claim, { index: number; score: number }>();
  const shared = new Map<Source, Set<number>>();
  for (const [index, list] of aligned.entries()) {
    for (const { ref, alignment, agreement: found } of list) {
      if (!agrees(found) || alignment.bar) continue;
      if (alignment.score > (taken.get(ref.claim)?.score ?? 0)) taken.set(ref.claim, { index, score: alignment.score });
      const claim = draft.claims[index]!;
      if (found !== 'same' || alignment.score < agreeThreshold(claim, found, ref.claim) || !isTelling(claim, alignment.score)) continue;
      getOrSet(shared, ref.source, () => new Set<number>()).add(index);
    }
    yield;
  }
  return { taken, shared };
}

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
