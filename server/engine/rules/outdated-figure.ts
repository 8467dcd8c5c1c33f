/** `outdated-figure`: only earlier reports agree with a figure, and a later one gives another toll. */
import type { FigureVerdict } from '../compare/evidence.ts';
import { countedAgainst } from '../compare/verdict.ts';
import type { Rule } from './rule.ts';
import { listFigures } from './wording.ts';

export const outdatedFigure: Rule<FigureVerdict> = {
  id: 'outdated-figure',
  defaultSeverity: 'information',
  look({ verdict, evidence }, translate) {
    if (verdict !== 'conflicting') return null;
    const differing = countedAgainst(evidence);
    const later = differing.filter(({ reason }) => reason === 'later');
    // Lower tolls of still earlier reports are no disagreement either; anything else is one.
    if (later.length === 0 || differing.some(({ reason }) => reason !== 'later' && reason !== 'earlier')) return null;
    return { message: translate('A later report says otherwise: {figures}', { figures: listFigures(later, translate) }) };
  },
};
