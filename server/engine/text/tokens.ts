/** Cuts text into tokens: words, numbers with their separators, and single symbols. Linear in the text. */
import type { Span, Token } from '../model.ts';

const WORD = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /[\s\u200b\u2060\ufeff]/u;
/** What may stand inside a word between two letters: apostrophes (`Nazarbayev's`). Hyphens cut, so that parts can be read. */
const APOSTROPHE = new Set(["'", '\u2019', '\u02bc']);
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
};

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
    const char = charAt(text, at);
    if (SPACE.test(char)) {
      spaced = true;
      at += char.length;
      continue;
    }
    const [kind, end] = WORD.test(char)
      ? (['word', wordEnd(text, at, limit)] as const)
      : startsNumber(text, at, char, limit, tokens.at(-1), spaced)
        ? (['number', numberEnd(text, at, limit)] as const)
        : (['symbol', at + char.length] as const);
    const raw = text.slice(at, end);
    const plain = kind === 'number' ? raw : normalise(raw);
    tokens.push({ kind, start: at, end, text: plain, lower: plain.toLowerCase(), spaced });
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
    const char = charAt(text, at);
    if (WORD.test(char)) at += char.length;
    else if (APOSTROPHE.has(char) && at + 1 < limit && WORD.test(charAt(text, at + 1))) at += 1;
    else break;
  }
  return at;
}

function startsNumber(text: string, at: number, char: string, limit: number, before: Token | undefined, spaced: boolean): boolean {
  if (DIGIT.test(char)) return true;
  if (char !== '.' || at + 1 >= limit || !DIGIT.test(text[at + 1]!)) return false;
  return spaced || before?.kind === 'symbol';
}

/** Separators between two digits that belong to the number: a point, a comma, an apostrophe, a no-break or thin space. */
const SEPARATOR = new Set(['.', ',', "'", '\u2019', '\u00a0', '\u2009', '\u202f']);

function numberEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const char = charAt(text, at);
    if (DIGIT.test(char)) at += char.length;
    else if (SEPARATOR.has(char) && at + 1 < limit && DIGIT.test(charAt(text, at + 1))) at += 1;
    else break;
  }
  return at;
}

function normalise(raw: string): string {
  let plain = '';
  for (const char of raw) plain += PLAIN[char] ?? char;
  return plain;
}
