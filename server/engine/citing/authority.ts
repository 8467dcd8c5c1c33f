/** Whose figure counts most: the order in which the sources of a figure are named to a writer who is to say whose it is. */
import type { Claim } from '../claims/claim.ts';
import { dayRange } from '../compare/calendar.ts';
import type { Evidence, FigureVerdict } from '../compare/evidence.ts';
import { inCommonUnit } from '../compare/units.ts';
import { counts } from '../compare/verdict.ts';
import { bearsOut } from '../fixes/choices.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { countOrigins } from '../origins/count.ts';
import { type PrimeSources, primeRank } from './prime.ts';

/**
 * The evidence that counts, that of the greatest authority first: the prime sources that the workspace names for the measure; figures that
 * more origins give; figures that somebody named answers for; later reports; then as the verdict has it. Newsrooms ask for the strongest
 * source where tolls conflict, and for whose figure it is (BBC editorial guidance on accuracy; The Associated Press Stylebook): which is
 * the strongest only the workspace can say, so that what it says comes first.
 */
export function byAuthority({ claim, evidence }: FigureVerdict, prime: PrimeSources, lexicon: Lexicon): Evidence[] {
  const counted = evidence.filter((item) => counts(item) && item.agreement !== 'loose');
  const ranked = counted.map((item) => ({
    item,
    prime: primeRank(claim, item, prime, lexicon),
    support: countOrigins(counted.filter((other) => bearsOut(item.claim.figure.quantity, other.claim.figure.quantity))),
    isSaid: item.claim.speaker !== null,
    day: dayOf(item),
  }));
  // Infinite ranks do not subtract.
  const rank = (each: number) => Math.min(each, Number.MAX_SAFE_INTEGER);
  ranked.sort(
    (a, b) => rank(a.prime) - rank(b.prime) || b.support - a.support || Number(b.isSaid) - Number(a.isSaid) || b.day - a.day || 0,
  );
  return ranked.map(({ item }) => item);
}

/**
 * Whether a source says all that a draft's figure says: the same, or what lies inside what the draft leaves open. `At least 14` does not
 * contradict `16`, and is no source to name for it.
 */
export function isBorneOut({ figure }: Claim, { agreement, stance, claim }: Evidence): boolean {
  if (stance !== 'agrees') return false;
  const [draft, source] = [figure.quantity, claim.figure.quantity];
  if (agreement === 'same' || draft.dimension === 'date' || source.dimension === 'date') return agreement === 'same';
  const [own, theirs] = inCommonUnit(draft, source) ?? [];
  return own !== undefined && theirs !== undefined && own.low <= theirs.low && theirs.high <= own.high;
}

function dayOf({ source: { article } }: Evidence): number {
  return (article.date && dayRange(article.date, article.date)?.[0]) ?? Number.MIN_SAFE_INTEGER;
}
