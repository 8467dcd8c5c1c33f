/** Arithmetic on figures as they are stated: each stands for the stretch of numbers that its hedge and its rounding allow. */
import type { Claim } from '../claims/claim.ts';
import { anatomyOf } from '../fixes/anatomy.ts';
import { written } from '../fixes/numbers.ts';
import { plainTextOf } from '../fixes/plain.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Dimension, NumericQuantity, Quantity, Span, Token } from '../model.ts';

/** The numbers from `low` to `high`, both included; either may be infinite. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** A rounding may move a figure by this part of it, whatever its last digit allows (the design's section 3). */
const ROUNDING = 0.025;
/** A percentage that states no decimals may be rounded by this much, in percentage points. */
const HALF_POINT = 0.5;
/** What a ratio in one word leaves open: `doubled` is said of 1.9 times too. */
const RATIO_WORD = 0.1;
/** Fewer things than these are counted, and not rounded. */
const COUNTED = 100;
/** What binary fractions leave of a sum, as a part of it. */
const EPSILON = 1e-9;

/** The figures that amounts are reckoned with: times, ages and places on a scale are none. */
const AMOUNTS: ReadonlySet<Dimension> = new Set<Dimension>(['count', 'money', 'share', 'points', 'ratio', 'measure', 'duration', 'other']);

/** The quantity of a claim that states one number; null for ranges, vague words, dates and whatever else is not reckoned with. */
export function amountOf({ figure: { quantity } }: Claim): NumericQuantity | null {
  return quantity.dimension !== 'date' && quantity.value !== null && AMOUNTS.has(quantity.dimension) ? quantity : null;
}

/** What an amount may be: its hedge's interval, open where a writer could have said more, or its number with its rounding. */
export function stretchOf(quantity: NumericQuantity): Stretch {
  const { low, high, hedge } = quantity;
  const value = quantity.value ?? (low + high) / 2;
  const slack = slackOf(quantity, value);
  switch (hedge) {
    case 'more-than':
      return { low: value - slack, high: Number.POSITIVE_INFINITY };
    case 'up-to':
      return { low: Number.NEGATIVE_INFINITY, high: value + slack };
    case 'less-than':
      return { low: Math.min(low, value - slack), high: value + slack };
    case 'about':
    case 'range':
    case 'vague':
      return { low: Math.min(low, value - slack), high: Math.max(high, value + slack) };
    case null:
      return { low: value - slack, high: value + slack };
  }
}

function slackOf({ dimension, grain, unit }: NumericQuantity, value: number): number {
  const size = Math.abs(value);
  if (dimension === 'ratio' || grain === 0) return size * RATIO_WORD;
  if (dimension === 'count' && size < COUNTED && Number.isInteger(value)) return 0;
  const most = dimension === 'share' && unit === '%' ? Math.max(HALF_POINT, size * ROUNDING) : size * ROUNDING;
  return Math.min(grain / 2, most);
}

/** Whether two stretches have no number in common. */
export function areApart(a: Stretch, b: Stretch): boolean {
  const slack = EPSILON * Math.max(...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs), 0);
  return a.low > b.high + slack || b.low > a.high + slack;
}

export function sumOf(stretches: readonly Stretch[]): Stretch {
  return { low: stretches.reduce((sum, { low }) => sum + low, 0), high: stretches.reduce((sum, { high }) => sum + high, 0) };
}

export function minus(a: Stretch, b: Stretch): Stretch {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** The quotient of two positive stretches; everything where the second may be nothing. */
export function over(a: Stretch, b: Stretch): Stretch {
  if (b.low <= 0 || a.low < 0) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return { low: a.low / b.high, high: a.high / b.low };
}

export function times({ low, high }: Stretch, factor: number): Stretch {
  return factor < 0 ? { low: high * factor, high: low * factor } : { low: low * factor, high: high * factor };
}

export function plus({ low, high }: Stretch, by: number): Stretch {
  return { low: low + by, high: high + by };
}

/** A number with as many digits as tell something: `2.5`, `33`, `0.25`, `1,250`. */
export function shown(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 20 || size === 0 ? 0 : size >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(size)));
  const rounded = Number(value.toFixed(decimals));
  return (
    written(rounded, { kind: 'digits', separator: ',', fourTogether: false, bare: false, scale: null }, ',', NO_WORDS)[0] ?? String(rounded)
  );
}

/** Numbers in digits need none. */
const NO_WORDS = {} as Lexicon['numbers'];

/** A number of a claim's unit written as the claim's figure is (`$0.14`, `6 million`); in plain digits where that cannot be told. */
export function writtenLike({ figure }: Claim, value: number, tokens: readonly Token[], text: string, lexicon: Lexicon): string {
  const stated = figure.quantity.dimension === 'date' ? null : figure.quantity.value;
  const anatomy = anatomyOf(tokens, figure.tokens, text, lexicon.numbers);
  if (!anatomy || anatomy.isCompound || !stated || anatomy.value === 0) return shown(value);
  const exact = Number(((value * anatomy.value) / stated).toPrecision(10));
  const number = written(exact, { ...anatomy.style, ...(anatomy.style.kind === 'digits' && { bare: false }) }, ',', lexicon.numbers)[0];
  if (number === undefined) return shown(value);
  const before = text.slice(anatomy.prefix.start, anatomy.number.start);
  return quoteLine(
    `${anatomy.prefix.end > anatomy.prefix.start ? before : ''}${number}${text.slice(anatomy.number.end, Math.max(anatomy.number.end, anatomy.suffix.end))}`,
  );
}

function quoteLine(text: string): string {
  return text
    .split(/[\s\\]+/)
    .filter(Boolean)
    .join(' ');
}

/** A figure as the draft writes it, on one line, without markup, and as it stands inside a sentence. */
export function textOf(figure: { tokens: Span; quantity: Quantity | null }, tokens: readonly Token[], text: string): string {
  const line = plainTextOf(tokens.slice(figure.tokens.start, figure.tokens.end), text);
  const isWord = figure.quantity?.dimension !== 'date' && /^\p{Lu}\p{Ll}/u.test(line);
  return isWord ? line.charAt(0).toLowerCase() + line.slice(1) : line;
}
