/** A draft's claim beside what the library has on it: each pair aligned and compared, before anything is made of it. */
import type { Claim } from '../claims/claim.ts';
import type { Candidates, ClaimRef, Source } from '../library.ts';
import type { CalendarDate, Work } from '../model.ts';
import { type Agreement, agrees, type Dated, differs, type Stated } from './agree.ts';
import type { Alignment, Kinship } from './align.ts';
import { Pairing } from './pairing.ts';
import { reachOf, statingOf } from './reach.ts';
import { comparesPlaces } from './stance.ts';
import { EACH, FAR, type Known, NAMED, NOTHING, type Standpoints, standpointsOf } from './standpoints.ts';
import { misplacedOf, swapsOf } from './swaps.ts';
import type { ClaimNumber, ClaimTable } from './table.ts';
import { agreeThreshold, COHESION, COHESIVE, HOPELESS, isTelling, NEAR, NEAR_COHESION, outweighs } from './thresholds.ts';
import type { Trace } from './trace.ts';

/** A candidate beside a draft's claim. */
export interface Aligned {
  readonly ref: ClaimRef;
  /** Its place among all that the claim is held against. */
  readonly place: number;
  /** Its figure, and the passage that this stands in: nearer at hand than the claim, which is to be unfolded. */
  readonly figure: Stated;
  readonly passage: number;
  readonly alignment: Alignment;
  /** Null where the quantities cannot be compared. */
  readonly agreement: Agreement | null;
  /** Whether the candidate may name somebody whom the claim's own sentence names; never false where it does. */
  readonly mayKnow: boolean;
  /** Whether it stands where another figure of the draft's sentence belongs, and that one where it does (see `swaps.ts`). */
  readonly crossed?: boolean;
}

/**
 * What only contradicts a claim, of sources in which nothing agrees with it, by its places among all that the claim is held against: most
 * of it, and nothing comes of most of it. What is looked at is aligned again (`alignThese`).
 */
export interface Contrary {
  /** Ascending. */
  readonly places: Int32Array;
  /** How well each aligns. */
  readonly scores: Float64Array;
  /** Whether other figures that its sentence shares have raised its score. */
  readonly isRaised: Uint8Array;
}

/**
 * What other stories' sources state just so of another thing, by its places among all that the claim is held against: most of what states a
 * small number. It is no evidence, and counts together.
 */
export interface Stray {
  /** Ascending. */
  readonly places: number[];
  /** How well each aligns. */
  readonly scores: number[];
  /** Whether each is the same, and not only fits. */
  readonly areSame: boolean[];
}

/** What may bear on a claim: each by itself, in order, and what only contradicts it; of all that it is held against. */
export interface Beside {
  readonly reached: readonly ClaimNumber[];
  readonly aligned: readonly Aligned[];
  readonly contrary: Contrary;
  readonly stray: Stray;
}

/** How many candidates are looked at before a host may look at its clock. */
const STEP = 256;
/** The same of those that nobody has looked at before. */
const STEP_TOLD = 32;

/**
 * Aligns a claim of a text from `asOf` with what it is held against, and keeps what may bear on it: all by itself where `trace` is to be
 * told. `known` is what is known of the sources, null where there is only one: a source of another story can only state the same, unless it
 * knows one of the names. `isAlone` tells that the claim's sentence has no other. Yields once it has looked at many, and for every source that
 * nobody has looked at before.
 */
