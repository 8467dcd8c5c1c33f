/** Weighs a draft's claims again and again: what neither the draft's change nor the library's bears on is taken over from the last time. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Candidates, Source } from '../library.ts';
import type { CalendarDate, Work } from '../model.ts';
import { sectionsOf } from '../sections.ts';
import { Acquaintances, isSame, tellingNames } from './acquaintance.ts';
import { agrees } from './agree.ts';
import { type Aligned, alignAll, alignThese, type Beside, type Contrary, cohere, isShared } from './candidates.ts';
import type { FigureVerdict } from './evidence.ts';
import { claimKeys } from './keys.ts';
import { type Outcome, Sole } from './sole.ts';
import type { Known } from './standpoints.ts';
import type { ClaimTable } from './table.ts';
import type { Trace } from './trace.ts';
import { isFree, judgeClaim } from './weigh.ts';

/** What a claim is held against, by itself. */
interface Base extends Known {
  readonly keys: readonly string[];
  readonly beside: Beside;
  /** Whether its sentence had no other claim then. */
  readonly isAlone: boolean;
  /** The library's revision up to which this holds. */
  revision: number;
}

/** A claim with what it is held against, beside the others of its sentence. */
interface Entry {
  readonly claim: Claim;
  readonly base: Base;
  /** The claims of its sentence: the same list for all of them. */
  readonly peers: readonly Claim[];
  readonly aligned: readonly Aligned[];
  readonly sources: ReadonlyMap<Source, readonly Aligned[]>;
  readonly contrary: Contrary;
  /** What was aligned of that, by its index there. */
  readonly realigned: Map<number, Aligned>;
  /** What was looked at of that for the verdict, by sources. */
  looked: ReadonlyMap<Source, readonly Aligned[]>;
  verdict: FigureVerdict | null;
  /** What that comes to with what else the draft has beside it; null where nobody has asked. */
  outcome: Outcome | null;
  /** Whether it agrees with a toll, which leads on to those of the same story. */
  hasToll: boolean;
}

/** The claims of one sentence of the draft. */
interface Sentence {
  readonly claims: readonly Claim[];
  readonly entries: readonly Entry[];
  /** The last verdicts: the same list until one of them changes. */
  verdicts: readonly FigureVerdict[];
  /** Whether its claims are held against other things by now. */
  isStale: boolean;
  /** Who told last what is known of the sources. */
  toldBy: Acquaintances;
}

const NOTHING: ReadonlyMap<Source, readonly Aligned[]> = new Map();

export class Weighing {
  private readonly bases = new WeakMap<Claim, Base>();
  /** By their first claims the sentences that count. */
  private readonly sentences = new Map<Claim, Sentence>();
  /** The same in the order of the text; null until all that rests on them is up to date. */
  private inOrder: readonly Sentence[] | null = null;
  /** For each source claim the draft's claims that agree with it, and how well each aligns. */
  private readonly takers = new Map<Claim, Map<Entry, number>>();
  /** For each source the draft's telling claims that it plainly has. */
  private readonly sharers = new Map<Source, Set<Entry>>();
  /** For each source the draft's claims that are held against it. */
  private readonly readers = new Map<Source, Set<Entry>>();
  /** What has changed of these since the last verdicts: how well the best taker aligned, and who the sharers were. */
  private readonly taken = new Map<Claim, { readonly source: Source; readonly best: number }>();
  private readonly shared = new Map<Source, readonly Entry[]>();
  private readonly sole = new Sole();
  private acquaintances: Acquaintances | null = null;
  private last: Pick<Candidates, 'size' | 'except' | 'revision'> | null = null;
  private date: CalendarDate | null = null;

  /** `amongSources` where what is weighed is a source itself: then no writer is warned, and less tells of a difference worth a look. */
  constructor(private readonly amongSources = false) {}

  /** Holds each claim of a draft against the library, and tells `trace` what becomes of each. Yields once a claim weighed anew, at least. */
  *weigh(draft: Analysis, candidates: Candidates, trace?: Trace): Work<FigureVerdict[]> {
    const bySentence = yield* this.weighSentences(draft, candidates, trace);
    return bySentence.flat().map((verdict, at): FigureVerdict => {
      const claim = draft.claims[at]!;
      return verdict.claim === claim ? verdict : { ...verdict, claim };
    });
  }

