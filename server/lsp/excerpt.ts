/** Cuts what a source says around a figure or name out of its text, without markup and site furniture. */
import type { Analysis } from '../engine/analysis.ts';
import type { Prose, Span, Token } from '../engine/model.ts';

/** A piece of a passage: the figure or name itself, and the words before and after it. */
export interface Excerpt {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** A text with its passages: a source, or a draft. */
export interface Passages {
  readonly article: Pick<Prose, 'text'>;
  readonly analysis: Pick<Analysis, 'passages'>;
}

/** How many UTF-16 units of a passage are shown before and after the span. */
export interface Room {
  readonly before: number;
  readonly after: number;
}

const ELLIPSIS = '…';

/** The passage around a span, at most as long as there is room for, cut between words. Takes no longer than that, however long the passage. */
export function excerpt({ article, analysis }: Passages, passageIndex: number, span: Span, room: Room): Excerpt {
  const { text } = article;
  const tokens = analysis.passages[passageIndex]?.tokens ?? [];
  const first = firstFrom(tokens, span.start);
  let from = first;
  let to = first;
  while (to < tokens.length && tokens[to]!.start < span.end) to++;
  if (from === to) return { before: '', text: text.slice(span.start, span.end), after: '' };
  const last = to;
  while (from > 0 && tokens[first]!.start - tokens[from - 1]!.start <= room.before) from--;
  while (to < tokens.length && tokens[to]!.end - tokens[last - 1]!.end <= room.after) to++;
  // A cut comes where there was a space, so that no word or number loses a part.
  if (from > 0) while (from < first && !tokens[from]!.spaced) from++;
  if (to < tokens.length) while (to > last && !tokens[to]!.spaced) to--;
  const before = words(text, tokens, from, first);
  const after = words(text, tokens, last, to);
  return {
    before: (from > 0 ? ELLIPSIS : '') + before + gap(text, tokens, first, first > from),
    text: words(text, tokens, first, last),
    after: gap(text, tokens, last, to > last) + after + (to < tokens.length ? ELLIPSIS : ''),
  };
}

/** A whole passage on one line and without markup, and where in that its tokens from some offsets on are, as start and end. */
export function wholePassage({ article: { text }, analysis }: Passages, passageIndex: number, marked: ReadonlySet<number>) {
  const tokens = analysis.passages[passageIndex]?.tokens ?? [];
  const marks: (readonly [number, number])[] = [];
  let said = '';
  for (const [at, { start, end }] of tokens.entries()) {
    said += gap(text, tokens, at, at > 0);
    const from = said.length;
    said += text.slice(start, end).replace(/\s+/gu, ' ');
    if (marked.has(start)) marks.push([from, said.length]);
  }
  return { text: said, marks };
}

function words(text: string, tokens: readonly Token[], from: number, to: number): string {
  let said = '';
  for (let at = from; at < to; at++) said += gap(text, tokens, at, at > from) + text.slice(tokens[at]!.start, tokens[at]!.end);
  return said;
}

/** A space where white space stands between a token and the one before it, whatever else was left out there. */
function gap(text: string, tokens: readonly Token[], at: number, shown: boolean): string {
  if (!shown || !tokens[at]!.spaced) return '';
  const between = text.slice(tokens[at - 1]!.end, tokens[at]!.start);
  return /\s/.test(between) ? ' ' : '';
}

/** Index of the first token that ends after an offset. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
