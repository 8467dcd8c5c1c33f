/** How a text uses its words: in lower case, or with a capital in the middle of a sentence. Tells names from ordinary words. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Work } from '../model.ts';
import { opensSentence } from './runs.ts';
import type { Unit } from './units.ts';

export interface WordCounts {
  /** Times a word is written in lower case. */
  readonly lower: ReadonlyMap<string, number>;
  /** Times it has a capital where no sentence begins and not every word has one. */
  readonly capital: ReadonlyMap<string, number>;
}

/** Counts the words of a text, given the units of each passage and which of them are titles. Yields once a passage. */
export function* countWords(units: readonly (readonly Unit[])[], titles: readonly boolean[]): Work<WordCounts> {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const [index, passage] of units.entries()) {
    for (let at = 0; at < passage.length; at++) {
      const unit = passage[at]!;
      if (unit.kind === 'word') lower.set(unit.lower, (lower.get(unit.lower) ?? 0) + 1);
      else if (unit.kind === 'name' && !titles[index] && !opensSentence(passage, at, 1)) {
        capital.set(unit.lower, (capital.get(unit.lower) ?? 0) + 1);
      }
    }
    yield;
  }
  return { lower, capital };
}

/** A passage whose words are in capitals altogether. */
export function isShouting(units: readonly Unit[]): boolean {
  let words = 0;
  let shouted = 0;
  for (const unit of units) {
    if ((unit.kind !== 'name' && unit.kind !== 'word') || unit.text.length < 3) continue;
    words++;
    if (unit.kind === 'name' && unit.text === unit.text.toUpperCase()) shouted++;
  }
  return words >= 3 && shouted * 2 > words;
}

/** The fewest words of a title outside a heading, and inside one. */
const TITLE_WORDS = 3;
const HEADING_WORDS = 2;
const ITEMS = new Set(['item', 'cell']);

/**
 * Whether every word of a passage has a capital but the small ones, as titles have: a heading, or a block of its own that does not end
 * as a sentence does. Items and cells are not: lists and tables of names look the same.
 */
export function isTitle(passages: readonly Passage[], index: number, units: readonly Unit[], { names }: Lexicon): boolean {
  const passage = passages[index]!;
  const heading = passage.kind === 'heading';
  if (!heading) {
    const last = units.at(-1)?.text;
    const alone = passages[index - 1]?.block !== passage.block && passages[index + 1]?.block !== passage.block;
    if (!alone || ITEMS.has(passage.kind) || last === '.' || last === '"') return false;
  }
  let capitals = 0;
  for (const unit of units) {
    if (unit.kind === 'name') capitals++;
    else if (unit.kind === 'word' && unit.text.length > 2 && !names.functionWords.has(unit.lower) && !names.particles.has(unit.lower))
      return false;
  }
  return capitals >= (heading ? HEADING_WORDS : TITLE_WORDS);
}
