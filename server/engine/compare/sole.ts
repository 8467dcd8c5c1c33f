/** Verdicts in a library of one source: what else the draft has of it tells of figures that it seems to say nothing of. */
import type { Claim } from '../claims/claim.ts';
import type { Candidates } from '../library.ts';
import type { CalendarDate } from '../model.ts';
import type { Aligned } from './candidates.ts';
import { counterpartOf } from './counterpart.ts';
import type { FigureVerdict } from './evidence.ts';
import { verdictOf } from './verdict.ts';

/** The claims of a sentence of the draft, with what each is held against. The same object means the same claims, held against the same. */
export interface Held {
  readonly entries: readonly { readonly claim: Claim; readonly aligned: readonly Aligned[] }[];
}

/** A verdict with what the figures around a claim's say for it (see `counterpart.ts`), and what that rests on. */
export interface Outcome {
  readonly verdict: FigureVerdict;
  readonly by: FigureVerdict;
  readonly around: readonly (Held | undefined)[];
  /** How often what the draft's figures are the same as had changed. */
  readonly takenAt: number;
}

export class Sole {
  /** For each of the source's claims of how many of the draft's it is the same. */
  private readonly same = new Map<Claim, number>();
  private changed = 0;

  /** Forgets all, where the library has another number of sources. */
  clear(): void {
    this.same.clear();
    this.changed++;
  }

  /** Counts a claim that a draft's is the same as, or no more. */
  count(theirs: Claim, isThere: boolean): void {
    const count = (this.same.get(theirs) ?? 0) + (isThere ? 1 : -1);
    if (count > 0) this.same.set(theirs, count);
    else this.same.delete(theirs);
    if (count <= 0 || (count === 1 && isThere)) this.changed++;
  }

  /**
   * What a verdict comes to: where it rests on nothing, what the source has in other words, or what the figure should have been. `around` are
   * the claim's sentence and those beside it, `before` what it came to the last time.
   */
  outcomeOf(
    claim: Claim,
    by: FigureVerdict,
    around: readonly [Held, Held | undefined, Held | undefined],
    candidates: Candidates,
    asOf: CalendarDate | null,
    before: Outcome | null,
  ): Outcome {
    const isOpen = candidates.size === 1 && by.evidence.length === 0;
    const rests = { by, around, takenAt: this.changed };
    if (before?.by === by && (!isOpen || (before.takenAt === this.changed && before.around.every((each, at) => each === around[at]))))
      return before;
    const source = isOpen ? candidates.sources().find(({ article }) => article.uri !== candidates.except) : undefined;
    if (!source) return { ...rests, verdict: by };
    const [own] = around;
    const neighbours = around.flatMap((held) => {
      const others = (held?.entries ?? []).filter((entry) => entry.claim !== claim);
      return others.map(({ aligned }) => ({ aligned, isBeside: held !== own }));
    });
    const found = counterpartOf(claim, asOf, source, neighbours, (theirs) => this.same.has(theirs));
    return { ...rests, verdict: found ? { ...by, verdict: verdictOf([found]), evidence: [found] } : by };
  }
}
