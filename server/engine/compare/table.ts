/**
 * The claims of a library, each by its number. A draft's claim is held against a thousand others: what is asked of all of them stands in
 * typed arrays, close together in memory, and a claim is made when somebody looks at it.
 */
import type { Claim } from '../claims/claim.ts';
import type { Digits } from '../complete/beginnings.ts';
import type { ClaimRef, Source } from '../library.ts';
import type { Uri, Work } from '../model.ts';
import { placeIn } from '../ordered.ts';
import type { Postings } from '../postings.ts';
import { TextMap } from '../text-map.ts';
import { type ClaimList, type HeldList, held, LongList, listed } from './claim-list.ts';
import { type Columns, columnsOf, type FigureForm, Vocabulary } from './columns.ts';

/** The number of a claim in a table. It may be another's once its source is gone. */
export type ClaimNumber = number;

/** The number of a source in a table, which may be another's too once it is gone: below `sourceCount`. */
export type SourceNumber = number;

/** So many keys are entered between two yields. */
const STEP = 256;
const NOTHING: readonly never[] = [];

/** A source, and the numbers of its claims: those of one source follow one another. */
interface Entry {
  readonly source: Source;
  readonly first: ClaimNumber;
  readonly size: number;
  /** Made when somebody compares. */
  columns: Columns | null;
}

/** Numbers that no claim has any more. */
interface Gap {
  readonly first: ClaimNumber;
  readonly size: number;
}

/** A claim of a table. */
class PlacedClaim implements ClaimRef {
  constructor(
    readonly source: Source,
    private readonly at: number,
  ) {}

  get claim(): Claim {
    return this.source.analysis.claimAt(this.at);
  }
}

/** A source's rank and the number of a run of its claims are told by one number: there are fewer runs. */
const RUNS = 2 ** 26;

function ranksOf(order: readonly SourceNumber[], size: number): Int32Array {
  const ranks = new Int32Array(size);
  for (let at = 0; at < order.length; at++) ranks[order[at]!] = at;
  return ranks;
}

/** A search for claims, each of which is found once. */
interface Search {
  /** What was found so far. */
  readonly found: ClaimNumber[];
  /** Looks at the claims under a key, up to so many: at all sources' claims, or only at those of sources that are wanted. */
  look(key: string, end: number, isWantedOnly: boolean): void;
}

