/** Numbers for texts that are told by their digests (`digestInto`), in typed arrays: a large library has hundreds of thousands of these. */

const SMALLEST = 64;
/** When so large a part of the places is taken there are made twice as many. */
const FULL = 0.6;
const FREE = 0;

/** Gives equal digests equal numbers, from 0: a table of open addressing with linear probing, whose places are told by a digest's first half. */
export class DigestNumbers {
  private firsts = new Uint32Array(SMALLEST);
  private seconds = new Uint32Array(SMALLEST);
  /** `FREE`, or one more than the number. */
  private numbers = new Int32Array(SMALLEST);
  private count = 0;

  /** How many numbers were given. */
  get size(): number {
    return this.count;
  }

  of(first: number, second: number): number {
    const place = this.placeOf(first, second);
    if (this.numbers[place] !== FREE) return this.numbers[place]! - 1;
    if (this.count + 1 > this.numbers.length * FULL) {
      this.widen();
      return this.of(first, second);
    }
    this.firsts[place] = first;
    this.seconds[place] = second;
    this.numbers[place] = ++this.count;
    return this.count - 1;
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
