/**
 * Plain values as bytes and back: what JSON holds, and maps, sets, bytes and lists of unsigned 32-bit numbers. Texts and fractions that are said
 * more than once are written once, and so are the names of an object's fields, which makes a fifth of what V8's own serialiser does.
 */
import type { Work } from '../../engine/model.ts';

const Tag = {
  Null: 0,
  True: 1,
  False: 2,
  Undefined: 3,
  /** A whole number from 0 on, and one below 0 or -0. */
  Natural: 4,
  Negative: 5,
  Fraction: 6,
  Text: 7,
  List: 8,
  Object: 9,
  Map: 10,
  Set: 11,
  Words: 12,
  Empty: 13,
  Bytes: 14,
} as const;

/** Above this a whole number is written as a fraction is. */
const MOST_NATURAL = 2 ** 31 - 1;
/** How a text is written, by its number. Latin-1 is the fastest to read, and the others take what it cannot. */
const ENCODINGS = ['latin1', 'utf8', 'utf16le'] as const;

/** The bytes of a value. Yields once a member of each list and map that is not deep in the value. */
export function* encode(value: unknown): Work<Buffer> {
  const encoder = new Encoder();
  yield* encoder.stepwise(value, 2);
  return encoder.bytes();
}

/**
 * The value that bytes were made of.
 * @throws {RangeError} where they were made of none
 */
export function decode(bytes: Uint8Array): unknown {
  return new Decoder(bytes).value();
}

class Output {
  private buffer = Buffer.allocUnsafe(1024);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.buffer.length) this.grow(1);
    this.buffer[this.length++] = value;
  }

  /** A whole number from 0 on, seven bits a byte, the lowest first (LEB128). */
  natural(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  raw(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.buffer.length) this.grow(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private grow(by: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + by));
    larger.set(this.bytes());
    this.buffer = larger;
  }
}

class Encoder {
  private readonly body = new Output();
  private readonly texts = new Map<string, number>();
  private readonly fractions = new Map<number, number>();
  /** By the names of an object's fields, each after the other. */
  private readonly shapes = new Map<string, { readonly index: number; readonly fields: readonly string[] }>();

  *stepwise(value: unknown, depth: number): Work<void> {
    if (depth === 0 || typeof value !== 'object' || value === null || !(Array.isArray(value) || isPlain(value))) {
      this.put(value);
      yield;
      return;
    }
    const members = Array.isArray(value) ? value : this.open(value);
    if (Array.isArray(value)) this.head(Tag.List, value.length);
    for (const member of members) yield* this.stepwise(member, depth - 1);
  }

  bytes(): Buffer {
    const head = new Output();
    head.natural(this.texts.size);
    for (const text of this.texts.keys()) {
      const encoding = !/[^\0-\xff]/.test(text) ? 0 : Buffer.from(text).toString() === text ? 1 : 2;
      const bytes = Buffer.from(text, ENCODINGS[encoding]);
      head.natural(bytes.length * ENCODINGS.length + encoding);
      head.raw(bytes);
    }
    head.natural(this.fractions.size);
    head.raw(bytesOf(Float64Array.from(this.fractions.keys())));
    head.natural(this.shapes.size);
    for (const { fields } of this.shapes.values()) {
      head.natural(fields.length);
      for (const field of fields) head.natural(this.texts.get(field)!);
    }
    return Buffer.concat([head.bytes(), this.body.bytes()]);
  }

  private put(value: unknown): void {
    const { body } = this;
    if (value === null) body.byte(Tag.Null);
    else if (typeof value === 'string') this.head(Tag.Text, this.text(value));
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') body.byte(value ? Tag.True : Tag.False);
    else if (value === undefined) body.byte(Tag.Undefined);
    else if (Array.isArray(value)) this.list(value);
    else if (value instanceof Map) {
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
      body.raw(value);
    } else if (value instanceof Uint32Array) {
      this.head(Tag.Words, value.length);
      body.raw(bytesOf(value));
    } else if (typeof value === 'object' && isPlain(value)) for (const member of this.open(value)) this.put(member);
    else throw new TypeError(`no plain value: ${String(value)}`);
  }

  private list(value: readonly unknown[]): void {
    if (value.length === 0) this.body.byte(Tag.Empty);
    else this.head(Tag.List, value.length);
    for (const item of value) this.put(item);
  }

