/** What is not prose inside a line of any markup: URLs, addresses, file paths, Markdown links, escapes and emphasis. */
import type { Span } from '../../model.ts';
import { isSpaceAt } from '../spans.ts';
import type { LayoutBuilder } from './builder.ts';

const WORD = /[\p{L}\p{Nd}]/u;
const LETTER = /[A-Za-z]/;
const HOST = /[A-Za-z0-9.-]/;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const TRAILING = /[.,;:!?'")\]}>*_\u2019\u201d\u2026]/;
/** What no URL holds unless encoded (RFC 3986), and markup puts right after one. */
const FOREIGN = /[[\]{}<>|^`"]/;
const PATH_LETTER = /[A-Za-z0-9_.-]/;

/** Masks URLs, e-mail addresses, file paths, `[text](target)` links, reference marks, backslashes and emphasis marks in a span. */
export function maskInline(text: string, span: Span, builder: LayoutBuilder): void {
  maskMarks(text, span, builder);
  maskWords(text, span, builder);
}

/** Masks URLs, e-mail addresses and file paths: whatever stands between white space and looks like one. */
export function maskWords(text: string, span: Span, builder: LayoutBuilder): void {
  let at = span.start;
  while (at < span.end) {
    if (isSpaceAt(text, at)) {
      at++;
      continue;
    }
    const start = at;
    let telling = false;
    while (at < span.end && !isSpaceAt(text, at)) {
      const code = text.charCodeAt(at++);
      telling ||= code === 0x2f || code === 0x40 || code === 0x5c || (code === 0x2e && at - start === 4);
    }
    if (telling) maskWord(text, { start, end: at }, builder);
  }
}

function maskWord(text: string, word: Span, builder: LayoutBuilder): void {
  const address = addressStart(text, word);
  if (address < 0) return;
  let end = address;
  while (end < word.end && !FOREIGN.test(text.charAt(end))) end++;
  while (end > address && TRAILING.test(text.charAt(end - 1)) && !(text.charAt(end - 1) === ')' && opens(text, address, end))) end--;
  const angled = address > word.start && text.charAt(address - 1) === '<' && text.charAt(end) === '>';
  builder.mask(angled ? address - 1 : address, angled ? end + 1 : end);
}

function opens(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('(', end - 1);
  return open > start && text.lastIndexOf(')', end - 2) < open;
}

/** Where a URL, an e-mail address or a path starts in the word, or -1. */
function addressStart(text: string, { start, end }: Span): number {
  let from = start;
  while (from < end && /["'(<[{\u2018\u201c*_]/.test(text.charAt(from))) from++;
  const word = text.slice(from, Math.min(end, from + 2048));
  const scheme = word.indexOf('://');
  if (scheme > 0) {
    let at = scheme;
    while (at > 0 && LETTER.test(word.charAt(at - 1))) at--;
    return at < scheme ? from + at : -1;
  }
  if (word.startsWith('www.') || word.startsWith('mailto:')) return from;
  const at = word.indexOf('@');
  if (at > 0 && WORD.test(word.charAt(at - 1)) && word.indexOf('.', at) > at + 1) return from;
  return isPath(word) ? from : -1;
}

/** A host with a path (`example.org/about`), or a path that says so by its start (`./`, `C:\`, `/usr/`) or its extension. */
function isPath(word: string): boolean {
  if (word.startsWith('./') || word.startsWith('../') || word.startsWith('~/')) return true;
  if (LETTER.test(word.charAt(0)) && word.startsWith(':\\', 1)) return true;
  const slash = word.indexOf('/');
  if (slash < 0) return false;
  if (slash === 0) return word.indexOf('/', 1) > 1 && LETTER.test(word.charAt(1));
  const host = word.slice(0, slash);
  const point = host.lastIndexOf('.');
  if (point > 0 && host.length - point > 2 && allMatch(host, HOST) && allMatch(host.slice(point + 1), LETTER)) return true;
  const name = word.slice(word.lastIndexOf('/') + 1);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return (
    name.lastIndexOf('.') > 0 && extension.length > 1 && extension.length < 5 && allMatch(extension, LETTER) && allMatch(name, PATH_LETTER)
  );
}

function allMatch(word: string, kind: RegExp): boolean {
  for (let at = 0; at < word.length; at++) if (!kind.test(word.charAt(at))) return false;
  return word.length > 0;
}

/** Masks `[text](target)`, `[^1]` and `[12]` marks, `\` before punctuation, and `*emphasis*`. */
function maskMarks(text: string, span: Span, builder: LayoutBuilder): void {
  const brackets: number[] = [];
  let at = span.start;
  while (at < span.end) {
    const char = text.charAt(at);
    if (char === '\\' && at + 1 < span.end && PUNCTUATION.test(text.charAt(at + 1))) {
      builder.mask(at, at + 1);
      at += 2;
    } else if (char === '[') {
      brackets.push(at++);
    } else if (char === ']') {
      const open = brackets.pop();
      at++;
      if (open === undefined) continue;
      if (text.charAt(at) === '(') {
        const end = targetEnd(text, at, span.end);
        if (end > 0) {
          builder.mask(open, open + 1);
          builder.mask(at - 1, end);
        }
        at = end > 0 ? end : -end;
      } else if (isReference(text, span.start, open, at)) builder.mask(open, at);
    } else if (char === '*' || char === '_') {
      const start = at;
      while (at < span.end && text.charAt(at) === char) at++;
      if (at - start <= 3 && isEmphasis(text, start, at, span)) builder.mask(start, at);
    } else at++;
  }
}

/** The end of a link's `(target)` or `(target "title")`, or, where it is none, the offset read up to, negated. Each character is read once. */
function targetEnd(text: string, open: number, limit: number): number {
  let depth = 0;
  let at = open;
  while (at < limit) {
    const char = text.charAt(at++);
    if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at;
    else if (isSpaceAt(text, at - 1) && !/["']/.test(text.charAt(at))) break;
  }
  return -at;
}

/** `[^12]`, or `[12]` right after a word or its punctuation or at a block's start, as encyclopaedias cite. */
function isReference(text: string, start: number, open: number, end: number): boolean {
  if (end - open < 3 || end - open > 40) return false;
  if (text.charAt(open + 1) === '^') return true;
  if (end - open > 5 || (open > start && isSpaceAt(text, open - 1))) return false;
  return allMatch(text.slice(open + 1, end - 1), /\d/);
}

/** Marks of emphasis stand at a word's edge: a word on one side, and none on the other. */
function isEmphasis(text: string, start: number, end: number, span: Span): boolean {
  const before = start > span.start && WORD.test(text.charAt(start - 1));
  const after = end < span.end && WORD.test(text.charAt(end));
  if (before !== after) return true;
  const punctuated = (offset: number) => offset >= span.start && offset < span.end && !isSpaceAt(text, offset);
  return !before && punctuated(start - 1) !== punctuated(end);
}
