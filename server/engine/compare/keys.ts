/** The keys that claims are stored and looked up under: a block (what can be compared at all) with one term, event or value. */
import type { Claim } from '../claims/claim.ts';
import type { Quantity } from '../model.ts';

/** Terms farther from the figure than this weight are no keys: they would only find what nearer ones find too. */
const KEY_WEIGHT = 0.18;

/** The blocks a quantity belongs to: claims of different blocks never compare. Shares and ratios share one, as do all times. */
export function blocksOf(quantity: Quantity, marker: string | null): string[] {
  switch (quantity.dimension) {
    case 'date':
    case 'year':
      return ['time'];
    case 'duration':
      return marker === 'ago' ? ['duration', 'time'] : ['duration'];
    case 'ratio':
      return ['share'];
    default:
      return [quantity.dimension];
  }
}

/** The keys of a claim, each once. */
export function claimKeys(claim: Claim): string[] {
  const keys = new Set<string>();
  const { quantity, marker } = claim.figure;
  for (const block of blocksOf(quantity, marker)) {
    for (const [term, weight] of claim.terms) if (weight >= KEY_WEIGHT) keys.add(`${block}:${term}`);
    if (claim.event) keys.add(`${block}!${claim.event}`);
    if (block === 'age') for (const part of claim.subjects.flat()) keys.add(`${block}:${part}`);
    const value = quantity.dimension === 'date' ? null : quantity.value;
    if (value !== null) keys.add(`${block}=${value}`);
  }
  return [...keys];
}
