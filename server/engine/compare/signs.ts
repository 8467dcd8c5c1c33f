/** The signs by which two claims with different figures are told to be about the same thing or not, each as a number about 0 to 1. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimRef } from '../library.ts';
import type { NumericQuantity, Quantity } from '../model.ts';
import type { Alignment } from './align.ts';
import { compareDates } from './calendar.ts';
import { doubtOf } from './doubt.ts';
import { isMisread, isOtherUnit, isShifted, isTransposed } from './slips.ts';
import type { Acquaintance } from './story.ts';
import { bias, weights } from './weights.ts';
import { knowsTerm } from './wording.ts';

/** In the order of the weights (`weights.ts`). */
export const signs = [
  'likeness',
  'content',
  'head',
  'modifiers',
  'headless',
  'event',
  'cohesion',
  'namesElsewhere',
  'contentElsewhere',
  'sharedNames',
  'otherNames',
  'unsaid',
  'distance',
  'sameRole',
  'unevenRole',
  'sameTime',
  'unevenTime',
  'expected',
  'period',
  'only',
  'sharesFigures',
  'money',
  'share',
  'measure',
  'duration',
  'time',
  'countOfEvent',
  'countOfThings',
  'age',
  'toll',
  'related',
  'transposed',
  'misread',
  'shifted',
  'otherUnit',
  'statedHere',
  'statedAnywhere',
  'agreedHere',
  'agreedElsewhere',
  'barred',
  'doubtHead',
  'doubtEvent',
  'doubtNames',
  'doubtContent',
  'doubtPart',
] as const;

export type Sign = (typeof signs)[number];

const inOrder = signs.map((sign) => weights[sign]);

/** How likely two claims with different figures are about the same thing, 0 to 1: the logistic function of what their signs weigh. */
export function chanceOf(values: readonly number[]): number {
  let sum = bias;
  for (let index = 0; index < values.length; index++) sum += values[index]! * inOrder[index]!;
  return 1 / (1 + Math.exp(-sum));
}

/** The chance that signs come to, and what each of them adds to its logit, those that add nothing aside. */
export interface WeighedSigns {
  readonly chance: number;
  readonly signs: Readonly<Partial<Record<Sign | 'bias', number>>>;
}

/** What `chanceOf` makes of the signs, one by one, for whoever wants to know why. */
export function weighedSigns(values: readonly number[]): WeighedSigns {
  const told = signs.map((sign, index) => [sign, values[index]! * inOrder[index]!] as const).filter(([, weight]) => weight !== 0);
  return { chance: chanceOf(values), signs: Object.fromEntries([['bias', bias], ...told]) };
}

/** What the signs say of a draft's claim and a source's, in the order of `signs`. */
export function signsOf(
  draft: Claim,
  ref: ClaimRef,
  { features, content }: Alignment,
  known: Acquaintance,
  doubt = doubtOf(draft, ref.claim),
): number[] {
  const { claim: theirs } = ref;
  const { dimension } = draft.figure.quantity;
  const elsewhere = toldElsewhere(draft, ref);
  const counts = dimension === 'count' || dimension === 'ordinal';
  const flag = (is: boolean) => (is ? 1 : 0);
  const shares = haveCommon(draft.names, theirs.names);
  return [
    features.likeness,
    content,
    features.head / 0.18,
    features.modifiers / 0.12,
    flag(counts && (draft.head === null) !== (theirs.head === null)),
    flag(features.event > 0),
    flag(features.cohesion > 0),
    elsewhere.names,
    elsewhere.content,
    flag(shares),
    flag(!shares && theirs.ownNames.size > 0),
    unsaid(draft, theirs),
    distanceOf(draft.figure.quantity, theirs.figure.quantity),
    flag(draft.role !== null && draft.role === theirs.role),
    flag(draft.role !== theirs.role),
    flag(draft.time !== null && theirs.time !== null && compareDates(draft.time, theirs.time) === 'same'),
    flag((draft.time === null) !== (theirs.time === null)),
    flag(draft.expected !== theirs.expected),
    flag(periodsDiffer(draft, theirs)),
    flag(known.only),
    flag(known.sharesFigures),
    flag(dimension === 'money'),
    flag(dimension === 'share' || dimension === 'ratio' || dimension === 'points'),
    flag(dimension === 'measure'),
    flag(dimension === 'duration'),
    flag(dimension === 'date' || dimension === 'year'),
    flag(counts && draft.event !== null),
    flag(counts && draft.event === null),
    flag(dimension === 'age'),
    flag(draft.toll),
    flag(known.related === true),
    flag(isTransposed(draft.figure.quantity, theirs.figure.quantity)),
    flag(isMisread(draft.figure.quantity, theirs.figure.quantity)),
    flag(isShifted(draft.figure.quantity, theirs.figure.quantity)),
    flag(isOtherUnit(draft.figure.quantity, theirs.figure.quantity)),
    flag(known.statedHere),
    flag(known.statedAnywhere),
    known.agreedHere,
    known.agreedElsewhere,
    known.barred,
    flag(doubt === 'head'),
    flag(doubt === 'event'),
    flag(doubt === 'names'),
    flag(doubt === 'content'),
    flag(doubt === 'part'),
  ];
}

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const each of few) if (many.has(each)) return true;
  return false;
}

