/** Where the sources disagree among themselves: each source is held against the others as if it were a draft. */
import { claimWants } from './check.ts';
import type { Claim } from './claims/claim.ts';
import { measuresOf } from './claims/shared.ts';
import { compareDates, dayRange } from './compare/calendar.ts';
import { isTelling, isWeak, type Pair } from './compare/differing.ts';
import type { Evidence } from './compare/evidence.ts';
import { Kinship } from './compare/kinship.ts';
import { countedAgainst } from './compare/verdict.ts';
import { weighSource } from './compare/weighing.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { ClaimRef, Library, Source } from './library.ts';
import type { CalendarDate, Severity, Span, Work } from './model.ts';
import { countOrigins, originIdOf } from './origins/count.ts';
import { type RosterConflict, rosterConflicts } from './rosters.ts';

/** Claims of several sources about one thing, or lists of one body's members, not all of which can be right: one a source. */
export interface Disagreement {
  /** What is measured, in words that the claims share; empty where they share none. */
  readonly measures: string;
  /** `warning` where the figures exclude each other plainly, `information` where dates, speakers or versions of one story may explain the difference. */
  readonly severity: Extract<Severity, 'warning' | 'information'>;
  /** Who says what, the earliest report first, undated ones last: claims, or lists of names. */
  readonly evidence: readonly Statement[];
}

/** What a source says in a disagreement, and where. */
export interface Statement {
  readonly source: Source;
  readonly claim: Claim | Listed;
}

/** A list of names, where claims have their figure. */
export interface Listed {
  readonly figure: Span & { readonly text: string; readonly passage: number };
  readonly speaker: null;
}

/** Whether a statement is of a figure. */
export function isOfFigure(statement: Statement): statement is ClaimRef {
  return 'terms' in statement.claim;
}

/** The disagreements within a library, hard ones first, then those of more origins. Yields once a claim. */
export function* conflicts(library: Library, lexicon: Lexicon): Work<Disagreement[]> {
  const pairs = new Map<Claim, Map<Claim, Pair>>();
  // Sources may come and go while a host does other work: those of the beginning are judged.
  const sources = [...library.values()];
  const kinship = new Kinship(sources, library.topics);
  for (const source of sources) {
    const candidates = library.fetch({ claims: claimWants(source.analysis), names: [] }, source.article.uri);
    for (const { claim, evidence } of yield* weighSource(source.analysis, candidates)) {
      if (claim.denied) continue;
      for (const item of countedAgainst(evidence)) {
        // What only rounds the other is no other opinion, nor is what another story tells.
        const isOne = sharesName(claim, item.claim) || kinship.isOne(source, item.source);
        if (item.agreement !== 'rounded' && isOne) add(pairs, { source, claim }, item);
      }
    }
  }
  const telling: Pair[] = [];
  const weak: Pair[] = [];
  for (const found of pairs.values()) {
    for (const pair of found.values()) {
      if (isTelling(pair, lexicon)) telling.push(pair);
      else if (isWeak(pair, lexicon)) weak.push(pair);
    }
    yield;
  }
  const groups = yield* merged(yield* withWeak(yield* groupsOf(telling, kinship), weak, kinship), kinship);
  const lists = yield* rosterConflicts(sources, lexicon);
  return [...groups.map((group) => disagreement(group, lexicon)), ...lists.map(ofLists)].sort(
    (a, b) => Number(a.severity !== 'warning') - Number(b.severity !== 'warning') || countOrigins(b.evidence) - countOrigins(a.evidence),
  );
}

function sharesName(a: Claim, b: Claim): boolean {
  for (const name of a.ownNames) if (b.ownNames.has(name)) return true;
  return false;
}

function add(pairs: Map<Claim, Map<Claim, Pair>>, ref: ClaimRef, item: Evidence): void {
  const known = pairs.get(item.claim)?.get(ref.claim);
  // Versions of one story differ because it was written on.
  const hard = item.reason === null && !mayHaveMoved(ref, item) && originIdOf(ref.source) !== originIdOf(item.source);
  if (known) {
    known.score = Math.max(known.score, item.score);
    known.mutual = true;
    known.hard &&= hard;
    return;
  }
  const pair: Pair = { refs: [ref, { source: item.source, claim: item.claim }], score: item.score, mutual: false, hard };
  const found = pairs.get(ref.claim);
  if (found) found.set(item.claim, pair);
  else pairs.set(ref.claim, new Map([[item.claim, pair]]));
}

/** Whether what is told may have changed from one report to the other: their days differ or are unknown, and the claims do not both say when. */
function mayHaveMoved(a: ClaimRef, b: ClaimRef): boolean {
  if (a.claim.time && b.claim.time) return false;
  const [left, right] = [a.source.article.date, b.source.article.date];
  return !left || !right || !sameDay(left, right);
}

function sameDay(a: CalendarDate, b: CalendarDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day && a.day !== null;
}

/** How many pairs are looked at before a host may look at its clock. */
const STEP = 64;

