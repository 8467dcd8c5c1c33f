/** How one text uses its names: each spelling once, whatever how often it is written. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameKind, NameMention } from '../model.ts';
import { spellingOf, tellingParts } from './spelling.ts';

/** A form of a name as one text writes it. */
export interface NameUse {
  readonly written: string;
  readonly kind: NameKind;
  /** The romanised given name that the text writes before it, where it is the surname of a longer form; else null. */
  readonly given: string | null;
  readonly times: number;
}

/** The forms of a text's names, and the surnames of its people as forms of their own, for drafts that use these alone. */
export function nameUses(mentions: readonly NameMention[], lexicon: Lexicon): NameUse[] {
  const uses = new Map<string, { written: string; kind: NameKind; given: string | null; times: number }>();
  const use = (written: string, kind: NameKind, given: string | null, times: number): void => {
    const key = `${kind}\n${given ?? ''}\n${written}`;
    const known = uses.get(key);
    if (known) known.times += times;
    else uses.set(key, { written, kind, given, times });
  };
  for (const { text, kind } of mentions) use(text.replace(/\s+/gu, ' '), kind, null, 1);
  for (const { written, kind, times } of [...uses.values()]) {
    if (kind === 'place' || kind === 'organisation') continue;
    const spelling = spellingOf(written, lexicon);
    const first = spelling.parts[0];
    const last = spelling.parts.at(-1);
    if (!first || !last || first === last || last.common || tellingParts(spelling).length < 2) continue;
    for (const surname of surnamesOf(written, lexicon)) use(surname, kind, first.roman, times);
  }
  return [...uses.values()];
}

/** The surname of a full name, with the particles that it keeps and without. */
function surnamesOf(full: string, { names }: Lexicon): string[] {
  const words = full.split(' ');
  let first = words.length - 1;
  const surnames = [words[first]!];
  while (first > 1 && names.particles.has(words[first - 1]!)) first--;
  if (first < words.length - 1) surnames.push(words.slice(first).join(' '));
  return surnames;
}