export function* alignAll(
  claim: Claim,
  candidates: Candidates,
  known: Known | null,
  isAlone: boolean,
  asOf: CalendarDate | null,
  trace: Trace | undefined,
): Work<Beside> {
  const { table } = candidates;
  const aligned: Aligned[] = [];
  const pairing = new Pairing(claim, asOf, table);
  const standpoints = standpointsOf(known, candidates);
  // Beside other figures of its sentence, and where places tell tolls apart, what differs there may bear on what agrees.
  const far = isAlone && !trace && !comparesPlaces(claim) ? FAR : EACH;
  yield* findAgreeing(statingOf(claim, candidates), pairing, table, standpoints, far);
  const reached = reachOf(claim, candidates, known ? { wanted: standpoints } : {});
  // More agree than states the very value.
  yield* findAgreeing(reached, pairing, table, standpoints, far);
  // To unfold a source takes a while.
  for (let at = 0; at < reached.length; at++) {
    const other = reached[at]!;
    if (table.hasColumns(other) || (!trace && standpoints[table.sourceNumberOf(other)] === NOTHING)) continue;
    table.columnsOf(other);
    yield;
  }
  const agreeing = far === FAR ? passagesThatAgree(reached, pairing, table, standpoints) : NOWHERE;
  const stray: Stray = { places: [], scores: [], areSame: [] };
  let size = 0;
  const places = new Int32Array(reached.length);
  const scores = new Float64Array(reached.length);
  for (let first = 0; first < reached.length; first += STEP) {
    if (first > 0) yield;
    const last = Math.min(reached.length, first + STEP);
    pairing.begin();
    for (let at = first; at < last; at++) {
      const other = reached[at]!;
      const standpoint = trace ? EACH : standpoints[table.sourceNumberOf(other)]!;
      if (standpoint === NOTHING) continue;
      const found = pairing.agreement(other);
      if (standpoint === FAR && !agrees(found) && !(differs(found) && agreeing.has(placeKey(other, table)))) continue;
      const kinship = pairing.kinship(other);
      // Where both say when, that may keep them apart, which is shown.
      const isPlain =
        differs(found) && kinship.bar === null && (claim.time === null || table.columnsOf(other).hasTime[table.placeOf(other)] === 0);
      if (!isPlain || standpoint >= EACH) {
        const item = alignOne(claim, other, at, pairing, table, known === null, standpoint === FAR ? stray : null, trace);
        if (item) aligned.push(item);
        continue;
      }
      const score = pairing.score(other, kinship);
      if (standpoint === NAMED && !pairing.mayKnow) continue;
      if (score + COHESION < HOPELESS && !pairing.isTransposed(other)) continue;
      places[size] = at;
      scores[size++] = score;
    }
    pairing.end();
  }
  const contrary = { places: places.slice(0, size), scores: scores.slice(0, size), isRaised: new Uint8Array(size) };
  return { reached, aligned, contrary, stray };
}

/**
 * Notes the sources of which a claim agrees, those that were not wanted else as `far`. Yields once it has looked at many, and sooner where
 * nobody has looked at them before.
 */
function* findAgreeing(
  numbers: readonly ClaimNumber[],
  pairing: Pairing,
  table: ClaimTable,
  standpoints: Standpoints,
  far: typeof EACH | typeof FAR,
): Work<void> {
  let told = 0;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!;
    if (!table.isTold(number) && ++told % STEP_TOLD === 0) yield;
    const source = table.sourceNumberOf(number);
    const standpoint = standpoints[source]!;
    if (standpoint < EACH && agrees(pairing.agreement(number))) standpoints[source] = standpoint === NOTHING ? far : EACH;
    if (at % STEP === STEP - 1) yield;
  }
}

/** A passage of a source, as a key. */
function placeKey(number: ClaimNumber, table: ClaimTable): number {
  return table.sourceNumberOf(number) * MOST_PASSAGES + table.passageOf(number);
}

/** No text has as many passages. */
const MOST_PASSAGES = 2 ** 26;
const NOWHERE: ReadonlySet<number> = new Set();

/** Where other stories' sources have something that agrees. */
function passagesThatAgree(
  reached: readonly ClaimNumber[],
  pairing: Pairing,
  table: ClaimTable,
  standpoints: Standpoints,
): ReadonlySet<number> {
  const passages = new Set<number>();
  for (const number of reached)
    if (standpoints[table.sourceNumberOf(number)] === FAR && agrees(pairing.agreement(number))) passages.add(placeKey(number, table));
  return passages;
}

/** Of what only contradicts a claim some by itself, in order. `which` says which, `asOf` is as it was for `alignAll`. */
export function alignThese(
  claim: Claim,
  reached: readonly ClaimNumber[],
  { places, isRaised }: Contrary,
  which: readonly number[],
  table: ClaimTable,
  asOf: CalendarDate | null,
): Aligned[] {
  if (which.length === 0) return [];
  const pairing = new Pairing(claim, asOf, table);
  pairing.begin();
  const aligned = which.map((index): Aligned => {
    const place = places[index]!;
    const other = reached[place]!;
    const item = alignedWith(other, place, pairing.align(other, pairing.kinship(other)), pairing, table);
    return isRaised[index] === 1 ? { ...item, alignment: item.alignment.raised(COHESION) } : item;
  });
  pairing.end();
  return aligned;
}

