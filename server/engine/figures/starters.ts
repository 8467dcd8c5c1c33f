/** The words that a figure can begin with, so that all others are passed over at one look. */
import type { NumberWords } from '../lexicon/numbers.ts';

const known = new WeakMap<NumberWords, ReadonlySet<string>>();

/** Words and signs, in lower case, that begin a figure, its hedge, or what is never a figure. Digits do so as well. */
export function startersOf(words: NumberWords): ReadonlySet<string> {
  let starters = known.get(words);
  if (!starters) {
    starters = collect(words);
    known.set(words, starters);
  }
  return starters;
}

function collect(words: NumberWords): ReadonlySet<string> {
  const { links } = words;
  const tables: Iterable<string>[] = [
    [...links.article, ...links.minus, ...links.per, '-', '+', "'", 'q', 'h'],
    [...words.half, ...words.fiscal, ...words.currencyCodes, ...words.currencyLetters.keys()].map((word) => word.toLowerCase()),
    ...[words.ones, words.tens, words.ordinals, words.ratios, words.multiples, words.months, words.decadeParts, words.seasons].map((map) =>
      map.keys(),
    ),
    ...[words.vague, words.vagueOf, words.several, words.hedgesBefore, words.fractionSigns, words.currencySigns, words.dollarLetters].map(
      (map) => map.keys(),
    ),
  ];
  const starters = new Set<string>();
  for (const table of tables) for (const word of table) starters.add(word);
  return starters;
}
