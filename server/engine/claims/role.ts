/** Tells a figure's role: before or after a change, the change itself, or a part of a whole. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Token } from '../model.ts';
import type { Claim, Role } from './claim.ts';
import { isHardBoundary, lowerBound } from './clause.ts';
import type { Sentence } from './sentence.ts';

/** How many tokens before a figure its change may be told (`increased its dividend by 5%`). */
const REACH = 8;

/** After `of`: `nineteen of those who died`, `37 of which were fatal`. */
const PARTS = new Set(['those', 'them', 'whom', 'which']);

/** Between `as` and `as`: how far something went. */
const EXTREMES = new Set(['low', 'high']);

/** Behind a percentage, of what there is by so much more or less than before. */
const COMPARATIVES = new Set(['more', 'fewer', 'less']);

const RAISED = new Set(['raise', 'raises', 'raised', 'raising']);

/** The role of a figure in its sentence; null where it simply stands. */
export function roleOf(sentence: Sentence, figure: Figure, lexicon: Lexicon): Role | null {
  const { tokens } = sentence;
  if (figure.marker === 'from') return 'before';
  if (figure.marker === 'to') return isCompared(sentence.tokens, figure, lexicon) ? 'before' : 'after';
  const { dimension } = figure.quantity;
  if (dimension === 'date' || dimension === 'year') return null;
  const word = (at: number) => tokens[at]?.lower ?? '';
  const { up, down, part, among, withUp } = lexicon.claims;
  // `make up a third`, `ended up with`: nothing rises.
  const first = figure.tokens.start;
  const after = figure.tokens.end;
  // `raised $9 million for schools`, `$9 million raised`: money is collected.
  const collects = (at: number) => dimension === 'money' && RAISED.has(word(at)) && (at === first - 1 || at === after);
  const changes = (at: number) =>
    (up.has(word(at)) || down.has(word(at))) && !(word(at) === 'up' && withUp.has(word(at - 1))) && !collects(at);
  const before = word(first - 1);
  if (part.has(before) || (before === 'the' && part.has(word(first - 2)))) return 'part';
  // `Nine were among the 39 dead` tells of the whole; `among them 39` of a part.
  const isBehindPart = (at: number) => part.has(word(at)) || among.has(word(at));
  if (before === 'whom' || (before === 'them' && (word(first - 2) === 'of' || isBehindPart(first - 2)))) return 'part';
  // `7,500 people were held, of which 100 were officers`
  if (dimension === 'count' && before === 'which' && word(first - 2) === 'of') return 'part';
  // `including those of 19 children`
  if (before === 'of' && word(first - 2) === 'those' && isBehindPart(first - 3)) return 'part';
  if (word(figure.tokens.end) === 'of' && (PARTS.has(word(figure.tokens.end + 1)) || isOfBefallen(tokens, figure, lexicon))) return 'part';
  if (isAmongThem(tokens, figure)) return 'part';
  const changed = changeBefore(first, changes);
  // `to $1.65 billion`, `to a record $1.65 billion`, `below $25 billion` are levels reached.
  if (changed && (before === 'to' || (word(first - 2) === 'a' && word(first - 3) === 'to') || figure.quantity.hedge === 'less-than'))
    return 'after';
  // `fell as low as 61 cents`
  if (changed && word(first) === 'as' && EXTREMES.has(word(first + 1))) return 'after';
  if (before === 'from' && changed) return 'before';
  if (before === 'by' && changed) return 'change';
  if (isCompared(tokens, figure, lexicon)) return 'before';
  if (isSaidAgain(sentence, figure, changes)) return 'change';
  if (changes(first - 1) || (before === 'of' && changes(first - 2))) return isDifference(figure) ? 'change' : null;
  if ((dimension === 'share' || dimension === 'points') && isSizeOfChange(tokens, first, changes, lexicon)) return 'change';
  // `15% fewer tons`
  if (dimension === 'share' && COMPARATIVES.has(word(after)) && word(after + 1) !== 'than') return 'change';
  if (isDifference(figure) && (changes(after) || (word(after) === 'year' && changes(after + 1)))) return 'change';
  if (
    (word(after) === 'more' && word(after + 1) === 'than') ||
    word(after) === 'over' ||
    word(after) === 'above' ||
    word(after) === 'below'
  ) {
    return figure.quantity.dimension === 'money' ? 'change' : null;
  }
  return null;
}

/** Whether a share is told to be the size of a change that is a noun (`growth is put at 5%`), not the level that it reached. */
function isSizeOfChange(
  tokens: readonly Token[],
  first: number,
  changes: (at: number) => boolean,
  { claims: { changeNouns, sizeLinks } }: Lexicon,
): boolean {
  if (!sizeLinks.has(tokens[first - 1]?.lower ?? '')) return false;
  for (let at = first - 2; at >= Math.max(0, first - REACH) && !isHardBoundary(tokens[at]!.text); at--)
    if (changes(at) || changeNouns.has(tokens[at]!.lower)) return changeNouns.has(tokens[at]!.lower);
  return false;
}

