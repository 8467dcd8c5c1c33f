/** The words that a source's claims are told of, all together: what two articles of one story have more of in common than others. */
import type { Source } from '../library.ts';

/** Each term by the logarithm of how many claims tell it, and the root of the sum of the squares. */
interface Words {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

const words = new WeakMap<Source, Words>();

/** A source's words, counted once. */
export function wordsOf(source: Source): Words {
  let known = words.get(source);
  if (!known) {
    const weights = new Map<string, number>();
    for (const { terms } of source.analysis.passingClaims())
      for (const term of terms.keys()) weights.set(term, (weights.get(term) ?? 0) + 1);
    let square = 0;
    for (const [term, count] of weights) {
      const weight = Math.log(1 + count);
      weights.set(term, weight);
      square += weight * weight;
    }
    known = { weights, length: Math.sqrt(square) };
    words.set(source, known);
  }
  return known;
}

/** How alike two sources' words are, 0 to 1. */
export function cosineOf(a: Words, b: Words): number {
  const [few, many] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of few.weights) dot += weight * (many.weights.get(term) ?? 0);
  return few.length > 0 ? dot / (few.length * many.length) : 0;
}

/** Whether some claim of a source is told of a term. */
export function knowsTerm(source: Source, term: string): boolean {
  return wordsOf(source).weights.has(term);
}