  /** Begins an object, and gives what stands in its fields. */
  private open(value: object): readonly unknown[] {
    const fields = Object.keys(value);
    // No field's name holds a line break.
    const key = `${fields.length}\n${fields.join('\n')}`;
    let shape = this.shapes.get(key);
    if (!shape) {
      shape = { index: this.shapes.size, fields };
      for (const field of fields) this.text(field);
      this.shapes.set(key, shape);
    }
    this.head(Tag.Object, shape.index);
    return Object.values(value);
  }

  private number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) <= MOST_NATURAL) {
      this.head(value < 0 || Object.is(value, -0) ? Tag.Negative : Tag.Natural, Math.abs(value));
      return;
    }
    this.head(Tag.Fraction, numbered(this.fractions, value));
  }

  private text(value: string): number {
    return numbered(this.texts, value);
  }

  private head(tag: number, count: number): void {
    this.body.byte(tag);
    this.body.natural(count);
  }
}

/** What a value has been given for its number, in the order that they were first asked for. */
function numbered<T>(known: Map<T, number>, value: T): number {
  const held = known.get(value);
  if (held !== undefined) return held;
  known.set(value, known.size);
  return known.size - 1;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Numbers as they stand in memory: a cache is read on the machine that wrote it, and another's build is another. */
function bytesOf(numbers: Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Articles say the same words: what is short is held once, whoever says it. */
const texts = new Map<string, string>();
/** So many are held before all are let go; longer ones, in UTF-16 units, are not. */
const MOST_TEXTS = 65_536;
const LONGEST_TEXT = 32;

function shared(text: string): string {
  if (text.length > LONGEST_TEXT) return text;
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(text, text);
  return text;
}

class Decoder {
  private at = 0;
  private readonly buffer: Buffer;
  private readonly texts: string[] = [];
  private readonly fractions: Float64Array;
  /** The names of an object's fields, and an object with nothing in them: to copy one is ten times as fast as to add them one by one. */
  private readonly shapes: { readonly fields: readonly string[]; readonly empty: object }[] = [];

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let count = this.natural(); count > 0; count--) {
      const head = this.natural();
      const start = this.skip(Math.floor(head / ENCODINGS.length));
      this.texts.push(shared(this.buffer.toString(ENCODINGS[head % ENCODINGS.length], start, this.at)));
    }
    this.fractions = new Float64Array(this.copied(this.natural() * 8));
    for (let count = this.natural(); count > 0; count--) {
      const fields: string[] = [];
      for (let left = this.natural(); left > 0; left--) fields.push(this.text());
      this.shapes.push({ fields, empty: JSON.parse(`{${fields.map((field) => `${JSON.stringify(field)}:null`).join(',')}}`) as object });
    }
  }

  value(): unknown {
    switch (this.byte()) {
      case Tag.Null:
        return null;
      case Tag.True:
        return true;
      case Tag.False:
        return false;
      case Tag.Undefined:
        return undefined;
      case Tag.Natural:
        return this.natural();
      case Tag.Negative:
        return -this.natural();
      case Tag.Fraction:
        return this.listed(this.fractions, this.natural());
      case Tag.Text:
        return this.text();
      case Tag.Empty:
        return [];
      case Tag.List: {
        const items: unknown[] = [];
        for (let left = this.natural(); left > 0; left--) items.push(this.value());
        return items;
      }
      case Tag.Object: {
        const { fields, empty } = this.listed(this.shapes, this.natural());
        const value: Record<string, unknown> = { ...empty };
        for (const field of fields) value[field] = this.value();
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
      case Tag.Bytes:
        return new Uint8Array(this.copied(this.natural()));
      case Tag.Words:
        return new Uint32Array(this.copied(this.natural() * 4));
      default:
        throw new RangeError('an unknown kind of value');
    }
  }

  private text(): string {
    return this.listed(this.texts, this.natural());
  }

  private listed<T>(list: { readonly length: number; readonly [at: number]: T }, at: number): T {
    const item = list[at];
    if (item === undefined) throw new RangeError('what is not there');
    return item;
  }

  private byte(): number {
    if (this.at >= this.buffer.length) throw new RangeError('an end in the middle');
    return this.buffer[this.at++]!;
  }

  private natural(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
      if (shift > 42) throw new RangeError('too large a number');
    }
  }

  /** Passes bytes over, and says where they began. */
  private skip(length: number): number {
    const start = this.at;
    if (length > this.buffer.length - start) throw new RangeError('an end in the middle');
    this.at += length;
    return start;
  }

  /** A copy of the next bytes, which numbers may stand on wherever they are. */
  private copied(length: number): ArrayBuffer {
    const start = this.skip(length);
    const copy = new ArrayBuffer(length);
    new Uint8Array(copy).set(this.buffer.subarray(start, this.at));
    return copy;
  }
}
