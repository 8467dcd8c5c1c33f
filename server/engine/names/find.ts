/** Finds the names of a text and ties short forms to full ones. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameKind, NameMention, Passage, Prose, Work } from '../model.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { countWords, isShouting, isTitle, type WordCounts } from './counts.ts';
import { cutRun, type Piece } from './cut.ts';
import { type KindEvidence, kindOf } from './kind.ts';
import { type Run, runsOf } from './runs.ts';
import { STEP, tie } from './tie.ts';
import { type Unit, unitsOf } from './units.ts';

interface Draft {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly passage: number;
  readonly evidence: KindEvidence;
}

/** The names of a text, in order, never overlapping. Linear in the text; yields once a passage. */
export function* findNames(passages: readonly Passage[], prose: Prose, lexicon: Lexicon): Work<NameMention[]> {
  const units: Unit[][] = [];
  for (const passage of passages) {
    units.push(unitsOf(passage, prose.text, lexicon));
    yield;
  }
  const titles: boolean[] = [];
  for (const index of passages.keys()) {
    titles.push(isTitle(passages, index, units[index]!, lexicon));
    yield;
  }
  const counts = yield* countWords(units, titles);
  const abbreviations = yield* abbreviationsOf(units, lexicon);
  const found: Draft[] = [];
  for (const [index, passage] of passages.entries()) {
    const mine = units[index]!;
    if (!isShouting(mine)) {
      const runs = runsOf(mine, lexicon);
      for (const run of titles[index] ? runs.flatMap((each) => knownRuns(each, mine, counts)) : runs) {
        for (const piece of cutRun(run, mine, counts, lexicon)) {
          const name = draftOf(piece, mine, prose, passage, lexicon);
          if (!abbreviations.ordinary.has(name.text)) found.push(name);
        }
      }
    }
    yield;
  }
  return yield* finish(found, abbreviations.full, lexicon);
}

/** In a title every word has a capital: only those that the text's sentences show to be names are one. */
function knownRuns(run: Run, units: readonly Unit[], counts: WordCounts): Run[] {
  const runs: Run[] = [];
  let first = run.first;
  const isKnown = (unit: Unit) => (counts.capital.get(unit.lower) ?? 0) > (counts.lower.get(unit.lower) ?? 0);
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
function* finish(found: readonly Draft[], full: ReadonlyMap<string, string>, lexicon: Lexicon): Work<NameMention[]> {
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
  const fulls = yield* tie(tied, full, lexicon);
  // What tells that one form is a person's tells it of the other too.
  const people = new Set(fulls.filter((_, at) => kinds[at] === 'person'));
  yield;
  return found.map(({ text, start, end, passage }, at) => {
    const kind = kinds[at] === 'unknown' && people.has(fulls[at]!) ? 'person' : kinds[at]!;
    return { text, start, end, passage, kind, full: fulls[at]! };
  });
}
