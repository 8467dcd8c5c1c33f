/** What a library's sources are about: which know a name, how much a name tells of a story, and which sources tell one story by that. */
import type { Source } from '../library.ts';
import type { Work } from '../model.ts';
import type { SourceNumber } from './table.ts';
import { cosineOf, wordsOf } from './wording.ts';

/** How many names two articles of one story share at least, and how much of the names of the one that has fewer. */
const SHARED_NAMES = 2;
const SHARED_PART = 0.14;
/** How alike the words of two articles of one story are, with the part of the names that they share, where these alone do not tell. */
const ALIKE = 0.33;
/** How much of a name two articles must share for their words to be asked. */
const ASKED = 1;
/**
 * Seldom do more sources than this tell one story. A name that more have is known beyond it (a head of government, a capital) and tells so
 * much less: of those who name one, so many may be of one story.
 */
const ONE_STORY = 20;
/** A name that tells less is not asked about. */
const TELLS_NOTHING = 0.05;
/** A story of more articles than this needs no other to lead to the rest. */
const FEW = 8;
/** How many sources are looked at before a host may look at its clock. */
const STEP = 256;

/** The names of a library's sources. Sources come and go one at a time; what it answers depends on those that are there alone. */
export class TopicIndex {
  /** By name the numbers of the sources that know it. */
  private readonly byName = new Map<string, SourceNumber[]>();
  private readonly sources: (Source | undefined)[] = [];
  /** What is known of sources until one comes or goes: how much their names tell in all, and which are of one story with them. */
  private sizes = new WeakMap<Source, number>();
  private kin = new WeakMap<Source, ReadonlySet<Source>>();

  /** Adds a source by the number that it has among the library's claims. */
  add(source: Source, number: SourceNumber): void {
    this.sources[number] = source;
    for (const name of source.topics) {
      const list = this.byName.get(name);
      if (list) list.push(number);
      else this.byName.set(name, [number]);
    }
    this.forget();
  }

  delete(source: Source): void {
    const number = this.sources.indexOf(source);
    if (number < 0) return;
    this.sources[number] = undefined;
    for (const name of source.topics) {
      const rest = this.knowing(name).filter((other) => other !== number);
      if (rest.length > 0) this.byName.set(name, rest);
      else this.byName.delete(name);
    }
    this.forget();
  }

  private forget(): void {
    this.sizes = new WeakMap();
    this.kin = new WeakMap();
  }

  /** The numbers of the sources that know a name, in no order. */
  knowing(name: string): readonly SourceNumber[] {
    return this.byName.get(name) ?? NOBODY;
  }

  sourceAt(number: SourceNumber): Source {
    return this.sources[number]!;
  }

  /** How much it tells of a story that an article has a name, up to 1: as much as that of those that have it may be of one. */
  weightOf(name: string): number {
    return Math.min(1, ONE_STORY / Math.max(1, this.knowing(name).length));
  }

  /** Whether a source has names enough in common with a text of `names` to tell its story. */
  isAcquainted(names: ReadonlySet<string>, source: Source): boolean {
    const smaller = names.size <= source.topics.size ? this.weigh(names) : this.sizeOf(source);
    return this.isEnough(this.sharedOf(names, source.topics), smaller);
  }

  /**
   * Whether two articles tell one story: by the names they share, or else by their words with those. On the labelled stories 92 in 100
   * pairs of one do, and 9 in 1,000 of two.
   */
  tellOneStory(a: Source, b: Source): boolean {
    return this.tellsBy(a, b, this.sharedOf(a.topics, b.topics));
  }

  /** The same of two articles that share names which tell so much. */
  private tellsBy(a: Source, b: Source, shared: number): boolean {
    const fewer = a.topics.size <= b.topics.size ? a : b;
    if (this.isEnough(shared, this.sizeOf(fewer))) return true;
    return shared >= ASKED && cosineOf(wordsOf(a), wordsOf(b)) + shared / this.sizeOf(fewer) >= ALIKE;
  }

  private isEnough(shared: number, smaller: number): boolean {
    return shared >= Math.max(SHARED_NAMES, SHARED_PART * smaller);
  }

  /**
   * A source with those of one story with it, and those of one story with these: a local paper names what a foreign one leaves out. Yields
   * now and then.
   */
  *kinOf(source: Source): Work<ReadonlySet<Source>> {
    const kin = new Set(yield* this.nearest(source));
    if (kin.size > FEW) return kin;
    for (const near of [...kin]) for (const other of yield* this.nearest(near)) kin.add(other);
    return kin;
  }

  /** A source with those of one story with it. Yields now and then. */
  *nearest(source: Source): Work<ReadonlySet<Source>> {
    const known = this.kin.get(source);
    if (known) return known;
    const { kin: remembered } = this;
    const shared = new Sums(this.sources.length);
    let looked = 0;
    for (const name of source.topics) {
      const weight = this.weightOf(name);
      if (weight < TELLS_NOTHING) continue;
      for (const other of this.knowing(name)) {
        shared.add(other, weight);
        if (++looked % STEP === 0) yield;
      }
    }
    const kin = new Set([source]);
    for (const number of shared.numbers) {
      const other = this.sourceAt(number);
      const sum = shared.of(number);
      if (other === source || sum < ASKED) continue;
      if (this.tellsBy(source, other, sum)) kin.add(other);
      // To ask for words may be to unfold what a cache gave.
      yield;
    }
    remembered.set(source, kin);
    return kin;
  }

  private sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
    const [few, many] = a.size <= b.size ? [a, b] : [b, a];
    let shared = 0;
    for (const name of few) if (many.has(name)) shared += this.weightOf(name);
    return shared;
  }

  private sizeOf(source: Source): number {
    let size = this.sizes.get(source);
    if (size === undefined) {
      size = this.weigh(source.topics);
      this.sizes.set(source, size);
    }
    return size;
  }

  private weigh(names: ReadonlySet<string>): number {
    let sum = 0;
    for (const name of names) sum += this.weightOf(name);
    return sum;
  }
}

const NOBODY: readonly never[] = [];

/** What is summed up for each of some sources, by their numbers. */
export class Sums {
  /** Those for which there is anything, in the order in which it came. */
  readonly numbers: SourceNumber[] = [];
  private readonly sums: Float64Array;

  /** `size` is more than any number. */
  constructor(size: number) {
    this.sums = new Float64Array(size);
  }

  of(number: SourceNumber): number {
    return this.sums[number]!;
  }

  addAll(numbers: readonly SourceNumber[], weight: number): void {
    for (let at = 0; at < numbers.length; at++) this.add(numbers[at]!, weight);
  }

  /** Adds what is more than 0. */
  add(number: SourceNumber, weight: number): void {
    if (this.sums[number] === 0) this.numbers.push(number);
    this.sums[number]! += weight;
  }
}
