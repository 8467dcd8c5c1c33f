/** Sources counted by where their story comes from: copies of one never count as two. */
import type { Source } from '../library.ts';
import type { Uri } from '../model.ts';

/** What stands for a source where sources are counted: its origin, or itself where it is nobody's copy. */
export function originIdOf({ article, origin }: Pick<Source, 'article' | 'origin'>): Uri {
  return origin?.id ?? article.uri;
}

/** How many origins some sources have. */
export function countOrigins(pieces: Iterable<{ readonly source: Source }>): number {
  const origins = new Set<Uri>();
  for (const { source } of pieces) origins.add(originIdOf(source));
  return origins.size;
}

/** Pieces by origin, in the order of the first of each. */
export function byOrigin<T extends { readonly source: Source }>(pieces: readonly T[]): T[][] {
  const groups = new Map<Uri, T[]>();
  for (const piece of pieces) {
    const id = originIdOf(piece.source);
    const group = groups.get(id);
    if (group) group.push(piece);
    else groups.set(id, [piece]);
  }
  return [...groups.values()];
}
