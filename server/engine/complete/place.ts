/** The prose around a place of a draft: the block that it stands in, found without laying out the whole draft at each keystroke. */
import type { Lexicon } from '../lexicon/types.ts';
import type { MarkupLanguage, Prose, Span, Work } from '../model.ts';
import { type Block, layout } from '../text/layout.ts';
import { isSpaceAt } from '../text/spans.ts';

/** A draft's text as it was laid out last, and its blocks: what the next question about it starts from. */
export interface Laid {
  readonly text: string;
  readonly language: MarkupLanguage;
  readonly blocks: readonly Block[];
}

export interface Place {
  /** The block, in the text as it is now; null where no prose is: in front matter, code, between blocks. */
  readonly block: Span | null;
  /** What comes before it; null at the draft's beginning. */
  readonly before: Span | null;
  readonly laid: Laid;
}

/**
 * Where an offset of a text is; the white space behind a block's last line belongs to it. Where all that changed since the text was laid
 * out is on one line of that block, nothing is laid out again: what markup the block now holds itself is found by whoever reads it.
 */
export function* placeOf(text: string, language: MarkupLanguage, offset: number, known: Laid | null, lexicon: Lexicon): Work<Place> {
  let laid = known?.language === language ? known : null;
  const place = laid && unchangedPlace(text, offset, laid);
  if (place) return place;
  if (laid?.text !== text)
    laid = { text, language, blocks: (yield* layout({ text, language, date: null, omitted: [] }, lexicon.text)).blocks };
  const { blocks } = laid;
  const at = blocks.findIndex((block) => block.start <= offset && offset <= endWithSpace(text, block.end));
  const block = blocks[at];
  return { block: block ? { start: block.start, end: Math.max(block.end, offset) } : null, before: blocks[at - 1] ?? null, laid };
}

/** The place in a text that differs from the known one within a single block, which is where the offset is. */
function unchangedPlace(text: string, offset: number, known: Laid): Place | null {
  const { text: old, blocks } = known;
  const shift = text.length - old.length;
  const least = Math.min(text.length, old.length);
  let same = 0;
  while (same < least && text.charCodeAt(same) === old.charCodeAt(same)) same++;
  let tail = 0;
  while (tail < least - same && text.charCodeAt(text.length - 1 - tail) === old.charCodeAt(old.length - 1 - tail)) tail++;
  // The first block that the change, or the offset where nothing changed, does not lie behind.
  const first = Math.min(same, offset);
  const at = blocks.findIndex(({ end }) => first <= endWithSpace(old, end));
  const block = blocks[at];
  if (!block || block.start > first || (same === block.start && shift !== 0)) return null;
  const end = block.end + shift;
  if (old.length - tail > endWithSpace(old, block.end) || offset > endWithSpace(text, Math.max(end, same))) return null;
  // A line break typed may end the block, or begin another.
  for (let changed = same; changed < text.length - tail; changed++) if (isBreak(text, changed)) return null;
  for (let changed = same; changed < old.length - tail; changed++) if (isBreak(old, changed)) return null;
  return { block: { start: block.start, end: Math.max(end, offset) }, before: blocks[at - 1] ?? null, laid: known };
}

/** Where the white space behind an offset ends, on its line. */
function endWithSpace(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text, end) && isSpaceAt(text, end)) end++;
  return end;
}

function isBreak(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === 0x0a || code === 0x0d;
}

/**
 * Whether Markdown before a place opens what is no prose and is not closed yet, as while it is being written: a code span, a comment, a
 * link's target.
 */
export function opensMarkup(before: string): boolean {
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return true;
  let ticks = 0;
  for (let at = before.indexOf('`'); at >= 0; at = before.indexOf('`', at + 1)) ticks++;
  if (ticks % 2 === 1) return true;
  const target = before.lastIndexOf('](');
  return target >= 0 && !/[\s)]/.test(before.slice(target));
}

/** How much of the block before, and of the place's own before and behind the cursor, is read to tell what its sentence is about. */
const BEFORE = 300;
const OWN = 800;
const BEHIND = 300;

/** A text to read in place of the whole draft, and where in it the cursor's words are. */
export interface Excerpt {
  readonly prose: Prose;
  readonly at: number;
}

/** The sentences around `typed`, which stands in `block`, with `instead` written in its place. */
export function excerptAround(text: string, place: Place, block: Span, typed: Span, instead: string): Excerpt {
  const { before, laid } = place;
  const start = typed.start - block.start <= OWN ? block.start : wordAfter(text, typed.start - OWN, typed.start);
  const end = block.end - typed.end <= BEHIND ? block.end : wordAfter(text, typed.end + BEHIND, block.end);
  const told = before ? `${text.slice(Math.max(before.start, wordAfter(text, before.end - BEFORE, before.end)), before.end)}\n\n` : '';
  const own = text.slice(start, typed.start);
  const whole = `${told}${own}${instead}${text.slice(typed.end, Math.max(end, typed.end))}`;
  return { prose: { text: whole, language: laid.language, date: null, omitted: [] }, at: told.length + own.length };
}

/** The end of the first white space at or after an offset: no word is read from its middle. */
function wordAfter(text: string, offset: number, limit: number): number {
  let at = Math.max(0, offset);
  if (at === 0) return 0;
  while (at < limit && !isSpaceAt(text, at)) at++;
  while (at < limit && isSpaceAt(text, at)) at++;
  return at;
}
