/**
 * The claims of a library, each by its number. A draft's claim is held against a thousand others: what is asked of all of them stands in
 * typed arrays, close together in memory, and a claim is made when somebody looks at it.
 */
import type { Claim } from '../claims/claim.ts';
import type { Digits } from '../complete/beginnings.ts';
import type { ClaimRef, Source } from '../library.ts';
import type { Uri, Work } from '../model.ts';
import type { Postings } from '../postings.ts';
import { type Columns, columnsOf, type FigureForm, Vocabulary } from './columns.ts';

/** The number of a claim in a table. It may be another's once its source is gone. */
export type ClaimNumber = number;

/** The number of a source in a table, which may be another's too once it is gone: below `sourceCount`. */
export type SourceNumber = number;

/** So many claims are entered between two yields. */
const STEP = 64;
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

/** Claims in their order; for whoever holds it longer than nothing changes, it is as it was. */
export type ClaimList = readonly ClaimNumber[] | Int32Array;

/** Longer lists stand outside of the heap, at half the size. */
const LONG = 32;
/** How much longer one is made that is full. */
const ROOM = 1.5;

class LongList {
  /** Longer than the list is. */
  numbers: Int32Array;
  length: number;

  constructor(numbers: readonly ClaimNumber[]) {
    this.length = numbers.length;
    this.numbers = new Int32Array(Math.ceil(numbers.length * ROOM));
    this.numbers.set(numbers);
  }

  get last(): ClaimNumber {
    return this.numbers[this.length - 1]!;
  }

  get all(): Int32Array {
    return this.numbers.subarray(0, this.length);
  }

  push(number: ClaimNumber): void {
    if (this.length === this.numbers.length) {
      const { numbers } = this;
      this.numbers = new Int32Array(Math.ceil(numbers.length * ROOM));
      this.numbers.set(numbers);
    }
    this.numbers[this.length++] = number;
  }
}

