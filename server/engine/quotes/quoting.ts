/** Judges the quotations of one draft again and again: one that has not changed, and whose library has not, is not judged again. */
import type { Analysis } from '../analysis.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Candidates } from '../library.ts';
import type { NameMention, Work } from '../model.ts';
import { type Contents, type Section, sectionsOf } from '../sections.ts';
import { type Quotation, quotationsIn } from './find.ts';
import { FEWEST_WORDS, judgeQuotation, type QuoteVerdict } from './judge.ts';
import { speakerOf } from './speaker.ts';

/** A block of the draft with its quotations, their places counted from the block's start. */
interface Block {
  readonly contents: readonly Contents[];
  /** Its text, with what stands between its passages. */
  readonly text: string;
  readonly quotations: readonly Quotation[];
  /** One a quotation, as far as they were judged, against the library of that revision. */
  readonly verdicts: readonly QuoteVerdict[];
  readonly revision: number;
  readonly except: string | null;
}

/** The verdicts on a block's quotations, and where that stands. A block that is what it was, against what it was, has the same list. */
export interface QuotedBlock {
  readonly verdicts: readonly QuoteVerdict[];
  /** What the verdicts' places count from: the start of the block's first passage, and its index. */
  readonly start: number;
  readonly passage: number;
}

/** Any quotation mark. */
const MARK = /["`\u2018\u201a\u201c\u201e\u00ab\u00bb]|(?:^|[\s(])'/u;

/** So many quotations are held that may not be in the draft any more before all are let go. */
const MOST_JUDGED = 1024;

export class QuoteJudging {
  /** By the first passage of each. */
  private readonly blocks = new WeakMap<Contents, Block>();
  /** By its words and whom it is given to, the verdict on a quotation where it stood then: a letter beside it changes nothing of that. */
  private readonly judged = new Map<string, QuoteVerdict>();
  private asOf: Pick<Candidates, 'revision' | 'except'> | null = null;

  /** The verdicts on a draft's quotations of several words, by the blocks that have any, in order. Yields once a block that is read, and as often as judging does. */
  *judge(draft: Analysis, candidates: Candidates, lexicon: Lexicon): Work<QuotedBlock[]> {
    const { passages, prose } = draft;
    const sections = sectionsOf(draft);
    const all: QuotedBlock[] = [];
    const isAsBefore = this.asOf?.revision === candidates.revision && this.asOf.except === candidates.except;
    if (!isAsBefore || this.judged.size > MOST_JUDGED) this.judged.clear();
    this.asOf = candidates;
    for (let first = 0, end = 0; first < passages.length; first = end) {
      const { block, start } = passages[first]!;
      while (end < passages.length && passages[end]!.block === block) end++;
      const own = sections[first]!.contents;
      let known = this.blocks.get(own) ?? null;
      const text = prose.text.slice(start, passages[end - 1]!.end);
      if (known && (known.text !== text || !isOf(known, sections, first, end))) known = null;
      if (!known || (known.quotations.length > 0 && (known.revision !== candidates.revision || known.except !== candidates.except))) {
        known = yield* this.read(draft, sections, first, end, text, candidates, lexicon);
        this.blocks.set(own, known);
      }
      if (known.verdicts.length > 0) all.push({ verdicts: known.verdicts, start, passage: first });
    }
    return all;
  }

  /** Judges the quotations of the passages from `first` to `end`, which are a block with that text. */
  private *read(
    { passages, prose }: Analysis,
    sections: readonly Section[],
    first: number,
    end: number,
    text: string,
    candidates: Candidates,
    lexicon: Lexicon,
  ): Work<Block> {
    const { start } = passages[first]!;
    const { revision, except } = candidates;
    const contents = sections.slice(first, end).map((section) => section.contents);
    const hasMark = MARK.test(text);
    const own = passages.slice(first, end);
    const quotations = hasMark ? quotationsIn(own, prose.text, lexicon).filter(({ words }) => words.length >= FEWEST_WORDS) : [];
    if (hasMark) yield;
    const names = quotations.length > 0 ? sections.slice(first, end).flatMap((section) => section.names) : [];
    const inBlock = names.filter((name) => name.end <= passages[end - 1]!.end);
    const verdicts: QuoteVerdict[] = [];
    for (const quotation of quotations) {
      const speaker = speakerOf(quotation, own, inBlock, lexicon);
      verdicts.push(placedQuote(yield* this.verdictOn(quotation, speaker, candidates, lexicon), -start, -first));
    }
    return { contents, text, quotations: verdicts.map(({ quotation }) => quotation), verdicts, revision, except };
  }

  private *verdictOn(quotation: Quotation, speaker: NameMention | null, candidates: Candidates, lexicon: Lexicon): Work<QuoteVerdict> {
    const key = keyOf(quotation, speaker);
    const known = this.judged.get(key);
    if (known) {
      const by = quotation.start - known.quotation.start;
      const changes = known.changes.map((change) => moved(change, by));
      return { ...known, quotation, changes, speaker: known.speaker && { ...known.speaker, draft: speaker! } };
    }
    const verdict = yield* judgeQuotation(quotation, speaker, candidates, lexicon);
    this.judged.set(key, verdict);
    return verdict;
  }
}

/** All that a verdict on a quotation rests on besides the library, wherever it stands. */
function keyOf({ text, start, words }: Quotation, speaker: NameMention | null): string {
  const places = words.map((word) => `${word.start - start}${word.isAfterGap ? '+' : ' '}`).join('');
  return JSON.stringify([speaker?.text, speaker?.full, places, text]);
}

/** Whether a block is that of some passages. */
function isOf({ contents }: Block, sections: readonly Section[], first: number, end: number): boolean {
  return contents.length === end - first && contents.every((each, at) => each === sections[first + at]!.contents);
}

/** A verdict `by` UTF-16 units and so many passages farther on. */
export function placedQuote(verdict: QuoteVerdict, by: number, farther: number): QuoteVerdict {
  const { quotation, changes, speaker } = verdict;
  return {
    ...verdict,
    quotation: { ...moved(quotation, by), passage: quotation.passage + farther, words: quotation.words.map((word) => moved(word, by)) },
    changes: changes.map((change) => moved(change, by)),
    speaker: speaker && { ...speaker, draft: { ...moved(speaker.draft, by), passage: speaker.draft.passage + farther } },
  };
}

function moved<T extends { readonly start: number; readonly end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}
