/** The passages that ticks rely on: how one is written down, and what became of it since. */
import type { Analysis } from '../analysis.ts';
import type { Source } from '../library.ts';
import type { Passage } from '../model.ts';
import { quote } from '../rules/wording.ts';
import type { ReliedOn } from './record.ts';

/** Longest passage that a record holds whole, in UTF-16 units: a long sentence. A ledger is read by people, too. */
const LONGEST = 300;
/** Two sentences are one that was edited where they share this part of their words (Dice's coefficient, 0 to 1). */
const SAME_SENTENCE = 0.5;

/** What became of a passage that somebody relied on. */
export type PassageChange =
  /** The source now gives another figure, or spells the name otherwise. */
  | { readonly what: 'says'; readonly source: Source; readonly before: string; readonly now: string }
  /** The figure stands in other words now. */
  | { readonly what: 'words'; readonly source: Source }
  /** The source has the passage no more. */
  | { readonly what: 'passage'; readonly source: Source }
  /** There is no such source any more. */
  | { readonly what: 'source'; readonly path: string };

/** The sources as a ledger knows them. */
export interface Shelf {
  /** The source at a path of the ledger's. */
  at(path: string): Source | undefined;
  all(): Iterable<Source>;
  /** Whether all of them have been read: before that, none is gone. */
  readonly isComplete: boolean;
}

/** The words of a passage on one line, without markup, with plain quotation marks. */
export function wordsOfPassage({ tokens }: Pick<Passage, 'tokens'>): string {
  let words = '';
  for (const { text, spaced } of tokens) words += (spaced && words !== '' ? ' ' : '') + text;
  return words;
}

/** How a record tells a passage. */
export function recorded({ passages }: Pick<Analysis, 'passages'>, passage: number): Pick<ReliedOn, 'text' | 'hash'> {
  const found = passages[passage];
  return cut(found ? wordsOfPassage(found) : '');
}

function cut(words: string): Pick<ReliedOn, 'text' | 'hash'> {
  if (words.length <= LONGEST) return { text: words, hash: null };
  const space = words.lastIndexOf(' ', LONGEST);
  return { text: `${words.slice(0, space > 0 ? space : LONGEST)}…`, hash: hashOf(words) };
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo), 32 bits in hexadecimal: it only has to tell a text from itself before an edit. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What was ticked: what a passage has to say still differs. */
export type Ticked = 'figure' | 'name' | 'quotation';

/** Null where a passage says what it said when somebody relied on it, wherever its source is by now. */
export function passageChange(relied: ReliedOn, ticked: Ticked, shelf: Shelf): PassageChange | null {
  const source = shelf.at(relied.source);
  if (source) return changeIn(source, relied, ticked);
  if (!shelf.isComplete) return null;
  // A file that was renamed says what it said.
  for (const other of shelf.all()) {
    if (!hasWords(other.article.text, relied.says)) continue;
    if (ticked === 'quotation' || hasPassage(other.analysis, relied)) return null;
  }
  return { what: 'source', path: relied.source };
}

/** By the analysis of a source's text what became of passages in it: an analysis does not change any more. */
const known = new WeakMap<Analysis, Map<string, Change>>();

/** A change of a source's passage, without the source. */
type Change = { readonly what: 'says'; readonly before: string; readonly now: string } | { readonly what: 'words' | 'passage' } | null;

function changeIn(source: Source, relied: ReliedOn, ticked: Ticked): PassageChange | null {
  const { analysis } = source;
  const changes = known.get(analysis) ?? new Map<string, Change>();
  known.set(analysis, changes);
  const key = JSON.stringify([ticked, relied.says, relied.text, relied.hash]);
  let change = changes.get(key);
  if (change === undefined) {
    change = CHANGES[ticked](analysis, relied);
    changes.set(key, change);
  }
  return change && { ...change, source };
}

/** Whether a text has the passage word for word. */
function hasPassage(analysis: Analysis, { says, text, hash }: ReliedOn): boolean {
  const { claims, names } = analysis;
  const passages = new Set<number>();
  for (const { figure } of claims) if (quote(figure.text) === says) passages.add(figure.passage);
  for (const name of names) if (quote(name.text) === says) passages.add(name.passage);
  for (const passage of passages) {
    const now = recorded(analysis, passage);
    if (now.text === text && now.hash === hash) return true;
  }
  return false;
}

function figureChange(analysis: Analysis, relied: ReliedOn): Change {
  if (hasPassage(analysis, relied)) return null;
  const mentions = analysis.claims.map(({ figure }) => ({ passage: figure.passage, says: quote(figure.text) }));
  return changeAmong(mentions, analysis, relied);
}

/** A spelling is relied on, not a sentence: it may stand wherever it will. */
function nameChange(analysis: Analysis, relied: ReliedOn): Change {
  if (analysis.names.some(({ text, full }) => quote(text) === relied.says || quote(full) === relied.says)) return null;
  const mentions = analysis.names.map((name) => ({ passage: name.passage, says: quote(name.text) }));
  return changeAmong(mentions, analysis, relied);
}

/** Words are relied on, wherever they stand: their letters and digits count, as in a quotation. */
function quotationChange({ passages }: Analysis, { says, text }: ReliedOn): Change {
  const all = passages.map(wordsOfPassage);
  if (` ${bare(all.join(' '))} `.includes(` ${bare(says)} `)) return null;
  return all.some((words) => isEdited(text, words)) ? { what: 'words' } : { what: 'passage' };
}

function bare(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

const CHANGES = { figure: figureChange, name: nameChange, quotation: quotationChange } satisfies Record<
  Ticked,
  (analysis: Analysis, relied: ReliedOn) => Change
>;

/** What the sentence most like the one that was relied on says instead. */
function changeAmong(
  mentions: readonly { readonly passage: number; readonly says: string }[],
  { passages }: Analysis,
  { says, text }: ReliedOn,
): Change {
  let best = { like: 0, passage: -1 };
  for (const passage of new Set(mentions.map((mention) => mention.passage))) {
    const like = likenessOf(text, wordsOfPassage(passages[passage]!));
    if (like > best.like) best = { like, passage };
  }
  if (best.like < SAME_SENTENCE) return { what: 'passage' };
  const there = mentions.filter(({ passage }) => passage === best.passage).map((mention) => mention.says);
  if (there.includes(says)) return { what: 'words' };
  // What stood in the sentence before is not what took this one's place.
  const fresh = there.find((each) => !hasWords(text, each));
  return fresh === undefined ? { what: 'passage' } : { what: 'says', before: says, now: fresh };
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a text has some words as whole ones: `18` is not in `180`. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + words.length] ?? ' '];
    if (!LETTER_OR_DIGIT.test(before) && !LETTER_OR_DIGIT.test(after)) return true;
  }
  return false;
}

/** How much of their words two sentences share, 0 to 1: Dice's coefficient of their sets of words, figures aside. */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size + b.size === 0 ? 1 : (2 * shared) / (a.size + b.size);
}

/** Whether two sentences are so alike that one is the other, edited. */
export function isEdited(one: string, other: string): boolean {
  return likenessOf(one, other) >= SAME_SENTENCE;
}

function wordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
}
