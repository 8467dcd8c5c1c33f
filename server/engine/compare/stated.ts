/** What states a claim's figure in words that have little in common with it: it supports the figure where nothing else speaks of it. */
import type { Claim } from '../claims/claim.ts';
import { type Acquainted, isRelated } from './acquaintance.ts';
import type { Aligned } from './candidates.ts';
import { isPlaceOf } from './doubt.ts';
import type { Evidence } from './evidence.ts';
import { sameSpeaker } from './reason.ts';
import { exactnessOf } from './thresholds.ts';

/** How telling a figure must be to be the same by no chance in an article of the draft's story: two digits, or one with a unit. */
const EXACT = 2;
/** How well one of fewer digits must align. */
const NEARLY = 0.08;
/** How well the same figure of people whom another noun names must align (`16 pupils`, `16 teenagers`). */
const OTHER_NOUN = 0.1;

/**
 * The sources of the claim's story that state its very figure, whatever the words: a draft paraphrases, and its figures are its sources'.
 * Only where no source has been found to speak for or against it. Each source by its best aligned claim. Linear in what is aligned.
 */
export function statedInStory(claim: Claim, aligned: readonly Aligned[], story: Acquainted): Evidence[] {
  if (claim.figure.quantity.dimension === 'year') return [];
  const found = new Map<string, Evidence>();
  for (const { ref, agreement, alignment } of aligned) {
    const { source, claim: theirs } = ref;
    const { score, bar } = alignment;
    if (agreement !== 'same' || theirs.denied || theirs.negated !== claim.negated || isRelated(source, story) === false) continue;
    if (bar !== null && !(bar === 'head' && score >= OTHER_NOUN && areBothPeople(claim, theirs))) continue;
    if (isToldElsewhere(claim, theirs) || isSaidByAnother(claim, theirs)) continue;
    if (exactnessOf(claim, theirs) < EXACT && (bar !== null || score < NEARLY)) continue;
    if (score <= (found.get(source.article.uri)?.score ?? -1)) continue;
    found.set(source.article.uri, { source, claim: theirs, stance: 'agrees', reason: null, agreement, score });
  }
  return [...found.values()];
}

/** Whether two tolls are told of two places, though one sentence may name both. */
function isToldElsewhere({ toll, place }: Claim, { place: theirs }: Claim): boolean {
  return toll && place.length > 0 && theirs.length > 0 && !isPlaceOf(place, theirs);
}

function areBothPeople({ head: a }: Claim, { head: b }: Claim): boolean {
  return Boolean(a?.people) && Boolean(b?.people);
}

function isSaidByAnother({ speaker: ours }: Claim, { speaker: theirs }: Claim): boolean {
  return ours !== null && theirs !== null && !sameSpeaker(ours, theirs);
}
