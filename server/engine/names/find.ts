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

interface Draft {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly passage: number;
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

/** The names of a text, with what the finding of its next version's can take over. */
export interface NamesFound {
  readonly names: readonly NameMention[];
  readonly passages: readonly PassageNames[];
  readonly tally: WordTally;
  readonly abbreviations: Abbreviations;
  readonly kept: readonly Draft[];
  readonly spell: (name: string) => Spelling;
}

/** The names of a text, in order, never overlapping. Linear in the text; yields once a passage. */
export function* findNames(passages: readonly Passage[], prose: Prose, lexicon: Lexicon): Work<readonly NameMention[]> {
  return (yield* namesOf(passages, prose, lexicon, NOTHING_KEPT)).names;
}

/** `findNames`, with what the next version can take over; `kept` tells what this one can. Yields as `findNames` does. */
export function* namesOf(passages: readonly Passage[], prose: Prose, lexicon: Lexicon, kept: Kept<NamesFound>): Work<NamesFound> {
  const before = kept.before;
  const known: (PassageNames | null)[] = [];
  const parts: (Omit<PassageNames, 'asked' | 'found'> & { readonly units: readonly Unit[] | null })[] = [];
  const tally = new WordTally(before?.tally);
  // What is a title depends on the passages beside it too.
  const left = new Set(before?.passages);
  for (const [index, passage] of passages.entries()) {
    const same = kept.isInner(index) ? before!.passages[kept.indexOf(index)]! : null;
    known.push(same);
    if (same) {
      left.delete(same);
      parts.push({ title: same.title, words: same.words, definitions: same.definitions, units: null });
      continue;
    }
    const units = unitsOf(passage, prose.text, lexicon);
    const title = isTitle(passages, index, units, lexicon);
    parts.push({ title, words: wordsOf(units, title), definitions: definitionsIn(units, lexicon), units });
    yield;
  }
  const changed = new Set<string>();
  const recount = (words: PassageWords, times: 1 | -1) => {
    tally.count(words, times);
    if (before) for (const list of [words.lower, words.capital]) for (const word of list) changed.add(word);
  };
  for (const { words } of left) recount(words, -1);
  for (let index = 0; index < parts.length; index++) {
    if (known[index]) continue;
    recount(parts[index]!.words, 1);
    if (index % STEP === STEP - 1) yield;
  }
  if (before) for (const word of changed) if (isSameUse(before.tally.use(word), tally.use(word))) changed.delete(word);
  const abbreviations = abbreviationsOf(parts.flatMap(({ definitions }) => definitions));
  const found: PassageNames[] = [];
  for (const [index, passage] of passages.entries()) {
    const same = known[index];
    const { title, words, definitions, units } = parts[index]!;
    if (same && !meets(changed, same.asked)) {
      const by = kept.by(index);
      const isSame = by === 0 && kept.indexOf(index) === index;
      found.push(isSame ? same : { ...same, found: same.found.map((draft) => moved(draft, by, index)) });
      continue;
    }
    const asked = new Set<string>();
    const use = (word: string) => {
      asked.add(word);
      return tally.use(word);
    };
    const mine = units ?? unitsOf(passage, prose.text, lexicon);
    found.push({ title, words, definitions, asked, found: draftsIn(passage, mine, title, { use }, prose, lexicon) });
    yield;
  }
  const drafts: Draft[] = [];
  for (const passage of found) for (const draft of passage.found) if (!abbreviations.ordinary.has(draft.text)) drafts.push(draft);
  const spell = before?.spell ?? spellings(lexicon);
  const names =
    before && isSettledAlike(before, drafts, abbreviations)
      ? drafts.map((draft, at) => placed(before.names[at]!, draft))
      : yield* finish(drafts, abbreviations.full, spell);
  return { names, passages: found, tally, abbreviations, kept: drafts, spell };
}

function isSameUse(a: WordUse, b: WordUse): boolean {
  return a.lower === b.lower && a.capital === b.capital && a.mostlyCapital === b.mostlyCapital;
}

/** A mention of the same name, where it stands now. */
function placed(mention: NameMention, { start, end, passage }: Draft): NameMention {
  return mention.start === start && mention.end === end && mention.passage === passage ? mention : { ...mention, start, end, passage };
}

/** Whether two sets, the first of which is small, share anything. */
function meets(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  for (const word of few) if (many.has(word)) return true;
  return false;
}

function moved<T extends Draft>(draft: T, by: number, passage: number): T {
  return { ...draft, start: draft.start + by, end: draft.end + by, passage };
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

/** Whether the same names are told in the same order as before: then their kinds and full forms are the same too. */
function isSettledAlike({ kept, abbreviations }: NamesFound, drafts: readonly Draft[], now: Abbreviations): boolean {
  if (kept.length !== drafts.length || abbreviations.full.size !== now.full.size) return false;
  for (const [short, full] of now.full) if (abbreviations.full.get(short) !== full) return false;
  return drafts.every(({ text, evidence }, at) => {
    const before = kept[at]!;
    return text === before.text && evidence.kind === before.evidence.kind && evidence.strength === before.evidence.strength;
  });
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
  return { text, start, end, passage: passage.index, evidence: kindOf(piece, units, lexicon) };
}

function isGap(between: string): boolean {
  return between.trim() === '';
}

/** Settles the kinds, which mentions of one name share where they agree, and ties short forms. */
function* finish(found: readonly Draft[], full: ReadonlyMap<string, string>, spell: (name: string) => Spelling): Work<NameMention[]> {
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
  return found.map(({ text, start, end, passage }, at) => {
    const kind = kinds[at] === 'unknown' && people.has(fulls[at]!) ? 'person' : kinds[at]!;
    return { text, start, end, passage, kind, full: fulls[at]! };
  });
}
