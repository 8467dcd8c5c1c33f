/** Hashes of words: what is looked up by many words is told by numbers, which take a fraction of the memory. */

export const HASH_BASIS = 0x811c9dc5;
export const HASH_PRIME = 0x01000193;

/** FNV-1a over a word's UTF-16 units: a signed 32-bit number. */
export function hashOf(word: string): number {
  let hash = HASH_BASIS | 0;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_PRIME);
  return hash;
}

/** MurmurHash3's finaliser: every bit of a number bears on every bit of the result, an unsigned 32-bit number. */
export function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The multipliers of a digest's two halves: that of `NumberLists`, and MurmurHash3's first. */
const FIRST = 0x9e3779b1;
const SECOND = 0xcc9e2d51;

/** Sets two numbers to the digest of a text: 64 bits, so that of the millions of texts that are told by theirs hardly any two share one. */
export function digestInto(digests: Uint32Array, at: number, text: string): void {
  let first = HASH_BASIS;
  let second = ~HASH_BASIS;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, FIRST);
    first ^= first >>> 15;
    second = Math.imul(second ^ unit, SECOND);
    second ^= second >>> 13;
  }
  digests[at] = mixed(first);
  digests[at + 1] = mixed(second);
}
