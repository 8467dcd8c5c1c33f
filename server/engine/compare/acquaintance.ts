/** Which sources tell the story that a draft's claim belongs to: those that know its names, and those of one story with them. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Candidates, Source } from '../library.ts';
import type { Work } from '../model.ts';
import { sectionsOf } from '../sections.ts';
import type { SourceNumber } from './table.ts';
import { Sums, type TopicIndex } from './topics.ts';
import { knowsTerm } from './wording.ts';

/** A source that knows this part of what the best acquainted one knows of a claim's names tells the same story. */
const ACQUAINTED = 0.5;
/** A name that more sources know leads to none where the sentence has another. */
const WELL_KNOWN = 400;
/** So many names tell a draft's story from another's by themselves: it shares more than one or two with the sources of its own. */
const MANY_NAMES = 8;
/** Other stories' sources hold no more than this part of the draft's words that those of its own do. */
const STANDING_OUT = 0.6;
/** A source that holds more than this part of them may still be of the story. */
const PERHAPS = 0.3;
/** For so many sentences it is held who may tell their stories. */
const MOST_LED = 4096;
/** How many sources are looked at before a host may look at its clock. */
const STEP = 256;

/** What is known of sources: whether each tells a claim's story. */
export interface Acquainted {
  /** Those that do. */
  readonly related: ReadonlySet<Source>;
  /** Those of which nothing is known; null where all others are known to tell another. */
  readonly unknown: ReadonlySet<Source> | 'others' | null;
}

/** Whether a source tells a claim's story; null where nothing is known of it. */
export function isRelated(source: Source, { related, unknown }: Acquainted): boolean | null {
  if (related.has(source)) return true;
  return unknown === null || (unknown !== 'others' && !unknown.has(source)) ? false : null;
}

/** How much a name must tell of a story (see `TopicIndex`) for a source that knows it to be asked about the claims that name it. */
const TELLING = 0.5;

/** The names of a claim's own sentence that few stories know. */
export function tellingNames({ ownNames }: Claim, topics: TopicIndex): string[] {
  return [...ownNames].filter((name) => topics.weightOf(name) >= TELLING);
}

/** Whether a source knows one of some names. */
export function knowsOne(names: readonly string[], { topics }: Source): boolean {
  return names.some((name) => topics.has(name));
}

/** What a draft's names, or else its words, tell of the sources that its claims may be held against. */
export class Acquaintances {
  private readonly names: ReadonlySet<string>;
  /** Whether sources have names enough in common with the draft, as far as anybody has asked. */
  private readonly acquainted = new Map<Source, boolean>();
  /** By the names of a sentence who may tell its story, whatever the rest of the draft names; null where no source knows any. */
  private readonly led: Map<string, ReadonlySet<Source> | null>;
  /** The same of those that have names enough in common with the draft. */
  private readonly bySentence = new Map<string, Acquainted | null>();
  private whole: Acquainted | null = null;
  private restsOnWords = false;
  /** What was told for the version before: what is the same is told as the same, so that nobody need compare it for every claim. */
  private readonly before: { readonly bySentence: ReadonlyMap<string, Acquainted | null>; readonly whole: Acquainted | null } | null;

  /** `before` is what was made for the draft's version before and the same library: what still holds of that is not found again. */
  constructor(
    private draft: Analysis,
    private readonly candidates: Candidates,
    before: Acquaintances | null = null,
  ) {
    this.names = namesOf(draft);
    this.before = before && { bySentence: before.bySentence, whole: before.whole ?? before.before?.whole ?? null };
    // Whoever types a name asks for its every beginning.
    this.led = before && before.led.size < MOST_LED ? before.led : new Map();
  }

  /** Whether all of this holds for another version of the draft too, which it is then asked about. */
  holdsFor(draft: Analysis): boolean {
    if (draft === this.draft) return true;
    // Weights added in another order may come to another sum.
    const holds = !this.restsOnWords && sameInOrder(namesOf(draft), this.names);
    if (holds) this.draft = draft;
    return holds;
  }

  /** What is known of the sources for a claim, by the names of its sentence or else by the whole draft. Yields now and then. */
  *of(claim: Claim): Work<Acquainted> {
    const anchors = anchorsOf(claim);
    const key = [...anchors].join('\n');
    let found = this.bySentence.get(key);
    if (found === undefined) {
      found = asBefore(yield* this.acquaintedWith(anchors, key), this.before?.bySentence.get(key) ?? null);
      this.bySentence.set(key, found);
    }
    return found ?? (yield* this.ofDraft());
  }

  private *ofDraft(): Work<Acquainted> {
    if (this.whole === null) {
      const whole = (yield* this.acquaintedWith(this.names, [...this.names].join('\n'))) ?? (yield* this.alike());
      this.whole = asBefore(whole, this.before?.whole ?? null);
    }
    return this.whole;
  }

  /** Those who tell a story of some names, of those that are acquainted with the draft; null where no source knows any. Yields now and then. */
  private *acquaintedWith(names: ReadonlySet<string>, key: string): Work<Acquainted | null> {
    let led = this.led.get(key);
    if (led === undefined) {
      led = yield* this.ledBy(names);
      this.led.set(key, led);
    }
    if (led === null) return null;
    const related = new Set<Source>();
    for (const source of led) if (this.isAcquainted(source)) related.add(source);
    return { related, unknown: null };
  }

