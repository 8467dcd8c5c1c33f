/** Reads one mention without the hedge in front of it: a date, a year, a share, an ordinal, a sum, or a number with its unit. */
import { readDate } from './dates.ts';
import { times } from './digits.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import { readOdds } from './odds.ts';
import { readOrdinal } from './ordinals.ts';
import { type Amount, amount, isNumeric, type Mention, mention } from './quantity.ts';
import { readRatio } from './ratios.ts';
import type { Reader } from './reader.ts';
import { applied, readRate, readSuffix, type Suffix } from './suffix.ts';
import { readYears } from './years.ts';

/** The oldest age that `Smith, 81,` is read as. */
const OLDEST = 119;

/** The mention that begins at `at`; null where none does. */
export function readMention(r: Reader, at: number, century: number, isHedged: boolean): Mention | null {
  return readDate(r, at) ?? readUndated(r, at, century, isHedged);
}

/** The mention that begins at `at` where no date does. */
export function readUndated(r: Reader, at: number, century: number, isHedged: boolean): Mention | null {
  if (at >= r.length) return null;
  const years = readYears(r, at, century);
  if (years) return years;
  const sign = signAt(r, at);
  if (sign) return readSigned(r, at, sign.next, sign.negative, isSurelySign(r, at));
  if (r.cell && at === 0 && r.text(at) === '(') return readLossCell(r);
  return (
    readOdds(r, at) ??
    readRatio(r, at, isHedged) ??
    readOrdinal(r, at) ??
    readMoney(r, at) ??
    readAmount(r, at, isHedged) ??
    readUnitAlone(r, at, isHedged) ??
    readLong(r, at, isHedged)
  );
}

/** A sign before a number: `-4%`, `minus 4 degrees`, `+3%`. */
function signAt(r: Reader, at: number): { next: number; negative: boolean } | null {
  if (r.in(r.words.links.minus, at)) return { next: at + 1, negative: true };
  const text = r.text(at);
  // An en dash with a space before it and none behind: one that divides has both or neither.
  if (text === '\u2013') return at > 0 && !r.glued(at) && r.glued(at + 1) && !r.number(at - 1) ? { next: at + 1, negative: true } : null;
  if ((text !== '-' && text !== '+') || !r.glued(at + 1) || (r.glued(at) && r.text(at - 1) !== '(')) return null;
  return { next: at + 1, negative: text === '-' };
}

/** `(1.2)`, `(3,400)`, `($5m)`: what alone fills a table's cell in brackets is a loss. */
function readLossCell(r: Reader): Mention | null {
  const inner = readMoney(r, 1) ?? readAmount(r, 1, true);
  if (!inner || inner.end !== r.length - 1 || r.text(inner.end) !== ')' || !isNumeric(inner.quantity) || inner.quantity.value === null)
    return null;
  const { quantity } = inner;
  // `(3)` and `(2021)` are notes and years.
  if (quantity.dimension === 'count' && r.plain(1) >= 0) return null;
  if (quantity.dimension !== 'count' && quantity.dimension !== 'money' && quantity.dimension !== 'share') return null;
  const value = -quantity.value!;
  return { ...inner, start: 0, end: r.length, next: r.length, quantity: { ...quantity, value, low: value, high: value } };
}

/** Whether a sign is one even before a bare number: it is a word, or a word of grammar stands before it (`of -15`, `to -20`). */
function isSurelySign(r: Reader, at: number): boolean {
  if (r.word(at)) return !r.number(at - 1) && !r.words.ones.has(r.lower(at - 1));
  return r.text(at) !== '+' && r.in(r.words.functionWords, at - 1);
}

/** A signed number is one where a unit follows, it has decimals or the sign is a word; else the sign is a dash. */
function readSigned(r: Reader, at: number, next: number, negative: boolean, isWord: boolean): Mention | null {
  const unsigned = readMoney(r, next) ?? readAmount(r, next, true);
  if (!unsigned || unsigned.quantity.dimension === 'date' || unsigned.quantity.value === null) return null;
  const { quantity } = unsigned;
  if (quantity.dimension === 'count' && quantity.grain >= 1 && !isWord) return null;
  const value = negative ? -quantity.value! : quantity.value!;
  return { ...unsigned, start: at, quantity: { ...quantity, value, low: value, high: value } };
}

