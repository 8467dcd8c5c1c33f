/** Small work on spans: lines of a text, and unions of spans. */
import type { Span } from '../model.ts';

/** A line without its line break; `next` is where the following line starts. */
export interface Line extends Span {
  readonly next: number;
}

/** The lines of `text` from `start` on. LF, CRLF and a lone CR break lines. Linear in the text. */
export function* linesOf(text: string, start = 0): Generator<Line, void, void> {
  let feed = text.indexOf('\n', start);
  let carriage = text.indexOf('\r', start);
  let at = start;
  while (at < text.length) {
    if (feed >= 0 && feed < at) feed = text.indexOf('\n', at);
    if (carriage >= 0 && carriage < at) carriage = text.indexOf('\r', at);
    const ends = carriage >= 0 && (feed < 0 || carriage < feed) ? carriage : feed;
    const end = ends < 0 ? text.length : ends;
    const next = end === carriage && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length);
    yield { start: at, end, next };
    at = next;
  }
}

/** The spans' union: ascending, disjoint, not empty. Spans that touch become one. */
export function union(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** Index of the first of `spans` (ascending, disjoint) that ends after `offset`. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const SPACE = /[\s\u200b\u2060\ufeff]/;

/** Whether the UTF-16 unit at `offset` is white space of any kind, the invisible kinds included. */
export function isSpaceAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  // What most texts are made of needs no table.
  return code > 0x20 && code < 0x80 ? false : SPACE.test(text.charAt(offset));
}

/** The span without white space at its ends; empty where it holds nothing else. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpaceAt(text, start)) start++;
  while (end > start && isSpaceAt(text, end - 1)) end--;
  return { start, end };
}

/** How much of a block is read at once, in UTF-16 units. */
const WINDOW = 65_536;
/** How far back a window's end looks for white space to be cut at. */
const LOOK_BACK = 1024;

/** The span in pieces of bounded length, cut at white space where there is any near, and never inside a surrogate pair. */
export function* windowsOf(text: string, span: Span, size = WINDOW): Generator<Span, void, void> {
  for (let { start } = span; start < span.end; ) {
    const end = windowEnd(text, start, span.end, size);
    yield { start, end };
    start = end;
  }
}

/** Where a window of `size` from `start` ends: at white space where there is any near, and never inside a surrogate pair. */
export function windowEnd(text: string, start: number, limit: number, size = WINDOW): number {
  if (limit - start <= size) return limit;
  const end = start + size;
  for (let at = end; at > end - Math.min(LOOK_BACK, size / 2); at--) if (isSpaceAt(text, at)) return at;
  const code = text.charCodeAt(end);
  return code >= 0xdc00 && code < 0xe000 ? end - 1 : end;
}
