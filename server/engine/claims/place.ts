/** Where a claim's event happened: the place named nearest to its figure (`in Almaty`, `near the town of Lund`). */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Token } from '../model.ts';
import { lowerBound } from './clause.ts';
import type { Sentence } from './sentence.ts';
import { stem } from './terms.ts';

/** How far (see `costOf`) from its figure a place may be named. Beyond, it is another clause's. */
const REACH = 16;
/** How many words may lead from a preposition to its name (`in the northern city of Lund`). */
const LEADING = 5;
/** No place's name has more parts. */
const MOST_PARTS = 6;

/** The places that a sentence names, in order. */
export interface Places {
  /** Where the name of each begins. */
  readonly positions: readonly number[];
  /** By position the terms of the name. */
  readonly names: ReadonlyMap<number, readonly string[]>;
  /** Those of them where something befell people: right behind its noun (`the quake in Velmont`). */
  readonly sites: ReadonlySet<readonly string[]>;
}

/**
 * The places of a sentence: names behind a preposition of place. One that is not named (`in the country`), or is that of a part only
 * (`most of them in Almaty`), is a place without terms. Linear in the prepositions.
 */
export function placesOf({ tokens, terms, locatives }: Sentence, lexicon: Lexicon): Places {
  const { placeWords, placeNouns, directions, nations, occurrences } = lexicon.claims;
  const names = new Map<number, readonly string[]>();
  const sites = new Set<readonly string[]>();
  for (const at of locatives) {
    let name = at + 1;
    let isPlace = false;
    while (name <= at + LEADING && name < tokens.length && !terms[name]?.name && leads(tokens, name, placeWords)) {
      isPlace ||= placeNouns.has(tokens[name]!.lower);
      name++;
    }
    // `in the Hungarian capital`, `in the Hungarian city of Lund`
    const seat = tokens[name + 1]?.lower ?? '';
    if (nations.has(tokens[name]?.lower ?? '') && placeNouns.has(seat)) {
      isPlace = true;
      name += 2;
      if (tokens[name]?.lower === 'of') name++;
    }
    const parts: string[] = [];
    for (let part = name; parts.length < MOST_PARTS && terms[part]?.name; part++) parts.push(terms[part]!.key);
    // `in Indian-controlled Kashmir` is in Kashmir.
    const held = name + parts.length;
    const isHyphened = parts.length > 0 && tokens[held]?.text === '-';
    // `in the Seine-Maritime`
    if (isHyphened && terms[held + 1]?.name) parts.push(terms[held + 1]!.key);
    else if (isHyphened && terms[held + 2]?.name) {
      parts.length = 0;
      for (let part = held + 2; parts.length < MOST_PARTS && terms[part]?.name; part++) parts.push(terms[part]!.key);
    }
    const before = tokens[name - 1]!.lower;
    // What happened in the north of a country is not all that happened there.
    const isRest = isRestOf(tokens, at + 1, name);
    const isSite = parts.length > 0 && !isRest && occurrences.has(tokens[at - 1]?.lower ?? '');
    const isRegion = parts.length > 0 && !isSite && (directions.has(before) || isRest);
    const region = isRegion ? [`${isRest ? 'rest' : before} ${parts.join(' ')}`] : parts;
    if (isSite) sites.add(region);
    if (parts.length > 0) names.set(name, isOfPart(tokens, at, lexicon) ? [] : region);
    else if (isPlace) names.set(at, []);
  }
  return { positions: [...names.keys()], names, sites };
}

/** `in the rest of Lund` is elsewhere than in Lund. */
function isRestOf(tokens: readonly Token[], start: number, end: number): boolean {
  for (let at = start; at < end - 1; at++) if (tokens[at]!.lower === 'rest' && tokens[at + 1]!.lower === 'of') return true;
  return false;
}

/** Whether a word may lead to a place's name; so may the hyphen of `north-western`. */
function leads(tokens: readonly Token[], at: number, placeWords: ReadonlySet<string>): boolean {
  return placeWords.has(tokens[at]!.lower) || (tokens[at]!.text === '-' && placeWords.has(tokens[at - 1]!.lower));
}

