/** Completion: what the sources have for what is being typed at a place of a draft. Needs no analysis of the draft. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Library } from '../library.ts';
import type { MarkupLanguage, Work } from '../model.ts';
import { passagesOf } from '../text/passages.ts';
import { type FigureOffer, figureOffers } from './figures.ts';
import { type NameOffer, nameOffers } from './names.ts';
import { excerptAround, type Laid, opensMarkup, type Place, placeOf } from './place.ts';
import { figureEnd, mayFollow } from './sentence.ts';
import { type TypedName, typedAt } from './typed.ts';

export type { FigureOffer } from './figures.ts';
export type { NameOffer } from './names.ts';
export type { Laid } from './place.ts';

export type Offer = NameOffer | FigureOffer;

export interface Completions {
  /** The best first. */
  readonly offers: readonly Offer[];
  /** Whether more may apply once more is typed. */
  readonly incomplete: boolean;
  /** Where the word or number that the cursor stands in ends. A number is replaced whole; the rest of a word may stay. */
  readonly end: number;
  /** The draft as it was laid out, for the next question; null where nobody had to know. */
  readonly laid: Laid | null;
}

const NOTHING: Completions = { offers: [], incomplete: false, end: 0, laid: null };

/** What to offer at an offset of a draft. `known` is what the answer to an earlier question about it gave as `laid`. */
export function* complete(
  text: string,
  language: MarkupLanguage,
  offset: number,
  library: Library,
  lexicon: Lexicon,
  known: Laid | null = null,
): Work<Completions> {
  if (library.size === 0) return NOTHING;
  const { name, figure } = typedAt(text, offset, lexicon);
  if (name) {
    const { offers, all } = nameOffers(text, offset, name, library, lexicon);
    if (offers.length === 0) return NOTHING;
    const place = yield* placeOf(text, language, offset, known, lexicon);
    const isProse = yield* isInProse(text, name, offset, place, lexicon);
    // Editors leave out by letters in any order what does not fit, and know nothing of accents.
    const incomplete = !all || offers.length > 1 || /[^\p{ASCII}]/u.test(offers[0]!.text);
    return { offers: isProse ? offers : [], incomplete: isProse && incomplete, end: wordEnd(text, offset), laid: place.laid };
  }
  if (!figure || !mayFollow(text, figure, library, lexicon)) return NOTHING;
  const place = yield* placeOf(text, language, offset, known, lexicon);
  if (isBeingMarkedUp(text, figure.span.start, place)) return { ...NOTHING, laid: place.laid };
  const offers = yield* figureOffers(text, figure, place, library, lexicon);
  const end = figure.span.start === offset ? offset : figureEnd(text, offset);
  return { offers, incomplete: false, end, laid: place.laid };
}

function isBeingMarkedUp(text: string, start: number, { block, laid }: Place): boolean {
  return block !== null && laid.language === 'markdown' && opensMarkup(text.slice(block.start, start));
}

/** Whether the beginning of a name is read as prose. */
function* isInProse(text: string, { starts }: TypedName, offset: number, place: Place, lexicon: Lexicon): Work<boolean> {
  const start = starts.at(-1);
  if (!place.block || start === undefined || isBeingMarkedUp(text, start, place)) return false;
  const span = { start, end: offset };
  const { prose, at } = excerptAround(text, place, place.block, span, text.slice(start, offset));
  const passages = yield* passagesOf(prose, lexicon);
  return passages.some((passage) => passage.start <= at && at < passage.end && passage.tokens.some((token) => token.start === at));
}

/** The end of the word that the cursor stands in, without what follows an apostrophe. */
function wordEnd(text: string, offset: number): number {
  return offset + WORD_REST.exec(text.slice(offset, offset + LONGEST))![0].length;
}

/** Longer words are nobody's. In UTF-16 units. */
const LONGEST = 60;
const WORD_REST = /^[\p{L}\p{M}]*/u;
