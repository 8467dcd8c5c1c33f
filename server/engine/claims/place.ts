/** Where a claim's event happened: the place named nearest to its figure (`in Almaty`, `near the town of Lund`). */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Token } from '../model.ts';
import type { Sentence } from './sentence.ts';

/** How far (see `costOf`) from its figure a place may be named. Beyond, it is another clause's. */
const REACH = 16;
/** How many words may lead from a preposition to its name (`in the northern city of Lund`). */
const LEADING = 4;
/** No place's name has more parts. */
const MOST_PARTS = 6;

/** The places that a sentence names, in order. */
export interface Places {
  /** Where the name of each begins. */
  readonly positions: readonly number[];
  /** By position the terms of the name. */
  readonly names: ReadonlyMap<number, readonly string[]>;
}

/**
 * The places of a sentence: names behind a preposition of place. One that is not named (`in the country`), or is that of a part only
 * (`most of them in Almaty`), is a place without terms. Linear in the prepositions.
 */
export function placesOf({ tokens, terms, locatives }: Sentence, lexicon: Lexicon): Places {
  const { placeWords, placeNouns } = lexicon.claims;
  const names = new Map<number, readonly string[]>();
  for (const at of locatives) {
    let name = at + 1;
    let isPlace = false;
    while (name <= at + LEADING && name < tokens.length && !terms[name]?.name && placeWords.has(tokens[name]!.lower)) {
      isPlace ||= placeNouns.has(tokens[name]!.lower);
      name++;
    }
    const parts: string[] = [];
    for (let part = name; parts.length < MOST_PARTS && terms[part]?.name; part++) parts.push(terms[part]!.key);
    if (parts.length > 0) names.set(name, isOfPart(tokens, at, lexicon) ? [] : parts);
    else if (isPlace) names.set(at, []);
  }
  return { positions: [...names.keys()], names };
}

/** Whether a preposition of place tells only where a part of those before it was: `most of them in`, `a majority in`. */
function isOfPart(tokens: readonly Token[], at: number, { claims: { partWords, partPronouns } }: Lexicon): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return partWords.has(before) || (partPronouns.has(before) && tokens[at - 2]?.lower === 'of');
}

/** The terms of the place told nearest to a figure; none where no place is named near it. */
export function placeOf(sentence: Sentence, figure: Figure, places: Places): readonly string[] {
  const [nearest] = sentence.around(figure, places.positions);
  return nearest === undefined || sentence.distance(figure, nearest) >= REACH ? [] : places.names.get(nearest)!;
}
