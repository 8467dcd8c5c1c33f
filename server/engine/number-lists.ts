/**
 * Lists of numbers by numbers, in typed arrays: large libraries are looked up by a million hashes of words, each with the articles that have
 * it. In a `Map` of arrays they take ten times the memory, all of which is gone through whenever garbage is collected.
 */

const SMALLEST = 64;
/** When so large a part of the places is taken there are made twice as many. */
const FULL = 0.7;
/** Knuth's multiplier, 2 to the 32nd by the golden ratio: numbers that lie close together come to places far apart (TAOCP 3, 6.4). */
const MULTIPLIER = 0x9e3779b1;
const FREE = 0;
const NONE = new Int32Array(0);

/** So many tables share the keys, each of which grows by itself: one of a million keys would hold all else up for 50 ms. A power of two. */
const PARTS = 32;

/** A list for each of some unsigned 32-bit keys, its numbers from 0 on. */
export class NumberLists {
  private readonly parts: (Part | undefined)[] = new Array(PARTS).fill(undefined);

  /** How many keys have a list. */
  get size(): number {
    return this.parts.reduce((sum, part) => sum + (part?.size ?? 0), 0);
  }

  /** The list of a key, which holds until that is changed; an empty one where it has none. */
  of(key: number): Int32Array {
    return this.partOf(key).of(key);
  }

  /** How long the list of a key is. */
  lengthOf(key: number): number {
    return this.partOf(key).lengthOf(key);
  }

  /** Puts a number into the list of a key, before the one that stands `at`, or behind all. */
  insert(key: number, at: number, number: number): void {
    this.partOf(key).insert(key, at, number);
  }

  /** Puts a number behind the list of a key, unless it is the last there. */
  append(key: number, number: number): void {
    this.partOf(key).append(key, number);
  }

  /** Takes the number that stands `at` out of the list of a key. */
  remove(key: number, at: number): void {
    this.partOf(key).remove(key, at);
  }

  private partOf(key: number): Part {
    // The last bits of the product: a table's own places are told by its first.
    const at = Math.imul(key ^ (key >>> 15), MULTIPLIER) & (PARTS - 1);
    let part = this.parts[at];
    if (!part) {
      part = new Part();
      this.parts[at] = part;
    }
    return part;
  }
}

/**
 * The lists of some of the keys. Keys stand in a table of open addressing with linear probing, and what
 * is taken out leaves no trace there. A list of one stands beside its key; longer ones share an array, each in a stretch of 2, 4, 8 numbers
 * and so on, which another gets once it is let go.
 */
class Part {
  private keys = new Uint32Array(SMALLEST);
  /** `FREE`, one more than the only number of a list, or below 0 one more than the number of a longer list. */
  private values = new Int32Array(SMALLEST);
  private count = 0;
  /** By the number of a longer list where it starts in `pool`, and how long it is; numbers that no list has any more. */
  private starts = new Int32Array(SMALLEST);
  private lengths = new Int32Array(SMALLEST);
  private lists = 0;
  private readonly unused: number[] = [];
  private pool = new Int32Array(SMALLEST);
  private used = 0;
  /** By the logarithm of their length the stretches that nobody has any more. */
  private readonly stretches: number[][] = [];

  get size(): number {
    return this.count;
  }

  of(key: number): Int32Array {
    const value = this.values[this.placeOf(key)]!;
    if (value === FREE) return NONE;
    if (value > 0) return Int32Array.of(value - 1);
    const list = -value - 1;
    return this.pool.subarray(this.starts[list]!, this.starts[list]! + this.lengths[list]!);
  }

  lengthOf(key: number): number {
    const value = this.values[this.placeOf(key)]!;
    return value < 0 ? this.lengths[-value - 1]! : value === FREE ? 0 : 1;
  }

  insert(key: number, at: number, number: number): void {
    let place = this.placeOf(key);
    const value = this.values[place]!;
    if (value === FREE) {
      if (this.count + 1 > this.keys.length * FULL) {
        this.widen();
        place = this.placeOf(key);
      }
      this.count++;
      this.keys[place] = key;
      this.values[place] = number + 1;
      return;
    }
    const list = value > 0 ? this.begin(value - 1) : -value - 1;
    if (value > 0) this.values[place] = -list - 1;
    const length = this.lengths[list]!;
    if (length > 1 && isPower(length)) this.move(list, length);
    const start = this.starts[list]!;
    this.pool.copyWithin(start + at + 1, start + at, start + length);
    this.pool[start + at] = number;
    this.lengths[list] = length + 1;
  }

