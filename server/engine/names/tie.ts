/** Ties short forms to the full names of the same text: a surname to its person, an abbreviation to what it abbreviates. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameKind } from '../model.ts';
import { type Spelling, spellingOf } from './spelling.ts';

/** A name as found, before it is tied. */
export interface Found {
  readonly text: string;
  readonly kind: NameKind;
}

/**
 * The full form of each name, in order. A surname is tied to the one person of that surname named before it, or, where none was, to
 * the only one named after it; where two share it, to nobody. `abbreviations` maps what the text itself defines in brackets.
 */
export function tie(names: readonly Found[], abbreviations: ReadonlyMap<string, string>, lexicon: Lexicon): string[] {
  const spellings = names.map((name) => spellingOf(name.text, lexicon));
  const all = new Map<string, Map<string, string>>();
  for (const [at, name] of names.entries()) if (isFull(name, spellings[at]!)) note(all, name.text, spellings[at]!);
  const before = new Map<string, Map<string, string>>();
  return names.map((name, at) => {
    const spelling = spellings[at]!;
    if (isFull(name, spelling)) note(before, name.text, spelling);
    const long = abbreviations.get(name.text);
    if (long !== undefined) return long;
    if (name.kind === 'place' || name.kind === 'organisation') return name.text;
    const seen = before.get(spelling.plain) ?? all.get(spelling.plain);
    const [only, ...others] = new Set(seen?.values());
    return only !== undefined && others.length === 0 ? only : name.text;
  });
}

function isFull(name: Found, spelling: Spelling): boolean {
  return spelling.parts.length > 1 && name.kind !== 'place' && name.kind !== 'organisation' && !spelling.parts.at(-1)!.common;
}

/** Enters a full name under its endings: `de Gaulle`, `Gaulle`. Names of many parts are entered under the last three. */
function note(into: Map<string, Map<string, string>>, text: string, spelling: Spelling): void {
  let ending = '';
  for (let at = spelling.parts.length - 1; at > 0 && at >= spelling.parts.length - 3; at--) {
    ending = spelling.parts[at]!.lower + ending;
    const held = into.get(ending);
    if (!held) into.set(ending, new Map([[spelling.plain, text]]));
    else if (!held.has(spelling.plain)) held.set(spelling.plain, text);
  }
}
