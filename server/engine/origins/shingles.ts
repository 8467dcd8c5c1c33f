/** A text as the set of its shingles, the runs of words that a copy keeps: hashed, sorted, each once. */
import type { Passage } from '../model.ts';
import { HASH_BASIS, hashOf, mixed } from '../text/hashing.ts';

/**
 * Words of a shingle. Independent reports of one event share few runs of four words, quotations and set phrases; a copy in which every
 * twelfth word was changed keeps two thirds of them.
 */
const WORDS = 4;

/** The shingles of a text's passages. They run on across sentences, since a heading or a cut costs only the few that it breaks. */
export function shinglesOf(passages: readonly Passage[]): Uint32Array {
  const words: number[] = [];
  for (const { tokens } of passages) for (const { kind, lower } of tokens) if (kind !== 'symbol') words.push(hashOf(lower));
  const hashes = new Uint32Array(Math.max(0, words.length - WORDS + 1));
  for (let at = 0; at < hashes.length; at++) {
    let hash = HASH_BASIS;
    for (let next = at; next < at + WORDS; next++) hash = mixed(hash ^ words[next]!) + next - at;
    hashes[at] = mixed(hash);
  }
  hashes.sort();
  let kept = 0;
  for (let at = 0; at < hashes.length; at++) if (at === 0 || hashes[at] !== hashes[at - 1]) hashes[kept++] = hashes[at]!;
  return hashes.slice(0, kept);
}

/** How many shingles two texts share. */
export function sharedBy(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const difference = a[left]! - b[right]!;
    if (difference === 0) shared++;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return shared;
}
