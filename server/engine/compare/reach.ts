/** Which of a library's claims one claim is held against: those under its keys, the telling ones first where there are very many. */
import type { Claim } from '../claims/claim.ts';
import type { Candidates, ClaimRef } from '../library.ts';
import { claimKeys, valueKeys } from './keys.ts';

/**
 * How many claims one is held against in a large library, and how many references are looked at to find them. A key that alone has more
 * (`count:people`) tells no story from another; what such a key and a rarer one share is found under the rarer.
 */
const MOST = 1024;
const LOOKED_AT = 16 * MOST;

/** What a claim is held against, each once: all that its keys hold, or up to `most` of it, the same value and the rarest keys first. */
export function* reachOf(claim: Claim, candidates: Candidates, most = MOST): Generator<ClaimRef, void, void> {
  const keys = claimKeys(claim);
  const count = (key: string) => candidates.under(key).length;
  if (keys.reduce((sum, key) => sum + count(key), 0) > most) {
    const values = new Set(valueKeys(claim));
    keys.sort((a, b) => Number(values.has(b)) - Number(values.has(a)) || count(a) - count(b));
  }
  const seen = new Set<Claim>();
  let left = LOOKED_AT;
  for (const key of keys) {
    const list = candidates.under(key);
    // The list may grow while a host does other work; what comes later belongs to another answer.
    const end = Math.min(list.length, left);
    left -= end;
    for (let at = 0; at < end; at++) {
      const ref = list[at]!;
      if (seen.has(ref.claim) || ref.source.article.uri === candidates.except) continue;
      seen.add(ref.claim);
      yield ref;
      if (seen.size === most) return;
    }
  }
}
