/** Cuts a run of capitals into names: takes titles, dates, nationalities and ordinary words off it. */
import type { Lexicon } from '../lexicon/types.ts';
import type { WordCounts } from './counts.ts';
import type { Run } from './runs.ts';
import { isAbbreviation, type Unit } from './units.ts';

/** Units `first` to `next` (exclusive), and whether a title stands before them. */
export interface Piece {
  readonly first: number;
  readonly next: number;
  readonly titled: boolean;
}

/** The names of a run, in order. */
export function cutRun(run: Run, units: readonly Unit[], counts: WordCounts, lexicon: Lexicon): Piece[] {
  const pieces: Piece[] = [];
  let first = run.first;
  let titled = false;
  let at = run.first;
  const flush = (end: number) => {
    const whole = { first, next: end, titled };
    const person = startOfPerson(whole, units, lexicon);
    const parts =
      person > first
        ? [
            { ...whole, next: person, titled: false },
            { ...whole, first: person, titled: true },
          ]
        : [whole];
    for (const part of parts) {
      const piece = trim(part, run, units, counts, lexicon);
      if (piece) pieces.push(piece);
    }
  };
  while (at < run.next) {
    const end = titleEnd(units, at, run, lexicon);
    const breaks = end > at && isBreak(units[at]!, lexicon);
    const trails = end === run.next && at > first;
    if (end === at || (trails && !breaks && (!titled || lexicon.names.royalTitles.has(units[at]!.lower)))) {
      at++;
      continue;
    }
    // What stands between two titles that no name follows is a part of the title: `Chief Strategy Officer`.
    if (breaks || !trails) flush(at);
    titled = !breaks;
    first = keepsTitle(units, at, end, run, lexicon) ? end - 1 : end;
    at = end;
  }
  flush(run.next);
  return pieces;
}

/** `Former Deputy Prime Minister and Acting Defence Secretary` has been seen; a longer title is cut. */
const LONGEST_TITLE = 8;

/** The end of the title or date that starts at `at`; `at` where there is none. */
function titleEnd(units: readonly Unit[], at: number, run: Run, lexicon: Lexicon): number {
  const { names } = lexicon;
  const unit = units[at]!;
  if (isDate(unit, lexicon)) {
    const after = units[at + 1]?.text === '.' ? units[at + 2] : units[at + 1];
    const isSurname =
      at > run.first &&
      after?.kind !== 'number' &&
      names.calendarNames.has(unit.lower) &&
      !names.datePrepositions.has(units[at - 1]!.lower);
    return isSurname || isGivenName(units, at, run, lexicon) ? at : at + 1;
  }
  if (unit.kind === 'name' && at > run.first && at + 1 < run.next && names.breakWords.has(unit.lower)) return at + 1;
  let end = at;
  let found = false;
  while (
    end < run.next &&
    end < at + LONGEST_TITLE &&
    (names.titles.has(units[end]!.lower) || names.titleModifiers.has(units[end]!.lower) || units[end]!.text === '.')
  ) {
    if (names.titles.has(units[end]!.lower)) found = true;
    end++;
  }
  if (!found) return at;
  // `General Motors` and `Prince William County` are no people, nor is what `of` follows (`Duke of York`).
  const last = units[run.next - 1]!;
  if (end < run.next && (names.organisationWords.has(last.lower) || names.placeWords.has(last.lower))) return at;
  return units[end]?.kind === 'word' && end < run.next ? at : end;
}

/** `Jan Meier` and `June Carter`, but not the month of `in June Boeing said`. */
function isGivenName(units: readonly Unit[], at: number, run: Run, { names }: Lexicon): boolean {
  const next = units[at + 1];
  if (at !== run.first || at + 2 !== run.next || next?.kind !== 'name' || !next.spaced) return false;
  if (!names.calendarNames.has(units[at]!.lower) || names.titles.has(next.lower) || names.calendar.has(next.lower)) return false;
  return !names.datePrepositions.has(units[at - 1]?.lower ?? '');
}

/** A person's name has two parts or three where an office or a country is written before it. */
const FEWEST_PARTS = 2;
const MOST_PARTS = 3;

/**
 * Where a person's name starts that is written right after a country (`President of Norway Ilse Marten`) or an office (`Secretary of
 * Commerce Jon Riis`, `chairman of the Budget Committee Jon Riis`). The piece's own start where there is none.
 */
function startOfPerson(piece: Piece, units: readonly Unit[], { names }: Lexicon): number {
  const { first, next } = piece;
  const isBody = (unit: Unit) => names.organisationWords.has(unit.lower) || names.placeWords.has(unit.lower);
  const of = units[first - 1]?.lower === 'the' ? first - 2 : first - 1;
  const inOffice = units[of]?.lower === 'of' && names.titles.has(units[of - 1]?.lower ?? '');
  if (!inOffice) return first;
  let start = next;
  while (start > first && next - start <= MOST_PARTS && units[start - 1]!.kind === 'name' && !isBody(units[start - 1]!)) start--;
  const head = units[first];
  if (start === first && head && (names.wellKnown.has(head.lower) || names.titleModifiers.has(head.lower))) start++;
  return next - start >= FEWEST_PARTS && next - start <= MOST_PARTS ? start : first;
}