/**
 * How far two figures are apart: the logarithm of their ratio, up to 4; for dates and years the years between, in fives. A point or a scale
 * word in the wrong place takes them no farther than a digit does.
 */
function distanceOf(a: Quantity, b: Quantity): number {
  if (isShifted(a, b)) return 0;
  if (a.dimension === 'date' || b.dimension === 'date') {
    const [left, right] = [yearOf(a), yearOf(b)];
    return left === null || right === null ? 0 : Math.min(4, Math.abs(left - right) / 5);
  }
  const [left, right] = [middle(a), middle(b)];
  if (a.dimension === 'year') return Math.min(4, Math.abs(left - right) / 5);
  if (left <= 0 || right <= 0) return left === right ? 0 : 1;
  return Math.min(4, Math.abs(Math.log(left / right)));
}

function yearOf(quantity: Quantity): number | null {
  if (quantity.dimension === 'date') return quantity.from.year;
  return quantity.dimension === 'year' ? quantity.low : null;
}

function middle({ value, low, high }: NumericQuantity): number {
  return value ?? (low + high) / 2;
}

const PERIODS = ['@year', '@quarter', '@month', '@day'];

/** Whether each sentence tells of another period (`quarterly`, `a month`). */
function periodsDiffer(a: Claim, b: Claim): boolean {
  const [ours, theirs] = [a, b].map(({ terms }) => PERIODS.filter((period) => terms.has(period)));
  return ours!.length > 0 && theirs!.length > 0 && !ours!.some((period) => theirs!.includes(period));
}

/** What a source's claim is told of near its figure and the draft's is not, as a part of all it is told of there. */
function unsaid(draft: Claim, theirs: Claim): number {
  let all = 0;
  let missing = 0;
  for (const [term, weight] of theirs.terms) {
    all += weight;
    if (!draft.terms.has(term)) missing += weight;
  }
  return all > 0 ? missing / all : 0;
}

/**
 * The parts of what a draft's claim is told of (weighed by nearness, its names and the rest) that its source knows and does not tell of
 * beside its own figure: `diesel`, in a sentence on bread.
 */
function toldElsewhere(draft: Claim, { source, claim: theirs }: ClaimRef): { names: number; content: number } {
  const sums = { names: { all: 0, elsewhere: 0 }, content: { all: 0, elsewhere: 0 } };
  for (const [term, weight] of draft.terms) {
    const sum = draft.names.has(term) ? sums.names : sums.content;
    sum.all += weight;
    if (!theirs.terms.has(term) && !theirs.context.has(term) && (knowsTerm(source, term) || source.topics.has(term)))
      sum.elsewhere += weight;
  }
  const part = ({ all, elsewhere }: { all: number; elsewhere: number }) => (all > 0 ? elsewhere / all : 0);
  return { names: part(sums.names), content: part(sums.content) };
}
