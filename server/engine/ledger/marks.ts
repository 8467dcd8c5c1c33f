/** Holds a draft's figures, names and quotations against what its checkers decided: what is ticked, what is asked, and what has changed since. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Source } from '../library.ts';
import type { QuoteVerdict } from '../quotes/judge.ts';
import { quote } from '../rules/wording.ts';
import { claimsIn } from './identity.ts';
import { isEdited, likenessOf, type PassageChange, passageChange, recorded, type Shelf, type Ticked, wordsOfPassage } from './passages.ts';
import { type Decision, type FigureTarget, QUERY, type QuotationTarget, type Target, TICK } from './record.ts';

/** What became of a draft's claim that somebody ticked or asked about. */
export type DraftChange =
  /** The draft gives another figure. */
  | { readonly what: 'figure'; readonly before: string; readonly now: string }
  /** It measures something else, or says the same of something else. */
  | { readonly what: 'claim'; readonly before: string; readonly now: string };

export interface Mark {
  /** `reopened` is a tick that does not hold any more. */
  readonly state: 'ticked' | 'queried' | 'reopened';
  readonly decision: Decision;
  /** What has changed since: why a tick was reopened, or that a query's claim reads otherwise by now; null where nothing has. */
  readonly change: PassageChange | DraftChange | null;
  /** The source that a tick relies on, where it still stands where it stood; null otherwise. */
  readonly source: Source | null;
  /** All that was decided on the same claim or name: what a new decision takes the place of. */
  readonly decisions: readonly Decision[];
}

export interface Marks {
  /** By where the figure stands in the draft. */
  readonly figures: ReadonlyMap<number, Mark>;
  /** By the name as the draft spells it. */
  readonly names: ReadonlyMap<string, Mark>;
  /** By the quoted words as the draft has them, on one line. */
  readonly quotations: ReadonlyMap<string, Mark>;
}

export const noMarks: Marks = { figures: new Map(), names: new Map(), quotations: new Map() };

/** A decision on a claim, and what has become of that. */
interface Held {
  readonly claim: Claim;
  readonly decision: Decision;
  readonly change: DraftChange | null;
}

/**
 * @param quotations the draft's, judged
 * @param decisions those on this draft; ticks and queries count
 */
export function marksOf(
  analysis: Analysis,
  quotations: readonly Pick<QuoteVerdict, 'quotation'>[],
  decisions: readonly Decision[],
  shelf: Shelf,
  lexicon: Lexicon,
): Marks {
  const checks = decisions.filter(({ decision }) => decision === TICK || decision === QUERY);
  if (checks.length === 0) return noMarks;
  const names = new Map<string, Decision[]>();
  for (const each of checks) if ('name' in each.target) push(names, each.target.name, each);
  const figures = new Map<number, Held[]>();
  for (const held of heldIn(analysis, checks, lexicon)) push(figures, held.claim.figure.start, held);
  return {
    figures: new Map([...figures].map(([start, held]) => [start, markOf(held, 'figure', shelf)])),
    names: new Map([...names].map(([name, all]) => [name, markOf(all.map(withoutChange), 'name', shelf)])),
    quotations: new Map([...quotedIn(quotations, checks)].map(([words, held]) => [words, markOf(held, 'quotation', shelf)])),
  };
}

/** The decisions on quotations by the words that they are on now: the same, or those of the quotation that took the place of one that is gone. */
function quotedIn(quotations: readonly Pick<QuoteVerdict, 'quotation'>[], checks: readonly Decision[]): Map<string, Standing[]> {
  const found = new Map<string, Standing[]>();
  const all = new Set(quotations.map(({ quotation }) => quote(quotation.text)));
  const lost: (readonly [QuotationTarget, Decision])[] = [];
  for (const decision of checks) {
    const { target } = decision;
    if (!('quotation' in target)) continue;
    if (all.has(target.quotation)) push(found, target.quotation, withoutChange(decision));
    else lost.push([target, decision]);
  }
  const free = [...all].filter((words) => !found.has(words));
  for (const [{ quotation: before }, decision] of lost) {
    const [now] = free.filter((words) => isEdited(before, words)).sort((a, b) => likenessOf(before, b) - likenessOf(before, a));
    if (now !== undefined) push(found, now, { decision, change: { what: 'claim', before, now } });
  }
  return found;
}

/** What a record of a tick or a query on a claim says of it, beside its target. */
export function asSaid({ passages }: Pick<Analysis, 'passages'>, { figure }: Claim): Pick<Decision, 'figure' | 'said'> {
  return { figure: quote(figure.text), said: recorded({ passages }, figure.passage).text };
}

/** What a tick or a query on a claim is bound to. */
export function targetOfClaim(claim: Claim, analysis: Analysis, lexicon: Lexicon): FigureTarget {
  return claimsIn(analysis, lexicon).targetOf(claim);
}

/** A decision, and what has become of what it is on, wherever that stands. */
type Standing = Pick<Held, 'decision' | 'change'>;

function withoutChange(decision: Decision): Standing {
  return { decision, change: null };
}

/** A question that is open comes before any answer, and what does not hold any more before what does. */
const ORDER = { queried: 0, reopened: 1, ticked: 2 } as const;

