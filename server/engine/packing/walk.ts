/** Goes through packed values where they stand: for whoever wants a few numbers of them, and nothing made. */
import { FRACTION, HEAD, type Packed, startOf, Tag, viewOf } from './format.ts';

/** Stands at a value, and is told what that is: whoever walks knows what was packed. */
export class Walker {
  private at = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(private readonly packed: Packed) {
    this.bytes = packed.bytes;
    this.view = viewOf(packed.bytes);
  }

  /** Goes to the value with that index. */
  seek(index: number): void {
    this.at = startOf(this.view, index);
  }

  /** Goes into an object, to the value of its first field. */
  enterObject(): readonly string[] {
    this.at++;
    return this.packed.shapes[this.natural()]!;
  }

  /** Goes into a list, a set or a map, to the first of its members (of a map, to its first key); gives how many there are. */
  enter(): number {
    this.at++;
    return this.natural();
  }

  /** The number of a text, and goes on to the next value. */
  text(): number {
    this.at++;
    return this.natural();
  }

  /** A number from 0 on, and goes on to the next value. */
  number(): number {
    return this.bytes[this.at++] === Tag.Fraction ? this.view.getFloat64(HEAD + this.natural() * FRACTION, true) : this.natural();
  }

  /** Whether a value is `null`. */
  get isNull(): boolean {
    return this.bytes[this.at] === Tag.Null;
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