/** Whether a name ends before a capital that is no name: a date, or a small word of a line in title case. */
function isBreak(unit: Unit, lexicon: Lexicon): boolean {
  return isDate(unit, lexicon) || lexicon.names.breakWords.has(unit.lower);
}

function isDate(unit: Unit, { names }: Lexicon): boolean {
  return names.calendar.has(unit.lower);
}

/** `Prince Andrew` keeps its title, `Sir Richard Evans` does not. */
function keepsTitle(units: readonly Unit[], at: number, end: number, run: Run, { names }: Lexicon): boolean {
  const left = run.next - end;
  const single = left === 1 || (left === 2 && names.suffixes.has(units[run.next - 1]!.lower));
  return end - at === 1 && single && names.royalTitles.has(units[at]!.lower);
}

function trim(piece: Piece, run: Run, units: readonly Unit[], counts: WordCounts, lexicon: Lexicon): Piece | null {
  const { names } = lexicon;
  let { first, next } = piece;
  const isGiven = (unit: Unit) => names.givenNames.has(unit.lower) && (!run.opens || counts.use(unit.lower).capital);
  // No small word stands behind an article: `the WHO` is somebody.
  const isArticled = (at: number) => units[at - 1]?.lower === 'the' && isAbbreviation(units[at]!.text);
  const isLoose = (unit: Unit, at: number) =>
    unit.kind === 'symbol' ||
    (unit.kind === 'word' && !names.surnameParticles.has(unit.lower)) ||
    (names.functionWords.has(unit.lower) && !isGiven(unit) && !isArticled(at));
  while (first < next && (isLoose(units[first]!, first) || (units[first]!.kind === 'initial' && next - first === 1))) first++;
  const opens = run.opens && first === run.first;
  if (opens && first < next && isOrdinary(units, first, next - first === 1, counts, lexicon)) first++;
  while (first < next && isLoose(units[first]!, first)) first++;
  while (next > first && (isLoose(units[next - 1]!, next - 1) || units[next - 1]!.kind === 'word' || units[next - 1]!.kind === 'initial'))
    next--;
  const isOrganisation = (unit: Unit) => names.organisationWords.has(unit.lower) || names.placeWords.has(unit.lower);
  const isBody = units.slice(first, next).some(isOrganisation);
  while (!isBody && next - first >= 3 && names.nationalities.has(units[first]!.lower)) first++;
  if (first >= next) return null;
  const kept = units.slice(first, next);
  if (kept.length === 1) return isName(kept[0]!, opens, isArticled(first), counts, lexicon) ? { ...piece, first, next } : null;
  const telling = kept.some((unit) => unit.kind === 'name' && !isCommon(unit, lexicon));
  return telling || (kept.some(isOrganisation) && !opens) ? { ...piece, first, next } : null;
}

/** Whether the first word of a sentence has its capital from its place. */
function isOrdinary(units: readonly Unit[], at: number, alone: boolean, counts: WordCounts, { names }: Lexicon): boolean {
  const unit = units[at]!;
  const { lower, capital, mostlyCapital } = counts.use(unit.lower);
  if (mostlyCapital || (!alone && names.commonParts.has(unit.lower))) return false;
  if (names.functionWords.has(unit.lower) || names.openers.has(unit.lower) || lower) return true;
  if (capital) return false;
  const after = units[at + 1];
  // A plural noun that its verb or preposition follows (`Strikes in`), unless it speaks (`Reuters reported`).
  if (alone && after?.kind === 'word' && isPlural(unit.lower) && !names.speechVerbs.has(after.lower)) return true;
  const endings = alone ? names.ordinaryEndings : ['ing', 'ly'];
  return unit.lower.length >= 5 && !isAbbreviation(unit.text) && endings.some((ending) => unit.lower.endsWith(ending));
}

function isPlural(lower: string): boolean {
  return lower.length >= 5 && lower.endsWith('s') && !['ss', 'us', 'is', 'as', 'os'].some((ending) => lower.endsWith(ending));
}

/** Whether a capitalised word by itself is a name. */
function isName(unit: Unit, opens: boolean, isArticled: boolean, counts: WordCounts, lexicon: Lexicon): boolean {
  const { names } = lexicon;
  if (unit.text.length < 2 || unit.kind !== 'name') return false;
  if (isAbbreviation(unit.text)) {
    return !names.commonAbbreviations.has(unit.lower) && (!names.functionWords.has(unit.lower) || isArticled);
  }
  if (isCommon(unit, lexicon) || names.calendar.has(unit.lower) || names.titleModifiers.has(unit.lower)) return false;
  const { lower, capital, mostlyCapital } = counts.use(unit.lower);
  return lower ? mostlyCapital : !opens || !names.openers.has(unit.lower) || capital;
}

function isCommon(unit: Unit, { names }: Lexicon): boolean {
  const { lower } = unit;
  const singular = lower.endsWith('s') ? lower.slice(0, -1) : lower;
  const isAny = (words: ReadonlySet<string>) => words.has(lower) || (singular !== lower && words.has(singular));
  return (
    isAny(names.functionWords) ||
    isAny(names.nationalities) ||
    isAny(names.titles) ||
    isAny(names.organisationWords) ||
    isAny(names.placeWords) ||
    isAny(names.commonParts)
  );
}
