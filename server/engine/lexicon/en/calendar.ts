/** English words of the calendar and the clock. */
import type { NumberWords } from '../numbers.ts';
import { phraseTable } from '../phrases.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

type Calendar = Pick<
  NumberWords,
  | 'months'
  | 'seasons'
  | 'quarter'
  | 'fiscal'
  | 'century'
  | 'decadeParts'
  | 'decades'
  | 'weather'
  | 'yearAfter'
  | 'yearPrefixes'
  | 'scalePrefixes'
  | 'prisons'
  | 'sinceWords'
  | 'eras'
  | 'beforeChrist'
  | 'dayTime'
  | 'partsOfTime'
  | 'zones'
  | 'past'
>;

export const calendar: Calendar = {
  partsOfTime: set('end start beginning middle close half week weekend fortnight days weeks'),
  months: new Map([
    ...MONTHS.map((name, index) => [name, index + 1] as const),
    ...MONTHS.map((name, index) => [name.slice(0, 3), index + 1] as const),
    ['sept', 9],
  ]),
  seasons: new Map([
    ['spring', 3],
    ['summer', 6],
    ['autumn', 9],
    ['fall', 9],
    ['winter', 12],
  ]),
  quarter: set('quarter'),
  fiscal: set('fiscal fy financial calendar year'),
  century: set('century'),
  decadeParts: new Map([
    ['early', 'early'],
    ['mid', 'mid'],
    ['middle', 'mid'],
    ['late', 'late'],
  ]),
  decades: new Map(
    'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ').map((word, at) => [word, 20 + 10 * at]),
  ),
  weather: set('temperature temperatures high highs low lows mercury thermometer thermometers degrees'),
  yearAfter: set(
    'in since by until till from during before after of through to and or between circa early late mid fiscal year summer winter',
  ),
  sinceWords: set('since until till during circa ca c'),
  yearPrefixes: set('pre post mid late early since'),
  scalePrefixes: set('magnitude category'),
  prisons: set('prison jail custody detention'),
  eras: set('bc bce ad ce'),
  beforeChrist: set('bc bce'),
  dayTime: phraseTable([[true, ['am', 'pm', 'a . m', 'p . m', "o'clock", 'a.m', 'p.m', 'noon', 'midnight', 'h']]]),
  past: set('past to'),
  zones: set('gmt utc est edt pst pdt cet cest bst ist msk et pt hrs'),
};
