/** Cuts a text into passages: sentences inside blocks of prose, with their tokens. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Prose, Span, Work } from '../model.ts';
import { endsSentence, lastWord, startsSmall } from './blocks.ts';
import { type Block, layout } from './layout.ts';
import { TextPassage } from './passage.ts';
import { sentencesFrom } from './sentences.ts';

/** A sentence longer than this goes on in no further block: whatever it is, it is not one sentence. In UTF-16 units. */
const LONGEST = 4096;

interface Piece extends Span {
  readonly kind: Block['kind'];
  readonly block: number;
}

/**
 * The passages of a text: ascending, disjoint, with at least one token each. A sentence that a page break cuts in two is one passage,
 * whose tokens leave out what stands between. Omitted parts of the text are in no passage's tokens. Yields once a block, and more often
 * in long ones.
 */
export function* passagesOf(prose: Prose, lexicon: Lexicon): Work<Passage[]> {
  const { text } = prose;
  const { blocks, masks } = yield* layout(prose, lexicon.text);
  const rules = { segmenter: new Intl.Segmenter(lexicon.locale, { granularity: 'sentence' }), words: lexicon.text };
  const passages: Passage[] = [];
  const ground = { text, masks };
  const emit = ({ kind, block, start, end }: Piece) => {
    const passage = new TextPassage(ground, passages.length, block, kind, start, end);
    if (passage.tokens.length > 0) passages.push(passage);
  };
  // The last sentence waits for the next block, which may go on with it; a block that does is the same block to the reader.
  let waiting: Piece | null = null;
  let number = -1;
  for (const block of blocks) {
    let joins = waiting !== null && continues(text, waiting, block, lexicon);
    if (!joins) number++;
    for (let { start } = block; start < block.end; ) {
      const { sentences, next } =
        block.kind === 'heading' ? { sentences: [block], next: block.end } : sentencesFrom(text, start, block.end, masks, rules);
      for (const sentence of sentences) {
        if (joins && waiting) waiting = { kind: waiting.kind, block: waiting.block, start: waiting.start, end: sentence.end };
        else {
          if (waiting) emit(waiting);
          waiting = { kind: block.kind, block: number, start: sentence.start, end: sentence.end };
        }
        joins = false;
      }
      start = next;
      yield;
    }
  }
  if (waiting) emit(waiting);
  return passages;
}

/** Whether a block goes on with the sentence before it: both are paragraphs, that sentence is not ended, and this one begins small. */
function continues(text: string, before: Piece, block: Block, { text: words }: Lexicon): boolean {
  if (block.kind !== 'paragraph' || before.kind !== 'paragraph' || before.end - before.start > LONGEST) return false;
  if (endsSentence(text, before)) return false;
  return startsSmall(text, block) || words.dangling.has(lastWord(text, before));
}
