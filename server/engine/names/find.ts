/** Finds the names of a text and ties short forms to full ones. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameKind, NameMention, Passage, Prose, Work } from '../model.ts';
import { type Kept, NOTHING_KEPT } from '../text/kept.ts';
import { type Abbreviations, abbreviationsOf, type Definition, definitionsIn } from './abbreviations.ts';
import { isShouting, isTitle, type PassageWords, type WordCounts, WordTally, type WordUse, wordsOf } from './counts.ts';
import { cutRun, type Piece } from './cut.ts';
import { type KindEvidence, kindOf } from './kind.ts';
import { type Run, runsOf } from './runs.ts';
import { type Spelling, spellings } from './spelling.ts';
import { STEP, tie } from './tie.ts';
import { type Unit, unitsOf } from './units.ts';

/** A name before its kind is settled, its place counted from its passage's. */
interface Draft {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: KindEvidence;
}

/** What one passage has to say of names, by its own words and those whose use it asked the whole text for. */
interface PassageNames {
  readonly title: boolean;
  readonly words: PassageWords;
  readonly definitions: readonly Definition[];
  readonly asked: ReadonlySet<string>;
  readonly found: readonly Draft[];
}

/** The names of a text by its passages, with what the finding of its next version's can take over. */
export interface NamesFound {
  /** Places count from the passage's, which is the passage 0. A passage that has the names it had has the same list. */
  readonly names: readonly (readonly NameMention[])[];
  readonly passages: readonly PassageNames[];
  readonly tally: WordTally;
  readonly abbreviations: Abbreviations;
  readonly spell: (name: string) => Spelling;
}

/** The names of a text, in order, never overlapping. Linear in the text; yields once a passage. */
export function* findNames(passages: readonly Passage[], prose: Prose, lexicon: Lexicon): Work<readonly NameMention[]> {
  const { names } = yield* namesOf(passages, prose, lexicon, NOTHING_KEPT);
  return names.flatMap((own, passage) => {
    const by = passages[passage]!.start;
    return own.map((name) => ({ ...name, start: name.start + by, end: name.end + by, passage }));
  });
}

/** `findNames` by passages, with what the next version can take over; `kept` tells what this one can. Yields as `findNames` does. */
export function* namesOf(passages: readonly Passage[], prose: Prose, lexicon: Lexicon, kept: Kept<NamesFound>): Work<NamesFound> {
  const { before } = kept;
  const then = before?.passages ?? [];
  // What is a title depends on the passages beside it too.
  const { first, last } = kept.inner;
  const end = passages.length - last;
  const read: { readonly own: Omit<PassageNames, 'asked' | 'found'>; readonly units: readonly Unit[] }[] = [];
  for (let index = first; index < end; index++) {
    const units = unitsOf(passages[index]!, prose.text, lexicon);
    const title = isTitle(passages, index, units, lexicon);
    read.push({ own: { title, words: wordsOf(units, title), definitions: definitionsIn(units, lexicon) }, units });
    yield;
  }
  const gone = then.slice(first, then.length - last);
  const tally = new WordTally(before?.tally);
  const changed = new Set<string>();
  const recount = (words: PassageWords, times: 1 | -1) => {
    tally.count(words, times);
    if (before) for (const list of [words.lower, words.capital]) for (const word of list) changed.add(word);
  };
  for (const { words } of gone) recount(words, -1);
  for (const [at, { own }] of read.entries()) {
    recount(own.words, 1);
    if (at % STEP === STEP - 1) yield;
  }
  if (before) for (const word of changed) if (isSameUse(before.tally.use(word), tally.use(word))) changed.delete(word);
  const drafted = function* (index: number, { title, words, definitions }: Omit<PassageNames, 'asked' | 'found'>, units?: readonly Unit[]) {
    const asked = new Set<string>();
    const use = (word: string) => {
      asked.add(word);
      return tally.use(word);
    };
    const passage = passages[index]!;
    const mine = units ?? unitsOf(passage, prose.text, lexicon);
    const found = draftsIn(passage, mine, title, { use }, prose, lexicon);
    yield;
    return { title, words, definitions, asked, found };
  };
  const found: PassageNames[] = [];
  for (let index = 0; index < passages.length; index++) {
    const isRead = index >= first && index < end;
    const same = isRead ? null : then[kept.indexOf(index)]!;
    if (same && (changed.size === 0 || !meets(changed, same.asked))) found.push(same);
    else if (same) found.push(yield* drafted(index, same));
    else found.push(yield* drafted(index, read[index - first]!.own, read[index - first]!.units));
  }
  const defines = ({ definitions }: Pick<PassageNames, 'definitions'>) => definitions.length > 0;
  const isDefinedAnew = before === null || gone.some(defines) || read.some(({ own }) => defines(own));
  const abbreviations = isDefinedAnew ? abbreviationsOf(found.flatMap(({ definitions }) => definitions)) : before.abbreviations;
  const spell = before?.spell ?? spellings(lexicon);
  const settled = { passages: found, tally, abbreviations, spell };
  const taken = before && settledAlike(before, found, abbreviations, kept);
  if (taken) return { ...settled, names: taken };
  const drafts = found.map((passage) => named(passage, abbreviations));
  const finished = yield* finish(drafts.flat(), abbreviations.full, spell);
  let next = 0;
  const names = drafts.map((own, index): readonly NameMention[] => {
    const mentions = own.map((draft) => ({ ...draftedMention(draft), ...finished[next++]! }));
    return before ? knownIfSame(mentions, index, before, kept) : mentions;
  });
  return { ...settled, names };
}

