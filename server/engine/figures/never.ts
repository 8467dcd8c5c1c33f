/** Tells what looks like a figure and is none: labels, clock times, telephone numbers, versions, product names, identifiers. */
import { readOdds } from './odds.ts';
import type { Reader } from './reader.ts';
import { minutesAt } from './suffix.ts';

/** Prices in pence go no further than two pounds. */
const MOST_PENCE = 200;
/** Labels in small letters go no further. */
const MOST_LABEL = 20;

/** The index after something at `at` that is never a figure; `at` itself where there is nothing of the kind. */
export function skipNever(r: Reader, at: number): number {
  if (!r.number(at)) return skipWords(r, at);
  return (
    skipGluedBefore(r, at) ||
    skipAddress(r, at) ||
    skipEmergency(r, at) ||
    skipPhone(r, at) ||
    skipClock(r, at) ||
    skipGluedAfter(r, at) ||
    skipLabelled(r, at) ||
    skipListNumber(r, at) ||
    at
  );
}

/** Number words in fixed phrases: `double digits`, `six-figure`, `no one`, the `Big Five`. */
function skipWords(r: Reader, at: number): number {
  const { words } = r;
  if (!r.word(at)) return at;
  const lower = r.lower(at);
  if (r.in(words.past, at - 1) && (r.in(words.half, at - 2) || r.in(words.quarter, at - 2))) return at + 1;
  if (words.links.per.has(lower) && r.number(at + 1)) return at + 2;
  const counts = words.ones.has(lower) || words.tens.has(lower) || words.multiples.has(lower);
  if (!counts) return at;
  if (r.in(words.one, at) && r.word(at + 1) && r.phrase(words.inTurn, at + 2)) return at + 2;
  if (r.in(words.digitWords, r.hyphen(at + 1) ? at + 2 : at + 1) && (r.hyphen(at + 1) || !r.in(words.links.of, at + 2))) return at + 1;
  if (r.text(at - 1) === '-' && r.hyphen(at - 1) && r.word(at - 2) && !r.in(words.yearPrefixes, at - 2) && !r.in(words.links.to, at - 2)) {
    const joined = words.ones.has(r.lower(at - 2)) || words.tens.has(r.lower(at - 2)) || words.links.and.has(r.lower(at - 2));
    if (!joined) return at + 1;
  }
  if (r.phrase(words.dayTime, at + 1)) return at + 2;
  const label = r.in(words.labels, at - 1) || (r.in(words.weakLabels, at - 1) && (!r.word(at + 1) || r.in(words.links.in, at + 1)));
  if (label && words.ones.has(lower) && !r.counted(at + 1) && !hasUnit(r, at + 1)) return at + 1;
  // In the middle of a sentence a capital makes it part of a name.
  const opens = at === 0 || (!r.word(at - 1) && !r.number(at - 1) && !/^[,;)]$/.test(r.text(at - 1)));
  if (r.capital(at) && !opens && !r.heading && (r.capital(at - 1) || r.capital(at + 1))) return at + 1;
  return at;
}

function skipGluedBefore(r: Reader, at: number): number {
  const { words } = r;
  if (!r.glued(at)) return 0;
  const before = r.text(at - 1);
  if (before === '#' || before === '@' || before === '_' || before === '=') return runEnd(r, at);
  if (r.word(at - 1)) return words.currencyCodes.has(before) || words.currencyLetters.has(before) ? 0 : runEnd(r, at);
  // COVID-19, B-52, report-2022: a word with a hyphen, unless it is a prefix or a number itself.
  if ((before === '-' || before === '\u2013') && r.glued(at - 1) && r.word(at - 2)) {
    const lower = r.lower(at - 2);
    if (
      words.scalePrefixes.has(lower) ||
      words.yearPrefixes.has(lower) ||
      words.months.has(lower) ||
      words.ones.has(lower) ||
      words.tens.has(lower)
    )
      return 0;
    // The first of two numbers: `20m-30m`.
    if (r.number(at - 3) && r.glued(at - 2)) return 0;
    if (words.links.to.has(lower) || words.currencyCodes.has(r.text(at - 2))) return 0;
    return runEnd(r, at);
  }
  return 0;
}

