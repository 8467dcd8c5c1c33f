/** The keys that claims are stored and looked up under: a block (what can be compared at all) with one term, event or value. */
import type { Claim } from '../claims/claim.ts';
import { eventsIn } from '../claims/event.ts';
import type { Quantity } from '../model.ts';
import { digitsOf, sorted } from './slips.ts';

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

/** The key of the claims of one block with one term. Shared, so that equal keys compare by identity and are held once. */
function termKey(block: string, term: string): string {
  let keys = termKeys.get(block);
  if (!keys) {
    keys = new Map();
    termKeys.set(block, keys);
  }
  let key = keys.get(term);
  if (key === undefined) {
    key = `${block}:${term}`;
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(term, key);
  }
  return key;
}

const termKeys = new Map<string, Map<string, string>>();
/** So many keys of a block are held before all are let go. */
const MOST_KEYS = 32_768;

/** The keys of a claim, each once. */
export function claimKeys(claim: Claim): string[] {
  const keys = new Set<string>();
  const { quantity, marker } = claim.figure;
  for (const block of blocksOf(quantity, marker)) {
    for (const [term, weight] of claim.terms) if (weight >= KEY_WEIGHT) keys.add(termKey(block, term));
    for (const term of claim.context.keys()) keys.add(termKey(block, term));
    if (claim.event) for (const event of eventsIn(claim.event)) keys.add(`${block}!${event}`);
    if (block === 'age') for (const part of claim.subjects.flat()) keys.add(termKey(block, part));
  }
  for (const key of valueKeys(claim)) keys.add(key);
  return [...keys];
}

/**
 * The keys of the claims that state the same: a value, as it is and as two digits round it; both ends of a range; a date's day and month;
 * and of those whose digits have changed places.
 */
export function valueKeys({ figure: { quantity, marker }, readings }: Claim): string[] {
  const keys = keysOfValue(quantity, marker);
  for (const reading of readings) keys.push(...keysOfValue(reading, null));
  return keys;
}

function keysOfValue(quantity: Quantity, marker: string | null): string[] {
  const block = blocksOf(quantity, marker)[0]!;
  if (quantity.dimension === 'date') {
    const { year, month, day } = quantity.from;
    const keys: string[] = [];
    if (month !== null && day !== null) keys.push(`${block}=${month}/${day}`);
    if (year !== null && month !== null) keys.push(`${block}=${year}-${month}`);
    return keys;
  }
  if (quantity.value === null && quantity.hedge !== 'range') return [];
  // The ends of a range are what a change runs from and to.
  if (quantity.value === null)
    return [`${block}=${quantity.low}..${quantity.high}`, `${block}=${quantity.low}`, `${block}=${quantity.high}`];
  // `-4%` and `down 4%` may say the same.
  const size = Math.abs(quantity.unit === 'basis point' ? quantity.value / 100 : quantity.value);
  const keys = [`${block}=${size}`, `${block}~${Number(size.toPrecision(2))}`];
  const stated = digitsOf(quantity);
  if (stated && stated.digits.length > 1) keys.push(`${block}#${sorted(stated.digits)}e${stated.power}`);
  return keys;
}
