/** Writes a disagreement into a draft: the range of what the sources give, or one source's figure with whose it is. */
import { agrees, numbersAgree } from '../compare/agree.ts';
import type { Evidence, FigureVerdict } from '../compare/evidence.ts';
import { inCommonUnit } from '../compare/units.ts';
import { countedAgainst } from '../compare/verdict.ts';
import { writtenLike } from '../consistency/amounts.ts';
import { type FigureFix, figureFixes } from '../fixes/figure.ts';
import { plainTextOf } from '../fixes/plain.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Dimension, NumericQuantity, Span } from '../model.ts';
import { type Attributing, type Attribution, asClause, attributed, openClause } from './attribute.ts';
import { byAuthority } from './authority.ts';

/** A figure of a draft reworded, and the words behind its clause. */
export interface Disputed {
  /** The figure as it then reads. */
  readonly shown: string;
  /** The words behind the clause, without their comma. */
  readonly words: string;
  /** Ascending and disjoint. */
  readonly edits: readonly (Span & { readonly newText: string })[];
}

/** What may be told as a range: ranks, ratios and dates are no amounts between which the truth may lie. */
const RANGED: ReadonlySet<Dimension> = new Set<Dimension>(['count', 'money', 'share', 'points', 'measure', 'duration', 'age', 'other']);

/**
 * `between 26 and 160 ..., depending on the source`: from the least to the most that the sources state, each in the draft's style. Null
 * where they do not disagree, where no such words can go into the sentence, and where a source would not agree with the range.
 */
export function disputedRange(verdict: FigureVerdict, draft: Attributing): Disputed | null {
  const { claim } = verdict;
  const clause = openClause(verdict, draft);
  if (clause === null || countedAgainst(verdict.evidence).length === 0 || !RANGED.has(claim.figure.quantity.dimension)) return null;
  const stated = byAuthority(verdict, draft.prime, draft.lexicon);
  const amounts = stated.map((item) => amountIn(item, claim.figure.quantity as NumericQuantity));
  if (amounts.some((amount) => amount === null)) return null;
  const [low, high] = [least(amounts as Amount[], 1), least(amounts as Amount[], -1)];
  if (!low || !high || low.value >= high.value) return null;
  const own = claim.figure.quantity as NumericQuantity;
  const quantity: NumericQuantity = { ...own, value: null, low: low.value, high: high.value, hedge: 'range', grain: low.grain };
  if (!stated.every((item) => isWithin(item, quantity))) return null;
  const [before, link] = draft.lexicon.citing.between;
  const { tokens } = draft.analysis.passages[claim.figure.passage]!;
  const like = ({ value }: Amount) => writtenLike(claim, value, tokens, draft.analysis.prose.text, draft.lexicon);
  const texts = pairsOf(like(low), like(high), draft.lexicon).map(([one, other]) => `${before} ${one} ${link} ${other}`);
  const fix = firstFix(verdict, texts, quantity, draft);
  if (!fix || fix.end > clause.at) return null;
  const words = draft.lexicon.citing.depending;
  return { shown: fix.shown, words, edits: [fix, asClause(words, clause, draft)] };
}

/**
 * `160 ..., according to The Militant`: the figure of the source with the greatest authority, where that is another than the draft's, and
 * whose it is. Null where the draft has its figure, and where it cannot be said.
 */
export function disputedFigure(verdict: FigureVerdict, draft: Attributing): (Disputed & { readonly attribution: Attribution }) | null {
  const [item] = byAuthority(verdict, draft.prime, draft.lexicon);
  if (item?.stance !== 'differs') return null;
  const attribution = attributed(verdict, item, 'source', draft);
  if (!attribution) return null;
  const fix = firstFix(verdict, [textOf(item)], item.claim.figure.quantity, draft);
  if (!fix || fix.end > attribution.edit.start) return null;
  const { edit, words } = attribution;
  return { shown: fix.shown, words, edits: [fix, edit], attribution };
}

interface Amount {
  /** In the draft's unit. */
  readonly value: number;
  readonly grain: number;
}

/** What a source states; null where it states no one number, or none in the draft's unit. */
function amountIn({ claim: { figure } }: Evidence, draft: NumericQuantity): Amount | null {
  const [own, theirs] = figure.quantity.dimension === 'date' ? [] : (inCommonUnit(draft, figure.quantity) ?? []);
  if (!own || !theirs || theirs.value === null) return null;
  const scale = draft.value !== null && own.value ? draft.value / own.value : 1;
  return { value: Number((theirs.value * scale).toPrecision(12)), grain: theirs.grain * scale };
}

function isWithin({ claim: { figure } }: Evidence, range: NumericQuantity): boolean {
  const common = figure.quantity.dimension === 'date' ? null : inCommonUnit(range, figure.quantity);
  return common !== null && agrees(numbersAgree(...common));
}

function least(amounts: readonly Amount[], sign: 1 | -1): Amount | undefined {
  return amounts.reduce<Amount | undefined>(
    (best, each) => (best === undefined || sign * each.value < sign * best.value ? each : best),
    undefined,
  );
}

/** Both ends, the first without its unit where it can do without (`between 3 and 4 miles`); not without its scale (`3 million`). */
function pairsOf(low: string, high: string, { numbers }: Lexicon): (readonly [string, string])[] {
  const [one, other] = [lowered(low), lowered(high)];
  const [bare = one, next = ''] = one.split(' ');
  const pairs = [[one, other]] as (readonly [string, string])[];
  if (bare !== one && !numbers.scales.has(next.toLowerCase())) pairs.unshift([bare, other]);
  return pairs;
}

function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function firstFix(
  { claim }: FigureVerdict,
  texts: readonly string[],
  quantity: FigureVerdict['claim']['figure']['quantity'],
  draft: Attributing,
): FigureFix | null {
  const { prose } = draft.analysis;
  const { start, end, quantity: given } = claim.figure;
  const place = { text: prose.text, language: prose.language, span: { start, end }, quantity: given };
  const wanted = texts.map((text) => ({ text, quantity }));
  return figureFixes(place, wanted, draft.lexicon).find((fix) => fix !== null) ?? null;
}

/** A figure as its source writes it. */
function textOf({ source, claim: { figure } }: Evidence): string {
  const tokens = source.analysis.passages[figure.passage]?.tokens.slice(figure.tokens.start, figure.tokens.end) ?? [];
  return plainTextOf(tokens, source.article.text) || figure.text;
}
