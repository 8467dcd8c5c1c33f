/** From markup to layout: the blocks of a text that hold prose, and the masks over whatever in them is not prose. */
import type { TextWords } from '../lexicon/text.ts';
import type { BlockKind, Prose, Span, Work } from '../model.ts';
import { headingNumber, isCaption } from './blocks.ts';
import { asciidoc } from './markup/asciidoc.ts';
import { latex } from './markup/latex.ts';
import { markdown } from './markup/markdown.ts';
import { plaintext } from './markup/plaintext.ts';
import { restructuredtext } from './markup/restructuredtext.ts';
import { firstEndingAfter, linesOf, trim, union } from './spans.ts';

/** A run of prose: a paragraph with all its lines, a heading, a list item's paragraph, a cell. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What a markup reader finds, in any order; `layout` puts it in order. */
export interface Layout {
  /** Ascending, disjoint. */
  readonly blocks: readonly Block[];
  /** Markup, code, URLs and whatever else is not prose: ascending, disjoint. */
  readonly masks: readonly Span[];
}

/** Reads one markup language. `omitted` (ascending, disjoint) are parts to treat as if they were not there. */
export type MarkupReader = (text: string, omitted: readonly Span[], words: TextWords) => Work<Layout>;

const readers: Readonly<Record<Prose['language'], MarkupReader>> = { plaintext, markdown, restructuredtext, asciidoc, latex };

/** A text with a line longer than this is nobody's markup, and is read as plain text. In UTF-16 units. */
const LINE = 65_536;

function hasLongLine(text: string): boolean {
  for (const { start, end } of linesOf(text)) if (end - start > LINE) return true;
  return false;
}

/** The layout of a text in its markup language. Omitted parts are masked, and cut the blocks they stand in. Yields as its reader does. */
export function* layout(prose: Prose, words: TextWords): Work<Layout> {
  const { text } = prose;
  const omitted = union(prose.omitted);
  const found = yield* (hasLongLine(text) ? plaintext : readers[prose.language])(text, omitted, words);
  const blocks: Block[] = [];
  const masks = [...omitted];
  for (const mask of found.masks) masks.push(mask);
  for (const whole of found.blocks) {
    for (const piece of without(whole, omitted)) {
      const { start, end } = trim(text, piece);
      if (start === end) continue;
      const plain = whole.kind === 'paragraph' || whole.kind === 'heading';
      const kind = plain && isCaption(text, { start, end }, words) ? 'caption' : whole.kind;
      if (kind === 'heading') masks.push(headingNumber(text, { start, end }, words));
      blocks.push({ kind, start, end });
    }
  }
  blocks.sort((a, b) => a.start - b.start);
  return { blocks, masks: union(masks) };
}

function* without(span: Span, gaps: readonly Span[]): Generator<Span, void, void> {
  let start = span.start;
  for (let index = firstEndingAfter(gaps, span.start); index < gaps.length && gaps[index]!.start < span.end; index++) {
    if (gaps[index]!.start > start) yield { start, end: gaps[index]!.start };
    start = gaps[index]!.end;
  }
  if (start < span.end) yield { start, end: span.end };
}
