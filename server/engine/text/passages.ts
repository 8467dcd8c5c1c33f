/** Cuts a text into passages: sentences inside blocks of prose, with their tokens. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Prose, Span, Work } from '../model.ts';
import { endsSentence, lastWord, startsSmall } from './blocks.ts';
import { type Change, changeOf, type Shared, sharedSpans } from './change.ts';
import { type Block, type Layout, layout, relayout } from './layout.ts';
import { TextPassage } from './passage.ts';
import { sentencesFrom } from './sentences.ts';

/** A sentence longer than this goes on in no further block: whatever it is, it is not one sentence. In UTF-16 units. */
const LONGEST = 4096;

interface Piece extends Span {
  readonly kind: Block['kind'];
  readonly block: number;
  /** Whether it is the first of its block. */
  readonly opens: boolean;
  /** Whether it has no tokens, and so is no passage; null until somebody has looked. */
  readonly isEmpty: boolean | null;
}

/** Where a block begins among the pieces, and its number; `at` is null where it goes on with the sentence before. */
interface Opening {
  readonly at: number | null;
  readonly block: number;
}

/** A text in its passages, with what the cutting of its next version can take over. */
export interface Cut {
  readonly prose: Prose;
  readonly passages: Passage[];
  readonly layout: Layout;
  /** By block its sentences, their offsets counted from its start. */
  readonly sentences: readonly (readonly Span[])[];
  readonly pieces: readonly Piece[];
  /** By block where it begins among the pieces. */
  readonly openings: readonly Opening[];
  /** How many of its passages are those of the version before, in the same words and as much prose: so many first ones and last ones. */
  readonly shared: Shared;
}

/**
 * The passages of a text: ascending, disjoint, with at least one token each. A sentence that a page break cuts in two is one passage,
 * whose tokens leave out what stands between. Omitted parts of the text are in no passage's tokens. Yields once a block, and more often
 * in long ones.
 */
export function* passagesOf(prose: Prose, lexicon: Lexicon): Work<Passage[]> {
  return (yield* cut(prose, lexicon, null)).passages;
}

/** `passagesOf`, with what the next version can take over; `before` is the version before. Yields as `passagesOf` does. */
export function* cut(prose: Prose, lexicon: Lexicon, before: Cut | null): Work<Cut> {
  const { text } = prose;
  const found = yield* before ? relayout(prose, lexicon.text, before) : layout(prose, lexicon.text);
  const { blocks, masks } = found;
  const change = before && changeOf(before.prose.text, text);
  // Where other masks begin, the same words may be other prose.
  const limits = before && change && maskedAlike(before.layout.masks, masks, change, text.length);
  const sameKind = (a: { kind: Block['kind'] }, b: { kind: Block['kind'] }) => a.kind === b.kind;
  const known = before && limits ? sharedSpans(before.layout.blocks, blocks, limits, text.length, sameKind) : NONE;
  const rules = { segmenter: segmenterOf(lexicon), words: lexicon.text };
  const sentences: (readonly Span[])[] = [];
  // With every letter all of a draft comes by here: nothing is made to count it by.
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const same = index < known.first ? index : index >= blocks.length - known.last ? index - blocks.length : null;
    if (same !== null) sentences.push(before!.sentences.at(same)!);
    else {
      const own: Span[] = [];
      for (let { start } = block; start < block.end; ) {
        const read =
          block.kind === 'heading' ? { sentences: [block], next: block.end } : sentencesFrom(text, start, block.end, masks, rules);
        for (const sentence of read.sentences) own.push({ start: sentence.start - block.start, end: sentence.end - block.start });
        start = read.next;
        yield;
      }
      sentences.push(own);
    }
  }
  const samePlace = (a: Piece, b: Piece) => a.kind === b.kind && a.opens === b.opens;
  const { pieces: drafts, openings } = piecesOf(text, blocks, sentences, lexicon, before, known);
  const kept = before && limits ? sharedSpans(before.pieces, drafts, limits, text.length, samePlace) : NONE;
  const ground = { text, masks };
  const passages: Passage[] = [];
  const pieces: Piece[] = [];
  let [first, last] = [0, 0];
  for (let index = 0; index < drafts.length; index++) {
    const piece = drafts[index]!;
    const same = index < kept.first ? index : index >= drafts.length - kept.last ? index - drafts.length : null;
    const passage = new TextPassage(ground, passages.length, piece.block, piece.kind, piece.start, piece.end);
    const isEmpty = same === null ? passage.tokens.length === 0 : before!.pieces.at(same)!.isEmpty;
    pieces.push(piece.isEmpty === isEmpty ? piece : { ...piece, isEmpty });
    if (same === null) yield;
    if (isEmpty) continue;
    passages.push(passage);
    if (same !== null && same >= 0) first++;
    else if (same !== null) last++;
  }
  return { prose, passages, layout: found, sentences, pieces, openings, shared: { first, last } };
}

