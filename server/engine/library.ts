/**
 * The library: every source of a folder, analysed and indexed by exact maps. Articles come and go one at a time, and what it answers
 * depends on those that are there alone, never on the order they came in.
 */
import type { Analysis } from './analysis.ts';
import type { Claim } from './claims/claim.ts';
import type { ClaimList } from './compare/claim-list.ts';
import { claimKeys } from './compare/keys.ts';
import { ClaimTable } from './compare/table.ts';
import { TopicIndex } from './compare/topics.ts';
import { finish } from './finish.ts';
import type { Lexicon } from './lexicon/types.ts';
import type { Article, Uri, Work } from './model.ts';
import { type BegunName, type NameChange, NameIndex } from './names/index.ts';
import type { NameCandidate } from './names/judge.ts';
import { placeIn } from './ordered.ts';
import { creditOf } from './origins/credits.ts';
import { type Origin, OriginIndex } from './origins/index.ts';
import { type KeptAnalysis, keep } from './packed.ts';
import { type Postings, postingsOf } from './postings.ts';
import { QuoteIndex } from './quotes/index.ts';
import { WordIndex } from './search.ts';

/** An article with what the engine found in it. */
export interface AnalysedArticle {
  readonly article: Article;
  readonly analysis: Analysis;
}

/** An article of the library. */
export interface Source extends AnalysedArticle {
  readonly analysis: KeptAnalysis;
  /** The names (as terms) that it speaks of: what its story is about. */
  readonly topics: ReadonlySet<string>;
  /** How many different names it has. */
  readonly nameCount: number;
  /** What it is a copy, cut or rewrite of, as the library stands; null where it is nobody's. */
  readonly origin: Origin | null;
}

/** A claim with the source that makes it. */
export interface ClaimRef {
  readonly source: Source;
  readonly claim: Claim;
}

/** A passage of a source, by its index. */
export interface SourcePassage {
  readonly source: Source;
  readonly passage: number;
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
  /** All claims, wanted or not: what a source found here leads on to. */
  readonly table: ClaimTable;
  /** What the wanted keys hold: the table's own lists. None where nothing was wanted yet. */
  readonly claims: ReadonlyMap<string, ClaimList>;
  /** Whose claims in those lists count for nothing: a text is never its own evidence. */
  readonly except: Uri | null;
  readonly names: readonly NameCandidate[];
  /** The passages that share most of the rarest of some words, as `wordOf` gives them. */
  quoted(forms: readonly string[]): readonly SourcePassage[];
  /** All sources that there are to ask. */
  sources(): readonly Source[];
  /** What these are about, and all others too. */
  readonly topics: TopicIndex;
  /** The names under some keys alone. */
  namesUnder(keys: readonly string[]): readonly NameCandidate[];
  /** The library's revision, and what has changed since an earlier one. */
  readonly revision: number;
  changedSince(revision: number): Changes | null;
}

/** What came under other keys, or left them: whatever was found under none of these keys is found so again. */
export interface Changes {
  readonly claims: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

const NOTHING: readonly never[] = [];
const NO_CLAIMS: Candidates['claims'] = new Map();
const NOBODY: ReadonlySet<Uri> = new Set();
/** So many changes of single articles are told apart; more at once are a new library. */
const MOST_CHANGES = 16;

function union(a: ReadonlySet<Uri>, b: ReadonlySet<Uri>): ReadonlySet<Uri> {
  return b.size === 0 ? a : new Set([...a, ...b]);
}

/** All keys that a source's claims are found under. */
function keysOf({ analysis }: Source): Set<string> {
  return new Set([...analysis.passingClaims()].flatMap(claimKeys));
}

export class Library {
  private sources = new Map<Uri, Source>();
  /** The sources' URIs in order, and whether the sources are in it, as those who ask are to have them. */
  private readonly order: Uri[] = [];
  private inOrder = true;
  private readonly claims = new ClaimTable();
  private readonly names: NameIndex;
  private readonly origins = new OriginIndex();
  /** Which sources know a name, and which tell one story. */
  readonly topics = new TopicIndex();
  /** The last changes, each with the source that came or went, what became of names, and whose origin is shared with others than before. */
  private changes: {
    readonly revision: number;
    readonly source: Source;
    readonly names: NameChange;
    regrouped: ReadonlySet<Uri>;
  }[] = [];
  /** Finds passages by words. For reading, never for a verdict. */
  readonly words: WordIndex;
  private readonly quotes = new QuoteIndex();
  /** Counts changes: equal revisions mean equal answers. */
  revision = 0;

  constructor(private readonly lexicon: Lexicon) {
    this.names = new NameIndex(lexicon, (uri) => this.origins.of(uri)?.id ?? uri);
    this.words = new WordIndex(lexicon);
  }

  get size(): number {
    return this.sources.size;
  }

  /** Adds an article, or replaces the one with the same URI, in one step. `postings` are those of its analysis, where they are known. */
  set(analysed: AnalysedArticle, postings?: Postings): void {
    finish(this.setting(analysed, postings));
  }

