/** From a text to what the engine knows of it: passages, claims and names. The first half of every check. */
import type { Claim } from './claims/claim.ts';
import { type ClaimsFound, claimsFound } from './claims/extract.ts';
import { movedFigure } from './claims/moved.ts';
import { findFigures } from './figures/scan.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Figure, NameMention, Passage, Prose, Work } from './model.ts';
import { type NamesFound, namesOf } from './names/find.ts';
import { Kept } from './text/kept.ts';
import { type Cut, cut } from './text/passages.ts';

export interface Analysis {
  readonly prose: Prose;
  readonly passages: readonly Passage[];
  /** One claim for each figure, in the order of the text. */
  readonly claims: readonly Claim[];
  readonly names: readonly NameMention[];
}

/** An analysis, with what that of the text's next version can take over. Takes several times the memory: for texts that are being written. */
export interface Revision {
  readonly analysis: Analysis;
  readonly cut: Cut;
  readonly figures: readonly (readonly Figure[])[];
  readonly names: NamesFound;
  readonly claims: ClaimsFound;
}

/** Analyses a text. Yields once a passage. */
export function* analyse(prose: Prose, lexicon: Lexicon): Work<Analysis> {
  return (yield* revise(prose, lexicon, null)).analysis;
}

/**
 * Analyses a text that is being written: what the version before has in common with it is taken over, moved where it has moved. The
 * analysis is the one that `analyse` gives. Yields once a passage that is read anew.
 */
export function* revise(prose: Prose, lexicon: Lexicon, before: Revision | null): Work<Revision> {
  // What a passage's figures, names and claims are may depend on the date that the whole text speaks from.
  const usable = before && before.analysis.prose.language === prose.language && before.analysis.prose.date === prose.date ? before : null;
  const pieces = yield* cut(prose, lexicon, usable?.cut ?? null);
  const { passages } = pieces;
  const kept = <Found>(found: Found | undefined) =>
    new Kept<Found>(found ?? null, usable?.cut.passages ?? [], passages, usable ? pieces.shared : { first: 0, last: 0 });
  const known = kept(usable?.figures);
  const figures: (readonly Figure[])[] = [];
  for (const passage of passages) {
    const { index } = passage;
    if (known.before && known.has(index)) figures.push(moved(known.before[known.indexOf(index)]!, known, index));
    else {
      figures.push(findFigures(passage, prose, lexicon));
      yield;
    }
  }
  const names = yield* namesOf(passages, prose, lexicon, kept(usable?.names));
  const claims = yield* claimsFound(passages, figures, names.names, prose, lexicon, kept(usable?.claims));
  return { analysis: { prose, passages, claims: claims.claims, names: names.names }, cut: pieces, figures, names, claims };
}

function moved(figures: readonly Figure[], kept: Kept<unknown>, index: number): readonly Figure[] {
  const by = kept.by(index);
  return by === 0 && kept.indexOf(index) === index ? figures : figures.map((figure) => movedFigure(figure, by, index));
}
