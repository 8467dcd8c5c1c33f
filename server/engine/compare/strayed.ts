/**
 * Figures that the library's only source has, though not of what the draft tells with them: where one stands nothing else of its sentence
 * does, and where the rest stands another figure goes with its words at least as well, which the draft has nowhere.
 */
import type { Claim } from '../claims/claim.ts';
import { agrees, differs } from './agree.ts';
import type { Aligned } from './candidates.ts';
import { doubtOf, farApart } from './doubt.ts';
import type { Evidence, FigureVerdict } from './evidence.ts';

/** How well the other figure must align. */
const STRAYED = 0.3;
/** How much must lead to its passage: a figure of the claim's own sentence, or one of a sentence beside it, where it aligns better. */
const LED = 1;
const LED_BESIDE = 0.5;
const BETTER = 0.1;
/** How much better one aligns that counts what the draft's does, where the same figure counts something else. */
const COUNTED = 0.3;
/** What is so many times the figure is another thing's. */
const FAR = 10;

/**
 * What a claim says otherwise that its only source seems to support (`by`): null where it seems to stand in its place. `aligned` is what the
 * claim is held against, `around` tells by passages how much the draft's figures around it lead there, and `isTaken` whether another of them
 * is the same as a source's. Linear in `aligned`.
 */
export function strayedFrom(
  { claim, evidence }: FigureVerdict,
  aligned: readonly Aligned[],
  around: ReadonlyMap<number, number>,
  isTaken: (theirs: Claim) => boolean,
): Evidence | null {
  const [first] = evidence;
  if (!first || evidence.some(({ stance }) => stance !== 'agrees')) return null;
  const same = aligned.filter(({ agreement }) => agrees(agreement));
  const led = Math.max(0, ...same.map(({ ref }) => around.get(ref.claim.figure.passage) ?? 0));
  let best: Aligned | null = null;
  for (const item of aligned) {
    const theirs = item.ref.claim;
    const leads = around.get(theirs.figure.passage) ?? 0;
    if (leads < LED_BESIDE || leads <= led || !differs(item.agreement) || item.alignment.bar || theirs.denied) continue;
    if (!isNearer(item, leads, led, first, claim) || isTaken(theirs)) continue;
    if (farApart(claim.figure.quantity, theirs.figure.quantity, FAR)) continue;
    if (best === null || item.alignment.score > best.alignment.score) best = item;
  }
  if (best === null) return null;
  const { source, claim: theirs } = best.ref;
  return { source, claim: theirs, stance: 'differs', reason: null, agreement: 'differs', score: best.alignment.score };
}

/** Whether another figure goes better with a claim's words and the figures around it than the one that is the same. */
function isNearer({ ref, alignment: { score } }: Aligned, leads: number, led: number, same: Evidence, claim: Claim): boolean {
  const doubt = doubtOf(claim, ref.claim);
  if (leads >= LED && score >= same.score + COUNTED && isCounted(claim, ref.claim) && isCountedElse(claim, same.claim))
    return doubt === null || doubt === 'member';
  if (doubt !== null || led > 0 || score < STRAYED) return false;
  return leads >= LED ? score >= same.score : score >= same.score + BETTER;
}

function isCounted({ head: a }: Claim, { head: b }: Claim): boolean {
  return a !== null && b !== null && a.term === b.term;
}

function isCountedElse({ head: a }: Claim, { head: b }: Claim): boolean {
  return a !== null && b !== null && a.term !== b.term;
}
