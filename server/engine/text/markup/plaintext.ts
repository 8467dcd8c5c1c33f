/** Plain text: paragraphs by blank lines or hard wraps, headings by their looks, and the Markdown that pasted articles keep. */
import type { TextWords } from '../../lexicon/text.ts';
import type { Span, Work } from '../../model.ts';
import { endsSentence, isHeading, startsSmall } from '../blocks.ts';
import type { Layout } from '../layout.ts';
import { firstEndingAfter, linesOf, trim } from '../spans.ts';
import { LayoutBuilder } from './builder.ts';
import { maskInline } from './inline.ts';

/** Lines longer than this are paragraphs: nobody wraps by hand at such a width. In UTF-16 units. */
const WRAP = 120;

/** The layout of a plain text. Yields once a chunk of lines between blank ones. */
export function* plaintext(text: string, omitted: readonly Span[], words: TextWords): Work<Layout> {
  const builder = new LayoutBuilder();
  let chunk: Span[] = [];
  for (const line of linesOf(text)) {
    const content = trim(text, line);
    const gap = omitted[firstEndingAfter(omitted, content.start)];
    if (content.start < content.end && !(gap && gap.start <= content.start && gap.end >= content.end)) {
      chunk.push(content);
      continue;
    }
    if (chunk.length === 0) continue;
    readChunk(text, chunk, builder, words);
    chunk = [];
    yield;
  }
  readChunk(text, chunk, builder, words);
  for (const block of builder.blocks) {
    maskInline(text, block, builder);
    yield;
  }
  return builder;
}

function readChunk(text: string, chunk: readonly Span[], builder: LayoutBuilder, words: TextWords): void {
  const width = chunk.reduce((most, line) => Math.max(most, line.end - line.start), 0);
  let before: Span | null = null;
  for (const line of chunk) {
    const open: boolean = before !== null && wraps(text, before, line, width);
    before = line;
    const hashes = hashesEnd(text, line);
    const mark = open ? line.start : itemMarkEnd(text, line);
    if (hashes > line.start) {
      builder.mask(line.start, hashes);
      builder.single('heading', hashes, line.end);
    } else if (mark > line.start) {
      builder.mask(line.start, mark);
      builder.begin('item', mark, line.end);
    } else if (text.charAt(line.start) === '>') {
      builder.mask(line.start, line.start + 1);
      if (builder.kind === 'quote') builder.extend('quote', line.start + 1, line.end);
      else builder.begin('quote', line.start + 1, line.end);
    } else if (isRule(text, line)) {
      builder.mask(line.start, line.end);
      builder.close();
    } else if (open) {
      builder.extend('paragraph', line.start, line.end);
    } else {
      builder.begin(chunk.length === 1 && isHeading(text, line, words) ? 'heading' : 'paragraph', line.start, line.end);
    }
  }
  builder.close();
}

/** Whether `line` goes on with the line `before` it: the wrap left no room for its first word, or it goes on with the sentence. */
function wraps(text: string, before: Span, line: Span, width: number): boolean {
  if (startsSmall(text, line) && !endsSentence(text, before)) return true;
  if (width > WRAP) return false;
  let word = line.start;
  while (word < line.end && !/\s/.test(text.charAt(word))) word++;
  return before.end - before.start + 1 + (word - line.start) > width;
}

/** The end of a heading's `#` marks and the space after them, or the line's start. */
function hashesEnd(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && text.charAt(at) === '#') at++;
  return at - line.start <= 6 && at > line.start && text.charAt(at) === ' ' ? at + 1 : line.start;
}

const BULLETS = new Set(['-', '*', '+', '\u2022', '\u00b7', '\u25aa', '\u25e6', '\u2013', '\u2014']);

/** The end of a list item's mark and the space after it (`- `, `2) `, `b. `), or the line's start. */
export function itemMarkEnd(text: string, line: Span): number {
  let at = line.start;
  if (BULLETS.has(text.charAt(at))) at++;
  else {
    while (at < line.end && at - line.start < 3 && /\d/.test(text.charAt(at))) at++;
    if (at === line.start && /[a-z]/.test(text.charAt(at))) at++;
    if (at === line.start || !/[.)]/.test(text.charAt(at))) return line.start;
    at++;
  }
  return /[ \t]/.test(text.charAt(at)) && at < line.end ? at + 1 : line.start;
}

/** Whether a line is a rule or an underline: one sign, three times or more. */
export function isRule(text: string, line: Span): boolean {
  const sign = text.charAt(line.start);
  if (line.end - line.start < 3 || !/[-=*_~#^+.:"'`]/.test(sign)) return false;
  for (let at = line.start; at < line.end; at++) {
    const char = text.charAt(at);
    if (char !== sign && char !== ' ') return false;
  }
  return true;
}
