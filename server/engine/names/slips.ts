/** Small differences between two folded or romanised words: the house's spelling, gender, endings, slips of the pen. */

/** Oxford, British and American spelling made one: -isation and -ization, -re and -er, -our and -or, -ence and -ense, -gramme. */
export function houseStyle(folded: string): string {
  if (folded.length < 5) return folded;
  const american = folded.replaceAll('isation', 'ization').replaceAll('ising', 'izing').replaceAll('ise', 'ize').replaceAll('our', 'or');
  if (american.endsWith('tre')) return `${american.slice(0, -2)}er`;
  return american.endsWith('fence') ? `${american.slice(0, -2)}se` : american.replaceAll('gramme', 'gram');
}

/** Women's surnames in Slavic and Baltic languages, and given names that differ by their ending, are other people's. */
export function isOtherGender(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long === `${short}a` || long === `${short}na`) return true;
  return stem(a) !== null && isFeminine(a) !== isFeminine(b) && stem(a) === stem(b);
}

/** `Santoso` and `Santosa`: an ending of given names for men and women, and of surnames for anybody. */
export function differInLastVowel(a: string, b: string): boolean {
  const ends = a.slice(-1) + b.slice(-1);
  return (ends === 'oa' || ends === 'ao') && a.slice(0, -1) === b.slice(0, -1);
}

const MASCULINE = [
  'skiy',
  'skyy',
  'skij',
  'skii',
  'sky',
  'ski',
  'skyi',
  'cki',
  'cky',
  'tsky',
  'is',
  'as',
  'us',
  'ich',
  'o',
  'y',
  'iy',
  'yi',
];
const FEMININE = ['skaya', 'skaia', 'skaja', 'ska', 'cka', 'tskaya', 'aya', 'iene', 'yte', 'aite', 'ovna', 'evna', 'na', 'a'];

function isFeminine(name: string): boolean {
  return FEMININE.some((ending) => name.endsWith(ending));
}

function stem(name: string): string | null {
  const ending = (isFeminine(name) ? FEMININE : MASCULINE).find((each) => name.endsWith(each));
  return ending === undefined || name.length - ending.length < 3 ? null : name.slice(0, -ending.length);
}

/** One is the other with an ending, or they differ in the last two letters: a country and its people, a movement and its members. */
export function isInflected(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || differAtEnd(a, b);
}

/** Whether the words share all but their last two letters, which is where given names of one family differ (`Frances`, `Francis`). */
export function differAtEnd(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return same >= length - 2;
}

const VOWELS = 'aeiou';
/** Consonants that romanisations exchange, or that are not heard: `Elisabeth`, `Khairat` and `Kairat`, `Havrylenko`, `Johnathan`. */
const ALIKE = new Set(['sz', 'zs', 'hk', 'kh', 'gh', 'hg', 'fv', 'vf', 'bv', 'vb', 'h']);

/**
 * `swap`: two neighbours that changed places. Else a letter put in, left out or exchanged: for another that sounds like it (`alike`), a
 * `vowel`, or a `consonant`.
 */
export type Slip = 'swap' | 'alike' | 'vowel' | 'consonant';

/**
 * The one slip that makes one word of the other: null where it takes more. Symmetric.
 */
export function slipOf(a: string, b: string): Slip | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return null;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const put = long[at] ?? '';
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1) ? soundOf(put) : null;
  const lost = short[at] ?? '';
  if (short.slice(at + 1) === long.slice(at + 1)) return VOWELS.includes(put) === VOWELS.includes(lost) ? soundOf(lost + put) : 'consonant';
  return lost === long[at + 1] && short[at + 1] === put && short.slice(at + 2) === long.slice(at + 2) ? 'swap' : null;
}

function soundOf(letters: string): Slip {
  if (ALIKE.has(letters)) return 'alike';
  return VOWELS.includes(letters[0] ?? '') ? 'vowel' : 'consonant';
}
