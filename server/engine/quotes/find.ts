/** Finds what a text puts in quotation marks: double ones, curly or straight, single ones, guillemets, German ones, and LaTeX's. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Span, Token } from '../model.ts';
import { type Word, wordOf } from './words.ts';

export interface QuotedWord extends Word {
  /** Whether words may be left out before it: behind an ellipsis, or words in brackets. */
  readonly isAfterGap: boolean;
}

/** What stands between two quotation marks; its span leaves the marks out. */
export interface Quotation extends Span {
  readonly text: string;
  /** Index of the passage that it begins in. */
  readonly passage: number;
  readonly words: readonly QuotedWord[];
}

/** A quotation longer than this is cut off: whoever forgets the closing mark quotes no chapter. In tokens. */
const LONGEST = 400;

/** The tokens of some passages, one after the other. */
export function tokensIn(passages: readonly Passage[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const passage of passages) for (const token of passage.tokens) tokens.push(token);
  return tokens;
}

/** The quotations of one block, given its passages and their tokens. Nested ones are part of the outer one. Linear in the block. */
export function quotationsIn(
  passages: readonly Passage[],
  text: string,
  lexicon: Lexicon,
  tokens: readonly Token[] = tokensIn(passages),
): Quotation[] {
  const marks = new Marks(tokens, text);
  const found: Quotation[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const kind = marks.opens(at);
    if (kind === null) continue;
    const end = closing(marks, at, kind, tokens.length);
    if (end === null) continue;
    const inside = tokens.slice(at + lengthOf(kind), end);
    const [first, last] = [inside[0], inside.at(-1)];
    if (first && last) {
      const passage = passages.find((each) => each.end > first.start)!;
      const span = { start: first.start, end: last.end };
      found.push({ ...span, text: text.slice(span.start, span.end), passage: passage.index, words: quotedWords(inside, text, lexicon) });
    }
    at = end + marks.closingLength(end, kind) - 1;
  }
  return found;
}

/**
 * `\u201c \u201d` and straight ones, single ones, `\u00ab \u00bb`, those of LaTeX (two grave accents and two apostrophes), and the German ones:
 * `\u201e \u201c`, which others close with `\u201d`, `\u201a \u2018`, and `\u00bb \u00ab`.
 */
type Kind = 'double' | 'single' | 'guillemets' | 'latex' | 'low' | 'lowSingle' | 'inward';

/** How many tokens an opening mark has. */
function lengthOf(kind: Kind): number {
  return kind === 'latex' ? 2 : 1;
}