/** The end of a run of tokens without spaces, within a dozen. */
function runEnd(r: Reader, at: number): number {
  let end = at + 1;
  while (end < at + 12 && r.glued(end) && (r.number(end) || r.word(end) || (/^[-_./:]$/.test(r.text(end)) && r.glued(end + 1)))) end++;
  return end;
}

/** `10 Downing Street`: a number before a street's name. */
function skipAddress(r: Reader, at: number): number {
  for (let i = at + 1; i < at + 4 && r.capital(i); i++) if (i > at + 1 && r.in(r.words.streets, i)) return isBench(r, i) ? 0 : i + 1;
  return 0;
}

/** Whether a court is one that has people: `140 High Court judges`. */
function isBench(r: Reader, at: number): boolean {
  return r.text(at).toLowerCase() === 'court' && r.word(at + 1) && !r.capital(at + 1) && r.text(at + 1).endsWith('s');
}

/** `dial 999`, `a 911 call` */
function skipEmergency(r: Reader, at: number): number {
  const { words } = r;
  if (!words.emergencyNumbers.has(r.text(at))) return 0;
  return r.in(words.phoneWords, at - 1) || r.in(words.emergencyAfter, at + 1) ? at + 1 : 0;
}

function skipPhone(r: Reader, at: number): number {
  const { words } = r;
  const international = r.text(at - 1) === '+' && r.glued(at) && (r.number(at + 1) || r.text(at + 1) === '-' || r.text(at + 1) === '(');
  let digits = 0;
  let groups = 0;
  let uneven = false;
  let end = at;
  for (let i = at; i < at + 14; i++) {
    if (r.number(i)) {
      digits += r.text(i).length;
      uneven ||= groups > 0 && r.text(i).length === 2;
      groups++;
      end = i + 1;
    } else if (!(r.text(i) === '-' || r.text(i) === '(' || r.text(i) === ')' || r.text(i) === '/')) break;
  }
  if (international && digits >= 7) return end;
  const zero = r.text(at).startsWith('0') && r.text(at).length > 2 && !/[.,]/.test(r.text(at));
  if (zero && digits >= 8 && groups > 1) return end;
  // `22 555 39 00`: no number has groups of two and three digits.
  if (uneven && groups > 3 && digits >= 7 && r.number(at + 1)) return end;
  const called = r.in(words.phoneWords, at - 1) || r.in(words.phoneWords, at - 2) || r.in(words.phoneWords, at - 3);
  if (called && (digits >= 7 || (groups > 1 && digits >= 6))) return end;
  const dashed = r.hyphen(at + 1) && r.number(at + 2) && r.hyphen(at + 3) && r.number(at + 4);
  const date = r.text(at).length === 4 && r.text(at + 2).length <= 2;
  if (dashed && digits >= 7 && !date) return end;
  return r.text(at - 1) === '(' && r.text(at + 1) === ')' && r.number(at + 2) && r.hyphen(at + 3) && digits >= 9 ? end : 0;
}

