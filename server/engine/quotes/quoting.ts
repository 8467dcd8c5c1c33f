/** Judges the quotations of one draft again and again: one that has not changed, and whose library has not, is not judged again. */
import type { Analysis } from '../analysis.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Candidates } from '../library.ts';
import type { NameMention, Passage, Work } from '../model.ts';
import { type Quotation, quotationsIn } from './find.ts';
import { FEWEST_WORDS, judgeQuotation, type QuoteVerdict } from './judge.ts';
import { speakerOf } from './speaker.ts';

/** A block of the draft with its quotations, where it stood when they were judged. */
interface Block {
  readonly start: number;
  readonly passage: number;
  readonly quotations: readonly Quotation[];
  /** One a quotation, as far as they were judged, against the library of that revision. */
  readonly verdicts: readonly QuoteVerdict[];
  readonly revision: number;
  /** The names in it, as far as verdicts rest on them. */
  readonly names: string;
  readonly except: string | null;
}

/** Any quotation mark. */
const MARK = /["`\u2018\u201a\u201c\u201e\u00ab\u00bb]|(?:^|[\s(])'/u;

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
    { prose, names }: Analysis,
    candidates: Candidates,
    lexicon: Lexicon,
  ): Work<Block> {
    const { start, index } = passages[0]!;
    const own = namesIn(names, start, passages.at(-1)!.end);
    const named = own.map((name) => `${name.kind} ${name.start - start} ${name.full}`).join('\n');
    const { revision, except } = candidates;
    const moved = known && movedBlock(known, start, index);
    if (moved && moved.revision === revision && moved.except === except && moved.names === named) return moved;
    const quotations = moved?.quotations ?? quotationsIn(passages, prose.text, lexicon).filter(({ words }) => words.length >= FEWEST_WORDS);
    yield;
    const verdicts: QuoteVerdict[] = [];
    for (const quotation of quotations) {
      const speaker = speakerOf(quotation, passages, own, lexicon);
      verdicts.push(yield* judgeQuotation(quotation, speaker, candidates, lexicon));
    }
    return { start, passage: index, quotations, verdicts, revision, names: named, except };
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
    speaker: verdict.speaker && { ...verdict.speaker, draft: moved(verdict.speaker.draft, by) },
  }));
  return { ...block, start, passage, quotations: [...quotations.values()], verdicts };
}

/** Of names in order those that stand between two offsets. Logarithmic in how many there are. */
function namesIn(names: readonly NameMention[], start: number, end: number): NameMention[] {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: NameMention[] = [];
  for (let at = low; at < names.length && names[at]!.end <= end; at++) found.push(names[at]!);
  return found;
}

function movedQuotation(quotation: Quotation, by: number, farther: number): Quotation {
  return { ...moved(quotation, by), passage: quotation.passage + farther, words: quotation.words.map((word) => moved(word, by)) };
}

function moved<T extends { readonly start: number; readonly end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}
