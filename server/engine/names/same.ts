/** Tells which mentions, of the same text or of others, name the same person, place or organisation, in whatever form. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameKind, NameMention } from '../model.ts';
import { relate } from './compare.ts';
import { exactKey, isSameSpelling, type Spelling, spellings } from './spelling.ts';

/**
 * Whether a mention names what `mention` names: in full, by the surname alone, or in one of the other `variants` that sources have of it.
 * Where both texts give a full name, that decides: two people may share a surname.
 */
export function namesakes(
  mention: NameMention,
  variants: readonly { readonly text: string }[],
  lexicon: Lexicon,
): (other: NameMention) => boolean {
  const spell = spellings(lexicon);
  const full = spell(mention.full);
  const known = new Set([mention.text, mention.full, ...variants.map(({ text }) => text)].map((text) => exactKey(spell(text))));
  const surname = surnameOf(full, mention.kind);
  if (surname) known.add(surname);
  const isSame = (other: NameMention): boolean => {
    if (mention.kind !== other.kind && mention.kind !== 'unknown' && other.kind !== 'unknown') return false;
    const theirs = spell(other.full);
    if (full.parts.length > 1 && theirs.parts.length > 1) {
      return known.has(exactKey(theirs)) || isSameSpelling(full, theirs) || relate(full, theirs) !== null;
    }
    const theirSurname = surnameOf(theirs, other.kind);
    return known.has(exactKey(spell(other.text))) || known.has(exactKey(theirs)) || (theirSurname !== null && known.has(theirSurname));
  };
  const answers = new Map<string, boolean>();
  return (other) => {
    const key = JSON.stringify([other.text, other.full, other.kind]);
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = isSame(other);
      answers.set(key, answer);
    }
    return answer;
  };
}

/** The key of a full name's surname; null for what has none. */
function surnameOf(full: Spelling, kind: NameKind): string | null {
  const last = full.parts.at(-1);
  if (!last || full.parts.length < 2 || last.common || kind === 'place' || kind === 'organisation') return null;
  return exactKey({ ...full, plain: last.lower });
}
