/** Decides whether two quantities agree: in one dimension and unit, after conversion, by the intervals they assert. */
import { asTime } from '../claims/time.ts';
import type { CalendarDate, DateQuantity, Figure, NumericQuantity, Quantity } from '../model.ts';
import { compareDates, dayRange } from './calendar.ts';
import { inCommonUnit, isShare } from './units.ts';

/**
 * How a draft's figure stands to a source's: `same` where it is equal, rounds it or leaves it room; `fits` where two differently hedged
 * ones can both be right; `loose` where the source is so wide, or its date so coarse, that much else would fit as well; `rounded` where
 * a source that differs only rounds what the draft says; `differs` where they exclude each other.
 */
export type Agreement = 'same' | 'fits' | 'loose' | 'rounded' | 'differs';

export function agrees(agreement: Agreement | null): boolean {
  return agreement === 'same' || agreement === 'fits' || agreement === 'loose';
}

export function differs(agreement: Agreement | null): boolean {
  return agreement === 'rounded' || agreement === 'differs';
}

/** A rounding may move a figure by this part of it, whatever its last digit allows (the design's section 3). */
const ROUNDING = 0.025;
/** Numbers closer than this part of them are equal: what binary fractions leave of a conversion. */
const EPSILON = 1e-9;

/** What of a figure tells how it compares. */
export type Stated = Pick<Figure, 'quantity' | 'marker'>;

/** A figure with the day its text speaks from. */
export interface Dated {
  readonly figure: Stated;
  readonly asOf: CalendarDate | null;
  /** Whether its sentence tells of a fall, so that the figure may leave out the minus. */
  readonly falls?: boolean;
}

/** How a draft's figure stands to a source's; null where the two cannot be compared. */
export function agreement(draft: Dated, source: Dated): Agreement | null {
  const time = bothAsTimes(draft, source);
  if (time) {
    const isEnd = isEndOfDays(time[0], draft.figure, time[1]) || isEndOfDays(time[1], source.figure, time[0]);
    return isEnd ? 'same' : datesAgree(time[0], time[1]);
  }
  if (draft.figure.quantity.dimension === 'date' || source.figure.quantity.dimension === 'date') return null;
  // `ten years ago` and `for ten years` are two things.
  const isOneApart = isApart(draft.figure) !== isApart(source.figure);
  if (isOneApart && (draft.figure.marker === 'ago' || source.figure.marker === 'ago')) return null;
  const common = inCommonUnit(draft.figure.quantity as NumericQuantity, source.figure.quantity as NumericQuantity);
  const signed = common && inOneSign(common, draft, source);
  if (!signed) return null;
  const [left, right] = signed;
  if (isEndOf(left, draft.figure, right) || isEndOf(right, source.figure, left)) return 'same';
  if (left.dimension === 'age') return agesAgree(left, right, draft.asOf, source.asOf);
  if (left.dimension === 'year') return yearsAgree(left, right);
  const found = numbersAgree(left, right);
  // `Three days after` and `for three days` may be one; `a year earlier` and `for six months` are two.
  return found === 'differs' && isOneApart ? null : found;
}

function isApart({ marker }: Stated): boolean {
  return marker === 'ago' || marker === 'apart';
}

/**
 * Two quantities with the sign that both mean: what falls by 4% moves by -4%. Null where only one is negative and no fall is told of the
 * other: a loss is no profit. Temperatures and the like are what they are.
 */
function inOneSign(
  both: [NumericQuantity, NumericQuantity],
  draft: Dated,
  source: Dated,
): readonly [NumericQuantity, NumericQuantity] | null {
  const [a, b] = both;
  const below = a.high < 0;
  if (below === b.high < 0 || a.dimension === 'measure' || a.dimension === 'other') return both;
  if (!(below ? source : draft).falls) return null;
  return below ? [negated(a), b] : [a, negated(b)];
}

function negated(quantity: NumericQuantity): NumericQuantity {
  return { ...quantity, value: quantity.value === null ? null : -quantity.value, low: -quantity.high, high: -quantity.low };
}

