/** From markup to layout: the blocks of a text that hold prose, and the masks over whatever in them is not prose. */
import type { TextWords } from '../lexicon/text.ts';
import type { BlockKind, Prose, Span, Work } from '../model.ts';
import { headingNumber, isCaption } from './blocks.ts';
import { changeOf } from './change.ts';
import { asciidoc } from './markup/asciidoc.ts';
import { BODY, latex } from './markup/latex.ts';
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
  /** Offsets at which a reading may begin anew: what stands before does not bear on what is found after, but for the block right before. */
  readonly rests: readonly number[];
  /** Whether something that was begun has no end here, so that a longer text might read differently. */
  readonly isCut: boolean;
}

/** Reads one markup language. `omitted` (ascending, disjoint) are parts to treat as if they were not there. */
export type MarkupReader = (text: string, omitted: readonly Span[], words: TextWords) => Work<Layout>;

const readers: Readonly<Record<Prose['language'], MarkupReader>> = { plaintext, markdown, restructuredtext, asciidoc, latex };

/** A text with a line longer than this is nobody's markup, and is read as plain text. In UTF-16 units. */
const LINE = 65_536;

function hasLongLine(text: string): boolean {
  if (text.length <= LINE) return false;
  for (const { start, end } of linesOf(text)) if (end - start > LINE) return true;
  return false;
}

/** The layout of a text in its markup language. Omitted parts are masked, and cut the blocks they stand in. Yields as its reader does. */
export function* layout({ text, language, omitted }: Prose, words: TextWords): Work<Layout> {
  return yield* read(text, language, union(omitted), words);
}

function* read(text: string, language: Prose['language'], omitted: readonly Span[], words: TextWords): Work<Layout> {
  const found = yield* (hasLongLine(text) ? plaintext : readers[language])(text, omitted, words);
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
  return { blocks, masks: union(masks), rests: found.rests, isCut: found.isCut };
}

/** What comes after the place where a part's reading meets the old one is read as well, this far at least: what any reader looks ahead. */
const AHEAD = 1024;
/** How many more rests on a second reading goes, and each one after it, where the first one did not meet the old one. */
const MORE = 8;

/**
 * The layout of a text, given that of its version before: only the part around the change is read, from a rest before it to one after it
 * where both readings meet. Equal to `layout`. Yields as its reader does.
 */
export function* relayout(prose: Prose, words: TextWords, before: { readonly prose: Prose; readonly layout: Layout }): Work<Layout> {
  const { text, language } = prose;
  const old = before.layout;
  const length = before.prose.text.length;
  const plain = prose.omitted.length === 0 && before.prose.omitted.length === 0 && before.prose.language === language;
  const isFenced = /^\ufeff?(?:---|\+\+\+)/.test(text);
  if (!plain || old.isCut || hasLongLine(before.prose.text)) return yield* layout(prose, words);
  const { head, tail, by } = changeOf(before.prose.text, text);
  // The block before a rest may look at the one after it: the last rest that the change leaves alone is one too near.
  const from = old.rests[lastBefore(old.rests, head) - 1] ?? 0;
  const first = lastBefore(old.rests, length - tail) + 1;
  for (let meet = first, more = MORE; from > 0 || !isFenced; meet += more, more *= MORE) {
    const at = old.rests[meet];
    if (at === undefined) break;
    const to = old.rests[lastBefore(old.rests, at + AHEAD) + 1] ?? length;
    // Reading nearly all of it, and perhaps again, would cost more than reading it all.
    if ((to - from) * 2 > length) break;
    const part = text.slice(from, to + by);
    if (from > 0 && part.includes(BODY)) break;
    const found = hasLongLine(part) ? null : yield* read(part, language, [], words);
    if (found && !found.isCut && found.rests.includes(at + by - from)) return join(old, found, { from, at, by });
  }
  return yield* layout(prose, words);
}

/** Index of the last of ascending offsets that is less than `limit`; -1 where none is. */
function lastBefore(offsets: readonly number[], limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A layout whose part from `from` to `at` is another now, found from `from` on; what comes after it has moved `by` units. */
function join(old: Layout, part: Layout, { from, at, by }: { readonly from: number; readonly at: number; readonly by: number }): Layout {
  const splice = <T>(before: readonly T[], now: readonly T[], startOf: (item: T) => number, moved: (item: T, by: number) => T): T[] => {
    const joined: T[] = [];
    for (const item of before) if (startOf(item) < from) joined.push(item);
    for (const item of now) if (startOf(item) + from < at + by) joined.push(moved(item, from));
    for (const item of before) if (startOf(item) >= at) joined.push(by === 0 ? item : moved(item, by));
    return joined;
  };
  const start = (span: Span) => span.start;
  const same = (rest: number) => rest;
  return {
    blocks: splice(old.blocks, part.blocks, start, (block, on) => ({ kind: block.kind, start: block.start + on, end: block.end + on })),
    masks: splice(old.masks, part.masks, start, (mask, on) => ({ start: mask.start + on, end: mask.end + on })),
    // The part's own reading cannot know of the empty line before its start.
    rests: splice(old.rests, from > 0 ? [0, ...part.rests] : part.rests, same, (rest, on) => rest + on),
    isCut: old.isCut,
  };
}

function* without(span: Span, gaps: readonly Span[]): Generator<Span, void, void> {
  let start = span.start;
  for (let index = firstEndingAfter(gaps, span.start); index < gaps.length && gaps[index]!.start < span.end; index++) {
    if (gaps[index]!.start > start) yield { start, end: gaps[index]!.start };
    start = gaps[index]!.end;
  }
  if (start < span.end) yield { start, end: span.end };
}
