/** What each source of a library may have to say of a claim, by the sources' numbers: told once for all that the claim is held against. */
import type { Candidates, Source } from '../library.ts';
import type { Acquainted } from './acquaintance.ts';
import type { ClaimTable } from './table.ts';

/** What is known of the sources for a claim: which tell its story, and the names of its sentence that few stories know. */
export interface Known {
  readonly story: Acquainted;
  readonly names: readonly string[];
}

/**
 * What of a source may bear on a claim: nothing; what contradicts the claim, where it names somebody whom the claim's own sentence names; what
 * contradicts it; each of its claims by itself, for some agrees; what agrees alone, and what stands beside that, for the source tells another
 * story, and nothing of it is held against the claim.
 */
export const NOTHING = 0;
export const NAMED = 1;
export const ANY = 2;
export const EACH = 3;
export const FAR = 4;

/** By the numbers of sources one of these, as far as it is known before anything is compared. `known` is null where there is only one source. */
export type Standpoints = Uint8Array;

export function standpointsOf(known: Known | null, { table, topics }: Pick<Candidates, 'table' | 'topics'>): Standpoints {
  const standpoints = new Uint8Array(table.sourceCount);
  if (known === null || known.story.unknown === 'others') return standpoints.fill(ANY);
  for (const name of known.names) for (const number of topics.knowing(name)) standpoints[number] = NAMED;
  for (const sources of [known.story.unknown ?? [], known.story.related]) mark(standpoints, sources, ANY, table);
  return standpoints;
}

/** By the numbers of sources whether each is one of some. */
export function markedOf(sources: Iterable<Source>, table: ClaimTable): Uint8Array {
  const marks = new Uint8Array(table.sourceCount);
  mark(marks, sources, 1, table);
  return marks;
}

function mark(marks: Uint8Array, sources: Iterable<Source>, as: number, table: ClaimTable): void {
  for (const source of sources) {
    const number = table.numberOf(source.article.uri);
    if (number !== null) marks[number] = as;
  }
}
