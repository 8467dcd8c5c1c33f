/** Finds the event that a figure counts: `kill` in `26 protesters had been killed`, `detain` in `over 2,000 arrested`. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Passage } from '../model.ts';
import type { Role } from './claim.ts';
import { isHardBoundary } from './clause.ts';

export interface EventMention {
  readonly event: string;
  /** The word that tells it, as written. */
  readonly text: string;
  readonly negated: boolean;
}

/** How many tokens away from its figure an event may be told. */
const REACH = 14;

/**
 * The event told nearest to a figure of people: to its right up to the next figure, else to its left up to the one before.
 * Dates do not stand in the way; a part (`including 3 children`) shares the event of its whole.
 */
export function eventOf(
  passage: Passage,
  figure: Figure,
  figures: readonly Figure[],
  role: Role | null,
  lexicon: Lexicon,
): EventMention | null {
  const blocked = new Set<number>();
  for (const other of figures) {
    if (other === figure || other.quantity.dimension === 'date' || other.quantity.dimension === 'year') continue;
    for (let at = other.tokens.start; at < other.tokens.end; at++) blocked.add(at);
  }
  return (
    search(passage, figure.tokens.end, 1, blocked, lexicon) ??
    search(passage, figure.tokens.start - 1, -1, role === 'part' ? new Set() : blocked, lexicon)
  );
}

function search(passage: Passage, start: number, step: 1 | -1, blocked: ReadonlySet<number>, lexicon: Lexicon): EventMention | null {
  const { tokens } = passage;
  let negated = false;
  for (let at = start, seen = 0; at >= 0 && at < tokens.length && seen < REACH; at += step, seen++) {
    const token = tokens[at]!;
    if (blocked.has(at) && tokens[at - step]?.lower !== 'and') return null;
    if (isHardBoundary(token.text) && token.text !== '"') return null;
    if (lexicon.claims.negations.has(token.lower)) negated = true;
    const event = token.kind === 'word' ? lexicon.claims.events.get(token.lower) : undefined;
    if (event) {
      const before = tokens[at - 1]?.lower ?? '';
      return { event, text: token.text, negated: negated || lexicon.claims.negations.has(before) };
    }
  }
  return null;
}
