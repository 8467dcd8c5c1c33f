/** Ties short forms to the full names of the same text: a surname to its person, an abbreviation to what it abbreviates. */
import type { NameKind, Work } from '../model.ts';
import type { Spelling } from './spelling.ts';

/** A name as found, before it is tied. */
export interface Found {
  readonly text: string;
  readonly kind: NameKind;
}

/**
 * The full form of each name, in order. A surname is tied to the one person of that surname named before it, or, where none was, to
 * the only one named after it; where two share it, to nobody. `abbreviations` maps what the text itself defines in brackets, `spell` takes a name apart.
 */
export function* tie(
  names: readonly Found[],
  abbreviations: ReadonlyMap<string, string>,
  spell: (name: string) => Spelling,
): Work<string[]> {
  const all = new Map<string, Bearer>();
  for (const [at, name] of names.entries()) {
    const spelling = spell(name.text);
    if (isFull(name, spelling)) note(all, name.text, spelling);
    if (at % STEP === STEP - 1) yield;
  }
  const before = new Map<string, Bearer>();
  const fulls: string[] = [];
  for (const [at, name] of names.entries()) {
    const spelling = spell(name.text);
    if (isFull(name, spelling)) note(before, name.text, spelling);
    const bearer = before.get(spelling.plain) ?? all.get(spelling.plain);
    const placed = name.kind === 'place' || name.kind === 'organisation' || !bearer || bearer.shared;
    fulls.push(abbreviations.get(name.text) ?? (placed ? name.text : bearer.text));
    if (at % STEP === STEP - 1) yield;
  }
  return fulls;
}

/** So many names are looked at between two yields. */
export const STEP = 256;

/** Who has a surname: the full name first written, and whether another has it too. */
interface Bearer {
  readonly text: string;
  readonly plain: string;
  readonly shared: boolean;
}

function isFull(name: Found, spelling: Spelling): boolean {
  return spelling.parts.length > 1 && name.kind !== 'place' && name.kind !== 'organisation' && !spelling.parts.at(-1)!.common;
}

/** Enters a full name under its endings: `de Gaulle`, `Gaulle`. Names of many parts are entered under the last three. */
function note(into: Map<string, Bearer>, text: string, spelling: Spelling): void {
  let ending = '';
  for (let at = spelling.parts.length - 1; at > 0 && at >= spelling.parts.length - 3; at--) {
    ending = spelling.parts[at]!.lower + ending;
    const held = into.get(ending);
    if (!held) into.set(ending, { text: text.replace(/\s+/gu, ' '), plain: spelling.plain, shared: false });
    else if (held.plain !== spelling.plain && !held.shared) into.set(ending, { ...held, shared: true });
  }
}
