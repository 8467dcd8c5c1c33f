/** `conflicting-sources`: some source agrees with a figure and another gives a different one. */
import type { Evidence, FigureVerdict } from '../compare/evidence.ts';
import { counts } from '../compare/verdict.ts';
import type { Rule } from './rule.ts';
import { isoDate, listFigures } from './wording.ts';

export const conflictingSources: Rule<FigureVerdict> = {
  id: 'conflicting-sources',
  defaultSeverity: 'information',
  look({ verdict, evidence }, translate) {
    if (verdict !== 'conflicting') return null;
    const counted = evidence.filter(counts);
    const message = translate('Sources differ: {figures}', { figures: listFigures(counted, translate) });
    return excludeEachOther(counted) ? { message, atLeast: 'warning' } : { message };
  },
};

/** Whether one speaker, on one date, is reported with figures that exclude each other: then somebody misquotes. */
function excludeEachOther(evidence: readonly Evidence[]): boolean {
  const agreeing = evidence.filter(({ stance }) => stance === 'agrees');
  const differing = evidence.filter(({ stance, reason }) => stance === 'differs' && reason === null);
  return agreeing.some((a) => differing.some((b) => speaksOf(a) !== null && speaksOf(a) === speaksOf(b)));
}

/** Who speaks, and when; null where either is not told. */
function speaksOf({ claim, source }: Evidence): string | null {
  return claim.speaker && source.article.date ? `${claim.speaker.toLowerCase()}, ${isoDate(source.article.date)}` : null;
}