  private isAcquainted(source: Source): boolean {
    let known = this.acquainted.get(source);
    if (known === undefined) {
      // A draft of many names shares more than one or two of them with the sources of its story.
      known = this.names.size < MANY_NAMES || this.candidates.topics.isAcquainted(this.names, source);
      this.acquainted.set(source, known);
    }
    return known;
  }

  /** The sources that know most of some names, with those of one story with the best of them; null where none knows any. */
  private *ledBy(names: ReadonlySet<string>): Work<ReadonlySet<Source> | null> {
    const { size, except, topics, table } = this.candidates;
    const lists = [...names].map((name) => topics.knowing(name)).filter(({ length }) => length > 0);
    const isWellKnown = ({ length }: readonly SourceNumber[]) => length > WELL_KNOWN;
    const telling = lists.every(isWellKnown) ? lists : lists.filter((list) => !isWellKnown(list));
    const left = except === null ? null : table.numberOf(except);
    const sums = new Sums(table.sourceCount);
    for (const list of telling) {
      const having = left === null ? list : list.filter((number) => number !== left);
      sums.addAll(having, weightOf(having.length, size));
      yield;
    }
    let best: Source | null = null;
    let most = 0;
    for (const number of sums.numbers) {
      const sum = sums.of(number);
      if (sum < most) continue;
      const source = topics.sourceAt(number);
      // Of equals the one that comes before the others, whatever order they came in.
      if (sum > most || source.article.uri < best!.article.uri) best = source;
      most = sum;
    }
    if (best === null) return null;
    const led = new Set<Source>();
    for (const number of sums.numbers) if (sums.of(number) >= ACQUAINTED * most) led.add(topics.sourceAt(number));
    for (const source of yield* topics.kinOf(best)) if (source.article.uri !== except) led.add(source);
    return led;
  }

  /** Where the draft names nothing that a source knows: those whose claims are told in most of its words, if these stand out. */
  private *alike(): Work<Acquainted> {
    this.restsOnWords = true;
    const { topics, size } = this.candidates;
    const sources = this.candidates.sources();
    const terms = new Set<string>();
    for (const claim of claimsIn(this.draft)) for (const term of claim.terms.keys()) terms.add(term);
    const sums = new Sums(sources.length);
    for (const term of terms) {
      const having: number[] = [];
      for (const [at, source] of sources.entries()) {
        if (knowsTerm(source, term)) having.push(at);
        if (at % STEP === STEP - 1) yield;
      }
      sums.addAll(having, weightOf(having.length, size));
      yield;
    }
    let first: number | null = null;
    for (const at of sums.numbers) if (first === null || sums.of(at) > sums.of(first)) first = at;
    if (first === null) return NOBODY;
    const related = new Set<Source>();
    for (const source of yield* topics.kinOf(sources[first]!)) if (source.article.uri !== this.candidates.except) related.add(source);
    const most = sums.of(first);
    const unknown = new Set<Source>();
    for (const [at, source] of sources.entries()) {
      if (related.has(source)) continue;
      if (sums.of(at) > STANDING_OUT * most) return NOBODY;
      if (sums.of(at) > PERHAPS * most) unknown.add(source);
    }
    return { related, unknown };
  }
}

const NOBODY: Acquainted = { related: new Set(), unknown: 'others' };

/** What is found, or the same as it was told before. */
function asBefore<T extends Acquainted | null>(found: T, before: Acquainted | null): T | Acquainted {
  return found !== null && before !== null && isSame(before, found) ? before : found;
}

/** What a name or term tells of each source that has it, where so many of all do. */
function weightOf(having: number, all: number): number {
  return having > 0 ? Math.log(1 + all / having) : 0;
}

function namesOf(draft: Analysis): Set<string> {
  const names = new Set<string>();
  let last: ReadonlySet<string> | null = null;
  // With every letter all claims come by here.
  const sections = sectionsOf(draft);
  for (let section = 0; section < sections.length; section++) {
    const { claims } = sections[section]!.contents;
    for (let at = 0; at < claims.length; at++) {
      const claim = claims[at]!;
      // The claims of one sentence have their names in common, and its first word.
      if (claim.names !== last) {
        for (const name of claim.names) names.add(name);
        if (claim.opener !== null) names.add(claim.opener);
      }
      last = claim.names;
    }
  }
  return names;
}

/** A draft's claims, wherever they stand. */
function* claimsIn(draft: Analysis): Generator<Claim, void, void> {
  for (const { contents } of sectionsOf(draft)) yield* contents.claims;
}

function sameInOrder(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  const others = b.values();
  for (const each of a) if (others.next().value !== each) return false;
  return true;
}

/** Whether the same is known of the same sources. */
export function isSame(a: Acquainted, b: Acquainted): boolean {
  if (a === b) return true;
  const sameUnknown = a.unknown instanceof Set && b.unknown instanceof Set ? sameSources(a.unknown, b.unknown) : a.unknown === b.unknown;
  return sameUnknown && sameSources(a.related, b.related);
}

function sameSources(a: ReadonlySet<Source>, b: ReadonlySet<Source>): boolean {
  if (a.size !== b.size) return false;
  for (const source of a) if (!b.has(source)) return false;
  return true;
}

/** The names that tell a claim's story: those of its sentence, those carried over, and its first word, which may be one. */
function anchorsOf(claim: Claim): Set<string> {
  const names = new Set(claim.names);
  if (claim.opener !== null) names.add(claim.opener);
  return names;
}
