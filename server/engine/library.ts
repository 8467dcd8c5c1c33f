/** The library: every source of a folder, analysed and indexed by exact maps. Articles come and go one at a time. */
import type { Analysis } from './analysis.ts';
import type { Claim } from './claims/claim.ts';
import { nameParts, stem } from './claims/terms.ts';
import { claimKeys } from './compare/keys.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Article, Uri } from './model.ts';
import { type BegunName, NameIndex } from './names/index.ts';
import type { NameCandidate } from './names/judge.ts';
import { WordIndex } from './search.ts';

/** An article with what the engine found in it. */
export interface AnalysedArticle {
  readonly article: Article;
  readonly analysis: Analysis;
}

/** An article of the library. */
export interface Source extends AnalysedArticle {
  /** The names (as terms) that it speaks of: what its story is about. */
  readonly topics: ReadonlySet<string>;
}

/** A claim with the source that makes it. */
export interface ClaimRef {
  readonly source: Source;
  readonly claim: Claim;
}

/** What a draft asks of the library (`wants`): keys into its maps, fetched in one batch. */
export interface Wants {
  readonly claims: readonly string[];
  readonly names: readonly string[];
}

/** What the library answers: everything that could bear on the draft, and nothing else. */
export interface Candidates {
  /** How many sources there are to ask. */
  readonly size: number;
  /** The library's own lists, which are never copied: other articles' claims may join them later. */
  readonly claims: ReadonlyMap<string, readonly ClaimRef[]>;
  /** Whose claims in those lists count for nothing: a text is never its own evidence. */
  readonly except: Uri | null;
  readonly names: readonly NameCandidate[];
}

/** What an article is about: the parts of every name in it, as terms. */
function topicsOf(analysis: Analysis): Set<string> {
  const topics = new Set<string>();
  for (const claim of analysis.claims) for (const name of claim.names) topics.add(name);
  for (const { full } of analysis.names) for (const part of nameParts(full)) topics.add(stem(part.toLowerCase()));
  return topics;
}

export class Library {
  private readonly sources = new Map<Uri, Source>();
  private readonly claims = new Map<string, ClaimRef[]>();
  private readonly names: NameIndex;
  /** Finds passages by words. For reading, never for a verdict. */
  readonly words: WordIndex;
  /** Counts changes: equal revisions mean equal answers. */
  revision = 0;

  constructor(lexicon: Lexicon) {
    this.names = new NameIndex(lexicon);
    this.words = new WordIndex(lexicon);
  }

  get size(): number {
    return this.sources.size;
  }

  /** Adds an article, or replaces the one with the same URI. */
  set({ article, analysis }: AnalysedArticle): void {
    this.delete(article.uri);
    const source: Source = { article, analysis, topics: topicsOf(analysis) };
    this.sources.set(article.uri, source);
    for (const claim of analysis.claims) {
      const ref: ClaimRef = { source, claim };
      for (const key of claimKeys(claim)) {
        const list = this.claims.get(key);
        if (list) list.push(ref);
        else this.claims.set(key, [ref]);
      }
    }
    this.names.add(article.uri, analysis.names, analysis.passages);
    this.words.add(article.uri, analysis);
    this.revision++;
  }

  /** Takes an article out; false where it was not there. */
  delete(uri: Uri): boolean {
    const source = this.sources.get(uri);
    if (!source) return false;
    this.sources.delete(uri);
    for (const key of new Set(source.analysis.claims.flatMap(claimKeys))) {
      const rest = (this.claims.get(key) ?? []).filter((ref) => ref.source !== source);
      if (rest.length > 0) this.claims.set(key, rest);
      else this.claims.delete(key);
    }
    this.names.delete(uri);
    this.words.delete(uri);
    this.revision++;
    return true;
  }

  get(uri: Uri): Source | undefined {
    return this.sources.get(uri);
  }

  values(): IterableIterator<Source> {
    return this.sources.values();
  }

  /** The `most` names most used that begin with `prefix`, at their first part or a later one; `all` where there are no others. */
  namesBegun(prefix: string, most: number): { readonly names: readonly BegunName[]; readonly all: boolean } {
    return this.names.begun(prefix, most);
  }

  /** Answers a draft's wants in one batch. `except` is the article whose claims are to be passed over. */
  fetch(wants: Wants, except: Uri | null = null): Candidates {
    const claims = new Map<string, readonly ClaimRef[]>();
    for (const key of wants.claims) {
      const list = this.claims.get(key);
      if (list) claims.set(key, list);
    }
    const size = this.sources.size - (except !== null && this.sources.has(except) ? 1 : 0);
    return { size, claims, except, names: this.names.candidates(wants.names) };
  }
}
