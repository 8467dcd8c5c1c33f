/** The words that a figure can begin with, so that all others are passed over at one look. */
import type { NumberWords } from '../lexicon/numbers.ts';
import type { PhraseTable } from '../lexicon/phrases.ts';
import type { Token } from '../model.ts';

/** By word or sign, in lower case, what must follow for it to begin a figure; null where anything may. */
type Starters = ReadonlyMap<string, ReadonlySet<string> | null>;

const known = new WeakMap<NumberWords, Starters>();

/** The words and signs that begin a figure, its hedge, or what is never a figure. */
export function startersOf(words: NumberWords): Starters {
  let starters = known.get(words);
  if (!starters) {
    starters = collect(words);
    known.set(words, starters);
  }
  return starters;
}

/** Whether a figure, or what is never one, may begin with the token there. Digits always may. */
export function mayStart(tokens: readonly Token[], at: number, starters: Starters): boolean {
  const { kind, lower, spaced } = tokens[at]!;
  if (kind === 'number') return true;
  const followers = starters.get(lower);
  if (followers === undefined) return false;
  const next = tokens[at + 1];
  // A hyphen inside a word is no sign.
  if (lower === '-' && at > 0 && !spaced && tokens[at - 1]!.text !== '(') return false;
  return followers === null || (next !== undefined && (next.kind === 'number' || followers.has(next.lower)));
}

function collect(words: NumberWords): Starters {
  const { links } = words;
  const starters = new Map<string, Set<string> | null>();
  const behind = (word: string, followers: Iterable<string>) => {
    const held = starters.get(word) ?? new Set<string>();
    if (starters.get(word) === null) return;
    for (const follower of followers) held.add(follower);
    starters.set(word, held);
  };
  const phrases = (table: PhraseTable<unknown>) => {
    for (const [first, rows] of table) {
      for (const { rest } of rows) {
        if (rest[0] === undefined) starters.set(first, null);
        else behind(first, [rest[0]]);
      }
    }
  };
  const alone: Iterable<string>[] = [
    [...links.minus, ...links.per, '-', '\u2013', '+', "'", 'q', 'h'],
    [...words.half, ...words.fiscal, ...words.currencyCodes, ...words.currencyLetters.keys()].map((word) => word.toLowerCase()),
    ...[words.ones, words.tens, words.ordinals, words.ratios, words.multiples].map((map) => map.keys()),
    ...[words.months, words.decades, words.decadeParts, words.seasons].map((map) => map.keys()),
    ...[words.vague, words.vagueOf, words.fractionSigns, words.currencySigns].map((map) => map.keys()),
  ];
  for (const table of alone) for (const word of table) starters.set(word, null);
  phrases(words.hedgesBefore);
  phrases(words.several);
  // `(1.2)` in a table, `quarter-point cut`.
  behind('(', [...words.currencySigns.keys()]);
  for (const quarter of words.quarter) behind(quarter, ['-']);
  for (const letters of words.dollarLetters.keys()) behind(letters, ['$']);
  // `year-long`, `yearlong`
  for (const [word, unit] of words.longWords) {
    starters.set(word, null);
    behind(unit, ['-']);
  }
  // `a third`, `a hundred`, `a decade ago`: an article by itself begins nothing.
  const counted = [words.scales, words.fractions, words.units].flatMap((map) => [...map.keys()]);
  for (const article of links.article) {
    behind(article, ['-', ...words.hundred, ...words.dozen, ...words.half, ...words.quarter, ...counted]);
  }
  return starters;
}
