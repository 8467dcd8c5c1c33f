/** Which articles are one story: copies, cuts and rewrites of an original. Articles come and go one at a time. */
import type { Uri } from '../model.ts';
import { sharedBy } from './shingles.ts';

/** One story that several articles are copies, cuts or rewrites of. */
export interface Origin {
  /** The URI of the first of them, in code-unit order. */
  readonly id: Uri;
  /** Who wrote it, where most of those that say so agree: `Reuters`. */
  readonly name: string | null;
  /** All of them, in code-unit order; two or more. */
  readonly articles: readonly Uri[];
}

/**
 * Two texts are of one origin where they share this part of the shingles of the shorter, and so many at least. On the labelled stories
 * two reports of one event share 2 percent at most; a digest of an article in other words 6 percent.
 */
const SHARED_PART = 0.25;
const SHARED = 24;
/** And this part of the longer, or a review of the day's news would be the origin of all that it reviews. */
const SHARED_PART_OF_LONGER = 0.1;

/**
 * Articles are looked up by the shingles whose hashes fall in the lowest eighth of all: Broder's sketch (On the resemblance and
 * containment of documents, 1997), which finds a cut copy by what it has kept, where MinHash finds only texts of like length. Of two
 * texts that share 24 shingles it has one in 96 of 100 cases, of two that share 48 in all but one of 600.
 */
const SKETCH_BELOW = 2 ** 32 / 8;

/** An article is compared with so many to either side, by length, of those that share a shingle: set phrases are in all articles. */
const NEIGHBOURS = 3;

interface Entry {
  readonly uri: Uri;
  readonly shingles: Uint32Array;
  readonly credit: string | null;
}

/**
 * The articles as a graph, an edge between two that are one story; its components are the origins. Which are compared depends on what
 * articles there are, never on the order they came in, and adding one costs its own length, however many there are.
 */
export class OriginIndex {
  private readonly entries = new Map<Uri, Entry>();
  /** By a shingle of the sketch those that have it, by length. Most have one, which stands by itself. */
  private readonly bySketch = new Map<number, Entry | Entry[]>();
  /** Between how many of their shingles two of one story are neighbours. */
  private readonly links = new Map<Entry, Map<Entry, number>>();
  private origins = new Map<Uri, Origin>();
  private stale = false;
  private regrouped = new Set<Uri>();

  /** What is held: what a test may look at. */
  get size(): number {
    return this.entries.size + this.bySketch.size + this.links.size;
  }

  /** Adds an article by its shingles, and whom it says it is from. An article that is known is replaced. */
  add(uri: Uri, shingles: Uint32Array, credit: string | null): void {
    this.delete(uri);
    const entry: Entry = { uri, shingles, credit };
    this.entries.set(uri, entry);
    const unlike = new Unlike();
    for (const shingle of sketchOf(entry)) {
      const held = this.bySketch.get(shingle);
      if (held === undefined) this.bySketch.set(shingle, entry);
      else if (Array.isArray(held)) this.insert(held, entry, unlike);
      else {
        const both = [held];
        this.bySketch.set(shingle, both);
        this.insert(both, entry, unlike);
      }
    }
  }

