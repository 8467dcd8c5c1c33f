/** Plain values as bytes and back: packed, behind the texts and the names of fields that a packed value has beside its bytes. */
import type { Work } from '../../engine/model.ts';
import { Output } from '../../engine/packing/output.ts';
import { packOne } from '../../engine/packing/pack.ts';
import { unpack, withSharedShapes } from '../../engine/packing/unpack.ts';

/** How a text is written, by its number. Latin-1 is the fastest to read, and the others take what it cannot. */
const ENCODINGS = ['latin1', 'utf8', 'utf16le'] as const;

/** The bytes of a value. Yields once a member of each list and object that is not deep in the value. */
export function* encode(value: unknown): Work<Uint8Array> {
  const { texts, shapes, bytes } = yield* packOne(value);
  const output = new Output(Buffer.allocUnsafe(bytes.length + 1024));
  output.natural(texts.length);
  for (const text of texts) writeText(output, text);
  output.natural(shapes.length);
  for (const fields of shapes) {
    output.natural(fields.length);
    for (const field of fields) writeText(output, field);
  }
  output.natural(bytes.length);
  output.raw(bytes);
  return output.written();
}

/**
 * The value that bytes were made of.
 * @throws {RangeError} where they were made of none
 */
export function decode(bytes: Uint8Array): unknown {
  const input = new Input(bytes);
  const texts = input.list(() => input.text());
  const shapes = input.list(() => input.list(() => input.text()));
  return unpack(withSharedShapes({ texts, shapes, bytes: input.raw(input.natural()) }), 0);
}

function writeText(output: Output, text: string): void {
  const encoding = !/[^\0-\xff]/.test(text) ? 0 : Buffer.from(text).toString() === text ? 1 : 2;
  const bytes = Buffer.from(text, ENCODINGS[encoding]);
  output.natural(bytes.length * ENCODINGS.length + encoding);
  output.raw(bytes);
}

/** Articles say the same words: what is short is held once, whoever says it. */
const known = new Map<string, string>();
/** So many are held before all are let go; longer ones, in UTF-16 units, are not. */
const MOST_TEXTS = 65_536;
const LONGEST_TEXT = 32;

function shared(text: string): string {
  if (text.length > LONGEST_TEXT) return text;
  const held = known.get(text);
  if (held !== undefined) return held;
  if (known.size >= MOST_TEXTS) known.clear();
  known.set(text, text);
  return text;
}

/** Bytes that are read one after the other. Throws a `RangeError` where they end before what they announce. */
class Input {
  private at = 0;
  private readonly buffer: Buffer;

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  natural(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      if (this.at >= this.buffer.length) throw new RangeError('an end in the middle');
      const byte = this.buffer[this.at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
      if (shift > 42) throw new RangeError('too large a number');
    }
  }

  list<T>(item: () => T): T[] {
    const items: T[] = [];
    for (let left = this.natural(); left > 0; left--) items.push(item());
    return items;
  }

  text(): string {
    const head = this.natural();
    const start = this.skip(Math.floor(head / ENCODINGS.length));
    return shared(this.buffer.toString(ENCODINGS[head % ENCODINGS.length], start, this.at));
  }

  /** The next bytes, where they stand. */
  raw(length: number): Uint8Array {
    return this.buffer.subarray(this.skip(length), this.at);
  }

  /** Passes bytes over, and says where they began. */
  private skip(length: number): number {
    const start = this.at;
    if (length > this.buffer.length - start) throw new RangeError('an end in the middle');
    this.at += length;
    return start;
  }
}