  /**
   * The same by the passages that have figures, in their order, the claims' places counted from their passages' (see `sections.ts`). A
   * sentence whose verdicts are what they were has the same list of them.
   */
  *weighSentences(draft: Analysis, candidates: Candidates, trace?: Trace): Work<(readonly FigureVerdict[])[]> {
    this.keepUp(draft, candidates);
    const { date } = draft.prose;
    // Most letters leave all claims as they are, and so the names that these are told with.
    if (!this.acquaintances || !(this.isStill(draft) || this.acquaintances.holdsFor(draft)))
      this.acquaintances = new Acquaintances(draft, candidates, this.acquaintances);
    const acquaintances = this.acquaintances;
    const before = this.inOrder ?? [];
    const now: Sentence[] = [];
    const sections = sectionsOf(draft);
    // With every letter all sections and sentences come by here: nothing is made to count them by.
    for (let index = 0; index < sections.length; index++) {
      const { claims } = sections[index]!.contents;
      if (claims.length === 0) continue;
      // Most sentences stand where they stood, or as many farther on.
      const next = before[now.length];
      const known = next?.claims === claims ? next : this.sentences.get(claims[0]!);
      const isKnown =
        known?.claims === claims &&
        !known.isStale &&
        (known.toldBy === acquaintances || (yield* this.isToldSo(known, candidates, acquaintances)));
      now.push(isKnown ? known : yield* this.align(claims, candidates, acquaintances, date, trace));
    }
    const isSame = this.inOrder !== null && now.length === before.length && now.every((sentence, at) => sentence === before[at]);
    this.inOrder = null;
    if (!isSame) yield* this.recount(now);
    this.inOrder = now;
    const all: (readonly FigureVerdict[])[] = [];
    for (let at = 0; at < now.length; at++) {
      const sentence = now[at]!;
      // With one source only what is told beside them bears on them, too.
      if (candidates.size === 1 || !isSettled(sentence))
        yield* this.judgeSentence(sentence, [now[at - 1], now[at + 1]], candidates, date, trace);
      all.push(sentence.verdicts);
    }
    return all;
  }

  /** Whether a draft has the very claims that were weighed last, in their order. */
  private isStill(draft: Analysis): boolean {
    let at = 0;
    for (const { contents } of sectionsOf(draft))
      if (contents.claims.length > 0 && this.inOrder?.[at++]?.claims !== contents.claims) return false;
    return at === this.inOrder?.length;
  }

  /** Whether the same is known of the sources for a sentence as when its claims were held against them. */
  private *isToldSo(sentence: Sentence, { topics }: Candidates, acquaintances: Acquaintances): Work<boolean> {
    const { entries } = sentence;
    for (let at = 0; at < entries.length; at++) {
      const { claim, base } = entries[at]!;
      const known = { names: tellingNames(claim, topics), story: yield* acquaintances.of(claim) };
      if (!knowSame(base, known)) return false;
    }
    sentence.toldBy = acquaintances;
    return true;
  }

  /** Counts the claims of some sentences, and no others, and drops the verdicts that this bears on. */
  private *recount(now: readonly Sentence[]): Work<void> {
    const kept = new Set(now);
    const isRecount = this.sentences.size > 0;
    for (const [first, sentence] of this.sentences) {
      if (kept.has(sentence)) continue;
      this.sentences.delete(first);
      for (const entry of sentence.entries) this.count(entry, false);
      yield;
    }
    for (let at = 0; at < now.length; at++) {
      const sentence = now[at]!;
      if (this.sentences.get(sentence.claims[0]!) === sentence) continue;
      this.sentences.set(sentence.claims[0]!, sentence);
      for (const entry of sentence.entries) this.count(entry, true, isRecount);
      yield;
    }
    this.unsettle();
  }

  /** Comes to the verdicts of a sentence that it has none of. */
  private *judgeSentence(
    sentence: Sentence,
    beside: readonly [Sentence | undefined, Sentence | undefined],
    candidates: Candidates,
    date: CalendarDate | null,
    trace?: Trace,
  ): Work<void> {
    let isStill = true;
    for (const [at, entry] of sentence.entries.entries()) {
      if (entry.verdict === null) {
        const { claim, aligned, sources, contrary } = entry;
        const { story, names } = entry.base;
        const { reached, stray } = entry.base.beside;
        // Whoever broke off before left nothing half done.
        this.lookAt(entry, []);
        entry.verdict = yield* judgeClaim(claim, {
          ...{ reached, aligned, sources, contrary, stray, story, names, date, candidates, trace },
          amongSources: this.amongSources,
          lookAt: (which) => this.lookAt(entry, realigned(entry, which, candidates.table, date)),
          best: (theirs) => bestOf(this.takers.get(theirs)),
          near: (theirs) => bestOf(this.takers.get(theirs), entry.peers),
          sharesFigures: (source) => othersThan(entry, this.sharers.get(source)),
        });
        entry.hasToll = entry.verdict.evidence.some(({ stance, claim: theirs }) => stance === 'agrees' && theirs.toll);
        yield;
      }
      if (!this.amongSources)
        entry.outcome = this.sole.outcomeOf(entry.claim, entry.verdict, [sentence, ...beside], candidates, date, entry.outcome);
      isStill &&= (entry.outcome ?? entry).verdict === sentence.verdicts[at];
    }
    if (!isStill) sentence.verdicts = sentence.entries.map((entry) => (entry.outcome ?? entry).verdict!);
  }