function isSameUse(a: WordUse, b: WordUse): boolean {
  return a.lower === b.lower && a.capital === b.capital && a.mostlyCapital === b.mostlyCapital;
}

/** Whether two sets, the first of which is small, share anything. */
function meets(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  for (const word of few) if (many.has(word)) return true;
  return false;
}

/** The names that a passage has: what stands for ordinary words is none. */
function named({ found }: PassageNames, { ordinary }: Abbreviations): readonly Draft[] {
  return ordinary.size > 0 ? found.filter(({ text }) => !ordinary.has(text)) : found;
}

function draftedMention({ text, start, end }: Draft): Pick<NameMention, 'text' | 'start' | 'end' | 'passage'> {
  return { text, start, end, passage: 0 };
}

/** The names of a passage: the list that it had before, where it has the same. */
function knownIfSame(own: readonly NameMention[], index: number, before: NamesFound, kept: Kept<NamesFound>): readonly NameMention[] {
  const known = kept.has(index) ? before.names[kept.indexOf(index)]! : null;
  return known && sameMentions(known, own) ? known : own;
}

function sameMentions(a: readonly NameMention[], b: readonly NameMention[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ text, start, end, kind, full }, at) => {
      const other = b[at]!;
      return text === other.text && start === other.start && end === other.end && kind === other.kind && full === other.full;
    })
  );
}

/**
 * The names of all passages, where the same ones are told in the same order as before: then their kinds and full forms are the same too.
 * Null where they are not.
 */
function settledAlike(
  before: NamesFound,
  now: readonly PassageNames[],
  abbreviations: Abbreviations,
  kept: Kept<NamesFound>,
): NamesFound['names'] | null {
  const then = before.passages;
  if (!sameAbbreviations(before.abbreviations, abbreviations)) return null;
  const most = Math.min(now.length, then.length);
  let first = 0;
  while (first < most && now[first] === then[first]) first++;
  let last = 0;
  while (last < most - first && now[now.length - 1 - last] === then[then.length - 1 - last]) last++;
  const drafts = (passages: readonly PassageNames[]) => passages.flatMap((passage) => named(passage, abbreviations));
  const [ours, theirs] = [drafts(now.slice(first, now.length - last)), drafts(then.slice(first, then.length - last))];
  const isAlike =
    ours.length === theirs.length &&
    ours.every(({ text, evidence }, at) => {
      const other = theirs[at]!;
      return text === other.text && evidence.kind === other.evidence.kind && evidence.strength === other.evidence.strength;
    });
  if (!isAlike) return null;
  const between = before.names.slice(first, then.length - last).flat();
  let next = 0;
  const names = now.slice(first, now.length - last).map((passage, at) => {
    const own = named(passage, abbreviations).map((draft) => ({ ...between[next++]!, ...draftedMention(draft) }));
    return knownIfSame(own, first + at, before, kept);
  });
  return [...before.names.slice(0, first), ...names, ...before.names.slice(then.length - last)];
}