export class ClaimTable {
  readonly vocabulary = new Vocabulary();
  /** By claim: the number of its source here, of its figure and its kind in the vocabulary, and when it was found. */
  private owners = new Int32Array(64);
  private figures = new Int32Array(64);
  private kinds = new Int32Array(64);
  private found = new Uint32Array(64);
  /** By claim the passage that its figure stands in. */
  private passages = new Int32Array(64);
  /** By claim the digits that its figure may be begun with. */
  private digits = new Uint16Array(64);
  /** How often anybody has looked for claims. */
  private asked = 0;
  private size = 0;
  private readonly gaps: Gap[] = [];
  private readonly entries: (Entry | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly byUri = new Map<Uri, number>();
  /** By key its claims. Most keys have one, which stands by itself; most claims stand in long lists. */
  private readonly byKey = new TextMap<HeldList>();
  /** The keys whose claims are not in the order of their sources' URIs, as those who ask are to have them. */
  private readonly unordered = new TextMap<true>();
  /** The sources' numbers in the order of their URIs, and by number its place there; null where that is to be told anew. */
  private readonly order: SourceNumber[] = [];
  private ranks: Int32Array | null = null;

  /** Adds a source's claims, each under its keys. Yields now and then. */
  *add(source: Source, { keys, digits, places, figures, kinds }: Postings): Work<void> {
    const size = digits.length;
    const first = this.numbersFor(size);
    const owner = this.free.pop() ?? this.entries.length;
    const { vocabulary } = this;
    for (let at = 0; at < size; at++) {
      const number = first + at;
      this.owners[number] = owner;
      this.figures[number] = vocabulary.figures.of(figures[at * 2]!, figures[at * 2 + 1]!);
      this.kinds[number] = vocabulary.kinds.of(kinds[at * 2]!, kinds[at * 2 + 1]!);
      this.digits[number] = digits[at]!;
      this.passages[number] = places[at]!;
    }
    this.entries[owner] = { source, first, size, columns: null };
    this.byUri.set(source.article.uri, owner);
    this.order.splice(this.placeInOrder(source), 0, owner);
    this.ranks = null;
    let start = 0;
    for (const [at, key] of keys.texts.entries()) {
      if (at % STEP === STEP - 1) yield;
      const end = keys.ends[at]!;
      this.enter(key, first, keys.claims.subarray(start, end));
      start = end;
    }
  }

  /** Takes a source's claims out; `keys` are all that they were entered under. */
  delete(source: Source, keys: Iterable<string>): void {
    const { uri } = source.article;
    const owner = this.byUri.get(uri);
    if (owner === undefined) return;
    this.order.splice(this.placeInOrder(source), 1);
    this.ranks = null;
    const { first, size } = this.entries[owner]!;
    const isTheirs = (number: ClaimNumber) => number >= first && number < first + size;
    for (const key of keys) {
      const rest = [...this.listOf(key)].filter((number) => !isTheirs(number));
      if (rest.length > 0) this.byKey.set(key, held(rest));
      else this.byKey.delete(key);
      if (rest.length < 2) this.unordered.delete(key);
    }
    this.byUri.delete(uri);
    this.entries[owner] = undefined;
    this.free.push(owner);
    if (size > 0) this.gaps.push({ first, size });
  }

  /** The claims under a key, in the order of their sources' URIs. The table's own list, which other articles' claims may join later. */
  under(key: string): ClaimList {
    this.putInOrder(key);
    return this.listOf(key);
  }

  /** How many claims there are under a key. */
  countUnder(key: string): number {
    const list = this.byKey.get(key);
    return list === undefined ? 0 : typeof list === 'number' ? 1 : list.length;
  }

  private putInOrder(key: string): void {
    if (!this.unordered.delete(key)) return;
    const ordered = this.inOrder(this.listOf(key));
    this.byKey.set(key, held(ordered));
  }

  /** Claims in the order of their sources' URIs. Those of a source stand together in a list, since they have come together. */
  private inOrder(list: ClaimList): ClaimNumber[] {
    this.ranks ??= ranksOf(this.order, this.entries.length);
    const { owners, ranks } = this;
    const starts: number[] = [];
    for (let at = 0; at < list.length; at++) if (at === 0 || owners[list[at]!] !== owners[list[at - 1]!]) starts.push(at);
    const order = Float64Array.from(starts, (start, at) => ranks[owners[list[start]!]!]! * RUNS + at).sort();
    const ordered: ClaimNumber[] = [];
    for (const each of order) {
      const run = each % RUNS;
      const end = starts[run + 1] ?? list.length;
      for (let at = starts[run]!; at < end; at++) ordered.push(list[at]!);
    }
    return ordered;
  }

  private placeInOrder({ article: { uri } }: Source): number {
    return placeIn(this.order, (owner) => this.entries[owner]!.source.article.uri < uri);
  }

  /** The sources' numbers are less than this. */
  get sourceCount(): number {
    return this.entries.length;
  }

  sourceNumberOf(number: ClaimNumber): SourceNumber {
    return this.owners[number]!;
  }

  /** The number of an article's source; null where its claims are not in the table. */
  numberOf(uri: Uri): SourceNumber | null {
    return this.byUri.get(uri) ?? null;
  }

  sourceOf(number: ClaimNumber): Source {
    return this.entries[this.owners[number]!]!.source;
  }

  /** A claim, for whoever looks at it. */
  held(number: ClaimNumber): ClaimRef {
    const { source, first } = this.entries[this.owners[number]!]!;
    return new PlacedClaim(source, number - first);
  }

  /** The number of a claim's figure in the vocabulary. */
  figureOf(number: ClaimNumber): number {
    return this.figures[number]!;
  }

  /** What a claim's figure is. The claim is unfolded for it where nobody has asked of a figure like it. */
  formOf(number: ClaimNumber): FigureForm {
    const figure = this.figures[number]!;
    const known = this.vocabulary.formOf(figure);
    if (known) return known;
    const { source, first } = this.entries[this.owners[number]!]!;
    return this.vocabulary.tell(figure, source.analysis.passingClaim(number - first), source.article.date);
  }

  /** The digits that its figure may be begun with (`beginningsOf`). */
  beginningsOf(number: ClaimNumber): Digits {
    return this.digits[number]!;
  }

  /** The number of a claim's kind in the vocabulary. */
  kindOf(number: ClaimNumber): number {
    return this.kinds[number]!;
  }

  /** Whether somebody has asked what a figure like a claim's is. */
  isTold(number: ClaimNumber): boolean {
    return this.vocabulary.formOf(this.figures[number]!) !== undefined;
  }

  /** Whether the columns of a claim's source are made, for which the words of all its claims are read. */
  hasColumns(number: ClaimNumber): boolean {
    return this.entries[this.owners[number]!]!.columns !== null;
  }

  /** The columns of a claim's source; its own place in them is `placeOf`. */
  columnsOf(number: ClaimNumber): Columns {
    const entry = this.entries[this.owners[number]!]!;
    entry.columns ??= columnsOf(entry.source.analysis.findings(), this.vocabulary);
    return entry.columns;
  }

  /** The index of the passage that a claim's figure stands in. */
  passageOf(number: ClaimNumber): number {
    return this.passages[number]!;
  }

  placeOf(number: ClaimNumber): number {
    return number - this.entries[this.owners[number]!]!.first;
  }

  /** Begins to look for claims, of all sources but one, up to so many; `wanted` tells by sources' numbers whose are wanted where that matters. */
  search(except: Uri | null, most: number, wanted: Uint8Array | null): Search {
    const asked = ++this.asked;
    const reached: ClaimNumber[] = [];
    const left = except === null ? -1 : (this.byUri.get(except) ?? -1);
    return {
      found: reached,
      look: (key, end, isWantedOnly) => {
        this.putInOrder(key);
        const { found, owners } = this;
        const held = this.byKey.get(key) ?? NOTHING;
        // No view is made of a long list: so many are looked at.
        const list = typeof held === 'number' ? [held] : held instanceof LongList ? held.numbers : held;
        const asking = isWantedOnly ? wanted : null;
        for (let at = 0; at < end && reached.length < most; at++) {
          const number = list[at]!;
          const owner = owners[number]!;
          // Most of a long list is of sources that are not wanted.
          if ((asking !== null && asking[owner] === 0) || owner === left || found[number] === asked) continue;
          found[number] = asked;
          reached.push(number);
        }
      },
    };
  }

  private listOf(key: string): ClaimList {
    const list = this.byKey.get(key);
    return list === undefined ? NOTHING : listed(list);
  }

  /** Enters claims of one source under a key: `claims` are their places, ascending, in what begins at the number `first`. */
  private enter(key: string, first: ClaimNumber, claims: Uint32Array): void {
    const known = this.byKey.get(key);
    const start = first + claims[0]!;
    if (known === undefined) {
      this.byKey.set(key, held(Array.from(claims, (at) => first + at)));
      return;
    }
    const list = typeof known === 'number' ? [known] : known;
    const last = list instanceof LongList ? list.last : list.at(-1)!;
    if (this.compare(last, start) > 0) this.unordered.set(key, true);
    // Whoever goes through the list meanwhile has its length from before.
    for (let at = 0; at < claims.length; at++) list.push(first + claims[at]!);
    const longer = list instanceof LongList ? list : held(list);
    if (longer !== known) this.byKey.set(key, longer);
  }

  /** The order of claims: that of their sources' URIs, and in a source that of the text. */
  private compare(a: ClaimNumber, b: ClaimNumber): number {
    if (this.owners[a] === this.owners[b]) return a - b;
    return this.sourceOf(a).article.uri < this.sourceOf(b).article.uri ? -1 : 1;
  }

  /** The first of so many numbers in a row that nobody has. */
  private numbersFor(size: number): ClaimNumber {
    const at = this.gaps.findIndex((gap) => gap.size >= size);
    const gap = this.gaps[at];
    if (gap && size > 0) {
      if (gap.size === size) this.gaps.splice(at, 1);
      else this.gaps[at] = { first: gap.first + size, size: gap.size - size };
      return gap.first;
    }
    const first = this.size;
    this.size += size;
    while (this.owners.length < this.size) this.grow();
    return first;
  }

  private grow(): void {
    const grown = <Column extends Int32Array | Uint32Array | Uint16Array>(from: Column, to: Column): Column => {
      to.set(from);
      return to;
    };
    const size = this.owners.length * 2;
    this.owners = grown(this.owners, new Int32Array(size));
    this.figures = grown(this.figures, new Int32Array(size));
    this.kinds = grown(this.kinds, new Int32Array(size));
    this.found = grown(this.found, new Uint32Array(size));
    this.passages = grown(this.passages, new Int32Array(size));
    this.digits = grown(this.digits, new Uint16Array(size));
  }
}
