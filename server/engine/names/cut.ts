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
    for (const part of hasCountry(whole, units, lexicon)
      ? [
          { ...whole, next: first + 1, titled: false },
          { ...whole, first: first + 1 },
        ]
      : [whole]) {
      const piece = trim(part, run, units, counts, lexicon);
      if (piece) pieces.push(piece);
    }
  };
  while (at < run.next) {
    const end = titleEnd(units, at, run, lexicon);
    if (end > at && !(end === run.next && at > first && !isDate(units[at]!, lexicon))) {
      flush(at);
      titled = !isDate(units[at]!, lexicon);
      first = keepsTitle(units, at, end, run, lexicon) ? end - 1 : end;
      at = end;
    } else at++;
  }
  flush(run.next);
  return pieces;
}

/** The end of the title or date that starts at `at`; `at` where there is none. */
function titleEnd(units: readonly Unit[], at: number, run: Run, lexicon: Lexicon): number {
  const { names } = lexicon;
  const unit = units[at]!;
  if (isDate(unit, lexicon)) {
    const after = units[at + 1]?.text === '.' ? units[at + 2] : units[at + 1];
    const isSurname = at > run.first && after?.kind !== 'number' && names.calendarNames.has(unit.lower);
    return isSurname ? at : at + 1;
  }
  let end = at;
  while (end < run.next && names.titleModifiers.has(units[end]!.lower)) end++;
  let found = false;
  while (
    end < run.next &&
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

/** A country before a person's full name: `President of Norway Ilse Marten`. */
function hasCountry(piece: Piece, units: readonly Unit[], { names }: Lexicon): boolean {
  const [first, ...rest] = units.slice(piece.first, piece.next);
  if (!first || rest.length < 2 || !names.wellKnown.has(first.lower)) return false;
  return rest.every((unit) => unit.kind === 'name' && !names.organisationWords.has(unit.lower) && !names.placeWords.has(unit.lower));
}

function isDate(unit: Unit, { names }: Lexicon): boolean {
  return names.calendar.has(unit.lower);
}

/** `Prince Andrew` keeps its title, `Sir Richard Evans` does not. */
function keepsTitle(units: readonly Unit[], at: number, end: number, run: Run, { names }: Lexicon): boolean {
  return end - at === 1 && run.next - end === 1 && names.royalTitles.has(units[at]!.lower);
}

function trim(piece: Piece, run: Run, units: readonly Unit[], counts: WordCounts, lexicon: Lexicon): Piece | null {
  const { names } = lexicon;
  let { first, next } = piece;
  const isLoose = (unit: Unit) =>
    unit.kind === 'symbol' || (unit.kind === 'word' && !names.surnameParticles.has(unit.lower)) || names.functionWords.has(unit.lower);
  while (first < next && (isLoose(units[first]!) || (units[first]!.kind === 'initial' && next - first === 1))) first++;
  const opens = run.opens && first === run.first;
  if (opens && first < next && isOrdinary(units, first, next - first === 1, counts, lexicon)) first++;
  while (first < next && isLoose(units[first]!)) first++;
  while (next > first && (isLoose(units[next - 1]!) || units[next - 1]!.kind === 'word' || units[next - 1]!.kind === 'initial')) next--;
  const isOrganisation = (unit: Unit) => names.organisationWords.has(unit.lower) || names.placeWords.has(unit.lower);
  while (next - first >= 3 && names.nationalities.has(units[first]!.lower) && !units.slice(first, next).some(isOrganisation)) first++;
  if (first >= next) return null;
  const kept = units.slice(first, next);
  if (kept.length === 1) return isName(kept[0]!, opens, counts, lexicon) ? { ...piece, first, next } : null;
  const telling = kept.some((unit) => unit.kind === 'name' && !isCommon(unit, lexicon));
  return telling || (kept.some(isOrganisation) && !opens) ? { ...piece, first, next } : null;
}

/** Whether the first word of a sentence has its capital from its place. */
function isOrdinary(units: readonly Unit[], at: number, alone: boolean, counts: WordCounts, { names }: Lexicon): boolean {
  const unit = units[at]!;
  const capital = counts.capital.get(unit.lower) ?? 0;
  const lower = counts.lower.get(unit.lower) ?? 0;
  if (capital > lower) return false;
  if (names.functionWords.has(unit.lower) || names.openers.has(unit.lower) || lower > 0) return true;
  if (capital > 0) return false;
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
function isName(unit: Unit, opens: boolean, counts: WordCounts, lexicon: Lexicon): boolean {
  const { names } = lexicon;
  if (unit.text.length < 2 || unit.kind !== 'name') return false;
  if (isAbbreviation(unit.text)) return !names.commonAbbreviations.has(unit.lower) && !names.functionWords.has(unit.lower);
  if (isCommon(unit, lexicon) || names.calendar.has(unit.lower) || names.titleModifiers.has(unit.lower)) return false;
  const lower = counts.lower.get(unit.lower) ?? 0;
  const capital = counts.capital.get(unit.lower) ?? 0;
  return lower === 0 ? !opens || !names.openers.has(unit.lower) || capital > 0 : capital > lower;
}

function isCommon(unit: Unit, { names }: Lexicon): boolean {
  const { lower } = unit;
  const singular = lower.endsWith('s') ? lower.slice(0, -1) : lower;
  const sets = [names.functionWords, names.nationalities, names.titles, names.organisationWords, names.placeWords, names.commonParts];
  return sets.some((words) => words.has(lower) || words.has(singular));
}
