/** Evidence: a source's claim set beside a draft's claim, with its stance; and the verdict that all of it together gives. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimRef } from '../library.ts';
import type { Reason, Stance, Verdict } from '../model.ts';
import type { Agreement } from './agree.ts';

/** A source's claim set beside a draft's claim. */
export interface Evidence extends ClaimRef {
  readonly stance: Stance;
  /** Null where the stance is plain. */
  readonly reason: Reason | null;
  readonly agreement: Agreement;
  /** How well the two claims align, 0 to 1. */
  readonly score: number;
  /** Of one that differs, how likely it is about the same thing, 0 to 1 (see `signs.ts`). */
  readonly chance?: number;
}

/** Why a claim about the same thing was not compared: another currency or unit, another role in a change, another time. */
export type Incomparable = 'unit' | 'role' | 'time';

/** A source's claim about the same thing that could not be compared, and why. */
export interface SeeAlso extends ClaimRef {
  readonly why: Incomparable;
}

export interface FigureVerdict {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** Agreeing before differing, plain before qualified, the same figure before one that merely fits, then the better aligned. */
  readonly evidence: readonly Evidence[];
  readonly seeAlso: readonly SeeAlso[];
}
