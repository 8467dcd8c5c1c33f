/** Claims of several sources about one thing: pairs that differ are gathered into groups, in which each source speaks once. */
import type { Claim } from '../claims/claim.ts';
import { compareDates, dayRange } from '../compare/calendar.ts';
import type { ClaimRef, Source } from '../library.ts';
import type { Work } from '../model.ts';
import type { Kinship } from './kinship.ts';
import type { Pair } from './telling.ts';

/** How many pairs are looked at before a host may look at its clock. */
const STEP = 64;

/** Claims about one thing, one a source. */
export type Group = Map<Source, ClaimRef>;

/**
 * Gathers pairs, the best aligned first: two groups become one where no source would then speak twice, and where they tell the same.
 */
export function* groupsOf(pairs: readonly Pair[], kinship: Kinship): Work<Group[]> {
  const groups = new Map<Claim, Group>();
  const ranked = [...pairs].sort((a, b) => b.score - a.score);
  for (const [at, pair] of ranked.entries()) {
    if (at % STEP === STEP - 1) yield;
    const [a, b] = pair.refs.map((ref) => groups.get(ref.claim) ?? new Map([[ref.source, ref]])) as [Group, Group];
    if (a === b || [...b.keys()].some((source) => a.has(source))) continue;
    const isPair = a.size === 1 && b.size === 1;
    if (!isPair && !kinship.areOne([...a.keys()], [...b.keys()])) continue;
    const joined: Group = new Map([...a, ...b]);
    for (const { claim } of joined.values()) groups.set(claim, joined);
  }
  return yield* merged([...new Set(groups.values())], kinship);
}

/**
 * The groups, the larger first, without those that tell the same as a larger one: at least half of whose sources speak there too, of what
 * that measures.
 */
export function* merged(groups: readonly Group[], kinship: Kinship): Work<Group[]> {
  const kept: Group[] = [];
  for (const group of [...groups].sort((a, b) => b.size - a.size)) {
    yield;
    const heard = (other: Group) => [...group.keys()].filter((source) => other.has(source)).length;
    const larger = kept.find(
      (other) => measuresSame(group, other) && 2 * heard(other) >= group.size && kinship.areOne([...group.keys()], [...other.keys()]),
    );
    if (!larger) kept.push(group);
    else for (const [source, ref] of group) if (!larger.has(source) && !isApart(ref, larger)) larger.set(source, ref);
  }
  return kept;
}

/** Whether a claim says when, and some of a group's say another day. */
function isApart({ claim: { time } }: ClaimRef, group: Group): boolean {
  return time !== null && [...group.values()].some(({ claim }) => claim.time !== null && compareDates(time, claim.time) === 'apart');
}

/** The groups with the voices of sources that speak in none of the same toll: each by its best aligned claim. */
export function* withWeak(groups: readonly Group[], weak: readonly Pair[], kinship: Kinship): Work<readonly Group[]> {
  for (const pair of [...weak].sort((a, b) => b.score - a.score)) {
    yield;
    for (const [known, other] of [pair.refs, [pair.refs[1], pair.refs[0]] as const]) {
      const own: Group = new Map([[other.source, other]]);
      const group = groups.find((group) => group.has(known.source) && !group.has(other.source));
      const fits = group && measuresSame(own, group) && !isApart(other, group) && kinship.areOne([other.source], [...group.keys()]);
      if (fits) group.set(other.source, other);
    }
  }
  return groups;
}

function measuresSame(a: Group, b: Group): boolean {
  const kinds = kindsOf(b);
  return isOfPast(a) === isOfPast(b) && [...kindsOf(a)].some((kind) => kinds.has(kind));
}

/** A claim dated so many days before its text was written tells of the past. */
const PAST = 60;

/** Whether most of a group's claims tell of the past: the others tell of their reports' own days. */
export function isOfPast(group: Group): boolean {
  const past = [...group.values()].filter(({ claim }) => tellsOfPast(claim));
  return 2 * past.length > group.size;
}

/** Whether a claim is dated long before its text was written, or says when in a text that does not say from when it is. */
export function tellsOfPast({ time, told }: Claim): boolean {
  const range = time && dayRange(time.from, time.to);
  const now = told && dayRange(told, told);
  return time !== null && (!range || !now || range[1] < now[0] - PAST);
}

/** What a group's claims count: their events, else their head nouns. */
function kindsOf(group: Group): Set<string> {
  const kinds = new Set<string>();
  for (const { claim } of group.values()) {
    const counted = claim.event ?? claim.head?.term;
    if (counted !== undefined) kinds.add(`${claim.figure.quantity.dimension} ${counted}`);
  }
  return kinds;
}
