/** What a text says a name is: a person by title, age or speech, a place or organisation by the words in and around it. */
import type { Lexicon } from '../lexicon/types.ts';
import type { NameKind } from '../model.ts';
import type { Piece } from './cut.ts';
import type { Unit } from './units.ts';

/** A kind and how sure: 2 by a title or a part of the name, 1 by what stands beside it, 0 for nothing. */
export interface KindEvidence {
  readonly kind: NameKind;
  readonly strength: 0 | 1 | 2;
}

/** What the name and its neighbours tell of its kind. */
export function kindOf(piece: Piece, units: readonly Unit[], lexicon: Lexicon): KindEvidence {
  const { names } = lexicon;
  const kept = units.slice(piece.first, piece.next);
  const head = kept.find((unit, at) => at > 0 && (unit.lower === 'of' || unit.lower === 'for'));
  const heads = [kept.at(-1)!, ...(head ? [kept[kept.indexOf(head) - 1]!] : [])];
  if (kept.length > 1 && heads.some((unit) => names.organisationWords.has(unit.lower))) return { kind: 'organisation', strength: 2 };
  if (kept.length > 1 && [kept[0]!, ...heads].some((unit) => names.placeWords.has(unit.lower))) return { kind: 'place', strength: 2 };
  const abbreviation = kept[0]!.lower.replaceAll('.', '');
  if (kept.length === 1 && names.unionAbbreviations.has(abbreviation)) return { kind: 'organisation', strength: 2 };
  const isCountry = kept.length === 1 && (names.wellKnown.has(kept[0]!.lower) || names.countryAbbreviations.has(abbreviation));
  if (isCountry && !piece.titled) return { kind: 'place', strength: 2 };
  if (piece.titled || names.royalTitles.has(kept[0]!.lower)) return { kind: 'person', strength: 2 };
  return beside(piece, units, kept.length, lexicon);
}

function beside(piece: Piece, units: readonly Unit[], length: number, { names }: Lexicon): KindEvidence {
  const before = units[piece.first - 1];
  const earlier = units[piece.first - 2];
  const after = units[piece.next];
  const later = units[piece.next + 1];
  const isLast = units[piece.next - 1]!.closed;
  if (before?.kind === 'word' && names.titles.has(before.lower)) return { kind: 'person', strength: 2 };
  if (before?.lower === ',' && earlier?.kind === 'word' && names.titles.has(earlier.lower) && length > 1)
    return { kind: 'person', strength: 1 };
  if (after?.kind === 'word' && !isLast && names.placeWords.has(after.lower)) return { kind: 'place', strength: 2 };
  if (before?.kind === 'word' && names.placeKinds.has(before.lower)) return { kind: 'place', strength: 2 };
  if (before?.lower === 'of' && earlier?.kind === 'word' && names.placeKinds.has(earlier.lower)) return { kind: 'place', strength: 2 };
  if (after?.text === ',' && isAge(later)) return { kind: 'person', strength: 2 };
  if (length > 1 && after?.kind === 'word' && names.speechVerbs.has(after.lower) && !isLast) return { kind: 'person', strength: 1 };
  if (after?.lower === 'who' || (after?.text === ',' && later?.lower === 'who')) return { kind: 'person', strength: 1 };
  if (before?.kind === 'word' && names.placePrepositions.has(before.lower) && !isLast) return { kind: 'place', strength: 1 };
  return { kind: 'unknown', strength: 0 };
}

/** A number that is an age when it stands after a name: one or two digits, or just over a hundred. */
function isAge(unit: Unit | undefined): boolean {
  if (unit?.kind !== 'number') return false;
  const years = Number(unit.text);
  return Number.isInteger(years) && years >= 3 && years <= 115;
}
