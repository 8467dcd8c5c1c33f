/** Packs plain values: what JSON holds, undefined, maps, sets, bytes, and lists of unsigned 32-bit numbers. */
import type { Work } from '../model.ts';
import { FRACTION, HEAD, OFFSET, type Packed, Tag, viewOf } from './format.ts';
import { Output } from './output.ts';
import { type Shape, shapeOf } from './shape.ts';

/** Above this a whole number is held as a fraction is. */
const MOST_NATURAL = 2 ** 31 - 1;

/** So many values are packed between two yields. */
const STEP = 64;
/** How deep in a value that is packed by itself each member is a step of its own. */
const DEEP = 2;

/**
 * Packs values. Yields once it has packed some.
 * @throws {TypeError} where one is no plain value
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

/**
 * Packs one value, which may be large. Yields once a member of each list and object that is not deep in it.
 * @throws {TypeError} where it is no plain value
 */
export function* packOne(value: unknown): Work<Packed> {
  const packer = new Packer();
  yield* packer.putStepwise(value, DEEP);
  return packer.end([0]);
}

/** By how many fields it has, the shape that was met last. */
const recent: (Shape | undefined)[] = [];

/** Where values are packed before it is known how long they are; whoever packs takes it, and gives it back. */
let spare: Uint8Array | null = null;
const SPARE = 1 << 16;

class Packer {
  private readonly output = new Output(spare ?? new Uint8Array(SPARE));
  private readonly texts = new Map<string, number>();
  private readonly fractions = new Map<number, number>();
  private readonly shapes = new Map<Shape, number>();

  constructor() {
    spare = null;
  }

  get length(): number {
    return this.output.length;
  }

  *putStepwise(value: unknown, depth: number): Work<void> {
    if (depth > 0 && Array.isArray(value)) {
      this.head(Tag.List, value.length);
      for (const item of value) yield* this.putStepwise(item, depth - 1);
    } else if (depth > 0 && isObject(value)) {
      for (const field of this.open(value)) yield* this.putStepwise(value[field], depth - 1);
    } else {
      this.put(value);
      yield;
    }
  }

  put(value: unknown): void {
    const { output } = this;
    if (value === null) output.byte(Tag.Null);
    else if (typeof value === 'string') this.head(Tag.Text, numbered(this.texts, value));
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') output.byte(value ? Tag.True : Tag.False);
    else if (value === undefined) output.byte(Tag.Undefined);
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
    } else if (value instanceof Uint8Array) {
      this.head(Tag.Bytes, value.length);
      output.raw(value);
    } else if (value instanceof Uint32Array) {
      this.head(Tag.Words, value.length);
      // As they stand in memory: what is packed on one machine is not unpacked on another.
      output.raw(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    } else if (isObject(value)) {
      const fields = this.open(value);
      for (let at = 0; at < fields.length; at++) this.put(value[fields[at]!]);
    } else throw new TypeError(`no plain value: ${String(value)}`);
  }

  end(offsets: readonly number[]): Packed {
    const { output, fractions } = this;
    const start = HEAD + fractions.size * FRACTION + offsets.length * OFFSET;
    const bytes = new Uint8Array(start + output.length);
    const view = viewOf(bytes);
    view.setUint32(0, fractions.size, true);
    view.setUint32(OFFSET, offsets.length, true);
    let at = HEAD;
    for (const fraction of fractions.keys()) {
      view.setFloat64(at, fraction, true);
      at += FRACTION;
    }
    for (const offset of offsets) {
      view.setUint32(at, start + offset, true);
      at += OFFSET;
    }
    bytes.set(output.written(), start);
    // One that a very long text has made long is not held.
    if (output.buffer.length === SPARE) spare = output.buffer;
    return { texts: [...this.texts.keys()], shapes: [...this.shapes.keys()].map(({ fields }) => fields), bytes };
  }

  /** Begins an object, and gives its fields, whose values are to follow. */
  private open(value: object): readonly string[] {
    const fields = Object.keys(value);
    let shape = recent[fields.length];
    // Objects with as many fields as the one before mostly have the same: to compare names takes less than to look each up.
    if (!shape?.fields.every((field, at) => field === fields[at])) {
      shape = shapeOf(fields);
      recent[fields.length] = shape;
    }
    this.head(Tag.Object, numbered(this.shapes, shape));
    return fields;
  }

  private number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) <= MOST_NATURAL) {
      this.head(value < 0 || Object.is(value, -0) ? Tag.Negative : Tag.Natural, Math.abs(value));
    } else this.head(Tag.Fraction, numbered(this.fractions, value));
  }

  private head(tag: number, count: number): void {
    this.output.byte(tag);
    this.output.natural(count);
  }
}

/** Whether a value is an object of nobody's class. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** What a value has been given for its number, in the order that they were first asked for. */
function numbered<T>(known: Map<T, number>, value: T): number {
  const held = known.get(value);
  if (held !== undefined) return held;
  known.set(value, known.size);
  return known.size - 1;
}