/** A candidate beside a claim. */
function alignedWith(other: ClaimNumber, place: number, alignment: Alignment, pairing: Pairing, table: ClaimTable): Aligned {
  return {
    ref: table.held(other),
    place,
    figure: table.formOf(other).dated.figure,
    passage: table.passageOf(other),
    alignment,
    agreement: pairing.agreement(other),
    mayKnow: pairing.mayKnow,
  };
}

/** The same, `only` where its source is the library's only one; null where it cannot bear on the claim, or goes to what is `stray`. */
function alignOne(
  claim: Claim,
  other: ClaimNumber,
  place: number,
  pairing: Pairing,
  table: ClaimTable,
  only: boolean,
  stray: Stray | null,
  trace: Trace | undefined,
): Aligned | null {
  const found = pairing.agreement(other);
  const kinship = pairing.kinship(other);
  const { bar } = kinship;
  // What is kept out here could come to nothing later: a bar other than a role's is shown nowhere, and keeps all but like figures out.
  const hopeless = bar !== null && bar !== 'role' && found !== 'same' && found !== 'fits';
  if (hopeless && !trace) return null;
  const told = pairing.align(other, kinship);
  const alignment = found === 'same' && isMeant(claim, table.formOf(other).dated, told, kinship, only) ? told.unbarred() : told;
  if (stray && alignment.bar !== null && agrees(found)) {
    if (found === 'loose') return null;
    stray.places.push(place);
    stray.scores.push(alignment.score);
    stray.areSame.push(found === 'same');
    return null;
  }
  const item = alignedWith(other, place, alignment, pairing, table);
  const { ref } = item;
  trace?.aligned(claim, item);
  if (hopeless) trace?.dropped(claim, ref, { as: null, why: bar, needs: null });
  else if (!agrees(found) && item.alignment.score + COHESION < HOPELESS && !pairing.isTransposed(other))
    trace?.dropped(claim, ref, { as: null, why: 'score', needs: HOPELESS - COHESION });
  else return item;
  return null;
}

/** Whether the same figure, which its noun or its time keeps apart, is meant for all that: it is telling enough. */
function isMeant(claim: Claim, theirs: Dated, { bar, score }: Alignment, kinship: Kinship, only: boolean): boolean {
  if (bar === null) return false;
  const isOther = bar === 'head' && !(claim.toll && kinship.areForceAndOthers);
  return (isOther || bar === 'time' || kinship.areChangeAndResult) && outweighs(claim, theirs, kinship, score, only);
}

/**
 * Two sentences that share one figure are likely to be about the same things: the other figures of the draft's sentence align better
 * with that sentence of the source. `claims` are those of one sentence of the draft, `aligned` what each is held against.
 */
export function cohere(
  claims: readonly Claim[],
  besides: readonly Beside[],
  table: ClaimTable,
  trace: Trace | undefined,
): readonly Beside[] {
  if (claims.length === 1) {
    const [only] = besides;
    return [{ ...only!, aligned: apart(claims, [only!.aligned], trace)[0]! }];
  }
  const sharing = new Map<Source, Map<number, Set<number>>>();
  for (const [index, { aligned }] of besides.entries()) {
    for (const { ref, passage, alignment, agreement: found } of aligned) {
      if (found !== 'same' || alignment.bar || alignment.score < COHESIVE) continue;
      const passages = sharing.get(ref.source) ?? new Map<number, Set<number>>();
      sharing.set(ref.source, passages);
      passages.set(passage, (passages.get(passage) ?? new Set()).add(index));
    }
  }
  const raised = besides.map(({ aligned }, index) =>
    aligned.map((item) => {
      const raise = raiseOf(item, index, sharing.get(item.ref.source));
      if (raise === 0) return item;
      const coherent = { ...item, alignment: item.alignment.raised(raise) };
      trace?.aligned(claims[index]!, coherent);
      return coherent;
    }),
  );
  const left = apart(claims, raised, trace);
  return besides.map(({ reached, contrary, stray }, index) => ({
    reached,
    stray,
    aligned: left[index]!,
    contrary: sharing.size > 0 ? raisedContrary(contrary, reached, index, table, sharing) : contrary,
  }));
}

