/** Whether two sources that differ are worth an editor's look: more is asked than of evidence on a draft, whose writer knows what matters. */
import type { Analysis } from '../analysis.ts';
import type { Claim, Head } from '../claims/claim.ts';
import { compareDates } from '../compare/calendar.ts';
import { namesApart } from '../compare/doubt.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef } from '../library.ts';
import { areOfTwoParts, mayBeAge } from './partial.ts';

/** Two claims of two sources that differ. */
export interface Pair {
  readonly refs: readonly [ClaimRef, ClaimRef];
  /** How well they align, 0 to 1; the better of both ways. */
  score: number;
  /** Whether each differs from the other, whichever is taken for the draft's. */
  mutual: boolean;
  /** Whether nothing explains the difference. */
  hard: boolean;
}

/** How well two claims must align to be worth an editor's look: of an event, of what both say of one name, of nameless things, else. */
const OF_EVENT = 0.5;
const OF_NAME = 0.35;
const OF_NAME_AMONG_OTHERS = 0.6;
const NAMELESS = 0.55;
const OF_OTHERS = 0.8;
/** The same for counts of things, and for counts of an event whose sentences name others. */
const OF_THINGS = 0.8;
const OF_EVENT_ELSEWHERE = 0.9;
/** The same for dates, ages, durations and the like, which stand in every other sentence. */
const OF_BARE = 0.85;
/** How well where only one of the two differs when it is taken for the draft's. */
const ONE_WAY = 0.7;
const ONE_WAY_OF_NAME = 0.6;

/** Dimensions whose figures say too little of what they measure to be set beside one another without more. */
const BARE: ReadonlySet<string> = new Set(['date', 'year', 'duration', 'ordinal', 'age', 'points', 'other']);

/** Whether a difference would be believed by whoever reads both sentences: a list of conflicts has no draft to tell what matters. */
export function isTelling({ refs: [{ claim: a, source }, { claim: b, source: other }], score, mutual }: Pair, lexicon: Lexicon): boolean {
  if (a.figure.quantity.hedge === 'vague' && b.figure.quantity.hedge === 'vague') return false;
  if (a.direction !== null && b.direction !== null && a.direction !== b.direction) return false;
  if (timesApart(a, b) || mayBeOne(a, b)) return false;
  if (isWhole(a, source.analysis, lexicon) !== isWhole(b, other.analysis, lexicon)) return false;
  if (isRest(a, source.analysis, lexicon) || isRest(b, other.analysis, lexicon)) return false;
  const placed = [
    { claim: a, analysis: source.analysis },
    { claim: b, analysis: other.analysis },
  ] as const;
  if (placed.some(mayBeAge) || areOfTwoParts(...placed, lexicon)) return false;
  const { dimension } = a.figure.quantity;
  if ((dimension === 'date' || dimension === 'year') && !sharesFigure(a, source.analysis, b, other.analysis)) return false;
  const shares = [...a.ownNames].some((name) => b.ownNames.has(name));
  const nameless = a.ownNames.size === 0 && b.ownNames.size === 0;
  if (BARE.has(dimension)) return mutual && (shares || nameless) && score >= OF_BARE && !areFar(a, b) && sharesWord(a, b);
  if (a.event !== null && a.event === b.event) {
    // Whoever counts all of an event need not name anybody whom the other does.
    const isPlaceless = a.toll && a.place.length === 0 && b.place.length === 0;
    const least = namesApart(a, b) && !isPlaceless ? OF_EVENT_ELSEWHERE : mutual ? OF_EVENT : shares ? ONE_WAY_OF_NAME : ONE_WAY;
    // Far more of others: those whom one text counts are not whom the other does (`80 detainees got away`, `eight people were held`).
    const areOthers = a.head !== null && b.head !== null && a.head.term !== b.head.term && areFar(a, b);
    return countAlike(a, b) && !areOthers && score >= least;
  }
  if (!mutual || a.expected !== b.expected || areFar(a, b) || !sharesWord(a, b)) return false;
  if (dimension === 'count') return a.head !== null && b.head !== null && score >= OF_THINGS;
  // Where each names somebody whom the other does not, one name in common proves little.
  if (shares && hasOtherNames(a, b) && hasOtherNames(b, a)) return score >= OF_NAME_AMONG_OTHERS;
  return score >= (shares ? OF_NAME : nameless ? NAMELESS : OF_OTHERS);
}

/** How well two claims of a toll must align to be set beside others that align better. */
const WEAK = 0.3;

/** Whether two claims of a toll align too badly to be a disagreement by themselves, and well enough to be another voice in one. */
export function isWeak({ refs: [{ claim: a, source }, { claim: b, source: other }], score }: Pair, lexicon: Lexicon): boolean {
  const placed = [
    { claim: a, analysis: source.analysis },
    { claim: b, analysis: other.analysis },
  ] as const;
  if (placed.some(mayBeAge) || areOfTwoParts(...placed, lexicon)) return false;
  return a.toll && b.toll && a.event === b.event && score >= WEAK && countAlike(a, b) && !namesApart(a, b) && !timesApart(a, b);
}

/** Whether the sentences of two claims have another figure in common: only then may a date be the one thing that they tell differently. */
function sharesFigure(a: Claim, ours: Analysis, b: Claim, theirs: Analysis): boolean {
  const valuesBeside = (claim: Claim, { claims }: Analysis) =>
    claims.flatMap(({ figure: { passage, quantity } }) =>
      passage === claim.figure.passage && quantity.dimension !== 'date' && quantity.value !== null
        ? [`${quantity.dimension} ${quantity.value}`]
        : [],
    );
  const values = new Set(valuesBeside(a, ours));
  return valuesBeside(b, theirs).some((value) => values.has(value));
}

/** How many times the smaller of two figures of a thing the greater may be: beyond that they are rather of two things. */
const FAR = 4;

function areFar({ figure: { quantity: a } }: Claim, { figure: { quantity: b } }: Claim): boolean {
  if (a.dimension === 'date' || b.dimension === 'date') return false;
  const [least, most] = [Math.min(a.high, b.high), Math.max(a.low, b.low)];
  return least > 0 && most > FAR * least;
}

/** Whether what two claims share is more than names. */
function sharesWord(a: Claim, b: Claim): boolean {
  for (const key of a.terms.keys()) if (b.terms.has(key) && !a.names.has(key) && !b.names.has(key)) return true;
  return false;
}

function hasOtherNames(a: Claim, b: Claim): boolean {
  return [...a.ownNames].some((name) => !b.ownNames.has(name));
}

/** Whether a hedge leaves room for both figures to be right (`some 258,000`, `a quarter of a million`). */
function mayBeOne({ figure: { quantity: a } }: Claim, { figure: { quantity: b } }: Claim): boolean {
  if (a.dimension === 'date' || b.dimension === 'date' || (a.dimension !== 'count' && a.unit !== b.unit)) return false;
  return (a.hedge !== null || b.hedge !== null) && a.low <= b.high && b.low <= a.high;
}

/** Whether both claims say when, and mean other days: however alike they are, they tell two stories. */
function timesApart(a: Claim, b: Claim): boolean {
  return a.time !== null && b.time !== null && compareDates(a.time, b.time) === 'apart';
}

/** Whether two counts of an event count the same kind of people: three of the forces are not of the four that a headline has. */
export function countAlike({ head: a }: Claim, { head: b }: Claim): boolean {
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
