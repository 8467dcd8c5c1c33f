/** Reads years, decades and centuries: `2011`, `1930-33`, `the late 1920s`, `'80s`, `19th century`. */
import { ordinalAt } from './ordinals.ts';
import { type Amount, type Mention, mention } from './quantity.ts';
import type { Reader } from './reader.ts';
import { readSuffix } from './suffix.ts';

/** The year or stretch of years that begins there; null where none does. `century` is that of the decade named last (1900). */
export function readYears(r: Reader, at: number, century: number): Mention | null {
  return readDecade(r, at, century) ?? readCentury(r, at) ?? readYear(r, at);
}

/** Years from `low` to `high`; a stretch has no one value. */
function years(start: number, end: number, low: number, high: number): Mention {
  const quantity: Amount = { dimension: 'year', value: low === high ? low : null, low, high, unit: null, grain: 1, per: null };
  return mention(start, end, quantity);
}

/** The years of a decade that `early`, `mid` and `late` may mean: its thirds, with a year to either side. */
const PARTS = { early: [0, 4], mid: [3, 7], late: [6, 9] } as const;

function readDecade(r: Reader, at: number, century: number): Mention | null {
  const { words } = r;
  const part = words.decadeParts.get(r.lower(at));
  let i = at;
  if (part) i += r.hyphen(at + 1) ? 2 : 1;
  if (part && r.in(words.links.of, i)) i++;
  if (part && r.in(words.links.the, i)) i++;
  const worded = words.decades.get(r.lower(i));
  if (worded !== undefined) {
    const before = r.in(words.onlyWords, at - 1) || r.capital(at - 1) ? at - 2 : at - 1;
    if (isOfAges(r, at)) return ages(at, i + 1, worded, part);
    if (!part && !r.in(words.links.the, before)) return null;
    return degrees(r, at, i + 1, worded, part) ?? decade(at, i + 1, worded + 1900, part);
  }
  const apostrophe = r.text(i) === "'" && r.glued(i + 1);
  const number = apostrophe ? i + 1 : i;
  const text = r.text(number);
  const value = text === '00' ? 0 : r.plain(number);
  const possessive = r.text(number + 1) === "'" && r.glued(number + 1);
  const s = possessive ? number + 2 : number + 1;
  if (value < 0 || value % 10 !== 0 || r.lower(s) !== 's' || !r.glued(s)) return null;
  let first = value;
  if (text.length === 2 && isOfAges(r, at)) return ages(at, s + 1, value, part);
  if (text.length === 2) {
    if (!apostrophe && !r.in(words.links.the, at - 1) && !part) return null;
    const warm = apostrophe ? null : degrees(r, at, s + 1, value, part);
    if (warm) return warm;
    first = value + (century > 0 ? century : value < 20 ? 2000 : 1900);
  } else if (text.length !== 4 || value < 1000 || value > 2100) return null;
  return decade(at, s + 1, first, part);
}

/** How far before `the 80s` a word of weather may stand, in tokens. */
const WEATHER_REACH = 6;

/** `highs in the 80s`: degrees, where the weather is told; null elsewhere. */
function degrees(r: Reader, start: number, end: number, first: number, part: keyof typeof PARTS | undefined): Mention | null {
  for (let i = start - 1; i >= 0 && i >= start - WEATHER_REACH; i--) {
    if (r.text(i) === '.' || r.text(i) === ';') return null;
    if (!r.in(r.words.weather, i)) continue;
    const [low, high] = part ? PARTS[part] : [0, 9];
    const quantity: Amount = {
      dimension: 'measure',
      value: null,
      low: first + low,
      high: first + high,
      unit: 'degree',
      grain: 1,
      per: null,
    };
    return mention(start, end, quantity);
  }
  return null;
}

/** The years from `first` on that a decade or its part spans. */
function decade(start: number, end: number, first: number, part: keyof typeof PARTS | undefined): Mention {
  const whole = first % 100 === 0 && first < 2000 ? 99 : 9;
  const [low, high] = part && whole === 9 ? PARTS[part] : [0, whole];
  return years(start, end, first + low, first + high);
}

/** How far before the second of two decades of age the first may stand, in tokens. */
const AGES_REACH = 8;

/** Whether a decade is one of somebody's age: `in her 30s`, and the second of `in their mid-20s to late 60s`. */
function isOfAges(r: Reader, at: number): boolean {
  const { words } = r;
  if (r.in(words.possessives, at - 1)) return true;
  if (!r.in(words.links.to, at - 1) && !r.in(words.links.and, at - 1) && !r.in(words.links.or, at - 1)) return false;
  for (let i = at - 2; i >= 0 && i >= at - AGES_REACH; i--) {
    const decades = r.lower(i) === 's' || words.decades.has(r.lower(i));
    if (r.in(words.possessives, i)) return true;
    if (!decades && !r.number(i) && !words.decadeParts.has(r.lower(i)) && r.text(i) !== '-') return false;
  }
  return false;
}

