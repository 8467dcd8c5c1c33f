/** From a text to what the engine knows of it: passages, claims and names. The first half of every check. */
import type { Claim } from './claims/claim.ts';
import { type ClaimsFound, claimsFound, claimsOf } from './claims/extract.ts';
import { movedFigure } from './claims/moved.ts';
import { type LastDay, lastDayIn, latestOf } from './claims/time.ts';
import { findFigures } from './figures/scan.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Figure, NameMention, Passage, Prose, Work } from './model.ts';
import { findNames, type NamesFound, namesOf } from './names/find.ts';
import { Section } from './sections.ts';
import { Kept } from './text/kept.ts';
import { type Cut, cut, passagesOf } from './text/passages.ts';

export interface Analysis {
  readonly prose: Prose;
  readonly passages: readonly Passage[];
  /** One claim for each figure, in the order of the text. */
  readonly claims: readonly Claim[];
  readonly names: readonly NameMention[];
  /** Of a text that is being written: the same by passages. Claims and names are put in their places when they are first asked for. */
  readonly sections?: readonly Section[];
}

/** The figures of a passage, their places counted from its start, and the last day that they state. */
interface PassageFigures {
  readonly figures: readonly Figure[];
  readonly last: LastDay | null;
}

/** An analysis, with what that of the text's next version can take over. Takes several times the memory: for texts that are being written. */
export interface Revision {
  readonly analysis: Analysis;
  readonly cut: Cut;
  readonly figures: readonly PassageFigures[];
  readonly names: NamesFound;
  readonly claims: ClaimsFound;
}

/** Analyses a text. Yields once a passage. */
export function* analyse(prose: Prose, lexicon: Lexicon): Work<Analysis> {
  const passages = yield* passagesOf(prose, lexicon);
  const figures: (readonly Figure[])[] = [];
  for (const passage of passages) {
    figures.push(findFigures(passage, prose, lexicon));
    yield;
  }
  const names = yield* findNames(passages, prose, lexicon);
  const claims = yield* claimsOf(passages, figures, names, prose, lexicon);
  return { prose, passages, claims, names };
}

/**
 * Analyses a text that is being written: what the version before has in common with it is taken over, wherever it stands by now. The
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
  const figures: PassageFigures[] = [];
  for (let index = 0; index < passages.length; index++) {
    if (known.before && known.has(index)) figures.push(known.before[known.indexOf(index)]!);
    else {
      const { start } = passages[index]!;
      const own = findFigures(passages[index]!, prose, lexicon).map((figure) => movedFigure(figure, -start, 0));
      figures.push({ figures: own, last: lastDayIn(own) });
      yield;
    }
  }
  const names = yield* namesOf(passages, prose, lexicon, kept(usable?.names));
  const told = prose.date ?? latestOf(figures.map(({ last }) => last));
  const claims = yield* claimsFound(passages, (index) => figures[index]!.figures, names.names, told, prose, lexicon, kept(usable?.claims));
  const sections = sectionsFrom(passages, names, claims, kept(usable?.analysis.sections));
  return { analysis: inPlaces(prose, passages, sections), cut: pieces, figures, names, claims };
}

/** A text by its passages. One that holds what it held is the same as before. */
function sectionsFrom(
  passages: readonly Passage[],
  { names }: NamesFound,
  { passages: found }: ClaimsFound,
  kept: Kept<readonly Section[]>,
) {
  return passages.map(({ start }, index): Section => {
    const own = names[index]!;
    const { claims } = found[index]!;
    const before = kept.before && kept.has(index) ? kept.before[kept.indexOf(index)]! : null;
    const isSame = before !== null && before.contents.claims === claims && before.contents.names === own;
    if (isSame && before.start === start && before.passage === index) return before;
    return new Section(isSame ? before.contents : { claims, names: own }, start, index);
  });
}

function inPlaces(prose: Prose, passages: readonly Passage[], sections: readonly Section[]): Analysis {
  let claims: readonly Claim[] | null = null;
  let names: readonly NameMention[] | null = null;
  return {
    prose,
    passages,
    sections,
    get claims() {
      claims ??= sections.flatMap((section) => section.claims);
      return claims;
    },
    get names() {
      names ??= sections.flatMap((section) => section.names);
      return names;
    },
  };
}
