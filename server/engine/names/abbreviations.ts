/** Abbreviations that a text defines in brackets: `Collective Security Treaty Organization (CSTO)`, `liquefied petroleum gas (LPG)`. */
import type { Lexicon } from '../lexicon/types.ts';
import { isAbbreviation, type Unit } from './units.ts';

export interface Abbreviations {
  /** From an abbreviation to the name it stands for. */
  readonly full: ReadonlyMap<string, string>;
  /** Those that stand for ordinary words. */
  readonly ordinary: ReadonlySet<string>;
}

/** An abbreviation as a passage defines it: the name it stands for, or null where it stands for ordinary words. */
export interface Definition {
  readonly short: string;
  readonly full: string | null;
}

/** The abbreviations defined in a passage's units. The words before the bracket are held against its letters, from the right. */
export function definitionsIn(units: readonly Unit[], lexicon: Lexicon): Definition[] {
  const found: Definition[] = [];
  for (let at = 1; at + 2 < units.length; at++) {
    const short = units[at + 1]!;
    if (units[at]!.text !== '(' || units[at + 2]!.text !== ')' || !isAbbreviation(short.text)) continue;
    const words = expansion(units, at, short.lower.replaceAll('.', ''), lexicon);
    if (words) found.push({ short: short.text, full: words.some((unit) => unit.kind === 'name') ? joinUnits(words) : null });
  }
  return found;
}

/** What all of a text's definitions come to, given in order. */
export function abbreviationsOf(definitions: readonly Definition[]): Abbreviations {
  const full = new Map<string, string>();
  const ordinary = new Set<string>();
  for (const { short, full: name } of definitions) {
    if (name !== null) full.set(short, name);
    else ordinary.add(short);
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
