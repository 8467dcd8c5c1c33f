/** `misspelt-name`: no source spells a name so, and one is close. */
import type { NameVerdict } from '../names/judge.ts';
import type { Rule } from './rule.ts';

export const misspeltName: Rule<NameVerdict> = {
  id: 'misspelt-name',
  defaultSeverity: 'warning',
  look({ verdict, canonical }, translate) {
    if (verdict !== 'misspelt' || canonical === null) return null;
    return { message: translate('No source spells it so; the sources have {name}', { name: canonical }) };
  },
};
