/** Unpacks values, each by itself and made anew. */
import { FRACTION, HEAD, type Packed, startOf, Tag, viewOf } from './format.ts';
import { type Shape, shapeOf } from './shape.ts';

/** One of the values, made anew. `at` is its index. */
export function unpack(packed: Packed, at: number): unknown {
  return new Unpacker(packed, at).value();
}

/** Sets the fields of `target` to those of one of the values, which is an object. */
export function unpackInto(target: object, packed: Packed, at: number): void {
  new Unpacker(packed, at).into(target);
}

/** The same values, with shapes that others share: for what was not packed here. */
export function withSharedShapes({ texts, shapes, bytes }: Packed): Packed {
  return { texts, shapes: shapes.map((fields) => shapeOf(fields).fields), bytes };
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
    this.at = startOf(this.view, index);
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
      case Tag.Bytes:
        return this.copied(this.natural());
      case Tag.Words:
        return new Uint32Array(this.copied(this.natural() * 4).buffer);
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
    return shapeOf(this.packed.shapes[this.natural()]!);
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

  /** A copy of the next bytes, which keeps none of the others. */
  private copied(length: number): Uint8Array<ArrayBuffer> {
    const copy = new Uint8Array(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return copy;
  }
}