/** What only contradicts a claim, its scores raised where another figure of the claim's sentence shares the passage. */
function raisedContrary(
  contrary: Contrary,
  reached: readonly ClaimNumber[],
  index: number,
  table: ClaimTable,
  sharing: ReadonlyMap<Source, ReadonlyMap<number, ReadonlySet<number>>>,
): Contrary {
  const scores = contrary.scores.slice();
  const isRaised = new Uint8Array(scores.length);
  for (let at = 0; at < scores.length; at++) {
    const other = reached[contrary.places[at]!]!;
    const passages = sharing.get(table.sourceOf(other));
    if (!passages || !sharesPassage(passages, table.passageOf(other), index)) continue;
    scores[at] = Math.min(1, scores[at]! + COHESION);
    isRaised[at] = 1;
  }
  return { ...contrary, scores, isRaised };
}

/** What is left once figures that stand in each other's place no longer seem to agree. */
function apart(claims: readonly Claim[], aligned: readonly (readonly Aligned[])[], trace: Trace | undefined): (readonly Aligned[])[] {
  const swapped = claims.length > 1 ? swapsOf(claims, aligned) : null;
  let takers: ReadonlyMap<Claim, ReadonlySet<number>> | null = null;
  return aligned.map((list, index) => {
    const rivals = claims.filter((_, at) => at !== index);
    const isTaken = (theirs: Claim) => {
      // Where there is one claim, no other takes anything.
      if (claims.length === 1) return false;
      takers ??= takersOf(aligned);
      const by = takers.get(theirs);
      return by !== undefined && (by.size > 1 || !by.has(index));
    };
    const swaps = swapped?.get(index) ?? misplacedOf(claims[index]!, rivals, list, isTaken);
    if (!swaps) return list;
    for (const { ref } of list) {
      if (swaps.seeming.has(ref.claim)) trace?.dropped(claims[index]!, ref, { as: 'agrees', why: 'swapped', needs: null });
    }
    const left = list.filter(({ ref }) => !swaps.seeming.has(ref.claim));
    return left.map((item) => (swaps.crossed.has(item.ref.claim) ? { ...item, crossed: true } : item));
  });
}

/** By the claims of sources which of a sentence's are the same. */
function takersOf(aligned: readonly (readonly Aligned[])[]): ReadonlyMap<Claim, ReadonlySet<number>> {
  const takers = new Map<Claim, Set<number>>();
  for (const [index, list] of aligned.entries())
    for (const { ref, agreement } of list) if (agreement === 'same') takers.set(ref.claim, (takers.get(ref.claim) ?? new Set()).add(index));
  return takers;
}

/** By how much what other figures share with a candidate's sentence, or with one near it, raises its score. */
function raiseOf(
  { passage, agreement: found }: Aligned,
  index: number,
  passages: ReadonlyMap<number, ReadonlySet<number>> | undefined,
): number {
  if (!passages) return 0;
  if (sharesPassage(passages, passage, index)) return COHESION;
  if (!agrees(found)) return 0;
  for (let away = 1; away <= NEAR; away++)
    if (sharesPassage(passages, passage - away, index) || sharesPassage(passages, passage + away, index)) return NEAR_COHESION;
  return 0;
}

/** Whether another figure of a sentence than the one of that index has a passage in common with it. */
function sharesPassage(passages: ReadonlyMap<number, ReadonlySet<number>>, passage: number, index: number): boolean {
  const sharing = passages.get(passage);
  return sharing !== undefined && (sharing.size > 1 || !sharing.has(index));
}

/** Whether a source plainly has a claim, and it is one that shows that both tell one story. */
export function isShared(claim: Claim, item: Aligned): boolean {
  const { agreement: found, alignment } = item;
  const { score, bar } = alignment;
  return found === 'same' && !bar && score >= agreeThreshold(claim, found, item) && isTelling(claim, score);
}
