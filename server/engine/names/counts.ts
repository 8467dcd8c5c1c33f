/** How a text uses its words: in lower case, or with a capital in the middle of a sentence. Tells names from ordinary words. */
import type { Passage } from '../model.ts';
import { opensSentence } from './runs.ts';
import { isCapital, type Unit } from './units.ts';

export interface WordCounts {
  /** Times a word is written in lower case. */
  readonly lower: ReadonlyMap<string, number>;
  /** Times it has a capital where no sentence begins and not every word has one. */
  readonly capital: ReadonlyMap<string, number>;
}

/** Counts the words of a text, given the units of each passage and which of them are titles. */
export function countWords(units: readonly (readonly Unit[])[], titles: readonly boolean[]): WordCounts {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const [index, passage] of units.entries()) {
    for (const [at, unit] of passage.entries()) {
      if (unit.kind === 'word') lower.set(unit.lower, (lower.get(unit.lower) ?? 0) + 1);
      else if (unit.kind === 'name' && !titles[index] && !opensSentence(passage, at, 1)) {
        capital.set(unit.lower, (capital.get(unit.lower) ?? 0) + 1);
      }
    }
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

/** The share of longer words with a capital from which a line is taken for a title, and the fewest such words. */
const TITLE_SHARE = 0.8;
const TITLE_WORDS = 3;
const LONG_WORD = 4;

/**
 * Whether a passage has a capital on every longer word, as titles have: a heading, a caption or cell, or a block of its own without a
 * full stop.
 */
export function isTitle(passages: readonly Passage[], index: number, units: readonly Unit[]): boolean {
  const passage = passages[index]!;
  const last = units.at(-1);
  const alone = passages[index - 1]?.block !== passage.block && passages[index + 1]?.block !== passage.block;
  if (passage.kind !== 'heading' && (!alone || last?.text === '.' || last?.text === '"')) return false;
  let words = 0;
  let capitals = 0;
  for (const unit of units) {
    if ((unit.kind !== 'name' && unit.kind !== 'word') || unit.text.length < LONG_WORD) continue;
    words++;
    if (isCapital(unit.text)) capitals++;
  }
  return words >= (passage.kind === 'heading' ? 2 : TITLE_WORDS) && capitals >= words * TITLE_SHARE;
}
