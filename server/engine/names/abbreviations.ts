/** Abbreviations that a text defines in brackets: `Collective Security Treaty Organization (CSTO)`, `liquefied petroleum gas (LPG)`. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Work } from '../model.ts';
import { isAbbreviation, type Unit } from './units.ts';

export interface Abbreviations {
  /** From an abbreviation to the name it stands for. */
  readonly full: ReadonlyMap<string, string>;
  /** Those that stand for ordinary words. */
  readonly ordinary: ReadonlySet<string>;
}

/** The abbreviations defined in the passages' units. The words before the bracket are held against its letters, from the right. Yields once a passage. */
export function* abbreviationsOf(passages: readonly (readonly Unit[])[], lexicon: Lexicon): Work<Abbreviations> {
  const full = new Map<string, string>();
  const ordinary = new Set<string>();
  for (const units of passages) {
    for (let at = 1; at + 2 < units.length; at++) {
      const short = units[at + 1]!;
      if (units[at]!.text !== '(' || units[at + 2]!.text !== ')' || !isAbbreviation(short.text)) continue;
      const words = expansion(units, at, short.lower.replaceAll('.', ''), lexicon);
      if (!words) continue;
      if (words.some((unit) => unit.kind === 'name')) full.set(short.text, joinUnits(words));
      else ordinary.add(short.text);
    }
    yield;
  }
  for (const short of full.keys()) ordinary.delete(short);
  return { full, ordinary };
}

/** The units whose first letters (one for each word of a hyphened one) are `letters`; small words may be left out. */
function expansion(units: readonly Unit[], before: number, letters: string, lexicon: Lexicon): readonly Unit[] | null {
  let left = letters.length;
  for (let at = before - 1; at >= 0; at--) {
    const unit = units[at]!;
    if (unit.kind === 'symbol' || unit.kind === 'number') return null;
    const initials = unit.lower
      .split('-')
      .map((word) => word[0] ?? '')
      .join('');
    const small = unit.kind === 'word' && lexicon.names.functionWords.has(unit.lower);
    if (left >= initials.length && letters.slice(left - initials.length, left) === initials) left -= initials.length;
    else if (left > 0 && letters[left - 1] === initials[0]) left--;
    else if (!small) return null;
    if (left === 0) return units.slice(at, before);
  }
  return null;
}

function joinUnits(units: readonly Unit[]): string {
  return units.map((unit, at) => (at > 0 && unit.spaced ? ` ${unit.text}` : unit.text)).join('');
}
