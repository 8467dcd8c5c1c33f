/** What is being typed at a place of a draft, by the characters before it alone: the beginning of a name, a figure, or nothing to go by. */

import type { HedgeWord } from '../lexicon/numbers.ts';
import { matchPhrase } from '../lexicon/phrases.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Span, Token } from '../model.ts';
import { tokenize } from '../text/tokens.ts';

/** The beginning of a name: where it may start, the longest first, up to the cursor. */
export interface TypedName {
  readonly starts: readonly number[];
}

/** What shows that a figure comes: its digits, the sign of a currency, a hedge, or a word that sources have before figures. */
export type Cue = 'digits' | 'sign' | 'hedge' | 'word';

/** The beginning of a figure. */
export interface TypedFigure {
  readonly cue: Cue;
  /** From its sign or its first digit to the cursor; empty at the cursor where neither is typed. */
  readonly span: Span;
  /** The sign of its currency as typed (`US$`); empty where there is none. */
  readonly sign: string;
  /** How it is hedged by what is typed before it; null where it is not. */
  readonly hedge: HedgeWord | null;
}

export interface Typed {
  readonly name: TypedName | null;
  readonly figure: TypedFigure | null;
}

/** How far back from the cursor is looked, in UTF-16 units: the longest names and hedges are shorter. */
const REACH = 120;
/** How many words of a name, and of a hedge, are looked at. */
const NAME_WORDS = 8;
const HEDGE_WORDS = 6;
const UPPER = /^[\p{Lu}\p{Lt}]/u;
const BREAK = /[\n\r]/;
const SPACE = /[ \u00a0]/;

const NOTHING: Typed = { name: null, figure: null };

/** What is being typed before `offset`. Looks at no more than the line there, and no farther back than the longest phrase. */
export function typedAt(text: string, offset: number, lexicon: Lexicon): Typed {
  const line = lineBefore(text, offset);
  const tokens = tokenize(text, line);
  const last = tokens.at(-1);
  if (!last) return NOTHING;
  const gap = offset - last.end;
  if (gap > 1 || (gap === 1 && !SPACE.test(text.charAt(last.end)))) return NOTHING;
  const figure = typedFigure(tokens, text, offset, lexicon);
  // After a hedge a name may come as well, but that is not what a hedge is for.
  if (figure && figure.cue !== 'word') return { name: null, figure };
  const name = typedName(tokens, gap === 1, lexicon);
  return name ? { name, figure: null } : { name: null, figure };
}

function lineBefore(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && offset - start < REACH && !BREAK.test(text.charAt(start - 1))) start--;
  // Never from the middle of a word.
  if (offset - start === REACH) while (start < offset && !SPACE.test(text.charAt(start))) start++;
  return { start, end: offset };
}

/** The name that the last tokens may begin; after a space one that may go on. */
function typedName(tokens: readonly Token[], spaced: boolean, { names }: Lexicon): TypedName | null {
  const last = tokens.at(-1)!;
  const isPart = (token: Token) =>
    token.kind === 'word' && (UPPER.test(token.text) || names.particles.has(token.lower) || token.lower === 'for');
  if (last.kind !== 'word' || !(spaced ? isPart(last) : UPPER.test(last.text))) return null;
  const starts: number[] = [];
  let isGlued = false;
  for (let at = tokens.length - 1, seen = 0; at >= 0 && seen < NAME_WORDS; at--, seen++) {
    const token = tokens[at]!;
    const isLink = token.text === '&' || (token.text === '-' && !token.spaced && isGlued);
    if (!isPart(token) && !isLink && !names.articles.has(token.lower)) break;
    // A part that is glued to what stands before it begins nothing, unless that is a hyphen.
    const before = tokens[at - 1];
    const begins = token.spaced || !before || (before.kind === 'symbol' && before.text !== '.');
    if (UPPER.test(token.text) && begins) starts.unshift(token.start);
    isGlued = !token.spaced;
  }
  return starts.length > 0 ? { starts } : null;
}

function typedFigure(tokens: readonly Token[], text: string, offset: number, lexicon: Lexicon): TypedFigure | null {
  const { numbers } = lexicon;
  const last = tokens.at(-1)!;
  const spaced = last.end < offset;
  const digits = digitsBefore(tokens, spaced, lexicon);
  if (digits >= 0) {
    const first = signBefore(tokens, digits, lexicon);
    const start = tokens[first]!.start;
    const sign = text.slice(start, tokens[digits]!.start).trimEnd();
    return { cue: 'digits', span: { start, end: offset }, sign, hedge: hedgeBefore(tokens, first, lexicon) };
  }
  if (last.kind === 'symbol' && numbers.currencySigns.has(last.text) && !spaced) {
    const first = signBefore(tokens, tokens.length, lexicon);
    const { start } = tokens[first]!;
    return { cue: 'sign', span: { start, end: offset }, sign: text.slice(start, offset), hedge: hedgeBefore(tokens, first, lexicon) };
  }
  if (!spaced) return null;
  const span = { start: offset, end: offset };
  const hedge = hedgeBefore(tokens, tokens.length, lexicon);
  if (hedge) return { cue: 'hedge', span, sign: '', hedge };
  return last.kind === 'word' && !UPPER.test(last.text) ? { cue: 'word', span, sign: '', hedge: null } : null;
}

/** Index of the number that is being typed, with the scale word and the beginning of a word that may follow it; -1 where there is none. */
function digitsBefore(tokens: readonly Token[], spaced: boolean, { numbers }: Lexicon): number {
  let at = tokens.length - 1;
  if (!spaced && tokens[at]!.kind === 'word' && !UPPER.test(tokens[at]!.text)) at--;
  if (at >= 0 && numbers.scales.has(tokens[at]!.lower)) at--;
  return tokens[at]?.kind === 'number' && isFree(tokens, at, numbers.currencySigns) ? at : -1;
}

/** Whether a number stands by itself and is no part of a code such as `B-52` or `v2`. */
function isFree(tokens: readonly Token[], at: number, signs: ReadonlyMap<string, unknown>): boolean {
  const before = tokens[at - 1];
  if (!before || tokens[at]!.spaced) return true;
  return before.kind === 'symbol' && (signs.has(before.text) || '("\'['.includes(before.text));
}

/** Index of the first token of the currency sign before a number; the number's own where there is none. */
function signBefore(tokens: readonly Token[], at: number, { numbers }: Lexicon): number {
  const sign = tokens[at - 1];
  if (!sign || !numbers.currencySigns.has(sign.text) || tokens[at]?.spaced) return at;
  const letters = tokens[at - 2];
  return letters && !sign.spaced && numbers.dollarLetters.has(letters.lower) ? at - 2 : at - 1;
}

/** The hedge whose words end right before a token; null where none do. */
function hedgeBefore(tokens: readonly Token[], end: number, { numbers }: Lexicon): HedgeWord | null {
  const before = tokens.slice(0, end);
  for (let at = Math.max(0, end - HEDGE_WORDS); at < end; at++) {
    const hedge = matchPhrase(numbers.hedgesBefore, before, at);
    if (hedge?.end === end) return hedge.value;
  }
  return null;
}
