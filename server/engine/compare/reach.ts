/** Which of a library's claims one claim is held against: those under its keys, the telling ones first where there are very many. */
import type { Claim } from '../claims/claim.ts';
import type { Candidates } from '../library.ts';
import { claimKeys, valueKeys } from './keys.ts';
import type { ClaimNumber } from './table.ts';

/**
 * How many claims one is held against in a large library, and how many references are looked at to find them. A key that alone has more
 * (`count:people`) tells no story from another; what such a key and a rarer one share is found under the rarer.
 */
const MOST = 1024;
const LOOKED_AT = 16 * MOST;

/** What is looked for: up to `most`, and besides what states the same value only what sources say that are wanted, by their numbers not 0. */
interface Reach {
  readonly most?: number;
  readonly wanted?: Uint8Array;
}

/** What a claim is held against, each once: all that its keys hold, or up to `most` of it, the same value and the rarest keys first. */
export function reachOf(claim: Claim, { table, except }: Candidates, { most = MOST, wanted }: Reach = {}): ClaimNumber[] {
  const values = new Set(valueKeys(claim));
  const lists = claimKeys(claim).map((key) => ({ key, length: table.countUnder(key), isValue: values.has(key) }));
  if (lists.reduce((sum, { length }) => sum + length, 0) > most)
    lists.sort((a, b) => Number(b.isValue) - Number(a.isValue) || a.length - b.length);
  const search = table.search(except, most, wanted ?? null);
  let left = LOOKED_AT;
  for (const { key, length, isValue } of lists) {
    const end = Math.min(length, left);
    left -= end;
    search.look(key, end, !isValue);
  }
  return search.found;
}

/** What states a claim's value, each once. */
export function statingOf(claim: Claim, { table, except }: Candidates): ClaimNumber[] {
  const search = table.search(except, MOST, null);
  for (const key of valueKeys(claim)) search.look(key, table.countUnder(key), false);
  return search.found;
}
