/** Reads numbers in digits, in words and in both, and the vague ones (`dozens`), without their units. */
import type { HedgeWord } from '../lexicon/numbers.ts';
import { grainOf, times } from './digits.ts';
import type { Reader } from './reader.ts';

export interface Numeral {
  readonly end: number;
  /** Null for a vague word. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly grain: number;
  readonly scale: number;
  readonly hedge: HedgeWord | null;
  /** Digits without separators or a scale word, as labels are written. */
  readonly plain: boolean;
  /** Whether only a unit behind it makes it a number: a decimal comma, `half a` century. */
  readonly needsUnit: boolean;
}

/** The number that begins there; null where none does. `money` tells that a currency stands before it. */
export function readNumeral(r: Reader, at: number, money = false): Numeral | null {
  return readDigitsWithScale(r, at, money) ?? readVague(r, at) ?? readPart(r, at) ?? readWords(r, at);
}

function numeral(end: number, value: number, grain: number, more: Partial<Numeral> = {}): Numeral {
  return { end, value, low: value, high: value, grain, scale: 1, hedge: null, plain: false, needsUnit: false, ...more };
}

function readDigitsWithScale(r: Reader, at: number, money: boolean): Numeral | null {
  const first = r.digits(at);
  if (!first) return null;
  let { value, grain } = first;
  let end = at + 1;
  let plain = first.plain;
  const spaced = first.plain ? readSpacedGroups(r, at) : null;
  if (spaced) {
    value = spaced.value;
    grain = grainOf(value);
    end = spaced.end;
    plain = false;
  }
  const power = readPower(r, at);
  if (power) ({ value, grain, end, plain } = { ...power, plain: false });
  const part = r.words.fractionSigns.get(r.text(end));
  const slashed = part === undefined && r.plain(end) === 1 && r.text(end + 1) === '/' && r.plain(end + 2) === 2 ? 0.5 : undefined;
  if (part !== undefined || slashed !== undefined) {
    value += part ?? slashed!;
    grain = 0;
    end += part === undefined ? 3 : 1;
    plain = false;
  } else {
    const more = readAndPart(r, end);
    if (more) {
      value += more.part;
      grain = more.part;
      end = more.end;
    }
  }
  let hedge: HedgeWord | null = null;
  if (r.text(end) === '+' && r.glued(end)) {
    hedge = 'more-than';
    end++;
  }
  const scaled = readScale(r, end, money);
  if (scaled.end > end) {
    end = scaled.end;
    plain = false;
    if (r.text(end) === '+' && r.glued(end)) {
      hedge = 'more-than';
      end++;
    }
  }
  return numeral(end, times(value, scaled.scale), times(grain, scaled.scale), {
    scale: scaled.scale,
    hedge,
    plain,
    needsUnit: first.comma && scaled.scale === 1,
  });
}

/** `10^6`, `10⁶`, `6.02 × 10^23`; null for any other number: a superscript behind it is a footnote's. */
function readPower(r: Reader, at: number): { value: number; grain: number; end: number } | null {
  const first = r.digits(at)!;
  if (first.value === 10) return tenTo(r, at + 1, 1, 1);
  const sign = r.text(at + 1);
  if ((sign !== '\u00d7' && sign !== 'x' && sign !== '*') || r.plain(at + 2) !== 10) return null;
  return tenTo(r, at + 3, first.value, first.grain);
}

function tenTo(r: Reader, at: number, value: number, grain: number): { value: number; grain: number; end: number } | null {
  if (!r.glued(at)) return null;
  let end = at;
  let exponent = '';
  if (r.text(at) === '^') {
    if (r.text(at + 1) === '-' && r.glued(at + 1)) exponent = '-';
    end = at + 1 + exponent.length;
    if (!r.glued(end) || r.plain(end) < 0) return null;
    exponent += r.text(end++);
  } else
    for (; r.glued(end) && r.words.superscripts.has(r.text(end)) && end < at + 4; end++) exponent += r.words.superscripts.get(r.text(end));
  const power = Number(exponent);
  if (exponent === '' || !(Math.abs(power) < 100)) return null;
  const by = Number(`1e${power}`);
  return { value: times(value, by), grain: times(grain, by), end };
}

/**
 * Groups of three digits with plain spaces between (`1 234 567`). One group alone (`40 000`) is believed where it is all zeros or a currency follows, since
 * two numbers may stand side by side (`12 737 aircraft`).
 */
function readSpacedGroups(r: Reader, at: number): { value: number; end: number } | null {
  if (r.text(at).length > 3) return null;
  let end = at + 1;
  let text = r.text(at);
  while (end < at + 6 && r.number(end) && r.text(end).length === 3 && r.tokens[end]!.start === r.tokens[end - 1]!.end + 1) {
    text += r.text(end);
    end++;
  }
  const value = Number(text);
  const sure = text.endsWith('000') || r.in(r.words.currencyNames, end) || r.words.currencySigns.has(r.text(end));
  if (end - at < 2 || !Number.isInteger(value) || (end - at === 2 && !sure)) return null;
  return { value, end };
}

