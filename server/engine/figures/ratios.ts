/** Reads shares and ratios in words: `a quarter`, `two-thirds`, `one in five`, `doubled`, `twice as many`. */
import { readNumeral, readPart } from './numerals.ts';
import { amount, type Mention, mention } from './quantity.ts';
import type { Reader } from './reader.ts';
import { readSuffix } from './suffix.ts';

/** The share or ratio that begins there; null where none does. `hedged` tells that a hedge stands before it. */
export function readRatio(r: Reader, at: number, isHedged: boolean): Mention | null {
  return readOneIn(r, at) ?? readHalfPoint(r, at) ?? readFraction(r, at, isHedged) ?? readSlashed(r, at) ?? readMultiple(r, at, isHedged);
}

function share(r: Reader, start: number, end: number, exact: number): Mention {
  // A third is the same figure however it was reckoned.
  const value = Number(exact.toPrecision(12));
  const percent = r.phrase(r.words.percent, end);
  if (percent) return mention(start, percent.end, amount(percent.value.dimension, value, 0, percent.value.unit));
  return mention(start, end, amount('share', value, 0));
}

/** `one in five`, `one-in-five`, `two out of three`, `nine in every ten`; never `5 in 10 days`. */
function readOneIn(r: Reader, at: number): Mention | null {
  const { words } = r;
  if (!r.number(at) && !words.ones.has(r.lower(at))) return null;
  const part = r.digits(at)?.value ?? words.ones.get(r.lower(at)) ?? 0;
  const hyphens = r.hyphen(at + 1);
  // `three pupils in ten`
  const noun = !hyphens && r.word(at + 1) && !r.in(words.functionWords, at + 1) && !r.phrase(words.units, at + 1);
  let i = hyphens || (noun && r.in(words.links.in, at + 2)) ? at + 2 : at + 1;
  const out = r.in(words.links.out, i) && r.in(words.links.of, i + 1);
  if (out) i += 2;
  else if (r.in(words.links.in, i) || (r.in(words.links.of, i) && r.in(words.links.every, i + 1))) i++;
  else return null;
  if (hyphens && r.hyphen(i)) i++;
  const every = r.in(words.links.every, i);
  if (every) i++;
  const whole = readNumeral(r, i);
  if (!whole?.value || part <= 0 || part > whole.value || whole.hedge) return null;
  const round = whole.value <= 10 || [12, 20, 50, 100].includes(whole.value) || (whole.value >= 100 && whole.grain === whole.value);
  if (!out && !every && !(round && whole.value > 2 && (part === 1 || (part < whole.value && whole.value <= 10)))) return null;
  if (noun && i > at + 2 && (!r.ends(whole.end) || r.number(i) || r.in(words.links.of, whole.end))) return null;
  if (r.phrase(words.units, whole.end) || r.in(words.months, i) || r.phrase(words.percent, whole.end)) return null;
  return share(r, at, whole.end, part / whole.value);
}

function readFraction(r: Reader, at: number, isHedged: boolean): Mention | null {
  const { words } = r;
  if (readPart(r, at)) return null;
  if (r.in(words.half, at)) {
    if (r.hyphen(at - 1) || r.hyphen(at + 1)) return null;
    const of = r.in(words.links.of, at + 1) || r.in(words.halfBefore, at + 1);
    const alone = r.ends(at + 1) && (isHedged || r.in(words.halfAfter, at - 1));
    const adjective = r.in(words.determiners, at - 1) || words.ordinals.has(r.lower(at - 1));
    return of && !adjective ? share(r, at, at + 1, 0.5) : alone ? share(r, at, at + 1, 0.5) : null;
  }
  const article = r.in(words.links.article, at) || r.in(words.one, at);
  const parts = article ? 1 : (words.ones.get(r.lower(at)) ?? 0);
  if (parts === 0) return null;
  const hyphen = r.hyphen(at + 1);
  const name = hyphen ? at + 2 : at + 1;
  const fraction = words.fractions.get(r.lower(name));
  if (fraction === undefined || r.hyphen(name + 1) || parts * fraction >= 1) return null;
  const several = parts > 1;
  const counted = several || r.in(words.one, at);
  if (several !== r.lower(name).endsWith('s')) return null;
  // `six-tenths of a point`
  if (r.in(words.links.of, name + 1) && r.in(words.links.article, name + 2) && r.in(words.point, name + 3))
    return mention(at, name + 4, amount('points', parts * fraction, 0, 'percentage point'));
  if (!hyphen && !isFraction(r, at, name, isHedged || counted)) return null;
  return share(r, at, name + 1, parts * fraction);
}

