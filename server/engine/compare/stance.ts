/** Where one source stands on a claim: its best aligned passages speak for it. */
import type { Claim } from '../claims/claim.ts';
import type { Stance } from '../model.ts';
import { type Agreement, agrees, differs } from './agree.ts';
import type { Aligned } from './candidates.ts';
import { doubtOf, namesApart } from './doubt.ts';
import { chanceOf } from './signs.ts';
import { type Acquaintance, tellsSameStory } from './story.ts';
import {
  agreeMargin,
  agreeThreshold,
  DIFFER_CHANCE,
  DIFFER_CHANCE_ONLY,
  DOUBT_MARGIN,
  HOPELESS,
  NAMES_APART,
  UNRELATED,
} from './thresholds.ts';
import type { Drop, Trace } from './trace.ts';

/** What a source says of a claim, by its best passage. */
export interface Standing {
  readonly claim: Claim;
  readonly stance: Stance;
  readonly agreement: Agreement;
  /** How well the two claims align, 0 to 1. */
  readonly score: number;
}

/**
 * One source's stance; null where it says nothing comparable. Where one of its passages agrees, worse aligned ones cannot differ.
 * `all` are its candidates for the claim, `free` those that answer to no other claim of the draft.
 */
export function stanceOf(
  claim: Claim,
  all: readonly Aligned[],
  free: readonly Aligned[],
  known: Acquaintance,
  trace?: Trace,
): Standing | null {
  const sift = (stance: Stance, list: readonly Aligned[], lacks: (item: Aligned) => Lack | null) =>
    list.filter((item) => {
      const lack = lacks(item);
      if (lack) trace?.dropped(claim, item.ref, { as: stance, needs: null, ...lack });
      return lack === null;
    });
  const differing = sift('differs', free.filter(differsPlainly), (item) => lacksAgainst(claim, item, known));
  const against = best(differing);
  const contrary = against?.alignment.score ?? 0;
  const agreeing = sift('agrees', all.filter(agreesAtAll), (item) => lacksInFavour(claim, item, contrary, known));
  // What a source only denies says nothing for it, and its own figure against it.
  const asserted = agreeing.filter(({ ref }) => !ref.claim.denied);
  const inFavour = best(
    against && asserted.length === 0 ? [] : agreeing.length > asserted.length && asserted.length > 0 ? asserted : agreeing,
  );
  // The same figure about nearly the same thing: in doubt, silent.
  const doubtful = inFavour
    ? null
    : best(all.filter(({ alignment, agreement }) => (agreement === 'same' || agreement === 'fits') && alignment.bar));
  const silenced = against !== null && doubtful !== null && doubtful.alignment.score >= contrary - DOUBT_MARGIN;
  const winner = inFavour ?? (silenced ? null : against);
  if (trace) {
    for (const item of [...differing, ...agreeing]) {
      if (item === winner) continue;
      trace.dropped(claim, item.ref, { as: stanceIn(item), why: silenced ? 'doubtful' : 'outdone', needs: null });
    }
  }
  return winner && { claim: winner.ref.claim, stance: stanceIn(winner), agreement: winner.agreement!, score: winner.alignment.score };
}

/** What a passage lacks to count, with the score it would have needed where that is it. */
type Lack = Pick<Drop, 'why'> & Partial<Pick<Drop, 'needs'>>;

function agreesAtAll({ agreement }: Aligned): boolean {
  return agrees(agreement);
}

function differsPlainly({ agreement }: Aligned): boolean {
  return differs(agreement);
}

function stanceIn(item: Aligned): Stance {
  return agreesAtAll(item) ? 'agrees' : 'differs';
}

/** What a passage with another figure lacks to be held against a claim; null where nothing. */
function lacksAgainst(claim: Claim, { ref, alignment }: Aligned, known: Acquaintance): Lack | null {
  const { score, bar } = alignment;
  if (bar) return { why: bar };
  if (score < HOPELESS) return { why: 'score', needs: HOPELESS };
  if (!tellsSameStory(claim, ref, score, known)) return { why: 'story' };
  const why = doubtOf(claim, ref.claim);
  if (why) return { why };
  return chanceOf(claim, ref, alignment, known) < (known.only ? DIFFER_CHANCE_ONLY : DIFFER_CHANCE) ? { why: 'chance' } : null;
}

/** What a passage that agrees lacks to speak for a claim, beside one of its source that differs and aligns as well as `contrary`. */
function lacksInFavour(
  claim: Claim,
  { ref, alignment: { score, bar }, agreement }: Aligned,
  contrary: number,
  known: Acquaintance,
): Lack | null {
  if (bar) return { why: bar };
  const needs = agreeThreshold(claim, agreement!) + distanceOf(claim, ref.claim, known);
  if (score < needs) return { why: 'score', needs };
  const beside = contrary - agreeMargin(claim, agreement!, ref.claim);
  return score < beside ? { why: 'margin', needs: beside } : null;
}

/** How much better than others a passage must align to agree, where its sentence or its source names others than the draft. */
function distanceOf(claim: Claim, theirs: Claim, { only, related }: Acquaintance): number {
  if (only) return 0;
  if (related === false) return UNRELATED;
  return !related && namesApart(claim, theirs) ? NAMES_APART : 0;
}

/** The best aligned; of equals one that has the same figure, then the first. */
function best(list: readonly Aligned[]): Aligned | null {
  let top: Aligned | null = null;
  for (const item of list) {
    const more = top ? item.alignment.score - top.alignment.score : 1;
    if (more > 0 || (more === 0 && item.agreement === 'same' && top?.agreement !== 'same')) top = item;
  }
  return top;
}
