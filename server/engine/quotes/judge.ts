/** Holds a quotation against the sources: exact, altered or not found. In doubt it is not found, and nothing is said. */
import { plainTextOf } from '../fixes/plain.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Candidates, Source } from '../library.ts';
import type { NameMention, Passage, Span, Work } from '../model.ts';
import { alignWords, type Pair, type SourceWord, type WordAlignment } from './align.ts';
import { type Quotation, quotationsIn, tokensIn } from './find.ts';
import { mayBeOne, speakerOf } from './speaker.ts';
import { wordOf } from './words.ts';

/** Where a source has the words of a quotation, or others in their place. */
export interface QuotedPlace extends Span {
  readonly source: Source;
  /** Index of the passage that it begins in. */
  readonly passage: number;
}

/** A stretch of the draft with the words that a source has instead. */
export interface Change extends Span {
  readonly newText: string;
}

export interface QuoteVerdict {
  readonly quotation: Quotation;
  /** `misattributed`: the words are right, and every source that names a speaker names another. */
  readonly verdict: 'exact' | 'altered' | 'misattributed' | 'unfound';
  /** The sources that have it so, or as it should be: one place each. */
  readonly places: readonly QuotedPlace[];
  /** Of an altered one, what makes it the sources' words again: ascending, disjoint. */
  readonly changes: readonly Change[];
  /** Whom the draft gives it to, and of a misattributed one whom the sources do. */
  readonly speaker: { readonly draft: NameMention; readonly sources: string } | null;
}

/** Fewer words in quotation marks are a name, a term or a scare quote. */
export const FEWEST_WORDS = 4;
/** Of a longer quotation only so many first words are compared. */
const MOST_WORDS = 150;
/** An altered quotation has at least this part of its words in the source, in order, and no more changes than this part. */
const SAME = 0.75;
const CHANGED = 0.34;
/** The same where the source's words are in no quotation marks: what it tells in its own words may be said by anybody, somewhat otherwise. */
const SAME_TOLD = 0.85;
const CHANGED_TOLD = 0.2;
const FEWEST_TOLD = 8;
/** So many of the same words must have content: `it is one of the` is nobody's. */
const FEWEST_TELLING = 2;

/** Judges one quotation, which the draft gives to `speaker`. Yields once a passage that it is held against, at least. */
export function* judgeQuotation(
  quotation: Quotation,
  speaker: NameMention | null,
  candidates: Candidates,
  lexicon: Lexicon,
): Work<QuoteVerdict> {
  const words = quotation.words.slice(0, MOST_WORDS);
  const exact: QuotedPlace[] = [];
  let best: { readonly alignment: WordAlignment; readonly window: Window; readonly place: QuotedPlace } | null = null;
  const looked: { readonly source: Source; readonly from: number; readonly to: number }[] = [];
  const found = candidates.quoted(words.map(({ form }) => form));
  const reach = 2 + Math.floor(words.length / WORDS_A_SENTENCE);
  for (const { source, passage } of found) {
    if (looked.some((each) => each.source === source && passage >= each.from && passage <= each.to)) continue;
    looked.push({ source, from: passage - 1, to: passage + 1 });
    const window = windowOf(source, passage - reach, passage + reach, lexicon);
    const alignment = alignWords(words, window.words);
    yield;
    const place = placeOf(alignment, window);
    if (!place) continue;
    if (alignment.changed === 0) exact.push(place);
    else if (isAltered(alignment, words.length, window, lexicon) && (!best || alignment.changed < best.alignment.changed))
      best = { alignment, window, place };
  }
  const nothing = { quotation, changes: [], speaker: null };
  if (exact.length > 0) {
    const places = onePerSource(exact);
    const others = speaker && othersThan(speaker, places, lexicon);
    if (!speaker || !others) return { ...nothing, verdict: 'exact', places };
    return { ...nothing, verdict: 'misattributed', places: others.places, speaker: { draft: speaker, sources: others.name } };
  }
  if (!best) return { ...nothing, verdict: 'unfound', places: [] };
  return { ...nothing, verdict: 'altered', places: [best.place], changes: changesIn(quotation, best.alignment, best.window) };
}

/** Sentences have more words than this mostly: so many sentences a quotation may go on for. */
const WORDS_A_SENTENCE = 8;

/** The words of a source around a passage. */
interface Window {
  readonly source: Source;
  readonly words: readonly SourceWord[];
  readonly passages: readonly Passage[];
}

function windowOf(source: Source, from: number, to: number, lexicon: Lexicon): Window {
  const passages = source.analysis.passages.slice(Math.max(0, from), to + 1);
  const words: SourceWord[] = [];
  for (let first = 0, end = 0; first < passages.length; first = end) {
    while (end < passages.length && passages[end]!.block === passages[first]!.block) end++;
    const block = passages.slice(first, end);
    const tokens = tokensIn(block);
    const quotations = quotationsIn(block, source.article.text, lexicon, tokens);
    const [start, last] = [quotations[0]?.start ?? 0, quotations.at(-1)?.end ?? 0];
    let next = 0;
    for (const token of tokens) {
      while (quotations[next] && quotations[next]!.end <= token.start) next++;
      const word = wordOf(token, lexicon);
      if (!word) continue;
      const isQuoted = quotations[next] !== undefined && token.start >= quotations[next]!.start;
      const isAside = !isQuoted && token.start > start && token.end < last;
      // Field by field: there are very many, and to spread a word takes longer than all else that is done with it.
      words.push({ start: word.start, end: word.end, form: word.form, isCapital: word.isCapital, isQuoted, isAside });
    }
  }
  return { source, words, passages };
}

