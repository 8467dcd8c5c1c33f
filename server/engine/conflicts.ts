/** Where the sources disagree among themselves: each source is held against the others as if it were a draft. */
import type { Analysis } from './analysis.ts';
import { claimWants } from './check.ts';
import type { Claim, Head } from './claims/claim.ts';
import { termsOf, withoutPossessive } from './claims/terms.ts';
import type { Evidence } from './compare/evidence.ts';
import { countedAgainst } from './compare/verdict.ts';
import { weighEvidence } from './compare/weigh.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { ClaimRef, Library, Source } from './library.ts';
import type { CalendarDate, Severity, Work } from './model.ts';

/** Claims of several sources about one thing, not all of which can be right: one claim a source. */
export interface Disagreement {
  /** What is measured, in words that the claims share; empty where they share none. */
  readonly measures: string;
  /** `warning` where the figures exclude each other plainly, `information` where dates or speakers may explain the difference. */
  readonly severity: Extract<Severity, 'warning' | 'information'>;
  /** The claims, the earliest report first, undated ones last. */
  readonly evidence: readonly ClaimRef[];
}

/** Two claims of two sources that differ. */
interface Pair {
  readonly refs: readonly [ClaimRef, ClaimRef];
  /** How well they align, 0 to 1; the better of both ways. */
  score: number;
  /** Whether each differs from the other, whichever is taken for the draft's. */
  mutual: boolean;
  /** Whether nothing explains the difference. */
  hard: boolean;
}

/** The disagreements within a library, hard ones first, then those of more sources. Yields once a claim. */
export function* conflicts(library: Library, lexicon: Lexicon): Work<Disagreement[]> {
  const pairs = new Map<Claim, Map<Claim, Pair>>();
  // Sources may come and go while a host does other work: those of the beginning are judged.
  const sources = [...library.values()];
  for (const source of sources) {
    const candidates = library.fetch({ claims: claimWants(source.analysis), names: [] }, source.article.uri);
    for (const { claim, evidence } of yield* weighEvidence(source.analysis, candidates)) {
      if (claim.denied) continue;
      for (const item of countedAgainst(evidence)) {
        // What only rounds the other is no other opinion.
        if (item.agreement !== 'rounded') add(pairs, { source, claim }, item);
      }
    }
  }
  const telling: Pair[] = [];
  for (const found of pairs.values()) {
    for (const pair of found.values()) if (isTelling(pair, lexicon)) telling.push(pair);
    yield;
  }
  return groupsOf(telling)
    .map((group) => disagreement(group, lexicon))
    .sort((a, b) => Number(a.severity !== 'warning') - Number(b.severity !== 'warning') || b.evidence.length - a.evidence.length);
}

