/** Sentences of a block: Intl.Segmenter's, rejoined where it breaks after an abbreviation, an initial or inside a quotation. */
import type { TextWords } from '../lexicon/text.ts';
import type { Span } from '../model.ts';
import { afterOpeners } from './blocks.ts';
import { firstEndingAfter, isSpaceAt, trim, windowEnd } from './spans.ts';

/** How much is segmented at once, in UTF-16 units: each segment holds a copy of its whole input, so it must stay small. */
const WINDOW = 16_384;
const BREAKS = /[\n\r\v\f\u0085\u2028\u2029]/g;
const TERMINAL = /\p{Sentence_Terminal}/u;
const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const DIGIT = /\p{Nd}/u;

/** What tells where sentences end. */
export interface SentenceRules {
  readonly segmenter: Intl.Segmenter;
  readonly words: TextWords;
}

/**
 * The sentences of a window's length of a block from `start` on, and where the next ones start (`limit` where there are none): ascending,
 * disjoint, without white space at their ends. What `masks` (ascending, disjoint) cover counts as spaces. A sentence longer than the
 * window is cut at white space. Called from `next` to `next` it is linear in the block.
 */
export function sentencesFrom(
  text: string,
  start: number,
  limit: number,
  masks: readonly Span[],
  { segmenter, words }: SentenceRules,
): { readonly sentences: readonly Span[]; readonly next: number } {
  const sentences: Span[] = [];
  const end = windowEnd(text, start, limit, WINDOW);
  const plain = withoutMasks(text, { start, end }, masks);
  let last = 0;
  for (const at of boundaries(plain, segmenter, words)) {
    // The last sentence of a window may go on in the next one, unless it fills the window.
    if (at === plain.length && end < limit && last > 0) break;
    const sentence = trim(text, { start: start + last, end: start + at });
    if (sentence.end > sentence.start && plain.slice(last, at).trim()) sentences.push(sentence);
    last = at;
  }
  return { sentences, next: start + last };
}

function withoutMasks(text: string, { start, end }: Span, masks: readonly Span[]): string {
  let plain = '';
  let at = start;
  for (let index = firstEndingAfter(masks, start); index < masks.length && masks[index]!.start < end; index++) {
    const mask = masks[index]!;
    if (mask.start > at) plain += text.slice(at, mask.start);
    const from = Math.max(at, mask.start);
    at = Math.min(end, mask.end);
    plain += ' '.repeat(at - from);
  }
  return (plain + text.slice(at, end)).replace(BREAKS, ' ');
}

/** Ends of the sentences of a text without line breaks; the last is the text's length. */
function* boundaries(plain: string, segmenter: Intl.Segmenter, words: TextWords): Generator<number, void, void> {
  let start = 0;
  // A text without a mark that ends sentences is one; most headings, cells and items are.
  for (const { index } of TERMINAL.test(plain) ? segmenter.segment(plain) : []) {
    if (index === 0 || goesOn(plain, start, index, words)) continue;
    yield* beforeFigures(plain, start, index, words);
    yield index;
    start = index;
  }
  yield* beforeFigures(plain, start, plain.length, words);
  if (plain) yield plain.length;
}

/**
 * Where sentences inside the segmenter's begin with a figure. It takes the full stop before `26 were killed` for an abbreviation's, as
 * Unicode's rule SB8 does wherever a small letter comes before the next capital; here the word before it must look like one.
 */
function* beforeFigures(plain: string, start: number, end: number, words: TextWords): Generator<number, void, void> {
  const sentence = plain.slice(start, end);
  for (let stop = sentence.indexOf('.'); stop >= 0; stop = sentence.indexOf('.', stop + 1)) {
    const at = start + stop;
    let next = at + 1;
    while (next < end && isCloser(plain.charAt(next))) next++;
    if (next >= end || !isSpaceAt(plain, next)) continue;
    while (next < end && isSpaceAt(plain, next)) next++;
    const first = /[$\u00a3\u20ac]/.test(plain.charAt(next)) ? next + 1 : next;
    if (first < end && DIGIT.test(plain.charAt(first)) && isComplete(plain, start, at, words)) yield next;
  }
}

/** Marks that a sentence may end with: quotation marks, German ones too, and a bracket. */
const CLOSERS: ReadonlySet<string> = new Set(['"', '\u201c', '\u201d', '\u2018', '\u2019', '\u00ab', '\u00bb', ')']);

function isCloser(char: string): boolean {
  return CLOSERS.has(char);
}

/** Whether what stands before a full stop is no abbreviation: a word of four letters or more that is not known as one, or a figure. */
function isComplete(plain: string, start: number, stop: number, words: TextWords): boolean {
  const from = abbreviationStart(plain, start, stop);
  const word = plain.slice(from, stop).toLowerCase();
  if (word === '') return stop - 2 > start && /[\d%)\u201d"]/.test(plain.charAt(stop - 1)) && /[\d.,\s\p{L}]/u.test(plain.charAt(stop - 2));
  return word.length > 3 && !word.includes('.') && !words.numbered.has(word) && !words.abbreviations.has(word) && !words.closers.has(word);
}

/** Whether the sentence from `start` goes on at `boundary`, where the segmenter would end it. */
function goesOn(plain: string, start: number, boundary: number, words: TextWords): boolean {
  let next = boundary;
  while (next < plain.length && isSpaceAt(plain, next)) next++;
  const first = plain.charAt(afterOpeners(plain, { start: next, end: plain.length }));
  if (LOWER.test(first)) return true;
  let end = boundary;
  while (end > start && isSpaceAt(plain, end - 1)) end--;
  if (plain.charAt(end - 1) !== '.') return false;
  const from = abbreviationStart(plain, start, end - 1);
  const raw = plain.slice(from, end - 1);
  const word = raw.toLowerCase();
  // `sat.` and `no.` end sentences as words; as abbreviations of names they are capitalised, except before a number.
  if (words.numbered.has(word) && DIGIT.test(first)) return true;
  if (words.abbreviations.has(word) || (words.clock.has(word) && words.calendar.has(wordAt(plain, next)))) return true;
  const initial = UPPER.test(raw.charAt(0)) && (raw.length === 1 || (raw.length < 8 && raw.charAt(1) === '.'));
  if (!initial && !words.closers.has(word)) return false;
  return (UPPER.test(first) || DIGIT.test(first)) && !words.starters.has(wordAt(plain, next)) && plain.charAt(next) === first;
}

function abbreviationStart(plain: string, start: number, end: number): number {
  let from = end;
  while (from > start && end - from < 16 && (LETTER.test(plain.charAt(from - 1)) || plain.charAt(from - 1) === '.')) from--;
  return from;
}

function wordAt(plain: string, start: number): string {
  let end = start;
  while (end < plain.length && end - start < 40 && LETTER.test(plain.charAt(end))) end++;
  return plain.slice(start, end).toLowerCase();
}