function held(numbers: ClaimNumber[]): ClaimNumber[] | LongList {
  return numbers.length > LONG ? new LongList(numbers) : numbers;
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
  /** By claim: the number of its source here, of its figure and its kind in the vocabulary (-1 until they are told), and when it was found. */
  private owners = new Int32Array(64);
  private figures = new Int32Array(64).fill(-1);
  private kinds = new Int32Array(64).fill(-1);
  private found = new Uint32Array(64);
  /** By claim of a source whose columns are made the passage that its figure stands in. */
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
  private readonly byKey = new Map<string, ClaimNumber | ClaimNumber[] | LongList>();
  /** The keys whose claims are not in the order of their sources' URIs, as those who ask are to have them. */
  private readonly unordered = new Set<string>();

  /** Adds a source's claims, each under its keys. Yields now and then. */
  *add(source: Source, { keys, digits }: Pick<Postings, 'keys' | 'digits'>): Work<void> {
    const first = this.numbersFor(keys.length);
    const owner = this.free.pop() ?? this.entries.length;
    this.entries[owner] = { source, first, size: keys.length, columns: null };
    this.byUri.set(source.article.uri, owner);
    for (let at = 0; at < keys.length; at++) {
      if (at % STEP === STEP - 1) yield;
      const number = first + at;
      this.owners[number] = owner;
      this.figures[number] = -1;
      this.kinds[number] = -1;
      this.digits[number] = digits[at]!;
      for (const key of keys[at]!) this.enter(key, number);
    }
  }

  /** Takes a source's claims out; `keys` are all that they were entered under. */
  delete({ article }: Source, keys: Iterable<string>): void {
    const owner = this.byUri.get(article.uri);
    if (owner === undefined) return;
    const { first, size } = this.entries[owner]!;
    const isTheirs = (number: ClaimNumber) => number >= first && number < first + size;
    for (const key of keys) {
      const rest = [...this.listOf(key)].filter((number) => !isTheirs(number));
      if (rest.length > 0) this.byKey.set(key, rest.length === 1 ? rest[0]! : held(rest));
      else this.byKey.delete(key);
      if (rest.length < 2) this.unordered.delete(key);
    }
    this.byUri.delete(article.uri);
    this.entries[owner] = undefined;
    this.free.push(owner);
    if (size > 0) this.gaps.push({ first, size });
  }

  /** The claims under a key, in the order of their sources' URIs. The table's own list, which other articles' claims may join later. */
  under(key: string): ClaimList {
    this.order(key);
    return this.listOf(key);
  }

  /** How many claims there are under a key. */
  countUnder(key: string): number {
    const list = this.byKey.get(key);
    return list === undefined ? 0 : typeof list === 'number' ? 1 : list.length;
  }

  private order(key: string): void {
    if (!this.unordered.delete(key)) return;
    const ordered = [...this.listOf(key)].sort((a, b) => this.compare(a, b));
    this.byKey.set(key, held(ordered));
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

  /** What a claim's figure is, by its number in the vocabulary. The claim is unfolded for it where nobody has asked. */
  figureOf(number: ClaimNumber): number {
    if (this.figures[number]! < 0) this.tell(number);
    return this.figures[number]!;
  }

  /** What the rules ask of its figure. */
  formOf(number: ClaimNumber): FigureForm {
    return this.vocabulary.forms[this.figureOf(number)]!;
  }

  /** The digits that its figure may be begun with (`beginningsOf`). */
  beginningsOf(number: ClaimNumber): Digits {
    return this.digits[number]!;
  }

  /** What kind of claim it is, by its number in the vocabulary; as `figureOf`. */
  kindOf(number: ClaimNumber): number {
    if (this.kinds[number]! < 0) this.tell(number);
    return this.kinds[number]!;
  }

  /** Whether somebody has asked for a claim's figure or kind. */
  isTold(number: ClaimNumber): boolean {
    return this.figures[number]! >= 0;
  }

  private tell(number: ClaimNumber): void {
    const { source, first } = this.entries[this.owners[number]!]!;
    const claim = source.analysis.passingClaim(number - first);
    this.figures[number] = this.vocabulary.figureOf(claim, source.article.date);
    this.kinds[number] = this.vocabulary.kindOf(claim);
  }

  /** Whether the columns of a claim's source are made, for which all of its claims are unfolded. */
  hasColumns(number: ClaimNumber): boolean {
    return this.entries[this.owners[number]!]!.columns !== null;
  }

  /** The columns of a claim's source; its own place in them is `placeOf`. */
  columnsOf(number: ClaimNumber): Columns {
    const entry = this.entries[this.owners[number]!]!;
    if (!entry.columns) {
      const { source, first } = entry;
      const claims = [...source.analysis.passingClaims()];
      entry.columns = columnsOf(claims, source.article.date, this.vocabulary);
      for (const [at, { figure }] of claims.entries()) this.passages[first + at] = figure.passage;
      this.figures.set(entry.columns.figures, first);
      this.kinds.set(entry.columns.kinds, first);
    }
    return entry.columns;
  }

  /** The index of the passage that a claim's figure stands in, whose source's columns are made. */
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
        this.order(key);
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
    if (list === undefined) return NOTHING;
    return typeof list === 'number' ? [list] : list instanceof LongList ? list.all : list;
  }

  private enter(key: string, number: ClaimNumber): void {
    const list = this.byKey.get(key);
    if (list === undefined) {
      this.byKey.set(key, number);
      return;
    }
    const last = typeof list === 'number' ? list : list instanceof LongList ? list.last : list.at(-1)!;
    if (this.compare(last, number) > 0) this.unordered.add(key);
    // Whoever goes through the list meanwhile has its length from before.
    if (typeof list === 'number') this.byKey.set(key, [list, number]);
    else if (list instanceof LongList) list.push(number);
    else if (list.push(number) > LONG) this.byKey.set(key, new LongList(list));
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
    this.figures = grown(this.figures, new Int32Array(size).fill(-1));
    this.kinds = grown(this.kinds, new Int32Array(size).fill(-1));
    this.found = grown(this.found, new Uint32Array(size));
    this.passages = grown(this.passages, new Int32Array(size));
    this.digits = grown(this.digits, new Uint16Array(size));
  }
}
