/** Cuts a text into passages: sentences inside blocks of prose, with their tokens. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Prose, Span, Work } from '../model.ts';
import { endsSentence, lastWord, startsSmall } from './blocks.ts';
import { type Block, layout } from './layout.ts';
import { TextPassage } from './passage.ts';
import { sentencesOf } from './sentences.ts';

interface Piece extends Span {
  readonly kind: Block['kind'];
  readonly block: number;
}

/**
 * The passages of a text: ascending, disjoint, with at least one token each. A sentence that a page break cuts in two is one passage,
 * whose tokens leave out what stands between. Omitted parts of the text are in no passage's tokens. Yields once a block.
 */
export function* passagesOf(prose: Prose, lexicon: Lexicon): Work<Passage[]> {
  const { text } = prose;
  const { blocks, masks } = yield* layout(prose, lexicon.text);
  const segmenter = new Intl.Segmenter(lexicon.locale, { granularity: 'sentence' });
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
    const sentences: readonly Span[] = block.kind === 'heading' ? [block] : yield* sentencesOf(text, block, masks, segmenter, lexicon.text);
    for (const { start, end } of sentences) {
      if (joins && waiting) waiting = extended(waiting, end);
      else {
        if (waiting) emit(waiting);
        waiting = { kind: block.kind, block: number, start, end };
      }
      joins = false;
    }
    yield;
  }
  if (waiting) emit(waiting);
  return passages;
}

function extended(piece: Piece, end: number): Piece {
  return { ...piece, end };
}

/** Whether a block goes on with the sentence before it: both are paragraphs, that sentence is not ended, and this one begins small. */
function continues(text: string, before: Piece, block: Block, { text: words }: Lexicon): boolean {
  if (block.kind !== 'paragraph' || before.kind !== 'paragraph' || endsSentence(text, before)) return false;
  return startsSmall(text, block) || words.dangling.has(lastWord(text, before));
}
