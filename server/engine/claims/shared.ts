/** What several claims about one thing measure, in words that they share. */
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef } from '../library.ts';
import type { Claim } from './claim.ts';
import { termsOf, withoutPossessive } from './terms.ts';

/** How many words a group is headed by, and how near to the figures they must be, against the nearest. */
const MOST_WORDS = 4;
const NEAR = 0.5;

/**
 * What claims measure. Where an event is told, as most of them tell it (`people killed`); else the words that they have in common, in the
 * order of the one that has most of them (`average household pay`).
 */
export function measuresOf(evidence: readonly ClaimRef[], lexicon: Lexicon): string {
  const claims = evidence.map(({ claim }) => claim);
  if (claims.every(({ event }) => event !== null)) {
    const told = claims.filter(({ head, measures }) => head !== null && measures !== '');
    return mostUsed((told.length > 0 ? told : claims).map(({ measures }) => measures));
  }
  let best: readonly string[] = [];
  for (const ref of evidence) {
    const words = sharedWords(ref, claims, lexicon);
    if (words.length > best.length) best = words;
  }
  return best.length > 0 ? best.join(' ') : mostUsed(claims.map(({ measures }) => measures));
}

/** The most used of some phrases; of equals the shortest, then the first. */
function mostUsed(phrases: readonly string[]): string {
  const uses = (phrase: string) => phrases.filter((other) => other === phrase).length;
  return [...phrases].sort((a, b) => uses(b) - uses(a) || a.length - b.length)[0] ?? '';
}

/** The words near a claim's figure that all claims have near theirs, in the order of its sentence; names only where little else is shared. */
function sharedWords({ source, claim }: ClaimRef, claims: readonly Claim[], lexicon: Lexicon): string[] {
  const shared = [...claim.terms].filter(([key]) => claims.every((other) => other.terms.has(key))).sort((a, b) => b[1] - a[1]);
  // In `sales of 20 billion and 57,000 employees` the sales belong to another figure.
  const others = source.analysis.claims.filter((other) => other !== claim && other.figure.passage === claim.figure.passage);
  const taken = new Set(others.flatMap(({ head }) => (head && head.term !== claim.head?.term ? [head.term] : [])));
  const plain = shared.filter(([key]) => !claim.names.has(key) && !taken.has(key));
  const least = NEAR * (plain[0]?.[1] ?? 0);
  const near = (plain.length > 1 || claim.head ? plain : shared).filter(([, weight]) => weight >= least).slice(0, MOST_WORDS);
  const telling = new Set(near.map(([key]) => key));
  const passage = source.analysis.passages[claim.figure.passage]!;
  const words: string[] = [];
  for (const [at, term] of termsOf(passage, lexicon).entries()) {
    if (!term || !telling.delete(term.key)) continue;
    const { text, lower } = passage.tokens[at]!;
    words.push(withoutPossessive(at === 0 && !term.name ? lower : text));
  }
  return words;
}
