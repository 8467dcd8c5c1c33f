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
  const read = readPercent(r, from) ?? readCurrency(r, from, value, scaled) ?? readMeasure(r, from, value) ?? readTimes(r, from, value);
  const suffix = read ?? { end: from, dimension: 'count' as const, unit: null, factor: 1, plus: 0, hedge: null };
  const late = early === null && suffix.end > at ? r.phrase(r.words.hedgesAfter, suffix.end) : null;
  return { ...suffix, end: late?.end ?? suffix.end, hedge: early?.value ?? late?.value ?? null };
}

function found(end: number, dimension: Suffix['dimension'], unit: string | null, factor = 1, plus = 0): Suffix {
  return { end, dimension, unit, factor, plus, hedge: null };
}

function readPercent(r: Reader, at: number): Suffix | null {
  // `0.25 of a percentage point`, `half of one percent`
  const of = r.in(r.words.links.of, at) && (r.in(r.words.links.article, at + 1) || r.in(r.words.one, at + 1) || r.plain(at + 1) === 1);
  const percent = r.phrase(r.words.percent, of ? at + 2 : at);
  return percent && found(percent.end, percent.value.dimension, percent.value.unit);
}

function readCurrency(r: Reader, at: number, value: number | null, scaled: boolean): Suffix | null {
  const { words } = r;
  const sign = words.currencySigns.get(r.text(at));
  if (sign && !(r.number(at + 1) && r.glued(at + 1))) return found(at + 1, 'money', sign.unit);
  if (words.currencyCodes.has(r.text(at))) return found(at + 1, 'money', r.text(at));
  const letters = words.currencyLetters.get(r.text(at));
  if (letters !== undefined && !r.phrase(words.units, at)) return found(at + 1, 'money', letters);
  const from = r.hyphen(at) ? at + 1 : at;
  // What is counted by another number, or behind a word of grammar, is not this one's (`505 to 700 CFA francs`).
  for (let name = from; name < from + 6 && !r.number(name) && !r.in(words.functionWords, name); name++) {
    const lower = r.lower(name);
    const currency = words.currencyNames.get(lower);
    if (!currency) continue;
    if ((value ?? 0) < (words.currencyFrom.get(lower) ?? 0) && !scaled) return null;
    if (lower.length === 1 && !r.glued(name) && r.word(name)) return null;
    if (name === from) {
      if (words.weightOrMoney.has(lower) && !scaled && !moneyAround(r, name)) return found(name + 1, 'measure', 'pound');
      // `10 euro cents`
      const minor = words.currencyNames.get(r.lower(name + 1));
      if (currency.factor === 1 && minor && minor.factor < 1 && !r.hyphen(at)) return found(name + 2, 'money', currency.unit, minor.factor);
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
  const { words } = r;
  // `120 m2`: letters and digits are two tokens.
  const squared = r.number(at + 1) && r.glued(at + 1) ? words.unitSigns.get(r.text(at) + r.text(at + 1)) : undefined;
  if (squared && !(r.glued(at + 2) && (r.word(at + 2) || r.number(at + 2)))) return { value: squared, end: at + 2 };
  // `9.58s`, where no decade can be meant, and `2h 15m`, where no time of day can.
  if (r.lower(at) === 's' && r.glued(at) && (r.digits(at - 1)?.decimals ?? 0) > 0)
    return { value: { unit: 'second', dimension: 'duration' as const }, end: at + 1 };
  if (r.lower(at) === 'h' && r.glued(at) && minutesAt(r, at + 1) > 0)
    return { value: { unit: 'hour', dimension: 'duration' as const }, end: at + 1 };
  const sign = words.unitSigns.get(r.text(at));
  if (
    sign &&
    (r.glued(at) || r.text(at).length > 1 || isLetterApart(r, at)) &&
    !(r.number(at + 1) && r.glued(at + 1) && !r.phrase(r.words.units, at))
  ) {
    const longer = r.phrase(r.words.units, at);
    return longer && longer.end > at + 1 ? longer : { value: sign, end: at + 1 };
  }
  return r.phrase(r.words.units, at);
}

/** The index after the minutes of `2h 15m` and `2h 15 min`, which begin at `at`; 0 where there are none. */
export function minutesAt(r: Reader, at: number): number {
  if (r.plain(at) < 0 || r.plain(at) > 59) return 0;
  if (r.lower(at + 1) === 'm' && r.glued(at + 1)) return at + 2;
  const unit = r.phrase(r.words.units, at + 1);
  return unit?.value.unit === 'minute' ? unit.end : 0;
}

/** Whether a letter that stands by itself is a unit: a gram always, others where nothing is counted behind it (`5 m`, `2 l of milk`). */
function isLetterApart(r: Reader, at: number): boolean {
  const text = r.text(at);
  if (text === 'g') return true;
  const isRun = text === 'm' && r.in(r.words.races, at + 1);
  return isRun || ((text === 'm' || text === 'l' || text === 't') && r.ends(at + 1) && r.text(at + 1) !== '-');
}

function readPart(r: Reader, at: number, unit: string): { value: number; end: number } | null {
  const parts = PARTS[unit];
  if (!parts) return null;
  const and = r.in(r.words.links.and, at) || r.text(at) === ',' ? at + 1 : at;
  const number = readNumeral(r, and);
  if (!number || number.value === null || number.needsUnit) return null;
  // `6ft 2in`, `5 ft 11 in tall`, where no preposition can be meant.
  const isLast = !r.word(number.end + 1) && !r.number(number.end + 1);
  const inches = unit === 'foot' && r.lower(number.end) === 'in' && (r.glued(number.end) || isLast || r.in(r.words.sizes, number.end + 1));
  if (inches) return { value: number.value / 12, end: number.end + 1 };
  if (unit === 'hour' && minutesAt(r, and) === number.end + 1) return { value: number.value / 60, end: number.end + 1 };
  const second = r.phrase(r.words.units, number.end);
  if (!second || !parts.includes(second.value.unit)) return null;
  // `10 years, 18 months' probation`, `four days and 40 hours`: more than one of the first is no part of it.
  const isList =
    (r.text(at) === ',' && r.text(second.end) === "'") || number.value * convert(second.value.unit)!.factor >= convert(unit)!.factor;
  if (isList) return null;
  return { value: (number.value * convert(second.value.unit)!.factor) / convert(unit)!.factor, end: second.end };
}

/** `3 times more`, `2.5 times`, `5x`, `10-fold`: a ratio. `Three times` alone counts. */
function readTimes(r: Reader, at: number, value: number | null): Suffix | null {
  const { words } = r;
  if (r.in(words.times, at))
    return timesCompare(r, at + 1) || (value !== null && !Number.isInteger(value)) ? found(at + 1, 'ratio', null) : null;
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
  const alone = dimension === 'money' || dimension === 'share' ? r.phrase(r.words.ratesAlone, at) : null;
  if (alone && r.text(at) === r.lower(at)) return { per: alone.value, next: alone.end };
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
  // `per square metre`, `a kilowatt-hour`
  const unit = r.phrase(words.units, noun);
  if (unit?.value.dimension === 'measure' && (unit.end > noun + 1 || !words.rates.has(r.lower(noun))))
    return { per: unit.value.unit, next: unit.end };
  for (let skipped = 0; skipped < 2 && r.in(words.rateAdjectives, noun) && !words.rates.has(r.lower(noun)); skipped++) noun++;
  // `per thousand births`
  const scale = article || slash ? undefined : words.scales.get(r.lower(noun));
  if (scale !== undefined) return { per: String(scale), next: noun + 1 };
  const per = words.rates.get(r.lower(noun));
  if (per === undefined || (article && r.in(words.notAfterRate, noun + 1))) return null;
  return { per, next: noun + 1 };
}