/** `in her 30s`, `his late 20s`. */
function ages(start: number, end: number, value: number, part: keyof typeof PARTS | undefined): Mention {
  const [low, high] = part ? PARTS[part] : [0, 9];
  return mention(start, end, { dimension: 'age', value: null, low: value + low, high: value + high, unit: 'year', grain: 1, per: null });
}

/** The years of a century that `early`, `mid` and `late` may mean. */
const CENTURY_PARTS = { early: [1, 35], mid: [30, 70], late: [65, 100] } as const;

function readCentury(r: Reader, at: number): Mention | null {
  const { words } = r;
  const part = words.decadeParts.get(r.lower(at));
  let from = at;
  if (part) from += r.hyphen(at + 1) ? 2 : 1;
  if (part && r.in(words.links.of, from)) from++;
  if (part && r.in(words.links.the, from)) from++;
  const ordinal = ordinalAt(r, from);
  if (!ordinal || ordinal.value < 1 || ordinal.value > 30) return null;
  // A batsman's third century is a hundred runs.
  if (r.in(words.possessives, at - 1) || r.in(words.links.article, at - 1)) return null;
  const noun = r.hyphen(ordinal.end) ? ordinal.end + 1 : ordinal.end;
  if (!r.in(r.words.century, noun) || r.in(r.words.beforeChrist, noun + 1)) return null;
  const [low, high] = part ? CENTURY_PARTS[part] : [1, 100];
  const before = (ordinal.value - 1) * 100;
  return years(at, noun + 1, before + low, before + high);
}

function readYear(r: Reader, at: number): Mention | null {
  const { words } = r;
  if (r.text(at) === 'FY' && r.glued(at + 1)) {
    const value = r.plain(at + 1);
    const year = r.text(at + 1).length === 2 && value >= 0 ? 2000 + value : value;
    return year >= 1900 && year <= 2100 ? years(at, at + 2, year, year) : null;
  }
  const worded = yearInWords(r, at);
  if (worded) return worded;
  if (r.text(at).length !== 4) return null;
  const year = r.plain(at);
  const stretch = readStretch(r, at, year);
  if (stretch) return stretch;
  if (!isYear(r, at, year) || r.in(words.eras, at + 1)) return null;
  return years(at, at + 1, year, year);
}

/** `nineteen eighty-four`: a century, then tens and ones. */
function yearInWords(r: Reader, at: number): Mention | null {
  const { words } = r;
  const century = words.ones.get(r.lower(at)) ?? words.tens.get(r.lower(at)) ?? 0;
  const tens = words.tens.get(r.lower(at + 1));
  if (century < 17 || century > 20 || tens === undefined) return null;
  const ones = r.hyphen(at + 2) ? (words.ones.get(r.lower(at + 3)) ?? 0) : 0;
  const end = ones > 0 ? at + 4 : at + 2;
  if (r.counted(end)) return null;
  const year = century * 100 + tens + ones;
  return years(at, end, year, year);
}

/** `1930-33`, `1999-2003`, `2021/22`. */
function readStretch(r: Reader, at: number, year: number): Mention | null {
  const slash = r.text(at + 1) === '/' && r.glued(at + 1) && r.glued(at + 2);
  if (year < 1000 || year > 2100 || !(slash || r.dash(at + 1)) || r.plain(at + 2) < 0) return null;
  const text = r.text(at + 2);
  const last = text.length === 4 ? r.plain(at + 2) : text.length === 2 ? Math.floor(year / 100) * 100 + r.plain(at + 2) : -1;
  if (last <= year || last > 2100 || (slash && last !== year + 1) || (r.glued(at + 3) && (r.word(at + 3) || r.number(at + 4)))) return null;
  if (text.length === 4 && r.counted(at + 3) && year % 50 === 0) return null;
  return years(at, at + 3, year, last);
}

/** Whether four digits are a year: by the words around them, and by being one of 1900 to 2100 where nothing says otherwise. */
function isYear(r: Reader, at: number, year: number): boolean {
  const { words } = r;
  if (year < 1000 || year > 2100) return false;
  const before = r.text(at - 1) === '.' && r.glued(at - 1) ? r.lower(at - 2) : r.lower(at - 1);
  const after = words.yearAfter.has(before);
  const plus = r.text(at + 1) === '+' && r.glued(at + 1);
  if (plus || words.scales.has(r.lower(at + 1)) || readSuffix(r, at + 1, year, false).dimension !== 'count') return false;
  const time = words.links.in.has(before) || words.sinceWords.has(before) || words.fiscal.has(before);
  const counted = r.counted(at + 1);
  if (year < 1900) {
    // `the 1848 revolutions`
    if (counted) return words.links.the.has(before) && year % 50 !== 0 && !words.persons.has(r.lower(at + 1));
    return time || (words.links.of.has(before) && r.capital(at - 2)) || (words.links.between.has(before) && year % 10 !== 0);
  }
  const round = year % 50 === 0;
  if (time) return !(round && counted && r.plural(at + 1) && year !== 2000);
  if (counted && (words.persons.has(r.lower(at + 1)) || words.persons.has(r.lower(at + 2)))) return words.links.the.has(before) && !round;
  return !round || (!counted && (after || words.links.the.has(before)));
}
