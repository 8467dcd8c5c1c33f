/** Takes over the sources' spelling of a name: at one place, or wherever a draft has the misspelling. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Prose, Span, Uri, Work } from '../model.ts';
import { findNames } from '../names/find.ts';
import type { NameVerdict } from '../names/judge.ts';
import { passagesOf } from '../text/passages.ts';

/** A spelling of the sources that a draft may take over. */
export interface SpellingChoice {
  readonly text: string;
  readonly sources: readonly Uri[];
  /** Whether it is the one to take: not where two are as frequent. */
  readonly best: boolean;
}

/** The spellings that the sources have instead, the one to use first; for a surname alone, surnames alone. */
export function spellingChoices({ verdict, mention, canonical, variants }: NameVerdict): SpellingChoice[] {
  if (verdict !== 'misspelt' && verdict !== 'variant') return [];
  const length = wordsOf(mention.text).length;
  const choices = new Map<string, { text: string; sources: Uri[]; best: boolean }>();
  for (const { text: spelling, sources } of variants) {
    const all = spelling.split(' ');
    const text = mention.full !== mention.text && all.length > length ? all.slice(-length).join(' ') : spelling;
    if (text === mention.text) continue;
    const known = choices.get(text);
    if (known) known.sources.push(...sources.filter((uri) => !known.sources.includes(uri)));
    else choices.set(text, { text, sources: [...sources], best: false });
  }
  const ranked = [...choices.values()].sort((a, b) => Number(b.text === canonical) - Number(a.text === canonical));
  const [first, second] = ranked;
  if (first && first.text === canonical && !(second && second.sources.length >= first.sources.length)) first.best = true;
  return ranked;
}

/** A replacement in a text. */
export interface SpellingEdit extends Span {
  readonly newText: string;
}

/** A name that is spelt otherwise than it should be. */
export interface Misspelling {
  /** As the draft has it at one place. */
  readonly text: string;
  /** The fullest form that the draft ties it to, or `text`. */
  readonly full: string;
  readonly spelling: string;
}

/**
 * The edits that spell the name at `span` of a draft as `spelling`: of its words those that differ, so that markup between them stays.
 * Empty where the words cannot be told from the markup.
 */
export function respell(text: string, span: Span, spelling: string): SpellingEdit[] {
  const written = wordsIn(text, span);
  const wanted = spelling.split(' ');
  if (written.length === wanted.length) {
    return written.flatMap((word, at) =>
      word.text === wanted[at] ? [] : [{ start: word.start, end: word.end, newText: cased(wanted[at]!, word.text) }],
    );
  }
  const whole = text.slice(span.start, span.end);
  const isPlain = whole.split(/\s+/u).join(' ') === written.map((word) => word.text).join(' ');
  return isPlain ? [{ ...span, newText: cased(spelling, whole) }] : [];
}

/** The words that a misspelling has wrong, and what they should be; whole names where one has more words than the other. */
export function wrongWords({ text, spelling }: Misspelling): { readonly from: string; readonly to: string }[] {
  const [from, to] = [wordsOf(text), spelling.split(' ')];
  if (from.length !== to.length) return [{ from: from.join(' '), to: spelling }];
  return from.flatMap((word, at) => (word === to[at] ? [] : [{ from: word, to: to[at]! }]));
}

/**
 * The edits for every mention of a draft that has the same words wrong: the full name, the surname alone, possessives. Others of that
 * surname, whom the draft gives another first name, are left alone. One list for each mention. Yields once a passage.
 */
export function* respellAll(prose: Prose, misspelling: Misspelling, lexicon: Lexicon): Work<SpellingEdit[][]> {
  const wrong = wrongWords(misspelling);
  // Most names stand in a draft once: then there is nothing to read.
  if (!wrong.every(({ from }) => isRepeated(prose.text, from))) return [];
  const byWord = new Map(wrong.map(({ from, to }) => [from.toLowerCase(), to]));
  const own = new Set([...wordsOf(misspelling.full), ...wordsOf(misspelling.text)].map((word) => word.toLowerCase()));
  const isWhole = wordsOf(misspelling.text).length !== misspelling.spelling.split(' ').length;
  const passages = yield* passagesOf(prose, lexicon);
  const edits: SpellingEdit[][] = [];
  for (const mention of yield* findNames(passages, prose, lexicon)) {
    const words = wordsIn(prose.text, mention);
    if (isWhole) {
      const isSame =
        words
          .map(({ text }) => text)
          .join(' ')
          .toLowerCase() === wrong[0]!.from.toLowerCase();
      if (isSame) edits.push(respell(prose.text, mention, misspelling.spelling));
      continue;
    }
    if (!words.every(({ text }) => own.has(text.toLowerCase()))) continue;
    const found = words.flatMap(({ start, end, text }) => {
      const to = byWord.get(text.toLowerCase());
      return to === undefined ? [] : [{ start, end, newText: cased(to, text) }];
    });
    if (found.length > 0) edits.push(found);
  }
  return edits.filter((each) => each.length > 0);
}

/** Whether a text has a word more than once. */
function isRepeated(text: string, word: string): boolean {
  const lower = text.toLowerCase();
  const first = lower.indexOf(word.toLowerCase());
  return first >= 0 && lower.indexOf(word.toLowerCase(), first + 1) >= 0;
}

const WORD = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.]|['\u2019\u02bc\u2010\u2011-](?=[\p{L}\p{N}]))*/gu;

interface Word extends Span {
  readonly text: string;
}

function wordsIn(text: string, { start, end }: Span): Word[] {
  return [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    start: start + index,
    end: start + index + word.length,
  }));
}

function wordsOf(name: string): string[] {
  return [...name.matchAll(WORD)].map(([word]) => word);
}

/** A spelling in capitals where the draft has capitals. */
function cased(spelling: string, written: string): string {
  const letters = written.replace(/[^\p{L}]/gu, '');
  return letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase() ? spelling.toUpperCase() : spelling;
}
