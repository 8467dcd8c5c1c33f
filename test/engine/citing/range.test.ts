/** How a disagreement is written: as its range, or as the figure of the strongest source with whose it is. */
import { describe, expect, test } from 'vitest';
import { judged, libraryOf } from '../check.ts';
import { ranging, strongest } from './check.ts';

const dockers = (figure: string) => `In Tarvik ${figure} dockers were killed.`;
const desk = (...figures: string[]) => libraryOf(Object.fromEntries(figures.map((figure, at) => [`${'ABCDE'[at]} News`, dockers(figure)])));

describe('the range', () => {
  test.each([
    [['26', 'over 160'], '26', 'In Tarvik between 26 and 160 dockers were killed, depending on the source.'],
    [['26', '40', '160'], '40', 'In Tarvik between 26 and 160 dockers were killed, depending on the source.'],
    [['26', '160'], '90', 'In Tarvik between 26 and 160 dockers were killed, depending on the source.'],
    [['12', 'eighteen'], 'twelve', 'In Tarvik between twelve and eighteen dockers were killed, depending on the source.'],
    [['1,200', '3,500'], '1200', 'In Tarvik between 1200 and 3500 dockers were killed, depending on the source.'],
  ])('of %j for %s', (figures, figure, expected) => {
    const library = desk(...figures);
    expect(ranging(library, dockers(figure), figure)).toBe(expected);
    // Then no source says otherwise.
    expect(judged(library, expected).figures.map(({ verdict }) => verdict)).toEqual(['supported']);
  });

  test('begins a sentence with a capital', () => {
    expect(ranging(desk('26', '160'), 'Twenty-six dockers were killed in Tarvik.', 'Twenty-six')).toBe(
      'Between twenty-six and 160 dockers were killed in Tarvik, depending on the source.',
    );
  });

  test.each([
    ['The strike in Tarvik cost $3 million.', 'The strike in Tarvik cost $5 million.', '$3 million', 'between $3 million and $5 million'],
    ['In Tarvik 40% of dockers voted.', 'In Tarvik 55% of dockers voted.', '40%', 'between 40% and 55%'],
    ['The strike in Tarvik lasted 12 days.', 'The strike in Tarvik lasted 15 days.', '12 days', 'between 12 and 15 days'],
  ])('of %s and %s', (one, other, figure, expected) => {
    const range = ranging(libraryOf({ A: one, B: other }), one, figure);
    expect(range).toBe(`${one.replace(figure, expected).slice(0, -1)}, depending on the source.`);
  });

  test('is not told of what does not differ, of dates, nor as somebody’s word', () => {
    expect(ranging(desk('26', '26'), dockers('26'), '26')).toBeNull();
    expect(ranging(desk('26', 'dozens of'), dockers('26'), '26')).toBeNull();
    expect(ranging(desk('26', '160'), 'The mayor said 26 dockers were killed in Tarvik.', '26')).toBeNull();
  });
});

describe('the strongest source', () => {
  test.each([
    [['26', '160', '160'], '26', 'In Tarvik 160 dockers were killed, according to B News.'],
    [['26', 'over 160', 'over 160'], '26', 'In Tarvik over 160 dockers were killed, according to B News.'],
    // The draft has its figure.
    [['26', '26', '160'], '26', null],
  ])('of %j for %s', (figures, figure, expected) => expect(strongest(desk(...figures), dockers(figure), figure)).toBe(expected));

  test('is the prime source, whatever else', () => {
    const library = desk('26', '160', '160', '30');
    expect(strongest(library, dockers('26'), '26', { killed: ['D News'] })).toBe('In Tarvik 30 dockers were killed, according to D News.');
    expect(strongest(library, dockers('26'), '26', { killed: ['A News'] })).toBeNull();
  });
});
