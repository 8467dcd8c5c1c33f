/** Values that are held as bytes are, unpacked, what they were. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packedCount } from '../../server/engine/packing/format.ts';
import { pack, packOne } from '../../server/engine/packing/pack.ts';
import { unpack, unpackInto, withSharedShapes } from '../../server/engine/packing/unpack.ts';
import { finish } from './check.ts';

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, undefined, true, false, -0, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, 'again', 0.5),
    fc.array(tie('value'), { maxLength: 200 }),
    fc.dictionary(fc.constantFrom('figure', 'start', 'end', 'Ünit'), tie('value'), { noNullPrototype: true }),
    fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
    fc.array(tie('value')).map((items) => new Set(items)),
    fc.uint8Array(),
    fc.uint32Array(),
  ),
}));

describe('packed values', () => {
  test('are what they were, in any order', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const packed = finish(pack(values));
        expect(packedCount(packed)).toBe(values.length);
        for (let at = values.length - 1; at >= 0; at--) expect(unpack(packed, at)).toStrictEqual(values[at]);
      }),
    );
  });

  test('are what they were where each was packed by itself, step by step', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(unpack(finish(packOne(each)), 0)).toStrictEqual(each);
      }),
    );
  });

  test('may have been packed elsewhere', () => {
    const values = [
      { a: 1, b: { c: 'x' } },
      { a: 2, b: null },
    ];
    const { texts, shapes, bytes } = finish(pack(values));
    const copy = withSharedShapes({ texts, shapes: shapes.map((fields) => [...fields]), bytes: bytes.slice() });
    expect([unpack(copy, 0), unpack(copy, 1)]).toEqual(values);
    expect(copy.shapes[0]).toBe(shapes[0]);
  });

  test('give their fields to an object that is there', () => {
    const target = { kept: true };
    unpackInto(target, finish(pack([{ a: 1 }, { b: 'x' }])), 1);
    expect(target).toEqual({ kept: true, b: 'x' });
  });

  test('are plain', () => {
    class Thing {}
    expect(() => finish(pack([new Thing()]))).toThrow(TypeError);
    expect(() => finish(pack([() => 1]))).toThrow(TypeError);
  });

  test('hold what they say many times once', () => {
    const once = finish(pack([{ text: 'a long text that is said again', weight: 0.123 }]));
    const often = finish(pack(Array.from({ length: 100 }, () => ({ text: 'a long text that is said again', weight: 0.123 }))));
    expect(often.texts).toEqual(once.texts);
    expect(often.bytes.length).toBeLessThan(100 * 12);
  });
});
