/** Whether two spellings name the same: by romanisation, or by a slip of the pen that a second part vouches for. */
import { distance } from 'fastest-levenshtein';
import { consonants } from './romanise.ts';
import { initialSound, type Part, type Spelling } from './spelling.ts';

/**
 * How two different spellings are related: `style` is British and American spelling of one word, `accents` and `romanised` write the
 * same sounds, `close` differs by a letter or two. Null: as far as can be told, two names.
 */
export type Relation = 'style' | 'accents' | 'romanised' | 'close' | null;

/** The place of a part in a name: a surname may differ more from its misspellings than a given name, which has sisters. */
type Role = 'given' | 'family' | 'only';

/** How much two parts share, from nothing to everything. The numbers only order them. */
const DIFFERENT = 0;
const CLOSE = 1;
const SOFT = 2;
const ROMANISED = 3;
const ACCENTS = 4;
const STYLE = 5;
const SAME = 6;
const RELATIONS: readonly Relation[] = [null, 'close', 'romanised', 'romanised', 'accents', 'style', 'style'];

/** Edit distance is quadratic; no name is as long. */
const LONGEST = 40;

/** How `a` and `b`, which are not the same spelling, are related. Symmetric. */
export function relate(a: Spelling, b: Spelling): Relation {
  if (a.plain === b.plain) return 'romanised';
  if (a.parts.length !== b.parts.length) return joined(a, b);
  const telling = a.parts.filter((part, at) => !part.common || !b.parts[at]!.common).length;
  const shares: number[] = [];
  let vouched = 0;
  for (const [at, part] of a.parts.entries()) {
    const other = b.parts[at]!;
    const common = part.common || other.common;
    const role: Role = telling <= 1 ? 'only' : at === a.parts.length - 1 ? 'family' : 'given';
    const share = partShare(part, other, role);
    if (share === DIFFERENT || (common && share < STYLE)) return null;
    if (!common && vouches(part, other, share)) vouched++;
    shares.push(share);
  }
  const least = Math.min(...shares);
  if (least === STYLE || least === SAME) return 'style';
  const inexact = shares.filter((share) => share < ACCENTS).length;
  if (telling > 1 && least < ROMANISED) {
    // A second part has to agree: exactly or by its romanisation for a slip, by its consonants for vowels that Arabic names exchange.
    if (vouched < (least === CLOSE ? 1 : 2)) return null;
    if (least === CLOSE && inexact > 1 && shares.some((share) => share === SOFT)) return null;
  }
  return RELATIONS[least]!;
}

/** Names cut into parts differently (`Abdel Fattah`, `Abdelfattah`) agree when their sounds do as a whole. */
function joined(a: Spelling, b: Spelling): Relation {
  return a.roman === b.roman && a.roman.length >= 8 ? 'romanised' : null;
}

function vouches(a: Part, b: Part, share: number): boolean {
  if (share >= ROMANISED) return Math.min(a.folded.length, b.folded.length) >= 3;
  return share === SOFT && consonants(a.roman).length >= 3;
}

function partShare(a: Part, b: Part, role: Role): number {
  if (a.lower === b.lower) return SAME;
  if (houseStyle(a.folded) === houseStyle(b.folded) && a.folded !== b.folded) return STYLE;
  if (a.folded === b.folded) return a.folded === '' ? DIFFERENT : ACCENTS;
  const shorter = Math.min(a.folded.length, b.folded.length);
  if (isOtherGender(a.folded, b.folded) || Math.max(a.folded.length, b.folded.length) > LONGEST) return DIFFERENT;
  if (a.roman === b.roman) return role !== 'only' || Math.max(a.folded.length, b.folded.length) >= 6 ? ROMANISED : DIFFERENT;
  if (role === 'only' && (shorter < 6 || isInflected(a.folded, b.folded))) return DIFFERENT;
  if (initialSound(a) !== initialSound(b) || (role === 'given' && differAtEnd(a.roman, b.roman))) return DIFFERENT;
  if (a.soft === b.soft && a.soft.length >= 4) return SOFT;
  // A letter more, less or other makes another name of a short word (`Marin`, `Martin`); two that changed places are a slip there too.
  const swapped = shorter >= 4 && role !== 'only' && [...a.roman].sort().join('') === [...b.roman].sort().join('');
  if ((swapped || shorter >= (role === 'only' ? 7 : 6)) && withinOneEdit(a.roman, b.roman)) return CLOSE;
  const far = shorter >= 8 && role !== 'only' && consonants(a.roman) === consonants(b.roman) && distance(a.roman, b.roman) <= 2;
  return far ? CLOSE : DIFFERENT;
}

/** Oxford, British and American spelling made one: -isation and -ization, -re and -er, -our and -or, -ence and -ense. */
function houseStyle(folded: string): string {
  if (folded.length < 5) return folded;
  const american = folded.replaceAll('isation', 'ization').replaceAll('ising', 'izing').replaceAll('ise', 'ize').replaceAll('our', 'or');
  if (american.endsWith('tre')) return `${american.slice(0, -2)}er`;
  return american.endsWith('fence') ? `${american.slice(0, -2)}se` : american.replaceAll('gramme', 'gram');
}

/** Women's surnames in Slavic and Baltic languages, and given names that differ by their ending, are other people's. */
function isOtherGender(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long === `${short}a` || long === `${short}na`) return true;
  return stem(a) !== null && isFeminine(a) !== isFeminine(b) && stem(a) === stem(b);
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
function isInflected(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || differAtEnd(a, b);
}

/** Whether the words share all but their last two letters, which is where given names of one family differ (`Frances`, `Francis`). */
function differAtEnd(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return same >= length - 2;
}

/** Whether a letter put in, left out, exchanged, or swapped with its neighbour makes one word of the other. */
export function withinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (at === short.length) return true;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
