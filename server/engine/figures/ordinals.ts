/** Reads ordinals: `the second phase`, `27th`, `ninth biggest`. */
import { amount, type Mention, mention } from './quantity.ts';
import type { Reader } from './reader.ts';

export interface Ordinal {
  readonly value: number;
  readonly end: number;
  /** Whether it was written with digits. */
  readonly digits: boolean;
}

/** The ordinal number there, whatever it is used for. */
export function ordinalAt(r: Reader, at: number): Ordinal | null {
  const { words } = r;
  const value = r.plain(at);
  if (value >= 0) return r.glued(at + 1) && r.in(words.ordinalSuffixes, at + 1) ? { value, end: at + 2, digits: true } : null;
  const ten = words.tens.get(r.lower(at));
  if (ten !== undefined && r.hyphen(at + 1)) {
    const one = words.ordinals.get(r.lower(at + 2));
    return one !== undefined && one > 0 && one < 10 ? { value: ten + one, end: at + 3, digits: false } : null;
  }
  const word = words.ordinals.get(r.lower(at));
  return word === undefined ? null : { value: word, end: at + 1, digits: false };
}

/** The ordinal figure that begins there: one that ranks or numbers the noun behind it; null for adverbs, idioms and names. */
export function readOrdinal(r: Reader, at: number): Mention | null {
  const ordinal = ordinalAt(r, at);
  if (!ordinal || ordinal.value === 0) return null;
  const { words } = r;
  const after = r.hyphen(ordinal.end) ? ordinal.end + 1 : ordinal.end;
  const figure = mention(at, ordinal.end, amount('ordinal', ordinal.value, 1));
  if (r.in(words.century, after) && r.in(words.beforeChrist, after + 1)) return null;
  // `ranks ninth in the world`, `finished third`
  if (r.in(words.placings, at - 1) && (r.ends(after) || r.in(words.afterPlace, after))) return figure;
  if (words.notOrdinalBefore.get(r.lower(at))?.has(r.lower(after))) return null;
  if (words.half.has(r.lower(after)) || (r.capital(after) && !r.heading)) return null;
  // `had to be content with fourth place`, but `in the first place`
  if (r.in(words.ranks, after) || (r.lower(after) === 'place' && ordinal.value > 1)) return figure;
  // `the first three months`, `the first 20 customers`
  if (r.number(after) || words.ones.has(r.lower(after)) || words.tens.has(r.lower(after)) || words.hundred.has(r.lower(after))) return null;
  if (r.capital(at) && at > 0 && !r.heading && r.capital(at - 1)) return null;
  if (ordinal.digits) return figure;
  if (r.ends(after) || r.hyphen(at - 1)) return null;
  const before = r.lower(at - 1);
  return words.determiners.has(before) || before.endsWith("'s") || before.endsWith("s'") ? figure : null;
}
