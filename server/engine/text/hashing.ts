/** Hashes of words: what is looked up by many words is told by numbers, which take a fraction of the memory. */

export const HASH_BASIS = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

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
