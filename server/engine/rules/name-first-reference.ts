/** `name-first-reference`: a person's first mention is by surname only, though the draft or the sources know the full name. */
import type { NameVerdict } from '../names/judge.ts';
import type { Rule } from './rule.ts';

export const nameFirstReference: Rule<NameVerdict> = {
  id: 'name-first-reference',
  defaultSeverity: 'hint',
  look({ introduces }, translate) {
    return introduces === null
      ? null
      : { message: translate('First mention by surname only; the full name is {name}', { name: introduces }) };
  },
};