/** Whether a sum says the change before it once more: `beat last year's by 2%, or $326,000`, `up $326,000 or 2%`. */
function isSaidAgain(sentence: Sentence, figure: Figure, changes: (at: number) => boolean): boolean {
  const { tokens } = sentence;
  const or = figure.tokens.start - 1;
  if (!isDifference(figure) || tokens[or]?.lower !== 'or') return false;
  const end = tokens[or - 1]?.text === ',' ? or - 1 : or;
  const other = sentence.figureAt(end - 1);
  if (!other || other.tokens.end !== end || other.quantity.dimension === figure.quantity.dimension || !isDifference(other)) return false;
  const before = other.tokens.start - 1;
  return tokens[before]?.lower === 'by' || changes(before);
}

/** Whether a figure is of those whom an event has befallen (`two of the dead`), not of people of a kind. */
function isOfBefallen(tokens: readonly Token[], { tokens: { end } }: Figure, lexicon: Lexicon): boolean {
  if (tokens[end + 1]?.lower !== 'the') return false;
  const told = tokens[end + 2]?.lower ?? '';
  const next = tokens[end + 3];
  return lexicon.claims.events.has(told) && (next?.kind !== 'word' || lexicon.claims.phraseEnds.has(next.lower));
}

const MORE = new Set(['more', 'further', 'additional']);
const ON_TOP = new Set(['additional', 'further', 'another']);

/**
 * Whether a count comes on top of what was counted before (`seven more bodies`, `an additional five deaths`, `another nine people`). Where the figure before it in
 * its sentence is of another event, it is all there is of its own: `20 died and 42 more were hurt`.
 */
export function isAddition(
  { tokens }: Sentence,
  { quantity, passage, tokens: { start, end } }: Figure,
  event: string | null,
  made: readonly Claim[],
): boolean {
  if (quantity.dimension !== 'count') return false;
  const before = tokens[start - 1]?.lower ?? '';
  const isMore = MORE.has(tokens[end]?.lower ?? '') && tokens[end + 1]?.lower !== 'than';
  if (!isMore && !ON_TOP.has(before)) return false;
  const last = made.at(-1);
  return !(last && last.figure.passage === passage && last.event !== null && last.event !== event);
}

const BRINGS = new Set([
  'bring',
  'brings',
  'bringing',
  'brought',
  'take',
  'takes',
  'taking',
  'took',
  'push',
  'pushing',
  'pushed',
  'raising',
  'raised',
]);
const TOTALS = new Set(['total', 'number', 'tally', 'count', 'figure']);
/** How many words may stand between `bringing` and the `to` before the total. */
const BRINGS_REACH = 6;

/** Whether a figure is what the one before it in its sentence brings a total to: `bringing the total number to 41`. */
export function isTotal({ tokens }: Sentence, { tokens: { start } }: Figure): boolean {
  const to = tokens[start]?.lower === 'to' ? start : start - 1;
  if (tokens[to]?.lower !== 'to') return false;
  let isOfTotal = false;
  for (let at = to - 1; at >= Math.max(0, to - BRINGS_REACH); at--) {
    const { kind, lower } = tokens[at]!;
    if (kind !== 'word') return false;
    if (TOTALS.has(lower)) isOfTotal = true;
    else if (BRINGS.has(lower)) return isOfTotal;
  }
  return false;
}

/** How many words a figure's noun may have before `among them`. */
const NOUN = 4;

/** `22 dead, three police officers among them` */
function isAmongThem(tokens: readonly Token[], { tokens: { end } }: Figure): boolean {
  for (let at = end; at < end + NOUN && tokens[at]?.kind === 'word'; at++)
    if (tokens[at]!.lower === 'among') return PARTS.has(tokens[at + 1]?.lower ?? '');
  return false;
}

/** How many tokens before a figure it may be told to be what another is compared with (`compared with a loss of $3 million`). */
const COMPARED_REACH = 5;

/** Whether a figure is what another is held against: `compared with 12`, `versus 12`, `against 12 a year earlier`, `12 in the previous quarter`. */
function isCompared(tokens: readonly Token[], figure: Figure, lexicon: Lexicon): boolean {
  const { comparisons, priors, periodNouns } = lexicon.claims;
  const word = (at: number) => tokens[at]?.lower ?? '';
  const { start, end } = figure.tokens;
  for (let at = start - 1; at >= Math.max(0, start - COMPARED_REACH); at--) {
    const { kind, lower } = tokens[at]!;
    if (kind !== 'word') break;
    const second = word(at + 1) === 'with' || word(at + 1) === 'to';
    if (comparisons.has(lower) && (second || lower === 'versus' || lower === 'vs')) return at + (second ? 1 : 0) < start;
  }
  // `against 12 percent`: people are charged and rallies held against others, so only right before a measured thing.
  // Nor is it what was before in `58 percent, against 42 for her`.
  if (word(start - 1) === 'against' && figure.quantity.dimension !== 'count' && figure.quantity.dimension !== 'ordinal')
    return word(end) !== 'for';
  // `where the second quarter had yielded $5 million`
  if (word(start - 2) === 'had' && periodNouns.has(word(start - 3))) return true;
  let at = end;
  while (['in', 'for', 'during', 'the', 'a', 'one'].includes(word(at)) && at < end + 3) at++;
  if (priors.has(word(at)) && word(at - 1) === 'the') return true;
  if (isOfEarlierPeriod(word, end, lexicon) || isToldOfBefore(tokens, start, lexicon)) return true;
  return word(end) === 'a' && (word(end + 2) === 'earlier' || (word(end + 2) === 'before' && !word(end + 3)));
}

