/** From a text to what the engine knows of it: passages, claims and names. The first half of every check. */
import type { Claim } from './claims/claim.ts';
import { claimsOf } from './claims/extract.ts';
import { findFigures } from './figures/scan.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Figure, NameMention, Passage, Prose, Work } from './model.ts';
import { findNames } from './names/find.ts';
import { passagesOf } from './text/passages.ts';

export interface Analysis {
  readonly prose: Prose;
  readonly passages: readonly Passage[];
  /** One claim for each figure, in the order of the text. */
  readonly claims: readonly Claim[];
  readonly names: readonly NameMention[];
}

/** Analyses a text. Yields once a passage. */
export function* analyse(prose: Prose, lexicon: Lexicon): Work<Analysis> {
  const passages = yield* passagesOf(prose, lexicon);
  const figures: Figure[][] = [];
  for (const passage of passages) {
    figures.push(findFigures(passage, prose, lexicon));
    yield;
  }
  const names = yield* findNames(passages, prose, lexicon);
  const claims = yield* claimsOf(passages, figures, names, prose, lexicon);
  return { prose, passages, claims, names };
}