const NONE: Shared = { first: 0, last: 0 };
const segmenters = new WeakMap<Lexicon, Intl.Segmenter>();

/** Making a segmenter takes longer than cutting a paragraph with it. */
function segmenterOf(lexicon: Lexicon): Intl.Segmenter {
  let segmenter = segmenters.get(lexicon);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lexicon.locale, { granularity: 'sentence' });
    segmenters.set(lexicon, segmenter);
  }
  return segmenter;
}

/** A change with what it made prose or took from it. */
function maskedAlike(before: readonly Span[], after: readonly Span[], change: Change, length: number): Change {
  const { first, last } = sharedSpans(before, after, change, length, () => true);
  const starts = [before[first], after[first]].map((mask) => mask?.start ?? Number.POSITIVE_INFINITY);
  const ends = [before.at(-1 - last), after.at(-1 - last)].map((mask, at) => (mask ? mask.end + (at === 0 ? change.by : 0) : 0));
  // Where both have the same masks to the end, only the change itself counts.
  const head = Math.min(change.head, ...starts);
  const tail = Math.min(change.tail, length - Math.max(...ends));
  return { head, tail: Math.max(0, tail), by: change.by };
}

/**
 * The sentences of all blocks. One waits for the next block, which may go on with it; a block that does is the same block to the reader. Of the
 * version before the first and last blocks are `known`: what is certain of their pieces is taken over.
 */
function piecesOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly (readonly Span[])[],
  lexicon: Lexicon,
  before: Cut | null,
  known: Shared,
): { readonly pieces: readonly Piece[]; readonly openings: readonly Opening[] } {
  // The last known block that begins a sentence: what changed may go on with that, and with nothing before it.
  let first = known.first - 1;
  while (first > 0 && before!.openings[first]!.at === null) first--;
  first = Math.max(0, first);
  const pieces: Piece[] = first > 0 ? before!.pieces.slice(0, before!.openings[first]!.at!) : [];
  const openings: Opening[] = first > 0 ? before!.openings.slice(0, first) : [];
  let number = first > 0 ? openings[first - 1]!.block : -1;
  for (let index = first; index < blocks.length; index++) {
    const block = blocks[index]!;
    const waiting = pieces.at(-1);
    let joins = waiting !== undefined && continues(text, waiting, block, lexicon);
    if (!joins) number++;
    const then = index < blocks.length - known.last ? null : index - blocks.length + before!.openings.length;
    const opened = then !== null && then > 0 && !joins ? before!.openings[then]! : null;
    if (opened && opened.at !== null) {
      // From here on all is as it was.
      const [on, by, more] = [pieces.length - opened.at, block.start - before!.layout.blocks[then!]!.start, number - opened.block];
      const isStill = by === 0 && more === 0;
      for (const piece of before!.pieces.slice(opened.at)) pieces.push(isStill ? piece : movedPiece(piece, by, more));
      for (const { at, block: old } of before!.openings.slice(then!))
        openings.push({ at: at === null ? null : at + on, block: old + more });
      break;
    }
    openings.push({ at: joins ? null : pieces.length, block: number });
    for (const sentence of sentences[index]!) {
      const end = block.start + sentence.end;
      if (joins && waiting) pieces[pieces.length - 1] = { ...waiting, end };
      else {
        const opens = pieces.at(-1)?.block !== number;
        pieces.push({ kind: block.kind, block: number, start: block.start + sentence.start, end, opens, isEmpty: null });
      }
      joins = false;
    }
  }
  return { pieces, openings };
}

function movedPiece(piece: Piece, by: number, more: number): Piece {
  const { kind, block, start, end, opens, isEmpty } = piece;
  return { kind, block: block + more, start: start + by, end: end + by, opens, isEmpty };
}

/** Whether a block goes on with the sentence before it: both are paragraphs, that sentence is not ended, and this one begins small. */
function continues(text: string, before: Piece, block: Block, { text: words }: Lexicon): boolean {
  if (block.kind !== 'paragraph' || before.kind !== 'paragraph' || before.end - before.start > LONGEST) return false;
  if (endsSentence(text, before)) return false;
  return startsSmall(text, block) || words.dangling.has(lastWord(text, before));
}
