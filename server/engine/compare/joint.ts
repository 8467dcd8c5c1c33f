/** What several sources say together: those that state the same other figure bear one another out, each by how likely it is about the claim. */
import type { Claim } from '../claims/claim.ts';
import type { Evidence } from './evidence.ts';

/**
 * How likely it is that some source which states the same other figure as a piece of evidence is about the claim, 0 to 1: one less the
 * product of how unlikely each is. Who says it in another's very words is no second voice.
 */
export function jointChances(evidence: readonly Evidence[]): (item: Evidence) => number {
  // Seldom is anybody asked about.
  let voices: ReadonlyMap<string, ReadonlyMap<string, number>> | null = null;
  return ({ claim }) => {
    voices ??= voicesOf(evidence);
    let doubt = 1;
    for (const each of voices.get(statedOf(claim))?.values() ?? []) doubt *= each;
    return 1 - doubt;
  };
}

/** By what each states that differs, and by the words it is told in, how unlikely it is to be about the claim. */
function voicesOf(evidence: readonly Evidence[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const voices = new Map<string, Map<string, number>>();
  for (const { stance, chance, claim } of evidence) {
    if (stance !== 'differs') continue;
    const stated = statedOf(claim);
    const doubts = voices.get(stated) ?? new Map<string, number>();
    const voice = [...claim.terms.keys()].join(' ');
    doubts.set(voice, Math.min(doubts.get(voice) ?? 1, 1 - (chance ?? 1)));
    voices.set(stated, doubts);
  }
  return voices;
}

/** What a claim's figure states, as a key. */
function statedOf({ figure: { quantity } }: Claim): string {
  if (quantity.dimension === 'date') return [quantity.from.year, quantity.from.month, quantity.from.day].join('-');
  return quantity.value === null ? `${quantity.low} ${quantity.high}` : String(quantity.value);
}
