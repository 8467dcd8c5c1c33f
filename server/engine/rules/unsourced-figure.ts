/** `unsourced-figure`: no source has a figure. Off unless the writer asks for it. */
import type { FigureVerdict } from '../compare/evidence.ts';
import type { Rule } from './rule.ts';

export const unsourcedFigure: Rule<FigureVerdict> = {
  id: 'unsourced-figure',
  defaultSeverity: 'off',
  look({ verdict }, translate) {
    return verdict === 'unsourced' ? { message: translate('No source has this figure', {}) } : null;
  },
};
