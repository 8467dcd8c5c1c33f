/** How a source's figure is written into a draft: with its noun, without its hedge, and in the digits that were typed. */
import type { Claim } from '../claims/claim.ts';
import { plainTextOf } from '../fixes/plain.ts';
import { matchPhrase } from '../lexicon/phrases.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef } from '../library.ts';
import type { NumericQuantity, Token } from '../model.ts';

/** A source's figure taken apart, each piece on one line and without markup. */
export interface Written {
  readonly hedge: string;
  /** The number with its unit and currency. */
  readonly number: string;
  /** The number without the sign of its currency. */
  readonly bare: string;
  /** The noun that it counts, with what stands before it (`of the workers`); empty where none follows. */
  readonly noun: string;
}

/** How many tokens behind a figure its noun may end. */
const NOUN = 9;
/** Characters that show nothing, and could make a text show as another. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

export function writtenOf({ source, claim }: ClaimRef, lexicon: Lexicon): Written {
  const { figure } = claim;
  const tokens = source.analysis.passages[figure.passage]?.tokens ?? [];
  const { start, end } = figure.tokens;
  const text = (from: number, to: number) => plainTextOf(tokens.slice(from, to), source.article.text).replace(INVISIBLE, '');
  const core = coreStart(tokens, start, end, lexicon);
  return {
    hedge: inSentence(text(start, core)),
    number: core === start ? inSentence(text(core, end)) : text(core, end),
    bare: text(signEnd(tokens, core, lexicon), end),
    noun: text(end, nounEnd(tokens, claim)),
  };
}

/** Joins what is not empty with spaces. */
export function phrase(...pieces: readonly string[]): string {
  return pieces.filter(Boolean).join(' ');
}

/**
 * A count or a sum in digits, in the styles that a writer may have begun it in (`3,000,000`, `3 million`), its currency left out; none
 * where it is no plain number.
 */
export function inDigits({ dimension, value }: NumericQuantity): string[] {
  if (value === null || value < 0 || (dimension !== 'count' && dimension !== 'money')) return [];
  const styles: string[] = [];
  for (const [size, word] of SCALES) {
    const scaled = value / size;
    if (scaled >= 1 && Number(scaled.toFixed(2)) === scaled) {
      styles.push(`${scaled} ${word}`);
      break;
    }
  }
  const [whole = '', fraction] = String(value).split('.');
  if (/^\d+$/.test(whole) && !fraction?.includes('e')) styles.push(grouped(whole) + (fraction ? `.${fraction.padEnd(2, '0')}` : ''));
  return styles;
}

const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

function grouped(digits: string): string {
  let written = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3) written = `${digits.slice(Math.max(0, end - 3), end)},${written}`;
  return written;
}

/** Where the figure goes on after its hedges. */
function coreStart(tokens: readonly Token[], start: number, end: number, { numbers }: Lexicon): number {
  let at = start;
  for (
    let match = matchPhrase(numbers.hedgesBefore, tokens, at);
    match && match.end < end;
    match = matchPhrase(numbers.hedgesBefore, tokens, at)
  ) {
    at = match.end;
  }
  return at;
}

function signEnd(tokens: readonly Token[], start: number, { numbers }: Lexicon): number {
  const isSign = (at: number) => numbers.currencySigns.has(tokens[at]?.text ?? '');
  if (isSign(start)) return start + 1;
  return numbers.dollarLetters.has(tokens[start]?.lower ?? '') && isSign(start + 1) ? start + 2 : start;
}

function nounEnd(tokens: readonly Token[], { head, figure }: Claim): number {
  const { end } = figure.tokens;
  if (!head) return end;
  const last = head.text.slice(head.text.lastIndexOf(' ') + 1);
  for (let at = end; at < Math.min(tokens.length, end + NOUN); at++) if (tokens[at]!.text === last) return at + 1;
  return end;
}

/** A word that has its capital from the beginning of a sentence, as it stands inside one. Figures hold no names but those of months. */
function inSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A text without its last words where the same words stand behind it already, and with a space where it would touch a word. */
export function withoutWhatFollows(written: string, behind: string): string {
  const next = behind.trimStart().toLowerCase();
  for (let at = written.indexOf(' '); at >= 0; at = written.indexOf(' ', at + 1)) {
    const words = written.slice(at + 1).toLowerCase();
    const isThere = next.startsWith(words) && !/^[\p{L}\p{Nd}]/u.test(next.slice(words.length));
    if (isThere) return written.slice(0, at) + (/^\s/u.test(behind) ? '' : ' ');
  }
  return /^[\p{L}\p{Nd}]/u.test(behind) ? `${written} ` : written;
}
