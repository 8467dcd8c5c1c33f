/** Values as bytes: what comes back is what went in, and what is no such bytes is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Maker, type Row, readShard, writeShard } from '../../server/hosts/cache/shard.ts';
import { decode, encode } from '../../server/hosts/cache/values.ts';
import { finish } from '../engine/check.ts';

/** What analyses are made of. */
const value = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(null, true, false, undefined, -0, Number.POSITIVE_INFINITY, 2 ** 31, -(2 ** 31)),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('\ud800', 'caf\u00e9', '\u201cso\u201d', '__proto__'),
    fc.uint8Array({ maxLength: 5 }).map((bytes) => Uint32Array.from(bytes, (byte) => byte * 0x1010101)),
  ),
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme-ascii' }).filter((key) => key !== '__proto__' && !key.includes('\n')),
      tie('tree'),
      { maxKeys: 4, noNullPrototype: true },
    ),
    fc.array(fc.tuple(fc.string(), tie('tree')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.array(fc.string(), { maxLength: 4 }).map((items) => new Set(items)),
  ),
})).tree;

describe('a value', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(decode(finish(encode(each)))).toStrictEqual(each);
      }),
    );
  });

  test('is refused, or is another, where its bytes are cut', () => {
    fc.assert(
      fc.property(value, fc.double({ min: 0, max: 0.999, noNaN: true }), (each, part) => {
        const bytes = finish(encode(each));
        const cut = bytes.subarray(0, Math.floor(bytes.length * part));
        try {
          expect(decode(cut)).not.toStrictEqual(each);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  test('is not taken for another of the same bytes that was read before', () => {
    // In Latin-1 and in UTF-8 these are written alike.
    const [wide, narrow] = ['\u011f', '\u00c4\u009f'];
    for (const each of [wide, narrow, wide, [narrow, wide, 'both']]) expect(decode(finish(encode(each)))).toEqual(each);
  });

  test('that is none is not written', () => {
    expect(() => finish(encode({ now: new Date() }))).toThrow(TypeError);
  });

  test('of many members is written step by step', () => {
    const steps = [...encode({ claims: Array.from({ length: 50 }, (_, at) => ({ at })) })].length;
    expect(steps).toBeGreaterThanOrEqual(50);
  });
});

describe('a shard', () => {
  const maker: Maker = { build: 'b1', folder: 'file:///desk' };
  const rows = new Map<string, Row>([
    ['file:///desk/a', { stamp: '1 2', digest: 'x', parts: [Uint8Array.of(1, 2, 3), new Uint8Array()] }],
    ['file:///desk/\u00fc', { stamp: null, digest: 'y', parts: [Uint8Array.of(9)] }],
  ]);
  const bytes = finish(writeShard(maker, rows));
  const read = (from: Buffer, by = maker) => finish(readShard(by, from));

  test('gives its rows back', () => {
    expect(read(bytes)).toEqual(rows);
  });

  test('is of no use to another build or folder', () => {
    expect(read(bytes, { ...maker, build: 'b2' })).toBe('old');
    expect(read(bytes, { ...maker, folder: 'file:///other' })).toBe('foreign');
  });

  test('is damaged wherever it is cut', () => {
    for (let length = 0; length < bytes.length; length++) expect(read(bytes.subarray(0, length))).toBe('damaged');
  });

  test('is damaged whichever byte is another', () => {
    for (let at = 0; at < bytes.length; at++) {
      const other = Buffer.from(bytes);
      other[at]! ^= 1 << (at % 8);
      expect(read(other)).toBe('damaged');
    }
  });

  test('is damaged where something follows it', () => {
    expect(read(Buffer.concat([bytes, Buffer.from([0])]))).toBe('damaged');
  });
});