  /** Takes an article out again. Unknown articles are ignored. */
  delete(uri: Uri): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    this.entries.delete(uri);
    const unlike = new Unlike();
    for (const shingle of sketchOf(entry)) {
      const held = this.bySketch.get(shingle);
      if (!Array.isArray(held)) this.bySketch.delete(shingle);
      else {
        this.remove(held, entry, unlike);
        if (held.length === 1) this.bySketch.set(shingle, held[0]!);
      }
    }
  }

  /** The origin of an article; null for one that is nobody's copy and has none. */
  of(uri: Uri): Origin | null {
    this.refresh();
    return this.origins.get(uri) ?? null;
  }

  /** All origins that several articles share, in order. */
  all(): Origin[] {
    this.refresh();
    return [...new Set(this.origins.values())];
  }

  /** The articles that have come to share their origin with others than before, since this was last asked. */
  takeRegrouped(): ReadonlySet<Uri> {
    this.refresh();
    const { regrouped } = this;
    if (regrouped.size > 0) this.regrouped = new Set();
    return regrouped;
  }

  private insert(list: Entry[], entry: Entry, unlike: Unlike): void {
    const at = placeOf(entry, list);
    list.splice(at, 0, entry);
    // Those that were just near enough to one another are not any more.
    for (let left = Math.max(0, at - NEIGHBOURS); left < at; left++) this.unlink(list[left]!, list[left + NEIGHBOURS + 1]);
    for (let to = Math.max(0, at - NEIGHBOURS); to <= at + NEIGHBOURS; to++) if (to !== at) this.link(entry, list[to], unlike);
  }

  private remove(list: Entry[], entry: Entry, unlike: Unlike): void {
    const at = placeOf(entry, list);
    for (let to = Math.max(0, at - NEIGHBOURS); to <= at + NEIGHBOURS; to++) if (to !== at) this.unlink(entry, list[to]);
    list.splice(at, 1);
    for (let left = Math.max(0, at - NEIGHBOURS); left < at; left++) this.link(list[left]!, list[left + NEIGHBOURS], unlike);
  }

  private link(a: Entry, b: Entry | undefined, unlike: Unlike): void {
    if (!b) return;
    const count = this.links.get(a)?.get(b) ?? 0;
    if (count === 0) {
      if (unlike.has(a, b)) return;
      if (!isOneStory(a.shingles, b.shingles)) {
        unlike.add(a, b);
        return;
      }
    }
    this.set(a, b, count + 1);
  }

  private unlink(a: Entry, b: Entry | undefined): void {
    const count = b && this.links.get(a)?.get(b);
    if (b && count) this.set(a, b, count - 1);
  }

  private set(a: Entry, b: Entry, count: number): void {
    this.stale = true;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const links = this.links.get(from);
      if (count === 0) {
        links?.delete(to);
        if (links?.size === 0) this.links.delete(from);
      } else if (links) links.set(to, count);
      else this.links.set(from, new Map([[to, count]]));
    }
  }

  /** Finds the components anew where an edge has come or gone: there are few, for most articles have none. */
  private refresh(): void {
    if (!this.stale) return;
    this.stale = false;
    const before = this.origins;
    this.origins = new Map();
    const seen = new Set<Entry>();
    const first = [...this.links.keys()].sort(byUri);
    for (const entry of first) {
      if (seen.has(entry)) continue;
      const found = [entry];
      seen.add(entry);
      for (const each of found) {
        for (const other of this.links.get(each)?.keys() ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          found.push(other);
        }
      }
      const articles = found.map(({ uri }) => uri).sort();
      const name = mostNamed(found);
      const known = before.get(articles[0]!);
      const isKnown = known?.articles.length === articles.length && articles.every((uri, at) => uri === known.articles[at]);
      if (!isKnown) for (const uri of articles) this.regrouped.add(uri);
      const origin: Origin = isKnown && known.name === name ? known : { id: articles[0]!, name, articles };
      for (const uri of articles) this.origins.set(uri, origin);
    }
    for (const uri of before.keys()) if (!this.origins.has(uri)) this.regrouped.add(uri);
  }
}

/** Pairs that were found to be two stories: they meet at more than one shingle. */
class Unlike {
  private readonly pairs = new Map<Entry, Set<Entry>>();

  has(a: Entry, b: Entry): boolean {
    return this.pairs.get(a)?.has(b) ?? false;
  }

  add(a: Entry, b: Entry): void {
    const known = this.pairs.get(a);
    if (known) known.add(b);
    else this.pairs.set(a, new Set([b]));
  }
}

/** Whether two texts are one story, by their shingles: one a copy of the other, cut, with another headline, or lightly rewritten. */
export function isOneStory(a: Uint32Array, b: Uint32Array): boolean {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  const least = Math.max(SHARED, SHARED_PART * shorter, SHARED_PART_OF_LONGER * longer);
  return shorter >= least && sharedBy(a, b) >= least;
}

function sketchOf({ shingles }: Entry): Uint32Array {
  let end = 0;
  while (end < shingles.length && shingles[end]! < SKETCH_BELOW) end++;
  return shingles.subarray(0, end);
}

/** Where an article stands, or would, in a list by length. */
function placeOf(entry: Entry, list: readonly Entry[]): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byLength(list[middle]!, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byLength(a: Entry, b: Entry): number {
  return a.shingles.length - b.shingles.length || byUri(a, b);
}

function byUri({ uri: a }: Entry, { uri: b }: Entry): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whom most articles that say so are from; null where none does, and on a tie. */
function mostNamed(entries: readonly Entry[]): string | null {
  const counts = new Map<string, number>();
  for (const { credit } of entries) if (credit !== null) counts.set(credit, (counts.get(credit) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
