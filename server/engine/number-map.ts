/**
 * A map from numbers to numbers, or to lists of them, in typed arrays: large libraries are looked up by a million hashes of words, each of which
 * takes 40 bytes of the heap in a `Map`, and is gone through whenever garbage is collected.
 */

/** A number from 0 on, or several, of which the map holds the very list. */
export type Numbers = number | number[];

const SMALLEST = 64;
/** When so large a part of the places is taken there are made twice as many. */
const FULL = 0.7;
/** Knuth's multiplier, 2 to the 32nd by the golden ratio: numbers that lie close together come to places far apart (TAOCP 3, 6.4). */
const MULTIPLIER = 0x9e3779b1;
const FREE = 0;

/** Keys are unsigned 32-bit numbers. Open addressing with linear probing; what is taken out leaves no trace. */
export class NumberMap {
  private keys = new Uint32Array(SMALLEST);
  /** `FREE`, one more than a number, or below 0 one more than a list's index. */
  private values = new Int32Array(SMALLEST);
  private readonly lists: (number[] | undefined)[] = [];
  private readonly unused: number[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(key: number): Numbers | undefined {
    const value = this.values[this.placeOf(key)]!;
    if (value === FREE) return undefined;
    return value > 0 ? value - 1 : this.lists[-value - 1];
  }

  set(key: number, held: Numbers): void {
    let place = this.placeOf(key);
    if (this.values[place] === FREE) {
      if (this.count + 1 > this.keys.length * FULL) {
        this.grow();
        place = this.placeOf(key);
      }
      this.count++;
      this.keys[place] = key;
    } else this.dropList(place);
    this.values[place] = typeof held === 'number' ? held + 1 : -this.listed(held) - 1;
  }

  delete(key: number): void {
    let gap = this.placeOf(key);
    if (this.values[gap] === FREE) return;
    this.dropList(gap);
    this.count--;
    const { keys, values } = this;
    const last = keys.length - 1;
    // Whatever was put behind because the place was taken moves up.
    for (let next = (gap + 1) & last; values[next] !== FREE; next = (next + 1) & last) {
      if (((next - this.homeOf(keys[next]!)) & last) < ((next - gap) & last)) continue;
      keys[gap] = keys[next]!;
      values[gap] = values[next]!;
      gap = next;
    }
    values[gap] = FREE;
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

  private listed(list: number[]): number {
    const index = this.unused.pop() ?? this.lists.length;
    this.lists[index] = list;
    return index;
  }

  private dropList(place: number): void {
    const value = this.values[place]!;
    if (value >= 0) return;
    this.lists[-value - 1] = undefined;
    this.unused.push(-value - 1);
  }

  private grow(): void {
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
}
