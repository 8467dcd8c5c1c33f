/** The sentence at the cursor, read as if the figure that is to come stood there already. */
import { analyse } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import { keysOf } from '../claims/terms.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Library } from '../library.ts';
import type { NumericDimension, Quantity, Token, Work } from '../model.ts';
import { TextPassage } from '../text/passage.ts';
import { excerptAround, type Place } from './place.ts';
import type { TypedFigure } from './typed.ts';

/** What tells that a figure comes: the word before it, and the small word between them (`toll of`, `rose to`). */
export interface WordCue {
  readonly word: string;
  /** Empty where the word itself stands right before. */
  readonly link: string;
}

export interface Sentence {
  /** What the figure would claim. */
  readonly claim: Claim;
  /** What stands before it. */
  readonly before: WordCue | null;
  /** Whether that tells the event that it counts (`killed`, `toll of`). */
  readonly tellsEvent: boolean;
}

/** Dimensions of the figures that may come after a word or a hedge, one of each block; the last only where digits begin them. */
const DIMENSIONS: readonly NumericDimension[] = ['count', 'money', 'share', 'measure', 'duration', 'points', 'age', 'year', 'ordinal'];
const ONLY_DIGITS: ReadonlySet<NumericDimension> = new Set(['age', 'year', 'ordinal']);

/** What stands for the figure that is to come: a number that is taken for no label, year or time of day. */
const PLACEHOLDER = '17';
const LINKS = new Set(['of', 'to', 'from', 'by', 'at', 'is', 'are', 'was', 'were']);
/** How far back the word before the cursor is looked for, in UTF-16 units. */
const WORDS = 80;

/** Whether the sources count anything by what stands before the cursor: told by the library's keys, before anything is read. */
export function mayFollow(text: string, { cue, span }: TypedFigure, library: Library, lexicon: Lexicon): boolean {
  if (cue !== 'word') return true;
  const { tokens } = new TextPassage({ text, masks: [] }, 0, 0, 'paragraph', Math.max(0, span.start - WORDS), span.start);
  const before = cueBefore(tokens, tokens.length);
  if (!before) return false;
  const { word, link } = before;
  // `rose from 60 to`
  if (link === 'to' && tokens.some(({ lower }) => lower === 'from')) return true;
  const { events, up, down } = lexicon.claims;
  if (up.has(word) || down.has(word)) return true;
  const event = events.get(word);
  const terms = keysOf(word, lexicon);
  const keys = DIMENSIONS.flatMap((dimension) => terms.map((term) => `${dimension}:${term}`));
  return library.fetch({ claims: event ? [`count!${event}`, ...keys] : keys, names: [] }).claims.size > 0;
}

/**
 * The sentence with a figure in the cursor's place; null where none would be read there: in code, in a link's target, after a label, where
 * one stands already.
 */
export function* sentenceAt(text: string, typed: TypedFigure, place: Place, lexicon: Lexicon): Work<Sentence | null> {
  if (!place.block) return null;
  const { cue, span, sign } = typed;
  const isOpen = cue === 'hedge' || cue === 'word';
  if (isOpen && /^\s?[\p{Nd}\p{Sc}]/u.test(text.slice(span.end, span.end + 3))) return null;
  const instead = sign + PLACEHOLDER + (isOpen && /^\p{L}/u.test(text.slice(span.end, span.end + 2)) ? ' ' : '');
  const end = isOpen ? span.end : figureEnd(text, span.end);
  const { prose, at } = excerptAround(text, place, place.block, { start: span.start, end }, instead);
  const { claims, passages } = yield* analyse(prose, lexicon);
  const claim = claims.find(({ figure }) => figure.start <= at + sign.length && at + sign.length < figure.end);
  if (!claim) return null;
  const { tokens } = passages[claim.figure.passage]!;
  const before = cueBefore(tokens, claim.figure.tokens.start);
  if (cue === 'word' && !before) return null;
  const tellsEvent =
    before !== null && claim.event !== null && ((cue === 'word' && before.link !== '') || isVerb(before.word, claim.event, lexicon));
  // `26 protesters were killed` has its figure.
  if (cue === 'word' && tellsEvent && isCounted(claim, claims, tokens, lexicon)) return null;
  return { claim, before, tellsEvent };
}

/** The end of the number, and of the word right behind it, that the cursor stands in. */
export function figureEnd(text: string, offset: number): number {
  return offset + NUMBER_REST.exec(text.slice(offset, offset + LONGEST))![0].length;
}

/** Longer numbers and words are nobody's. In UTF-16 units. */
const LONGEST = 60;
const NUMBER_REST = /^(?:[\p{L}\p{Nd}%]|[.,](?=\p{Nd}))*/u;

/** The claim's place taken by a figure of another dimension, once for each block that it may be of. */
export function* inDimensions({ claim, tellsEvent }: Sentence, { cue }: TypedFigure): Generator<Claim, void, void> {
  const { quantity } = claim.figure;
  // What is told of it already, by a unit behind the cursor or an event before it, is of one dimension.
  if (quantity.dimension !== 'count' || quantity.unit !== null || tellsEvent) {
    yield withQuantity(claim, quantity.dimension === 'date' ? quantity : { ...quantity, value: null });
    return;
  }
  for (const dimension of DIMENSIONS) {
    if (ONLY_DIGITS.has(dimension) && cue !== 'digits') continue;
    const plain = { dimension, value: null, low: 0, high: 0, hedge: null, unit: null, grain: 0, per: null };
    yield withQuantity(dimension === 'count' ? claim : { ...claim, head: null, event: null }, plain);
  }
}

function withQuantity(claim: Claim, quantity: Quantity): Claim {
  return { ...claim, figure: { ...claim.figure, quantity } };
}

/** The last words before a token as a cue; null where they are none. */
export function cueBefore(tokens: readonly Token[], end: number): WordCue | null {
  const last = tokens[end - 1];
  if (last?.kind !== 'word') return null;
  if (!LINKS.has(last.lower)) return { word: last.lower, link: '' };
  const before = tokens[end - 2];
  return before?.kind === 'word' ? { word: before.lower, link: last.lower } : null;
}

/** Whether a word of an event is a verb, by its form: `killed`, `shot`, `kills`; not `deaths`. */
function isVerb(word: string, event: string, { claims: { events, irregular } }: Lexicon): boolean {
  if (events.get(word) !== event) return false;
  if (word.endsWith('ed') || word.endsWith('ing') || irregular.has(word)) return true;
  const base = word.endsWith('s') ? word.slice(0, -1) : word;
  return events.has(`${base}ed`) || events.has(`${base}d`);
}

/** Whether a count before the event has it already, with no word of that event between them that is its own. */
function isCounted(claim: Claim, claims: readonly Claim[], tokens: readonly Token[], { claims: { events } }: Lexicon): boolean {
  const { start } = claim.figure.tokens;
  const tells = (at: number) => events.get(tokens[at]?.lower ?? '') === claim.event;
  return claims.some((other) => {
    if (other.figure.passage !== claim.figure.passage || other.event !== claim.event || other.figure.tokens.end > start) return false;
    if (tells(other.figure.tokens.start - 1)) return false;
    for (let at = other.figure.tokens.end; at < start - 1; at++) if (tells(at)) return false;
    return true;
  });
}
