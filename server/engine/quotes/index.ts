/** Where the words of the sources stand: an exact map from each word to the passages that have it, made when a quotation first asks. */
import type { Uri, Work } from '../model.ts';
import type { Postings } from '../postings.ts';

/** A passage of an article. */
export interface PassageRef {
  readonly uri: Uri;
  readonly passage: number;
}

/** So many of a quotation's rarest words are looked up, and so many passages of each. */
const MOST_WORDS = 6;
const MOST_PASSAGES = 512;
/** So many passages are given back, those with most of the words first. */
const MOST_FOUND = 12;
/** How many of the words a passage must have, where so many are looked up. */
const LEAST_SHARED = 2;

export class QuoteIndex {
  /** By article its words, told when asked for: the rest of its postings is let go. */
  private readonly quotable = new Map<Uri, Postings['quotable']>();
  /** The articles that nobody has asked about since they came. */
  private readonly waiting = new Set<Uri>();
  private places = new Map<string, number[]>();
  /** By number: the passages; null for those of articles that are gone. */
  private passages: (PassageRef | null)[] = [];
  private numbers = new Map<Uri, { readonly first: number; readonly end: number }>();
  private gone = 0;

  /** Adds an article, which is read when it is first asked about. An article is added once; delete it first to change it. */
  add(uri: Uri, quotable: Postings['quotable']): void {
    this.quotable.set(uri, quotable);
    this.waiting.add(uri);
  }

  /** Takes an article out again. Unknown articles are ignored. */
  delete(uri: Uri): void {
    if (!this.quotable.delete(uri) || this.waiting.delete(uri)) return;
    const { first, end } = this.numbers.get(uri)!;
    this.numbers.delete(uri);
    this.passages.fill(null, first, end);
    this.gone += end - first;
    // Numbers of passages that are gone are let go when they are the most.
    if (this.gone * 2 <= this.passages.length) return;
    this.places = new Map();
    this.passages = [];
    this.numbers = new Map();
    this.gone = 0;
    for (const each of this.quotable.keys()) this.waiting.add(each);
  }

  /** The passages that have most of the rarest of some words. Yields once an article that is read for it, and more often in long ones. */
  *find(forms: readonly string[], except: Uri | null): Work<PassageRef[]> {
    yield* this.read();
    const lists = [...new Set(forms)].map((form) => this.places.get(form) ?? []).filter((list) => list.length > 0);
    const rarest = lists.sort((a, b) => a.length - b.length).slice(0, MOST_WORDS);
    const shared = new Map<number, number>();
    for (const list of rarest) {
      for (const number of list.slice(0, MOST_PASSAGES)) shared.set(number, (shared.get(number) ?? 0) + 1);
    }
    const least = Math.min(LEAST_SHARED, rarest.length);
    return [...shared]
      .filter(([number, count]) => count >= least && this.passages[number] && this.passages[number].uri !== except)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_FOUND)
      .map(([number]) => this.passages[number]!);
  }

  /** Reads the articles that came since. Yields once a passage. */
  *read(): Work<void> {
    for (const uri of [...this.waiting]) {
      const quotable = this.quotable.get(uri);
      if (!quotable || !this.waiting.has(uri)) continue;
      const found: ReadonlySet<string>[] = [];
      for (const forms of quotable()) {
        found.push(forms);
        yield;
      }
      // A change while this yielded has put the article back in line, or taken it out.
      if (this.quotable.get(uri) !== quotable || !this.waiting.delete(uri)) continue;
      const first = this.passages.length;
      for (const [passage, forms] of found.entries()) {
        const number = this.passages.push({ uri, passage }) - 1;
        for (const form of forms) {
          const list = this.places.get(form);
          if (list) list.push(number);
          else this.places.set(form, [number]);
        }
      }
      this.numbers.set(uri, { first, end: this.passages.length });
    }
  }
}
