/** Aligns the words of a quotation with those of a source, in order: what is the same, changed, put in and left out. */
import { distance } from 'fastest-levenshtein';
import type { QuotedWord } from './find.ts';
import type { Word } from './words.ts';

export interface SourceWord extends Word {
  /** Whether it stands outside the quotation marks, between two pieces of what is quoted there (`he said`). */
  readonly isAside: boolean;
  /** Whether it stands inside quotation marks. */
  readonly isQuoted: boolean;
}

/** A word of the quotation beside one of the source, by their places; null where the other has none for it. */
export interface Pair {
  readonly draft: number | null;
  readonly source: number | null;
  readonly isSame: boolean;
}

export interface WordAlignment {
  /** In order, from the first word of the quotation to its last; source words that may be left out are not among them. */
  readonly pairs: readonly Pair[];
  /** How many words are the same, and how many are not. */
  readonly same: number;
  readonly changed: number;
}

/** Names in two spellings of one script differ by no more letters than this, in words of at least so many. */
const NAME_DISTANCE = 2;
const LONG_NAME = 5;

/** What a word costs that is changed or put in, and one that is left out: who cuts a quotation is likelier than who adds to it. */
const CHANGED = 3;
const LEFT_OUT = 2;

/** Whether two words are one: another romanisation of a name is, for it is a matter of the names. */
function areSame(a: Word, b: Word): boolean {
  if (a.form === b.form) return true;
  const areNames = a.isCapital && b.isCapital && a.form[0] === b.form[0];
  return areNames && Math.min(a.form.length, b.form.length) >= LONG_NAME && distance(a.form, b.form) <= NAME_DISTANCE;
}

/**
 * The alignment with the fewest changes (Sellers 1980: an edit distance whose beginning and end in the source are free). Words of the
 * source that are asides, or stand where the quotation says that it leaves something out, may be passed over. Takes steps as many as
 * both have words, multiplied.
 */
export function alignWords(draft: readonly QuotedWord[], source: readonly SourceWord[]): WordAlignment {
  const width = source.length + 1;
  const costs = new Uint16Array((draft.length + 1) * width);
  const passing = (row: number, column: number): number => {
    if (row === 0) return 0;
    const isFree = draft[row]?.isAfterGap || source[column - 1]!.isAside;
    return isFree && row < draft.length ? 0 : LEFT_OUT;
  };
  for (let row = 1; row <= draft.length; row++) {
    costs[row * width] = row * CHANGED;
    for (let column = 1; column < width; column++) {
      const at = row * width + column;
      const changed = areSame(draft[row - 1]!, source[column - 1]!) ? 0 : CHANGED;
      const both = costs[at - width - 1]! + changed;
      costs[at] = Math.min(both, costs[at - width]! + CHANGED, costs[at - 1]! + passing(row, column));
    }
  }
  let column = 0;
  for (let each = 1; each < width; each++) if (costs[draft.length * width + each]! < costs[draft.length * width + column]!) column = each;
  return pairsFrom(draft, source, costs, column, passing);
}

function pairsFrom(
  draft: readonly QuotedWord[],
  source: readonly SourceWord[],
  costs: Uint16Array,
  end: number,
  passing: (row: number, column: number) => number,
): WordAlignment {
  const width = source.length + 1;
  const pairs: Pair[] = [];
  let changed = 0;
  let same = 0;
  for (let row = draft.length, column = end; row > 0; ) {
    const at = row * width + column;
    const isSame = column > 0 && areSame(draft[row - 1]!, source[column - 1]!);
    if (column > 0 && costs[at] === costs[at - width - 1]! + (isSame ? 0 : CHANGED)) {
      pairs.push({ draft: row - 1, source: column - 1, isSame });
      if (isSame) same++;
      else changed++;
      row--;
      column--;
    } else if (column > 0 && costs[at] === costs[at - 1]! + passing(row, column)) {
      if (passing(row, column) > 0) {
        pairs.push({ draft: null, source: column - 1, isSame: false });
        changed++;
      }
      column--;
    } else {
      pairs.push({ draft: row - 1, source: null, isSame: false });
      changed++;
      row--;
    }
  }
  return { pairs: pairs.reverse(), same, changed };
}
