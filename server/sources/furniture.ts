/** Site furniture in an article's text: appeals, labels, links, and page headers repeated in the middle of it. */
import type { Span } from '../engine/model.ts';
import type { Line } from './lines.ts';
import { furnitureKind } from './phrases.ts';

/** No page header is longer, in UTF-16 units. */
const HEADER = 160;
/** So many times a line must stand alone before repetition itself makes it a page header. */
const TIMES = 3;
/** So many lines between two appeals at a text's end belong to them. */
const BETWEEN = 2;

/** The spans of `lines` that are furniture. `title` is the article's title and its line: the line stays, its repetitions go. */
export function furnitureOf(lines: readonly Line[], title: string | null, titleLine: Line | null): Span[] {
  const found = new Set<Line>();
  let goesOn = false;
  for (const [index, line] of lines.entries()) {
    if (line === titleLine) continue;
    const kind = furnitureKind(line.plain);
    if (kind !== null || isBreadcrumb(line) || (goesOn && !line.first && continuesLine(lines[index - 1]!, line))) {
      found.add(line);
      goesOn = true;
    } else goesOn = false;
  }
  addBetweenAppeals(lines, found);
  addHeaders(lines, title, titleLine, found);
  return [...found].map(({ start, end }) => ({ start, end }));
}

/** `- Magazine - 2022 - January 2022 -`: a trail of links set between dashes. */
function isBreadcrumb({ text }: Line): boolean {
  return text.length < 200 && text.startsWith('- ') && text.endsWith(' -') && text.indexOf(' - ', 2) > 0;
}

/** Whether a hard-wrapped line of furniture goes on in the next: it is cut in the middle of a phrase. */
function continuesLine(before: Line, line: Line): boolean {
  return /^[\p{Ll}]/u.test(line.plain) || / (?:the|a|an|of|to|and|for|our|in|on|at|by|with|your)$/.test(before.plain.toLowerCase());
}

/** At a text's end, a line or two without a figure between two appeals belong to them. */
function addBetweenAppeals(lines: readonly Line[], found: Set<Line>): void {
  let appeal = -1;
  for (const [index, line] of lines.entries()) {
    if (!found.has(line) || furnitureKind(line.plain) !== 'appeal') continue;
    const between = lines.slice(appeal + 1, index);
    const near = appeal >= 0 && between.length <= BETWEEN && lines.length - index <= 12;
    if (near && between.every(({ text }) => !/\d/.test(text))) for (const inside of between) found.add(inside);
    appeal = index;
  }
}

/** Page headers: the title again, a line that stands alone three times or more, or a repeated line or page number that cuts a sentence. */
function addHeaders(lines: readonly Line[], title: string | null, titleLine: Line | null, found: Set<Line>): void {
  const counts = new Map<string, number>();
  for (const { plain } of lines) if (plain.length <= HEADER) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.plain.length > HEADER || line === titleLine) continue;
    const count = counts.get(line.plain)!;
    const again = seen.has(line.plain) || (titleLine !== null && line.plain === titleLine.plain && line.start > titleLine.start);
    seen.add(line.plain);
    const alone = line.first && line.last && !/[.!?\u2026:"\u201d]$/.test(line.plain);
    const isTitle = line.plain === title && (again || (titleLine !== null && line.start > titleLine.start));
    const numbered = /^(?:[-\u2013] ?)?\d{1,4}(?: ?[-\u2013])?$/.test(line.plain);
    const repeated = alone && again && count >= TIMES;
    if ((isTitle && index > 0) || repeated || ((count > 1 || numbered) && cuts(lines, index))) found.add(line);
  }
}

/** Whether a line stands in the middle of a sentence: what is before it has no end, and what is after it begins small. */
function cuts(lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1];
  const after = lines[index + 1];
  const { first, last } = lines[index]!;
  if (!before || !after || !first || !last) return false;
  return !/[.!?\u2026:;]["'\u2019\u201d)\]]*$/.test(before.plain.slice(-6)) && /^["'\u2018\u201c(]?\p{Ll}/u.test(after.plain);
}
