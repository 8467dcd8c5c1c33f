/** Whose story an article says it is: its byline, its dateline, a line of credit, or the words `first published by`. */
import type { OriginWords } from '../lexicon/origins.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Article } from '../model.ts';

/** How much of a text, in UTF-16 units, is looked at at its start and at its end: credits stand nowhere else. */
const HEAD = 2000;
const TAIL = 1500;
/** The longest line, in UTF-16 units, that may be a credit and nothing else; the longest name of a publication, in words. */
const LONGEST_CREDIT = 60;
const LONGEST_NAME = 6;
/** The farthest from a line's start, in UTF-16 units, that a dateline's agency stands. */
const DATELINE = 80;

/** The agency or publication that an article is from by its own account, of which `told` is what its text says; null where it names none. */
export function creditOf({ author, publisher }: Article, told: string | null, { origins }: Lexicon): string | null {
  for (const field of [author, publisher]) {
    const named = field && (agencyIn(field, origins) ?? agencyIn(field.split(/[,;|/]| and /u).at(-1)!, origins));
    if (named) return named;
  }
  return told;
}

/** The agency or publication that a text itself says it is from; null where it names none. */
export function creditIn(text: string, lexicon: Lexicon): string | null {
  const words = lexicon.origins;
  const end = Math.max(HEAD, text.length - TAIL);
  const lines = [...text.slice(0, HEAD).split('\n'), ...text.slice(end).split('\n')];
  const lower = `${text.slice(0, HEAD)}\n${text.slice(end)}`.toLowerCase();
  // Most articles say nothing of the kind anywhere, and need not be asked line by line.
  const isPublishedFirst = words.firstPublished.some((phrase) => lower.includes(phrase));
  for (const read of isPublishedFirst ? [readDateline, readCredit, readFirstPublished] : [readDateline, readCredit]) {
    for (const line of lines) {
      const named = read(line, words, lexicon.names.calendar);
      if (named !== null) return named;
    }
  }
  return null;
}

/** `LONDON, May 3 (Reuters) - The`, `PARIS (AFP) — The`. */
function readDateline(line: string, words: OriginWords): string | null {
  for (let open = line.indexOf('('); open >= 0 && open <= DATELINE; open = line.indexOf('(', open + 1)) {
    const close = line.indexOf(')', open);
    if (close < 0 || close - open > LONGEST_CREDIT) return null;
    if (!/^\s*[-\u2013\u2014:]/u.test(line.slice(close + 1, close + 8))) continue;
    const named = agencyIn(line.slice(open + 1, close), words);
    if (named !== null) return named;
  }
  return null;
}

/** A line that is nothing else (`— AP`, `Source: Reuters`, `By AFP`), or ends a paragraph after a dash or in brackets (`... said. (dpa)`). */
function readCredit(line: string, words: OriginWords): string | null {
  const trimmed = line.trim();
  if (trimmed === '') return null;
  if (trimmed.length <= LONGEST_CREDIT) {
    const whole = agencyIn(trimmed, words);
    if (whole !== null) return whole;
  }
  const ending = trimmed.slice(-LONGEST_CREDIT);
  const at = Math.max(
    ending.lastIndexOf('('),
    ending.lastIndexOf('['),
    ending.lastIndexOf('\u2014'),
    ending.lastIndexOf(' - '),
    ending.lastIndexOf('--'),
  );
  // In `the firm told Reuters (AP)` the sentence is over before the credit; in `he told the AFP` nothing is one.
  return at > 0 && /[.!?\u201d"'\u2019]\s*-?$/u.test(ending.slice(0, at)) ? agencyIn(ending.slice(at), words) : null;
}

/** `This article was first published by The Evening Post.` */
function readFirstPublished(line: string, words: OriginWords, calendar: ReadonlySet<string>): string | null {
  const lower = line.toLowerCase();
  for (const phrase of words.firstPublished) {
    const at = lower.indexOf(`${phrase} `);
    const named = at < 0 ? null : nameAt(line, at + phrase.length + 1, words, calendar);
    if (named !== null) return agencyIn(named, words) ?? named;
  }
  return null;
}

/** The agency that a credit names, and nothing besides: signs around it, a label before it, and a year do not count. */
function agencyIn(credit: string, { agencies, creditLabels }: OriginWords): string | null {
  if (credit.length > 2 * LONGEST_CREDIT) return null;
  let bare = trimmedTo(credit.toLowerCase());
  for (const label of creditLabels) if (bare.startsWith(`${label} `)) bare = trimmedTo(bare.slice(label.length));
  return agencies.get(bare) ?? agencies.get(trimmedTo(bare.replace(/\b(?:19|20)\d\d\b/u, ''))) ?? null;
}

/** Without what is neither a letter nor a digit at either end. */
function trimmedTo(text: string): string {
  let [start, end] = [0, text.length];
  const isSign = (char: string) => !/[\p{L}\p{N}]/u.test(char);
  while (start < end && isSign(text.charAt(start))) start++;
  while (end > start && isSign(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The run of capitalised words at `start`, small ones inside it allowed; null where there is none. */
function nameAt(line: string, start: number, { joining, unnamed }: OriginWords, calendar: ReadonlySet<string>): string | null {
  const found: string[] = [];
  for (const word of line.slice(start, start + 2 * LONGEST_CREDIT).split(/\s+/u)) {
    const bare = word.replace(/^[[("\u201c*_]/u, '').replace(/[\])"\u201d*_.,;:!?]{0,4}$/u, '');
    const isCapital = /^[\p{Lu}\p{N}]/u.test(bare);
    if (found.length === 0 && !isCapital && unnamed.has(bare)) continue;
    if (bare === '' || found.length >= LONGEST_NAME || !(isCapital || (found.length > 0 && joining.has(bare)))) break;
    found.push(bare);
    // A stop, a comma or a bracket ends the name, whatever goes on.
    if (!word.endsWith(bare)) break;
  }
  while (found.length > 0 && joining.has(found.at(-1)!)) found.pop();
  // `First published on Monday`, `in May 2021` and `on 4 May` tell when.
  return found.some((word) => /\p{L}/u.test(word)) && !found.some((word) => calendar.has(word.toLowerCase())) ? found.join(' ') : null;
}
