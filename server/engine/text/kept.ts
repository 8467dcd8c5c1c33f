/** Which passages of a text are those of its version before, and what was found in them then. */
import type { Passage } from '../model.ts';
import type { Shared } from './change.ts';

/** What was found in the version before a text, by passages, and which of those passages it still has. */
export class Kept<Found> {
  constructor(
    /** Null where there is none. */
    readonly before: Found | null,
    private readonly then: readonly Passage[],
    private readonly now: readonly Passage[],
    private readonly shared: Shared,
  ) {}

  /** Whether a passage of the text was there before. */
  has(index: number): boolean {
    return this.before !== null && (index < this.shared.first || index >= this.now.length - this.shared.last);
  }

  /** How many first and last passages were there before beside those that they stand beside now. */
  get inner(): Shared {
    if (this.before === null) return { first: 0, last: 0 };
    return { first: Math.max(0, this.shared.first - 1), last: Math.max(0, this.shared.last - 1) };
  }

  /** The index that a passage which was there before had then. */
  indexOf(index: number): number {
    return index < this.shared.first ? index : index - this.now.length + this.then.length;
  }
}

/** For a text without a version before. */
export const NOTHING_KEPT: Kept<never> = new Kept<never>(null, [], [], { first: 0, last: 0 });
