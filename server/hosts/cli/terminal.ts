/** What may be printed on a terminal, and how wide it is there. Texts and file names come from strangers. */

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** Marks that turn the direction of what follows; a text could hide or reorder words of the report with them. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const SURROGATE = /\p{Cs}/u;
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/;

/** The text on one line, without anything that a terminal would obey: control characters, marks of direction, halves of characters. */
export function clean(text: string): string {
  let shown = '';
  for (const char of text) {
    if (BREAK.test(char)) shown += ' ';
    else if (SURROGATE.test(char)) shown += '\ufffd';
    else if (!CONTROL.test(char) && !BIDI.test(char)) shown += char;
  }
  return shown;
}

/** Takes no column: combining marks, joiners and selectors. */
const NARROWEST = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Takes two columns, as Unicode's East Asian Width (UAX #11) has it of whole scripts, full-width forms and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const HALF_WIDTH = /[\uff61-\uffdc]/;

/** How many columns a cleaned text takes on a terminal. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text) if (!NARROWEST.test(char)) columns += WIDE.test(char) && !HALF_WIDTH.test(char) ? 2 : 1;
  return columns;
}

/** A part of a line made ready for printing: what stands before, the part itself, what stands after. All cleaned. */
export interface LinePart {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Most UTF-16 units shown of a line: what a terminal beside an editor has room for. */
const LONGEST_LINE = 120;
/** Most UTF-16 units shown on either side of the mark where the line is longer, and of the mark itself. */
const ROOM = 50;
const LONGEST_MARK = 80;

/** A span with what stands around it on its line, cut between words where that is long. Takes no longer in a long line than in a short one. */
export function linePart(text: string, span: { readonly start: number; readonly end: number }): LinePart {
  let from = lineStart(text, span.start, LONGEST_LINE);
  let end = span.start;
  while (end < span.end && end - span.start < LONGEST_MARK && !isLineEnd(text, end)) end++;
  let to = lineEnd(text, end, LONGEST_LINE);
  if (to - from > LONGEST_LINE) {
    from = lineStart(text, span.start, ROOM);
    to = lineEnd(text, end, ROOM);
  }
  let before = text.slice(from, span.start);
  let after = text.slice(end, to);
  if (from > 0 && !isLineEnd(text, from - 1)) before = `\u2026${before.slice(before.indexOf(' ') + 1)}`;
  if (to < text.length && !isLineEnd(text, to)) after = `${after.slice(0, after.includes(' ') ? after.lastIndexOf(' ') : undefined)}\u2026`;
  const marked = text.slice(span.start, end) + (end < span.end ? '\u2026' : '');
  return { before: squeezed(before).trimStart(), marked: clean(marked), after: squeezed(after).trimEnd() };
}

function lineStart(text: string, from: number, room: number): number {
  let at = from;
  while (at > 0 && from - at < room && !isLineEnd(text, at - 1)) at--;
  return at;
}

function lineEnd(text: string, from: number, room: number): number {
  let at = from;
  while (at < text.length && at - from < room && !isLineEnd(text, at)) at++;
  return at;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** Cleaned, with runs of spaces as one. */
function squeezed(text: string): string {
  let line = '';
  for (const char of clean(text)) if (char !== ' ' || !line.endsWith(' ')) line += char;
  return line;
}
