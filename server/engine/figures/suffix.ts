/** Reads what stands behind a number and makes it a percentage, a sum, a duration, an age, a measure or a ratio; and what it is per. */
import type { HedgeWord } from '../lexicon/numbers.ts';
import { convert } from './convert.ts';
import { times } from './digits.ts';
import { readNumeral } from './numerals.ts';
import type { Amount } from './quantity.ts';
import type { Reader } from './reader.ts';

export interface Suffix {
  readonly end: number;
  readonly dimension: Amount['dimension'];
  readonly unit: string | null;
  /** What the number is multiplied by: 0.01 for cents. */
  readonly factor: number;
  /** What a second part adds, in `unit`: the months of `12 years and seven months`. */
  readonly plus: number;
  readonly hedge: HedgeWord | null;
}

/** What a number that ends at `at` is followed by; a count without unit where nothing is known. */
export function readSuffix(r: Reader, at: number, value: number | null, scaled: boolean): Suffix {
  const early = r.phrase(r.words.hedgesAfter, at);
  const from = early?.end ?? at;
  const read = readPercent(r, from) ?? readCurrency(r, from, value, scaled) ?? readMeasure(r, from, value) ?? readTimes(r, from);
  const suffix = read ?? { end: from, dimension: 'count' as const, unit: null, factor: 1, plus: 0, hedge: null };
  const late = early === null && suffix.end > at ? r.phrase(r.words.hedgesAfter, suffix.end) : null;
  return { ...suffix, end: late?.end ?? suffix.end, hedge: early?.value ?? late?.value ?? null };
}

function found(end: number, dimension: Suffix['dimension'], unit: string | null, factor = 1, plus = 0): Suffix {
  return { end, dimension, unit, factor, plus, hedge: null };
}

function readPercent(r: Reader, at: number): Suffix | null {
  const percent = r.phrase(r.words.percent, at);
  return percent && found(percent.end, percent.value.dimension, percent.value.unit);
}

function readCurrency(r: Reader, at: number, value: number | null, scaled: boolean): Suffix | null {
  const { words } = r;
  const sign = words.currencySigns.get(r.text(at));
  if (sign && !(r.number(at + 1) && r.glued(at + 1))) return found(at + 1, 'money', sign.unit);
  if (words.currencyCodes.has(r.text(at))) return found(at + 1, 'money', r.text(at));
  const from = r.hyphen(at) ? at + 1 : at;
  for (let name = from; name < from + 6; name++) {
    const lower = r.lower(name);
    const currency = words.currencyNames.get(lower);
    if (!currency) continue;
    if ((value ?? 0) < (words.currencyFrom.get(lower) ?? 0) && !scaled) return null;
    if (lower.length === 1 && !r.glued(name) && r.word(name)) return null;
    if (name === from) {
      if (words.weightOrMoney.has(lower) && !scaled && !moneyAround(r, name)) return found(name + 1, 'measure', 'pound');
      return found(name + 1, 'money', currency.unit, currency.factor);
    }
    const nations = words.nationalCurrencies.get(currency.unit);
    for (let nation = from; nations && nation < name; nation++) {
      const match = r.phrase(nations, nation);
      if (match && match.end === name) return found(name + 1, 'money', match.value, currency.factor);
    }
    return name === from + 1 && r.capital(from) ? found(name + 1, 'money', currency.unit, currency.factor) : null;
  }
  return null;
}

/** Whether words of money stand within a dozen tokens of `pounds`, which are a weight otherwise. */
function moneyAround(r: Reader, at: number): boolean {
  for (let i = Math.max(0, at - 12); i < at + 12 && i < r.length; i++) if (r.in(r.words.moneyContext, i)) return true;
  return false;
}

