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
  const head = sharedLength(most, (at, size) => before.slice(at, at + size) === after.slice(at, at + size));
  const tail = sharedLength(most - head, (at, size) => {
    const [ours, theirs] = [before.length - at, after.length - at];
    return before.slice(ours - size, ours) === after.slice(theirs - size, theirs);
  });
  return { head, tail, by: after.length - before.length };
}

/** How far two texts are the same, given whether `size` units from `at` on are: whole pieces compare many times faster than single units. */
function sharedLength(most: number, isSame: (at: number, size: number) => boolean): number {
  let at = 0;
  for (let size = PIECE; size >= 1; size >>= 3) while (at + size <= most && isSame(at, size)) at += size;
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
