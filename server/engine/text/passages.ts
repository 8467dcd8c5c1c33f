/** Cuts a text into passages: sentences inside blocks of prose, with their tokens. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Prose, Work } from '../model.ts';
import { tokenize } from './tokens.ts';

/** The passages of a text, in order. Yields once a block. */
export function* passagesOf(prose: Prose, _lexicon: Lexicon): Work<Passage[]> {
  const passages: Passage[] = [];
  let start = 0;
  for (const line of prose.text.split('\n')) {
    const end = start + line.length;
    const index = passages.length;
    if (line.trim()) passages.push({ index, block: index, kind: 'paragraph', start, end, tokens: tokenize(prose.text, { start, end }) });
    start = end + 1;
    yield;
  }
  return passages;
}