/** Scale words and suffixes after digits: ` million`, `-million`, `bn`, `hundred thousand`, `dozen`. */
function readScale(r: Reader, at: number, money: boolean): { scale: number; end: number } {
  const { words } = r;
  // `£5 m`, `4 m euros`
  const apart =
    !r.glued(at) && r.lower(at) === 'm' && (money || r.in(words.currencyNames, at + 1) || words.currencyCodes.has(r.text(at + 1)));
  if (apart) return { scale: 1e6, end: at + 1 };
  if (r.glued(at) && r.word(at)) {
    const scale = words.suffixes.get(r.lower(at)) ?? words.scales.get(r.lower(at)) ?? ambiguousSuffix(r, at, money);
    return scale === undefined ? { scale: 1, end: at } : { scale, end: at + 1 };
  }
  let end = at;
  let scale = 1;
  for (let step = 0; step < 2; step++) {
    const word = r.hyphen(end) ? end + 1 : end;
    const by = r.in(words.hundred, word) ? 100 : r.in(words.dozen, word) ? 12 : words.scales.get(r.lower(word));
    if (by === undefined || by <= scale) break;
    scale *= by;
    end = word + 1;
  }
  return { scale, end };
}

/** `m` and the like scale money and what is counted; they are units otherwise. In upper case all but T and B are scales anyway. */
function ambiguousSuffix(r: Reader, at: number, money: boolean): number | undefined {
  const scale = r.words.moneySuffixes.get(r.lower(at));
  if (scale === undefined || (r.number(at + 1) && r.glued(at + 1))) return undefined;
  if (money || r.text(at) === 'M') return scale;
  // `90m tickets`, `90m+ tickets`
  const behind = r.text(at + 1) === '+' ? at + 2 : at + 1;
  return r.lower(at) === 'm' && r.counted(behind) && !r.in(r.words.races, behind) ? scale : undefined;
}

/** Numbers in words: `sixteen`, `three hundred and five`, `one and a half million`, `a hundred`, `two dozen`. */
function readWords(r: Reader, at: number): Numeral | null {
  const { words } = r;
  let end = at;
  let total = 0;
  let current = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let after: 'start' | 'ones' | 'tens' | 'hundred' | 'scale' = 'start';
  if (r.in(words.links.article, at)) {
    const next = r.lower(at + 1);
    if (!words.hundred.has(next) && !words.scales.has(next) && !words.dozen.has(next)) return null;
    current = 1;
    after = 'ones';
    end = at + 1;
  }
  for (;;) {
    let word = end;
    let and = false;
    if (after !== 'start' && r.hyphen(end)) word++;
    else if ((after === 'hundred' || after === 'scale') && r.in(words.links.and, end)) {
      word++;
      and = true;
    }
    const open = after === 'start' || after === 'hundred' || after === 'scale';
    const lower = r.lower(word);
    const one = words.ones.get(lower);
    const ten = words.tens.get(lower);
    const scale = words.scales.get(lower);
    if (one !== undefined && (open || (after === 'tens' && one < 10)) && (one > 0 || after === 'start')) {
      current += one;
      after = 'ones';
    } else if (ten !== undefined && open) {
      current += ten;
      after = 'tens';
    } else if (words.hundred.has(lower) && (after === 'ones' || after === 'tens') && current < 100) {
      current *= 100;
      after = 'hundred';
    } else if (scale !== undefined && after !== 'start' && current > 0 && scale < lowest && !and) {
      total += current * scale;
      current = 0;
      lowest = scale;
      after = 'scale';
    } else break;
    end = word + 1;
  }
  if (after === 'start') return null;
  const value = total + current;
  if (total === 0 && value < 1000) {
    const more = readAndPart(r, end);
    if (more) {
      const scale = words.scales.get(r.lower(more.end)) ?? 1;
      return numeral(scale === 1 ? more.end : more.end + 1, times(value + more.part, scale), times(more.part, scale), { scale });
    }
  }
  const dozen = r.hyphen(end) ? end + 1 : end;
  if (r.in(words.dozen, dozen)) return numeral(dozen + 1, value * 12, 0);
  return numeral(end, value, grainOf(value), { scale: Number.isFinite(lowest) ? lowest : 1 });
}