function add(pairs: Map<Claim, Map<Claim, Pair>>, ref: ClaimRef, item: Evidence): void {
  const known = pairs.get(item.claim)?.get(ref.claim);
  const hard = item.reason === null && !mayHaveMoved(ref, item);
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

/** Whether a toll may have grown from one report to the other: their days differ or are unknown, and neither tells of a past event. */
function mayHaveMoved(a: ClaimRef, b: ClaimRef): boolean {
  if (!a.claim.toll || !b.claim.toll || (a.claim.time && b.claim.time)) return false;
  const [left, right] = [a.source.article.date, b.source.article.date];
  return !left || !right || !sameDay(left, right);
}

function sameDay(a: CalendarDate, b: CalendarDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day && a.day !== null;
}

/** How well two claims must align to be worth an editor's look: of an event, of what both say of one name, of nameless things, else. */
const OF_EVENT = 0.5;
const OF_NAME = 0.35;
const NAMELESS = 0.55;
const OF_OTHERS = 0.8;
/** The same for dates, ages, durations and ordinals, which stand in every other sentence. */
const OF_TIME = 0.85;
/** How well where only one of the two differs when it is taken for the draft's. */
const ONE_WAY = 0.7;
const ONE_WAY_OF_THINGS = 0.8;

/** Dimensions whose figures say too little of what they measure to be set beside one another without more. */
const TIMES: ReadonlySet<string> = new Set(['date', 'year', 'duration', 'ordinal', 'age', 'other']);

/** Whether a difference would be believed by whoever reads both sentences: a list of conflicts has no draft to tell what matters. */
function isTelling({ refs: [{ claim: a, source }, { claim: b, source: other }], score, mutual }: Pair, lexicon: Lexicon): boolean {
  if (a.figure.quantity.hedge === 'vague' && b.figure.quantity.hedge === 'vague') return false;
  if (a.direction !== null && b.direction !== null && a.direction !== b.direction) return false;
  if (isWhole(a, source.analysis, lexicon) !== isWhole(b, other.analysis, lexicon)) return false;
  if (isRest(a, source.analysis, lexicon) || isRest(b, other.analysis, lexicon)) return false;
  if (TIMES.has(a.figure.quantity.dimension)) return mutual && score >= OF_TIME;
  const shares = [...a.ownNames].some((name) => b.ownNames.has(name));
  if (a.event !== null && a.event === b.event) return countAlike(a, b) && score >= (mutual || shares ? OF_EVENT : ONE_WAY);
  if (!mutual) return score >= ONE_WAY_OF_THINGS;
  const nameless = a.ownNames.size === 0 && b.ownNames.size === 0;
  return score >= (shares ? OF_NAME : nameless ? NAMELESS : OF_OTHERS);
}

/** Whether two counts of an event count the same kind of people: three of the forces are not of the four that a headline has. */
function countAlike({ head: a }: Claim, { head: b }: Claim): boolean {
  return !a || !b || a.term === b.term || (isCrowd(a) && isCrowd(b));
}

function isCrowd({ common, people }: Head): boolean {
  return common || people === 'crowd';
}

/** Whether a count is what an event left out: the three of `all but three`. */
function isRest({ figure }: Claim, { passages }: Analysis, lexicon: Lexicon): boolean {
  const { tokens } = passages[figure.passage]!;
  return lexicon.numbers.links.except.has(tokens[figure.tokens.start - 1]?.lower ?? '');
}

/** Whether a count is the whole of another right before it: the 96 of `63 of 96 seats`. */
function isWhole({ figure }: Claim, { passages, claims }: Analysis, lexicon: Lexicon): boolean {
  const { tokens } = passages[figure.passage]!;
  const { links } = lexicon.numbers;
  let at = figure.tokens.start - 1;
  if (links.the.has(tokens[at]?.lower ?? '')) at--;
  if (!links.of.has(tokens[at]?.lower ?? '')) return false;
  return claims.some((other) => other.figure.passage === figure.passage && other.figure.tokens.end === at);
}

/** Pairs gathered into groups of claims about one thing. */
interface Group {
  readonly refs: Map<Source, ClaimRef>;
  readonly pairs: Pair[];
}

/**
 * Gathers pairs, the best aligned first: two groups become one where no source would then speak twice. Where at least half of a group's
 * sources speak in a larger one of what that measures too, the others join them there.
 */
function groupsOf(pairs: readonly Pair[]): Group[] {
  const groups = new Map<Claim, Group>();
  const ranked = [...pairs].sort((a, b) => b.score - a.score);
  for (const pair of ranked) {
    const [a, b] = pair.refs.map((ref) => groups.get(ref.claim) ?? { refs: new Map([[ref.source, ref]]), pairs: [] }) as [Group, Group];
    if (a !== b && [...b.refs.keys()].some((source) => a.refs.has(source))) continue;
    const joined: Group = a === b ? a : { refs: new Map([...a.refs, ...b.refs]), pairs: [...a.pairs, ...b.pairs] };
    joined.pairs.push(pair);
    for (const { claim } of joined.refs.values()) groups.set(claim, joined);
  }
  const kept: Group[] = [];
  const sized = [...new Set(groups.values())].sort((a, b) => b.refs.size - a.refs.size);
  for (const group of sized) {
    const heard = (other: Group) => [...group.refs.keys()].filter((source) => other.refs.has(source)).length;
    const larger = kept.find((other) => measuresSame(group, other) && 2 * heard(other) >= group.refs.size);
    if (!larger) kept.push(group);
    else for (const [source, ref] of group.refs) if (!larger.refs.has(source)) larger.refs.set(source, ref);
  }
  return kept;
}

function measuresSame(a: Group, b: Group): boolean {
  const kinds = kindsOf(b);
  return [...kindsOf(a)].some((kind) => kinds.has(kind));
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

function disagreement({ refs, pairs }: Group, lexicon: Lexicon): Disagreement {
  const evidence = [...refs.values()].sort((a, b) => dayOf(a) - dayOf(b) || (a.source.article.uri < b.source.article.uri ? -1 : 1));
  return { measures: measuresOf(evidence, lexicon), severity: pairs.some(({ hard }) => hard) ? 'warning' : 'information', evidence };
}

/** A number that grows with the day of a report, as far as that is known. */
function dayOf({ source }: ClaimRef): number {
  const { date } = source.article;
  return date?.year == null ? Number.MAX_SAFE_INTEGER : date.year * 10_000 + (date.month ?? 13) * 100 + (date.day ?? 32);
}

/** How many words a group is headed by, and how near to the figures they must be, against the nearest. */
const MOST_WORDS = 4;
const NEAR = 0.5;

/**
 * What claims measure. Where an event is told, as most of them tell it (`people killed`); else the words that they have in common, in the
 * order of the one that has most of them (`average household pay`).
 */
function measuresOf(evidence: readonly ClaimRef[], lexicon: Lexicon): string {
  const claims = evidence.map(({ claim }) => claim);
  if (claims.every(({ event }) => event !== null)) {
    const told = claims.filter(({ head, measures }) => head !== null && measures !== '');
    return mostUsed((told.length > 0 ? told : claims).map(({ measures }) => measures));
  }
  let best: readonly string[] = [];
  for (const ref of evidence) {
    const words = sharedWords(ref, claims, lexicon);
    if (words.length > best.length) best = words;
  }
  return best.length > 0 ? best.join(' ') : mostUsed(claims.map(({ measures }) => measures));
}

/** The most used of some phrases; of equals the shortest, then the first. */
function mostUsed(phrases: readonly string[]): string {
  const uses = (phrase: string) => phrases.filter((other) => other === phrase).length;
  return [...phrases].sort((a, b) => uses(b) - uses(a) || a.length - b.length)[0] ?? '';
}

/** The words near a claim's figure that all claims have near theirs, in the order of its sentence; names only where little else is shared. */
function sharedWords({ source, claim }: ClaimRef, claims: readonly Claim[], lexicon: Lexicon): string[] {
  const shared = [...claim.terms].filter(([key]) => claims.every((other) => other.terms.has(key))).sort((a, b) => b[1] - a[1]);
  const plain = shared.filter(([key]) => !claim.names.has(key));
  const least = NEAR * (plain[0]?.[1] ?? 0);
  const near = (plain.length > 1 ? plain : shared).filter(([, weight]) => weight >= least).slice(0, MOST_WORDS);
  const telling = new Set(near.map(([key]) => key));
  const passage = source.analysis.passages[claim.figure.passage]!;
  const words: string[] = [];
  for (const [at, term] of termsOf(passage, lexicon).entries()) {
    if (!term || !telling.delete(term.key)) continue;
    const { text, lower } = passage.tokens[at]!;
    words.push(withoutPossessive(at === 0 && !term.name ? lower : text));
  }
  return words;
}
