/** Markdown (GitHub's): blocks and inline markup from Lezer's parser, with front matter and footnotes added. */
import { GFM, parser } from '@lezer/markdown';
import type { BlockKind, Span, Work } from '../../model.ts';
import type { Block, Layout } from '../layout.ts';
import { firstEndingAfter, trim, union, windowsOf } from '../spans.ts';
import { indentEnd, LayoutBuilder } from './builder.ts';
import { frontMatterEnd } from './front-matter.ts';
import { maskWords } from './inline.ts';

const INLINE = [
  'Escape',
  'Entity',
  'InlineCode',
  'HTMLTag',
  'Emphasis',
  'Strikethrough',
  'HardBreak',
  'Link',
  'Image',
  'Autolink',
  'LinkEnd',
];
const BLOCK = [
  'LinkReference',
  'IndentedCode',
  'FencedCode',
  'Blockquote',
  'HorizontalRule',
  'BulletList',
  'OrderedList',
  'ATXHeading',
  'HTMLBlock',
  'Table',
  'SetextHeading',
  'TaskList',
];
/**
 * Blocks first, with nothing inside them read: a paragraph of megabytes then costs one node. What GFM adds is there to be removed only once
 * it has been added, and the one reader that is left passes over all there is, or the parser would ask at every character.
 */
const blockParser = parser
  .configure([GFM])
  .configure({ remove: INLINE, parseInline: [{ name: 'Whole', parse: (context) => context.end }] });
const inlineParser = parser.configure([GFM, { remove: BLOCK }]);

/** How much of a block is read at once for its inline markup: matching brackets looks back over all of it. */
const WINDOW = 8192;

