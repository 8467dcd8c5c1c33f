/** Joins a passage's tokens into the units that names are made of: hyphened words, initials, abbreviations with full stops. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Token } from '../model.ts';

/** `name`: a word with a capital; `initial`: `V.I.`; `word`: a word without; the rest is as its token. */
export type UnitKind = 'name' | 'initial' | 'word' | 'number' | 'symbol';

export interface Unit {
  readonly kind: UnitKind;
  /** Offsets in the text, without a possessive ending. */
  readonly start: number;
  readonly end: number;
  /** As written, quotes and hyphens made plain, without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly spaced: boolean;
  /** Whether a short line ends before it: what follows is not the same name (`Sales Consultant` above `Arvent Ltd`). */
  readonly broken: boolean;
  /** Whether no name goes on after it: a possessive, a compound with an ordinary word (`Chevron-led`), a country's abbreviation. */
  readonly closed: boolean;
}

/** A line shorter than this that ends inside a passage was not wrapped: 50 of the 60 to 80 characters that lines are wrapped at. */
const WRAPPED = 50;

/** The units of a passage, in order. Linear in the passage. */
export function unitsOf(passage: Passage, text: string, lexicon: Lexicon): Unit[] {
  const units: Unit[] = [];
  const { tokens } = passage;
  let lineStart = passage.start;
  const isBroken = (at: number): boolean => {
    if (at === 0 || !tokens[at]!.spaced) return false;
    const before = tokens[at - 1]!.end;
    const line = text.slice(before, tokens[at]!.start).indexOf('\n');
    if (line < 0) return false;
    const length = before + line - lineStart;
    lineStart = tokens[at]!.start;
    return length < WRAPPED;
  };
  let at = 0;
  while (at < tokens.length) {
    const { kind, start, end, text: written, lower, spaced } = tokens[at]!;
    const broken = isBroken(at);
    const initials = kind === 'word' ? initialsEnd(tokens, at) : at;
    if (initials > at) {
      units.push(initialUnit(tokens.slice(at, initials), broken, lexicon));
      at = initials;
      continue;
    }
    const next = kind === 'word' ? chainEnd(tokens, at) : at + 1;
    const syllables = isGivenAfterSurname(units.at(-1), tokens, at, next, lexicon);
    if (next === at + 1 && (kind !== 'word' || !isCapital(written))) {
      units.push({ kind, start, end, text: written, lower, spaced, broken, closed: false });
    } else units.push(wordUnit(tokens, at, next, broken, syllables, lexicon));
    at = next;
  }
  return units;
}

/** After `V.I.` or `J.`: letters in upper case, each with a full stop directly behind it. `at` itself where there are none. */
function initialsEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end + 1 < tokens.length) {
    const letter = tokens[end]!;
    const stop = tokens[end + 1]!;
    if (letter.kind !== 'word' || letter.text.length !== 1 || letter.text === letter.lower) break;
    if (stop.text !== '.' || stop.spaced || (end > at && letter.spaced)) break;
    end += 2;
  }
  return end;
}

function initialUnit(tokens: readonly Token[], broken: boolean, lexicon: Lexicon): Unit {
  const text = tokens.map((token) => token.text).join('');
  const isCountry = lexicon.names.countryAbbreviations.has(text.toLowerCase().replaceAll('.', ''));
  const first = tokens[0]!;
  return {
    kind: isCountry ? 'name' : 'initial',
    start: first.start,
    end: tokens.at(-1)!.end,
    text,
    lower: text.toLowerCase(),
    spaced: first.spaced,
    broken,
    closed: isCountry,
  };
}

/** The end of a chain of words joined by hyphens. */
function chainEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  while (end + 1 < tokens.length && isHyphen(tokens[end]!) && tokens[end + 1]!.kind === 'word' && !tokens[end + 1]!.spaced) end += 2;
  return end;
}

function isHyphen(token: Token): boolean {
  return token.text === '-' && !token.spaced;
}

/** A syllable as Korean and Chinese names are romanised: `Seong`, `Hsiang`, `shek`; but neither `led` nor `based`. */
const SYLLABLE = /^[bcdfghjklmnprstwyz]{0,3}[aeiou]{1,3}(?:ng|[hklmnprt])?$/;

/** Whether a chain of two is a given name of two syllables behind its surname: `Park Joon-su`, `Chiang Kai-shek`. */
function isGivenAfterSurname(surname: Unit | undefined, tokens: readonly Token[], at: number, chain: number, { names }: Lexicon): boolean {
  const given = tokens[at]!;
  if (chain !== at + 3 || !given.spaced || !isCapital(given.text)) return false;
  if (!surname || surname.closed || !names.eastAsianSurnames.has(surname.lower)) return false;
  return SYLLABLE.test(given.lower) && SYLLABLE.test(tokens[at + 2]!.text);
}

/** `whole`: all of the chain is the name, small letters or not. */
function wordUnit(tokens: readonly Token[], at: number, chain: number, broken: boolean, whole: boolean, lexicon: Lexicon): Unit {
  const first = tokens[at]!;
  let end = at + 1;
  let kind: UnitKind = 'word';
  // A letter before a hyphen is a label's (`R-Texas`), and the whole no name.
  if (isCapital(first.text) && (first.text.length > 1 || chain === at + 1)) {
    kind = 'name';
    // A lower-case word inside a chain belongs to it only when a capital follows (`Stratford-upon-Avon`, but `Chevron-led`).
    for (let next = at + 2; next < chain; next += 2) if (whole || isCapital(tokens[next]!.text)) end = next + 1;
  } else if (chain > at + 2 && lexicon.names.articles.has(first.lower) && isCapital(tokens[at + 2]!.text)) {
    kind = 'name';
    end = chain;
  } else end = chain;
  const last = tokens[end - 1]!;
  const possessive = kind === 'name' && last.lower.endsWith("'s") ? 2 : 0;
  let text = first.text;
  for (let next = at + 1; next < end; next++) text += tokens[next]!.text;
  const name = text.slice(0, text.length - possessive);
  // A product's number, joined to the word, makes it no name (`G7`, `A320`).
  const numbered = tokens[end]?.kind === 'number' && !tokens[end]!.spaced && name.length <= 2;
  const country = name === name.toUpperCase() && lexicon.names.countryAbbreviations.has(name.toLowerCase());
  return {
    kind: numbered ? 'word' : kind,
    start: first.start,
    end: last.end - possessive,
    text: name,
    lower: name.toLowerCase(),
    spaced: first.spaced,
    broken,
    closed: possessive > 0 || end < chain || country,
  };
}

const CAPITAL = /^\p{Lu}|^\p{Lt}|^\p{Ll}{1,2}'\p{Lu}|^\p{Ll}\p{Lu}/u;
const PLAIN_CAPITAL = /^[A-Z]/;
const PLAIN_SMALL = /^[a-z][a-z]/;

/** A capital at the start, after an elided article (`d'Ivoire`), or as a trade name's second letter (`iPhone`). */
export function isCapital(word: string): boolean {
  // Most words are settled by their first two letters, without the tables of Unicode.
  return PLAIN_CAPITAL.test(word) || (!(PLAIN_SMALL.test(word) && word[2] !== "'") && CAPITAL.test(word));
}

/** Two to six letters, all capitals, full stops aside. */
export function isAbbreviation(text: string): boolean {
  const letters = text.replaceAll('.', '');
  return letters.length >= 2 && letters.length <= 6 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
