/** Running headers and footers: what a document's pages repeat at their margins, and the page numbers printed there. */
import type { PageLine } from './lines.ts';

/** One page as it was read. */
export interface Page {
  readonly lines: readonly PageLine[];
  readonly height: number;
}

/** What the margins hold. */
export interface Margins {
  /** By page, the lines that are no part of the text. */
  readonly dropped: readonly ReadonlySet<PageLine>[];
  /** By page, the number printed on it; null where none is, or the numbers do not count up with the pages. */
  readonly printed: readonly (string | null)[];
  /** The address that browsers print at a page's foot; null for none. */
  readonly url: string | null;
}

/** So many lines at a page's top and foot may be its header and footer. */
const LINES = 3;
/** How far into a page its margins reach, as a share of its height. */
const REACH = 0.14;
/** A line that is repeated on so many of the pages is a running one. */
const SHARE = 0.3;

export function marginsOf(pages: readonly Page[]): Margins {
  const margins = pages.map(marginLines);
  const counts = new Map<string, number>();
  for (const lines of margins) for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length * SHARE);
  const numbers = margins.map((lines) => lines.flatMap(numberIn));
  const offset = offsetOf(numbers);
  const dropped = margins.map(
    (lines) => new Set(lines.filter((line) => counts.get(keyOf(line))! >= least || isPageNumber(line.text) || addressIn(line) !== null)),
  );
  const printed = numbers.map((found, index) => {
    const number = offset === null ? undefined : found.find((each) => each === index + 1 + offset);
    return number === undefined ? null : String(number);
  });
  return {
    dropped,
    printed,
    url:
      margins
        .flat()
        .map(addressIn)
        .find((url) => url !== null) ?? null,
  };
}

/** The lines in a page's margins, the outermost. */
function marginLines({ lines, height }: Page): PageLine[] {
  const byHeight = [...lines].sort((a, b) => a.baseline - b.baseline);
  const top = byHeight.slice(0, LINES).filter(({ baseline }) => baseline < height * REACH);
  const foot = byHeight.slice(-LINES).filter(({ baseline }) => baseline > height * (1 - REACH));
  return [...new Set([...top, ...foot])];
}

/** The same header has another number on each page, and stands at the same height. */
function keyOf({ text, baseline }: PageLine): string {
  return `${Math.round(baseline / 4)} ${text.trim().toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')}`;
}

function isPageNumber(text: string): boolean {
  return /^(?:[-\u2013\u2014|]\s?)?(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s?(?:\/|of)\s?\d{1,4})?(?:\s?[-\u2013\u2014|])?$/i.test(
    text.trim(),
  );
}

/** The numbers in a line of a margin that may be its page's. */
function numberIn({ text }: PageLine): number[] {
  const plain = text.trim();
  const counted = /(\d{1,4})\s?(?:\/|of)\s?\d{1,4}$/.exec(plain);
  if (counted) return [Number(counted[1])];
  return [/^[^\p{L}\d]*(?:page\s)?(\d{1,4})(?!\S)/iu.exec(plain), /(?<!\S)(\d{1,4})[^\p{L}\d]*$/u.exec(plain)].flatMap((found) =>
    found ? [Number(found[1])] : [],
  );
}

/** By how much the printed numbers run ahead of the pages' own, where at least half of two pages or more agree on it. */
function offsetOf(numbers: readonly (readonly number[])[]): number | null {
  const counts = new Map<number, number>();
  for (const [index, found] of numbers.entries())
    for (const each of new Set(found)) counts.set(each - index - 1, (counts.get(each - index - 1) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= Math.max(2, numbers.length * 0.5) ? best[0] : null;
}

function addressIn({ text }: PageLine): string | null {
  return /^(https?:\/\/[^\s<>]{4,2000})(?:\s+\d{1,4}\s?\/\s?\d{1,4})?$/.exec(text.trim())?.[1] ?? null;
}
