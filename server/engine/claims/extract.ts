/** From figures to claims: the claims of a text, passage by passage, and of its next version what has changed of them. */
import type { Lexicon } from '../lexicon/types.ts';
import type { CalendarDate, Figure, NameMention, Passage, Prose, Work } from '../model.ts';
import type { Kept } from '../text/kept.ts';
import { type Carried, carryOver, NOTHING, sameCarried } from './carried.ts';
import type { Claim } from './claim.ts';
import { claimOf, contextOf } from './make.ts';
import { isSameClaim } from './moved.ts';
import { termsOf } from './terms.ts';
import { latestDate } from './time.ts';

const NO_FIGURES: readonly Figure[] = [];

/** How many figures of one passage are read before a host may look at its clock. */
const FIGURES = 64;

/** The claims of one passage, and all that they rest on besides its words and figures. */
interface PassageClaims {
  readonly claims: readonly Claim[];
  /** Its names, and the starts of those that tell a first word from a name, from the passage's own start. */
  readonly names: readonly NameMention[];
  readonly named: readonly number[];
  readonly carried: Carried;
  /** What it leaves to the next passage. */
  readonly left: Carried;
}

/** The claims of a text by its passages, with what the finding of its next version's can take over. */
export interface ClaimsFound {
  readonly passages: readonly PassageClaims[];
  readonly told: CalendarDate | null;
}

/** The claims of a text, one a figure, in order. Yields once a passage, and more often where one has many figures. */
export function* claimsOf(
  passages: readonly Passage[],
  figures: readonly (readonly Figure[])[],
  names: readonly NameMention[],
  prose: Prose,
  lexicon: Lexicon,
): Work<readonly Claim[]> {
  const told = prose.date ?? (yield* latestDate(figures));
  const claims: Claim[] = [];
  let next = 0;
  let carried = NOTHING;
  for (const passage of passages) {
    const named: number[] = [];
    for (; next < names.length && names[next]!.passage <= passage.index; next++)
      if (tellsName(names[next]!)) named.push(names[next]!.start - passage.start);
    const own = figures[passage.index] ?? NO_FIGURES;
    const read = yield* readPassage(passage, own, named, carried, prose, told, lexicon);
    for (const claim of read.claims) claims.push(claim);
    carried = read.left;
    yield;
  }
  return claims;
}

/**
 * The claims of a text that was told on a day, by passages: as `claimsOf`, but for their places, which count from their passages'. So do those
 * of the figures and names that they are made of. `kept` tells what can be taken over from the version before. Yields as `claimsOf` does.
 */
export function* claimsFound(
  passages: readonly Passage[],
  figuresOf: (index: number) => readonly Figure[],
  names: readonly (readonly NameMention[])[],
  told: CalendarDate | null,
  prose: Prose,
  lexicon: Lexicon,
  kept: Kept<ClaimsFound>,
): Work<ClaimsFound> {
  const { before } = kept;
  const toldAlike = before !== null && sameDate(before.told, told);
  const found: PassageClaims[] = [];
  let carried = NOTHING;
  for (let index = 0; index < passages.length; index++) {
    const passage = passages[index]!;
    const same = before && kept.has(index) ? before.passages[kept.indexOf(index)]! : null;
    const own = figuresOf(index);
    const mine = names[index]!;
    const isAlike =
      same !== null &&
      (toldAlike || own.length === 0) &&
      (same.names === mine || areStarts(same.named, mine)) &&
      sameCarried(same.carried, carried);
    // What is equal is held as the same, so that it need not be compared again.
    if (isAlike) found.push(same.names === mine && same.carried === carried ? same : { ...same, names: mine, carried });
    else {
      const named = mine.filter(tellsName).map(({ start }) => start);
      const read = yield* readPassage(passage, own, named, carried, prose, told, lexicon);
      // What the sentence before leaves need not matter to the claims of this one: those that are the same go on as what they were.
      const claims = same ? keptWhereSame(same.claims, read.claims) : read.claims;
      found.push({ claims, names: mine, named, carried, left: read.left });
      yield;
    }
    carried = found[index]!.left;
  }
  return { passages: found, told };
}

/** The claims of a passage as they are now: those that are what they were, in the same words, are the same objects, and so is the list. */
function keptWhereSame(before: readonly Claim[], now: readonly Claim[]): readonly Claim[] {
  const claims = now.map((claim, at) => (before[at] && isSameClaim(before[at], claim) ? before[at] : claim));
  return claims.length === before.length && claims.every((claim, at) => claim === before[at]) ? before : claims;
}

/** What a passage says, and what it leaves to the next. `named` are the starts of the names that tell a first word from one, from its own. */
function* readPassage(
  passage: Passage,
  figures: readonly Figure[],
  named: readonly number[],
  carried: Carried,
  prose: Prose,
  told: CalendarDate | null,
  lexicon: Lexicon,
): Work<{ readonly claims: readonly Claim[]; readonly left: Carried }> {
  const terms = termsOf(passage, lexicon, named.length > 0 ? new Set(named.map((start) => start + passage.start)) : undefined);
  const claims: Claim[] = [];
  if (figures.length > 0) {
    const context = contextOf(passage, terms, figures, carried, prose, told, lexicon);
    for (const [index, figure] of figures.entries()) {
      claims.push(claimOf(figure, index, context, claims));
      if (index % FIGURES === FIGURES - 1) yield;
    }
  }
  return { claims, left: carryOver(passage, terms, figures, carried, lexicon) };
}

function sameDate(a: CalendarDate | null, b: CalendarDate | null): boolean {
  return a === b || (a !== null && b !== null && a.year === b.year && a.month === b.month && a.day === b.day);
}

/** A first word alone is a name only where its kind is told: anything else is capitalised there too. */
function tellsName({ kind, text }: NameMention): boolean {
  return kind !== 'unknown' || text.includes(' ');
}

/** Whether those of a passage's names that tell so start where they did. */
function areStarts(starts: readonly number[], names: readonly NameMention[]): boolean {
  let known = 0;
  for (const name of names) if (tellsName(name) && starts[known++] !== name.start) return false;
  return known === starts.length;
}
