/** Small questions about a phrase as written. */

/** The last word of a phrase, in lower case. */
export function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(' ') + 1).toLowerCase();
}
