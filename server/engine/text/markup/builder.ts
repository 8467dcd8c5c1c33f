/** Gathers the blocks and masks that a markup reader finds while it walks the lines. */
import type { BlockKind, Span, Work } from '../../model.ts';
import type { Block, Layout } from '../layout.ts';
import { isSpaceAt, windowsOf } from '../spans.ts';

export class LayoutBuilder implements Layout {
  readonly blocks: Block[] = [];
  readonly masks: Span[] = [];
  readonly rests: number[] = [];
  isCut = false;
  private open: { kind: BlockKind; start: number; end: number } | null = null;

  /** The kind of the block that is open, or null. */
  get kind(): BlockKind | null {
    return this.open?.kind ?? null;
  }

  /** Reads what is inside the blocks found so far, in windows of bounded length. Yields once a window. */
  *readWithin(text: string, read: (window: Span) => void): Work<void> {
    for (const block of this.blocks) {
      for (const window of windowsOf(text, block)) {
        read(window);
        yield;
      }
    }
  }

  mask(start: number, end: number): void {
    if (end > start) this.masks.push({ start, end });
  }

  /** Notes that nothing is open at a line's start, so that a later reading may begin there: after an empty line, at a line of plain words. */
  rest(text: string, at: number): void {
    if (isPlainStart(text, at)) this.rests.push(at);
  }

  /** Closes the open block and opens another. */
  begin(kind: BlockKind, start: number, end: number): void {
    this.close();
    this.open = { kind, start, end };
  }

  /** Goes on with the open block to `end`, or opens one of `kind`. */
  extend(kind: BlockKind, start: number, end: number): void {
    if (this.open) this.open.end = end;
    else this.open = { kind, start, end };
  }

  /** Makes the open block one of another kind. */
  retype(kind: BlockKind): void {
    if (this.open) this.open.kind = kind;
  }

  /** Closes the open block. */
  close(): void {
    if (this.open) this.blocks.push(this.open);
    this.open = null;
  }

  /** One block by itself. */
  single(kind: BlockKind, start: number, end: number): void {
    this.begin(kind, start, end);
    this.close();
  }
}

const PLAIN = /[\p{L}\p{Nd}"'\u201c\u2018(]/u;

/** Whether a line of words, with no mark before them, starts at an offset, after an empty line. */
function isPlainStart(text: string, at: number): boolean {
  if (at < 2 || !PLAIN.test(text.charAt(at)) || !isBreak(text.charAt(at - 1))) return false;
  let before = at - (text.charAt(at - 1) === '\n' && text.charAt(at - 2) === '\r' ? 2 : 1);
  while (before > 0 && !isBreak(text.charAt(before - 1)) && isSpaceAt(text, before - 1)) before--;
  return before > 0 && isBreak(text.charAt(before - 1));
}

function isBreak(char: string): boolean {
  return char === '\n' || char === '\r';
}

/** The offset of the first character of the span that is no white space, or its end. */
export function indentEnd(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && isSpaceAt(text, at)) at++;
  return at;
}

/** Looks for closing marks before a limit; what was not found once is not looked for again, so that all searches together are linear. */
export class Finder {
  private readonly missing = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly limit: number,
  ) {}

  /** Offset of `mark` at or after `from` and before the limit, or -1. */
  find(mark: string, from: number): number {
    if (this.missing.has(mark)) return -1;
    // A search in the whole text would run past the limit, to the text's end, for every block.
    const at = this.text.slice(from, this.limit).indexOf(mark);
    if (at >= 0) return from + at;
    this.missing.add(mark);
    return -1;
  }
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
