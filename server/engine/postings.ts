/**
 * An article's postings: all that it adds to the library's maps, and so is found by. They are told once, from what was found in it; a
 * library that has them need not look at the rest before somebody asks for it.
 */
import type { Analysis } from './analysis.ts';
import { nameParts, stem } from './claims/terms.ts';
import { figureKey, kindKey } from './compare/columns.ts';
import { claimKeys } from './compare/keys.ts';
import { beginningsOf } from './complete/beginnings.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Passage, Work } from './model.ts';
import { wordHash } from './names/spelling.ts';
import { type NameUse, nameUses } from './names/uses.ts';
import { creditIn } from './origins/credits.ts';
import { shinglesOf } from './origins/shingles.ts';
import { passingClaims } from './packed.ts';
import { type QuotableWords, quotableWords } from './quotes/quotable.ts';
import { digestInto } from './text/hashing.ts';

export interface Postings {
  /** The keys that claims are found under, and under each the claims by their places in the text, ascending. */
  readonly keys: KeyedClaims;
  /** By claim, in the order of the text, the digests of what `kinshipOf` and `agreementOf` ask of it: two numbers each (`digestInto`). */
  readonly kinds: Uint32Array;
  readonly figures: Uint32Array;
  /** By claim the digits that its figure may be begun with (`beginningsOf`). */
  readonly digits: Uint32Array;
  /** By claim the index of the passage that its figure stands in. */
  readonly places: Uint32Array;
  /** The names (as terms) that the article speaks of: what its story is about. */
  readonly topics: ReadonlySet<string>;
  /** The spellings that it uses. */
  readonly uses: readonly NameUse[];
  /** How many different names it has. */
  readonly names: number;
  /** The hashes (`wordHash`) of the words that it uses in lower case, each once: ordinary words, and nobody's misspelt name. */
  readonly ordinary: Uint32Array;
  /** Whom the text says it is from (`creditIn`). */
  readonly credit: string | null;
  /** What copies of it are told by. */
  readonly shingles: Uint32Array;
  readonly quotable: QuotableWords;
}

/** Claims by their keys, one key after the other. */
export interface KeyedClaims {
  readonly texts: readonly string[];
  /** By key where in `claims` its own end. */
  readonly ends: Uint32Array;
  readonly claims: Uint32Array;
}

/** So many claims are looked at between two yields. */
const STEP = 64;

/** The postings of an article, by what was found in it. Yields between its parts, and more often in long ones. */
export function* postingsOf(analysis: Analysis, lexicon: Lexicon): Work<Postings> {
  const { prose, passages, names } = analysis;
  const keys = new Map<string, number[]>();
  const digits: number[] = [];
  const places: number[] = [];
  const kinds: string[] = [];
  const figures: string[] = [];
  const topics = new Set<string>();
  for (const claim of passingClaims(analysis)) {
    for (const key of claimKeys(claim)) {
      const keyed = keys.get(key);
      if (keyed) keyed.push(digits.length);
      else keys.set(key, [digits.length]);
    }
    kinds.push(kindKey(claim));
    figures.push(figureKey(claim, prose.date));
    digits.push(beginningsOf(claim));
    places.push(claim.figure.passage);
    for (const name of claim.names) topics.add(name);
    if (digits.length % STEP === 0) yield;
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
  const credit = creditIn(prose.text, lexicon);
  return {
    keys: keyedBy(keys),
    kinds: digestsOf(kinds),
    figures: digestsOf(figures),
    digits: Uint32Array.from(digits),
    places: Uint32Array.from(places),
    ...{ topics, uses, names: fulls.size, ordinary, credit, shingles, quotable },
  };
}

function keyedBy(keys: ReadonlyMap<string, readonly number[]>): KeyedClaims {
  const ends = new Uint32Array(keys.size);
  let end = 0;
  let at = 0;
  for (const { length } of keys.values()) {
    end += length;
    ends[at++] = end;
  }
  const claims = new Uint32Array(end);
  at = 0;
  for (const keyed of keys.values()) for (const claim of keyed) claims[at++] = claim;
  return { texts: [...keys.keys()], ends, claims };
}

function digestsOf(keys: readonly string[]): Uint32Array {
  const digests = new Uint32Array(keys.length * 2);
  for (const [at, key] of keys.entries()) digestInto(digests, at * 2, key);
  return digests;
}

/** Adds the parts of names, as terms. */
function addParts(fulls: ReadonlySet<string>, topics: Set<string>, { claims: { nations } }: Lexicon): void {
  for (const full of fulls) for (const part of nameParts(full)) topics.add(stem(nations.get(part.toLowerCase()) ?? part.toLowerCase()));
}

/** The hashes of the words that passages use in lower case, each once: ordinary words, and nobody's misspelt name. */
export function ordinaryWords(passages: readonly Passage[]): Uint32Array {
  const words = new Set<string>();
  for (const passage of passages) {
    for (const { kind, text, lower } of passage.tokens) if (kind === 'word' && text === lower && text.length > 2) words.add(lower);
  }
  return Uint32Array.from(new Set(Array.from(words, wordHash)));
}
