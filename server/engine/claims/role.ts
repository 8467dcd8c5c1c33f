/** Tells a figure's role: before or after a change, the change itself, or a part of a whole. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure } from '../model.ts';
import type { Role } from './claim.ts';
import type { Sentence } from './sentence.ts';

/** How many tokens before a figure its change may be told (`increased its dividend by 5%`). */
const REACH = 8;

/** After `of`: `nineteen of those who died`. */
const PARTS = new Set(['those', 'them', 'whom']);

/** The role of a figure in its sentence; null where it simply stands. */
export function roleOf({ tokens }: Sentence, figure: Figure, lexicon: Lexicon): Role | null {
  if (figure.marker === 'from') return 'before';
  if (figure.marker === 'to') return 'after';
  const { dimension } = figure.quantity;
  if (dimension === 'date' || dimension === 'year') return null;
  const word = (at: number) => tokens[at]?.lower ?? '';
  const { up, down, part } = lexicon.claims;
  const changes = (at: number) => up.has(word(at)) || down.has(word(at));
  const first = figure.tokens.start;
  const before = word(first - 1);
  if (part.has(before)) return 'part';
  if (before === 'whom' || (before === 'them' && word(first - 2) === 'of')) return 'part';
  if (word(figure.tokens.end) === 'of' && PARTS.has(word(figure.tokens.end + 1))) return 'part';
  const changed = changeBefore(first, changes);
  // `to $1.65 billion`, `to a record $1.65 billion`, `below $25 billion` are levels reached.
  if (changed && (before === 'to' || (word(first - 2) === 'a' && word(first - 3) === 'to') || figure.quantity.hedge === 'less-than'))
    return 'after';
  if (before === 'from' && changed) return 'before';
  if (before === 'by' && changed) return 'change';
  if (changes(first - 1) || (before === 'of' && changes(first - 2))) return isDifference(figure) ? 'change' : null;
  const after = figure.tokens.end;
  if (isDifference(figure) && (changes(after) || (word(after) === 'year' && changes(after + 1)))) return 'change';
  if (
    (word(after) === 'more' && word(after + 1) === 'than') ||
    word(after) === 'over' ||
    word(after) === 'above' ||
    word(after) === 'below'
  ) {
    return figure.quantity.dimension === 'money' ? 'change' : null;
  }
  return null;
}

function changeBefore(first: number, changes: (at: number) => boolean): boolean {
  for (let at = first - 1; at >= Math.max(0, first - REACH); at--) if (changes(at)) return true;
  return false;
}

/** Whether a figure beside a word of change is the change itself (`up 5%`, `rose £3 million`), not the level reached (`cut 200 jobs`). */
function isDifference(figure: Figure): boolean {
  return ['share', 'points', 'money', 'ratio'].includes(figure.quantity.dimension);
}

/** Whether the sentence around a figure speaks of a rise or a fall, by the nearest word that tells; null where none does. */
export function directionOf(sentence: Sentence, figure: Figure, lexicon: Lexicon): 'up' | 'down' | null {
  const [nearest] = sentence.around(figure, sentence.changes);
  if (nearest === undefined || sentence.distance(figure, nearest) >= REACH) return null;
  return lexicon.claims.up.has(sentence.tokens[nearest]!.lower) ? 'up' : 'down';
}
