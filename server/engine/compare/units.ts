/** Brings two quantities into one dimension and unit, or says that they have none in common. */
import { type Conversion, convert, sameCurrency } from '../figures/convert.ts';
import type { NumericQuantity } from '../model.ts';

/** Durations in days and months: within a family conversion is exact, between them it is not, so they only mix where their numbers are the same. */
const DAYS: Readonly<Record<string, number>> = { second: 1 / 86400, minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7, fortnight: 14 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, millennium: 12000 };
/** On the average of a Gregorian year. */
const DAYS_OF_MONTH = 365.2425 / 12;
/** Of so few days, weeks, months or years one text tells more than once. */
const FEW = 5;

/** The two quantities in one unit, the first's where it matters; null where their dimensions, units or rates exclude each other. */
export function inCommonUnit(a: NumericQuantity, b: NumericQuantity): [NumericQuantity, NumericQuantity] | null {
  if (a.per !== null && b.per !== null && a.per !== b.per) return null;
  if (isShare(a) && isShare(b)) return [asFraction(a), asFraction(b)];
  if (a.dimension !== b.dimension) return null;
  switch (a.dimension) {
    case 'money':
      return a.unit !== null && b.unit !== null && sameCurrency(a.unit, b.unit) ? [a, b] : null;
    case 'duration':
      return inFamily(a, b, DAYS) ?? inFamily(a, b, MONTHS) ?? inDays(a, b);
    case 'measure':
    case 'points': {
      if (a.unit === b.unit) return [a, b];
      const from = a.unit === null ? null : convert(a.unit);
      const to = b.unit === null ? null : convert(b.unit);
      return from && to && from.kind === to.kind ? [toBase(a, from), toBase(b, to)] : null;
    }
    default:
      return [a, b];
  }
}

/** Whether a quantity is a part of something: a percentage, a fraction or a ratio. */
export function isShare(quantity: NumericQuantity): boolean {
  return quantity.dimension === 'share' || quantity.dimension === 'ratio';
}

function asFraction(quantity: NumericQuantity): NumericQuantity {
  return quantity.unit === '%' ? scale(quantity, 0.01) : quantity;
}

function inFamily(
  a: NumericQuantity,
  b: NumericQuantity,
  family: Readonly<Record<string, number>>,
): [NumericQuantity, NumericQuantity] | null {
  const from = family[a.unit ?? ''];
  const to = family[b.unit ?? ''];
  return from && to ? [scale(a, from), scale(b, to)] : null;
}

/** So many of one family of units and as many of the other, both in days: eight weeks are never eight months. */
function inDays(a: NumericQuantity, b: NumericQuantity): [NumericQuantity, NumericQuantity] | null {
  if (a.value === null || a.value !== b.value || a.value <= FEW) return null;
  const days = ({ unit }: NumericQuantity) => DAYS[unit ?? ''] ?? (MONTHS[unit ?? ''] ?? 0) * DAYS_OF_MONTH;
  return days(a) > 0 && days(b) > 0 ? [scale(a, days(a)), scale(b, days(b))] : null;
}

function scale(quantity: NumericQuantity, factor: number): NumericQuantity {
  if (factor === 1) return quantity;
  return {
    ...quantity,
    value: quantity.value === null ? null : quantity.value * factor,
    low: quantity.low * factor,
    high: quantity.high * factor,
    grain: quantity.grain * factor,
  };
}

function toBase(quantity: NumericQuantity, { factor, offset }: Conversion): NumericQuantity {
  const scaled = scale(quantity, factor);
  if (offset === 0) return scaled;
  return { ...scaled, value: scaled.value === null ? null : scaled.value + offset, low: scaled.low + offset, high: scaled.high + offset };
}
