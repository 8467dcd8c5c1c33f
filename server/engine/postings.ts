/**
 * An article's postings: all that it adds to the library's maps, and so is found by. They are told once, from what was found in it; a
 * library that has them need not look at the rest before somebody asks for it.
 */
import type { Analysis } from './analysis.ts';
import { nameParts, stem } from './claims/terms.ts';
import { claimKeys } from './compare/keys.ts';
import { beginningsOf } from './complete/beginnings.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Passage, Work } from './model.ts';
import { type NameUse, nameUses } from './names/uses.ts';
import { shinglesOf } from './origins/shingles.ts';
import { passingClaims } from './packed.ts';
import { type QuotableWords, quotableWords } from './quotes/quotable.ts';

export interface Postings {
  /** By claim, in the order of the text, the keys that it is found under. */
  readonly keys: readonly (readonly string[])[];
  /** By claim the digits that its figure may be begun with (`beginningsOf`). */
  readonly digits: Uint32Array;
  /** The names (as terms) that the article speaks of: what its story is about. */
  readonly topics: ReadonlySet<string>;
  /** The spellings that it uses. */
  readonly uses: readonly NameUse[];
  /** How many different names it has. */
  readonly names: number;
  /** The words that it uses in lower case, each once: ordinary words, and nobody's misspelt name. */
  readonly ordinary: readonly string[];
  /** What copies of it are told by. */
  readonly shingles: Uint32Array;
  readonly quotable: QuotableWords;
}

/** So many claims are looked at between two yields. */
const STEP = 64;

/** The postings of an article, by what was found in it. Yields between its parts, and more often in long ones. */
export function* postingsOf(analysis: Analysis, lexicon: Lexicon): Work<Postings> {
  const { passages, names } = analysis;
  const keys: (readonly string[])[] = [];
  const digits: number[] = [];
  const topics = new Set<string>();
  for (const claim of passingClaims(analysis)) {
    keys.push(claimKeys(claim));
    digits.push(beginningsOf(claim));
    for (const name of claim.names) topics.add(name);
    if (keys.length % STEP === 0) yield;
  }
  yield;
  const fulls = new Set(names.map(({ full }) => full));
  addParts(fulls, topics, lexicon);
  yield;
  const uses = nameUses(names, lexicon);
  yield;
  const ordinary = ordinaryWords(passages);
  yield;
  const shingles = shinglesOf(passages);
  yield;
  const quotable = quotableWords(passages, lexicon);
  return { keys, digits: Uint32Array.from(digits), topics, uses, names: fulls.size, ordinary, shingles, quotable };
}

/** Adds the parts of names, as terms. */
function addParts(fulls: ReadonlySet<string>, topics: Set<string>, { claims: { nations } }: Lexicon): void {
  for (const full of fulls) for (const part of nameParts(full)) topics.add(stem(nations.get(part.toLowerCase()) ?? part.toLowerCase()));
}

/** The words that passages use in lower case, each once: ordinary words, and nobody's misspelt name. */
export function ordinaryWords(passages: readonly Passage[]): string[] {
  const words = new Set<string>();
  for (const passage of passages) {
    for (const { kind, text, lower } of passage.tokens) if (kind === 'word' && text === lower && text.length > 2) words.add(lower);
  }
  return [...words];
}
