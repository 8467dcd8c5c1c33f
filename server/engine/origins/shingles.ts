/** A text as the set of its shingles, the runs of words that a copy keeps: hashed, sorted, each once. */
import type { Passage } from '../model.ts';

/**
 * Words of a shingle. Independent reports of one event share few runs of four words, quotations and set phrases; a copy in which every
 * twelfth word was changed keeps two thirds of them.
 */
const WORDS = 4;
const HASH_BASIS = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

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

/** FNV-1a over a word's UTF-16 units. */
function hashOf(word: string): number {
  let hash = HASH_BASIS;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_PRIME);
  return hash;
}

/** MurmurHash3's finaliser: every bit of a number bears on every bit of the result. */
export function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
