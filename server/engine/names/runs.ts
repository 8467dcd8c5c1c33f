/** Runs of capitalised units, with the small words that names hold inside. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Unit } from './units.ts';

/** Units `first` to `next` (exclusive) of a passage. */
export interface Run {
  readonly first: number;
  readonly next: number;
  /** Whether it opens a sentence, where an ordinary word has a capital too. */
  readonly opens: boolean;
}

/** After these a sentence may begin. */
const STOPS = new Set(['.', '!', '?', '\u2026', '\u2022', '*', '|', '>']);
/** After these a quotation, a bracket or a label may begin: a word by itself may then owe its capital to its place. */
const LABELS = new Set(['"', "'", '(', '[', ':', '\u201e', '\u201a', '/']);
/** No name has more small words in a row (`van der`, `of the`, `de la`). */
const MOST_PARTICLES = 3;

/** The runs of a passage's units, in order. Linear: what follows a run is looked at a fixed number of times. */
export function runsOf(units: readonly Unit[], lexicon: Lexicon): Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < units.length) {
    const unit = units[at]!;
    const begins = unit.kind === 'name' || (unit.kind === 'initial' && leadsToName(units, at + 1));
    if (!begins && !(lexicon.names.surnameParticles.has(unit.lower) && units[at + 1]?.kind === 'name' && units[at + 1]!.spaced)) {
      at++;
      continue;
    }
    const next = runEnd(units, at, lexicon);
    runs.push({ first: at, next, opens: opensSentence(units, at, next - at) });
    at = next;
  }
  return runs;
}

/** Whether a run of `length` units may have its capital from its place: where a sentence, or a quotation of one word, begins. */
export function opensSentence(units: readonly Unit[], at: number, length: number): boolean {
  const before = units[at - 1];
  if (!before) return true;
  return before.kind === 'symbol' && (STOPS.has(before.text) || (length === 1 && LABELS.has(before.text)));
}

/** Whether initials go on to a name: `V. I. Lenin`. */
function leadsToName(units: readonly Unit[], at: number): boolean {
  for (let next = at; next < at + MOST_PARTICLES; next++) {
    if (units[next]?.kind === 'name') return units[next]!.spaced;
    if (units[next]?.kind !== 'initial') return false;
  }
  return false;
}

function runEnd(units: readonly Unit[], first: number, lexicon: Lexicon): number {
  let next = first + 1;
  let listed = false;
  while (next < units.length) {
    const last = units[next - 1]!;
    if (last.closed || units[next]!.broken) break;
    const joined = joint(units, first, next, listed, lexicon);
    if (joined === 0) break;
    if (units[next]!.lower === 'of' || units[next]!.lower === 'for') listed = true;
    next += joined;
  }
  return next;
}

/** How many units carry the run on: 1 for another name, more where a small word or a sign leads to one, 0 where it ends. */
function joint(units: readonly Unit[], first: number, at: number, listed: boolean, lexicon: Lexicon): number {
  const { names } = lexicon;
  const unit = units[at]!;
  const last = units[at - 1]!;
  const isName = (index: number) =>
    units[index]?.kind === 'name' && units[index]!.spaced && !units[index]!.broken && !isCountry(units[index]!, lexicon);
  if (unit.kind === 'name') return isName(at) && !endsWithCountry(units, first, at, lexicon) ? 1 : 0;
  if (unit.kind === 'initial') return unit.spaced && leadsToName(units, at + 1) ? 1 : 0;
  if (unit.text === '.' && !unit.spaced) {
    return (names.titles.has(last.lower) || names.commonParts.has(last.lower)) && last.text.length <= 4 && isName(at + 1) ? 2 : 0;
  }
  if (unit.text === '&') return units[at + 1]?.kind === 'name' ? 2 : 0;
  if (unit.kind !== 'word') return 0;
  if (unit.lower === 'of' || unit.lower === 'for') {
    if (unit.lower === 'of' ? !mayHaveOf(last, lexicon) : !names.forHeads.has(last.lower)) return 0;
    if (isName(at + 1)) return 2;
    return units[at + 1]?.lower === 'the' && isName(at + 2) ? 3 : 0;
  }
  if (unit.lower === 'and') return listed && names.portfolioHeads.has(units[first]!.lower) && isName(at + 1) ? 2 : 0;
  for (let small = 0; small < MOST_PARTICLES && names.particles.has(units[at + small]?.lower ?? ''); small++) {
    if (isName(at + small + 1)) return small + 2;
  }
  return 0;
}

function isCountry(unit: Unit, { names }: Lexicon): boolean {
  return unit.closed && names.countryAbbreviations.has(unit.lower.replaceAll('.', ''));
}

/** `Movement of Norway` is whole: the name that follows is another's. */
function endsWithCountry(units: readonly Unit[], first: number, at: number, { names }: Lexicon): boolean {
  return (
    at - 2 > first &&
    units[at - 2]!.lower === 'of' &&
    names.wellKnown.has(units[at - 1]!.lower) &&
    !names.organisationWords.has(units[at]!.lower)
  );
}

function mayHaveOf(unit: Unit, { names }: Lexicon): boolean {
  return names.organisationWords.has(unit.lower) || names.placeWords.has(unit.lower) || names.ofHeads.has(unit.lower);
}