/** A sum with its currency in front: `$1.3 million`, `US$.14`, `$US129`, `USD 5m`, `CAD $5`. */
function readMoney(r: Reader, at: number): Mention | null {
  const prefix = currencyAt(r, at);
  if (!prefix) return null;
  // `$-1.5bn`, `$(1.2) million`
  const dash = r.text(prefix.end) === '-' && r.glued(prefix.end);
  const bracket = r.text(prefix.end) === '(' && r.glued(prefix.end);
  const from = dash || bracket ? prefix.end + 1 : prefix.end;
  if (!r.number(from) || (from > prefix.end && !r.glued(from))) return null;
  const read = readNumeral(r, from, true);
  const number = read && bracket ? closed(r, read) : read;
  if (!number || number.value === null) return null;
  const after = r.phrase(r.words.hedgesAfter, number.end);
  let end = after?.end ?? number.end;
  let { unit } = prefix;
  // `$5 million dollars`, `$5 USD`
  if (r.words.currencyCodes.has(r.text(end)) && unit === '$') unit = r.text(end++);
  else if (r.words.currencyNames.get(r.lower(end))?.unit === unit && r.words.currencyNames.get(r.lower(end))?.factor === 1) end++;
  const thousand = number.scale === 1 && isThousands(r, from, end) ? 1000 : 1;
  const value = times(from > prefix.end ? -number.value : number.value, thousand);
  return withRate(r, at, end, amount('money', value, times(number.grain, thousand), unit), {
    hedge: number.hedge ?? after?.value ?? null,
    scale: number.scale,
    signed: true,
  });
}

/** A number in brackets, with the bracket that closes and a scale word behind it; null where none closes. */
function closed(r: Reader, number: Numeral): Numeral | null {
  if (r.text(number.end) !== ')' || number.value === null) return null;
  const behind = number.end + 1;
  const scale =
    number.scale > 1 ? undefined : (r.words.suffixes.get(r.lower(behind)) ?? r.words.scales.get(r.lower(behind)) ?? mAt(r, behind));
  if (scale === undefined) return { ...number, end: behind };
  return { ...number, end: behind + 1, value: times(number.value, scale), grain: times(number.grain, scale), scale };
}

function mAt(r: Reader, at: number): number | undefined {
  return r.glued(at) ? r.words.moneySuffixes.get(r.lower(at)) : undefined;
}

/**
 * Whether the point of a sum in digits divides thousands (`12.500 euros`): three digits stand behind it, the last two zeros, with no
 * scale word behind them. No price has such a third decimal, save that of fuel by the litre.
 */
function isThousands(r: Reader, at: number, end: number): boolean {
  const digits = r.digits(at);
  if (digits?.decimals !== 3 || digits.value < 1 || !r.text(at).endsWith('00') || r.words.scales.has(r.lower(at + 1))) return false;
  return digits.value >= 10 || readRate(r, end, 'money') === null;
}

function currencyAt(r: Reader, at: number): { unit: string; end: number } | null {
  const { words } = r;
  const lettersOf = (place: number) =>
    r.text(place) === r.text(place).toUpperCase() ? words.dollarLetters.get(r.lower(place)) : undefined;
  const sign = words.currencySigns.get(r.text(at));
  if (sign) {
    const behind = sign.unit === '$' && r.glued(at + 1) && r.number(at + 2) && r.glued(at + 2) ? lettersOf(at + 1) : undefined;
    return behind === undefined ? { unit: sign.unit, end: at + 1 } : { unit: behind, end: at + 2 };
  }
  if (!r.word(at)) return null;
  const dollar = lettersOf(at);
  if (dollar !== undefined && r.text(at + 1) === '$' && r.glued(at + 1)) return { unit: dollar, end: at + 2 };
  if (words.currencyCodes.has(r.text(at))) return { unit: r.text(at), end: words.currencySigns.has(r.text(at + 1)) ? at + 2 : at + 1 };
  const letters = words.currencyLetters.get(r.text(at));
  return letters === undefined ? null : { unit: letters, end: r.text(at + 1) === '.' && r.glued(at + 1) ? at + 2 : at + 1 };
}

function withRate(r: Reader, start: number, end: number, quantity: Amount, more: Partial<Mention>): Mention {
  const rate = readRate(r, end, quantity.dimension);
  return mention(start, end, rate ? { ...quantity, per: rate.per } : quantity, { ...more, next: rate?.next ?? end });
}

