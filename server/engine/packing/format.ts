/**
 * How plain values are held as bytes, each to be unpacked by itself: objects, lists, maps and sets take up to twenty times as much in
 * memory. What is said more than once, texts, fractions and the names of objects' fields, is held once.
 */

/** Values, packed. Texts and shapes are held as they are, so that several may share them. */
export interface Packed {
  readonly texts: readonly string[];
  /** The names of objects' fields, in order, by the number of a shape. */
  readonly shapes: readonly (readonly string[])[];
  /** How many fractions there are, how many values, the fractions, the offsets of the values, and the values. */
  readonly bytes: Uint8Array;
}

/** The first byte of a value. After it comes how many members it has, or the number of its text, its fraction or its shape. */
export const Tag = {
  Null: 0,
  Undefined: 1,
  True: 2,
  False: 3,
  /** A whole number from 0 on, and one below 0 or -0. */
  Natural: 4,
  Negative: 5,
  Fraction: 6,
  Text: 7,
  List: 8,
  Object: 9,
  Map: 10,
  Set: 11,
  Bytes: 12,
  /** Unsigned 32-bit numbers. */
  Words: 13,
} as const;

/** Two counts of four bytes each; the fractions after them begin at a multiple of eight. */
export const HEAD = 8;
export const FRACTION = 8;
export const OFFSET = 4;

/** How many values there are. */
export function packedCount({ bytes }: Packed): number {
  return viewOf(bytes).getUint32(OFFSET, true);
}

/** Where the value with an index begins. */
export function startOf(view: DataView, index: number): number {
  return view.getUint32(HEAD + view.getUint32(0, true) * FRACTION + index * OFFSET, true);
}

export function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}
