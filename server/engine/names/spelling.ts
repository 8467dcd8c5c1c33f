/** A name's spelling taken apart for comparison: its parts, the forms they share with other spellings, and look-up keys. */
import type { Lexicon } from '../lexicon/types.ts';
import { hashOf } from '../text/hashing.ts';
import { fold, romanise, soften } from './romanise.ts';

/** One part of a name (`Kassym-Jomart` is one): as written in lower case, and what it shares with other spellings. */
export interface Part {
  readonly lower: string;
  readonly folded: string;
  readonly roman: string;
  readonly soft: string;
  /** Whether the part is in so many names that sharing it says nothing (`New`, `Party`, `Russian`). */
  readonly common: boolean;
}

/** A spelling without what does not make it another one: titles, initials, legal forms, case, hyphens, spaces. */
export interface Spelling {
  readonly parts: readonly Part[];
  /** The parts in lower case without hyphens, spaces and apostrophes. Equal in equal spellings. */
  readonly plain: string;
  /** An Arabic article as written (`al`, `el`); empty where there is none. */
  readonly article: string;
  /** The romanised parts, joined. */
  readonly roman: string;
}

/** Longer names are looked up by exact spelling only: a guard, since the number of other keys grows with the length. */
const LONGEST = 24;
/** The fewest letters of a single-part name that may be matched by a deletion. */
const SHORTEST = 6;

