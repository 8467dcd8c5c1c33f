/** Numbers for texts that are told by their digests (`digestInto`), in typed arrays: a large library has hundreds of thousands of these. */

/** So many tables share the digests, each of which grows by itself (see `NumberLists`). */
const PARTS = 32;
const SMALLEST = 16;
/** When so large a part of the places is taken there are made twice as many. */
const FULL = 0.6;
const FREE = 0;

/** Gives equal digests equal numbers, from 0. */
export class DigestNumbers {
  private readonly parts = Array.from({ length: PARTS }, () => new Part());
  private count = 0;

  /** How many numbers were given. */
  get size(): number {
    return this.count;
  }

  of(first: number, second: number): number {
    const number = this.parts[second & (PARTS - 1)]!.of(first, second, this.count);
    if (number === this.count) this.count++;
    return number;
  }
}

/** A table of open addressing with linear probing, whose places are told by a digest's first half. */
class Part {
  private firsts = new Uint32Array(SMALLEST);
  private seconds = new Uint32Array(SMALLEST);
  /** `FREE`, or one more than the number. */
  private numbers = new Int32Array(SMALLEST);
  private count = 0;

  /** The number of a digest: `next` where it has none yet. */
  of(first: number, second: number, next: number): number {
    let place = this.placeOf(first, second);
    if (this.numbers[place] !== FREE) return this.numbers[place]! - 1;
    if (this.count + 1 > this.numbers.length * FULL) {
      this.widen();
      place = this.placeOf(first, second);
    }
    this.count++;
    this.firsts[place] = first;
    this.seconds[place] = second;
    this.numbers[place] = next + 1;
    return next;
  }

  /** The place of a digest, or the free one where it would stand. */
  private placeOf(first: number, second: number): number {
    const { firsts, seconds, numbers } = this;
    const last = numbers.length - 1;
    let place = first & last;
    while (numbers[place] !== FREE && (firsts[place] !== first || seconds[place] !== second)) place = (place + 1) & last;
    return place;
  }

  private widen(): void {
    const { firsts, seconds, numbers } = this;
    this.firsts = new Uint32Array(firsts.length * 2);
    this.seconds = new Uint32Array(firsts.length * 2);
    this.numbers = new Int32Array(firsts.length * 2);
    for (let from = 0; from < numbers.length; from++) {
      if (numbers[from] === FREE) continue;
      const place = this.placeOf(firsts[from]!, seconds[from]!);
      this.firsts[place] = firsts[from]!;
      this.seconds[place] = seconds[from]!;
      this.numbers[place] = numbers[from]!;
    }
  }
}