/** A number with what follows it. */
function readAmount(r: Reader, at: number, isHedged: boolean): Mention | null {
  const number = readNumeral(r, at);
  // What is left of ordinals here numbers a name: `the 20th Congress`.
  if (!number || (r.number(at) && r.glued(at + 1) && r.in(r.words.ordinalSuffixes, at + 1))) return null;
  if (number.value === null) return readVagueAmount(r, at, number);
  const suffix = readSuffix(r, number.end, number.value, number.scale > 1);
  if (number.needsUnit && suffix.dimension === 'count') return null;
  const age = readAge(r, at, number, suffix);
  if (age) return age;
  if (!isCounting(r, at, number, suffix, isHedged)) return null;
  const dotted = suffix.dimension === 'money' ? isThousands(r, at, suffix.end) : r.text(at).endsWith('.000') && r.counted(number.end);
  const thousand = dotted && number.end === at + 1 ? 1000 : 1;
  const value = times(applied(number.value, suffix), thousand);
  const grain = suffix.plus > 0 ? 0 : times(times(number.grain, suffix.factor), thousand);
  return withRate(r, at, suffix.end, amount(suffix.dimension, value, grain, suffix.unit), {
    hedge: number.hedge ?? suffix.hedge,
    scale: number.scale,
    factor: suffix.factor,
  });
}

/** `dozens`, and the unit behind `of`: `tens of billions of dollars`. */
function readVagueAmount(r: Reader, at: number, number: Numeral): Mention {
  const of = r.in(r.words.links.of, number.end);
  const suffix = readSuffix(r, of ? number.end + 1 : number.end, number.high, true);
  const known = suffix.dimension !== 'count';
  const quantity: Amount = {
    dimension: suffix.dimension,
    value: null,
    low: known ? times(number.low, suffix.factor) : number.low,
    high: known ? times(number.high, suffix.factor) : number.high,
    unit: suffix.unit,
    grain: 0,
    per: null,
  };
  return withRate(r, at, known || !of ? suffix.end : number.end, quantity, {});
}

/** `aged 24`, `the age of 12`, `Smith, 81,`, `turned 40`. */
function readAge(r: Reader, at: number, number: Numeral, suffix: Suffix): Mention | null {
  const { words } = r;
  const { value } = number;
  if (value === null || suffix.dimension === 'age' || value > OLDEST) return null;
  const count = suffix.dimension === 'count';
  const said = isAgeBefore(r, at) && (count || suffix.dimension === 'duration');
  const turned = count && r.in(words.turned, at - 1) && r.ends(number.end);
  if (!said && !turned && !(count && number.plain && isApposition(r, at))) return null;
  return mention(at, suffix.end, amount('age', applied(value, suffix), number.grain, suffix.unit ?? 'year'), { hedge: suffix.hedge });
}

/** Whether somebody's age is said to follow: not that of a law (`the retirement age of 58`), which is no person's. */
function isAgeBefore(r: Reader, at: number): boolean {
  const { words } = r;
  const small = r.in(words.links.of, at - 1) || r.in(words.links.between, at - 1) || r.in(words.links.from, at - 1);
  const age = small ? at - 2 : at - 1;
  if (!r.in(words.links.age, age)) return false;
  return !r.in(words.lawful, age - 1);
}

/** A capitalised name or a word for a relative, a comma, a number, and a comma; or the end of the sentence, behind a name of two words. */
function isApposition(r: Reader, at: number): boolean {
  const name = at - 2;
  const next = r.text(at + 1);
  if (r.text(at - 1) !== ',' || name < 0 || r.plain(at) < 1) return false;
  if (r.in(r.words.aged, name)) return next === ',';
  // `Kim Min-ji, 68,`
  const isJoined = r.hyphen(name - 1) && r.capital(name - 2) && r.capital(name - 3);
  if (!(r.capital(name) || isJoined) || r.in(r.words.months, name) || r.in(r.words.functionWords, name)) return false;
  return next === ',' || ((next === '.' || next === ';' || next === ')' || at + 1 === r.length) && r.capital(name - 1));
}

