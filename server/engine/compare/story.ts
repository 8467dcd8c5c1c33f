/** Whether a source tells the story a draft's claim belongs to: shared names or figures, not only a shared kind of thing. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimRef } from '../library.ts';
import { DIFFER_ALONE } from './thresholds.ts';

/** What is known of a source beside the claim that is judged. */
export interface Acquaintance {
  /** Whether it is the library's only source: then the draft can speak of nothing else. */
  readonly only: boolean;
  /** Whether another figure of the draft agrees with it. */
  readonly agreesElsewhere: boolean;
}

/**
 * Whether a claim that differs may be held against the draft's. A claim with names asks for one of them (or its sentence's first word),
 * in the source's claim or among what the source is about, or for a library of one that has another of the draft's figures. One without
 * asks for another figure of the draft in that source, for a library of one, or for likeness beyond doubt.
 */
export function sameStory(claim: Claim, { source, claim: theirs }: ClaimRef, score: number, known: Acquaintance): boolean {
  if (claim.opener !== null && source.topics.has(claim.opener)) return true;
  if (claim.names.size === 0) return known.only || known.agreesElsewhere || score >= DIFFER_ALONE;
  for (const name of claim.names) if (theirs.names.has(name) || source.topics.has(name)) return true;
  return known.only && known.agreesElsewhere;
}
