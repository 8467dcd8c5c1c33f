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

/** A part of a text made ready for one line: what stands before, the part itself, what stands after. All cleaned. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Most UTF-16 units shown on either side of a figure, and of the figure itself: together a line of a wide terminal. */
const ROOM = 60;
const LONGEST_MARK = 80;

/** The marked span with what stands around it inside `bounds`, cut at words where that is long. Takes the same time in a text of any length. */
export function excerpt(
  text: string,
  span: { readonly start: number; readonly end: number },
  bounds: { readonly start: number; readonly end: number },
): Excerpt {
  const end = Math.min(span.end, span.start + LONGEST_MARK, bounds.end);
  const from = Math.max(bounds.start, span.start - ROOM);
  const to = Math.min(bounds.end, end + ROOM);
  let before = text.slice(from, span.start);
  let after = text.slice(end, to);
  if (from > bounds.start) before = `\u2026${before.slice(wordStart(before))}`;
  if (to < bounds.end) after = `${after.slice(0, wordEnd(after))}\u2026`;
  const marked = text.slice(span.start, end);
  return { before: squeeze(before, 'start'), marked: clean(end < span.end ? `${marked}\u2026` : marked), after: squeeze(after, 'end') };
}

/** The line that a position stands in, as far as an excerpt around it could reach. */
export function lineAround(text: string, span: { readonly start: number; readonly end: number }): { start: number; end: number } {
  let start = span.start;
  while (start > 0 && span.start - start <= ROOM && !isLineEnd(text, start - 1)) start--;
  let end = span.start;
  const limit = Math.min(text.length, Math.min(span.end, span.start + LONGEST_MARK) + ROOM + 1);
  while (end < limit && !isLineEnd(text, end)) end++;
  return { start, end };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function wordStart(text: string): number {
  const space = text.indexOf(' ');
  return space < 0 ? 0 : space + 1;
}

function wordEnd(text: string): number {
  const space = text.lastIndexOf(' ');
  return space < 0 ? text.length : space;
}

/** Runs of white space become one space; the outer end loses its own. */
function squeeze(text: string, outer: 'start' | 'end'): string {
  let squeezed = '';
  for (const char of clean(text)) if (char !== ' ' || !squeezed.endsWith(' ')) squeezed += char;
  return outer === 'start' ? squeezed.trimStart() : squeezed.trimEnd();
}
