/** A figure of a draft with the paragraph around it: what a new wording is tried out in before it is offered. */
import { inCommonUnit } from '../compare/units.ts';
import { findFigures } from '../figures/scan.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, DateQuantity, Figure, MarkupLanguage, NumericQuantity, Passage, Prose, Quantity, Span } from '../model.ts';
import { passagesOf } from '../text/passages.ts';
import { plainTextOf } from './plain.ts';

/** A text replaced by another, of which `figure` is the part that states a figure. */
export interface Rewording extends Span {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

/** How far around a figure its paragraph is looked at, in UTF-16 units: further than any sentence that is read. */
const REACH = 2000;

export class FigureInDraft {
  /** The paragraph, and where it begins in the draft. */
  readonly text: string;
  readonly offset: number;
  /** The figure in it, and the passage that it stands in. */
  readonly figure: Figure;
  readonly passage: Passage;
  private readonly others: readonly Figure[];

  private constructor(
    read: Reading,
    own: Figure,
    private readonly language: MarkupLanguage,
    readonly lexicon: Lexicon,
    offset: number,
  ) {
    this.text = read.text;
    this.offset = offset;
    this.figure = own;
    this.passage = read.passages[own.passage]!;
    this.others = read.figures.filter((figure) => figure !== own);
  }

  /** Null where no figure stands exactly there. */
  static at(text: string, span: Span, language: MarkupLanguage, lexicon: Lexicon): FigureInDraft | null {
    // A paragraph inside a list is taken for code by itself: then what stands before it tells.
    for (const around of [paragraphAround(text, span), within(text, span)]) {
      const read = readAll(text.slice(around.start, around.end), language, lexicon);
      const own = read.figures.find(({ start, end }) => start + around.start === span.start && end + around.start === span.end);
      if (own) return new FigureInDraft(read, own, language, lexicon, around.start);
    }
    return null;
  }

  /**
   * How the figure reads when it is reworded: in a clean line, without markup; null where it would not be read as the quantity that is
   * meant, or another figure would be read differently.
   */
  tried({ start, end, before, figure, after }: Rewording, meant: Quantity, given: Quantity): string | null {
    const inserted = before + figure + after;
    const shift = inserted.length - (end - start);
    const read = readAll(this.text.slice(0, start) + inserted + this.text.slice(end), this.language, this.lexicon);
    const from = start + before.length;
    const own = read.figures.find((each) => each.start >= from && each.end <= from + figure.length);
    if (!own || !states(own.quantity, meant, this.figure.quantity, given) || own.marker !== this.figure.marker) return null;
    const rest = read.figures.filter((each) => each !== own);
    const isKept = this.others.every((other, index) => {
      const now = rest[index];
      return now?.text === other.text && now.start === (other.start < start ? other.start : other.start + shift);
    });
    if (!isKept || rest.length !== this.others.length) return null;
    return plainTextOf(read.passages[own.passage]!.tokens.slice(own.tokens.start, own.tokens.end), read.text);
  }
}

interface Reading {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly figures: readonly Figure[];
}

function readAll(text: string, language: MarkupLanguage, lexicon: Lexicon): Reading {
  const prose: Prose = { text, language, date: null, omitted: [] };
  const work = passagesOf(prose, lexicon);
  let step = work.next();
  while (!step.done) step = work.next();
  return { text, passages: step.value, figures: step.value.flatMap((passage) => findFigures(passage, prose, lexicon)) };
}

/** All that is looked at around a span: whole lines, where they are not too long. */
function within(text: string, span: Span): Span {
  const from = Math.max(0, span.start - REACH);
  const line = from === 0 ? 0 : text.indexOf('\n', from) + 1;
  return { start: line > 0 && line <= span.start ? line : from, end: Math.min(text.length, span.end + REACH) };
}

/** The lines around a span up to the empty ones, or as far as is looked at. */
function paragraphAround(text: string, span: Span): Span {
  let { start, end } = within(text, span);
  const from = start;
  for (const { 0: feeds, index } of text.slice(from, span.start).matchAll(/\n[ \t]*\r?\n/g)) start = from + index + feeds.length;
  const behind = text.slice(span.end, end).search(/\n[ \t]*\r?\n/);
  if (behind >= 0) end = span.end + behind + 1;
  return { start, end };
}

/**
 * Whether a figure as it is read states what is meant. `old` is what was read in its place before, and `given` what that was understood
 * to be: where the unit is told elsewhere, neither of the two that are read has it.
 */
function states(read: Quantity, meant: Quantity, old: Quantity, given: Quantity): boolean {
  if (read.dimension === 'date' || meant.dimension === 'date') {
    return read.dimension === 'date' && meant.dimension === 'date' && given.dimension === 'date' && dateStates(read, meant, given);
  }
  if (read.hedge !== meant.hedge) return false;
  const common = inCommonUnit(read, meant);
  if (common) return isEqual(...common);
  return read.dimension === old.dimension && old.dimension === 'count' && given.dimension === meant.dimension && isEqual(read, meant);
}

function isEqual(a: NumericQuantity, b: NumericQuantity): boolean {
  return (
    close(a.low, b.low) && close(a.high, b.high) && (a.value === null ? b.value === null : b.value !== null && close(a.value, b.value))
  );
}

/** What binary fractions leave of a conversion. */
const EPSILON = 1e-9;

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= EPSILON * Math.max(Math.abs(a), Math.abs(b));
}

/** A date may leave out what the source states; all it states must be the source's, but for a year of the draft's that the source leaves open. */
function dateStates(read: DateQuantity, meant: DateQuantity, given: DateQuantity): boolean {
  const holds = (a: CalendarDate, b: CalendarDate, c: CalendarDate) =>
    (a.month === null || a.month === b.month) &&
    (a.day === null || a.day === b.day) &&
    (a.year === null || a.year === b.year || (b.year === null && a.year === c.year));
  return read.hedge === meant.hedge && holds(read.from, meant.from, given.from) && holds(read.to, meant.to, given.to);
}
