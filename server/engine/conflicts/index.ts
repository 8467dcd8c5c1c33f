/** Where the sources disagree among themselves: each source is held against the others as if it were a draft. */
import { claimWants } from '../check.ts';
import type { Claim } from '../claims/claim.ts';
import type { Evidence } from '../compare/evidence.ts';
import { countedAgainst } from '../compare/verdict.ts';
import { weighSource } from '../compare/weighing.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef, Library, Source } from '../library.ts';
import type { CalendarDate, Severity, Span, Work } from '../model.ts';
import { countOrigins, originIdOf } from '../origins/count.ts';
import { type Group, groupsOf, merged, withWeak } from './groups.ts';
import { Kinship } from './kinship.ts';
import { measuresOf } from './measures.ts';
import { type RosterConflict, rosterConflicts } from './rosters.ts';
import { isTelling, isWeak, type Pair } from './telling.ts';
import { ofAll } from './voices.ts';

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
  const met = new Map<Claim, Set<Claim>>();
  // Sources may come and go while a host does other work: those of the beginning are judged.
  const sources = [...library.values()];
  const kinship = new Kinship(sources, library.topics);
  for (const source of sources) {
    const candidates = library.fetch({ claims: claimWants(source.analysis), names: [] }, source.article.uri);
    for (const { claim, evidence } of yield* weighSource(source.analysis, candidates)) {
      if (claim.denied) continue;
      if (claim.toll) for (const item of evidence) meet(met, claim, item.claim);
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
  const found = yield* merged(yield* withWeak(yield* groupsOf(telling, kinship), weak, kinship), kinship);
  const groups: Group[] = [];
  for (const group of found) {
    const told = yield* ofAll(group, met, lexicon);
    if (told) groups.push(told);
  }
  const hard = hardOf(groups, telling);
  const lists = yield* rosterConflicts(sources, lexicon);
  return [...groups.map((group) => disagreement(group, hard.has(group), lexicon)), ...lists.map(ofLists)].sort(
    (a, b) => Number(a.severity !== 'warning') - Number(b.severity !== 'warning') || countOrigins(b.evidence) - countOrigins(a.evidence),
  );
}

/** The groups in which nothing explains that two claims differ. */
function hardOf(groups: readonly Group[], telling: readonly Pair[]): Set<Group> {
  const byClaim = new Map(groups.flatMap((group) => [...group.values()].map(({ claim }) => [claim, group] as const)));
  const hard = new Set<Group>();
  for (const pair of telling) {
    const [a, b] = pair.refs.map(({ claim }) => byClaim.get(claim));
    if (pair.hard && a && a === b) hard.add(a);
  }
  return hard;
}

/** Remembers of both that two claims were held against one another. */
function meet(met: Map<Claim, Set<Claim>>, a: Claim, b: Claim): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const others = met.get(one);
    if (others) others.add(other);
    else met.set(one, new Set([other]));
  }
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

function disagreement(group: Group, hard: boolean, lexicon: Lexicon): Disagreement {
  const evidence = [...group.values()].sort(byDay);
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
