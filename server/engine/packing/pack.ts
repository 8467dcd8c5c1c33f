/**
 * Plain values held as bytes, each to be unpacked by itself: objects, lists, maps and sets take up to twenty times as much in memory. What
 * is said more than once, texts, fractions and the names of objects' fields, is held once.
 */

import type { Work } from '../model.ts';

/** Values, packed. Texts and shapes are held as they are, so that several may share them. */
export interface Packed {
  readonly texts: readonly string[];
  /** The names of objects' fields, in order, by the number of a shape. */
  readonly shapes: readonly (readonly string[])[];
  /** How many fractions there are, how many values, the fractions, the offsets of the values, and the values. */
  readonly bytes: Uint8Array;
}

const Tag = {
  Null: 0,
  Undefined: 1,
  True: 2,
  False: 3,
  Natural: 4,
  Negative: 5,
  Fraction: 6,
  Text: 7,
  List: 8,
  Object: 9,
  Map: 10,
  Set: 11,
} as const;

/** Above this a whole number is held as a fraction is. */
const MOST_NATURAL = 2 ** 31 - 1;
/** Two counts of four bytes each; the fractions after them begin at a multiple of eight. */
const HEAD = 8;
const FRACTION = 8;
const OFFSET = 4;

/** So many values are packed between two yields. */
const STEP = 64;

/**
 * Packs plain values: what JSON holds, undefined, maps and sets. Yields once it has packed some.
 * @throws {TypeError} where one is none
 */
export function* pack(values: Iterable<unknown>): Work<Packed> {
  const packer = new Packer();
  const offsets: number[] = [];
  for (const value of values) {
    offsets.push(packer.length);
    packer.put(value);
    if (offsets.length % STEP === 0) yield;
  }
  return packer.end(offsets);
}

/** How many values there are. */
export function packedCount({ bytes }: Packed): number {
  return viewOf(bytes).getUint32(OFFSET, true);
}

/** One of the values, made anew. `at` is its index. */
export function unpack(packed: Packed, at: number): unknown {
  return new Unpacker(packed, at).value();
}

/** Sets the fields of `target` to those of one of the values, which is an object. */
export function unpackInto(target: object, packed: Packed, at: number): void {
  new Unpacker(packed, at).into(target);
}

/** The same values, with shapes that others share: for what was not packed here. */
export function withSharedShapes({ texts, shapes: own, bytes }: Packed): Packed {
  return { texts, shapes: own.map((fields) => fields.reduce((known, field) => known.with(field), noFields).fields), bytes };
}

/** The names of an object's fields, in order. Each is held once, whoever has it: there are as many as kinds of values. */
class Shape {
  readonly next = new Map<string, Shape>();
  private made: { readonly [field: string]: null } | null = null;

  constructor(readonly fields: readonly string[]) {}

  /** The shape with one field more. */
  with(field: string): Shape {
    let longer = this.next.get(field);
    if (!longer) {
      longer = new Shape([...this.fields, field]);
      this.next.set(field, longer);
      shapes.set(longer.fields, longer);
    }
    return longer;
  }

  /** An object of the shape with nothing in it: to copy one is ten times as fast as to add fields one by one. */
  get empty(): { readonly [field: string]: null } {
    this.made ??= Object.fromEntries(this.fields.map((field) => [field, null]));
    return this.made;
  }
}

/** The shapes by their own lists of fields. */
const shapes = new WeakMap<readonly string[], Shape>();
const noFields = new Shape([]);
shapes.set(noFields.fields, noFields);

/** By how many fields it has, the shape that was met last. */
const recent: (Shape | undefined)[] = [];

/** Where values are packed before it is known how long they are; whoever packs takes it, and gives it back. */
let spare: Uint8Array | null = null;
const SPARE = 1 << 16;

class Packer {
  length = 0;
  private scratch: Uint8Array;
  private readonly texts = new Map<string, number>();
  private readonly fractions = new Map<number, number>();
  private readonly shapes = new Map<Shape, number>();

  constructor() {
    this.scratch = spare ?? new Uint8Array(SPARE);
    spare = null;
  }

