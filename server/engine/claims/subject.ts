/** Whom a figure is said of: the name it stands beside (`81-year-old Nursultan Nazarbayev`, `Nazarbayev, 81,`). */
import { distance } from 'fastest-levenshtein';
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Token } from '../model.ts';
import { isHardBoundary } from './clause.ts';
import type { Sentence } from './sentence.ts';
import { stem, type Term } from './terms.ts';

/** A name as its parts' terms, in order. */
export type Subject = readonly string[];

/** How many tokens may stand between an age and its name. */
const REACH = 4;
/** A figure within so many tokens opens its sentence. */
const OPENING = 2;
/** No name has more parts; a longer run of capitals is cut. */
const MOST_PARTS = 16;
/** A sentence with more names than this is a list, and leaves the next one no more. */
const MOST_NAMES = 32;

/**
 * The names a figure may belong to: the one right after it, else right before it; else any of its sentence or, where that names
 * nobody or the figure opens it, of the sentence before (`carried`). None for the age of a thing (`his 31-year-old machine`).
 */
export function subjectsOf({ tokens, terms }: Sentence, figure: Figure, carried: readonly Subject[], lexicon: Lexicon): readonly Subject[] {
  const { start, end } = figure.tokens;
  const back = figure.quantity.dimension === 'age' && isDefinite(tokens, figure) ? namesIn(terms.slice(0, start)) : [];
  if (back.length > 0 && !isNameNext(tokens, terms, end, lexicon)) return back;
  if (figure.quantity.dimension === 'age' && qualifiesThing(tokens[end], figure, lexicon)) return [];
  for (let at = end; at < Math.min(end + REACH, terms.length); at++) {
    // `Lund 12 and Malmö 19`: what is joined to a figure has its own.
    if (tokens[at]!.text === ',' || isHardBoundary(tokens[at]!.text) || lexicon.numbers.links.and.has(tokens[at]!.lower)) break;
    // `a 34-year-old pharmacist from Lund`, `the 46-year-old was trained in Lund`
    if (figure.quantity.dimension === 'age' && lexicon.claims.functionWords.has(tokens[at]!.lower)) break;
    // `Ruiz, a 27-year-old German`
    if (figure.quantity.dimension === 'age' && lexicon.claims.nations.has(tokens[at]!.lower)) continue;
    if (terms[at]?.name) return [runFrom(terms, at)];
  }
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) {
    // An age stands in apposition; another figure behind a comma begins a clause.
    if (tokens[at]!.text === ',' && figure.quantity.dimension !== 'age') break;
    if (at === 0 && isSurnameFirst(tokens, figure, lexicon)) return [[stem(tokens[0]!.lower)]];
    if (!terms[at]?.name) continue;
    // `The doctor at the Marlow hospital was a 52-year-old man`: the name only narrows another noun.
    if (
      figure.quantity.dimension === 'age' &&
      ARTICLES.has(tokens[start - 1]?.lower ?? '') &&
      isNarrowing(tokens[at + 1], terms[at + 1], lexicon)
    )
      break;
    return [runFrom(terms, startOfRun(terms, at))];
  }
  // `A 58-year-old former pilot was jailed`: of somebody whom the sentence does not name.
  if (figure.quantity.dimension === 'age' && ARTICLES.has(tokens[start - 1]?.lower ?? '') && tokens[end]?.kind === 'word') return [];
  // `His co-pilot was 28`, `her six-year-old son`: of somebody whom the sentence only relates to another.
  if (figure.quantity.dimension === 'age' && isRelated(tokens, start, lexicon)) return [];
  // `The 81-year-old stepped down` opens its sentence with somebody named before.
  const own = start <= OPENING && carried.length > 0 ? carried : namesIn(terms);
  return own.length > 0 ? own : carried;
}

/** Whether `the` stands before an age in one word (`the 62-year-old novelist`): it is of somebody named before. */
function isDefinite(tokens: readonly Token[], { text, tokens: { start } }: Figure): boolean {
  return tokens[start - 1]?.lower === 'the' && text.includes('-');
}

/** Whether a name follows an age, and no noun that the name only narrows (`the 62-year-old Booker winner`). */
function isNameNext(tokens: readonly Token[], terms: readonly (Term | null)[], end: number, lexicon: Lexicon): boolean {
  let at = end;
  while (terms[at]?.name) at++;
  return at > end && (!terms[at] || mayBeVerb(tokens[at]!, lexicon));
}

