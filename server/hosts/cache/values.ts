/** Plain values as bytes and back: packed, behind the texts and the names of fields that a packed value has beside its bytes. */
import type { Work } from '../../engine/model.ts';
import { Output } from '../../engine/packing/output.ts';
import { packOne } from '../../engine/packing/pack.ts';
import { unpack, withSharedShapes } from '../../engine/packing/unpack.ts';
import { HASH_BASIS, HASH_PRIME, mixed } from '../../engine/text/hashing.ts';

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
const known: (string | undefined)[] = new Array(1 << 16);
/** Longer ones, in bytes, are not held. */
const LONGEST_TEXT = 32;

/** The text of some bytes: one that was met before, unless another with its place has been met since. */
function shared(bytes: Buffer, start: number, end: number, encoding: number): string {
  let hash = HASH_BASIS;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, HASH_PRIME);
  const place = mixed(hash) & (known.length - 1);
  const held = known[place];
  // What is written in Latin-1 is found without being made.
  if (encoding === 0 && held !== undefined && isIn(held, bytes, start, end)) return held;
  const text = bytes.toString(ENCODINGS[encoding], start, end);
  if (text === held) return held;
  known[place] = text;
  return text;
}

function isIn(text: string, bytes: Buffer, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
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
    const encoding = head % ENCODINGS.length;
    const start = this.skip(Math.floor(head / ENCODINGS.length));
    if (this.at - start > LONGEST_TEXT) return this.buffer.toString(ENCODINGS[encoding], start, this.at);
    return shared(this.buffer, start, this.at, encoding);
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
