/** Which of a source's claims speaks for it in a disagreement on a toll: what it tells of all, not of a town, a day or a part. */
import type { Claim } from '../claims/claim.ts';
import { agreement } from '../compare/agree.ts';
import { dayRange } from '../compare/calendar.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef } from '../library.ts';
import type { Work } from '../model.ts';
import { type Group, isOfPast, tellsOfPast } from './groups.ts';
import { isPartOrMore, mayBeAge } from './partial.ts';
import { countAlike } from './telling.ts';

/** Which claims of others each claim was held against, whatever came of it. */
export type Met = ReadonlyMap<Claim, ReadonlySet<Claim>>;

/**
 * A group of claims about a toll, in which each source speaks by the greatest figure that it tells of all. Who tells of a place of its own,
 * and less than was known of all by then, is left out: tolls only grow. Null where nobody then differs. Other groups are what they were: only
 * tolls have parts in every report. Yields once a source.
 */
export function* ofAll(group: Group, met: Met, lexicon: Lexicon): Work<Group | null> {
  if (![...group.values()].every(({ claim }) => claim.toll) || isOfPast(group)) return group;
  const shared = sharedPlaces(group);
  const chosen: ClaimRef[] = [];
  for (const ref of group.values()) {
    chosen.push(wholeOf(ref, group, shared, met, lexicon));
    yield;
  }
  const whole = chosen.filter(({ claim }) => !isPlaced(claim, shared));
  const kept = chosen.filter((ref) => whole.length < 2 || whole.includes(ref) || !whole.some((other) => hadMore(other, ref)));
  return someDiffer(kept) ? new Map(kept.map((ref) => [ref.source, ref])) : null;
}

/** The claim of its source that tells most of a toll: of no town of its own before others, then the greatest. */
function wholeOf(ref: ClaimRef, group: Group, shared: ReadonlySet<string>, met: Met, lexicon: Lexicon): ClaimRef {
  let best = ref.claim;
  for (const claim of ref.source.analysis.claims) {
    if (claim === ref.claim || !tellsSame(claim, ref, lexicon) || !hasMet(claim, group, met)) continue;
    const [isLess, isMore] = [best, claim].map((each) => isVague(each) || (isPlaced(each, shared) && !each.isCountry));
    if (isLess === isMore ? leastOf(claim) > leastOf(best) : isLess) best = claim;
  }
  return best === ref.claim ? ref : { source: ref.source, claim: best };
}

/** Whether a report had a greater figure when another was written. One without a date may be of any day. */
function hadMore({ source, claim }: ClaimRef, other: ClaimRef): boolean {
  if (leastOf(claim) <= leastOf(other.claim)) return false;
  const [day, otherDay] = [source, other.source].map(({ article: { date } }) => date && dayRange(date, date));
  return !!day && !!otherDay && day[0] <= otherDay[1];
}

/** Whether a claim tells the same toll as another of its source, as a fact and of all whom it befell. */
function tellsSame(claim: Claim, { claim: other, source: { analysis } }: ClaimRef, lexicon: Lexicon): boolean {
  const { quantity } = claim.figure;
  return (
    claim.event === other.event &&
    quantity.dimension === other.figure.quantity.dimension &&
    quantity.hedge !== 'vague' &&
    !claim.expected &&
    !claim.denied &&
    !claim.negated &&
    (claim.role === null || claim.role === 'after') &&
    !(claim.head?.member && claim.head.term !== other.head?.term) &&
    countAlike(claim, other) &&
    !tellsOfPast(claim) &&
    !isPartOrMore({ claim, analysis }, lexicon) &&
    !mayBeAge({ claim, analysis })
  );
}

/** Whether a claim was held against one of another source in a group. */
function hasMet(claim: Claim, group: Group, met: Met): boolean {
  const others = met.get(claim);
  return others !== undefined && [...group.values()].some((ref) => others.has(ref.claim));
}

/** The terms of the places that more than one of a group's claims tell of. */
function sharedPlaces(group: Group): Set<string> {
  const known = new Set<string>();
  const shared = new Set<string>();
  for (const { claim } of group.values())
    for (const part of claim.place) {
      if (known.has(part)) shared.add(part);
      known.add(part);
    }
  return shared;
}

/** Whether a claim tells of a place of which no other does. */
function isPlaced({ place }: Claim, shared: ReadonlySet<string>): boolean {
  return place.length > 0 && !place.some((part) => shared.has(part));
}

function isVague({ figure: { quantity } }: Claim): boolean {
  return quantity.hedge === 'vague';
}

function leastOf({ figure: { quantity } }: Claim): number {
  return quantity.dimension === 'date' ? 0 : (quantity.value ?? quantity.low);
}

function someDiffer(refs: readonly ClaimRef[]): boolean {
  return refs.some(({ claim: a }, at) =>
    refs
      .slice(at + 1)
      .some(({ claim: b }) => agreement({ figure: a.figure, asOf: a.told }, { figure: b.figure, asOf: b.told }) === 'differs'),
  );
}