const SKIPPED = new Set(['FencedCode', 'CodeBlock', 'CommentBlock', 'ProcessingInstructionBlock', 'HorizontalRule']);
const BLOCK_MARKS = new Set(['HeaderMark', 'QuoteMark', 'ListMark', 'TaskMarker', 'TableDelimiter']);
const INLINE_MASKS = new Set(
  'Entity HardBreak EmphasisMark InlineCode LinkMark URL LinkTitle LinkLabel HTMLTag Comment ProcessingInstruction Autolink StrikethroughMark'.split(
    ' ',
  ),
);
/** A sign that inline markup begins with. Prose without one need not be parsed; bare URLs are found word by word. */
const MARK = /[\\`*_[\]<&~]/;
/** HTML elements whose text is no prose. */
const RAW = ['<script', '<style', '<pre', '<textarea', '<svg', '<iframe'];

/** The layout of a Markdown text. Yields once a block. */
export function* markdown(text: string): Work<Layout> {
  const builder = new LayoutBuilder();
  const body = frontMatterEnd(text) || (text.startsWith('\ufeff') ? 1 : 0);
  builder.mask(0, body);
  // The parser takes LF alone for a line break; a space or LF in place of CR keeps every offset.
  const source = text.slice(body).replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
  const parse = blockParser.startParse(source);
  let tree = parse.advance();
  while (!tree) {
    yield;
    tree = parse.advance();
  }
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) builder.rest(text, body + node.from);
  const containers: BlockKind[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      const start = body + from;
      const end = body + to;
      if (name === 'ListItem') containers.push('item');
      else if (name === 'Blockquote') containers.push('quote');
      else if (BLOCK_MARKS.has(name)) builder.mask(start, end);
      else if (SKIPPED.has(name)) {
        builder.mask(start, end);
        return false;
      } else if (name === 'Paragraph' || name === 'Task') builder.single(containers.at(-1) ?? 'paragraph', start, end);
      else if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) builder.single('heading', start, end);
      else if (name === 'TableCell') builder.single('cell', start, end);
      else if (name === 'HTMLBlock') html(text, { start, end }, builder);
      else if (name === 'LinkReference') {
        linkReference(text, { start, end }, builder);
        return false;
      }
      return true;
    },
    leave({ name }) {
      if (name === 'ListItem' || name === 'Blockquote') containers.pop();
    },
  });
  const marks = union(builder.masks);
  for (const [index, whole] of builder.blocks.entries()) {
    const block = withoutEdges(text, whole, marks);
    // Marks inside a block (`>` at a quote's next line) are spaces to the inline parser.
    let content = '';
    let at = block.start;
    for (let inside = firstEndingAfter(marks, at); inside < marks.length && marks[inside]!.start < block.end; inside++) {
      const { start, end } = marks[inside]!;
      content += text.slice(at, start) + ' '.repeat(end - start);
      at = end;
    }
    content += text.slice(at, block.end);
    builder.blocks[index] = { ...block, start: footnoteLabel(text, block, builder) };
    for (const { start, end } of windowsOf(content, { start: 0, end: content.length }, WINDOW)) {
      inline(content.slice(start, end), block.start + start, builder);
      yield;
    }
    maskWords(text, block, builder);
  }
  return builder;
}

/** The block without the marks at its ends: a heading's `#`, a task's `[x]`, an underline. */
function withoutEdges(text: string, block: Block, marks: readonly Span[]): Block {
  let { start, end } = trim(text, block);
  for (
    let mark = marks[firstEndingAfter(marks, start)];
    mark && mark.start <= start && mark.end < end;
    mark = marks[firstEndingAfter(marks, start)]
  ) {
    start = trim(text, { start: mark.end, end }).start;
  }
  const last = marks[firstEndingAfter(marks, end - 1)];
  if (last && last.start > start && last.start < end && last.end >= end) end = trim(text, { start, end: last.start }).end;
  return { kind: block.kind, start, end };
}

function inline(content: string, offset: number, builder: LayoutBuilder): void {
  if (!MARK.test(content)) return;
  inlineParser.parse(content).iterate({
    enter({ name, from, to }) {
      if (name === 'Escape') builder.mask(offset + from, offset + from + 1);
      else if (INLINE_MASKS.has(name)) {
        builder.mask(offset + from, offset + to);
        return false;
      } else if (name === 'Link' && isReference(content, from, to)) {
        builder.mask(offset + from, offset + to);
        return false;
      }
      return true;
    },
  });
}

/** `[^note]`, `[12]` right after a word or at the start, or Pandoc's `[see @key, p. 4]`: marks that refer, not words. */
function isReference(content: string, from: number, to: number): boolean {
  if (content.charAt(from + 1) === '^') return true;
  if (content.charAt(to - 1) === ']' && CITED.test(content.slice(from, Math.min(to, from + LONGEST_CITATION)))) return true;
  if (to - from > 5 || (from > 0 && /\s/.test(content.charAt(from - 1)))) return false;
  for (let at = from + 1; at < to - 1; at++) if (!/\d/.test(content.charAt(at))) return false;
  return true;
}

/** What a citation of Pandoc's begins with: words of its own, if any, and a key (Pandoc User's Guide, "Citation syntax"). */
const CITED = /^\[(?:[^\][@]*[\s-])?@[\p{L}\p{N}_{*]/u;
/** In UTF-16 units. */
const LONGEST_CITATION = 400;

/** Masks the `[^note]:` that a footnote's definition opens with; the offset where its text starts. */
function footnoteLabel(text: string, block: Span, builder: LayoutBuilder): number {
  if (!text.startsWith('[^', block.start)) return block.start;
  const close = text.slice(block.start, Math.min(block.end, block.start + 100)).indexOf(']:');
  if (close < 0) return block.start;
  const end = block.start + close + 2;
  builder.mask(block.start, end);
  return end;
}

/** `[label]: target` is masked; a footnote of one word looks the same to the parser, and is text. */
function linkReference(text: string, span: Span, builder: LayoutBuilder): void {
  if (text.startsWith('[^', span.start)) builder.single('paragraph', footnoteLabel(text, span, builder), span.end);
  else builder.mask(span.start, span.end);
}

/** The text between an HTML block's tags is prose; tags, comments and raw elements are not. */
function html(text: string, span: Span, builder: LayoutBuilder): void {
  const opening = text.slice(indentEnd(text, span), span.start + 40).toLowerCase();
  if (RAW.some((tag) => opening.startsWith(tag))) {
    builder.mask(span.start, span.end);
    return;
  }
  let open = -1;
  for (let at = span.start; at < span.end; at++) {
    const char = text.charAt(at);
    if (char === '<' && open < 0) open = at;
    else if (char === '>' && open >= 0) {
      builder.mask(open, at + 1);
      open = -1;
    }
  }
  builder.single('paragraph', span.start, span.end);
}
