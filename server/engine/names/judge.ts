/** Holds a draft's names against the spellings that the library's sources use. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameMention, NameVerdictKind, Uri } from '../model.ts';

/** A spelling of a name, and the sources that use it, in the order they were added. */
export interface NameVariant {
  readonly text: string;
  readonly sources: readonly Uri[];
}

/** A name of the library: one person, place or organisation with its spellings. */
export interface NameCandidate {
  readonly variants: readonly NameVariant[];
}

export interface NameVerdict {
  readonly mention: NameMention;
  readonly verdict: NameVerdictKind;
  /** The spelling of most sources, or the one to use for a misspelt name; null on a tie and where there is none. */
  readonly canonical: string | null;
  /** The sources' spellings, the most used first; empty for an unknown name. */
  readonly variants: readonly NameVariant[];
}

/** The keys under which the library may hold a name or a close spelling of it. */
export function nameKeys(_mention: NameMention, _lexicon: Lexicon): string[] {
  return [];
}

/** The verdict on one name of a draft, given what the library holds under its keys. */
export function judgeName(mention: NameMention, _candidates: readonly NameCandidate[], _lexicon: Lexicon): NameVerdict {
  return { mention, verdict: 'unknown', canonical: null, variants: [] };
}
