/** What keeps two sources' figures from being one: each may count another part of the same thing, or be reckoned from another base. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Token } from '../model.ts';

/** A claim with the text that it stands in. */
export interface Placed {
  readonly claim: Claim;
  readonly analysis: Analysis;
}

/** Whether a count is of a part of those who an event befell, or comes on top of others. */
export function isPartOrMore(placed: Placed, lexicon: Lexicon): boolean {
  return isPart(placed, lexicon) || isMore(placed, lexicon);
}

/** Whether two counts are of two parts of one thing, of one and of the whole, or so many of another number. */
export function areOfTwoParts(a: Placed, b: Placed, lexicon: Lexicon): boolean {
  if (isPart(a, lexicon) || isPart(b, lexicon)) return true;
  if (isMore(a, lexicon) !== isMore(b, lexicon)) return true;
  if (isElsewhere(a, b) || isElsewhere(b, a)) return true;
  if (isReckoned(a, b, lexicon) || isReckoned(b, a, lexicon)) return true;
  return basesApart(a, b, lexicon);
}

/** Whether a count is so many of those that an event has (`29 of the dead`, `of fifteen dead, ten`), not so many dead, or so many of some things. */
function isPart(placed: Placed, lexicon: Lexicon): boolean {
  const { claim } = placed;
  if (claim.role === 'part') return true;
  const { links } = lexicon.numbers;
  const tokens = tokensOf(placed);
  const { start, end } = claim.figure.tokens;
  // `12 of the 40 miners were killed` counts the dead.
  const isOfThings = claim.event === null && claim.figure.quantity.dimension === 'count';
  const isOfSome = isOfThings || claim.head === null;
  if (isOfSome && links.of.has(lower(tokens, end)) && (links.the.has(lower(tokens, end + 1)) || links.them.has(lower(tokens, end + 1))))
    return true;
  return beside(placed).some((other) => {
    if (other.figure.tokens.end > start) return false;
    let of = other.figure.tokens.start - 1;
    if (isOfThings && links.the.has(lower(tokens, of))) of--;
    if (!links.of.has(lower(tokens, of))) return false;
    // `Of the 72 injured, 22 were women`, `Out of 420, 73 were women`
    return isOfThings ? of <= 1 : claim.event !== null && other.event === claim.event;
  });
}

/** Whether a count comes on top of another that the text has told (`two more ships`, `thirteen others` with nothing before). */
function isMore(placed: Placed, lexicon: Lexicon): boolean {
  const { claim } = placed;
  if (claim.figure.quantity.dimension !== 'count') return false;
  const { links } = lexicon.numbers;
  const tokens = tokensOf(placed);
  const { end } = claim.figure.tokens;
  if (links.more.has(lower(tokens, end))) return lower(tokens, end + 1) !== 'than';
  // In `three died and 20 others were hurt` the others are all who were hurt.
  return links.others.has(lower(tokens, end)) && !beside(placed).some(({ event }) => event !== null && event !== claim.event);
}

/** Whether a text tells a count place by place (`nine in Kostel, two in Brod`), and the other is not told of this one. */
function isElsewhere(a: Placed, { claim: b }: Placed): boolean {
  const { place, isCountry, event, head } = a.claim;
  // A country is where the whole happened.
  if (place.length === 0 || isCountry || place.some((part) => b.place.includes(part))) return false;
  // What goes on with a bare number counts the same (`four in Kostel and about 50 in Brod`).
  const isBare = (other: Claim) => other.event === null && other.head === null && other.figure.quantity.dimension === 'count';
  const isAlike = (other: Claim) =>
    (event !== null ? other.event === event : head !== null && other.head?.term === head.term) || isBare(other);
  return beside(a).some((other) => isAlike(other) && other.place.length > 0 && !other.place.some((part) => place.includes(part)));
}

/** How far a product may be off: figures are rounded. */
const ROUNDED = 0.01;

/** Whether one figure comes of the other by what stands beside it: its two parts' sum, or the fraction that the text says it is. */
function isReckoned(a: Placed, b: Placed, lexicon: Lexicon): boolean {
  const value = valueIn(a.claim);
  const whole = valueIn(b.claim);
  if (value === null || whole === null) return false;
  const isWhole = (product: number) => Math.abs(product - whole) <= ROUNDED * Math.abs(whole);
  return beside(a).some((claim) => {
    const { quantity } = claim.figure;
    if (quantity.dimension === 'date') return false;
    const { dimension } = quantity;
    const other = valueIn(claim);
    if (other === null || other <= 0) return false;
    if (dimension === 'count' && a.claim.figure.quantity.dimension === 'count')
      return value + other === whole && !isPart({ ...a, claim }, lexicon);
    const ratio = dimension === 'share' ? (quantity.unit === '%' ? other / 100 : other) : dimension === 'ratio' ? other : 0;
    return ratio > 0 && (isWhole(value / ratio) || isWhole(value * ratio));
  });
}

function valueIn({ figure: { quantity } }: Claim): number | null {
  return quantity.dimension === 'date' ? null : quantity.value;
}

/** Whether each is so many in, or the number in which there are, another that the other has not (`19 goals in 27 matches`). */
function basesApart(a: Placed, b: Placed, { numbers }: Lexicon): boolean {
  const [left, right] = [a, b].map((placed) => partnerOf(placed, numbers.links.in));
  return left !== null && right !== null && left !== right;
}

/** So many words may stand between a count and the `in` that its base follows. */
const NEAR = 2;

/** The figure that `in` joins to this one, on either side; null where there is none. */
function partnerOf(placed: Placed, ins: ReadonlySet<string>): number | null {
  const tokens = tokensOf(placed);
  const { start, end } = placed.claim.figure.tokens;
  for (const claim of beside(placed)) {
    const value = valueIn(claim);
    if (value === null) continue;
    const { figure } = claim;
    const gap = figure.tokens.start >= end ? [end, figure.tokens.start] : [figure.tokens.end, start];
    const between = gap[1]! - gap[0]! - 1;
    if (between >= 0 && between <= NEAR && ins.has(lower(tokens, gap[1]! - 1))) return value;
  }
  return null;
}

/** Whether a bare number is likely somebody's age (`a volunteer, 44, who`, `were under 25`). */
export function mayBeAge(placed: Placed): boolean {
  const { head, figure } = placed.claim;
  const { quantity } = figure;
  if (head !== null || quantity.dimension !== 'count' || quantity.low > OLDEST) return false;
  const tokens = tokensOf(placed);
  return quantity.hedge === 'less-than' || (lower(tokens, figure.tokens.start - 1) === ',' && lower(tokens, figure.tokens.end) === ',');
}

const OLDEST = 115;

function tokensOf({ claim, analysis }: Placed): readonly Token[] {
  return analysis.passages[claim.figure.passage]!.tokens;
}

function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** The other claims of a claim's passage. Claims stand in the order of their text. */
function beside({ claim, analysis: { claims } }: Placed): readonly Claim[] {
  const { passage } = claim.figure;
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (claims[middle]!.figure.passage < passage) low = middle + 1;
    else high = middle;
  }
  const found: Claim[] = [];
  for (let at = low; claims[at]?.figure.passage === passage; at++) if (claims[at] !== claim) found.push(claims[at]!);
  return found;
}
