/** What an edit left as it was: how much of two texts, and of what was found in them, is the same at the start and at the end. */
import type { Span } from '../model.ts';

/** Two versions of a text: the old one's first `head` UTF-16 units are the new one's too, and its last `tail`. They do not overlap. */
export interface Change {
  readonly head: number;
  readonly tail: number;
  /** How much longer the new text is than the old one. */
  readonly by: number;
}

/** Compares two versions of a text. Linear. */
export function changeOf(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  const head = sharedStart(before, after, most);
  let tail = 0;
  const by = after.length - before.length;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return { head, tail, by };
}

/** How much of two strings' first `most` units is the same: whole pieces are compared at once, since that is many times faster. */
function sharedStart(before: string, after: string, most: number): number {
  let at = 0;
  for (let step = PIECE; step >= 1; step = step >> 3) {
    while (at + step <= most && before.slice(at, at + step) === after.slice(at, at + step)) at += step;
  }
  return at;
}

const PIECE = 4096;

/** How many of two lists' items are the same at their start and, where they may have moved, at their end. They do not overlap. */
export interface Shared {
  readonly first: number;
  readonly last: number;
}

/**
 * The items that a change left alone, of two lists in the order of their texts. `alike` compares two items apart from their place. An item
 * is left alone only if it and all before it (or all after it) is.
 */
export function sharedSpans<T extends Span>(
  before: readonly T[],
  after: readonly T[],
  { head, tail, by }: Change,
  length: number,
  alike: (a: T, b: T) => boolean,
): Shared {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most) {
    const [a, b] = [before[first]!, after[first]!];
    if (b.end > head || a.start !== b.start || a.end !== b.end || !alike(a, b)) break;
    first++;
  }
  let last = 0;
  while (last < most - first) {
    const [a, b] = [before[before.length - 1 - last]!, after[after.length - 1 - last]!];
    if (b.start < length - tail || a.start + by !== b.start || a.end + by !== b.end || !alike(a, b)) break;
    last++;
  }
  return { first, last };
}
