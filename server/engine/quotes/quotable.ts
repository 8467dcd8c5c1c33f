/** The words that quotations are found by, as numbers: an article has many, and a library holds those of all. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage } from '../model.ts';
import { hashOf } from '../text/hashing.ts';
import { wordOf } from './words.ts';

/** The words of an article's passages, those aside that every sentence has: the passages one after the other, each word once in each. */
export interface QuotableWords {
  /** The words by their hashes: two may share one, so that what is found by them is to be looked at. */
  readonly words: Uint32Array;
  /** By passage where in `words` its own end. */
  readonly ends: Uint32Array;
}

export function quotableWords(passages: readonly Passage[], lexicon: Lexicon): QuotableWords {
  const { functionWords } = lexicon.claims;
  /** By what a token is in lower case its hash; null for what is no word to look up. */
  const known = new Map<string, number | null>();
  const words: number[] = [];
  const ends = new Uint32Array(passages.length);
  for (const [at, { tokens }] of passages.entries()) {
    const own = new Set<number>();
    for (const token of tokens) {
      let hash = known.get(token.lower);
      if (hash === undefined) {
        const form = functionWords.has(token.lower) ? undefined : wordOf(token, lexicon)?.form;
        hash = form === undefined ? null : quotableHash(form);
        known.set(token.lower, hash);
      }
      if (hash !== null) own.add(hash);
    }
    for (const word of own) words.push(word);
    ends[at] = words.length;
  }
  return { words: Uint32Array.from(words), ends };
}

/** What the form of a word (`wordOf`) is looked up by: 31 bits, which V8 holds without an object. */
export function quotableHash(form: string): number {
  return hashOf(form) >>> 1;
}