/** Whether a preposition of place tells only where a part of those before it was: `most of them in`, `a majority in`. */
function isOfPart(tokens: readonly Token[], at: number, { claims: { partWords, partPronouns } }: Lexicon): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return partWords.has(before) || (partPronouns.has(before) && tokens[at - 2]?.lower === 'of');
}

/** The terms of the place told nearest to a figure; none where no place is named near it. */
export function placeOf(sentence: Sentence, figure: Figure, places: Places, lexicon: Lexicon): readonly string[] {
  const { end } = figure.tokens;
  // `19 in Lund, 14 in Halland`: the place right behind a figure is its own.
  const { locatives } = sentence;
  const own = locatives[lowerBound(locatives, end)] === end ? places.positions[lowerBound(places.positions, end)] : undefined;
  if (own !== undefined && own <= end + 1 + LEADING) return places.names.get(own)!;
  const near = sentence.around(figure, places.positions).filter((at) => at < end || !isOfLaterPart(sentence, end, at, lexicon));
  const nearest = near.find((at) => at >= end && isOfOwnClause(sentence, figure, at, near)) ?? near[0];
  return nearest === undefined || sentence.distance(figure, nearest) >= REACH ? NOWHERE : places.names.get(nearest)!;
}

/**
 * Whether a place behind a figure is in its clause, and the one before it in that of the figure before: `nine were killed in Lund, while four
 * people died in Halland`.
 */
function isOfOwnClause(sentence: Sentence, { tokens: { start, end } }: Figure, after: number, near: readonly number[]): boolean {
  const before = near.find((at) => at < start);
  if (before === undefined) return false;
  const [first] = sentence.figures;
  const isTold = first !== undefined && first.tokens.end <= before;
  return isTold && sentence.isCut(before, start) && !sentence.isCut(end, after);
}

/** How many tokens behind a figure a part of it is looked for. */
const PART_REACH = 40;

/** Whether a place behind a figure is that of a part which is told in between: `30 people, including eight in Lund`, `50, with nine of them in Lund`. */
function isOfLaterPart(sentence: Sentence, end: number, place: number, { claims: { part, partPronouns } }: Lexicon): boolean {
  const { tokens } = sentence;
  for (let at = end; at < Math.min(place, end + PART_REACH); at++) {
    if (!sentence.isNumeric(at)) continue;
    if (part.has(tokens[at - 1]!.lower)) return true;
    const whose = tokens[at + 1]?.lower === 'of' ? (tokens[at + 2]?.lower ?? '') : '';
    if (partPronouns.has(whose) || whose === 'the') return true;
  }
  return false;
}

/** The country that a sentence tells of by its name or its adjective, where it is the only one (`India reported 360 killed`). */
export function nationOf({ tokens, terms }: Sentence, lexicon: Lexicon): readonly string[] {
  let nation: string | null = null;
  for (const [at, term] of terms.entries()) {
    if (!term?.name || !nationKeys(lexicon).has(term.key) || term.key === nation || isOfHolder(tokens, at, lexicon)) continue;
    if (nation !== null) return NOWHERE;
    nation = term.key;
  }
  return nation === null ? NOWHERE : [nation];
}

/** How many words behind a country its office may stand (`French foreign minister`). */
const OFFICE_REACH = 2;

/** Whether a country only tells whose a town is, or whoever holds an office, who may be anywhere: `when the French president arrived`. */
function isOfHolder(tokens: readonly Token[], at: number, { claims: { offices, placeNouns } }: Lexicon): boolean {
  if (placeNouns.has(tokens[at + 1]?.lower ?? '')) return true;
  for (let next = at + 1; next <= at + OFFICE_REACH && tokens[next]?.kind === 'word'; next++)
    if (offices.has(tokens[next]!.lower)) return true;
  return false;
}

/** Whether a place is a country, whole. */
export function isCountry(place: readonly string[], lexicon: Lexicon): boolean {
  return place.length === 1 && nationKeys(lexicon).has(place[0]!);
}

const NOWHERE: readonly string[] = [];

const keys = new WeakMap<Lexicon, ReadonlySet<string>>();

/** The terms that countries' names have. */
export function nationKeys(lexicon: Lexicon): ReadonlySet<string> {
  let known = keys.get(lexicon);
  if (!known) {
    known = new Set([...lexicon.claims.nations.values()].map((country) => stem(country)));
    keys.set(lexicon, known);
  }
  return known;
}
