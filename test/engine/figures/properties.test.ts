/** Properties of the scanner on any text: exact, ordered, disjoint spans, sound intervals, linear work, no throwing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startersOf } from '../../../server/engine/figures/starters.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { Figure } from '../../../server/engine/model.ts';
import { figuresOf, passageOf } from './check.ts';

const PIECES = (
  'a an the one two sixteen twenty hundred thousand million half third quarter dozen dozens hundreds tens several few and or of in to from ' +
  'between per about over under at least up more than almost some January Jan May 6 26 1930 2022 33 0 1,300 1.3 .14 3.0.1 10:30 $ US £ € % ' +
  "- – / . , ( ) # + \\ percent cents dollars pounds km m years year old ago day month times first second th s ' rose fell by Smith COVID " +
  'people protesters century Q 1 basis points ½ x k bn every out was nineties highs early late odds minus 10 ^ × ⁶ ~ m g in. 2h h s pcm p.a. ' +
  '\u2013 FY 911 call dial 12.500 20.000 (1.2) $(1 $( ft square metre percentage lost rose quarter -point mid- 3/4 /5 gained either three lakh crore'
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

/** How often the scanner may look at a token on average: each recogniser looks at it and at a bounded number of its neighbours. */
const MOST_VISITS = 600;

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
      '$(1 ',
      '$(1) ',
      'rose from 1 to 2 ',
      'lost 1 to 90 ',
      'odds of 5 ',
      '7/2 1/2 ',
      'highs in the 80s ',
      'mid-20s to ',
      'early late mid ',
      '10^',
      '10⁶',
      '2 × 10^',
      '1h 2m ',
      '5 ft 1 in ',
      '10 years, 2 months, ',
      '1 and three-quarter ',
      'January to ',
      '3/4/',
      'one or two or ',
      'three men in ',
      'half of one ',
      '5 kilowatt - hour a ',
      'per square ',
      '12.500 ',
      '-1 – ',
      "'21 ",
      '5 euro ',
      '100 Hong Kong New Zealand ',
    ];
    // Every word that the scanner knows, by itself and beside numbers.
    const known = [...startersOf(english.numbers).keys()].flatMap((word) => [`${word} `, `${word} 1 `, `${word}-`]);
    for (const [times, list] of [
      [100, traps],
      [20, known],
    ] as const) {
      for (const trap of list) {
        const short = visits(trap.repeat(times));
        const long = visits(trap.repeat(2 * times));
        expect(long.visits, trap).toBeLessThan(2.3 * short.visits + MOST_VISITS);
        expect(long.visits / long.tokens, trap).toBeLessThan(MOST_VISITS);
      }
    }
    fc.assert(
      fc.property(soup, (text) => {
        const { tokens, visits: count } = visits(text);
        expect(count).toBeLessThanOrEqual(MOST_VISITS * (tokens + 1));
      }),
    );
  });
});