/** Whether a sentence opens with a name that an age stands beside in apposition (`Ruiz, aged 32, said`): no other word does. */
function isSurnameFirst(
  tokens: readonly Token[],
  { quantity }: Figure,
  { claims: { people, functionWords, agentEndings } }: Lexicon,
): boolean {
  const [first, comma] = tokens;
  if (quantity.dimension !== 'age' || comma?.text !== ',' || first!.text === first!.lower || first!.kind !== 'word') return false;
  return !people.has(first!.lower) && !functionWords.has(first!.lower) && !agentEndings.some((ending) => first!.lower.endsWith(ending));
}

const ARTICLES = new Set(['a', 'an']);

/** Whether a noun follows a name, which only narrows it. */
function isNarrowing(next: Token | undefined, term: Term | null | undefined, lexicon: Lexicon): boolean {
  return next?.kind === 'word' && Boolean(term) && !term!.name && !mayBeVerb(next, lexicon);
}

/** How many tokens before an age a possessive may stand that says whose relation it is told of. */
const RELATION_REACH = 4;

/** Whether an age is told of a person related to another by a possessive (`his co-pilot was`, `her`). */
function isRelated(tokens: readonly Token[], start: number, lexicon: Lexicon): boolean {
  for (let at = start - 1; at >= Math.max(0, start - RELATION_REACH); at--) {
    const { lower, kind } = tokens[at]!;
    if (kind !== 'word') return false;
    if (lexicon.claims.possessives.has(lower)) return true;
  }
  return false;
}

/** Whether an age with hyphens stands before a noun that is nobody (`31-year-old machine`). */
function qualifiesThing(next: Token | undefined, { text }: Figure, lexicon: Lexicon): boolean {
  if (next?.kind !== 'word' || !next.spaced || !text.endsWith('old') || !text.includes('-')) return false;
  const { people, agentEndings } = lexicon.claims;
  if (next.text !== next.lower || mayBeVerb(next, lexicon)) return false;
  return !people.has(next.lower) && !agentEndings.some((ending) => next.lower.endsWith(ending));
}

/** Whether a word looks like a verb (`The 81-year-old wrote`, `stepped down`), or one at which a noun phrase ends. */
function mayBeVerb({ lower }: Token, { claims: { phraseEnds, speech, events, irregular } }: Lexicon): boolean {
  return phraseEnds.has(lower) || speech.has(lower) || events.has(lower) || irregular.has(lower) || lower.endsWith('ed');
}

/** The names of a passage, up to as many as a sentence may leave to the next. */
export function namesIn(terms: readonly (Term | null)[]): Subject[] {
  const names: Subject[] = [];
  for (let at = 0; at < terms.length && names.length < MOST_NAMES; at++) {
    if (!terms[at]?.name) continue;
    const run = runFrom(terms, at);
    names.push(run);
    at += run.length - 1;
  }
  return names;
}

/** Whether two figures may be said of one person: every part of the shorter name is in the longer one. */
export function sameSubject(a: readonly Subject[], b: readonly Subject[]): boolean {
  return a.some((one) =>
    b.some((other) => {
      const [short, long] = one.length <= other.length ? [one, other] : [other, one];
      return short.every((part) => long.includes(part)) || spelledAlike(one, other);
    }),
  );
}

/** `Khalid Ferjani` and `Khaled Ferjani`, `Upul Dissanayake` and `Dissanayaka`: two parts that begin alike or differ in a letter, or all that there are. */
function spelledAlike(one: Subject, other: Subject): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 2) return false;
  return short.every((part) => long.some((each) => part === each || beginAlike(part, each) || isOneOff(part, each)));
}

/** Shorter words with another letter are other words. */
const LONG_ENOUGH = 5;

/** Whether two words of some length differ in one letter (`price`, `pryce`). */
function isOneOff(a: string, b: string): boolean {
  return a.length === b.length && a.length >= LONG_ENOUGH && distance(a, b) === 1;
}

/** Whether two words differ only in their ends, by a letter or two (`khalid`, `khaled`), or are short for each other. */
function beginAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 3 && same >= Math.min(a.length, b.length) - 3;
}

function runFrom(terms: readonly (Term | null)[], start: number): Subject {
  const run: string[] = [];
  for (let at = start; run.length < MOST_PARTS && terms[at]?.name; at++) run.push(terms[at]!.key);
  return run;
}

function startOfRun(terms: readonly (Term | null)[], at: number): number {
  let start = at;
  while (at - start < MOST_PARTS - 1 && terms[start - 1]?.name) start--;
  return start;
}
