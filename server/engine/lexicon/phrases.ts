/** Tables of phrases of one or more tokens, looked up by their first token. */
import type { Token } from '../model.ts';

/** By first token, the longest phrase first. A phrase is written with a space between its tokens (`approx .`). */
export type PhraseTable<T> = ReadonlyMap<string, readonly { readonly rest: readonly string[]; readonly value: T }[]>;

/** Makes a table from lists of phrases by value. */
export function phraseTable<T>(lists: readonly (readonly [T, readonly string[]])[]): PhraseTable<T> {
  const table = new Map<string, { rest: string[]; value: T }[]>();
  for (const [value, phrases] of lists) {
    for (const phrase of phrases) {
      const [first, ...rest] = phrase.split(' ');
      const row = table.get(first!) ?? [];
      row.push({ rest, value });
      table.set(first!, row);
    }
  }
  for (const row of table.values()) row.sort((a, b) => b.rest.length - a.rest.length);
  return table;
}

/** The longest phrase that the tokens from `at` on begin with, and the index after it; null where there is none. */
export function matchPhrase<T>(
  table: PhraseTable<T>,
  tokens: readonly Token[],
  at: number,
): { readonly value: T; readonly end: number } | null {
  const first = tokens[at];
  if (!first) return null;
  for (const { rest, value } of table.get(first.lower) ?? []) {
    if (rest.every((word, k) => tokens[at + 1 + k]?.lower === word)) return { value, end: at + 1 + rest.length };
  }
  return null;
}