  put(value: unknown): void {
    if (value === null) this.byte(Tag.Null);
    else if (typeof value === 'string') this.head(Tag.Text, numbered(this.texts, value));
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') this.byte(value ? Tag.True : Tag.False);
    else if (value === undefined) this.byte(Tag.Undefined);
    else if (Array.isArray(value)) {
      this.head(Tag.List, value.length);
      for (let at = 0; at < value.length; at++) this.put(value[at]);
    } else if (value instanceof Map) {
      this.head(Tag.Map, value.size);
      for (const [key, item] of value) {
        this.put(key);
        this.put(item);
      }
    } else if (value instanceof Set) {
      this.head(Tag.Set, value.size);
      for (const item of value) this.put(item);
    } else if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) this.object(value);
    else throw new TypeError(`no plain value: ${String(value)}`);
  }

  end(offsets: readonly number[]): Packed {
    const start = HEAD + this.fractions.size * FRACTION + offsets.length * OFFSET;
    const bytes = new Uint8Array(start + this.length);
    const view = viewOf(bytes);
    view.setUint32(0, this.fractions.size, true);
    view.setUint32(OFFSET, offsets.length, true);
    let at = HEAD;
    for (const fraction of this.fractions.keys()) {
      view.setFloat64(at, fraction, true);
      at += FRACTION;
    }
    for (const offset of offsets) {
      view.setUint32(at, start + offset, true);
      at += OFFSET;
    }
    bytes.set(this.scratch.subarray(0, this.length), start);
    // One that a very long text has made long is not held.
    if (this.scratch.length === SPARE) spare = this.scratch;
    return { texts: [...this.texts.keys()], shapes: [...this.shapes.keys()].map(({ fields }) => fields), bytes };
  }

  private object(value: object): void {
    const fields = Object.keys(value);
    let shape = recent[fields.length];
    // Objects with as many fields as the one before mostly have the same: to compare names takes less than to look each up.
    if (!shape?.fields.every((field, at) => field === fields[at])) {
      shape = fields.reduce((known, field) => known.with(field), noFields);
      recent[fields.length] = shape;
    }
    this.head(Tag.Object, numbered(this.shapes, shape));
    for (let at = 0; at < fields.length; at++) this.put((value as Readonly<Record<string, unknown>>)[fields[at]!]);
  }

  private number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) <= MOST_NATURAL) {
      this.head(value < 0 || Object.is(value, -0) ? Tag.Negative : Tag.Natural, Math.abs(value));
    } else this.head(Tag.Fraction, numbered(this.fractions, value));
  }

  private head(tag: number, count: number): void {
    this.byte(tag);
    // Seven bits a byte, the lowest first (LEB128).
    let rest = count;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  private byte(value: number): void {
    if (this.length === this.scratch.length) {
      const larger = new Uint8Array(this.scratch.length * 2);
      larger.set(this.scratch);
      this.scratch = larger;
    }
    this.scratch[this.length++] = value;
  }
}

/** What a value has been given for its number, in the order that they were first asked for. */
function numbered<T>(known: Map<T, number>, value: T): number {
  const held = known.get(value);
  if (held !== undefined) return held;
  known.set(value, known.size);
  return known.size - 1;
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

class Unpacker {
  private at: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(
    private readonly packed: Packed,
    index: number,
  ) {
    this.bytes = packed.bytes;
    this.view = viewOf(packed.bytes);
    this.at = this.view.getUint32(HEAD + this.view.getUint32(0, true) * FRACTION + index * OFFSET, true);
  }

  value(): unknown {
    switch (this.bytes[this.at++]) {
      case Tag.Null:
        return null;
      case Tag.Undefined:
        return undefined;
      case Tag.True:
        return true;
      case Tag.False:
        return false;
      case Tag.Natural:
        return this.natural();
      case Tag.Negative:
        return -this.natural();
      case Tag.Fraction:
        return this.view.getFloat64(HEAD + this.natural() * FRACTION, true);
      case Tag.Text:
        return this.packed.texts[this.natural()];
      case Tag.List: {
        const items: unknown[] = [];
        for (let left = this.natural(); left > 0; left--) items.push(this.value());
        return items;
      }
      case Tag.Object: {
        const { fields, empty } = this.shape();
        const value: Record<string, unknown> = { ...empty };
        for (let field = 0; field < fields.length; field++) value[fields[field]!] = this.value();
        return value;
      }
      case Tag.Map: {
        const map = new Map<unknown, unknown>();
        for (let left = this.natural(); left > 0; left--) {
          const key = this.value();
          map.set(key, this.value());
        }
        return map;
      }
      case Tag.Set: {
        const set = new Set<unknown>();
        for (let left = this.natural(); left > 0; left--) set.add(this.value());
        return set;
      }
      default:
        throw new RangeError('an unknown kind of value');
    }
  }

  into(target: object): void {
    this.at++;
    const { fields } = this.shape();
    for (let field = 0; field < fields.length; field++) (target as Record<string, unknown>)[fields[field]!] = this.value();
  }

  private shape(): Shape {
    return shapes.get(this.packed.shapes[this.natural()]!)!;
  }

  private natural(): number {
    const { bytes } = this;
    let byte = bytes[this.at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.at++]!;
      value += (byte & 0x7f) * 2 ** shift;
    }
    return value;
  }
}
