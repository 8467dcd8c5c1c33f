/** Gathers the blocks and masks that a markup reader finds while it walks the lines. */
import type { BlockKind, Span } from '../../model.ts';
import type { Block, Layout } from '../layout.ts';
import { isSpaceAt } from '../spans.ts';

export class LayoutBuilder implements Layout {
  readonly blocks: Block[] = [];
  readonly masks: Span[] = [];
  private open: { kind: BlockKind; start: number; end: number } | null = null;

  /** The kind of the block that is open, or null. */
  get kind(): BlockKind | null {
    return this.open?.kind ?? null;
  }

  mask(start: number, end: number): void {
    if (end > start) this.masks.push({ start, end });
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

/** The offset of the first character of the span that is no white space, or its end. */
export function indentEnd(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && isSpaceAt(text, at)) at++;
  return at;
}