function skipClock(r: Reader, at: number): number {
  const { words } = r;
  if (r.text(at + 1) === ':' && r.glued(at + 1) && r.glued(at + 2) && r.number(at + 2)) {
    let end = at + 3;
    while (r.text(end) === ':' && r.glued(end) && r.number(end + 1)) end += 2;
    return r.phrase(words.dayTime, end)?.end ?? end;
  }
  const time = r.phrase(words.dayTime, at + 1);
  if (time && r.lower(at + 1) === 'h' && r.glued(at + 1) && minutesAt(r, at + 2) > 0) return 0;
  if (time) return time.end;
  // `4.40 in the afternoon`
  if (/^([01]?\d|2[0-3])\.[0-5]\d$/.test(r.text(at)) && r.in(words.links.in, at + 1) && r.in(words.dayParts, at + 3)) return at + 1;
  // `5 to 6 p.m.`, `10-11am`, `5:30 to 6 p.m.`
  const joined = r.dash(at + 1) || r.in(words.links.to, at + 1) || r.in(words.links.and, at + 1);
  const second = joined && r.number(at + 2) ? r.phrase(words.dayTime, at + 3) : null;
  if (second) return second.end;
  const zone = r.in(words.zones, at + 1) || (r.lower(at + 1) === 'hours' && r.text(at).startsWith('0'));
  // `3hrs` are hours, `0930 hrs` is a time.
  const hours = r.phrase(words.units, at + 1) !== null;
  if (zone && (r.text(at).length === 4 || (r.plain(at) < 24 && !hours))) return at + 2;
  // Coordinates: a degree sign without a scale.
  if (r.text(at + 1) === '°' && !/^[cf]$/.test(r.lower(at + 2))) return runEnd(r, at);
  return 0;
}

/** 24/7, 4x4, 3D, 5G, 9/11: digits with something written against them that is no unit. */
function skipGluedAfter(r: Reader, at: number): number {
  const { words } = r;
  if (r.digits(at) === null) return /^\d{2}\.\d{2}\.\d{4}$/.test(r.text(at)) ? 0 : runEnd(r, at);
  if (r.text(at + 1) === '/' && r.glued(at + 1) && r.glued(at + 2) && r.number(at + 2)) {
    if (readOdds(r, at)) return 0;
    const [a, b] = [r.plain(at), r.plain(at + 2)];
    const year = a > 999 && b >= 0;
    const date = r.text(at + 3) === '/';
    const fraction = a < b && b <= 10 && !(a === 9 && b === 11);
    // Which is the day of `5/6/1948` nobody can tell.
    if (date && r.number(at + 4)) return at + 5;
    return year || date || fraction ? 0 : runEnd(r, at);
  }
  const numbered = words.ones.has(r.lower(at + 2)) || words.tens.has(r.lower(at + 2));
  const named = r.capital(at + 2) && (r.text(at + 2).length === 1 || numbered);
  if (r.hyphen(at + 1) && (named || r.in(words.digitWords, at + 2))) return at + 3;
  // `a 3-for-1 split`, `5-a-side`
  const grammar = r.in(words.functionWords, at + 2) && !r.in(words.links.and, at + 2) && !r.in(words.links.to, at + 2);
  const joined = r.hyphen(at + 1) && grammar && r.hyphen(at + 3) && !r.in(words.links.in, at + 2);
  if (joined && r.plain(at + 4) >= 0) return at + 5;
  // `3-in-1`, where the second is no whole of the first.
  if (r.hyphen(at + 1) && r.in(words.links.in, at + 2) && r.hyphen(at + 3) && r.plain(at + 4) >= 0 && r.plain(at + 4) <= r.plain(at))
    return at + 5;
  if (r.in(words.eras, at + 1) && r.text(at + 1) === r.text(at + 1).toUpperCase()) return at + 2;
  if (!r.glued(at + 1) || !r.word(at + 1)) return 0;
  const next = r.lower(at + 1);
  // 1080p and 4K are pictures, not pence and thousands.
  const value = r.plain(at);
  if ((next === 'p' && value > MOST_PENCE) || (r.text(at + 1) === 'K' && (value === 4 || value === 8))) return at + 2;
  const known =
    words.suffixes.has(next) ||
    words.scales.has(next) ||
    (words.moneySuffixes.has(next) && next === 'm') ||
    words.ordinalSuffixes.has(next) ||
    words.currencyNames.has(next) ||
    words.currencyCodes.has(r.text(at + 1)) ||
    words.unitSigns.has(r.text(at + 1)) ||
    next === 'x' ||
    next === 's' ||
    next === 'q' ||
    (next === 'h' && minutesAt(r, at + 2) > 0) ||
    r.phrase(words.units, at + 1) !== null ||
    r.phrase(words.percent, at + 1) !== null;
  if (next === 'x' && r.number(at + 2) && r.glued(at + 2)) return at + 3;
  return known ? 0 : runEnd(r, at);
}

