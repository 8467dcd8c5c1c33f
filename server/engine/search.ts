/** Full-text search over the library: what is found by words. It serves reading and looking up, never a verdict. */
import type { Analysis } from './analysis.ts';
import { termsOf } from './claims/terms.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Passage, Span, Uri, Work } from './model.ts';
import { hashOf } from './text/hashing.ts';

/** A passage found by its words. */
export interface PassageHit {
  readonly uri: Uri;
  readonly passage: Passage;
  /** The word in it that tells most of those looked for. */
  readonly word: Span;
  /** How many of the words looked for it has. */
  readonly matched: number;
  /** How well its article matches; comparable within one search only. */
  readonly score: number;
}

/** The terms of an article as numbers: four bytes each and one, outside of the heap, where an index of the library's words took twenty times that in it. */
interface ArticleTerms {
  /** The terms' hashes, each once, ascending. Two terms may share one, so that what is found by them is to be looked at. */
  readonly hashes: Uint32Array;
  /** How often the article has each, 255 times at most. */
  readonly counts: Uint8Array;
}

const MOST_TIMES = 255;

/** BM25+ (Lv and Zhai 2011), with the parameters that full-text engines take where nobody says others. */
const SATURATION = 1.2;
const LENGTH = 0.7;
const LEAST = 0.5;

/** So many articles that wait are read for a search: who rests over a figure is not to wait for all of a large library. */
const MOST_READ = 32;
/** How many articles are looked at before a host may look at its clock. */
const STEP = 512;

/**
 * The terms of each article, the stems that claims are compared by; passages are found inside the articles that match. Articles wait until
 * there is time, or somebody searches: reading sources costs nothing for it.
 */
export class WordIndex {
  private readonly terms = new Map<Uri, ArticleTerms>();
  private readonly analyses = new Map<Uri, Analysis>();
  private readonly waiting = new Set<Uri>();
  /** How many different terms the articles have, added up. */
  private length = 0;

  constructor(private readonly lexicon: Lexicon) {}

  /** Adds an article. An article is added once; delete it first to change it. */
  add(uri: Uri, analysis: Analysis): void {
    this.analyses.set(uri, analysis);
    this.waiting.add(uri);
  }

  /** Takes an article out again. Unknown articles are ignored. */
  delete(uri: Uri): void {
    this.analyses.delete(uri);
    this.waiting.delete(uri);
    this.length -= this.terms.get(uri)?.hashes.length ?? 0;
    this.terms.delete(uri);
  }

  /** Reads articles that came since this was last done, `most` at most. Yields once a passage. */
  *read(most = Number.POSITIVE_INFINITY): Work<void> {
    let read = 0;
    for (const uri of [...this.waiting]) {
      const analysis = this.analyses.get(uri);
      if (!analysis || !this.waiting.has(uri)) continue;
      if (++read > most) return;
      const counts = new Map<number, number>();
      for (const passage of analysis.passages) {
        for (const term of termsOf(passage, this.lexicon)) if (term) count(counts, hashOf(term.key) >>> 0);
        yield;
      }
      // A change while this yielded has put the article back in line, or taken it out.
      if (this.analyses.get(uri) !== analysis || !this.waiting.delete(uri)) continue;
      const hashes = Uint32Array.from(counts.keys()).sort();
      this.terms.set(uri, { hashes, counts: Uint8Array.from(hashes, (hash) => Math.min(counts.get(hash)!, MOST_TIMES)) });
      this.length += hashes.length;
    }
  }

  /**
   * The passages that match the words of `query` best, one an article, best first, `most` at most. Of a library of which most is still to be
   * read those that are known by now. Yields now and then.
   */
  *search(query: readonly string[], most: number): Work<PassageHit[]> {
    yield* this.read(MOST_READ);
    const wanted = new Set(query);
    const hits: PassageHit[] = [];
    for (const { uri, score } of (yield* this.articlesWith([...wanted])).slice(0, most)) {
      const found = this.bestPassage(uri, wanted);
      if (found) hits.push({ ...found, uri, score });
      yield;
    }
    return hits;
  }

  /** The articles that have any of some terms, each once there: those that match best first. */
  private *articlesWith(terms: readonly string[]): Work<{ readonly uri: Uri; readonly score: number }[]> {
    const hashes = terms.map((term) => hashOf(term) >>> 0);
    /** By term how many articles have it. */
    const having = hashes.map(() => 0);
    const matches: { readonly uri: Uri; readonly times: readonly number[]; readonly length: number }[] = [];
    let looked = 0;
    for (const [uri, own] of this.terms) {
      if (++looked % STEP === 0) yield;
      const times = hashes.map((hash) => timesOf(own, hash));
      if (times.every((each) => each === 0)) continue;
      for (const [at, each] of times.entries()) if (each > 0) having[at]!++;
      matches.push({ uri, times, length: own.hashes.length });
    }
    const usual = this.length / this.terms.size;
    const weights = having.map((each) => Math.log(1 + (this.terms.size - each + 0.5) / (each + 0.5)));
    const scored = matches.map(({ uri, times, length }) => {
      let score = 0;
      let matched = 0;
      for (const [at, each] of times.entries()) {
        if (each === 0) continue;
        matched++;
        const saturated = (each * (SATURATION + 1)) / (each + SATURATION * (1 - LENGTH + (LENGTH * length) / usual));
        score += weights[at]! * (LEAST + saturated);
      }
      // Of the words looked for one that is told together with others tells more.
      return { uri, score: score * matched, first: times.findIndex((each) => each > 0) };
    });
    return scored.sort((a, b) => b.score - a.score || a.first - b.first);
  }

  /** The passage of an article with the most of the wanted terms, by their weights; the first of equals. */
  private bestPassage(uri: Uri, wanted: ReadonlySet<string>): Pick<PassageHit, 'passage' | 'word' | 'matched'> | null {
    let best: Pick<PassageHit, 'passage' | 'word' | 'matched'> | null = null;
    let most = 0;
    for (const passage of this.analyses.get(uri)?.passages ?? []) {
      const found = new Map<string, number>();
      let word: Span | null = null;
      let heaviest = 0;
      for (const [at, term] of termsOf(passage, this.lexicon).entries()) {
        if (!term || !wanted.has(term.key)) continue;
        found.set(term.key, term.weight);
        if (term.weight > heaviest) {
          heaviest = term.weight;
          word = passage.tokens[at]!;
        }
      }
      const weight = [...found.values()].reduce((sum, each) => sum + each, 0);
      if (word && weight > most) {
        most = weight;
        best = { passage, word: { start: word.start, end: word.end }, matched: found.size };
      }
    }
    return best;
  }
}

function count(counts: Map<number, number>, hash: number): void {
  counts.set(hash, (counts.get(hash) ?? 0) + 1);
}

/** How often an article has the term of a hash. Found by halving. */
function timesOf({ hashes, counts }: ArticleTerms, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === hash ? counts[low]! : 0;
}
