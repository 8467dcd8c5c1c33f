/** Verdicts in a library of one source: what else the draft has of it tells of figures that it seems to say nothing of. */
import type { Claim } from '../claims/claim.ts';
import type { Candidates } from '../library.ts';
import type { CalendarDate } from '../model.ts';
import type { Aligned } from './candidates.ts';
import { counterpartOf, leadsOf } from './counterpart.ts';
import type { FigureVerdict } from './evidence.ts';
import { strayedFrom } from './strayed.ts';
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
  /** How many claims the draft has, and how many of them the source states. */
  private all = 0;
  private stated = 0;
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

  /** Counts a claim of the draft, or no more, whether the source states it or not. */
  countDraft(isStated: boolean, isThere: boolean): void {
    const { isSummary } = this;
    this.all += isThere ? 1 : -1;
    if (isStated) this.stated += isThere ? 1 : -1;
    if (isSummary !== this.isSummary) this.changed++;
  }

  /** Whether the source states half of the draft's other figures at least, whichever of those that it does not have is looked at. */
  private get isSummary(): boolean {
    return 2 * this.stated >= this.all - 1;
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
    const isOpen = candidates.size === 1 && (by.verdict === 'supported' || by.evidence.length === 0 || isExcused(by));
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
    const leads = leadsOf(neighbours);
    const isTaken = (theirs: Claim) => this.same.has(theirs);
    const found =
      by.verdict === 'supported'
        ? strayedFrom(by, own.entries.find((entry) => entry.claim === claim)?.aligned ?? [], leads, isTaken)
        : counterpartOf(claim, asOf, source, { leads, isTaken, isSummary: this.isSummary, excused: by.evidence[0] ?? null });
    return { ...rests, verdict: found ? { ...by, verdict: verdictOf([found]), evidence: [found] } : by };
  }
}

/** Whether all that differs is another speaker's or a part of it: of whom else the only source has a figure, a draft has none to tell. */
function isExcused({ evidence }: FigureVerdict): boolean {
  return evidence.every(({ stance, reason }) => stance === 'differs' && (reason === 'attribution' || reason === 'scope'));
}
