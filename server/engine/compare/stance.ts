/** Where one source stands on a claim: its best aligned passages speak for it. */
import type { Claim } from '../claims/claim.ts';
import type { Stance } from '../model.ts';
import { type Agreement, agrees, differs } from './agree.ts';
import type { Aligned } from './candidates.ts';
import { doubtOf, namesApart } from './doubt.ts';
import { type Acquaintance, tellsSameStory } from './story.ts';
import { agreeMargin, agreeThreshold, DOUBT_MARGIN, differThreshold, NAMES_APART } from './thresholds.ts';

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
export function stanceOf(claim: Claim, all: readonly Aligned[], free: readonly Aligned[], known: Acquaintance): Standing | null {
  const least = differThreshold(claim, known.only);
  const against = best(
    free.filter(
      ({ ref, alignment, agreement }) =>
        differs(agreement) &&
        !alignment.bar &&
        alignment.score >= least &&
        tellsSameStory(claim, ref, alignment.score, known) &&
        doubtOf(claim, ref.claim) === null,
    ),
  );
  const contrary = against?.alignment.score ?? 0;
  const inFavour = best(
    all.filter(
      ({ ref, alignment, agreement }) =>
        agreement !== null &&
        agrees(agreement) &&
        !alignment.bar &&
        alignment.score >= agreeThreshold(claim, agreement) + (!known.only && namesApart(claim, ref.claim) ? NAMES_APART : 0) &&
        alignment.score >= contrary - agreeMargin(claim, agreement),
    ),
  );
  if (inFavour) return standing(inFavour, 'agrees');
  // The same figure about nearly the same thing: in doubt, silent.
  const doubtful = best(all.filter(({ alignment, agreement }) => (agreement === 'same' || agreement === 'fits') && alignment.bar));
  if (!against || (doubtful && doubtful.alignment.score >= contrary - DOUBT_MARGIN)) return null;
  return standing(against, 'differs');
}

function standing({ ref, agreement, alignment }: Aligned, stance: Stance): Standing {
  return { claim: ref.claim, stance, agreement: agreement!, score: alignment.score };
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