/** `and a half`, with or without hyphens; `and three-quarter`, `and a third` only before a unit or a scale. Null where none stands there. */
function readAndPart(r: Reader, at: number): { part: number; end: number } | null {
  const { words } = r;
  const and = r.hyphen(at) ? at + 1 : at;
  if (!r.in(words.links.and, and)) return null;
  const count = r.hyphen(and + 1) ? and + 2 : and + 1;
  const parts = r.in(words.links.article, count) || r.in(words.one, count) ? 1 : (words.ones.get(r.lower(count)) ?? 0);
  if (parts === 0) return null;
  const name = r.hyphen(count + 1) ? count + 2 : count + 1;
  if (parts === 1 && r.in(words.half, name)) return { part: 0.5, end: name + 1 };
  const fraction = words.fractions.get(r.lower(name)) ?? 1;
  const measured = words.scales.has(r.lower(name + 1)) || r.phrase(words.units, name + 1) || r.phrase(words.percent, name + 1);
  return parts * fraction < 1 && measured ? { part: parts * fraction, end: name + 1 } : null;
}

/** A part of a scale or unit: `half a million`, `a half-billion`, `a quarter of a century`, `half an hour`, `three quarters of a mile`. */
export function readPart(r: Reader, at: number): Numeral | null {
  const { words } = r;
  const parts = readPartsOf(r, at);
  if (parts) return partOfUnit(r, parts.end, parts.part);
  let i = r.in(words.links.article, at) ? at + 1 : at;
  const half = r.in(words.half, i);
  if (!half && !(r.in(words.quarter, i) && (i > at || r.hyphen(i + 1)))) return null;
  const part = half ? 0.5 : 0.25;
  i++;
  // `half of one percent`
  if (r.in(words.links.of, i) && r.in(words.one, i + 1) && r.phrase(words.percent, i + 2)) return numeral(i, part, 0, { needsUnit: true });
  if (r.in(words.links.of, i) && r.in(words.links.article, i + 1)) i += 2;
  else if (r.hyphen(i) || (half && r.in(words.links.article, i))) i++;
  else if (!half) return null;
  return partOfUnit(r, i, part);
}

/** `three quarters of a`, `two-thirds of a`, `a fifth of one` percent; null where none stands there. */
function readPartsOf(r: Reader, at: number): { part: number; end: number } | null {
  const { words } = r;
  const count = words.ones.get(r.lower(at)) ?? 0;
  const name = r.hyphen(at + 1) ? at + 2 : at + 1;
  const part = count * (words.fractions.get(r.lower(name)) ?? 1);
  const isOf = r.in(words.links.of, name + 1) && part < 1;
  // `a fifth of one percent`
  const isOne = count === 1 || (count === 0 && r.in(words.links.article, at) && words.fractions.has(r.lower(name)));
  if (isOf && r.in(words.one, name + 2) && r.phrase(words.percent, name + 3))
    return { part: isOne ? words.fractions.get(r.lower(name))! : part, end: name + 3 };
  return count > 1 && isOf && r.in(words.links.article, name + 2) ? { part, end: name + 3 } : null;
}

/** A part of the dozen, scale, unit or currency that begins there; null where none does. */
function partOfUnit(r: Reader, at: number, part: number): Numeral | null {
  const { words } = r;
  if (r.in(words.dozen, at)) return numeral(at + 1, part * 12, 0);
  const scale = words.scales.get(r.lower(at));
  if (scale !== undefined) return numeral(at + 1, part * scale, 0, { scale });
  if (r.phrase(words.units, at) || r.phrase(words.percent, at) || words.currencyNames.has(r.lower(at)))
    return numeral(at, part, 0, { needsUnit: true });
  return null;
}

/** `dozens`, `hundreds of thousands`, `several hundred`. */
function readVague(r: Reader, at: number): Numeral | null {
  const { words } = r;
  const vague = (end: number, low: number, high: number): Numeral => numeral(end, 0, 0, { value: null, low, high });
  const several = r.phrase(words.several, at);
  if (several) {
    const word = several.end;
    const first = r.in(words.hundred, word) ? 100 : (words.scales.get(r.lower(word)) ?? 0);
    if (r.in(words.dozen, word)) return vague(word + 1, 24, 99);
    if (first === 0) return null;
    const second = words.scales.get(r.lower(word + 1)) ?? 1;
    return vague(
      second > first ? word + 2 : word + 1,
      2 * first * (second > first ? second : 1),
      severalHigh(first * (second > first ? second : 1)),
    );
  }
  const of = words.vagueOf.get(r.lower(at));
  const scale = of && r.in(words.links.of, at + 1) ? words.pluralScales.get(r.lower(at + 2)) : undefined;
  if (of && scale !== undefined) return vague(at + 3, of.low * scale, of.high * scale - 1);
  const range = words.vague.get(r.lower(at));
  const before = words.vagueBefore.get(r.lower(at));
  if (!range || (before && !r.in(before, at + 1))) return null;
  // `the billions at its disposal` states no number, `killed in the hundreds` does.
  if (r.in(words.links.the, at - 1) && !r.in(words.links.of, at + 1) && !r.in(words.amounting, at - 2)) return null;
  return vague(at + 1, range.low, range.high);
}

function severalHigh(scale: number): number {
  return scale >= 1e6 ? 9.99 * scale : 10 * scale - 1;
}
