/** Reads a number written in digits, with the thousands separators of several countries. */

export interface Digits {
  readonly value: number;
  /** Place value of the last digit stated; an integer's trailing zeros count as unstated. */
  readonly grain: number;
  /** Whether it is nothing but digits, as labels, years and days are. */
  readonly plain: boolean;
  readonly decimals: number;
  /** Whether a decimal comma was read, which in English needs a unit or scale word behind it to be believed. */
  readonly comma: boolean;
}

/** Longer numbers than this are identifiers. */
const LONGEST = 32;

/** The number that a token of digits stands for; null where it is none (`3.0.1`, `007`). Digits of other scripts are left alone. */
export function readDigits(raw: string): Digits | null {
  if (raw.length > LONGEST) return null;
  const groups: string[] = [''];
  const separators: string[] = [];
  for (const char of raw.normalize('NFKC')) {
    if (char >= '0' && char <= '9') groups[groups.length - 1] += char;
    else if (char === '.' || char === ',' || char === ' ' || char === "'" || char === '\u2019') {
      separators.push(char === '\u2019' ? "'" : char);
      groups.push('');
    } else return null;
  }
  if (separators.length === 0) return whole(groups[0]!, true);
  const last = separators.at(-1)!;
  const before = separators.slice(0, -1);
  const uniform = before.every((separator) => separator === before[0]);
  if (!uniform) return null;
  if (separators.every((separator) => separator === last) && (last !== '.' || separators.length > 1) && grouped(groups))
    return whole(groups.join(''), false);
  if (last === '.' && before[0] !== '.' && (before.length === 0 || grouped(groups.slice(0, -1)))) return decimal(groups, false);
  if (last !== ',' || before[0] === ',') return null;
  const fraction = groups.at(-1)!;
  if (before.length === 0 ? fraction.length > 2 : !grouped(groups.slice(0, -1))) return null;
  return decimal(groups, before.length === 0);
}

/** Whether the groups are those of thousands (1,234,567), or of lakhs and crores (1,23,456). */
function grouped(groups: readonly string[]): boolean {
  const [first, ...rest] = groups;
  if (!first || first.length > 3 || first.startsWith('0') || rest.at(-1)?.length !== 3) return false;
  return rest.every((group) => group.length === 3) || (first.length < 3 && rest.slice(0, -1).every((group) => group.length === 2));
}

function whole(digits: string, plain: boolean): Digits | null {
  if (digits.length === 0 || (digits.length > 1 && digits.startsWith('0'))) return null;
  const value = Number(digits);
  return { value, grain: grainOf(value), plain, decimals: 0, comma: false };
}

function decimal(groups: readonly string[], comma: boolean): Digits | null {
  const fraction = groups.at(-1)!;
  const integer = groups.slice(0, -1).join('');
  if (integer.length > 1 && integer.startsWith('0')) return null;
  return {
    value: Number(`${integer || '0'}.${fraction}`),
    grain: Number(`1e-${fraction.length}`),
    plain: false,
    decimals: fraction.length,
    comma,
  };
}

/** The place value of an integer's last digit that is not 0; 1 for 0. */
export function grainOf(value: number): number {
  let grain = 1;
  while (value !== 0 && grain < 1e15 && value % (grain * 10) === 0) grain *= 10;
  return grain;
}

/** A product without the noise of binary fractions: 15 significant digits are all that a double holds. */
export function times(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}
