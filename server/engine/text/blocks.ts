/** What a block's own words tell about its kind: headings without markup, captions, numbering. */
import type { TextWords } from '../lexicon/text.ts';
import type { Span } from '../model.ts';

/** Longest line, in UTF-16 units, that is taken for a heading without being marked up as one. */
const HEADING = 100;
/** Longest block, in UTF-16 units, that is looked at for a picture's credit. */
const CAPTION = 400;
const LETTER = /\p{L}/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\d/;
const OPENER = /["'\u2018\u201a\u201c\u201e\u00ab\u00bb([\u00bf\u00a1*_]/;
const CLOSER = /["'\u2018\u2019\u201c\u201d\u00ab\u00bb)\]*_]/;
const TERMINAL = /[.!?\u2026:;\u3002\uff01\uff1f]/;

/** The offset of the first character that is no quote, bracket or emphasis mark. */
export function afterOpeners(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && OPENER.test(text.charAt(at))) at++;
  return at;
}

/** Whether the span begins, inside any quotes, with a small letter. */
export function startsSmall(text: string, span: Span): boolean {
  const at = afterOpeners(text, span);
  return at < span.end && LOWER.test(text.charAt(at));
}

/** Whether the span ends, inside any quotes, with a mark that ends a sentence or announces something. */
export function endsSentence(text: string, { start, end }: Span): boolean {
  let at = end;
  while (at > start && CLOSER.test(text.charAt(at - 1))) at--;
  return at > start && TERMINAL.test(text.charAt(at - 1));
}

/** The last run of letters of the span, in lower case; empty where it ends with something else. */
export function lastWord(text: string, { start, end }: Span): string {
  let at = end;
  // No function word has more than 40 letters, and what is longer is nobody's word.
  while (at > start && end - at < 40 && LETTER.test(text.charAt(at - 1))) at--;
  return text.slice(at, end).toLowerCase();
}

/** Whether a line that stands alone reads as a heading: short, capitalised, and neither a sentence nor cut off. */
export function isHeading(text: string, line: Span, words: TextWords): boolean {
  if (line.end - line.start > HEADING || (endsSentence(text, line) && !endsAbbreviated(text, line, words))) return false;
  if (text.charAt(line.end - 1) === ',' || words.dangling.has(lastWord(text, line))) return false;
  const first = text.charAt(afterOpeners(text, line));
  return DIGIT.test(first) || (LETTER.test(first) && !LOWER.test(first));
}

/** Whether the line's only full stops are those of an abbreviation that it ends with (`Solidarity in the U.S.`). */
function endsAbbreviated(text: string, { start, end }: Span, words: TextWords): boolean {
  const line = text.slice(start, end);
  const last = line.slice(line.lastIndexOf(' ') + 1);
  return last.endsWith('.') && words.closers.has(last.slice(0, -1).toLowerCase()) && !TERMINAL.test(line.slice(0, -last.length));
}

/** Whether a block is a picture's caption or credit: it names the photograph (`(Photo: A. Smith)`), or is an `Agency/First Last` line. */
export function isCaption(text: string, block: Span, words: TextWords): boolean {
  if (block.end - block.start > CAPTION) return false;
  const line = text.slice(afterOpeners(text, block), block.end);
  if (namesCredit(line, 0, words)) return true;
  for (let open = line.indexOf('('); open >= 0; open = line.indexOf('(', open + 1)) if (namesCredit(line, open + 1, words)) return true;
  for (let colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    const word = lastWord(line, { start: 0, end: colon });
    if (words.credits.has(word) && UPPER.test(line.charAt(colon - word.length))) return true;
  }
  return isCredit(line);
}

function namesCredit(line: string, from: number, words: TextWords): boolean {
  let end = from;
  while (end < line.length && LETTER.test(line.charAt(end))) end++;
  if (!words.credits.has(line.slice(from, end).toLowerCase())) return false;
  const rest = line.slice(end, end + 12).toLowerCase();
  return rest.startsWith(':') || rest.startsWith(' by ') || rest.startsWith(' credit') || rest.startsWith(' courtesy');
}

/** `Reuters/Jane Doe`: two or more capitalised words, one slash between letters, nothing else. */
function isCredit(line: string): boolean {
  const slash = line.indexOf('/');
  if (slash <= 0 || line.length > 80 || line.indexOf('/', slash + 1) >= 0) return false;
  const parts = line.split(/[ /]/);
  return (
    parts.length > 2 && parts.length < 8 && parts.every((part) => UPPER.test(part.charAt(0)) && LETTER.test(part.charAt(part.length - 1)))
  );
}

/** The numbering that a heading opens with (`3.1 `, `2. `), or an empty span: `1.5 million displaced` has none. */
export function headingNumber(text: string, heading: Span, words: TextWords): Span {
  const none = { start: heading.start, end: heading.start };
  let at = heading.start;
  let points = 0;
  while (at < heading.end && at - heading.start < 20 && /[\d.]/.test(text.charAt(at))) {
    if (text.charAt(at) === '.') points++;
    at++;
  }
  if (text.charAt(at) === ')') {
    points++;
    at++;
  }
  const numbering = { start: heading.start, end: at };
  while (at < heading.end && /[ \t]/.test(text.charAt(at))) at++;
  if (points === 0 || at === numbering.end || !UPPER.test(text.charAt(at))) return none;
  let end = at;
  while (end < heading.end && end - at < 20 && LETTER.test(text.charAt(end))) end++;
  return words.scales.has(text.slice(at, end).toLowerCase()) ? none : numbering;
}
