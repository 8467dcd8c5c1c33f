/** Gapping (Quirk and others 1985, 13.92): a figure that goes on with the clause of the one before it, whose words are left out. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure } from '../model.ts';
import type { Sentence } from './sentence.ts';

/** How many tokens may stand between a figure and what divides its clause from the one before (`, Lund Moor 19`). */
const REMNANT = 8;
/** How many tokens before that the clause that it goes on with may hold after its own figure. */
const REACH = 14;

/**
 * The figure whose clause another goes on with: `nine were killed in Lund, four in Malmö and two in Ystad`, `yes with 94 percent, Lund with
 * 86`. Behind a comma or `and` nothing may stand before it but names and words of grammar, or whatever does where the same preposition leads
 * to both (`to her by 40 percent, to the workers by 45`); and nothing right behind it that it could count. Null where there is none.
 */
export function gappedWith({ tokens, terms, figures }: Sentence, index: number, lexicon: Lexicon): number | null {
  const figure = figures[index]!;
  if (!isBare(figure) || !isRemnantEnd(figure, tokens, lexicon)) return null;
  let before = index - 1;
  while (before >= 0 && isTime(figures[before]!)) before--;
  const other = figures[before];
  if (!other) return null;
  const [from, to] = [other.tokens.end, figure.tokens.start];
  // Of the days and times between the two none but the last are near enough.
  const times = figures.slice(Math.max(before + 1, index - REMNANT), index);
  const { functionWords } = lexicon.claims;
  const leads = (at: number) => (functionWords.has(tokens[at]?.lower ?? '') ? tokens[at]!.lower : null);
  const isParallel = leads(to - 1) !== null && leads(to - 1) === leads(other.tokens.start - 1);
  for (let at = to - 1; at >= from && at >= to - REMNANT; at--) {
    const { text, lower, kind } = tokens[at]!;
    if (times.some(({ tokens: { start, end } }) => at >= start && at < end)) continue;
    if (text === ',' || text === ';' || JOINTS.has(lower)) return at - from <= REACH ? before : null;
    if (kind !== 'word') return null;
    if (!isParallel && !functionWords.has(lower) && !terms[at]?.name) return null;
  }
  return null;
}

const JOINTS = new Set(['and', 'then', 'but']);

/** Whether a figure is a number without a unit of its own. */
function isBare({ quantity, marker }: Figure): boolean {
  return quantity.dimension === 'count' && quantity.unit === null && marker === null;
}

function isTime({ quantity: { dimension } }: Figure): boolean {
  return dimension === 'date' || dimension === 'year' || dimension === 'duration';
}

/** Whether what follows a figure is nothing that it counts or that is done: the end of its clause, a place or a time, or another number. */
function isRemnantEnd({ tokens: { end } }: Figure, tokens: Sentence['tokens'], lexicon: Lexicon): boolean {
  const next = tokens[end];
  if (next?.kind !== 'word' || lexicon.numbers.ones.has(next.lower)) return next?.text !== '-' && next?.text !== '%';
  const { locatives, beforeTimes } = lexicon.claims;
  if (next.lower === 'of') return false;
  return next.lower === 'on' || locatives.has(next.lower) || beforeTimes.has(next.lower) || JOINTS.has(next.lower);
}
