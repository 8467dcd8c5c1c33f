/** A map of numbers in typed arrays holds what a `Map` does, whatever comes and goes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberMap, type Numbers } from '../../server/engine/number-map.ts';

// Few keys, so that they come again, and some that are far apart.
const key = fc.oneof(fc.nat(40), fc.constantFrom(0xffffffff, 0x80000000, 0x7fffffff, 1 << 29));
const held = fc.oneof<fc.Arbitrary<Numbers>[]>(fc.nat(1_000_000), fc.array(fc.nat(9), { maxLength: 3 }));

test('holds what a Map holds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.option(held)), { maxLength: 400 }), (changes) => {
      const map = new NumberMap();
      const expected = new Map<number, Numbers>();
      for (const [at, value] of changes) {
        if (value === null) {
          map.delete(at);
          expected.delete(at);
        } else {
          map.set(at, value);
          expected.set(at, value);
        }
      }
      expect(map.size).toBe(expected.size);
      for (const [at] of changes) expect(map.get(at)).toBe(expected.get(at));
    }),
  );
});

test('grows with what it holds, and finds it all', () => {
  const map = new NumberMap();
  for (let number = 0; number < 10_000; number++) map.set(Math.imul(number, 48_271) >>> 0, number);
  for (let number = 0; number < 10_000; number += 2) map.delete(Math.imul(number, 48_271) >>> 0);
  expect(map.size).toBe(5000);
  for (let number = 0; number < 10_000; number++)
    expect(map.get(Math.imul(number, 48_271) >>> 0)).toBe(number % 2 === 0 ? undefined : number);
});
