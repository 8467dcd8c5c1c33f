/** Maps in parts, and numbers for digests, are what a `Map` is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DigestNumbers } from '../../server/engine/digest-numbers.ts';
import { digestInto } from '../../server/engine/text/hashing.ts';
import { TextMap } from '../../server/engine/text-map.ts';

test('a map of texts holds what a Map holds', () => {
  const text = fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('count:people', 'count:person', 'money=5', ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.option(fc.nat())), { maxLength: 60 }), (changes) => {
      const [map, expected] = [new TextMap<number>(), new Map<string, number>()];
      for (const [key, value] of changes) {
        if (value === null) expect(map.delete(key)).toBe(expected.delete(key));
        else {
          map.set(key, value);
          expected.set(key, value);
        }
        expect(map.get(key)).toBe(expected.get(key));
        expect(map.size).toBe(expected.size);
      }
      for (const [key, value] of expected) expect(map.get(key)).toBe(value);
    }),
  );
});

test('texts that differ in a letter have other digests, and each its own number', () => {
  const numbers = new DigestNumbers();
  const digest = new Uint32Array(2);
  const numberOf = (text: string) => {
    digestInto(digest, 0, text);
    return numbers.of(digest[0]!, digest[1]!);
  };
  const texts = Array.from({ length: 30_000 }, (_, at) => `count;plain;null;${at % 7 === 0 ? 'people' : 'person'},${at};killed`);
  expect(texts.map(numberOf)).toEqual(texts.map((_, at) => at));
  expect(texts.map(numberOf)).toEqual(texts.map((_, at) => at));
  expect(numbers.size).toBe(texts.length);
});

test('either half of a digest tells two texts apart', () => {
  const numbers = new DigestNumbers();
  expect([numbers.of(0, 0), numbers.of(0, 32), numbers.of(32, 0), numbers.of(0, 1), numbers.of(0, 32), numbers.of(0, 0)]).toEqual([
    0, 1, 2, 3, 1, 0,
  ]);
});