  /** Drops what rests on a part of the library that has changed. */
  private keepUp({ prose }: Analysis, candidates: Candidates): void {
    const { last } = this;
    this.last = candidates;
    const sameDate = JSON.stringify(prose.date) === JSON.stringify(this.date);
    this.date = prose.date;
    if (last?.revision === candidates.revision && last.except === candidates.except && sameDate) return;
    this.acquaintances = null;
    // Where there is only one source a claim is held against all of it.
    const isAsMany = last !== null && (candidates.size === 1) === (last.size === 1);
    if (!isAsMany) this.sole.clear();
    const changes = isAsMany && last.except === candidates.except && sameDate ? candidates.changedSince(last.revision) : null;
    for (const sentence of this.sentences.values()) {
      for (const [at, entry] of sentence.entries.entries()) {
        if (changes && !entry.base.keys.some((key) => changes.claims.has(key))) entry.base.revision = candidates.revision;
        else {
          sentence.isStale = true;
          this.bases.delete(sentence.claims[at]!);
        }
        // Whose copies its sources are may be another by now: what is found of a verdict is found anew for another list.
        if (entry.verdict) entry.verdict = { ...entry.verdict, evidence: [...entry.verdict.evidence] };
        // Which sources tell one story with those that have a toll may be another by now.
        if (entry.hasToll) entry.verdict = null;
      }
    }
  }

  private *align(
    claims: readonly Claim[],
    candidates: Candidates,
    acquaintances: Acquaintances,
    date: CalendarDate | null,
    trace?: Trace,
  ): Work<Sentence> {
    const bases: Base[] = [];
    const isAlone = claims.length === 1;
    for (const claim of claims) {
      let base = this.bases.get(claim);
      const known = { names: tellingNames(claim, candidates.topics), story: yield* acquaintances.of(claim) };
      if (base?.revision !== candidates.revision || base.isAlone !== isAlone || !knowSame(base, known)) {
        const beside = yield* alignAll(claim, candidates, candidates.size === 1 ? null : known, isAlone, date, trace);
        base = { ...known, keys: claimKeys(claim), beside, isAlone, revision: candidates.revision };
        this.bases.set(claim, base);
      }
      bases.push(base);
      yield;
    }
    const raised = cohere(
      claims,
      bases.map(({ beside }) => beside),
      candidates.table,
      trace,
    );
    const entries = bases.map((base, at): Entry => {
      const { aligned, contrary } = raised[at]!;
      return {
        claim: claims[at]!,
        peers: claims,
        base,
        aligned,
        sources: bySource(aligned),
        contrary,
        realigned: new Map(),
        looked: NOTHING,
        verdict: null,
        outcome: null,
        hasToll: false,
      };
    });
    return { claims, entries, verdicts: [], isStale: false, toldBy: acquaintances };
  }

  /** Keeps what is looked at of what only contradicts a claim: what others take may bear on the verdict. */
  private lookAt(entry: Entry, items: readonly Aligned[]): ReadonlyMap<Source, readonly Aligned[]> {
    for (const source of entry.looked.keys()) if (!entry.sources.has(source)) this.put(this.readers, source, entry, false);
    entry.looked = items.length > 0 ? bySource(items) : NOTHING;
    for (const source of entry.looked.keys()) this.put(this.readers, source, entry, true);
    return entry.looked;
  }