const HYPHEN = /[-\u2010\u2011\u2013]/u;
const APOSTROPHE = /['\u2019\u02bc`]/gu;

/** The names taken apart so far: a library's texts name the same people. So many are held before all are let go. */
const spelled = new WeakMap<Lexicon, Map<string, Spelling>>();
const MOST_SPELLED = 8192;
/** Longer names are not held. In UTF-16 units. */
const LONGEST_SPELLED = 64;

/** Takes a name apart. Where only titles, initials or suffixes are written, they are the name. */
export function spellingOf(name: string, lexicon: Lexicon): Spelling {
  let names = spelled.get(lexicon);
  if (!names) {
    names = new Map();
    spelled.set(lexicon, names);
  }
  const held = names.get(name);
  if (held) return held;
  if (name.length > LONGEST_SPELLED) return spell(name, lexicon);
  if (names.size >= MOST_SPELLED) names.clear();
  // A piece of a text that is held would hold the whole text.
  const copy = ` ${name}`.slice(1);
  const spelling = spell(copy, lexicon);
  names.set(copy, spelling);
  return spelling;
}

function spell(name: string, lexicon: Lexicon): Spelling {
  const kept = keptWords(name, lexicon);
  let article = '';
  const parts: Part[] = [];
  for (const [at, word] of kept.entries()) {
    const pieces = word.split(HYPHEN).filter(Boolean);
    const opening = pieces[0]?.toLowerCase() ?? '';
    // `Omar El Sharif`, `Al Sharif`; but `El Paso` and `El Al` are names with their article.
    const alone = pieces.length === 1 && at + 1 < kept.length && (opening === 'al' || (opening === 'el' && at > 0));
    if (alone || (pieces.length > 1 && lexicon.names.articles.has(opening))) {
      article = opening;
      pieces.shift();
    }
    if (pieces.length === 0) continue;
    const part = partOf(pieces.join(''), lexicon);
    // `Ben` and `Green` are in many names, but no small parts of a person's where a given name and a surname stand.
    const isGiven = at === 0 && kept.length > 1 && lexicon.names.givenNames.has(part.lower);
    const isSurname = at > 0 && at === kept.length - 1 && !parts[0]?.common && lexicon.names.surnames.has(part.lower);
    parts.push(isGiven || isSurname ? { ...part, common: false } : part);
  }
  return { parts, plain: parts.map((part) => part.lower).join(''), article, roman: parts.map((part) => part.roman).join('') };
}

/** A name's words without titles, initials and suffixes, unless there are no others. */
function keptWords(name: string, lexicon: Lexicon): string[] {
  const words = name.normalize('NFC').split(/\s+/u).filter(Boolean);
  let first = 0;
  let last = words.length;
  while (first + 1 < last && isDropped(words[first]!, lexicon)) first++;
  while (last - 1 > first && lexicon.names.suffixes.has(bare(words[last - 1]!))) last--;
  return words.slice(first, last).filter((word, at, all) => all.length === 1 || !isInitial(word) || at === all.length - 1);
}

/** `spellingOf` for a text's or a draft's many mentions of few names: takes each name apart once. */
export function spellings(lexicon: Lexicon): (name: string) => Spelling {
  const known = new Map<string, Spelling>();
  return (name) => {
    let spelling = known.get(name);
    if (!spelling) {
      spelling = spellingOf(name, lexicon);
      known.set(name, spelling);
    }
    return spelling;
  };
}

function isDropped(word: string, lexicon: Lexicon): boolean {
  const lower = bare(word);
  return lower === 'the' || lexicon.names.titles.has(lower);
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll('.', '');
}

/** `J.`, `J`, `V.I.`: a letter at a time. */
function isInitial(word: string): boolean {
  const letters = word.replaceAll('.', '');
  return letters.length === 1 || (word.length > letters.length && letters.length <= 3 && letters === letters.toUpperCase());
}

/** The parts taken apart so far: texts name few people often. */
const known = new WeakMap<Lexicon, Map<string, Part>>();
/** So many are held before all are let go. */
const MOST_KNOWN = 32_768;
/** Longer parts are not held. In UTF-16 units. */
const LONGEST_KNOWN = 32;

function partOf(word: string, lexicon: Lexicon): Part {
  const lower = word.toLowerCase().replace(APOSTROPHE, '').replaceAll('.', '');
  let parts = known.get(lexicon);
  if (!parts) {
    parts = new Map();
    known.set(lexicon, parts);
  }
  const held = parts.get(lower);
  if (held) return held;
  const folded = fold(lower);
  const roman = romanise(folded);
  const part = { lower, folded, roman, soft: soften(roman), common: isCommon(lower, lexicon) || isCommon(folded, lexicon) };
  if (lower.length > LONGEST_KNOWN) return part;
  if (parts.size >= MOST_KNOWN) parts.clear();
  parts.set(lower, part);
  return part;
}

function isCommon(lower: string, { names }: Lexicon): boolean {
  return (
    names.commonParts.has(lower) ||
    names.organisationWords.has(lower) ||
    names.placeWords.has(lower) ||
    names.nationalities.has(lower) ||
    names.titles.has(lower) ||
    names.functionWords.has(lower)
  );
}

/** Whether two spellings are one: they differ in case, hyphens, spaces, or an article that one leaves out. */
export function isSameSpelling(a: Spelling, b: Spelling): boolean {
  return a.plain === b.plain && (a.article === b.article || a.article === '' || b.article === '');
}

/** The parts that tell whom a name names. */
export function tellingParts(spelling: Spelling): readonly Part[] {
  return spelling.parts.filter((part) => !part.common);
}

/** Sounds that romanisations exchange at the start of a name, where most spellings agree: g, k and q; y and j. */
export function initialSound(part: Part): string {
  const sound = part.soft[0] ?? '';
  return sound === 'g' ? 'k' : sound === 'j' ? 'i' : sound;
}

/** The sounds under which a part is looked for: its own, and that of its first letter, beside which an h may be lost (`Khumalo`, `Kumalo`). */
function initialSounds(part: Part): readonly string[] {
  const sound = initialSound(part);
  const letter = initialSound({ ...part, soft: romanise(part.folded.slice(0, 1)) });
  return letter === sound ? [sound] : [sound, letter];
}

/** The exact key of a spelling. */
export function exactKey(spelling: Spelling): string {
  return `=${spelling.plain}`;
}

/** The key that a spelling shares with its romanisations. */
export function romanKey({ roman }: Spelling): string {
  return `~${roman}`;
}

/** The romanised key of a name whose surname is written at the other end (`Nagy István`, `István Nagy`). */
export function reversedKey({ parts }: Spelling): string {
  return `~${[...parts]
    .reverse()
    .map((part) => part.roman)
    .join('')}`;
}

/**
 * The keys that a spelling shares with itself, its romanisations and close misspellings: the exact form, the romanised one, for
 * several telling parts one of them with the other's first sound, for a single one its soft form and every form with one letter
 * left out (as in SymSpell, so that spellings within one edit meet).
 */
export function spellingKeys(spelling: Spelling): string[] {
  const keys = [exactKey(spelling)];
  const telling = tellingParts(spelling);
  const first = telling[0];
  const last = telling.at(-1);
  if (!first || !last) return keys;
  keys.push(romanKey(spelling));
  if (first !== last) {
    for (const sound of initialSounds(last)) keys.push(`<${first.soft}/${sound}`);
    for (const sound of initialSounds(first)) keys.push(`>${last.soft}/${sound}`);
  } else if (first.folded.length >= SHORTEST - 1 && first.folded.length <= LONGEST) {
    keys.push(`?${first.soft}`, `!${first.folded}`);
    for (let at = 0; at < first.folded.length; at++) keys.push(`!${first.folded.slice(0, at)}${first.folded.slice(at + 1)}`);
  }
  return [...new Set(keys)];
}

/** Names of more parts have no shorter forms: they are lists, or no people's. */
const MOST_SHORTENED = 5;

/**
 * The shorter forms that a name of three parts or more goes by, each of two parts at least: without the first (an honorific that no list
 * knows, `Ustad Rashid Khan`), without the last (a mother's surname, `Gabriel Salcedo Font`), and the first with the last (middle names and
 * patronymics). Particles stay with the part that they lead to. Names with common parts have none: they are organisations' and places'.
 */
export function shorterForms(name: string, lexicon: Lexicon): readonly string[] {
  const words = keptWords(name, lexicon);
  if (words.length <= 2 || words.length > 2 * MOST_SHORTENED) return [];
  const units: string[] = [];
  let particles = '';
  for (const word of words) {
    if (units.length > 0 && lexicon.names.particles.has(word.toLowerCase())) {
      particles += `${word} `;
      continue;
    }
    if (isCommon(bare(word), lexicon)) return [];
    units.push(`${particles}${word}`);
    particles = '';
  }
  if (particles !== '' || units.length <= 2 || units.length > MOST_SHORTENED) return [];
  const forms = [units.slice(1), units.slice(0, -1), [units[0]!, units.at(-1)!], units.slice(0, 2)];
  return [...new Set(forms.map((form) => form.join(' ')))];
}

/** The keys under which the library says whether it uses a name's parts as words. */
export function partKeys(name: string, lexicon: Lexicon): string[] {
  return spellingOf(name, lexicon).parts.map((part) => wordKey(part.lower));
}

/** What a library knows a word in lower case by: 31 bits of its hash. A name that shares those of an ordinary word is left alone. */
export function wordHash(lower: string): number {
  return hashOf(lower) >>> 1;
}

const WORD = 'w ';

/** The key under which the library says whether it uses a word in lower case. */
export function wordKey(lower: string): string {
  return wordKeyOf(wordHash(lower));
}

/** The same of a word by its hash. */
export function wordKeyOf(hash: number): string {
  return `${WORD}${hash}`;
}

/** The hash of the word that a key is of; null where it is no word's. */
export function wordHashIn(key: string): number | null {
  return key.startsWith(WORD) ? Number(key.slice(WORD.length)) : null;
}

/** The spellings of a name's shorter forms. */
export function shorterSpellings(name: string, lexicon: Lexicon): readonly Spelling[] {
  return shorterForms(name, lexicon).map((form) => spellingOf(form, lexicon));
}