/** Dates compare with dates, years and `N years ago`; two years, or two durations, as the numbers they are. */
function bothAsTimes(draft: Dated, source: Dated): [DateQuantity, DateQuantity] | null {
  const { dimension } = draft.figure.quantity;
  if (dimension !== 'date' && dimension === source.figure.quantity.dimension) return null;
  // A day of an unstated year is no evidence for a year, nor a year for such a day.
  if (statesNoYear(draft.figure.quantity) !== statesNoYear(source.figure.quantity) && (isYear(draft.figure) || isYear(source.figure)))
    return null;
  const left = asTime(draft.figure, draft.asOf ?? source.asOf);
  const right = asTime(source.figure, source.asOf);
  return left && right ? [left, right] : null;
}

/** Whether a figure that is what something changed from or to is an end of the other, a range: `rose from 2 to 3`, `(2 to 3)`. */
function isEndOf(end: NumericQuantity, { marker }: Stated, range: NumericQuantity): boolean {
  if ((marker !== 'from' && marker !== 'to') || end.value === null || range.hedge !== 'range') return false;
  return close(end.value, range.low) || close(end.value, range.high);
}

/** The same of a day: `from 7 February to 13 February`, `between 7 and 13 February`. */
function isEndOfDays(end: DateQuantity, { marker }: Stated, range: DateQuantity): boolean {
  if ((marker !== 'from' && marker !== 'to') || end.grain !== 'day' || range.grain !== 'day') return false;
  if (compareDates({ ...range, to: range.from }, { ...range, from: range.to }) === 'same') return false;
  return [range.from, range.to].some((day) => compareDates(end, { ...range, from: day, to: day }) === 'same');
}

function statesNoYear(quantity: Quantity): boolean {
  return quantity.dimension === 'date' && quantity.from.year === null;
}

/** A year, a stretch of years, or `N years ago`. */
function isYear({ quantity }: Stated): boolean {
  return quantity.dimension === 'year' || quantity.dimension === 'duration';
}

function datesAgree(draft: DateQuantity, source: DateQuantity): Agreement | null {
  const relation = compareDates(draft, source);
  if (relation === null) return null;
  if (relation === 'same') return 'same';
  if (relation === 'apart') return 'differs';
  // A draft may say less than a source (`in January`), never more.
  const left = dayRange(draft.from, draft.to);
  const right = dayRange(source.from, source.to);
  return left && right && left[0] <= right[0] && left[1] >= right[1] ? 'same' : 'loose';
}

function yearsAgree(draft: NumericQuantity, source: NumericQuantity): Agreement {
  if (draft.low === source.low && draft.high === source.high) return 'same';
  if (draft.low > source.high || source.low > draft.high) return 'differs';
  // `Between 2016 and 2021` and `between 2018 and 2021` state two beginnings.
  if (draft.hedge === 'range' && source.hedge === 'range' && !isDecade(draft) && !isDecade(source)) return 'differs';
  // `By 2029` says an end of `2026 to 2029`.
  const isEnd =
    draft.low === draft.high && source.hedge === 'range' && !isDecade(source) && (draft.low === source.low || draft.low === source.high);
  return isEnd || (draft.low <= source.low && draft.high >= source.high) ? 'same' : 'loose';
}

function isDecade({ low, high }: NumericQuantity): boolean {
  return low % 10 === 0 && high === low + 9;
}

/** Ages may differ by the years between the two texts; where a date is missing they compare plainly. */
function agesAgree(
  draft: NumericQuantity,
  source: NumericQuantity,
  draftDate: CalendarDate | null,
  sourceDate: CalendarDate | null,
): Agreement {
  if (draft.value === null || source.value === null) return numbersAgree(draft, source);
  const between = draftDate?.year != null && sourceDate?.year != null ? draftDate.year - sourceDate.year : null;
  const grown = draft.value - source.value;
  if (between === null || between === 0) return grown === 0 ? 'same' : 'differs';
  return grown >= Math.min(between - 1, 0) && grown <= Math.max(between + 1, 0) ? 'same' : 'differs';
}

/** The design's rule of agreement for two quantities in one unit. */
export function numbersAgree(draft: NumericQuantity, source: NumericQuantity): Agreement {
  const wide = source.high > 2 * source.low && !(draft.high > 2 * draft.low);
  if (draft.hedge === 'range' || source.hedge === 'range') return rangesAgree(draft, source);
  if (areOpposite(draft, source)) return 'differs';
  if (roundsBound(draft, source)) return 'fits';
  if (areStated(draft, source)) {
    if (valuesAgree(draft, source)) return 'same';
    return valuesAgree(source, draft) ? 'rounded' : 'differs';
  }
  if (draft.low > source.high * (1 + EPSILON) || source.low > draft.high * (1 + EPSILON)) {
    // A bare value may still round the one a hedged source states.
    return draft.hedge === null && draft.value !== null && source.value !== null && valuesAgree(draft, source) ? 'same' : 'differs';
  }
  if (sameStated(draft, source)) return 'same';
  return wide ? 'loose' : 'fits';
}

