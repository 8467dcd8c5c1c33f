/** Which articles are one story: copies, cuts and rewrites of an original. Articles come and go one at a time. */
import type { Uri } from '../model.ts';
import { NumberLists } from '../number-lists.ts';
import { isOneStory, isOneStoryAs, sketchOf } from './alike.ts';
import { ShingleSet } from './shingles.ts';

/** One story that several articles are copies, cuts or rewrites of. */
export interface Origin {
  /** The URI of the first of them, in code-unit order. */
  readonly id: Uri;
  /** Who wrote it, where most of those that say so agree: `Reuters`. */
  readonly name: string | null;
  /** All of them, in code-unit order; two or more. */
  readonly articles: readonly Uri[];
}

/** An article is compared with so many to either side, by length, of those that share a shingle: set phrases are in all articles. */
const NEIGHBOURS = 3;

/** An article, by a number that may be another's once it is gone. */
interface Entry {
  readonly number: number;
  readonly uri: Uri;
  readonly shingles: Uint32Array;
  readonly credit: string | null;
  /** Between how many shingles it and another of one story are neighbours, by the other's number; null where it is nobody's. */
  links: Map<number, number> | null;
}

/**
 * The articles as a graph, an edge between two that are one story; its components are the origins. Which are compared depends on what
 * articles there are, never on the order they came in, and adding one costs its own length, however many there are.
 */
export class OriginIndex {
  private readonly entries = new Map<Uri, Entry>();
  /** By number; undefined where there is none now. */
  private readonly numbered: (Entry | undefined)[] = [];
  private readonly free: number[] = [];
  /** By number how many shingles an article has: what lists are in order of, close together in memory. */
  private lengths = new Int32Array(64);
  /** By a shingle of the sketch the numbers of those that have it, by length. */
  private readonly bySketch = new NumberLists();
  private readonly linked = new Set<Entry>();
  private origins = new Map<Uri, Origin>();
  private stale = false;
  private regrouped = new Set<Uri>();

  /** What is held: what a test may look at. */
  get size(): number {
    return this.entries.size + this.bySketch.size + this.linked.size;
  }

  /** Adds an article by its shingles, and whom it says it is from. An article that is known is replaced. */
  add(uri: Uri, shingles: Uint32Array, credit: string | null): void {
    this.delete(uri);
    const number = this.free.pop() ?? this.numbered.length;
    const entry: Entry = { number, uri, shingles, credit, links: null };
    this.entries.set(uri, entry);
    this.numbered[number] = entry;
    if (number >= this.lengths.length) {
      const longer = new Int32Array(this.lengths.length * 2);
      longer.set(this.lengths);
      this.lengths = longer;
    }
    this.lengths[number] = shingles.length;
    const unlike = new Unlike(entry);
    for (const shingle of sketchOf(shingles)) this.insert(shingle, entry, unlike);
  }

  /** Takes an article out again. Unknown articles are ignored. */
  delete(uri: Uri): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    this.entries.delete(uri);
    const unlike = new Unlike();
    for (const shingle of sketchOf(entry.shingles)) this.remove(shingle, entry, unlike);
    this.numbered[entry.number] = undefined;
    this.free.push(entry.number);
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

  private insert(shingle: number, entry: Entry, unlike: Unlike): void {
    const at = this.placeOf(entry, this.bySketch.of(shingle));
    this.bySketch.insert(shingle, at, entry.number);
    if (this.bySketch.lengthOf(shingle) === 1) return;
    const list = this.bySketch.of(shingle);
    // Those that were just near enough to one another are not any more.
    for (let left = Math.max(0, at - NEIGHBOURS); left < at; left++) this.unlink(list[left]!, list[left + NEIGHBOURS + 1]);
    for (let to = Math.max(0, at - NEIGHBOURS); to <= at + NEIGHBOURS; to++) if (to !== at) this.link(entry.number, list[to], unlike);
  }

