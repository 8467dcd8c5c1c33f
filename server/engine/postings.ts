/**
 * An article's postings: all that it adds to the library's maps, and so is found by. They are told once, from what was found in it; a
 * library that has them need not look at the rest before somebody asks for it.
 */
import type { Analysis } from './analysis.ts';
import { nameParts, stem } from './claims/terms.ts';
import { claimKeys } from './compare/keys.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Passage } from './model.ts';
import { type NameUse, nameUses } from './names/uses.ts';
import { shinglesOf } from './origins/shingles.ts';
import { wordOf } from './quotes/words.ts';

export interface Postings {
  /** By claim, in the order of the text, the keys that it is found under. */
  readonly keys: readonly (readonly string[])[];
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
  /** By passage the words that a quotation is found by. Told when asked for: they are many, and few drafts quote. */
  quotable(): Iterable<ReadonlySet<string>>;
}

/** The postings of an article, by what was found in it. */
export function postingsOf(analysis: Analysis, lexicon: Lexicon): Postings {
  const { passages, claims, names } = analysis;
  return {
    keys: claims.map(claimKeys),
    topics: topicsOf(analysis, lexicon),
    uses: nameUses(names, lexicon),
    names: new Set(names.map(({ full }) => full)).size,
    ordinary: ordinaryWords(passages),
    shingles: shinglesOf(passages),
    quotable: () => quotableWords(passages, lexicon),
  };
}

/** What an article is about: the parts of every name in it, as terms. */
function topicsOf(analysis: Analysis, { claims: { nations } }: Lexicon): Set<string> {
  const topics = new Set<string>();
  for (const claim of analysis.claims) for (const name of claim.names) topics.add(name);
  for (const full of new Set(analysis.names.map((name) => name.full)))
    for (const part of nameParts(full)) topics.add(stem(nations.get(part.toLowerCase()) ?? part.toLowerCase()));
  return topics;
}

/** The words that passages use in lower case, each once: ordinary words, and nobody's misspelt name. */
export function ordinaryWords(passages: readonly Passage[]): string[] {
  const words = new Set<string>();
  for (const passage of passages) {
    for (const { kind, text, lower } of passage.tokens) if (kind === 'word' && text === lower && text.length > 2) words.add(lower);
  }
  return [...words];
}

/** By passage the words that a quotation is compared by, those aside that every sentence has. */
export function* quotableWords(passages: readonly Passage[], lexicon: Lexicon): Generator<ReadonlySet<string>> {
  for (const { tokens } of passages) {
    const forms = new Set<string>();
    for (const token of tokens) {
      const form = wordOf(token, lexicon)?.form;
      if (form !== undefined && !lexicon.claims.functionWords.has(token.lower)) forms.add(form);
    }
    yield forms;
  }
}