  append(key: number, number: number): void {
    const value = this.values[this.placeOf(key)]!;
    const length = value < 0 ? this.lengths[-value - 1]! : value === FREE ? 0 : 1;
    const last = value < 0 ? this.pool[this.starts[-value - 1]! + length - 1]! : value - 1;
    if (length === 0 || last !== number) this.insert(key, length, number);
  }

  remove(key: number, at: number): void {
    const place = this.placeOf(key);
    const value = this.values[place]!;
    if (value === FREE) return;
    if (value > 0) {
      this.close(place);
      return;
    }
    const list = -value - 1;
    const start = this.starts[list]!;
    const length = this.lengths[list]! - 1;
    this.pool.copyWithin(start + at, start + at + 1, start + length + 1);
    this.lengths[list] = length;
    if (length === 1) {
      this.values[place] = this.pool[start]! + 1;
      this.letGo(start, 2);
      this.unused.push(list);
    } else if (isPower(length)) this.shrink(list, length);
  }

  /** The place of a key, or the free one where it would stand. */
  private placeOf(key: number): number {
    const { keys, values } = this;
    const last = keys.length - 1;
    let place = this.homeOf(key);
    while (values[place] !== FREE && keys[place] !== key) place = (place + 1) & last;
    return place;
  }

  private homeOf(key: number): number {
    return Math.imul(key, MULTIPLIER) >>> (Math.clz32(this.keys.length) + 1);
  }

  /** Frees a place. Whatever was put behind it because it was taken moves up. */
  private close(place: number): void {
    const { keys, values } = this;
    const last = keys.length - 1;
    let gap = place;
    this.count--;
    for (let next = (gap + 1) & last; values[next] !== FREE; next = (next + 1) & last) {
      if (((next - this.homeOf(keys[next]!)) & last) < ((next - gap) & last)) continue;
      keys[gap] = keys[next]!;
      values[gap] = values[next]!;
      gap = next;
    }
    values[gap] = FREE;
  }

  private widen(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Int32Array(keys.length * 2);
    for (let from = 0; from < keys.length; from++) {
      if (values[from] === FREE) continue;
      const place = this.placeOf(keys[from]!);
      this.keys[place] = keys[from]!;
      this.values[place] = values[from]!;
    }
  }

  /** Makes a list of one number, which a second is to join. */
  private begin(only: number): number {
    const list = this.unused.pop() ?? this.lists++;
    if (list === this.starts.length) {
      this.starts = grown(this.starts);
      this.lengths = grown(this.lengths);
    }
    const start = this.stretch(2);
    this.starts[list] = start;
    this.lengths[list] = 1;
    this.pool[start] = only;
    return list;
  }

  /** Moves a list that fills its stretch of `size` into one of twice the size. */
  private move(list: number, size: number): void {
    const from = this.starts[list]!;
    const to = this.stretch(size * 2);
    this.pool.copyWithin(to, from, from + size);
    this.letGo(from, size);
    this.starts[list] = to;
  }

  /** Moves a list that has come to fill half of its stretch only into one of `size`. */
  private shrink(list: number, size: number): void {
    const from = this.starts[list]!;
    const to = this.stretch(size);
    this.pool.copyWithin(to, from, from + size);
    this.letGo(from, size * 2);
    this.starts[list] = to;
  }

  private stretch(size: number): number {
    const known = this.stretches[logarithm(size)]?.pop();
    if (known !== undefined) return known;
    const start = this.used;
    this.used += size;
    while (this.used > this.pool.length) this.pool = grown(this.pool);
    return start;
  }

  private letGo(start: number, size: number): void {
    const same = this.stretches[logarithm(size)];
    if (same) same.push(start);
    else this.stretches[logarithm(size)] = [start];
  }
}

function isPower(length: number): boolean {
  return (length & (length - 1)) === 0;
}

function logarithm(power: number): number {
  return 31 - Math.clz32(power);
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}
