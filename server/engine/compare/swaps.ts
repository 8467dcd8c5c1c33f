/** Figures of one sentence that stand in each other's place in a source: `11 shops and 38 stations` beside `38 shops and 11 stations`. */
import type { Claim } from '../claims/claim.ts';
import { differs } from './agree.ts';
import type { Aligned } from './candidates.ts';

/** How clearly the words that tell two figures of a sentence apart must tell them apart the other way round in a source, -1 to 1. */
const SWAPPED = -0.8;
/** By how much nearer one of two figures a word must stand to tell them apart. */
const TELLING = 0.05;

/** What is found to be swapped for one claim: what only seems to agree with it, and what its words go with instead. */
export interface Swaps {
  readonly seeming: ReadonlySet<Claim>;
  readonly crossed: ReadonlySet<Claim>;
}

/**
 * The swaps among the claims of one sentence, by their places in it: where a passage has two of its figures, and the words beside each
 * stand beside the other there. `aligned` is what each claim is held against.
 */
export function swapsOf(claims: readonly Claim[], aligned: readonly (readonly Aligned[])[]): ReadonlyMap<number, Swaps> {
  const found = new Map<number, { seeming: Set<Claim>; crossed: Set<Claim> }>();
  const add = (index: number, seeming: Claim, crossed: Claim) => {
    const swaps = found.get(index) ?? { seeming: new Set(), crossed: new Set() };
    swaps.seeming.add(seeming);
    swaps.crossed.add(crossed);
    found.set(index, swaps);
  };
  const same = aligned.map((list) => list.filter(({ agreement, alignment }) => agreement === 'same' && !alignment.bar));
  for (let left = 0; left < claims.length; left++) {
    for (let right = left + 1; right < claims.length; right++) {
      // What a change runs from and to are told apart by their roles.
      if (!isPlain(claims[left]!) || !isPlain(claims[right]!)) continue;
      for (const ours of same[left]!) {
        for (const other of same[right]!) {
          const [a, b] = [ours.ref.claim, other.ref.claim];
          if (!isPlain(a) || !isPlain(b) || unitOf(a) !== unitOf(b)) continue;
          if (a === b || ours.ref.source !== other.ref.source || a.figure.passage !== b.figure.passage) continue;
          if (!crosses(aligned[left]!, b) || !crosses(aligned[right]!, a)) continue;
          if (!isSwapped(claims[left]!, claims[right]!, a, b)) continue;
          add(left, a, b);
          add(right, b, a);
        }
      }
    }
  }
  return found;
}

function isPlain({ role }: Claim): boolean {
  return role === null || role === 'part';
}

function unitOf({ figure: { quantity } }: Claim): string {
  return quantity.dimension === 'count' || quantity.dimension === 'date' ? quantity.dimension : `${quantity.dimension} ${quantity.unit}`;
}

function crosses(list: readonly Aligned[], theirs: Claim): boolean {
  return list.some(({ ref, agreement }) => ref.claim === theirs && differs(agreement));
}

/**
 * Whether the words that stand nearer one of two figures than the other, on either side, stand the other way round in a source: words of
 * both figures must, and hardly any may stand as they do.
 */
function isSwapped(left: Claim, right: Claim, a: Claim, b: Claim): boolean {
  let [dot, ours, theirs] = [0, 0, 0];
  const turned = { left: false, right: false };
  for (const term of new Set([...left.terms.keys(), ...right.terms.keys()])) {
    const one = (left.terms.get(term) ?? 0) - (right.terms.get(term) ?? 0);
    const other = (a.terms.get(term) ?? 0) - (b.terms.get(term) ?? 0);
    if (Math.abs(one) < TELLING || Math.abs(other) < TELLING) continue;
    dot += one * other;
    ours += one * one;
    theirs += other * other;
    if (one > 0 && other < 0) turned.left = true;
    if (one < 0 && other > 0) turned.right = true;
  }
  return turned.left && turned.right && dot <= SWAPPED * Math.sqrt(ours * theirs);
}
