/** What the sources have instead of a figure: each distinct one once, with who gives it, the latest and best attested first. */
import { type PrimeSources, primeRank } from '../citing/prime.ts';
import { agrees, numbersAgree } from '../compare/agree.ts';
import { dayRange } from '../compare/calendar.ts';
import type { Evidence, FigureVerdict } from '../compare/evidence.ts';
import { inCommonUnit } from '../compare/units.ts';
import { countedAgainst, counts } from '../compare/verdict.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Quantity } from '../model.ts';
import { countOrigins } from '../origins/count.ts';
import { plainTextOf } from './plain.ts';

/** A figure of the sources that a draft may take over. */
export interface FigureChoice {
  /** As a source writes it, on one line and without its markup. */
  readonly text: string;
  readonly quantity: Quantity;
  /** Whether it is the one to take: not where sources conflict, nor where two are as good. */
  readonly best: boolean;
}

/** A choice with the evidence for it. */
export interface Attested extends FigureChoice {
  readonly evidence: readonly Evidence[];
}

/** What the sources that differ have, best first, and before those what the prime sources have. Empty where nothing counts against the figure. */
export function figureChoices({ verdict, evidence, claim }: FigureVerdict, prime: PrimeSources, lexicon: Lexicon): Attested[] {
  if (verdict !== 'refuted' && verdict !== 'conflicting') return [];
  const groups = new Map<string, Evidence[]>();
  for (const item of countedAgainst(evidence)) {
    const key = keyOf(item.claim.figure.quantity);
    if (key === keyOf(claim.figure.quantity)) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const rankOf = (item: Evidence) => primeRank(claim, item, prime, lexicon);
  const all = [...groups.values()].map((group) => candidateOf(group, evidence, rankOf)).sort(byWorth);
  const [first, ...others] = all;
  // Where a source agrees, only later reports of a toll that moved outdate it; all else is a conflict.
  const isOpen =
    verdict === 'refuted' || all.every(({ evidence: own }) => own.every(({ reason }) => reason === 'later' || reason === 'earlier'));
  return all.map(({ evidence: own, quantity }) => ({
    text: writtenBy(own[0]!),
    quantity,
    best: isOpen && own === first!.evidence && others.every((other) => outdoes(first!, other)),
    evidence: own,
  }));
}

interface Candidate {
  /** The best place of its sources among the prime sources; infinite where none is one. */
  readonly prime: number;
  readonly evidence: readonly Evidence[];
  readonly quantity: Quantity;
  /** The days its latest report may be of; null where no date is known. */
  readonly days: readonly [number, number] | null;
  /** How many origins' sources would agree with it. */
  readonly support: number;
  readonly toll: boolean;
}

function candidateOf(group: readonly Evidence[], all: readonly Evidence[], rankOf: (item: Evidence) => number): Candidate {
  const { quantity } = group[0]!.claim.figure;
  const supporting = all.filter((item) => counts(item) && bearsOut(quantity, item.claim.figure.quantity));
  const evidence = [...group].sort(
    (a, b) => (daysOf(b)?.[0] ?? Number.NEGATIVE_INFINITY) - (daysOf(a)?.[0] ?? Number.NEGATIVE_INFINITY) || 0,
  );
  return {
    prime: Math.min(...group.map(rankOf)),
    evidence,
    quantity,
    days: daysOf(evidence[0]!),
    support: countOrigins(supporting),
    toll: group.some(({ claim }) => claim.toll),
  };
}

/**
 * What prime sources have first. What is earlier than the draft's figure last. Before it the later first where reports of a toll come in, else the better attested; an
 * uncertain date counts by the first day it may mean.
 */
function byWorth(a: Candidate, b: Candidate): number {
  if (a.prime !== b.prime) return a.prime < b.prime ? -1 : 1;
  const isEarlier = ({ evidence }: Candidate) => Number(evidence.every(({ reason }) => reason === 'earlier'));
  if (isEarlier(a) !== isEarlier(b)) return isEarlier(a) - isEarlier(b);
  const [left, right] = [a.days?.[0] ?? Number.MIN_SAFE_INTEGER, b.days?.[0] ?? Number.MIN_SAFE_INTEGER];
  return a.toll || b.toll ? right - left || b.support - a.support : b.support - a.support || right - left;
}

/** Whether the first of two is surely the one to take. */
function outdoes(first: Candidate, other: Candidate): boolean {
  if (first.prime < other.prime) return true;
  if (bearsOut(first.quantity, other.quantity) && first.support >= other.support) return true;
  if (isLater(first, other) && first.toll) return true;
  return first.support > other.support && !isLater(other, first);
}

function isLater(a: Candidate, b: Candidate): boolean {
  return a.days !== null && b.days !== null && a.days[0] > b.days[1];
}

function daysOf({ source }: Evidence): readonly [number, number] | null {
  const { date } = source.article;
  return date && dayRange(date, date);
}

/** Whether a draft that said the one would be borne out by the other. */
export function bearsOut(draft: Quantity, source: Quantity): boolean {
  if (draft.dimension === 'date' || source.dimension === 'date') return keyOf(draft) === keyOf(source);
  const common = inCommonUnit(draft, source);
  return common !== null && agrees(numbersAgree(...common));
}

/** Equal for what is one figure, however it is written. */
function keyOf(quantity: Quantity): string {
  if (quantity.dimension === 'date') {
    const { from, to, hedge } = quantity;
    return JSON.stringify(['date', from.year, from.month, from.day, to.year, to.month, to.day, hedge]);
  }
  const { dimension, value, low, high, hedge, unit } = quantity;
  return JSON.stringify([dimension, value, low, high, hedge, dimension === 'count' ? null : unit]);
}

/** The words of a source's figure. */
function writtenBy({ source, claim: { figure } }: Evidence): string {
  const tokens = source.analysis.passages[figure.passage]?.tokens.slice(figure.tokens.start, figure.tokens.end) ?? [];
  return plainTextOf(tokens, source.article.text) || figure.text;
}