/** Whether what stands at `at` is a period of an earlier year: `in the second quarter of last year`, `in the same period a year earlier`. */
function isOfEarlierPeriod(
  word: (at: number) => string,
  at: number,
  { claims: { priors, periodNouns }, numbers: { ordinals } }: Lexicon,
): boolean {
  if (!['in', 'for', 'during'].includes(word(at)) || word(at + 1) !== 'the') return false;
  if (!(word(at + 2) === 'same' || ordinals.has(word(at + 2))) || !periodNouns.has(word(at + 3))) return false;
  const of = word(at + 4) === 'of' ? at + 5 : at + 4;
  const year = word(of) === 'the' ? of + 1 : of;
  if (periodNouns.has(word(year + 1)) && (word(year) === 'last' || priors.has(word(year)))) return true;
  return word(of) === 'a' && periodNouns.has(word(of + 1)) && EARLIER.has(word(of + 2));
}

const EARLIER = new Set(['earlier', 'before', 'ago']);

/** Whether a sentence tells first of what was so long before (`A year earlier it had earned $12 million.`), up to where another clause begins. */
function isToldOfBefore(tokens: readonly Token[], start: number, { claims: { periodNouns } }: Lexicon): boolean {
  const [article, noun, earlier] = tokens;
  if (!article || !['a', 'one', 'the'].includes(article.lower) || !periodNouns.has(noun?.lower ?? '')) return false;
  if (!EARLIER.has(earlier?.lower ?? '') || start < 3) return false;
  for (let at = 3; at < start; at++) if (isHardBoundary(tokens[at]!.text) || CONTRASTS.has(tokens[at]!.lower)) return false;
  return true;
}

const CONTRASTS = new Set(['but', 'and', 'now', 'while', 'whereas', 'today', 'before', 'after', 'this']);

function changeBefore(first: number, changes: (at: number) => boolean): boolean {
  for (let at = first - 1; at >= Math.max(0, first - REACH); at--) if (changes(at)) return true;
  return false;
}

/** Whether a figure beside a word of change is the change itself (`up 5%`, `rose £3 million`), not the level reached (`cut 200 jobs`). */
function isDifference(figure: Figure): boolean {
  return ['share', 'points', 'money', 'ratio'].includes(figure.quantity.dimension);
}

/** Whether the sentence around a figure speaks of a rise or a fall, by the nearest word that tells; null where none does. */
export function directionOf(sentence: Sentence, figure: Figure, lexicon: Lexicon): 'up' | 'down' | null {
  const [nearest] = sentence.around(figure, sentence.changes);
  if (nearest === undefined || sentence.distance(figure, nearest) >= REACH) return null;
  return lexicon.claims.up.has(sentence.tokens[nearest]!.lower) ? 'up' : 'down';
}

/** How far (see `costOf`) from its figure a word of expectation may stand. */
const OUTLOOK_REACH = 14;

/** Whether a figure is told as expected, planned or wanted: by a word before it in its clause, or else right after it. */
export function isExpected(sentence: Sentence, figure: Figure): boolean {
  return sentence.around(figure, sentence.outlooks).some(
    (at) =>
      // `may have died` is told of what was.
      sentence.tokens[at + 1]?.lower !== 'have' &&
      !isOfChange(sentence, figure, at) &&
      sentence.distance(figure, at) < (at < figure.tokens.start ? OUTLOOK_REACH : OUTLOOK_REACH / 2),
  );
}

/** How many tokens behind a word of expectation the change may be told that is expected (`expected to rise`). */
const CHANGE_REACH = 3;

/**
 * Whether what is expected is a change from a figure or beside it, not the figure: `the toll of 41 is expected to rise`, `may rise, with 70
 * missing`.
 */
function isOfChange({ tokens, changes }: Sentence, { tokens: { start } }: Figure, at: number): boolean {
  const change = changes[lowerBound(changes, at)];
  if (change === undefined || change > at + CHANGE_REACH) return false;
  if (start < at) return true;
  for (let between = change + 1; between < start; between++) if (tokens[between]!.lower === 'with') return true;
  return false;
}
