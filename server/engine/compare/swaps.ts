/** Figures of one sentence that stand in each other's place in a source: `11 shops and 38 stations` beside `38 shops and 11 stations`. */
import type { Claim, Head } from '../claims/claim.ts';
import type { Source } from '../library.ts';
import { differs, significantDigits } from './agree.ts';
import { narrows } from './align.ts';
import type { Aligned } from './candidates.ts';

/** How clearly the words that tell two figures of a sentence apart must tell them apart the other way round in a source, -1 to 1. */
const SWAPPED = -0.8;
/** By how much nearer one of two figures a word must stand to tell them apart. */
const TELLING = 0.05;

/** What is found to be swapped for one claim: what only seems to agree with it, and what its words go with instead. */
export interface Swaps {
  readonly seeming: ReadonlySet<Claim>;
  readonly crossed: ReadonlySet<Claim>;
}

/** What shares more figures with a sentence of a draft is a list, which words beside them do not tell apart. */
const MOST_SHARED = 12;

/**
 * The swaps among the claims of one sentence, by their places in it: where a passage has two of its figures, and the words beside each
 * stand beside the other there. `aligned` is what each claim is held against. Linear in that.
 */
export function swapsOf(claims: readonly Claim[], aligned: readonly (readonly Aligned[])[]): ReadonlyMap<number, Swaps> {
  const found = new Map<number, { seeming: Set<Claim>; crossed: Set<Claim> }>();
  const add = (index: number, seeming: Claim, crossed: Claim) => {
    const swaps = found.get(index) ?? { seeming: new Set(), crossed: new Set() };
    swaps.seeming.add(seeming);
    swaps.crossed.add(crossed);
    found.set(index, swaps);
  };
  for (const [{ index: left, theirs: a }, { index: right, theirs: b }] of sharedPairs(claims, aligned)) {
    if (left === right || a === b || unitOf(a) !== unitOf(b)) continue;
    // Words beside figures tell them apart in one sentence; in two sentences what they count must.
    const isOne = a.figure.passage === b.figure.passage;
    if (!(isOne ? isSwapped : countsCrossed)(claims[left]!, claims[right]!, a, b)) continue;
    if (!crosses(aligned[left]!, b) || !crosses(aligned[right]!, a)) continue;
    add(left, a, b);
    add(right, b, a);
  }
  return found;
}

/** How clearly the words beside a figure must stand beside another in a source, -1 to 1, and how much of its names must. */
const MISPLACED = 0.6;
const MISPLACED_NAMES = 0.2;

/**
 * What only seems to agree with a claim: a figure of a passage which has another that the claim's names and words stand beside instead, as
 * the 22 million of `One party spent 58 million and another 22 million` for the first. `rivals` are the other claims of its sentence, and
 * `isTaken` tells which figures these have. Linear in what the claim is held against.
 */
export function misplacedOf(
  claim: Claim,
  rivals: readonly Claim[],
  list: readonly Aligned[],
  isTaken: (theirs: Claim) => boolean,
): Swaps | null {
  if (!isPlain(claim) || claim.ownNames.size === 0) return null;
  const seeming = new Set<Claim>();
  const crossed = new Set<Claim>();
  const alike = rivals.filter((rival) => unitOf(rival) === unitOf(claim));
  for (const beside of besideOneAnother(list)) {
    for (const { agreement, ref } of beside) {
      if (agreement !== 'same') continue;
      for (const other of beside) {
        const theirs = other.ref.claim;
        if (!differs(other.agreement) || unitOf(theirs) !== unitOf(ref.claim) || isTaken(theirs)) continue;
        if (!isMisplaced(claim, alike, ref.claim, theirs)) continue;
        seeming.add(ref.claim);
        crossed.add(theirs);
      }
    }
  }
  return seeming.size > 0 ? { seeming, crossed } : null;
}

/** By the passages that have several figures which may be the claim's: which. Where none is the same there is nothing to tell. */
function besideOneAnother(list: readonly Aligned[]): Aligned[][] {
  const sources = new Map<Source, Map<number, Aligned[]>>();
  for (const { ref, passage, agreement } of list) {
    if (agreement !== 'same') continue;
    const passages = sources.get(ref.source) ?? new Map<number, Aligned[]>();
    sources.set(ref.source, passages.set(passage, []));
  }
  for (const item of list) {
    if (item.alignment.bar || item.agreement === null) continue;
    const beside = sources.get(item.ref.source)?.get(item.passage);
    if (beside && isPlain(item.ref.claim)) beside.push(item);
  }
  const all = [...sources.values()].flatMap((passages) => [...passages.values()]);
  return all.filter(({ length }) => length > 1 && length <= MOST_SHARED);
}

