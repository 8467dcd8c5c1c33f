/** `refuted-figure`: no source agrees with a figure and at least one gives another. */
import type { FigureVerdict } from '../compare/evidence.ts';
import { countedAgainst } from '../compare/verdict.ts';
import type { Rule } from './rule.ts';
import { listFigures } from './wording.ts';

export const refutedFigure: Rule<FigureVerdict> = {
  id: 'refuted-figure',
  defaultSeverity: 'warning',
  look({ verdict, evidence }, translate) {
    if (verdict !== 'refuted') return null;
    const differing = countedAgainst(evidence);
    return { message: translate('No source agrees: {figures}', { figures: listFigures(differing, translate) }) };
  },
};
