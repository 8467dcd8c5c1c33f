/** Full-text search over the library: what is found by words. It serves reading and looking up, never a verdict. */
import MiniSearch from 'minisearch';
import type { Analysis } from './analysis.ts';
import { termsOf } from './claims/terms.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Passage, Uri, Work } from './model.ts';

/** A passage found by its words. */
export interface PassageHit {
  readonly uri: Uri;
  readonly passage: Passage;
  /** How well it matches; comparable within one search only. */
  readonly score: number;
}

interface Entry {
  readonly id: Uri;
  /** Its terms, a space between each two: no term holds one. */
  readonly terms: string;
}

/**
 * One MiniSearch document an article, its terms the stems that claims are compared by; passages are found inside the articles that
 * match. Articles wait until somebody searches, so that reading sources costs nothing for it.
 */
export class WordIndex {
  private readonly index = new MiniSearch<Entry>({ fields: ['terms'], tokenize: (terms) => terms.split(' '), processTerm: (term) => term });
  private readonly analyses = new Map<Uri, Analysis>();
  private readonly waiting = new Set<Uri>();

  constructor(private readonly lexicon: Lexicon) {}

  /** Adds an article. An article is added once; delete it first to change it. */
  add(uri: Uri, analysis: Analysis): void {
    this.analyses.set(uri, analysis);
    this.waiting.add(uri);
  }

  /** Takes an article out again. Unknown articles are ignored. */
  delete(uri: Uri): void {
    if (!this.analyses.delete(uri)) return;
    if (!this.waiting.delete(uri)) this.index.discard(uri);
  }

  /** The passages that match the words of `query` best, one an article, best first, `most` at most. Yields once an article. */
  *search(query: readonly string[], most: number): Work<PassageHit[]> {
    for (const uri of [...this.waiting]) {
      const analysis = this.analyses.get(uri);
      if (!analysis) continue;
      const terms: string[] = [];
      for (const passage of analysis.passages) {
        for (const term of termsOf(passage, this.lexicon)) if (term) terms.push(term.key);
        yield;
      }
      // A change while this yielded has put the article back in line, or taken it out.
      if (this.analyses.get(uri) !== analysis || !this.waiting.delete(uri)) continue;
      this.index.add({ id: uri, terms: terms.join(' ') });
    }
    const wanted = new Set(query);
    const hits: PassageHit[] = [];
    for (const result of this.index.search([...wanted].join(' ')).slice(0, most)) {
      const passage = this.bestPassage(String(result.id), wanted);
      if (passage) hits.push({ uri: String(result.id), passage, score: result.score });
      yield;
    }
    return hits;
  }

  /** The passage of an article with the most of the wanted terms, by their weights; the first of equals. */
  private bestPassage(uri: Uri, wanted: ReadonlySet<string>): Passage | null {
    let best: Passage | null = null;
    let most = 0;
    for (const passage of this.analyses.get(uri)?.passages ?? []) {
      const found = new Map<string, number>();
      for (const term of termsOf(passage, this.lexicon)) if (term && wanted.has(term.key)) found.set(term.key, term.weight);
      let weight = 0;
      for (const each of found.values()) weight += each;
      if (weight > most) {
        most = weight;
        best = passage;
      }
    }
    return best;
  }
}
