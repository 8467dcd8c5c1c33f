/** Plain text: paragraphs by blank lines or hard wraps, headings by their looks, and the Markdown that pasted articles keep. */
import type { TextWords } from '../../lexicon/text.ts';
import type { Span, Work } from '../../model.ts';
import { endsSentence, isHeading, startsSmall } from '../blocks.ts';
import type { Block, Layout } from '../layout.ts';
import { firstEndingAfter, linesOf, trim } from '../spans.ts';
import { isRule, itemMarkEnd, LayoutBuilder } from './builder.ts';
import { maskInline } from './inline.ts';

/** Lines longer than this are paragraphs: nobody wraps by hand at such a width. In UTF-16 units. */
const WRAP = 120;

/** Nobody's paragraph has more lines; longer runs are read piece by piece. */
const LINES = 2048;
/** A line by itself longer than this, before a line that begins small, is no heading but a sentence that a page break cuts. In UTF-16 units. */
const CUT = 40;

/** The layout of a plain text. Yields once a chunk of lines between blank ones. */
export function* plaintext(text: string, omitted: readonly Span[], words: TextWords): Work<Layout> {
  const builder = new LayoutBuilder();
  /** Headings that are marked as such. */
  const marked = new Set<Block>();
  let chunk: Span[] = [];
  for (const line of linesOf(text)) {
    const content = trim(text, line);
    const gap = omitted[firstEndingAfter(omitted, content.start)];
    if (content.start < content.end && !(gap && gap.start <= content.start && gap.end >= content.end)) {
      if (chunk.length === 0) builder.rest(text, line.start);
      chunk.push(content);
      if (chunk.length < LINES) continue;
    }
    if (chunk.length === 0) continue;
    readChunk(text, chunk, builder, marked, words);
    chunk = [];
    yield;
  }
  readChunk(text, chunk, builder, marked, words);
  for (const [index, block] of builder.blocks.entries()) {
    const next = builder.blocks[index + 1];
    const cut = block.kind === 'heading' && !marked.has(block) && block.end - block.start > CUT && next?.kind === 'paragraph';
    if (cut && startsSmall(text, next)) builder.blocks[index] = { ...block, kind: 'paragraph' };
  }
  yield* builder.readWithin(text, (window) => maskInline(text, window, builder));
  return builder;
}

function readChunk(text: string, chunk: readonly Span[], builder: LayoutBuilder, marked: Set<Block>, words: TextWords): void {
  const width = chunk.reduce((most, line) => Math.max(most, line.end - line.start), 0);
  let before: Span | null = null;
  for (const line of chunk) {
    const open: boolean = before !== null && wraps(text, before, line, width);
    before = line;
    const hashes = hashesEnd(text, line);
    // A number or a dash at a line's start may also go on with the sentence of the line before.
    const mark = open && builder.kind !== 'item' && !/[-*+\u2022]/.test(text.charAt(line.start)) ? line.start : itemMarkEnd(text, line);
    if (hashes > line.start) {
      builder.mask(line.start, hashes);
      builder.single('heading', hashes, line.end);
      marked.add(builder.blocks.at(-1)!);
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