function markOf(held: readonly Standing[], ticked: Ticked, shelf: Shelf): Mark {
  const decisions = held.map(({ decision }) => decision);
  const marks = held.map(({ decision, change }): Mark => {
    const source = (decision.passage && shelf.at(decision.passage.source)) ?? null;
    if (decision.decision === QUERY) return { state: 'queried', decision, change, source, decisions };
    const since = change ?? (decision.passage && passageChange(decision.passage, ticked, shelf));
    return { state: since ? 'reopened' : 'ticked', decision, change: since, source, decisions };
  });
  return marks.reduce((first, each) => (isBefore(each, first) ? each : first));
}

/** Of two ticks that hold, or do not, the newer one says more. */
function isBefore(one: Mark, other: Mark): boolean {
  const order = ORDER[one.state] - ORDER[other.state];
  return order < 0 || (order === 0 && (one.decision.when ?? '') > (other.decision.when ?? ''));
}

/** The claims that decisions speak of: those that are as they were, and those that took the place of one that is not there any more. */
function heldIn(analysis: Analysis, checks: readonly Decision[], lexicon: Lexicon): Held[] {
  const claims = claimsIn(analysis, lexicon);
  const held: Held[] = [];
  const lost: Decision[] = [];
  for (const decision of checks) {
    const { target } = decision;
    if (!isFigureTarget(target)) continue;
    const exact = claims.findExactly(target);
    const claim = exact ?? claims.find(target);
    if (!claim) lost.push(decision);
    // What a figure without a noun measures is only the words around it, of which some may be others by now.
    else if (exact || !(claim.head || claim.event) || claims.measuresTheSame(claim, target.measures))
      held.push({ claim, decision, change: null });
    else held.push({ claim, decision, change: { what: 'claim', ...inWords(decision, target, claim, analysis) } });
  }
  if (lost.length === 0) return held;
  const taken = new Set(held.map(({ claim }) => claim));
  return [
    ...held,
    ...successors(
      lost,
      analysis.claims.filter((claim) => !taken.has(claim)),
      analysis,
      lexicon,
    ),
  ];
}

/** What a claim was, and is: with what it measures where that makes the difference, else the sentences. */
function inWords(
  { figure, said }: Decision,
  { measures, quantity }: FigureTarget,
  claim: Claim,
  analysis: Pick<Analysis, 'passages'>,
): { before: string; now: string } {
  const before = `${figure ?? quantity} ${measures}`.trim();
  const now = `${quote(claim.figure.text)} ${claim.measures}`.trim();
  return before === now && said !== null ? { before: said, now: asSaid(analysis, claim).said! } : { before, now };
}

/** How much more than its sentence's words speaks for a claim that took another's place: that it has its value, its dimension, what it measures. */
const SIGN = 0.25;

/**
 * The claims that stand where those of some decisions stood: in the sentence that shares most words with theirs, and of several there the
 * one most like it. A claim takes the place of one decision's claim, or of all those on the same.
 */
function successors(lost: readonly Decision[], free: readonly Claim[], analysis: Analysis, lexicon: Lexicon): Held[] {
  const claims = claimsIn(analysis, lexicon);
  const words = new Map<number, string>();
  const sentence = ({ figure: { passage } }: Claim) => {
    const found = words.get(passage) ?? wordsOfPassage(analysis.passages[passage]!);
    words.set(passage, found);
    return found;
  };
  const pairs: { readonly decision: Decision; readonly target: FigureTarget; readonly claim: Claim; readonly score: number }[] = [];
  for (const decision of lost) {
    const { target, said } = decision;
    if (said === null || !isFigureTarget(target)) continue;
    for (const claim of free) {
      if (!isEdited(said, sentence(claim))) continue;
      const now = claims.targetOf(claim);
      const isSameKind = dimensionOf(now) === dimensionOf(target);
      if (!isSameKind && now.measures !== target.measures) continue;
      const signs = [isSameKind, now.quantity === target.quantity, now.measures === target.measures].filter(Boolean).length;
      pairs.push({ decision, target, claim, score: likenessOf(said, sentence(claim)) + SIGN * signs });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const found: Held[] = [];
  const places = new Map<Claim, string>();
  const done = new Set<Decision>();
  for (const { decision, target, claim } of pairs) {
    const key = JSON.stringify(target);
    if (done.has(decision) || (places.get(claim) ?? key) !== key) continue;
    done.add(decision);
    places.set(claim, key);
    const [before, now] = [decision.figure ?? target.quantity, quote(claim.figure.text)];
    const isFigure = claims.targetOf(claim).quantity !== target.quantity;
    found.push({
      claim,
      decision,
      change: isFigure ? { what: 'figure', before, now } : { what: 'claim', ...inWords(decision, target, claim, analysis) },
    });
  }
  return found;
}

/** The dimension comes first in the words of a quantity. */
function dimensionOf({ quantity }: FigureTarget): string {
  return quantity.slice(0, `${quantity} `.indexOf(' '));
}

function isFigureTarget(target: Target): target is FigureTarget {
  return 'quantity' in target;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