function placeOf({ pairs }: WordAlignment, { source, words, passages }: Window): QuotedPlace | null {
  const places = pairs.flatMap(({ source: at }) => (at === null ? [] : [words[at]!]));
  const [first, last] = [places[0], places.at(-1)];
  const passage = first && passages.find((each) => each.end > first.start);
  return first && last && passage ? { source, passage: passage.index, start: first.start, end: last.end } : null;
}

function isAltered({ pairs, same, changed }: WordAlignment, length: number, { source, words }: Window, { claims }: Lexicon): boolean {
  const shared = pairs.flatMap(({ source: at, isSame }) => (isSame ? [words[at!]!] : []));
  const text = source.article.text;
  const telling = shared.filter(({ start, end }) => !claims.functionWords.has(text.slice(start, end).toLowerCase()));
  if (same < FEWEST_WORDS || telling.length < FEWEST_TELLING) return false;
  const isQuoted = shared.filter((word) => word.isQuoted).length * 2 > shared.length;
  if (!isQuoted && length < FEWEST_TOLD) return false;
  return same >= length * (isQuoted ? SAME : SAME_TOLD) && changed <= length * (isQuoted ? CHANGED : CHANGED_TOLD);
}

/** What each run of changed words is to be. What the source has more or less of takes the word beside it along. */
function changesIn(quotation: Quotation, { pairs }: WordAlignment, window: Window): Change[] {
  const changes: Change[] = [];
  for (let first = 0; first < pairs.length; first++) {
    if (pairs[first]!.isSame) continue;
    let end = first + 1;
    while (end < pairs.length && !pairs[end]!.isSame) end++;
    let run = pairs.slice(first, end);
    const lacks = (side: keyof Pair) => run.every((pair) => pair[side] === null);
    if (lacks('draft') || lacks('source')) {
      if (first > 0) run = pairs.slice(first - 1, end);
      else if (end < pairs.length) run = pairs.slice(first, end + 1);
    }
    first = end - 1;
    const [ours, theirs] = [run.flatMap(({ draft }) => draft ?? []), run.flatMap(({ source }) => source ?? [])];
    if (ours.length === 0 || theirs.length === 0) continue;
    const [start, stop] = [quotation.words[ours[0]!]!.start, quotation.words[ours.at(-1)!]!.end];
    const newText = textBetween(window, theirs, quotation.words[ours[0]!]!.isCapital && ours[0] === 0);
    const before = changes.at(-1);
    if (before && before.end > start) continue;
    changes.push({ start, end: stop, newText });
  }
  return changes;
}

/** Words of a source as it writes them, asides left out, on one line. */
function textBetween({ source, words, passages }: Window, places: readonly number[], isCapital: boolean): string {
  const pieces: string[] = [];
  for (let first = 0, end = 0; first < places.length; first = end) {
    for (end = first + 1; end < places.length && places[end] === places[end - 1]! + 1; ) end++;
    const [start, stop] = [words[places[first]!]!.start, words[places[end - 1]!]!.end];
    const tokens = passages
      .flatMap((passage) => passage.tokens)
      .filter((token) => token.start >= start && token.end <= stop && token.text !== '"');
    pieces.push(plainTextOf(tokens, source.article.text));
  }
  const text = pieces.join(' ');
  return isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The places whose sources give the words to somebody else than the draft does; null where one of them may mean the same person, or none tells. */
function othersThan(
  speaker: NameMention,
  places: readonly QuotedPlace[],
  lexicon: Lexicon,
): { places: QuotedPlace[]; name: string } | null {
  const others: { readonly place: QuotedPlace; readonly name: string }[] = [];
  for (const place of places) {
    const { analysis, article } = place.source;
    const { block } = analysis.passages[place.passage]!;
    const passages = analysis.passages.filter((each) => each.block === block);
    const [start, end] = [passages[0]!.start, passages.at(-1)!.end];
    const names = analysis.names.filter((name) => name.start >= start && name.end <= end);
    const pieces = quotationsIn(passages, article.text, lexicon).filter((each) => each.start < place.end && each.end > place.start);
    const named = pieces.map((piece) => speakerOf(piece, passages, names, lexicon)).find((name) => name !== null);
    // Who speaks for an organisation may be named by it: only people are told from one another.
    if (named?.kind !== 'person') continue;
    if (mayBeOne(named.full, speaker.full) || mayBeOne(named.text, speaker.text)) return null;
    others.push({ place, name: named.full });
  }
  return others.length > 0 ? { places: others.map(({ place }) => place), name: others[0]!.name } : null;
}

function onePerSource(places: readonly QuotedPlace[]): QuotedPlace[] {
  const seen = new Set<Source>();
  return places.filter(({ source }) => !seen.has(source) && seen.add(source));
}
