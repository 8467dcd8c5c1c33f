/** What the comparing functions report while they weigh a claim, for `explain`: each candidate, and at which step it was dropped and why. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimRef } from '../library.ts';
import type { Stance } from '../model.ts';
import type { Bar } from './align.ts';
import type { Aligned } from './candidates.ts';
import type { Doubt } from './doubt.ts';

/**
 * Why a candidate is no evidence: a bar or a doubt; or it aligns too badly (`score`), the signs hardly speak for one thing (`chance`), too badly beside the passage of its source that
 * differs (`margin`), or beside the source that agrees (`conflict`); nothing shows that it tells the draft's story (`story`); it agrees
 * with another claim of the draft (`taken`), or stands where that one belongs (`swapped`); another passage of its source speaks better (`outdone`); a passage of its source has the
 * same figure about nearly the same thing (`doubtful`); it only rounds what another source states (`rounded`); a source that agrees tells
 * the two apart (`apart`); the draft's figure follows from it and what stands beside it
 * (`derived`); some source states the same figure, in words that say too little (`elsewhere`).
 */
export type Objection =
  | Bar
  | Doubt
  | 'score'
  | 'chance'
  | 'margin'
  | 'conflict'
  | 'story'
  | 'taken'
  | 'swapped'
  | 'outdone'
  | 'doubtful'
  | 'rounded'
  | 'apart'
  | 'derived'
  | 'elsewhere';

/** A candidate dropped as evidence of a stance; `as` is null where it was dropped before its stance mattered. */
export interface Drop {
  readonly as: Stance | null;
  readonly why: Objection;
  /** The score it would have needed, where that is what it lacks; else null. */
  readonly needs: number | null;
}

/** Hears what becomes of the candidates of a draft's claims. Weighing without one costs nothing more. */
export interface Trace {
  /** A candidate beside a claim; heard again where other shared figures raise its score. */
  aligned(claim: Claim, item: Aligned): void;
  /** What the signs of `signs.ts` say of a pair that differs, in their order. */
  weighed?(claim: Claim, ref: ClaimRef, values: readonly number[]): void;
  dropped(claim: Claim, ref: ClaimRef, drop: Drop): void;
}
