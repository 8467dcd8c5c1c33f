/** The words that a source's claims are told of, all together: what two articles of one story have more of in common than others. */
import type { Source } from '../library.ts';
import { PackedWords } from '../packed-words.ts';

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
    const told = new PackedWords(source.analysis.findings());
    const counts = new Int32Array(told.texts.length);
    /** The terms in the order in which they are first told. */
    const terms: number[] = [];
    for (let claim = 0; claim < told.count; claim++) {
      told.read(claim);
      for (let at = 0; at < told.size; at++) if (counts[told.terms[at]!]!++ === 0) terms.push(told.terms[at]!);
    }
    let square = 0;
    for (const term of terms) {
      const weight = Math.log(1 + counts[term]!);
      weights.set(told.texts[term]!, weight);
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
