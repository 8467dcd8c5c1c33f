/** Whether two spellings name the same: by romanisation, or by a slip of the pen that a second part vouches for. */
import { distance } from 'fastest-levenshtein';
import { closed, consonants, soften, syllables } from './romanise.ts';
import { differAtEnd, differInLastVowel, houseStyle, isInflected, isOtherGender, type Slip, slipOf } from './slips.ts';
import { initialSound, type Part, type Spelling } from './spelling.ts';

/**
 * How two different spellings are related: `style` is British and American spelling of one word, `accents` and `romanised` write the
 * same sounds, `close` differs by a letter or two. Null: as far as can be told, two names.
 */
export type Relation = 'style' | 'accents' | 'romanised' | 'close' | null;

/** The place of a part in a name. A surname may differ more from its misspellings than a given name, which has sisters. */
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
  // Spelling of the house is for words (`Organisation`), and names of people have none.
  const styled = a.parts.some((part) => part.common) && b.parts.some((part) => part.common);
  const isSure = a.parts.filter((part, at) => !part.common && part.lower === b.parts[at]!.lower).length >= SURE;
  const shares: number[] = [];
  let vouched = 0;
  for (const [at, part] of a.parts.entries()) {
    const other = b.parts[at]!;
    const common = part.common || other.common;
    const role: Role = telling <= 1 ? 'only' : at === a.parts.length - 1 ? 'family' : 'given';
    const share = partShare(part, other, role, styled, isSure);
    if (share === DIFFERENT || (common && share < ACCENTS)) return null;
    if (!common && vouches(part, other, share, a)) vouched++;
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

function vouches(a: Part, b: Part, share: number, whole: Spelling): boolean {
  // `Xi` and `Li` are whole surnames; a long name beside one leaves little doubt.
  const fewest = share === SAME && whole.parts.some(({ folded }) => folded.length >= FEWEST_BESIDE_SHORT) ? 2 : 3;
  if (share >= ROMANISED) return Math.min(a.folded.length, b.folded.length) >= fewest;
  return share === SOFT && consonants(a.roman).length >= FEWEST_CONSONANTS;
}

/**
 * The fewest letters of which a part with a slip is still the same name, by role. A consonant exchanged, lost or added makes another
 * name of most short words (`Marin` and `Martin`, `Miroslav` and `Miloslav`, `Göppingen` and `Göttingen`). Measured on Faker's lists
 * for 27 locales: of pairs of different names, one in 2,000 surnames beside an equal given name is taken for the same, one in 3,100
 * given names beside an equal surname, one in 8,500 surnames by themselves, one in 61,000 cities; many of those are one name in two
 * spellings (`Muller`, `Mueller`).
 */
const FEWEST_LETTERS: Readonly<Record<Role, Readonly<Record<Slip, number>>>> = {
  family: { swap: 4, alike: 4, vowel: 4, consonant: 6 },
  given: { swap: 4, alike: 3, vowel: 6, consonant: 9 },
  only: { swap: 6, alike: 7, vowel: 7, consonant: 10 },
};
/** The same for a surname of one syllable, of which languages have many that differ by a vowel (`Bich`, `Bach`). */
const FEWEST_OF_SYLLABLE = 5;
/** So many parts of a name that are equal leave little doubt of another. */
const SURE = 2;
/** The fewest letters of a name of one part whose romanised or softened forms tell. */
const FEWEST_ROMANISED = 6;
const FEWEST_SOFT: Readonly<Record<Role, number>> = { family: 4, given: 4, only: 7 };
/** So many consonants in common vouch for a name. */
const FEWEST_CONSONANTS = 3;
/** The fewest letters of a part beside which one of two letters, which is equal, vouches for the name. */
const FEWEST_BESIDE_SHORT = 7;
/** With so many, the vowel before the last consonant makes no other given name (`Jonathon`, `Jonathan`). */
const MANY_CONSONANTS = 4;
/** The fewest letters of a part whose last vowel may be an e or an i. */
const FEWEST_CLOSED = 5;
/** The fewest letters of a part that may hold two vowels too many, too few or other. */
const FEWEST_FAR = 8;
/** The same where two other parts are equal. */
const FEWEST_FAR_SURE = 5;

function partShare(a: Part, b: Part, role: Role, styled: boolean, isSure: boolean): number {
  if (a.lower === b.lower) return SAME;
  if (a.folded === b.folded) return a.folded === '' ? DIFFERENT : ACCENTS;
  if (styled && houseStyle(a.folded) === houseStyle(b.folded)) return STYLE;
  const shorter = Math.min(a.folded.length, b.folded.length);
  const longer = Math.max(a.folded.length, b.folded.length);
  const isGendered = isOtherGender(a.folded, b.folded) && !(role === 'family' && differInLastVowel(a.folded, b.folded));
  if (isGendered || longer > LONGEST) return DIFFERENT;
  if (a.roman === b.roman) return role !== 'only' || longer >= FEWEST_ROMANISED ? ROMANISED : DIFFERENT;
  if (role === 'only' && isInflected(a.folded, b.folded)) return DIFFERENT;
  // A slip is looked for as written first: letters that changed places can make other sounds (`Toakyev`, `Kazakshtan`).
  const slip = slipOf(a.folded, b.folded) ?? (role === 'only' ? null : slipOf(a.roman, b.roman));
  if (initialSound(a) !== initialSound(b) && !(slip === 'alike' && a.folded[0] === b.folded[0])) return DIFFERENT;
  const endAlike = endsWithConsonant(a) && endsWithConsonant(b);
  if (role !== 'only' && endAlike && shorter >= FEWEST_CLOSED && soften(closed(a.roman)) === soften(closed(b.roman))) return SOFT;
  const isSound = slip === 'swap' || slip === 'alike' || (endAlike && a.soft === b.soft);
  const isLong =
    endAlike && !a.roman.endsWith('s') && consonants(a.roman) === consonants(b.roman) && consonants(a.roman).length >= MANY_CONSONANTS;
  if (role === 'given' && !isSound && !isLong && differAtEnd(a.roman, b.roman)) return DIFFERENT;
  const length = role === 'given' && slip === 'consonant' ? longer : shorter;
  const isSlip = slip !== null && length >= fewestLetters(a, b, isSure && role === 'given' ? 'family' : role, slip);
  const isSoft = a.soft.slice(1) === b.soft.slice(1) && shorter >= FEWEST_SOFT[role];
  // Few consonants vouch for nothing.
  if (isSoft && !(isSlip && consonants(a.roman).length < FEWEST_CONSONANTS)) return SOFT;
  if (slip) return isSlip ? CLOSE : DIFFERENT;
  const far = role !== 'only' && shorter >= (isSure ? FEWEST_FAR_SURE : FEWEST_FAR);
  return far && consonants(a.roman) === consonants(b.roman) && distance(a.roman, b.roman) <= 2 ? CLOSE : DIFFERENT;
}

function fewestLetters(a: Part, b: Part, role: Role, slip: Slip): number {
  const isSyllable = slip === 'vowel' && role === 'family' && syllables(a.folded) < 2 && syllables(b.folded) < 2;
  return Math.max(isSyllable ? FEWEST_OF_SYLLABLE : 0, FEWEST_LETTERS[role][slip]);
}

/** Names of women and men end with other vowels; before a consonant, romanisations of Arabic exchange them (`Ahmed`, `Ahmad`). */
function endsWithConsonant({ roman }: Part): boolean {
  return syllables(roman.slice(-1)) === 0;
}
