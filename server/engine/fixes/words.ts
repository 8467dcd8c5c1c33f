/** Writes numbers in words, from the same tables that they are read by. */
import type { NumberWords } from '../lexicon/numbers.ts';

/** A cardinal in words: up to ninety-nine, so many hundreds, and these of a scale (`five million`). Null for all others, which nobody spells out. */
export function cardinal(value: number, words: NumberWords): string | null {
  if (!Number.isInteger(value) || value < 0) return null;
  if (value < 100) return belowHundred(value, words);
  if (value < 1000) return value % 100 === 0 ? joined(belowHundred(value / 100, words), firstOf(words.hundred)) : null;
  const scale = scaleBelow(value, words);
  const parts = value / scale;
  return parts < 100 || parts % 100 === 0 ? joined(cardinal(parts, words), wordOf(words.scales, scale)) : null;
}

/** An ordinal in words, up to `ninety-ninth`; null beyond. */
export function ordinal(value: number, words: NumberWords): string | null {
  const word = wordOf(words.ordinals, value);
  if (word !== null || value > 99) return word;
  const ten = wordOf(words.tens, value - (value % 10));
  const one = wordOf(words.ordinals, value % 10);
  return ten && one && `${ten}-${one}`;
}

/** `st`, `nd`, `rd` or `th`, as English puts it behind a number in digits. */
export function ordinalSuffix(value: number): string {
  const last = value % 10;
  if (last < 1 || last > 3 || (value % 100 > 10 && value % 100 < 14)) return 'th';
  return last === 1 ? 'st' : last === 2 ? 'nd' : 'rd';
}

/** The greatest scale (1e3, 1e6 and so on) that a value reaches; 1 below a thousand. */
export function scaleBelow(value: number, { scales }: NumberWords): number {
  let best = 1;
  for (const scale of scales.values()) if (scale <= value && scale > best && isThousands(scale)) best = scale;
  return best;
}

/** Whether a scale is a power of a thousand: lakhs and crores are written only where the draft does. */
function isThousands(scale: number): boolean {
  return Number.isInteger(Math.log10(scale) / 3);
}

/** The first word of a table that has a value: tables name the usual form first. */
export function wordOf(table: ReadonlyMap<string, number>, value: number): string | null {
  for (const [word, each] of table) if (each === value) return word;
  return null;
}

function belowHundred(value: number, words: NumberWords): string | null {
  const whole = wordOf(words.ones, value) ?? wordOf(words.tens, value);
  if (whole !== null) return whole;
  const ten = wordOf(words.tens, value - (value % 10));
  const one = wordOf(words.ones, value % 10);
  return ten && one && `${ten}-${one}`;
}

function joined(a: string | null, b: string | null): string | null {
  return a && b && `${a} ${b}`;
}

function firstOf(words: ReadonlySet<string>): string | null {
  for (const word of words) return word;
  return null;
}