/** Whether a claim's words, some name among them, stand beside another figure of a passage than beside the one that it has. */
function isMisplaced(claim: Claim, rivals: readonly Claim[], same: Claim, other: Claim): boolean {
  let [dot, ours, theirs, named] = [0, 0, 0, 0];
  for (const [term, near] of claim.terms) {
    const lean = (other.terms.get(term) ?? 0) - (same.terms.get(term) ?? 0);
    if (Math.abs(lean) < TELLING) continue;
    const own = near - Math.max(0, ...rivals.map(({ terms }) => terms.get(term) ?? 0));
    dot += own * lean;
    ours += own * own;
    theirs += lean * lean;
    if (claim.ownNames.has(term) && own > 0) named += lean;
  }
  return named > MISPLACED_NAMES && dot >= MISPLACED * Math.sqrt(ours * theirs);
}

/** A claim of a sentence, by its place there, with one of a passage that has the same figure. */
interface Shared {
  readonly index: number;
  readonly theirs: Claim;
}

/** Pairs of what a source has of a sentence's figures: of each of its passages, and of all that counts an event or things. */
function* sharedPairs(
  claims: readonly Claim[],
  aligned: readonly (readonly Aligned[])[],
): Generator<readonly [Shared, Shared], void, void> {
  for (const shared of sharedSources(claims, aligned)) {
    const passages = new Map<number, Shared[]>();
    for (const item of shared) {
      const { passage } = item.theirs.figure;
      passages.set(passage, [...(passages.get(passage) ?? []), item]);
    }
    for (const passage of passages.values()) yield* pairsOf(passage);
    const events = shared.filter(({ theirs }) => theirs.head !== null || theirs.event !== null);
    for (const pair of pairsOf(events)) if (pair[0].theirs.figure.passage !== pair[1].theirs.figure.passage) yield pair;
  }
}

/** All pairs of a list; none of a long one. */
function* pairsOf(shared: readonly Shared[]): Generator<readonly [Shared, Shared], void, void> {
  if (shared.length > MOST_SHARED) return;
  for (const [at, one] of shared.entries()) for (const other of shared.slice(at + 1)) yield [one, other];
}

/** By sources the figures of a sentence that each has, whatever they count there. What a change runs from and to is left out: roles tell it apart. */
function sharedSources(claims: readonly Claim[], aligned: readonly (readonly Aligned[])[]): Iterable<Shared[]> {
  const sources = new Map<Source, SharedSource>();
  for (const [index, list] of aligned.entries()) {
    if (!mayBeSwapped(claims[index]!)) continue;
    for (const item of list) {
      const { agreement, alignment } = item;
      if (agreement !== 'same' || (alignment.bar && alignment.bar !== 'head')) continue;
      const { source } = item.ref;
      const known = sources.get(source);
      if (!known) sources.set(source, { items: [item], indices: [index], hasSeveral: false });
      else {
        known.hasSeveral ||= known.indices[0] !== index;
        known.items.push(item);
        known.indices.push(index);
      }
    }
  }
  // Most sources have one of the figures at most: of these nothing is asked.
  const several = [...sources.values()].filter(({ hasSeveral }) => hasSeveral);
  return several.map(({ items, indices }) =>
    items.map(({ ref }, at) => ({ index: indices[at]!, theirs: ref.claim })).filter(({ theirs }) => mayBeSwapped(theirs)),
  );
}

/** What a source has of a sentence's figures, and which of them each is the same as. */
interface SharedSource {
  readonly items: Aligned[];
  readonly indices: number[];
  /** Whether these are several. */
  hasSeveral: boolean;
}

function mayBeSwapped(claim: Claim): boolean {
  return isPlain(claim) || claim.role === 'change' || (claim.role === 'before' && claim.figure.marker === null);
}

function isPlain({ role }: Claim): boolean {
  return role === null || role === 'part';
}

function unitOf({ figure: { quantity } }: Claim): string {
  return quantity.dimension === 'count' || quantity.dimension === 'date' ? quantity.dimension : `${quantity.dimension} ${quantity.unit}`;
}

