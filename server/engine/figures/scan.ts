/** Finds the figures of a passage: every quantity mention with its hedge, interval, unit and exact offsets. */
import type { HedgeWord } from '../lexicon/numbers.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Passage, Prose, Token } from '../model.ts';
import { readMention, readUndated } from './core.ts';
import { readDate } from './dates.ts';
import { skipNever } from './never.ts';
import { hedged, isNumeric, type Mention } from './quantity.ts';
import { isChange, joinRange, type Range } from './ranges.ts';
import { Reader } from './reader.ts';
import { mayStart, startersOf } from './starters.ts';

/** Hedges in front of one figure: `at least some 60`. */
const MOST_HEDGES = 3;
const NOWHERE = -2;

/** The figures of a passage, in order, never overlapping. Linear in the passage's tokens. */
export function findFigures(passage: Passage, prose: Prose, lexicon: Lexicon): Figure[] {
  const { tokens, origin } = withoutEscapes(passage.tokens, prose.text);
  const starters = startersOf(lexicon.numbers);
  let at = 0;
  while (at < tokens.length && !mayStart(tokens, at, starters)) at++;
  // Half of all passages have no figure, nor anything that looks like one.
  if (at === tokens.length) return [];
  const r = new Reader(tokens, lexicon.numbers, passage.kind === 'heading' || allCapitals(tokens), passage.kind === 'cell');
  const figures: Figure[] = [];
  let century = 0;
  // Where the first of `from X to Y` ends.
  let opened = NOWHERE;
  while (at < tokens.length) {
    if (!mayStart(tokens, at, starters)) {
      at++;
      continue;
    }
    const found = figureAt(r, at, century);
    if (!found) {
      at = Math.max(at + 1, skipNever(r, at));
      continue;
    }
    const { range, start, hedge } = found;
    const quantity = hedged(range.quantity, hedge, range.kind);
    if (quantity.dimension === 'year' && quantity.low >= 1000) century = Math.floor(quantity.low / 100) * 100;
    const span = { start: tokens[start]!.start, end: tokens[range.end - 1]!.end };
    figures.push({
      ...span,
      text: prose.text.slice(span.start, span.end),
      quantity,
      passage: passage.index,
      tokens: { start: origin ? origin[start]! : start, end: (origin ? origin[range.end - 1]! : range.end - 1) + 1 },
      marker: start === opened + 1 ? 'to' : markerOf(r, start, range),
    });
    opened = range.paired && figures.at(-1)!.marker === 'from' ? range.end : NOWHERE;
    at = Math.max(range.next, range.end);
  }
  return figures;
}

interface Found {
  /** Where the figure begins, its hedge included. */
  readonly start: number;
  readonly range: Range;
  readonly hedge: HedgeWord | null;
}

function figureAt(r: Reader, at: number, century: number): Found | null {
  let core = at;
  let hedge: HedgeWord | null = null;
  for (let count = 0; count < MOST_HEDGES; count++) {
    const match = r.phrase(r.words.hedgesBefore, core);
    if (!match || !isHedge(r, core)) break;
    // `swept over about 135,000 acres` is no more than that.
    const isPlace = match.value === 'about' && r.in(r.words.over, core - 1);
    if (hedge === null || hedge === 'about' || isPlace) hedge = match.value;
    core = match.end;
  }
  // `up to a 30% increase`
  if (core > at && r.in(r.words.links.article, core) && r.number(core + 1)) core++;
  const first = readDate(r, core) ?? (skipNever(r, core) > core ? null : readUndated(r, core, century, core > at));
  if (!first) return null;
  const bare = isNumeric(first.quantity) && first.quantity.dimension !== 'year' && first.quantity.dimension !== 'ordinal';
  // `Sales rose over 2019`, `before` and `by` a date: only `about` hedges a time.
  if (hedge !== null && hedge !== 'about' && !bare) return null;
  const range = joinRange(r, first, century);
  if (range === null) return null;
  return { start: core > at ? at : range.start, range, hedge: hedge ?? range.hedge };
}

/** Whether a word that could hedge does: `up to` after a verb of motion is a direction, `over three days` may be a stretch of time. */
function isHedge(r: Reader, at: number): boolean {
  const { words } = r;
  if (words.links.to.has(r.lower(at + 1)) && words.goesUp.has(r.lower(at - 1))) return false;
  if (!words.over.has(r.lower(at)) || words.beforeOver.has(r.lower(at - 1))) return true;
  const next = readMention(r, at + 1, 0, false);
  return !(next && isNumeric(next.quantity) && next.quantity.dimension === 'duration');
}

function markerOf(r: Reader, start: number, range: Range): Figure['marker'] {
  const { words } = r;
  const isDuration = isNumeric(range.quantity) && range.quantity.dimension === 'duration';
  if (isDuration && (r.in(words.links.ago, range.end) || r.phrase(words.passedSince, range.end))) return 'ago';
  if (isDuration && r.in(words.links.apart, range.end) && !r.word(range.end + 1)) return 'apart';
  // `from nearly 40% to only 12%`
  const before = r.in(words.onlyWords, start - 1) ? start - 2 : start - 1;
  const time = !isNumeric(range.quantity) || range.quantity.dimension === 'year';
  const from = r.in(words.links.from, before);
  const to = time ? r.in(words.links.to, before) : r.lower(before) === 'to';
  if (!from && !to) return null;
  if (range.paired) return from ? 'from' : 'to';
  if (time) return to && isSecondOfStretch(r, before) ? 'to' : from && opensStretch(r, range) ? 'from' : null;
  return isChange(r, before) ? (from ? 'from' : 'to') : null;
}

function opensStretch(r: Reader, range: Mention): boolean {
  return r.in(r.words.links.to, range.end);
}

/** Whether the `to` at `at` closes what a `from` opened not long before. */
function isSecondOfStretch(r: Reader, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 8; i--) if (r.in(r.words.links.from, i)) return true;
  return false;
}

/** In a text all in capitals they tell no names. */
function allCapitals(tokens: readonly Token[]): boolean {
  let words = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    if (token.text !== token.text.toUpperCase()) return false;
    words++;
  }
  return words > 2;
}

/**
 * The tokens without Markdown's escapes (`US\$5`), and their positions among all; the token behind one is glued to the token before it.
 * An escape may also have been left out already, so that only the text shows it.
 */
function withoutEscapes(tokens: readonly Token[], text: string): { tokens: readonly Token[]; origin: readonly number[] | null } {
  const isPlain = tokens.length === 0 || !text.slice(tokens[0]!.start, tokens.at(-1)!.end).includes('\\');
  if (isPlain || !tokens.some((_, index) => isEscaped(tokens, index, text))) return { tokens, origin: null };
  const kept: Token[] = [];
  const origin: number[] = [];
  let escaped = false;
  tokens.forEach((token, index) => {
    if (token.text === '\\') {
      escaped = !token.spaced;
      return;
    }
    const behind = tokens[index - 1]?.text === '\\' && !token.spaced;
    kept.push(behind || isEscaped(tokens, index, text) ? { ...token, spaced: behind ? !escaped : false } : token);
    origin.push(index);
  });
  return { tokens: kept, origin };
}

/** Whether a token is an escape, or stands behind one that only the text shows. */
function isEscaped(tokens: readonly Token[], index: number, text: string): boolean {
  const token = tokens[index]!;
  if (token.text === '\\') return true;
  if (index === 0 || !token.spaced) return false;
  const { end } = tokens[index - 1]!;
  return token.start === end + 1 && text[end] === '\\';
}
