/** Where the words of the sources stand: an exact map from each word to the articles that have it, and in these the passages. */
import type { Uri } from '../model.ts';
import { NumberLists } from '../number-lists.ts';
import { type QuotableWords, quotableHash } from './quotable.ts';

/** A passage of an article. */
export interface PassageRef {
  readonly uri: Uri;
  readonly passage: number;
}

interface Entry {
  readonly uri: Uri;
  readonly words: QuotableWords;
}

/** So many of a quotation's rarest words are looked up, so many articles of each, and so many articles are looked into. */
const MOST_WORDS = 6;
const MOST_ARTICLES = 512;
const MOST_LOOKED_INTO = 128;
/** So many passages are given back, those with most of the words first. */
const MOST_FOUND = 12;
/** How many of the words a passage must have, where so many are looked up. */
const LEAST_SHARED = 2;

/**
 * Which articles have a word is held for the library; where in an article it stands is looked for there, in a few. That takes less than
 * a third of what a list of passages for each word does.
 */
export class QuoteIndex {
  /** By number; null for those that are gone. */
  private entries: (Entry | null)[] = [];
  private numbers = new Map<Uri, number>();
  /** By word the numbers of the articles that have it, ascending. */
  private byWord = new NumberLists();

  /** Adds an article. An article is added once; delete it first to change it. */
  add(uri: Uri, words: QuotableWords): void {
    const number = this.entries.push({ uri, words }) - 1;
    this.numbers.set(uri, number);
    for (let at = 0; at < words.words.length; at++) this.byWord.append(words.words[at]!, number);
  }

  /** Takes an article out again. Unknown articles are ignored. */
  delete(uri: Uri): void {
    const number = this.numbers.get(uri);
    if (number === undefined) return;
    this.numbers.delete(uri);
    this.entries[number] = null;
    // Numbers of articles that are gone are let go when they are the most.
    if (this.numbers.size * 2 >= this.entries.length) return;
    const left = this.entries.filter((entry) => entry !== null);
    this.entries = [];
    this.numbers = new Map();
    this.byWord = new NumberLists();
    for (const { uri, words } of left) this.add(uri, words);
  }

  /** The passages that have most of the rarest of some words, most first. */
  find(forms: readonly string[], except: Uri | null): PassageRef[] {
    const rarest = this.rarest(forms);
    const wanted = new Wanted(rarest.map(({ word }) => word));
    const least = Math.min(LEAST_SHARED, rarest.length);
    const found: (PassageRef & { readonly shared: number })[] = [];
    for (const [number, count] of articlesIn(rarest).slice(0, MOST_LOOKED_INTO)) {
      // No passage has more of the words than its article.
      if (count < least || (found.length >= MOST_FOUND && count < found[MOST_FOUND - 1]!.shared)) break;
      const entry = this.entries[number]!;
      if (!entry || entry.uri === except) continue;
      let isMore = false;
      // What has fewer than the last of so many is not given back.
      const enough = found.length >= MOST_FOUND ? Math.max(least, found[MOST_FOUND - 1]!.shared) : least;
      const { words, ends } = entry.words;
      for (let passage = 0, at = 0; passage < ends.length; passage++) {
        let shared = 0;
        for (; at < ends[passage]!; at++) if (wanted.has(words[at]!)) shared++;
        if (shared < enough) continue;
        found.push({ uri: entry.uri, passage, shared });
        isMore = true;
      }
      if (isMore) found.sort(inOrder).splice(MOST_FOUND);
    }
    return found;
  }

  /** The rarest of some words that there are, each with the articles that have it. */
  private rarest(forms: readonly string[]): { readonly word: number; readonly articles: Int32Array }[] {
    const known = [...new Set(forms.map(quotableHash))].map((word) => ({ word, articles: this.byWord.of(word) }));
    return known
      .filter(({ articles }) => articles.length > 0)
      .sort((a, b) => a.articles.length - b.articles.length)
      .slice(0, MOST_WORDS);
  }
}

/** The articles that have some of the words, each with how many it has: most first, else in the order of the words. */
function articlesIn(rarest: readonly { readonly articles: Int32Array }[]): [number: number, count: number][] {
  const counts = new Map<number, number>();
  for (const { articles } of rarest) {
    for (const number of articles.subarray(0, MOST_ARTICLES)) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const byCount = rarest.map((): [number, number][] => []);
  for (const each of counts) byCount[rarest.length - each[1]]!.push(each);
  return byCount.flat();
}

/** Most shared words first, then by place: what is found depends on what articles there are alone. */
function inOrder(a: PassageRef & { readonly shared: number }, b: PassageRef & { readonly shared: number }): number {
  return b.shared - a.shared || (a.uri === b.uri ? a.passage - b.passage : a.uri < b.uri ? -1 : 1);
}

const LAST_BITS = 255;

/** Some words. Most others are told by their last bits not to be among them. */
class Wanted {
  private readonly words: ReadonlySet<number>;
  private readonly bits = new Uint8Array(LAST_BITS + 1);

  constructor(words: readonly number[]) {
    this.words = new Set(words);
    for (const word of words) this.bits[word & LAST_BITS] = 1;
  }

  has(word: number): boolean {
    return this.bits[word & LAST_BITS] === 1 && this.words.has(word);
  }
}