function sameAbbreviations(a: Abbreviations, b: Abbreviations): boolean {
  if (a === b) return true;
  if (a.full.size !== b.full.size || a.ordinary.size !== b.ordinary.size) return false;
  for (const [short, full] of b.full) if (a.full.get(short) !== full) return false;
  for (const short of b.ordinary) if (!a.ordinary.has(short)) return false;
  return true;
}

/** The names in a passage's own words, before they are told from abbreviations and tied. */
function draftsIn(
  passage: Passage,
  units: readonly Unit[],
  title: boolean,
  counts: WordCounts,
  prose: Prose,
  lexicon: Lexicon,
): readonly Draft[] {
  if (isShouting(units)) return [];
  const runs = runsOf(units, lexicon);
  const found: Draft[] = [];
  for (const run of title ? runs.flatMap((each) => knownRuns(each, units, counts)) : runs) {
    for (const piece of cutRun(run, units, counts, lexicon)) found.push(draftOf(piece, units, prose, passage, lexicon));
  }
  return found;
}

/** In a title every word has a capital: only those that the text's sentences show to be names are one. */
function knownRuns(run: Run, units: readonly Unit[], counts: WordCounts): Run[] {
  const runs: Run[] = [];
  let first = run.first;
  const isKnown = (unit: Unit) => counts.use(unit.lower).mostlyCapital;
  for (let at = run.first; at <= run.next; at++) {
    if (at < run.next && (isKnown(units[at]!) || (units[at]!.kind === 'word' && at > first))) continue;
    if (at > first) runs.push({ first, next: at, opens: run.opens && first === run.first });
    first = at + 1;
  }
  return runs;
}

function draftOf(piece: Piece, units: readonly Unit[], prose: Prose, passage: Passage, lexicon: Lexicon): Draft {
  const kept = units.slice(piece.first, piece.next);
  const start = kept[0]!.start;
  const end = kept.at(-1)!.end;
  const whole = prose.text.slice(start, end);
  // Markup inside a name (`**Karim** Massimov`) is left out of it.
  const isPlain = kept.every((unit, at) => at === 0 || isGap(prose.text.slice(kept[at - 1]!.end, unit.start)));
  const text = isPlain ? whole : kept.map((unit, at) => (at > 0 && unit.spaced ? ` ${unit.text}` : unit.text)).join('');
  return { text, start: start - passage.start, end: end - passage.start, evidence: kindOf(piece, units, lexicon) };
}

function isGap(between: string): boolean {
  return between.trim() === '';
}

/** Settles the kinds, which mentions of one name share where they agree, and ties short forms. */
function* finish(
  found: readonly Draft[],
  full: ReadonlyMap<string, string>,
  spell: (name: string) => Spelling,
): Work<Pick<NameMention, 'kind' | 'full'>[]> {
  const best = new Map<string, KindEvidence>();
  for (const [at, { text, evidence }] of found.entries()) {
    if (at % STEP === STEP - 1) yield;
    const known = best.get(text);
    if (!known || evidence.strength > known.strength) best.set(text, evidence);
    else if (evidence.strength === known.strength && evidence.kind !== known.kind) best.set(text, { ...known, kind: 'unknown' });
  }
  const abbreviated = new Set(full.values());
  const kinds = found.map(({ text, evidence }): NameKind => {
    if (full.has(text) || (abbreviated.has(text) && evidence.strength < 2)) return 'organisation';
    return evidence.strength > 0 ? evidence.kind : (best.get(text)?.kind ?? 'unknown');
  });
  const tied = found.map(({ text }, at) => ({ text, kind: kinds[at]! }));
  yield;
  const fulls = yield* tie(tied, full, spell);
  // What tells that one form is a person's tells it of the other too.
  const people = new Set(fulls.filter((_, at) => kinds[at] === 'person'));
  yield;
  return found.map((_, at) => {
    const kind = kinds[at] === 'unknown' && people.has(fulls[at]!) ? 'person' : kinds[at]!;
    return { kind, full: fulls[at]! };
  });
}
