/** Properties of the scanner on any text: exact, ordered, disjoint spans, sound intervals, linear work, no throwing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../server/engine/model.ts';
import { figuresOf, passageOf } from './check.ts';

const PIECES = (
  'a an the one two sixteen twenty hundred thousand million half third quarter dozen dozens hundreds tens several few and or of in to from ' +
  'between per about over under at least up more than almost some January Jan May 6 26 1930 2022 33 0 1,300 1.3 .14 3.0.1 10:30 $ US £ € % ' +
  "- – / . , ( ) # + \\ percent cents dollars pounds km m years year old ago day month times first second th s ' rose fell by Smith COVID " +
  'people protesters century Q 1 basis points ½ x k bn every out was'
).split(' ');

const soup = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ', ' ', ' ')), { maxLength: 60 })
  .map((parts) => parts.map(([piece, space]) => piece + space).join(''));

/** What is wrong with the figures of a text; empty where nothing is. */
function faults(text: string, figures: readonly Figure[]): string[] {
  const found: string[] = [];
  let end = 0;
  for (const figure of figures) {
    const { quantity } = figure;
    if (figure.start < end || figure.end <= figure.start) found.push('spans overlap or are empty');
    if (figure.text !== text.slice(figure.start, figure.end)) found.push('the text is not that of the span');
    if (figure.tokens.end <= figure.tokens.start) found.push('there are no tokens');
    end = figure.end;
    if (quantity.dimension === 'date') continue;
    const { value, low, high, grain } = quantity;
    // Written so that NaN is a fault too.
    if (!(low <= high) || !(grain >= 0)) found.push('the interval or the grain is unsound');
    if (value !== null && !(low <= value && value <= high)) found.push('the value lies outside its interval');
  }
  return found;
}

/** How often the scanner looks at a token of the text. */
function visits(text: string): { tokens: number; visits: number } {
  const { tokens } = passageOf(text);
  let count = 0;
  const counted = new Proxy(tokens, {
    get(target, key, receiver) {
      if (typeof key === 'string' && key.charCodeAt(0) < 58) count++;
      return Reflect.get(target, key, receiver);
    },
  });
  figuresOf(text, 'paragraph', counted);
  return { tokens: tokens.length, visits: count };
}

// A busy machine may take its time: the work is bounded by counting, not by the clock.
describe('the scanner', { timeout: 120_000 }, () => {
  it('gives exact, ordered, disjoint spans and sound intervals for any run of number words', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(faults(text, figuresOf(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes any Unicode, lone surrogates and digits of other scripts included', () => {
    const any = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\udc00', '𝟛', '٣٤', '５', '5', ' ', '$', '.', '½')),
    );
    fc.assert(
      fc.property(any, (parts) => {
        const text = parts.join('');
        expect(faults(text, figuresOf(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('looks at each token a bounded number of times, however the text is made to mislead it', () => {
    const traps = [
      'one and a ',
      'a hundred and ',
      'between 5 and ',
      'from 1 to ',
      'about at least some ',
      '1-',
      '1 000 ',
      '1/',
      'January 3-',
      '5 million and a half ',
      'twenty-one ',
      'of a quarter ',
      "'80s and ",
      'the first second third ',
      '+1 555-',
      'per a ',
      '$5 to ',
      '3 barrels of ',
      'Q1 ',
      'page 1, 2 and ',
    ];
    for (const trap of traps) {
      const short = visits(trap.repeat(100));
      const long = visits(trap.repeat(200));
      expect(long.visits, trap).toBeLessThan(2.2 * short.visits);
      expect(long.visits / long.tokens, trap).toBeLessThan(300);
    }
    fc.assert(
      fc.property(soup, (text) => {
        const { tokens, visits: count } = visits(text);
        expect(count).toBeLessThanOrEqual(300 * (tokens + 1));
      }),
    );
  });
});
