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

/** What a claim is held against, each once: all that its keys hold, or up to `most` of it, the same value and the rarest keys first. */
export function reachOf(claim: Claim, { table, except }: Candidates, most = MOST): ClaimNumber[] {
  const lists = claimKeys(claim).map((key) => ({ key, list: table.under(key), isValue: 0 }));
  if (lists.reduce((sum, { list }) => sum + list.length, 0) > most) {
    const values = new Set(valueKeys(claim));
    for (const each of lists) each.isValue = Number(values.has(each.key));
    lists.sort((a, b) => b.isValue - a.isValue || a.list.length - b.list.length);
  }
  const reached: ClaimNumber[] = [];
  table.beginToFind();
  let left = LOOKED_AT;
  for (const { list } of lists) {
    const end = Math.min(list.length, left);
    left -= end;
    table.find(list, end, except, reached, most);
  }
  return reached;
}
