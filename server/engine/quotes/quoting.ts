/** Judges the quotations of one draft again and again: one that has not changed, and whose library has not, is not judged again. */
import type { Analysis } from '../analysis.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Candidates } from '../library.ts';
import type { Passage, Work } from '../model.ts';
import { type Quotation, quotationsIn } from './find.ts';
import { FEWEST_WORDS, judgeQuotation, type QuoteVerdict } from './judge.ts';

/** A block of the draft with its quotations, where it stood when they were judged. */
interface Block {
  readonly start: number;
  readonly passage: number;
  readonly quotations: readonly Quotation[];
  /** One a quotation, as far as they were judged, against the library of that revision. */
  readonly verdicts: readonly QuoteVerdict[];
  readonly revision: number;
  readonly except: string | null;
}

/** Any quotation mark. */
const MARK = /["\u2018\u201c\u00ab]|(?:^|[\s(])'/u;

export class QuoteJudging {
  private blocks = new Map<string, Block>();

  /** The verdicts on a draft's quotations of several words, in order. Yields once a block that is read, and as often as judging does. */
  *judge(draft: Analysis, candidates: Candidates, lexicon: Lexicon): Work<QuoteVerdict[]> {
    const { passages, prose } = draft;
    const now = new Map<string, Block>();
    const all: QuoteVerdict[] = [];
    for (let first = 0, end = 0; first < passages.length; first = end) {
      while (end < passages.length && passages[end]!.block === passages[first]!.block) end++;
      const start = passages[first]!.start;
      const text = prose.text.slice(start, passages[end - 1]!.end);
      if (!MARK.test(text)) continue;
      const known = now.get(text) ?? this.blocks.get(text);
      const block = yield* this.upToDate(known, passages.slice(first, end), draft, candidates, lexicon);
      now.set(text, block);
      for (const verdict of block.verdicts) all.push(verdict);
    }
    this.blocks = now;
    return all;
  }

  private *upToDate(
    known: Block | undefined,
    passages: readonly Passage[],
    { prose }: Analysis,
    candidates: Candidates,
    lexicon: Lexicon,
  ): Work<Block> {
    const { start, index } = passages[0]!;
    const { revision, except } = candidates;
    const moved = known && movedBlock(known, start, index);
    if (moved && moved.revision === revision && moved.except === except) return moved;
    const quotations = moved?.quotations ?? quotationsIn(passages, prose.text, lexicon).filter(({ words }) => words.length >= FEWEST_WORDS);
    yield;
    const verdicts: QuoteVerdict[] = [];
    for (const quotation of quotations) verdicts.push(yield* judgeQuotation(quotation, candidates, lexicon));
    return { start, passage: index, quotations, verdicts, revision, except };
  }
}

/** A block with all its places where it stands now. */
function movedBlock(block: Block, start: number, passage: number): Block {
  const [by, farther] = [start - block.start, passage - block.passage];
  if (by === 0 && farther === 0) return block;
  const quotations = new Map(block.quotations.map((quotation) => [quotation, movedQuotation(quotation, by, farther)]));
  const verdicts = block.verdicts.map((verdict) => ({
    ...verdict,
    quotation: quotations.get(verdict.quotation)!,
    changes: verdict.changes.map((change) => moved(change, by)),
  }));
  return { ...block, start, passage, quotations: [...quotations.values()], verdicts };
}

function movedQuotation(quotation: Quotation, by: number, farther: number): Quotation {
  return { ...moved(quotation, by), passage: quotation.passage + farther, words: quotation.words.map((word) => moved(word, by)) };
}

function moved<T extends { readonly start: number; readonly end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}