/** Units whose parts are written in sequence: hours and minutes. Each takes the next. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  year: ['month', 'week', 'day'],
  month: ['week', 'day'],
  week: ['day'],
  day: ['hour'],
  hour: ['minute'],
  minute: ['second'],
  foot: ['inch'],
};

function readMeasure(r: Reader, at: number, value: number | null): Suffix | null {
  const { words } = r;
  let match = readUnit(r, at);
  if (!match && r.in(words.unitAdjectives, at)) {
    const later = r.phrase(words.units, at + 1);
    if (later?.value.dimension === 'duration') match = later;
  }
  if (!match) return null;
  let { end } = match;
  const { unit, dimension } = match.value;
  // `two second-half goals` are no seconds.
  if (unit === 'second' && r.hyphen(end) && r.in(words.half, end + 1)) return null;
  let plus = 0;
  const part = value === null ? null : readPart(r, end, unit);
  if (part) {
    plus = part.value;
    end = part.end;
  }
  if (dimension === 'duration') {
    const old = r.hyphen(end) ? end + 1 : end;
    if (r.in(words.links.old, old)) return found(old + 1, 'age', unit, 1, plus);
    if (r.in(words.links.of, end) && r.in(words.links.age, end + 1)) return found(end + 2, 'age', unit, 1, plus);
  }
  return found(end, dimension, unit, 1, plus);
}

function readUnit(r: Reader, at: number) {
  const sign = r.words.unitSigns.get(r.text(at));
  if (sign && (r.glued(at) || r.text(at).length > 1) && !(r.number(at + 1) && r.glued(at + 1) && !r.phrase(r.words.units, at))) {
    const longer = r.phrase(r.words.units, at);
    return longer && longer.end > at + 1 ? longer : { value: sign, end: at + 1 };
  }
  return r.phrase(r.words.units, at);
}

function readPart(r: Reader, at: number, unit: string): { value: number; end: number } | null {
  const parts = PARTS[unit];
  if (!parts) return null;
  const and = r.in(r.words.links.and, at) || r.text(at) === ',' ? at + 1 : at;
  const number = readNumeral(r, and);
  if (!number || number.value === null || number.needsUnit) return null;
  // `6ft 2in`, where no preposition can be meant.
  const inches = unit === 'foot' && r.glued(number.end) && r.lower(number.end) === 'in';
  if (inches) return { value: number.value / 12, end: number.end + 1 };
  const second = r.phrase(r.words.units, number.end);
  if (!second || !parts.includes(second.value.unit)) return null;
  return { value: (number.value * convert(second.value.unit)!.factor) / convert(unit)!.factor, end: second.end };
}

/** `3 times more`, `5x`, `10-fold`: a ratio. `Three times` alone counts. */
function readTimes(r: Reader, at: number): Suffix | null {
  const { words } = r;
  if (r.in(words.times, at)) return timesCompare(r, at + 1) ? found(at + 1, 'ratio', null) : null;
  if (r.lower(at) === 'x' && r.glued(at) && !(r.number(at + 1) && r.glued(at + 1))) return found(at + 1, 'ratio', null);
  const fold = r.hyphen(at) ? at + 1 : at;
  return r.in(words.fold, fold) && (fold > at || r.glued(at)) ? found(fold + 1, 'ratio', null) : null;
}

function timesCompare(r: Reader, at: number): boolean {
  return r.in(r.words.timesBefore, at) || r.in(r.words.multipleBefore, at);
}

/** The value of a suffixed number in the suffix's unit. */
export function applied(value: number, suffix: Suffix): number {
  return times(value, suffix.factor) + suffix.plus;
}

/** What a figure that ends at `at` is per, and where scanning goes on; null where it is no rate. */
export function readRate(r: Reader, at: number, dimension: Amount['dimension']): { readonly per: string; readonly next: number } | null {
  const near = rateAt(r, at);
  if (near) return near;
  if (dimension !== 'measure' && dimension !== 'count' && dimension !== 'money') return null;
  // What is measured may stand between: `barrels of oil a day`, `cars built per year`.
  for (let i = at; i < at + 6 && (r.word(i) || r.hyphen(i)); i++) {
    const rate = i > at ? rateAt(r, i) : null;
    if (rate && (r.in(r.words.links.per, i) || i <= at + 3)) return { per: rate.per, next: at };
    if (r.in(r.words.functionWords, i) && !r.in(r.words.links.of, i) && !r.in(r.words.links.and, i)) return null;
  }
  return null;
}

function rateAt(r: Reader, at: number): { per: string; next: number } | null {
  const { words } = r;
  const hyphen = r.hyphen(at) ? at + 1 : at;
  const slash = r.text(at) === '/' && r.glued(at) && r.glued(at + 1);
  const article = r.in(words.links.article, hyphen);
  if (!slash && !article && !r.in(words.links.per, hyphen)) return null;
  let noun = hyphen + 1;
  if (r.hyphen(noun)) noun++;
  if (!article && !slash && r.number(noun)) {
    const digits = r.digits(noun);
    return digits ? { per: String(digits.value), next: noun + 1 } : null;
  }
  for (let skipped = 0; skipped < 2 && r.in(words.rateAdjectives, noun) && !words.rates.has(r.lower(noun)); skipped++) noun++;
  const per = words.rates.get(r.lower(noun));
  if (per === undefined || (article && r.in(words.notAfterRate, noun + 1))) return null;
  return { per, next: noun + 1 };
}