  /** Counts a claim among the draft's, or no more. Where it is no `isRecount`, none has a verdict that this could bear on. */
  private count(entry: Entry, isThere: boolean, isRecount = true): void {
    if (!isThere) this.lookAt(entry, []);
    this.sole.countDraft(
      entry.aligned.some(({ agreement }) => agreement === 'same'),
      isThere,
    );
    for (const [source, list] of entry.sources) {
      this.put(this.readers, source, entry, isThere);
      let isSharer = false;
      for (const item of list) {
        if (this.last?.size === 1 && item.agreement === 'same') this.sole.count(item.ref.claim, isThere);
        if (!agrees(item.agreement) || item.alignment.bar) continue;
        const theirs = item.ref.claim;
        let takers = this.takers.get(theirs);
        if (isRecount && !this.taken.has(theirs)) this.taken.set(theirs, { source, best: bestOf(takers) });
        if (!takers) {
          takers = new Map();
          this.takers.set(theirs, takers);
        }
        if (isThere) takers.set(entry, item.alignment.score);
        else takers.delete(entry);
        if (takers.size === 0) this.takers.delete(theirs);
        isSharer ||= isShared(entry.claim, item);
      }
      if (!isSharer) continue;
      if (isRecount && !this.shared.has(source)) this.shared.set(source, [...(this.sharers.get(source) ?? [])]);
      this.put(this.sharers, source, entry, isThere);
    }
  }

  private put(index: Map<Source, Set<Entry>>, source: Source, entry: Entry, isThere: boolean): void {
    const held = index.get(source) ?? new Set<Entry>();
    if (isThere) held.add(entry);
    else held.delete(entry);
    if (held.size > 0) index.set(source, held);
    else index.delete(source);
  }

  /** Drops the verdicts of claims that another claim's change bears on: it takes what they were held against, or shares a source with them. */
  private unsettle(): void {
    for (const [theirs, { source, best }] of this.taken) {
      const now = bestOf(this.takers.get(theirs));
      if (now === best) continue;
      for (const reader of this.readers.get(source) ?? []) {
        if (reader.verdict === null) continue;
        const items = [...(reader.sources.get(source) ?? []), ...(reader.looked.get(source) ?? [])];
        if (items.some((item) => item.ref.claim === theirs && isFree(item, best) !== isFree(item, now))) reader.verdict = null;
      }
    }
    this.taken.clear();
    for (const [source, held] of this.shared) {
      const before = new Set(held);
      const now = this.sharers.get(source);
      for (const reader of this.readers.get(source) ?? [])
        if (othersThan(reader, before) !== othersThan(reader, now)) reader.verdict = null;
    }
    this.shared.clear();
  }
}

/** Whether a sentence has all of its verdicts. */
function isSettled({ entries, verdicts }: Sentence): boolean {
  if (verdicts.length !== entries.length) return false;
  for (let at = 0; at < entries.length; at++) if (entries[at]!.verdict === null || entries[at]!.verdict !== verdicts[at]) return false;
  return true;
}

function knowSame(a: Known, b: Known): boolean {
  return a.names.length === b.names.length && a.names.every((name, at) => name === b.names[at]) && isSame(a.story, b.story);
}

/** Some of what only contradicts a claim, each aligned once. */
function realigned(
  { claim, base, contrary, realigned: known }: Entry,
  which: readonly number[],
  table: ClaimTable,
  date: CalendarDate | null,
): Aligned[] {
  const missing = which.filter((index) => !known.has(index));
  for (const [at, item] of alignThese(claim, base.beside.reached, contrary, missing, table, date).entries()) known.set(missing[at]!, item);
  return which.map((index) => known.get(index)!);
}

function bySource(aligned: readonly Aligned[]): Map<Source, Aligned[]> {
  const groups = new Map<Source, Aligned[]>();
  for (const item of aligned) {
    const group = groups.get(item.ref.source);
    if (group) group.push(item);
    else groups.set(item.ref.source, [item]);
  }
  return groups;
}

/** How well the best of some claims aligns, or of those of one sentence. */
function bestOf(takers: ReadonlyMap<Entry, number> | undefined, peers: readonly Claim[] | null = null): number {
  let best = 0;
  for (const [entry, score] of takers ?? []) if (score > best && (peers === null || entry.peers === peers)) best = score;
  return best;
}

function othersThan(entry: Entry, entries: ReadonlySet<Entry> | undefined): boolean {
  return entries !== undefined && (entries.size > 1 || (entries.size === 1 && !entries.has(entry)));
}

/** Holds each claim of a draft against the library once, and tells `trace` what becomes of each. Yields once a claim. */
export function* weighEvidence(draft: Analysis, candidates: Candidates, trace?: Trace): Work<FigureVerdict[]> {
  return yield* new Weighing().weigh(draft, candidates, trace);
}

/** The same of a source's claims, held against the other sources (see `Weighing`). */
export function* weighSource(source: Analysis, others: Candidates): Work<FigureVerdict[]> {
  return yield* new Weighing(true).weigh(source, others);
}
