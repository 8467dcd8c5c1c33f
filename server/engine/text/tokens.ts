/** Cuts text into tokens: words, numbers with their separators, and single symbols. Linear in the text. */
import type { Span, Token, TokenKind } from '../model.ts';

const WORD = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /[\s\u200b\u2060\ufeff]/u;
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201a': "'",
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u00ad': '',
};

/** Classes of characters. */
const OTHER = 1;
const LETTERS = 2;
const DIGITS = 3;
const BLANK = 4;
/** By UTF-16 unit the class of the character that it is, 0 where nobody asked yet. */
const classes = new Uint8Array(0x10000);

/** The class of the character at `at`, which is one or two UTF-16 units long. */
function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const isPair = code >= 0xd800 && code < 0xdc00;
  const known = isPair ? 0 : classes[code]!;
  if (known) return known;
  const char = charAt(text, at);
  const found = SPACE.test(char) ? BLANK : WORD.test(char) ? LETTERS : DIGIT.test(char) ? DIGITS : OTHER;
  if (!isPair) classes[code] = found;
  return found;
}

function lengthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 ? charAt(text, at).length : 1;
}

/** What may stand inside a word between two letters: apostrophes (`Nazarbayev's`) and soft hyphens. Other hyphens cut, so that parts can be read. */
function isInWord(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x02bc || code === 0xad;
}

/** Shows a place to break a line, and is nothing to a reader. */
const SOFT_HYPHEN = '\u00ad';

/** What a token is without its place. Most texts say few words often: their forms are shared, and compare by identity. */
interface Form {
  readonly text: string;
  readonly lower: string;
}

const forms = new Map<string, Form>();
/** So many forms are held before all are let go. */
const MOST_FORMS = 32_768;
/** Longer words are nobody's, and not worth holding. In UTF-16 units. */
const LONGEST_FORM = 32;
/** Pieces of a text up to this length are copies, whatever the engine does for longer ones. In UTF-16 units. */
const LONGEST_PIECE = 12;

function formOf(raw: string, kind: TokenKind): Form {
  const known = forms.get(raw);
  if (known) return known;
  const text = kind === 'number' && !raw.includes(SOFT_HYPHEN) ? raw : normalise(raw);
  const lower = text.toLowerCase();
  const form = { text, lower: lower === text ? text : lower };
  // A longer piece of a text that is kept would keep the whole text: only copies are.
  if ((kind === 'number' && text === raw) || raw.length > (text === raw ? LONGEST_FORM : LONGEST_PIECE)) return form;
  if (forms.size >= MOST_FORMS) forms.clear();
  forms.set(text === raw ? text : raw, form);
  return form;
}

/**
 * The tokens of `text` from `span.start` to `span.end`, leaving out `masks` (ascending, disjoint).
 *
 * A number holds digits with the separators between them (`3,000`, `8.7`, `1'234`) and a leading point (`.14`); letters that follow
 * without a space are a word of their own (`$1bn`, `27th`). A word holds letters and the apostrophes between them. Hyphens, dashes and
 * all else are symbols of one character each.
 */
export function tokenize(text: string, span: Span, masks: readonly Span[] = []): Token[] {
  const tokens: Token[] = [];
  let mask = firstMask(masks, span.start);
  let spaced = true;
  let at = span.start;
  while (at < span.end) {
    const masked = masks[mask];
    if (masked && at >= masked.start) {
      at = Math.max(at, masked.end);
      mask++;
      spaced = true;
      continue;
    }
    const limit = Math.min(span.end, masked?.start ?? span.end);
    const found = classAt(text, at);
    const length = lengthAt(text, at);
    if (found === BLANK) {
      spaced = true;
      at += length;
      continue;
    }
    let kind: TokenKind = 'symbol';
    let end = at + length;
    if (found === LETTERS) {
      kind = 'word';
      end = wordEnd(text, at, limit);
    } else if (startsNumber(text, at, found, limit, tokens.at(-1), spaced)) {
      kind = 'number';
      end = numberEnd(text, at, limit);
    }
    const form = formOf(text.slice(at, end), kind);
    tokens.push({ kind, start: at, end, text: form.text, lower: form.lower, spaced });
    spaced = false;
    at = end;
  }
  return tokens;
}

function firstMask(masks: readonly Span[], start: number): number {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (masks[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function charAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code < 0xdc00 && at + 1 < text.length) {
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next < 0xe000) return text.slice(at, at + 2);
  }
  return text[at]!;
}

function wordEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    if (classAt(text, at) === LETTERS) at += lengthAt(text, at);
    else if (isInWord(text.charCodeAt(at)) && at + 1 < limit && classAt(text, at + 1) === LETTERS) at += 1;
    else break;
  }
  return at;
}

function startsNumber(text: string, at: number, found: number, limit: number, before: Token | undefined, spaced: boolean): boolean {
  if (found === DIGITS) return true;
  if (text.charCodeAt(at) !== POINT || at + 1 >= limit || !isDigit(text, at + 1)) return false;
  return spaced || before?.kind === 'symbol';
}

const POINT = 0x2e;
/** What may stand between two digits of a number: a point, a comma, an apostrophe, a no-break or thin space, a soft hyphen. */
const SEPARATOR = new Set([POINT, 0x2c, 0x27, 0x2019, 0xa0, 0x2009, 0x202f, 0xad]);

function numberEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    if (classAt(text, at) === DIGITS) at += lengthAt(text, at);
    else if (SEPARATOR.has(text.charCodeAt(at)) && at + 1 < limit && classAt(text, at + 1) === DIGITS) at += 1;
    else break;
  }
  return at;
}

/** Whether a single UTF-16 unit is a digit. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code < 0xd800 || code >= 0xe000) && classAt(text, at) === DIGITS;
}

function normalise(raw: string): string {
  let plain = '';
  for (const char of raw) plain += PLAIN[char] ?? char;
  return plain;
}
