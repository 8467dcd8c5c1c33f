/** Site furniture in an article's text: appeals, labels, links, and page headers repeated in the middle of it. */
import type { Span } from '../engine/model.ts';
import type { Line } from './lines.ts';
import { furnitureKind } from './phrases.ts';

/** No page header is longer, in UTF-16 units. */
const HEADER = 160;
/** So many times a line must stand alone before repetition itself makes it a page header. */
const TIMES = 3;
/** No more lines than this make up the foot of one page and the head of the next. */
const IN_A_ROW = 4;
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
  return /^[\p{Ll}]/u.test(line.plain) || endsInPhrase(before);
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

/** Page headers: the title again, a line that stands alone three times or more, and repeated lines and page numbers that cut a sentence. */
function addHeaders(lines: readonly Line[], title: string | null, titleLine: Line | null, found: Set<Line>): void {
  const counts = new Map<string, number>();
  for (const { plain } of lines) if (plain.length <= HEADER) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  const seen = new Set<string>();
  /** Lines in a row that would be headers if they cut a sentence. */
  let run: Line[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    if (run.length > 0 && run.length <= IN_A_ROW && before && cuts(before, line)) for (const inside of run) found.add(inside);
    const count = line.plain.length <= HEADER && line !== titleLine ? counts.get(line.plain)! : 0;
    const again = seen.has(line.plain) || line.plain === titleLine?.plain;
    seen.add(line.plain);
    if (count > 0 && again && titleLine !== null && line.start > titleLine.start && line.plain === title) found.add(line);
    if (count >= TIMES && again && isAlone(line) && !endsSentence(line)) found.add(line);
    if (found.has(line) || (isAlone(line) && (count > 1 || isPageNumber(line)))) run.push(line);
    else {
      before = line;
      run = [];
    }
  }
}

/** Words that stand before another, so that no line is complete with them. */
const BEFORE_ANOTHER = new Set(
  'the a an of to and or but for in on at by with from into than that about over under between our your their his her its'.split(' '),
);

function endsInPhrase({ plain }: Line): boolean {
  const word = plain.slice(-12).split(' ').at(-1)!;
  return word.length < 12 && BEFORE_ANOTHER.has(word);
}

function isAlone({ first, last }: Line): boolean {
  return first && last;
}

/** `14` or `- 14 -`. */
function isPageNumber({ plain }: Line): boolean {
  return /^(?:[-\u2013] ?)?\d{1,4}(?: ?[-\u2013])?$/.test(plain);
}

function endsSentence({ plain }: Line): boolean {
  return /[.!?\u2026:;]["'\u2019\u201d)\]]{0,3}$/.test(plain.slice(-6));
}

/** Whether a sentence goes on from one line to another: the first does not end it, and the second begins small, or the first
 * ends with a word that nothing ends with. */
function cuts(before: Line, after: Line): boolean {
  return endsInPhrase(before) || (!endsSentence(before) && /^["'\u2018\u201c(]?\p{Ll}/u.test(after.plain));
}