function crosses(list: readonly Aligned[], theirs: Claim): boolean {
  return list.some(({ ref, agreement }) => ref.claim === theirs && differs(agreement));
}

/** Whether both count what the other counts in a source: `11 shops and 38 stations` beside `38 looted shops and 11 burned stations`. */
function headsCrossed(left: Claim, right: Claim, a: Claim, b: Claim): boolean {
  const [ours, others, same, instead] = [left, right, a, b].map(({ head }) => head);
  if (!ours || !others || !same || !instead || isOneNoun(ours, others)) return false;
  return isOneNoun(ours, instead) && isOneNoun(others, same);
}

function isOneNoun(a: Head, b: Head): boolean {
  return a.term === b.term || narrows(a, b);
}

/** The terms of a name. */
type Name = readonly string[];

/**
 * The same in whatever sentences, of what events befell too: `18 protesters and 26 officers were killed` where 26 protesters and 18 officers
 * were, `40 killed and 29 houses lost` where 29 died and 40 houses were lost.
 */
function countsCrossed(left: Claim, right: Claim, a: Claim, b: Claim): boolean {
  const { event } = left;
  if (event !== null && [right, a, b].every((claim) => claim.event === event)) return headsCrossed(left, right, a, b);
  if (![left, right].every(isLong)) return false;
  return areCounted(left, b) && areCounted(right, a) && !areCounted(left, a) && !areCounted(right, b);
}

/** Figures of fewer digits than this stand beside anything. */
const LONG = 3;

function isLong({ figure: { quantity } }: Claim): boolean {
  return quantity.dimension === 'count' && significantDigits(quantity) >= LONG;
}

/** Whether two claims count the same: those whom one event befell, or things of one noun. */
function areCounted(a: Claim, b: Claim): boolean {
  if (a.event !== null || b.event !== null) return a.event === b.event;
  return a.head !== null && b.head !== null && isOneNoun(a.head, b.head);
}

/** Whether one is told as a change, or as what was before, and the other as what it came to, and the other way round in a source. */
function rolesCrossed(left: Claim, right: Claim, a: Claim, b: Claim): boolean {
  return (['change', 'before'] as const).some((each) => {
    const [ours, others, same, instead] = [left, right, a, b].map(({ role }) => role === each);
    return ours !== others && same !== instead && ours === instead;
  });
}

/** Whether the name that one is told of is the other's in a source, and the other's is not that of the first. */
function namesCrossed(left: Claim, right: Claim, a: Claim, b: Claim, nameOf: (claim: Claim) => Name): boolean {
  const isOf = (ours: Claim, theirs: Claim) => nameOf(ours).some((part) => nameOf(theirs).includes(part));
  if (isOf(left, right) || isOf(a, b) || isOf(left, a) || isOf(right, b)) return false;
  return isOf(left, b) || isOf(right, a);
}

/** The one name that stands beside a figure. */
function ownerOf({ subjects }: Claim): Name {
  return subjects.length === 1 ? subjects[0]! : [];
}

/**
 * Whether the words that stand nearer one of two figures than the other, on either side, stand the other way round in a source: words of
 * both figures must, and hardly any may stand as they do.
 */
function isSwapped(left: Claim, right: Claim, a: Claim, b: Claim): boolean {
  if (![left, right, a, b].every(isPlain)) return rolesCrossed(left, right, a, b);
  if (headsCrossed(left, right, a, b)) return true;
  if (namesCrossed(left, right, a, b, ({ place }) => place) || namesCrossed(left, right, a, b, ownerOf)) return true;
  let [dot, ours, theirs] = [0, 0, 0];
  const turned = { left: false, right: false };
  for (const term of new Set([...left.terms.keys(), ...right.terms.keys()])) {
    const one = (left.terms.get(term) ?? 0) - (right.terms.get(term) ?? 0);
    const other = (a.terms.get(term) ?? 0) - (b.terms.get(term) ?? 0);
    if (Math.abs(one) < TELLING || Math.abs(other) < TELLING) continue;
    dot += one * other;
    ours += one * one;
    theirs += other * other;
    if (one > 0 && other < 0) turned.left = true;
    if (one < 0 && other > 0) turned.right = true;
  }
  return turned.left && turned.right && dot <= SWAPPED * Math.sqrt(ours * theirs);
}