  /**
   * `set`, step by step: what is to be added is made first, then it is added. Whoever drives it lets nobody ask meanwhile, and drives it to
   * its end. Yields as long articles need it.
   */
  *setting({ article, analysis }: AnalysedArticle, known?: Postings): Work<void> {
    const postings = known ?? (yield* postingsOf(analysis, this.lexicon));
    const kept = yield* keep(analysis);
    const credit = creditOf(article, postings.credit, this.lexicon);
    yield;
    this.delete(article.uri);
    const { origins } = this;
    const { topics, names: nameCount } = postings;
    origins.add(article.uri, postings.shingles, credit);
    yield;
    const source: Source = {
      article,
      analysis: kept,
      topics,
      nameCount,
      // Others that come and go make it a copy, or the only one left.
      get origin() {
        return origins.of(article.uri);
      },
    };
    this.sources.set(article.uri, source);
    this.order.splice(this.placeInOrder(article.uri), 0, article.uri);
    this.inOrder = false;
    yield* this.claims.add(source, postings);
    this.topics.add(source, this.claims.numberOf(source.article.uri)!);
    yield;
    const names = this.names.add(article.uri, postings.uses, postings.ordinary);
    yield;
    this.words.add(article.uri, kept);
    this.quotes.add(article.uri, postings.quotable);
    this.changed(source, names);
  }

  /** Takes an article out; false where it was not there. */
  delete(uri: Uri): boolean {
    const source = this.sources.get(uri);
    if (!source) return false;
    this.sources.delete(uri);
    this.order.splice(this.placeInOrder(uri), 1);
    this.topics.delete(source);
    this.claims.delete(source, keysOf(source));
    this.origins.delete(uri);
    const names = this.names.delete(uri);
    this.words.delete(uri);
    this.quotes.delete(uri);
    this.changed(source, names);
    return true;
  }

  private placeInOrder(uri: Uri): number {
    return placeIn(this.order, (other) => other < uri);
  }

  private changed(source: Source, names: NameChange): void {
    this.revision++;
    this.changes.push({ revision: this.revision, source, names, regrouped: NOBODY });
    if (this.changes.length > MOST_CHANGES) this.changes.shift();
  }

  /** What has changed since a revision; null where that was too long ago to tell. */
  private changedSince(revision: number): Changes | null {
    const last = this.changes.at(-1);
    if (last) last.regrouped = union(last.regrouped, this.origins.takeRegrouped());
    if (revision < this.revision - this.changes.length) return null;
    const changes = this.changes.filter((change) => change.revision > revision);
    const claims = new Set(changes.flatMap(({ source }) => [...keysOf(source)]));
    const names = changes.flatMap((change) => [...this.names.keysOf(change.names), ...this.names.keysIn(change.regrouped)]);
    return { claims, names: new Set(names) };
  }

  /** All origins that several articles share, in order. */
  sharedOrigins(): Origin[] {
    return this.origins.all();
  }

  get(uri: Uri): Source | undefined {
    return this.sources.get(uri);
  }

  /** All sources, in the order of their URIs. */
  values(): IterableIterator<Source> {
    if (!this.inOrder) this.sources = new Map(this.order.map((uri) => [uri, this.sources.get(uri)!]));
    this.inOrder = true;
    return this.sources.values();
  }

  /** Does beforehand what is needed to find passages by words, and is done when asked for them else. Yields once a passage. */
  prepare(): Work<void> {
    return this.words.read();
  }

  /** The `most` names most used that begin with `prefix`, at their first part or a later one; `all` where there are no others. */
  namesBegun(prefix: string, most: number): { readonly names: readonly BegunName[]; readonly all: boolean } {
    return this.names.begun(prefix, most);
  }

  /** Answers a draft's wants in one batch. `except` is the article whose claims are to be passed over. */
  fetch(wants: Wants, except: Uri | null = null): Candidates {
    const claims = new Map<string, ClaimList>();
    for (const key of wants.claims) {
      const list = this.claims.under(key);
      if (list.length > 0) claims.set(key, list);
    }
    return this.answers(claims, this.names.candidates(wants.names), except);
  }

  /** Answers whatever it is asked for, when it is asked: for a draft that is judged again and again, and asks for little each time. */
  all(except: Uri | null = null): Candidates {
    return this.answers(NO_CLAIMS, NOTHING, except);
  }

  private quoted(forms: readonly string[], except: Uri | null): SourcePassage[] {
    return this.quotes.find(forms, except).flatMap(({ uri, passage }) => {
      const source = this.sources.get(uri);
      return source ? [{ source, passage }] : [];
    });
  }

  private answers(claims: Candidates['claims'], names: readonly NameCandidate[], except: Uri | null): Candidates {
    return {
      size: this.sources.size - (except !== null && this.sources.has(except) ? 1 : 0),
      table: this.claims,
      claims,
      except,
      names,
      quoted: (forms) => this.quoted(forms, except),
      topics: this.topics,
      sources: () => [...this.values()].filter(({ article }) => article.uri !== except),
      namesUnder: (keys) => this.names.candidates(keys),
      revision: this.revision,
      changedSince: (revision) => this.changedSince(revision),
    };
  }
}
