/** Terms: what is left of a passage's words once form is taken away. Two texts are alike as far as their terms are. */
import { stemmer } from 'stemmer';
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Token } from '../model.ts';

/** The term of one token. */
export interface Term {
  /** A meaning shared by several words (`@begin`), an event (`!kill`), a year (`#2011`), or a stem. */
  readonly key: string;
  /** How much it tells, from 0 to {@link NAME_WEIGHT}. */
  readonly weight: number;
  /** Whether it is (part of) a name: what tells one story from another. */
  readonly name: boolean;
}

const COMMON_WEIGHT = 0.35;
const WORD_WEIGHT = 1;
const NAME_WEIGHT = 1.5;
const YEAR_WEIGHT = 0.8;

/**
 * The terms of a passage, one a token: null where a token has no content. `named` holds the offsets of sentences' first words that are
 * names all the same. Linear in the passage.
 */
export function termsOf(passage: Passage, lexicon: Lexicon, named: ReadonlySet<number> = NONE): (Term | null)[] {
  const { tokens } = passage;
  // In a heading that capitalises every word a capital tells nothing.
  const titled = passage.kind === 'heading' && tokens.length > 3 && isMostlyCapitalised(tokens);
  const known = termsKnown(lexicon);
  return tokens.map((token, at) => {
    if (token.kind === 'number') return yearLike(token.text) ? { key: `#${token.text}`, weight: YEAR_WEIGHT, name: false } : null;
    if (token.kind !== 'word') return null;
    const name = !titled && isCapitalised(token) && (named.has(token.start) || !opensSentence(tokens, at));
    return remembered(name ? known.names : known.words, token.lower, (lower) => termOf(lower, name, lexicon));
  });
}

const NONE: ReadonlySet<number> = new Set();

function isMostlyCapitalised(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word');
  return words.filter(isCapitalised).length * 2 > words.length;
}

/** The terms of a lexicon's words, as names and otherwise. */
interface KnownTerms {
  readonly names: Map<string, Term | null>;
  readonly words: Map<string, Term | null>;
}

const lexicons = new WeakMap<Lexicon, KnownTerms>();

function termsKnown(lexicon: Lexicon): KnownTerms {
  let known = lexicons.get(lexicon);
  if (!known) {
    known = { names: new Map(), words: new Map() };
    lexicons.set(lexicon, known);
  }
  return known;
}

/** So many answers are held before all are let go: more than the words of a large library. */
const MOST_REMEMBERED = 65_536;
/** Answers about longer words are not held. In UTF-16 units. */
const LONGEST_REMEMBERED = 32;

/** What `answer` says of a word, asked once while it is held. */
function remembered<T>(known: Map<string, T>, word: string, answer: (word: string) => T): T {
  const held = known.get(word);
  if (held !== undefined) return held;
  const found = answer(word);
  if (word.length > LONGEST_REMEMBERED) return found;
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(word, found);
  return found;
}

function termOf(lower: string, name: boolean, lexicon: Lexicon): Term | null {
  const word = withoutPossessive(lower);
  const { functionWords, commonWords, synonyms, events, calendar, irregular } = lexicon.claims;
  if (functionWords.has(word) || word.length < 2) return null;
  if (calendar.has(word)) return { key: word.slice(0, 3), weight: COMMON_WEIGHT, name: false };
  // `GAAP` and `Inc` are written as names are, and name nobody in particular.
  if (name && !commonWords.has(word)) return { key: stem(lexicon.claims.nations.get(word) ?? word), weight: NAME_WEIGHT, name };
  const base = irregular.get(word) ?? lexicon.claims.plurals.get(word) ?? word;
  const meaning = synonyms.get(word) ?? synonyms.get(base);
  const event = meaning ? undefined : events.get(word);
  const key = meaning ? `@${meaning}` : event ? `!${event}` : stemOrMeaning(base, lexicon);
  return { key, weight: commonWords.has(word) ? COMMON_WEIGHT : WORD_WEIGHT, name: false };
}

/** The term of a noun by its form and its singular. */
export function termOfNoun(lower: string, single: string, lexicon: Lexicon): string {
  const meaning = lexicon.claims.synonyms.get(lower);
  return meaning ? `@${meaning}` : stemOrMeaning(single, lexicon);
}

/** The stem of a word, or what all words of that stem mean. */
function stemOrMeaning(word: string, lexicon: Lexicon): string {
  const stemmed = stem(word);
  const meaning = meaningsByStem(lexicon).get(stemmed);
  return meaning ? `@${meaning}` : stemmed;
}

const meanings = new WeakMap<Lexicon, ReadonlyMap<string, string>>();

function meaningsByStem(lexicon: Lexicon): ReadonlyMap<string, string> {
  let known = meanings.get(lexicon);
  if (!known) {
    known = new Map([...lexicon.claims.alike].map(([word, meaning]) => [stem(word), meaning]));
    meanings.set(lexicon, known);
  }
  return known;
}

/** A word without its possessive ending (`Kazakhstan's`, `workers'`). */
export function withoutPossessive(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2);
  return word.endsWith("'") ? word.slice(0, -1) : word;
}

/** The words of a name: hyphens cut, as the tokenizer does. */
export function nameParts(name: string): string[] {
  return name.split(/[\s-]/).filter((part) => part.length > 1);
}

/** The stem of a lower-case word (Porter 1980), British spellings folded into American ones first. */
export function stem(word: string): string {
  return remembered(stems, word, stemOf);
}

const stems = new Map<string, string>();

function stemOf(word: string): string {
  return stemmer(american(word.normalize('NFD').replace(/\p{M}/gu, '')));
}

/** The commonest regular differences between the two spellings; a wrong guess only makes a stem that nothing else has. */
function american(word: string): string {
  if (word.length < 5) return word;
  let form = word.replace('isation', 'ization').replace('ising', 'izing').replace('ised', 'ized');
  if (form.endsWith('ise')) form = `${form.slice(0, -3)}ize`;
  for (const [british, plain] of [
    ['our', 'or'],
    ['ours', 'ors'],
    ['tre', 'ter'],
    ['tres', 'ters'],
    ['ogue', 'og'],
  ] as const) {
    if (form.endsWith(british)) return form.slice(0, -british.length) + plain;
  }
  return form;
}

function isCapitalised(token: Token): boolean {
  const first = token.text[0]!;
  return token.kind === 'word' && first !== first.toLowerCase();
}

/** Whether the token is the first word of its sentence or quotation, where a capital tells nothing. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const token = tokens[before]!;
    if (token.kind !== 'symbol') return false;
    if (token.text !== '"' && token.text !== "'" && token.text !== '(')
      return token.text === '.' || token.text === ':' || token.text === '?';
  }
  return true;
}

function yearLike(text: string): boolean {
  return text.length === 4 && text >= '1500' && text <= '2100';
}

/** The keys that a word by itself may have in a text's terms: as a name, and as any other word. None where it has no content. */
export function keysOf(word: string, lexicon: Lexicon): string[] {
  const lower = word.toLowerCase();
  return [termOf(lower, true, lexicon), termOf(lower, false, lexicon)].flatMap((term) => term?.key ?? []);
}
