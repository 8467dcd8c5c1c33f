/** Which sources tell the story that a draft's claim belongs to: those that know its names, and those of one story with them. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Source } from '../library.ts';

/** How many names two articles of one story share at least, and how much of the names of the one that has fewer. */
const SHARED_TOPICS = 2;
const SHARED_PART = 0.14;
/** A source that knows this part of what the best acquainted one knows of a claim's names tells the same story. */
const ACQUAINTED = 0.5;

/** How many names make a draft's story told from another's by them alone. */
const MANY_NAMES = 8;

/** Whether two articles tell one story, by the names they share. Measured on the labelled stories: 9 in 10 pairs of one, 1 in 100 of two. */
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

/** What a draft's names tell of the sources that its claims may be held against. */
export class Acquaintances {
  /** By name (a term) the sources that are about it, and how much it tells one from another. */
  private readonly known = new Map<string, { readonly sources: readonly Source[]; readonly weight: number }>();
  private readonly names: ReadonlySet<string>;
  private readonly bySentence = new Map<number, ReadonlySet<Source> | null>();
  private whole: ReadonlySet<Source> | null | undefined;

  constructor(
    draft: Analysis,
    private readonly sources: ReadonlySet<Source>,
  ) {
    const names = new Set<string>();
    for (const claim of draft.claims) for (const name of anchorsOf(claim)) names.add(name);
    for (const name of names) {
      const about = [...sources].filter(({ topics }) => topics.has(name));
      if (about.length > 0) this.known.set(name, { sources: about, weight: Math.log(1 + sources.size / about.length) });
    }
    this.names = names;
  }

  /** The sources of a claim's story; null where neither its sentence nor the rest of the draft tells which they are. */
  of(claim: Claim): ReadonlySet<Source> | null {
    const { passage } = claim.figure;
    let found = this.bySentence.get(passage);
    if (found === undefined) {
      found = this.acquainted(anchorsOf(claim)) ?? this.ofDraft();
      this.bySentence.set(passage, found);
    }
    return found;
  }

  private ofDraft(): ReadonlySet<Source> | null {
    if (this.whole === undefined) this.whole = this.acquainted(this.names);
    return this.whole;
  }

  /** Those that know most of some names, by the names' weights, with those of one story with the best of them. */
  private acquainted(names: ReadonlySet<string>): ReadonlySet<Source> | null {
    const sums = new Map<Source, number>();
    for (const name of names) {
      const { sources = [], weight = 0 } = this.known.get(name) ?? {};
      for (const source of sources) sums.set(source, (sums.get(source) ?? 0) + weight);
    }
    // A draft of many names shares more than one or two of them with the sources of its story.
    const isKnown = (source: Source) => this.names.size < MANY_NAMES || shareNames(this.names, source.topics);
    let best: Source | null = null;
    for (const [source, sum] of sums) if (best === null || sum > sums.get(best)!) best = source;
    if (best === null) return null;
    const most = sums.get(best)!;
    const found = new Set<Source>();
    for (const source of this.sources) {
      if (((sums.get(source) ?? 0) >= ACQUAINTED * most || tellOneStory(best, source)) && isKnown(source)) found.add(source);
    }
    return found;
  }
}

function anchorsOf(claim: Claim): Set<string> {
  const names = new Set(claim.names);
  if (claim.opener !== null) names.add(claim.opener);
  return names;
}