  private remove(shingle: number, entry: Entry, unlike: Unlike): void {
    const before = this.bySketch.of(shingle);
    const at = this.placeOf(entry, before);
    for (let to = Math.max(0, at - NEIGHBOURS); to <= at + NEIGHBOURS; to++) if (to !== at) this.unlink(entry.number, before[to]);
    this.bySketch.remove(shingle, at);
    const list = this.bySketch.of(shingle);
    for (let left = Math.max(0, at - NEIGHBOURS); left < at; left++) this.link(list[left]!, list[left + NEIGHBOURS], unlike);
  }

  /** Where an article stands, or would, in a list by length. */
  private placeOf({ number, uri }: Entry, list: Int32Array): number {
    const { lengths } = this;
    const length = lengths[number]!;
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle]!;
      const difference = lengths[other]! - length;
      if (difference < 0 || (difference === 0 && this.numbered[other]!.uri < uri)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private link(a: number, b: number | undefined, unlike: Unlike): void {
    if (b === undefined) return;
    const [one, other] = [this.numbered[a]!, this.numbered[b]!];
    const count = one.links?.get(b) ?? 0;
    if (count === 0) {
      if (unlike.has(a, b)) return;
      if (!unlike.isOneStory(one, other)) {
        unlike.add(a, b);
        return;
      }
    }
    this.set(one, other, count + 1);
  }

  private unlink(a: number, b: number | undefined): void {
    if (b === undefined) return;
    const one = this.numbered[a]!;
    const count = one.links?.get(b);
    if (count) this.set(one, this.numbered[b]!, count - 1);
  }

  private set(a: Entry, b: Entry, count: number): void {
    this.stale = true;
    this.setOne(a, b.number, count);
    this.setOne(b, a.number, count);
  }

  private setOne(from: Entry, to: number, count: number): void {
    if (count > 0) {
      if (from.links === null) this.linked.add(from);
      from.links ??= new Map();
      from.links.set(to, count);
      return;
    }
    from.links?.delete(to);
    if (from.links?.size !== 0) return;
    from.links = null;
    this.linked.delete(from);
  }

  /** Finds the components anew where an edge has come or gone: there are few, for most articles have none. */
  private refresh(): void {
    if (!this.stale) return;
    this.stale = false;
    const before = this.origins;
    this.origins = new Map();
    const inOrder = [...this.linked].sort(byUri);
    /** By number one more than the place in that order, and 0 once it is found. */
    const left = new Int32Array(this.numbered.length);
    for (const [at, { number }] of inOrder.entries()) left[number] = at + 1;
    let unseen = inOrder.length;
    for (const first of inOrder) {
      if (left[first.number] === 0) continue;
      const places = [left[first.number]! - 1];
      left[first.number] = 0;
      unseen--;
      // Where many are one story, all of them are found long before all that links them is looked at.
      for (let at = 0; at < places.length && unseen > 0; at++) {
        for (const number of inOrder[places[at]!]!.links?.keys() ?? []) {
          if (left[number] === 0) continue;
          places.push(left[number]! - 1);
          left[number] = 0;
          unseen--;
        }
      }
      const found = Array.from(Int32Array.from(places).sort(), (place) => inOrder[place]!);
      const articles = found.map(({ uri }) => uri);
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

/** Pairs, by their numbers, that were found to be two stories: they meet at more than one shingle. */
class Unlike {
  private readonly pairs = new Map<number, Set<number>>();
  /** The numbers of those that make such a pair with the added article: most pairs are with it. */
  private readonly others = new Set<number>();
  private readonly own: ShingleSet | null;

  /** `added` is the article that most of the pairs are with, if there is one. */
  constructor(private readonly added: Entry | null = null) {
    this.own = added && new ShingleSet(added.shingles);
  }

  isOneStory(one: Entry, { shingles }: Entry): boolean {
    return one === this.added ? isOneStoryAs(this.own!, shingles) : isOneStory(one.shingles, shingles);
  }

  has(a: number, b: number): boolean {
    if (a === this.added?.number) return this.others.has(b);
    return this.pairs.get(a)?.has(b) ?? false;
  }

  add(a: number, b: number): void {
    if (a === this.added?.number) {
      this.others.add(b);
      return;
    }
    const known = this.pairs.get(a);
    if (known) known.add(b);
    else this.pairs.set(a, new Set([b]));
  }
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