/** Tells what each quotation mark of some tokens does. */
class Marks {
  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
  ) {}

  /** The kind of mark that opens there; null where none does. */
  opens(at: number): Kind | null {
    const token = this.tokens[at]!;
    const raw = this.text[token.start]!;
    const isLatex = token.text === '`' && this.isPair(at);
    if (token.text !== '"' && token.text !== "'" && token.text !== '`') return null;
    const next = this.tokens[at + (isLatex ? 2 : 1)];
    // French sets a space inside its marks.
    if (!next || (next.spaced && raw !== '\u00ab')) return null;
    if (next.kind === 'symbol' && !BEGINNERS.has(next.text)) return null;
    const isFree = at === 0 || token.spaced || OPENERS.has(this.tokens[at - 1]!.text);
    if (raw === '\u00ab') return 'guillemets';
    if (raw === '\u201e') return 'low';
    if (raw === '\u201a') return 'lowSingle';
    if (raw === '\u00bb') return isFree ? 'inward' : null;
    if (isLatex) return isFree ? 'latex' : null;
    if (token.text === '"') return raw === '\u201c' || (raw === '"' && isFree) ? 'double' : null;
    // `'90s` has no opening mark.
    return isFree && (raw === '\u2018' || raw === '`' || (raw === "'" && next.kind === 'word')) ? 'single' : null;
  }

  /** Whether a mark of some kind closes there. */
  closes(at: number, kind: Kind): boolean {
    const token = this.tokens[at]!;
    if (at === 0) return false;
    const raw = this.text[token.start]!;
    const next = this.tokens[at + 1];
    switch (kind) {
      case 'guillemets':
        return raw === '\u00bb';
      case 'inward':
        return raw === '\u00ab' && !token.spaced;
      case 'low':
        return raw === '\u201c' || raw === '\u201d';
      case 'lowSingle':
        return !token.spaced && (raw === '\u2018' || (raw === '\u2019' && next?.kind !== 'word'));
      case 'latex':
        return !token.spaced && (raw === '"' || (raw === "'" && this.isPair(at)));
      case 'double':
        return raw === '\u201d' || (raw === '"' && !token.spaced);
      case 'single': {
        const isEnd = !next || next.spaced || (next.kind === 'symbol' && next.text !== "'");
        return (raw === '\u2019' || raw === "'") && !token.spaced && isEnd;
      }
    }
  }

  /** How many tokens the mark has that closes there. */
  closingLength(at: number, kind: Kind): number {
    return kind === 'latex' && this.isPair(at) ? 2 : 1;
  }

  /** Whether the sign at a place stands there twice. */
  private isPair(at: number): boolean {
    const next = this.tokens[at + 1];
    return next !== undefined && !next.spaced && next.text === this.tokens[at]!.text;
  }

  /** Whether a single mark may be an apostrophe: `the workers' union`. */
  mayBePossessive(at: number): boolean {
    return this.tokens[at - 1]!.lower.endsWith('s') && this.tokens[at + 1]?.kind === 'word';
  }
}

/** Signs that a quotation may begin with. */
const BEGINNERS: ReadonlySet<string> = new Set(['[', '.', '\u2026', "'", '"', '$', '\u00a3', '\u20ac', '-', '#']);
/** Signs that a quotation may stand right behind. */
const OPENERS: ReadonlySet<string> = new Set(['(', '[', '-', '\u2013', '\u2014', '/', '"', "'"]);

/** The mark that ends what a mark opened; null where none does, or where that cannot be told. */
function closing(marks: Marks, start: number, kind: Kind, length: number): number | null {
  let doubtful: number | null = null;
  for (let at = start + 1; at < Math.min(length, start + LONGEST); at++) {
    if (marks.closes(at, kind)) {
      if (kind !== 'single' || !marks.mayBePossessive(at)) return at;
      doubtful ??= at;
    } else if (marks.opens(at) === kind) return doubtful;
  }
  return doubtful;
}

/** The words between two marks: without what stands in brackets, and with a note where words were left out. */
function quotedWords(tokens: readonly Token[], text: string, lexicon: Lexicon): QuotedWord[] {
  const inserted = insertionsIn(text, { start: tokens[0]!.start, end: tokens.at(-1)!.end });
  const words: QuotedWord[] = [];
  let next = 0;
  let isAfterGap = false;
  for (const [at, token] of tokens.entries()) {
    for (; inserted[next] && inserted[next]!.end <= token.start; next++) isAfterGap = true;
    const isInserted = inserted[next] !== undefined && token.start >= inserted[next]!.start;
    const isEllipsis = token.text === '\u2026' || (token.text === '.' && tokens[at + 1]?.text === '.');
    if (isInserted || isEllipsis) isAfterGap = true;
    const word = isInserted ? null : wordOf(token, lexicon);
    if (!word) continue;
    words.push({ start: word.start, end: word.end, form: word.form, isCapital: word.isCapital, isAfterGap });
    isAfterGap = false;
  }
  return words;
}

/** What stands in square brackets, which are not those of a link. The text is looked at itself: markup takes brackets for its own. */
function insertionsIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('[', start - 1); at >= 0 && at < end; ) {
    const close = text.indexOf(']', at);
    // A mark that the quotation opens with stands before its first token where markup hides it.
    if (close < 0 || close > end) break;
    if (text[close + 1] !== '(') found.push({ start: at, end: close + 1 });
    at = text.indexOf('[', close + 1);
  }
  return found;
}