const POSSESSIVE = /['’]s$/;

/** `section 3`, `No. 5`, `Route 66`, `iPhone 11`, `Week 3`, and the numbers listed behind them. */
function skipLabelled(r: Reader, at: number): number {
  const { words } = r;
  const label = r.text(at - 1) === '.' && r.glued(at - 1) ? at - 2 : at - 1;
  if (r.text(at - 1) === '§') return at + 1;
  if (r.in(words.links.of, at - 1) && r.in(words.clubs, at - 2) && r.capital(at - 2)) return at + 1;
  if (!r.word(label)) return isSecondNumber(r, at) ? at + 1 : 0;
  if (words.months.has(r.lower(label))) return 0;
  const whole = r.plain(at) >= 0 || r.digits(at)?.decimals;
  if (!whole) return 0;
  const year = isYearLike(r, at);
  if (r.in(words.labels, label)) {
    const denial = r.lower(label) === 'no' && label === at - 1 && !r.capital(label);
    return denial || (year && r.counted(at + 1)) ? 0 : listEnd(r, at);
  }
  if (label === at - 2 && r.in(words.labelAbbreviations, label)) return listEnd(r, at);
  // Behind a team's name stands a score.
  if (label !== at - 1 || hasUnit(r, at + 1) || (r.dash(at + 1) && r.plain(at + 2) >= 0)) return 0;
  // `Poland's 460-seat parliament`
  if (POSSESSIVE.test(r.text(label)) && r.text(at + 1) === '-' && r.word(at + 2) && !r.capital(at + 2)) return 0;
  const inName = r.capital(label) && label > 0 && !r.heading;
  const weak = r.in(words.weakLabels, label);
  const alone = !r.word(at + 1) || r.in(words.links.in, at + 1) || r.in(words.links.of, at + 1) || r.in(words.links.and, at + 1);
  // `phase 2 trial`, `stage 4 cancer`: one thing follows, and no more.
  const one = r.word(at + 1) && !r.in(words.functionWords, at + 1) && !r.counted(at + 1) && !r.capital(at + 1);
  // `Flight 418 went down`: the capital of a first word tells nothing, what follows it does.
  const opens = label === 0 && r.word(at + 1) && !r.counted(at + 1);
  if (weak && (inName || alone || opens || (one && r.plain(at) >= 0 && r.plain(at) < MOST_LABEL))) return listEnd(r, at);
  if (weak || !inName || year || r.in(words.functionWords, label)) return 0;
  if (isElliptic(r, at, label)) return 0;
  const value = r.digits(at)?.value ?? -1;
  if (r.counted(at + 1) || r.in(words.pluralVerbs, at + 1)) return isAcronym(r, label) && r.plain(at) >= 0 ? at + 1 : 0;
  return value >= 0 && value < 100_000 ? listEnd(r, at) : 0;
}

/** How far back the figure may stand whose unit a number behind a name shares. */
const ELLIPSIS_REACH = 16;

/** How far before the first figure the name may stand that the names before the others are set beside. */
const SUBJECT_REACH = 5;

/**
 * Whether a number behind a name that a comma or `and` sets beside others goes on with what they had: `Alpha pays 10.2 percent, Beta 10.8`,
 * `Alpha has 27 of the seats, Beta 12 and Gamma 9`. A whole number does where all the others do, and the first has a name before it too.
 */
function isElliptic(r: Reader, at: number, label: number): boolean {
  const decimal = (r.digits(at)?.decimals ?? 0) > 0;
  if (!r.ends(at + 1) && (decimal || !r.in(r.words.links.and, at + 1))) return false;
  let name = label;
  while (r.capital(name - 1)) name--;
  if (r.text(name - 1) !== ',' && r.text(name - 1) !== ';' && !r.in(r.words.links.and, name - 1)) return false;
  if (!decimal) return goesOn(r, name - 2);
  for (let i = name - 2; i > 0 && i > name - ELLIPSIS_REACH; i--)
    if (r.number(i) && (hasUnit(r, i + 1) || r.words.currencySigns.has(r.text(i - 1)))) return true;
  return false;
}

/** Whether what ends at `last` is a figure behind a verb that a name leads to, or another that goes on with one. */
function goesOn(r: Reader, last: number): boolean {
  if (r.plain(last) >= 0 && r.capital(last - 1)) return isElliptic(r, last, last - 1);
  for (let i = last; i > 0 && i > last - ELLIPSIS_REACH; i--) {
    if (!r.number(i)) continue;
    if (r.capital(i - 1)) return false;
    for (let before = i - 2; before >= 0 && before >= i - SUBJECT_REACH; before--) if (r.capital(before)) return true;
    return false;
  }
  return false;
}

/** Whether a unit, a scale, a currency or a mark of more follows, which no label has. */
function hasUnit(r: Reader, at: number): boolean {
  const { words } = r;
  if (r.text(at) === '+' || r.text(at) === '%' || words.currencySigns.has(r.text(at))) return true;
  if (r.phrase(words.units, at) ?? r.phrase(words.percent, at)) return true;
  return words.scales.has(r.lower(at)) || words.currencyNames.has(r.lower(at));
}

/** `seven 737 MAX`: of two numbers side by side the second is a name, unless the first is a year or a day. */
function isSecondNumber(r: Reader, at: number): boolean {
  return (
    r.number(at - 1) && r.plain(at - 1) >= 0 && r.plain(at) >= 100 && !isYearLike(r, at) && !isYearLike(r, at - 1) && r.capital(at + 1)
  );
}

/** A short word all in capitals, unless it is a state or body of which something may be counted (`in the UK 500 jobs`). */
function isAcronym(r: Reader, at: number): boolean {
  const text = r.text(at);
  const capitals = text === text.toUpperCase() && text !== text.toLowerCase();
  return capitals && text.length < 6 && text !== 'I' && text !== 'A' && !r.in(r.words.states, at);
}

function isYearLike(r: Reader, at: number): boolean {
  const value = r.plain(at);
  return value >= 1900 && value <= 2100;
}

/** The end of a list of numbers: `sections 3, 4 and 6-8`. */
function listEnd(r: Reader, at: number): number {
  let end = at + 1;
  for (let steps = 0; steps < 12; steps++) {
    const joined =
      r.dash(end) || r.text(end) === ',' || r.in(r.words.links.and, end) || r.in(r.words.links.to, end) || r.in(r.words.links.or, end);
    if (!joined || r.plain(end + 1) < 0 || isYearLike(r, end + 1) || r.counted(end + 2)) break;
    end += 2;
  }
  return r.text(end) === '(' && r.glued(end) ? end + 1 : end;
}

/** `1.` and `2)` at the start of a list item or of a text line, `2.1` before a heading. */
function skipListNumber(r: Reader, at: number): number {
  const inBrackets = r.text(at - 1) === '(' && r.text(at + 1) === ')';
  // `in Lund (3) and Malmö (1)`: behind a name it is that one's.
  if (inBrackets && r.plain(at) >= 0 && r.plain(at) < 10 && r.word(at + 2) && !r.capital(at - 2)) return at + 2;
  if (at !== 0) return 0;
  const mark = r.text(at + 1);
  const small = r.plain(at) >= 0 && r.plain(at) < 1000;
  if (small && r.glued(at + 1) && (mark === ')' || mark === '.')) return at + 2;
  const decimals = r.digits(at)?.decimals ?? 0;
  return r.heading && decimals > 0 && decimals < 3 && r.capital(at + 1) ? at + 1 : 0;
}
