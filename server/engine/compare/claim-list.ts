/** Lists of a table's claims: as they are given to whoever asks, and as they are held. */
import type { ClaimNumber } from './table.ts';

/** Claims in their order; for whoever holds it longer than nothing changes, it is as it was. */
export type ClaimList = readonly ClaimNumber[] | Int32Array;

/** Longer lists stand outside of the heap, at half the size. */
const LONG = 32;
/** How much longer one is made that is full. */
const ROOM = 1.5;

/** Many claims, which others may join. */
export class LongList {
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

/** One or more claims as they are held. */
export type HeldList = ClaimNumber | ClaimNumber[] | LongList;

/** Claims as they are held: one at least. */
export function held(numbers: ClaimNumber[]): HeldList {
  if (numbers.length === 1) return numbers[0]!;
  return numbers.length > LONG ? new LongList(numbers) : numbers;
}

/** What is held as it is given to whoever asks. */
export function listed(list: HeldList): ClaimList {
  return typeof list === 'number' ? [list] : list instanceof LongList ? list.all : list;
}
