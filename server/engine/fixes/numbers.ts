/** How a draft writes a number, and other numbers written so. */
import { times } from '../figures/digits.ts';
import type { NumberWords } from '../lexicon/numbers.ts';
import { cardinal, scaleBelow, wordOf } from './words.ts';

/** `three million`, or `3 million`, `3,000,000` and `3m`. */
export type NumberStyle =
  | { readonly kind: 'words' }
  | {
      readonly kind: 'digits';
      /** What stands between thousands; null where the number is too small to tell. */
      readonly separator: string | null;
      /** Whether four digits stand together (`3000`). */
      readonly fourTogether: boolean;
      /** Whether a number below one begins with its point (`.14`). */
      readonly bare: boolean;
      readonly scale: ScaleStyle | null;
    };

export interface ScaleStyle {
  readonly value: number;
  /** As written, in the draft's letters: `million`, `m`, `BN`. */
  readonly word: string;
  /** What stands between the digits and it: a space, a hyphen, nothing, or markup. */
  readonly link: string;
}

/** Digits behind the point of a scaled number (`5.25 million`) before it is written out. */
const MOST_DECIMALS = 3;

/** A number in a style, and where that style does not reach, in the next plainer ones: what to try, best first. */
export function written(value: number, style: NumberStyle, separator: string, words: NumberWords): string[] {
  const tried: (string | null)[] = [];
  if (style.kind === 'words') {
    tried.push(cardinal(value, words));
    const scale = scaleBelow(value, words);
    if (scale >= 1e6) tried.push(scaled(value, { value: scale, word: wordOf(words.scales, scale) ?? '', link: ' ' }));
    tried.push(digits(value, separator));
  } else {
    const plain = digits(value, style.fourTogether && value < 10_000 ? '' : (style.separator ?? separator));
    if (style.scale) {
      const scale = rescaled(value, style.scale, words);
      if (scale) tried.push(scaled(value, scale));
    } else if (style.bare) tried.push(plain.replace(/^0\./, '.'));
    tried.push(plain, digits(value, separator));
  }
  return [...new Set(tried.filter((text) => text !== null))];
}

/** All its digits, with a separator between thousands. */
function digits(value: number, separator: string): string {
  const [whole = '', fraction] = plainly(value).split('.');
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, `$&${separator}`);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Never in the notation with an exponent. */
function plainly(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(value < 1 ? 12 : 0).replace(/\.?0+$/, '') : text;
}

function scaled(value: number, { value: scale, word, link }: ScaleStyle): string | null {
  const shown = plainly(times(value, 1 / scale));
  const decimals = shown.split('.')[1]?.length ?? 0;
  return decimals > MOST_DECIMALS || times(Number(shown), scale) !== value ? null : `${shown}${link}${word}`;
}

/** The scale that a value is written in where the draft writes `like`: the same, or one of its kind that the value reaches. Null below all. */
function rescaled(value: number, like: ScaleStyle, words: NumberWords): ScaleStyle | null {
  if (value >= like.value && value < like.value * 1000) return like;
  const target = scaleBelow(value, words);
  if (target < 1e6 && target !== like.value) return null;
  const style = words.suffixStyles.find((each) => each.includes(like.word));
  const word = style ? style[Math.log10(target) / 3 - 1] : wordOf(words.scales, target);
  return word ? { ...like, value: target, word: !style && like.word === like.word.toUpperCase() ? word.toUpperCase() : word } : null;
}

/** What a text puts between the thousands of its first number that shows it; a comma where none does. */
export function separatorOf(text: string): string {
  const shown = /(?<![\d.,])\d{1,3}([,'\u2019\u00a0\u2009\u202f])\d{3}(?![\d])/u.exec(text);
  return shown?.[1] ?? ',';
}
