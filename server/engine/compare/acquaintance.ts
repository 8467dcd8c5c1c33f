/** Which sources tell the story that a draft's claim belongs to: those that know its names, and those of one story with them. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Source } from '../library.ts';
import type { Work } from '../model.ts';

/** How many names two articles of one story share at least, and how much of the names of the one that has fewer. */
const SHARED_TOPICS = 2;
const SHARED_PART = 0.14;
/** A source that knows this part of what the best acquainted one knows of a claim's names tells the same story. */
const ACQUAINTED = 0.5;
/** So many names tell a draft's story from another's by themselves: it shares more than one or two with the sources of its own. */
const MANY_NAMES = 8;
/** Other stories' sources hold no more than this part of the draft's words that those of its own do. */
const STANDING_OUT = 0.6;
/** A source that holds more than this part of them may still be of the story. */
const PERHAPS = 0.3;
/** How many sources are looked at before a host may look at its clock. */
const STEP = 256;

/** Whether two articles tell one story, by the names they share. On the labelled stories 9 in 10 pairs of one do, and 1 in 100 of two. */
export function tellOneStory(a: Source, b: Source): boolean {
  return shareNames(a.topics, b.topics);
}

function shareNames(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  const least = Math.max(SHARED_TOPICS, SHARED_PART * few.size);
  let shared = 0;
  for (const topic of few) if (many.has(topic) && ++shared >= least) return true;
  return false;
}

/** What is known of sources: whether each tells a claim's story. Of those that are not in it nothing is known. */
export type Acquainted = ReadonlyMap<Source, boolean>;

const NOBODY: Acquainted = new Map();

/** What a draft's names, or else its words, tell of the sources that its claims may be held against. */
export class Acquaintances {
  private readonly names: ReadonlySet<string>;
  /** By name the sources that are about it. */
  private readonly about = new Map<string, readonly Source[]>();
  private readonly bySentence = new Map<number, Acquainted>();
  private readonly kin = new Map<Source, ReadonlySet<Source>>();
  private whole: Acquainted | null = null;

  constructor(
    private readonly draft: Analysis,
    private readonly sources: readonly Source[],
  ) {
    this.names = new Set(draft.claims.flatMap((claim) => [...anchorsOf(claim)]));
  }

  /** What is known of the sources for a claim, by the names of its sentence or else by the whole draft. Yields now and then. */
  *of(claim: Claim): Work<Acquainted> {
    const { passage } = claim.figure;
    let found = this.bySentence.get(passage);
    if (!found) {
      found = (yield* this.acquainted(anchorsOf(claim))) ?? (yield* this.ofDraft());
      this.bySentence.set(passage, found);
    }
    return found;
  }

  private *ofDraft(): Work<Acquainted> {
    this.whole ??= (yield* this.acquainted(this.names)) ?? (yield* this.alike());
    return this.whole;
  }

  /** Those that know most of some names, with those of one story with the best of them; null where none knows any. */
  private *acquainted(names: ReadonlySet<string>): Work<Acquainted | null> {
    const sums = new Map<Source, number>();
    for (const name of names) this.add(sums, yield* this.sourcesAbout(name));
    const best = bestOf(sums);
    if (best === null) return null;
    const most = sums.get(best)!;
    const kin = yield* this.kinOf(best);
    const found = new Map<Source, boolean>();
    for (const source of this.sources) {
      const isKnown = this.names.size < MANY_NAMES || shareNames(this.names, source.topics);
      found.set(source, isKnown && ((sums.get(source) ?? 0) >= ACQUAINTED * most || kin.has(source)));
      if (found.size % STEP === 0) yield;
    }
    return found;
  }

  /** Where the draft names nothing that a source knows: those whose claims are told in most of its words, if these stand out. */
  private *alike(): Work<Acquainted> {
    const terms = new Set<string>();
    for (const claim of this.draft.claims) for (const term of claim.terms.keys()) terms.add(term);
    const sums = new Map<Source, number>();
    for (const term of terms) {
      this.add(
        sums,
        this.sources.filter((source) => vocabularyOf(source).has(term)),
      );
      yield;
    }
    const best = bestOf(sums);
    if (best === null) return NOBODY;
    const most = sums.get(best)!;
    const kin = yield* this.kinOf(best);
    const found = new Map<Source, boolean>();
    for (const source of this.sources) {
      const sum = sums.get(source) ?? 0;
      if (kin.has(source)) found.set(source, true);
      else if (sum > STANDING_OUT * most) return NOBODY;
      else if (sum <= PERHAPS * most) found.set(source, false);
    }
    return found;
  }

  /** Adds to each source's sum what a name or term tells that only so many have. */
  private add(sums: Map<Source, number>, having: readonly Source[]): void {
    const weight = having.length > 0 ? Math.log(1 + this.sources.length / having.length) : 0;
    for (const source of having) sums.set(source, (sums.get(source) ?? 0) + weight);
  }

  private *sourcesAbout(name: string): Work<readonly Source[]> {
    let found = this.about.get(name);
    if (!found) {
      found = this.sources.filter(({ topics }) => topics.has(name));
      this.about.set(name, found);
      yield;
    }
    return found;
  }

  /** A source with those of one story with it. */
  private *kinOf(source: Source): Work<ReadonlySet<Source>> {
    let found = this.kin.get(source);
    if (!found) {
      const kin = new Set([source]);
      for (const [index, other] of this.sources.entries()) {
        if (tellOneStory(source, other)) kin.add(other);
        if (index % STEP === STEP - 1) yield;
      }
      found = kin;
      this.kin.set(source, found);
    }
    return found;
  }
}

function bestOf(sums: ReadonlyMap<Source, number>): Source | null {
  let best: Source | null = null;
  for (const [source, sum] of sums) if (best === null || sum > sums.get(best)!) best = source;
  return best;
}

/** The names that tell a claim's story: those of its sentence, those carried over, and its first word, which may be one. */
function anchorsOf(claim: Claim): Set<string> {
  const names = new Set(claim.names);
  if (claim.opener !== null) names.add(claim.opener);
  return names;
}

const vocabularies = new WeakMap<Source, ReadonlySet<string>>();

/** The terms of a source's claims. */
export function vocabularyOf(source: Source): ReadonlySet<string> {
  let known = vocabularies.get(source);
  if (!known) {
    const terms = new Set<string>();
    for (const claim of source.analysis.claims) for (const term of claim.terms.keys()) terms.add(term);
    known = terms;
    vocabularies.set(source, known);
  }
  return known;
}
