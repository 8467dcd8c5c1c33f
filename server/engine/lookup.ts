/** Looks up what the writer types, word by word as far as it goes, in all that the sources say. It serves reading, never a verdict. */
import type { Analysis } from './analysis.ts';
import { stem } from './claims/terms.ts';
import type { Passage, Span, Token, Uri, Work } from './model.ts';
import { tokenize } from './text/tokens.ts';

/** A passage that has words of those typed. */
export interface Found {
  readonly uri: Uri;
  readonly passage: Passage;
  /** Where it has them, in order. */
  readonly words: readonly Span[];
}

/** An article with what was found in it. */
export interface Searched {
  readonly uri: Uri;
  readonly analysis: Pick<Analysis, 'passages'>;
}

/** So many words are looked for; a longer text is looked for by its first ones. Their marks fit a small integer. */
const MOST_WORDS = 24;
/** So many passages of those with the most words are weighed against each other: more do not tell what the writer wants. */
const MOST_WEIGHED = 2000;
/** How many passages are gone through before a host may look at its clock. */
const STEP = 256;
/** Shorter words are looked for as they are: their stems are other words. In UTF-16 units. */
const SHORTEST_STEM = 4;

/** A passage with which of the words it has, as bits. */
interface Candidate {
  readonly uri: Uri;
  readonly passage: Passage;
  readonly has: number;
}

/**
 * The passages that have most of the words typed, `most` of them at most: those with more words first, then those that have them as they
 * are typed and side by side, then the shorter ones, then in order of the articles. A word is found in every form of it, and by its
 * beginning, for the writer may still be typing it; a number without its separators too. No index is asked: to go through every word
 * takes less than to build one, and finds figures and small words as well. Linear in the library; yields now and then.
 */
export function* lookUp(typed: string, articles: Iterable<Searched>, most: number): Work<Found[]> {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const known = new Map<string, number>();
  const bitsOf = ({ lower, kind }: Token): number => {
    let bits = known.get(lower);
    if (bits === undefined) {
      bits = kind === 'symbol' ? 0 : matching(lower, wanted);
      known.set(lower, bits);
    }
    return bits;
  };
  let best = 0;
  let candidates: Candidate[] = [];
  let passed = 0;
  for (const { uri, analysis } of articles) {
    for (const passage of analysis.passages) {
      if (++passed % STEP === 0) yield;
      let has = 0;
      for (const token of passage.tokens) has |= bitsOf(token);
      const count = countOf(has);
      if (count === 0 || count < best) continue;
      if (count > best) candidates = [];
      best = count;
      if (candidates.length < MOST_WEIGHED) candidates.push({ uri, passage, has });
    }
    yield;
  }
  const weighed = candidates.map((candidate, order) => ({ ...candidate, order, closeness: closeness(candidate.passage, wanted, bitsOf) }));
  weighed.sort((a, b) => b.closeness - a.closeness || a.passage.tokens.length - b.passage.tokens.length || a.order - b.order);
  return weighed.slice(0, most).map(({ uri, passage }) => ({ uri, passage, words: passage.tokens.filter((token) => bitsOf(token) > 0) }));
}

/** A word that is looked for: as typed, and its stem. */
interface Wanted {
  readonly form: string;
  readonly stem: string | null;
}

function wordsOf(typed: string): Wanted[] {
  const tokens = tokenize(typed, { start: 0, end: typed.length }).filter(({ kind }) => kind !== 'symbol');
  const forms = [...new Set(tokens.map(({ lower }) => plain(lower)))].slice(0, MOST_WORDS);
  return forms.map((form) => ({ form, stem: form.length < SHORTEST_STEM ? null : stem(form) }));
}

/** Which of the words a word of a text is, as bits. */
function matching(lower: string, wanted: readonly Wanted[]): number {
  const form = plain(lower);
  let bits = 0;
  for (const [at, word] of wanted.entries()) {
    if (form.startsWith(word.form) || (word.stem !== null && form.length >= SHORTEST_STEM && stem(form) === word.stem)) bits |= 1 << at;
  }
  return bits;
}

/** Without accents, and numbers without separators: few type them. */
function plain(lower: string): string {
  return lower.normalize('NFD').replace(/[\p{M},]/gu, '');
}

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** How near a passage is to what was typed: a point for each word that it has just so, and two for each that follows the one before it. */
function closeness({ tokens }: Passage, wanted: readonly Wanted[], bitsOf: (token: Token) => number): number {
  const said = new Set(tokens.map(({ lower }) => plain(lower)));
  let points = wanted.filter(({ form }) => said.has(form)).length;
  const followed = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (!next) break;
    for (let word = 0; word + 1 < wanted.length; word++) {
      if (bitsOf(token) & (1 << word) && bitsOf(next) & (1 << (word + 1))) followed.add(word);
    }
  }
  points += 2 * followed.size;
  return points;
}