/** `a third of`, `by a third`, `more than a quarter`: not `a third man`, nor `during a quarter`. */
function isFraction(r: Reader, at: number, name: number, sure: boolean): boolean {
  const { words } = r;
  if (r.in(words.quarter, name) || r.lower(name) === 'quarters') {
    if (words.ordinals.has(r.lower(at - 1)) || r.in(words.beforePeriod, at - 1)) return false;
  }
  if (r.in(words.links.of, name + 1)) return true;
  if (r.in(words.fractionBefore, name + 1)) return true;
  if (!r.ends(name + 1)) return false;
  const between = r.in(words.links.between, at - 1) || (r.in(words.links.and, at - 1) && r.in(words.links.between, at - 4));
  return sure || between || r.in(words.links.by, at - 1) || r.in(words.halfAfter, at - 1);
}

/** `3/4 of`, `1/2`, `½`. */
function readSlashed(r: Reader, at: number): Mention | null {
  const sign = r.words.fractionSigns.get(r.text(at));
  if (sign !== undefined) return measured(r, at, at + 1, sign) ?? share(r, at, at + 1, sign);
  if (r.text(at + 1) !== '/' || !r.glued(at + 1) || !r.glued(at + 2)) return null;
  const [part, whole] = [r.plain(at), r.plain(at + 2)];
  if (part < 1 || part >= whole || r.text(at + 3) === '/' || whole > 10) return null;
  const some = measured(r, at, at + 3, part / whole);
  if (some) return some;
  const noun = r.word(at + 3) && !r.in(r.words.functionWords, at + 3);
  return r.in(r.words.links.of, at + 3) || (whole <= 4 && (noun || r.in(r.words.links.the, at + 3)))
    ? share(r, at, at + 3, part / whole)
    : null;
}

/** `½ mile`, `1/2 tsp`: a part of a unit is a measure, and no share. */
function measured(r: Reader, start: number, end: number, part: number): Mention | null {
  const { dimension, unit, end: behind } = readSuffix(r, end, part, false);
  return dimension === 'measure' || dimension === 'duration' ? mention(start, behind, amount(dimension, part, 0, unit)) : null;
}

/** `a half-point rise`, `quarter-point cut`: of percentage points, where a change is told. */
function readHalfPoint(r: Reader, at: number): Mention | null {
  const { words } = r;
  const half = r.in(words.half, at);
  if ((!half && !r.in(words.quarter, at)) || !r.hyphen(at + 1) || r.lower(at + 2) !== 'point' || !r.in(words.changes, at + 3)) return null;
  return mention(at, at + 3, amount('points', half ? 0.5 : 0.25, 0, 'percentage point'));
}

function readMultiple(r: Reader, at: number, isHedged: boolean): Mention | null {
  const { words } = r;
  const ratio = words.ratios.get(r.lower(at));
  if (ratio !== undefined && !r.hyphen(at - 1)) return mention(at, at + 1, amount('ratio', ratio, 0));
  const multiple = words.multiples.get(r.lower(at));
  if (multiple === undefined || r.hyphen(at + 1) || r.hyphen(at - 1)) return null;
  if (r.in(words.multipleBefore, at + 1) && !r.in(words.determiners, at - 1)) return mention(at, at + 1, amount('ratio', multiple, 0));
  if (r.in(words.twice, at)) return mention(at, at + 1, amount('count', multiple, 1, 'time'));
  return isHedged && r.ends(at + 1) ? mention(at, at + 1, amount('ratio', multiple, 0)) : null;
}
