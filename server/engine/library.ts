/** The library: every source of a folder, analysed and indexed by exact maps. Articles come and go one at a time. */
import type { Analysis } from './analysis.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Article, Uri } from './model.ts';
import { NameIndex } from './names/index.ts';
import type { NameCandidate } from './names/judge.ts';

/** An article with what the engine found in it. */
export interface Source {
  readonly article: Article;
  readonly analysis: Analysis;
}

/** What a draft asks of the library (`wants`): keys into its maps, fetched in one batch. */
export interface Wants {
  readonly claims: readonly string[];
  readonly names: readonly string[];
}

/** What the library answers: everything that could bear on the draft, and nothing else. */
export interface Candidates {
  readonly sources: ReadonlyMap<Uri, Source>;
  readonly names: readonly NameCandidate[];
}

export class Library {
  private readonly sources = new Map<Uri, Source>();
  private readonly names: NameIndex;
  /** Counts changes: equal revisions mean equal answers. */
  revision = 0;

  constructor(lexicon: Lexicon) {
    this.names = new NameIndex(lexicon);
  }

  get size(): number {
    return this.sources.size;
  }

  /** Adds an article, or replaces the one with the same URI. */
  set(source: Source): void {
    this.delete(source.article.uri);
    this.sources.set(source.article.uri, source);
    this.names.add(source.article.uri, source.analysis.names);
    this.revision++;
  }

  /** Takes an article out; false where it was not there. */
  delete(uri: Uri): boolean {
    if (!this.sources.delete(uri)) return false;
    this.names.delete(uri);
    this.revision++;
    return true;
  }

  get(uri: Uri): Source | undefined {
    return this.sources.get(uri);
  }

  values(): IterableIterator<Source> {
    return this.sources.values();
  }

  /** Answers a draft's wants in one batch. */
  fetch(wants: Wants): Candidates {
    return { sources: this.sources, names: this.names.candidates(wants.names) };
  }
}
