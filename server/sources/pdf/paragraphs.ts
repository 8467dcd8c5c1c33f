/** From a document's lines to its paragraphs: by indents, gaps and letter sizes, with words mended that a line's end hyphenates. */
import type { Locator } from '../../engine/model.ts';
import type { ExtractedBlock, ExtractedKind, Piece } from '../extracted.ts';
import { type PageLine, quantile } from './lines.ts';

/** A page's lines in reading order, without its header and footer, and where they are. */
export interface PlacedPage {
  readonly lines: readonly PageLine[];
  readonly locator: Locator;
}

/** A gap so much larger than the usual one parts paragraphs. */
const GAP = 1.22;
/** Letters so much larger than the text's are a heading's. */
const LARGER = 1.12;
/** An indent is wider than this, in letter sizes, and narrower than the other. */
const INDENT = [0.6, 6] as const;
const BULLET = /^(?:[\u2022\u25cf\u25e6\u25aa\u2023\u2043\u00b7\uf0b7]|[-\u2013\u2014*](?=\s))\s*/;

interface Open {
  readonly kind: ExtractedKind;
  pieces: Piece[];
  last: PageLine;
}

export function paragraphsOf(pages: readonly PlacedPage[]): ExtractedBlock[] {
  const all = pages.flatMap(({ lines }) => lines);
  const body = bodySize(all);
  const spacing = usualSpacing(pages, body);
  const words = vocabulary(all);
  const blocks: Open[] = [];
  let open: Open | null = null;
  for (const { lines, locator } of pages) {
    for (const [index, line] of lines.entries()) {
      const before: PageLine | null = index > 0 ? lines[index - 1]! : null;
      const bullet = BULLET.exec(line.text);
      const kind = bullet ? 'item' : line.size > body * LARGER && line.text.length < 200 ? 'heading' : 'paragraph';
      const goesOn: boolean = open !== null && !bullet && continues(open, before, line, kind, { body, spacing, lines });
      const text = bullet ? line.text.slice(bullet[0].length) : line.text;
      if (open && goesOn) join(open, text, locator, words);
      else {
        open = { kind, pieces: [{ text, locator }], last: line };
        blocks.push(open);
      }
      open.last = line;
    }
  }
  return blocks.map(({ kind, pieces }) => ({ kind, pieces }));
}

interface Setting {
  readonly body: number;
  readonly spacing: number;
  readonly lines: readonly PageLine[];
}

function continues(open: Open, before: PageLine | null, line: PageLine, kind: ExtractedKind, { body, spacing, lines }: Setting): boolean {
  const said = open.pieces.map(({ text }) => text).join('');
  const isCut = !/[.!?:;\u2026]["'\u2019\u201d)\]]*\s*$/.test(said);
  const startsSmall = /^["'\u2018\u201c(]?\p{Ll}/u.test(line.text.trim());
  if ((kind === 'heading') !== (open.kind === 'heading')) return false;
  if (kind === 'heading')
    return before !== null && Math.abs(before.size - line.size) < 0.5 && line.baseline - before.baseline < line.size * 1.7;
  const down = before === null ? -1 : line.baseline - before.baseline;
  // At the head of a column or a page only the words tell, and that the line before was full.
  if (before === null || down <= 0) return isCut && (startsSmall || isFull(open.last, line, lines) || /[-\u2010\u00ad]$/.test(said));
  if (down > spacing * GAP) return isCut && startsSmall && down < spacing * 3;
  const indent = (line.x - before.x) / body;
  if (open.kind === 'item') return indent >= -0.5 || (isCut && startsSmall);
  if (indent > INDENT[0] && indent < INDENT[1] && !startsSmall && !isCut) return false;
  return isCut || startsSmall || isFull(before, line, lines);
}

/** Whether the next line's first word had no room left on a line, as its column's lines show. */
function isFull(line: PageLine, next: PageLine, lines: readonly PageLine[]): boolean {
  const column = lines.filter(({ x, size }) => Math.abs(x - line.x) < line.size * 3 && Math.abs(size - line.size) < 1);
  const edge = column.reduce((most, { right }) => Math.max(most, right), line.right);
  const word = /^\s*\S*/.exec(next.text)![0].trim();
  const width = next.text.length > 0 ? (next.right - next.x) / next.text.length : line.size / 2;
  return edge - line.right < (word.length + 1) * width;
}

function join(open: Open, text: string, locator: Locator, words: ReadonlySet<string>): void {
  const last = open.pieces.at(-1)!;
  const next = text.trimStart();
  const mended = mend(last.text.trimEnd(), next, words);
  if (last.locator === locator) open.pieces[open.pieces.length - 1] = { text: mended.before + mended.after, locator };
  else {
    open.pieces[open.pieces.length - 1] = { text: mended.before, locator: last.locator };
    open.pieces.push({ text: mended.after, locator });
  }
}

/**
 * Two lines made one. A hyphen at the first one's end goes where the document has the word without it, stays where it has the word with
 * it or both its halves, and goes otherwise.
 */
function mend(before: string, after: string, words: ReadonlySet<string>): { before: string; after: string } {
  const hyphen = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u.exec(before.slice(-60));
  const rest = /^[\p{Ll}][\p{L}\p{M}]*/u.exec(after.slice(0, 60))?.[0];
  if (!hyphen || rest === undefined)
    return { before: /[-\u2010\u2013\u2014/]$/.test(before) && /\S[-\u2010\u2013\u2014/]$/.test(before) ? before : `${before} `, after };
  const bare = before.slice(0, -1);
  const [first, second] = [hyphen[1]!.toLowerCase(), rest.toLowerCase()];
  if (hyphen[2] === '\u00ad' || words.has(first + second)) return { before: bare, after };
  const isCompound = words.has(`${first}-${second}`) || (first.length > 2 && second.length > 2 && words.has(first) && words.has(second));
  return { before: isCompound ? `${bare}-` : bare, after };
}

/** The words inside the document's lines; those at the ends may be halves. */
function vocabulary(lines: readonly PageLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const found = text.toLowerCase().match(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu) ?? [];
    for (const [index, word] of found.entries()) {
      if (index === found.length - 1 && /[-\u2010\u00ad]\s*$/.test(text)) continue;
      if (index > 0 || /^\s*\p{Lu}/u.test(text)) words.add(word.replaceAll('\u2010', '-'));
    }
  }
  return words;
}

/** The size of most letters. */
function bodySize(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** From one line of the text to the next, in points. */
function usualSpacing(pages: readonly PlacedPage[], body: number): number {
  const steps: number[] = [];
  for (const { lines } of pages) {
    for (let at = 1; at < lines.length; at++) {
      const step = lines[at]!.baseline - lines[at - 1]!.baseline;
      if (step > body * 0.8 && step < body * 3 && Math.abs(lines[at]!.size - body) < 1) steps.push(step);
    }
  }
  return steps.length > 0 ? quantile(steps, 0.5) : body * 1.3;
}