/** Claims about one thing, one a source. */
interface Group {
  readonly refs: Map<Source, ClaimRef>;
  /** Whether nothing explains that two of them differ. */
  readonly hard: boolean;
}

/**
 * Gathers pairs, the best aligned first: two groups become one where no source would then speak twice, and where they tell the same.
 */
function* groupsOf(pairs: readonly Pair[], kinship: Kinship): Work<Group[]> {
  const groups = new Map<Claim, Group>();
  const ranked = [...pairs].sort((a, b) => b.score - a.score);
  for (const [at, pair] of ranked.entries()) {
    if (at % STEP === STEP - 1) yield;
    const [a, b] = pair.refs.map((ref) => groups.get(ref.claim) ?? { refs: new Map([[ref.source, ref]]), hard: false }) as [Group, Group];
    if (a !== b && [...b.refs.keys()].some((source) => a.refs.has(source))) continue;
    const isPair = a.refs.size === 1 && b.refs.size === 1;
    if (a !== b && !isPair && !kinship.areOne([...a.refs.keys()], [...b.refs.keys()])) continue;
    const joined: Group = { refs: a === b ? a.refs : new Map([...a.refs, ...b.refs]), hard: a.hard || b.hard || pair.hard };
    for (const { claim } of joined.refs.values()) groups.set(claim, joined);
  }
  return yield* merged([...new Set(groups.values())], kinship);
}

/**
 * The groups, the larger first, without those that tell the same as a larger one: at least half of whose sources speak there too, of what
 * that measures.
 */
function* merged(groups: readonly Group[], kinship: Kinship): Work<Group[]> {
  const kept: Group[] = [];
  for (const group of [...groups].sort((a, b) => b.refs.size - a.refs.size)) {
    yield;
    const heard = (other: Group) => [...group.refs.keys()].filter((source) => other.refs.has(source)).length;
    const larger = kept.find(
      (other) =>
        measuresSame(group, other) && 2 * heard(other) >= group.refs.size && kinship.areOne([...group.refs.keys()], [...other.refs.keys()]),
    );
    if (!larger) kept.push(group);
    else for (const [source, ref] of group.refs) if (!larger.refs.has(source) && !isApart(ref, larger)) larger.refs.set(source, ref);
  }
  return kept;
}

/** Whether a claim says when, and some of a group's say another day. */
function isApart({ claim: { time } }: ClaimRef, { refs }: Group): boolean {
  return time !== null && [...refs.values()].some(({ claim }) => claim.time !== null && compareDates(time, claim.time) === 'apart');
}

/** The groups with the voices of sources that speak in none of the same toll: each by its best aligned claim. */
function* withWeak(groups: readonly Group[], weak: readonly Pair[], kinship: Kinship): Work<readonly Group[]> {
  for (const pair of [...weak].sort((a, b) => b.score - a.score)) {
    yield;
    for (const [known, other] of [pair.refs, [pair.refs[1], pair.refs[0]] as const]) {
      const own: Group = { refs: new Map([[other.source, other]]), hard: false };
      const group = groups.find(({ refs }) => refs.has(known.source) && !refs.has(other.source));
      const fits = group && measuresSame(own, group) && !isApart(other, group) && kinship.areOne([other.source], [...group.refs.keys()]);
      if (fits) group.refs.set(other.source, other);
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
function isOfPast({ refs }: Group): boolean {
  const past = [...refs.values()].filter(({ claim: { time, told } }) => {
    const range = time && dayRange(time.from, time.to);
    const now = told && dayRange(told, told);
    return time !== null && (!range || !now || range[1] < now[0] - PAST);
  });
  return 2 * past.length > refs.size;
}

/** What a group's claims count: their events, else their head nouns. */
function kindsOf({ refs }: Group): Set<string> {
  const kinds = new Set<string>();
  for (const { claim } of refs.values()) {
    const counted = claim.event ?? claim.head?.term;
    if (counted !== undefined) kinds.add(`${claim.figure.quantity.dimension} ${counted}`);
  }
  return kinds;
}

function disagreement({ refs, hard }: Group, lexicon: Lexicon): Disagreement {
  const evidence = [...refs.values()].sort(byDay);
  return { measures: measuresOf(evidence, lexicon), severity: hard ? 'warning' : 'information', evidence };
}

/** Lists may be incomplete, so nothing is plain about them. */
function ofLists({ body, rosters }: RosterConflict): Disagreement {
  const evidence = rosters
    .map(
      ({ source, start, end, text, passage }): Statement => ({ source, claim: { figure: { start, end, text, passage }, speaker: null } }),
    )
    .sort(byDay);
  return { measures: body, severity: 'information', evidence };
}

function byDay(a: Statement, b: Statement): number {
  return dayOf(a) - dayOf(b) || (a.source.article.uri < b.source.article.uri ? -1 : 1);
}

/** A number that grows with the day of a report, as far as that is known. */
function dayOf({ source }: Statement): number {
  const { date } = source.article;
  return date?.year == null ? Number.MAX_SAFE_INTEGER : date.year * 10_000 + (date.month ?? 13) * 100 + (date.day ?? 32);
}
