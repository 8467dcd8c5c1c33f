/** Lists in typed arrays hold what a `Map` of arrays does, whatever comes and goes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberLists } from '../../server/engine/number-lists.ts';

// Few keys, so that their lists grow long, and some that are far apart.
const key = fc.oneof(fc.nat(12), fc.constantFrom(0xffffffff, 0x80000000, 0x7fffffff, 1 << 29));
const change = fc.record({ key, at: fc.nat(100), number: fc.nat(1_000_000), isThere: fc.boolean() });

test('hold what a Map of arrays holds', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 600 }), fc.integer({ min: 1, max: 4 }), (changes, growing) => {
      const lists = new NumberLists();
      const expected = new Map<number, number[]>();
      for (const [turn, { key, at, number, isThere }] of changes.entries()) {
        const list = expected.get(key) ?? [];
        expected.set(key, list);
        const isAdded = isThere || turn % 5 < growing;
        const place = at % (isAdded ? list.length + 1 : Math.max(1, list.length));
        if (isAdded) {
          lists.insert(key, place, number);
          list.splice(place, 0, number);
        } else {
          lists.remove(key, place);
          list.splice(place, 1);
        }
        expect([...lists.of(key)]).toEqual(list);
        expect(lists.lengthOf(key)).toBe(list.length);
      }
      for (const [each, list] of expected) expect([...lists.of(each)]).toEqual(list);
      expect(lists.size).toBe([...expected.values()].filter(({ length }) => length > 0).length);
    }),
  );
});

test('take a number behind the last once', () => {
  const lists = new NumberLists();
  for (const number of [4, 4, 7, 7, 7, 4]) lists.append(9, number);
  lists.append(10, 0);
  lists.append(10, 0);
  expect([...lists.of(9)]).toEqual([4, 7, 4]);
  expect([...lists.of(10)]).toEqual([0]);
});

test('are found among very many', () => {
  const lists = new NumberLists();
  const keyOf = (number: number) => Math.imul(number, 48_271) >>> 0;
  for (let number = 0; number < 10_000; number++)
    for (let times = 0; times <= number % 3; times++) lists.insert(keyOf(number), times, number + times);
  for (let number = 0; number < 10_000; number += 2) while (lists.lengthOf(keyOf(number)) > 0) lists.remove(keyOf(number), 0);
  expect(lists.size).toBe(5000);
  for (let number = 0; number < 10_000; number++) {
    const left = number % 2 === 0 ? 0 : (number % 3) + 1;
    expect([...lists.of(keyOf(number))]).toEqual(Array.from({ length: left }, (_, times) => number + times));
  }
});
