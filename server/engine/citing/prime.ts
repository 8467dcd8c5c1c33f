/** Prime sources: the workspace says whose figures come first for a measure, and this tells which evidence is theirs. */
import type { Claim } from '../claims/claim.ts';
import { stem } from '../claims/terms.ts';
import type { Evidence } from '../compare/evidence.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { decodeURIComponentSafely } from '../rules/wording.ts';

/** By words for a measure (`people killed`, `*` for any), the names of its prime sources, the first of them first. */
export type PrimeSources = Readonly<Record<string, readonly string[]>>;

/** The measure that stands for every other. */
export const ANY_MEASURE = '*';

/**
 * The place of a piece of evidence among the prime sources for what a claim measures, from 0; infinite where it is none of them. A name is
 * that of a source's publication, title, key, agency or file, or of whoever speaks there.
 */
export function primeRank(claim: Claim, evidence: Evidence, prime: PrimeSources, lexicon: Lexicon): number {
  const names = primeNames(claim, prime, lexicon);
  const rank = names.length === 0 ? -1 : names.findIndex((name) => isNamed(evidence, plain(name)));
  return rank < 0 ? Number.POSITIVE_INFINITY : rank;
}

/** The names for a claim's measure: those of every measure that it is, then those of any. */
function primeNames(claim: Claim, prime: PrimeSources, lexicon: Lexicon): readonly string[] {
  const entries = Object.entries(prime);
  const own = entries.filter(([measure]) => measure.trim() !== ANY_MEASURE && isMeasured(measure, claim, lexicon));
  return [...own, ...entries.filter(([measure]) => measure.trim() === ANY_MEASURE)].flatMap(([, names]) => names);
}

/** Whether a claim measures what some words say: each that tells something is its noun's, its event's, or one of its own. */
function isMeasured(measure: string, { head, event, measures }: Claim, { claims }: Lexicon): boolean {
  const told = wordsOf(measure).filter((word) => !claims.functionWords.has(word));
  const own = new Set(wordsOf(measures).map(stem));
  return told.length > 0 && told.every(isTold);

  function isTold(word: string): boolean {
    const singular = claims.plurals.get(word) ?? word;
    if (own.has(stem(word)) || (head && stem(head.term) === stem(singular))) return true;
    if (event !== null && claims.events.get(word) === event) return true;
    // Whoever is killed or rescued is people, whatever they are called.
    return claims.people.get(singular) === 'crowd' && singular === 'person' && (head ? head.people !== null : event !== null);
  }
}

function isNamed({ source, claim }: Evidence, name: string): boolean {
  const { publisher, title, key, uri } = source.article;
  const own = [publisher, title, key, source.origin?.name, claim.speaker];
  return own.some((each) => each && plain(each) === name) || `/${plain(decodeURIComponentSafely(uri))}`.endsWith(`/${name}`);
}

function plain(name: string): string {
  return wordsOf(name, /\s+/u).join(' ');
}

function wordsOf(text: string, between = /[^\p{L}\p{N}]+/u): string[] {
  return text.toLowerCase().split(between).filter(Boolean);
}
