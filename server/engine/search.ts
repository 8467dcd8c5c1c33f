/** Full-text search over the library: what is found by words. It serves reading and looking up, never a verdict. */
import MiniSearch from 'minisearch';
import type { Analysis } from './analysis.ts';
import { termsOf } from './claims/terms.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Passage, Span, Uri, Work } from './model.ts';

/** A passage found by its words. */
export interface PassageHit {
  readonly uri: Uri;
  readonly passage: Passage;
  /** The word in it that tells most of those looked for. */
  readonly word: Span;
  /** How many of the words looked for it has. */
  readonly matched: number;
  /** How well it matches; comparable within one search only. */
  readonly score: number;
}

interface Entry {
  readonly id: Uri;
  /** Its terms, a space between each two: no term holds one. */
  readonly terms: string;
}

/** So many articles that wait are read for a search: who rests over a figure is not to wait for all of a large library. */
const MOST_READ = 32;

/**
 * One MiniSearch document an article, its terms the stems that claims are compared by; passages are found inside the articles that
 * match. Articles wait until somebody searches, or has time: reading sources costs nothing for it.
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

  /** Indexes articles that came since this was last done, `most` at most. Yields once a passage. */
  *read(most = Number.POSITIVE_INFINITY): Work<void> {
    let read = 0;
    for (const uri of [...this.waiting]) {
      const analysis = this.analyses.get(uri);
      if (!analysis || !this.waiting.has(uri)) continue;
      if (++read > most) return;
      const terms: string[] = [];
      for (const passage of analysis.passages) {
        for (const term of termsOf(passage, this.lexicon)) if (term) terms.push(term.key);
        yield;
      }
      // A change while this yielded has put the article back in line, or taken it out.
      if (this.analyses.get(uri) !== analysis || !this.waiting.delete(uri)) continue;
      this.index.add({ id: uri, terms: terms.join(' ') });
    }
  }

  /**
   * The passages that match the words of `query` best, one an article, best first, `most` at most. Of a library of which much is still to be
   * indexed those that are known by now. Yields once an article.
   */
  *search(query: readonly string[], most: number): Work<PassageHit[]> {
    yield* this.read(MOST_READ);
    const wanted = new Set(query);
    const hits: PassageHit[] = [];
    for (const result of this.index.search([...wanted].join(' ')).slice(0, most)) {
      const found = this.bestPassage(String(result.id), wanted);
      if (found) hits.push({ ...found, uri: String(result.id), score: result.score });
      yield;
    }
    return hits;
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
