/** Whether two texts are one story, told by the shingles that they share: by their sketches first, and most of two stories by these alone. */
import { type ShingleSet, sharedBy } from './shingles.ts';

/**
 * Two texts are of one origin where they share this part of the shingles of the shorter, and so many at least. On the labelled stories
 * two reports of one event share 2 percent at most; a digest of an article in other words 6 percent.
 */
const SHARED_PART = 0.25;
const SHARED = 24;
/** And this part of the longer, or a review of the day's news would be the origin of all that it reviews. */
const SHARED_PART_OF_LONGER = 0.1;

/**
 * Articles are looked up by the shingles whose hashes fall in the lowest eighth of all: Broder's sketch (On the resemblance and
 * containment of documents, 1997), which finds a cut copy by what it has kept, where MinHash finds only texts of like length. Of two
 * texts that share 24 shingles it has one in 96 of 100 cases, of two that share 48 in all but one of 600.
 */
const SKETCH_PART = 1 / 8;
const SKETCH_BELOW = 2 ** 32 * SKETCH_PART;
/**
 * Of the shingles that two texts of one story share at least, so large a part of what is to be expected is in their sketches: of 100 that
 * are shared 3 at least, which fails in one of 5,000 cases, and of 200 in one of two millions. Most pairs that meet at a set phrase are told
 * apart by their sketches alone.
 */
const SKETCHED_PART = SKETCH_PART / 4;

/** Whether two texts are one story, by their shingles: one a copy of the other, cut, with another headline, or lightly rewritten. */
export function isOneStory(a: Uint32Array, b: Uint32Array): boolean {
  const least = leastShared(a.length, b.length);
  if (Math.min(a.length, b.length) < least) return false;
  return sharedBy(sketchOf(a), sketchOf(b)) >= leastSketched(least) && sharedBy(a, b) >= least;
}

/** The same of two texts of which one is held against many. */
export function isOneStoryAs(a: ShingleSet, b: Uint32Array): boolean {
  const least = leastShared(a.size, b.length);
  if (Math.min(a.size, b.length) < least) return false;
  const sketched = sketchedIn(b);
  const shared = a.sharedWith(b, 0, sketched);
  if (shared < leastSketched(least) || shared + a.mostSharedWith(b, sketched) < least) return false;
  return shared + a.sharedWith(b, sketched, b.length) >= least;
}

/** How many shingles two texts of one story share at least, by how many each has. */
function leastShared(a: number, b: number): number {
  return Math.max(SHARED, SHARED_PART * Math.min(a, b), SHARED_PART_OF_LONGER * Math.max(a, b));
}

/** How many of them are in their sketches. */
function leastSketched(least: number): number {
  return Math.floor(least * SKETCHED_PART);
}

/** The shingles that an article is looked up by. */
export function sketchOf(shingles: Uint32Array): Uint32Array {
  return shingles.subarray(0, sketchedIn(shingles));
}

/** How many of an article's shingles are its sketch: the first of them. */
function sketchedIn(shingles: Uint32Array): number {
  let [low, high] = [0, shingles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shingles[middle]! < SKETCH_BELOW) low = middle + 1;
    else high = middle;
  }
  return low;
}