/** Whether a draft gives the bound that a source gives in fewer digits, on its safe side: `more than $100 million` of more than $107 million. */
function roundsBound(draft: NumericQuantity, source: NumericQuantity): boolean {
  if (draft.hedge !== 'more-than' || source.hedge !== 'more-than' || draft.value === null || source.value === null) return false;
  return draft.grain > source.grain && draft.value < source.value && source.value <= draft.high;
}

/** Whether one says that a number is not reached and the other that it is: `fewer than 12`, `at least 12`. */
function areOpposite(a: NumericQuantity, b: NumericQuantity): boolean {
  if (a.value === null || b.value === null || !close(a.value, b.value)) return false;
  return (a.hedge === 'less-than' && b.hedge === 'more-than') || (a.hedge === 'more-than' && b.hedge === 'less-than');
}

/** Whether two figures compare by the values they state: their hedges are equal, or `about` stands before one too exact to be anybody's guess. */
function areStated(draft: NumericQuantity, source: NumericQuantity): boolean {
  if (draft.value === null || source.value === null) return false;
  if (draft.hedge === source.hedge) return draft.hedge !== 'about' || !isGuess(draft) || !isGuess(source);
  return isAbout(draft) && isAbout(source) && !isGuess(draft) && !isGuess(source);
}

function isAbout({ hedge }: NumericQuantity): boolean {
  return hedge === null || hedge === 'about';
}

function isGuess(quantity: NumericQuantity): boolean {
  return quantity.hedge === 'about' && significantDigits(quantity) < EXACT;
}

/** `About 870` is a number that somebody has counted; `about 87` may be a guess, as the intervals of hedges suppose. */
const EXACT = 3;

/** How many digits a number states, its trailing zeros aside; 1 for what states none. */
export function significantDigits({ value, grain }: NumericQuantity): number {
  return value === null || grain <= 0 ? 1 : String(Math.abs(Math.round(value / grain))).length;
}

/** Whether two figures state the same, however each hedges it: `some 330 million` and `330 million`, `dozens` and `dozens`. */
function sameStated(draft: NumericQuantity, source: NumericQuantity): boolean {
  if (draft.value !== null && source.value !== null) return valuesAgree(draft, source);
  return draft.value === source.value && close(draft.low, source.low) && close(draft.high, source.high);
}

function rangesAgree(draft: NumericQuantity, source: NumericQuantity): Agreement {
  if (draft.hedge === 'range' && source.hedge === 'range') {
    return close(draft.low, source.low) && close(draft.high, source.high) ? 'same' : 'differs';
  }
  // `Up to 92` and `at least 82` say an end of `82 to 92`.
  if (source.hedge === 'range' && draft.value !== null) {
    if ((draft.hedge === 'up-to' || draft.hedge === 'less-than') && close(draft.value, source.high)) return 'same';
    if (draft.hedge === 'more-than' && close(draft.value, source.low)) return 'same';
  }
  const inside = draft.hedge === 'range' ? source.low >= draft.low && source.high <= draft.high : false;
  if (inside) return 'same';
  if (draft.low > source.high || source.low > draft.high) return 'differs';
  return source.high > 2 * source.low ? 'loose' : 'fits';
}

/** Equal, or the draft is the coarser and within half its last stated digit and 2.5%. */
function valuesAgree(draft: NumericQuantity, source: NumericQuantity): boolean {
  const difference = Math.abs(draft.value! - source.value!);
  const size = Math.abs(source.value!);
  if (difference <= size * EPSILON) return true;
  // A fraction in words (`a third`) has no last digit: it rounds whatever is near enough.
  if (draft.grain === 0 && source.grain > 0 && isShare(draft)) return difference <= size * ROUNDING;
  return draft.grain > source.grain && difference <= (draft.grain / 2) * (1 + EPSILON) && difference <= size * ROUNDING;
}

/** Whether two numbers are one, but for what a computer's arithmetic adds. */
export function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * EPSILON;
}
