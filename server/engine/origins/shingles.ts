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

/** Places for each shingle of a set. */
const ROOM = 4;
const FREE = 0;
/** So many last bits of a shingle tell of most that are not in a set that they are not, by what lies close together in memory. */
const MARKS = 2 ** 16;

/** The shingles of a text that many others are held against: a table of open addressing, whose places are told by a shingle's last bits. */
export class ShingleSet {
  /** As signed numbers, which V8 compares without making others of them. */
  private readonly places: Int32Array;
  private readonly marks = new Uint8Array(MARKS);
  private readonly hasFree: boolean;

  constructor(private readonly shingles: Uint32Array) {
    this.places = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, shingles.length) * ROOM)));
    this.hasFree = shingles[0] === FREE;
    const { places, marks } = this;
    const last = places.length - 1;
    for (let at = 0; at < shingles.length; at++) {
      const shingle = shingles[at]! | 0;
      marks[shingle & (MARKS - 1)] = 1;
      let place = shingle & last;
      while (places[place] !== FREE) place = (place + 1) & last;
      places[place] = shingle;
    }
  }

  get size(): number {
    return this.shingles.length;
  }

  /** How many of the shingles of another text, from an index on, may be in the set at most: what takes a third of counting those that are. */
  mostSharedWith(others: Uint32Array, start: number): number {
    const { marks } = this;
    let most = 0;
    for (let at = start; at < others.length; at++) most += marks[others[at]! & (MARKS - 1)]!;
    return most;
  }

  /** How many of the shingles of another text, from one index up to another, are in the set. */
  sharedWith(others: Uint32Array, start: number, end: number): number {
    const { places, marks } = this;
    const last = places.length - 1;
    let shared = start === 0 && end > 0 && this.hasFree && others[0] === FREE ? 1 : 0;
    for (let at = start; at < end; at++) {
      const shingle = others[at]! | 0;
      if (marks[shingle & (MARKS - 1)] === 0) continue;
      let place = shingle & last;
      let held = places[place]!;
      while (held !== FREE && held !== shingle) {
        place = (place + 1) & last;
        held = places[place]!;
      }
      if (held !== FREE) shared++;
    }
    return shared;
  }
}