/** Whether a number is one that counts: `one` and `zero` are so only where the words around them say it. */
function isCounting(r: Reader, at: number, number: Numeral, suffix: Suffix, isHedged: boolean): boolean {
  const { words } = r;
  if (number.value === 0) return suffix.dimension !== 'count' || r.number(at) || r.plural(number.end);
  // Behind a whole number, an `s` makes a group of it: `the over-50s`.
  if (r.lower(number.end) === 's' && r.glued(number.end) && suffix.dimension === 'count' && r.number(at)) return false;
  if (!r.in(words.one, at) || number.end > at + 1) return true;
  // `between one and two million`, `one to two weeks`
  const between = r.in(words.links.between, at - 1) && r.in(words.links.and, at + 1);
  if ((between || r.lower(at + 1) === 'to') && isWholeNumber(r, at + 2)) return true;
  if (suffix.dimension !== 'count') return !(suffix.unit === 'day' && !r.hyphen(at + 1));
  const noun = r.word(at + 1) && !r.in(words.functionWords, at + 1);
  const isPart = r.in(words.links.them, at - 1) && r.lower(at - 2) === 'among';
  if ((isHedged || isPart || r.in(words.oneBefore, at - 1)) && (noun || r.ends(at + 1)) && !r.in(words.links.of, at + 1))
    return noun || isHedged;
  if (r.in(words.links.in, at + 1)) return goesOnWithOne(r, at);
  const isWhole = r.in(words.functionWords, at + 2) || r.ends(at + 2);
  return r.in(words.oneAfter, at + 1) && isWhole && !r.in(words.functionWords, at - 1);
}

/** How far back the number may stand whose clause `one` goes on with. */
const LIST_REACH = 12;

/** `two in Lund, one in Marlow and one in the capital` */
function goesOnWithOne(r: Reader, at: number): boolean {
  if (r.text(at - 1) !== ',' && !r.in(r.words.links.and, at - 1)) return false;
  for (let i = at - 2; i >= 0 && i > at - LIST_REACH; i--) {
    if (r.number(i) || r.in(r.words.one, i)) return true;
    if (r.word(i) && (r.words.ones.has(r.lower(i)) || r.words.tens.has(r.lower(i)))) return true;
  }
  return false;
}

function isWholeNumber(r: Reader, at: number): boolean {
  return r.plain(at) >= 0 || r.words.ones.has(r.lower(at)) || r.words.tens.has(r.lower(at));
}

/** `almost a decade`, `a year ago`, `a year in prison`: one unit of time, where a hedge, or what stands behind it, makes it a figure. */
function readUnitAlone(r: Reader, at: number, isHedged: boolean): Mention | null {
  const { words } = r;
  if (!r.in(words.links.article, at)) return null;
  const unit = r.phrase(words.units, at + 1);
  if (unit?.value.dimension !== 'duration') return null;
  let { end } = unit;
  const half = r.in(words.links.and, end) && r.in(words.links.article, end + 1) && r.in(words.half, end + 2);
  if (half) end += 3;
  const long = words.longUnits.has(unit.value.unit) && r.in(words.beforeOver, at - 1);
  const isTold = r.in(words.links.ago, end) || (r.in(words.links.in, end) && r.in(words.prisons, end + 1));
  if (!half && !isHedged && !long && !isTold) return null;
  return mention(at, end, amount('duration', half ? 1.5 : 1, half ? 0.5 : 1, unit.value.unit));
}

/**
 * `a year-long ban`, `a weeklong march`: one unit of time. A hedge before it makes too much of it to tell by how much it is missed (`nearly
 * week-long`).
 */
function readLong(r: Reader, at: number, isHedged: boolean): Mention | null {
  const joined = r.words.longWords.get(r.lower(at));
  const apart = r.hyphen(at + 1) && r.lower(at + 2) === 'long' ? r.words.longWords.get(`${r.lower(at)}long`) : undefined;
  const unit = joined ?? apart;
  if (unit === undefined || isHedged || isBehindHedge(r, at) || (r.hyphen(at - 1) && r.glued(at))) return null;
  return mention(at, joined === undefined ? at + 3 : at + 1, amount('duration', 1, 1, unit));
}

function isBehindHedge(r: Reader, at: number): boolean {
  return r.words.hedgesBefore.get(r.lower(at - 1))?.some(({ rest }) => rest.length === 0) ?? false;
}
