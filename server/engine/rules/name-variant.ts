/** `name-variant`: the sources spell a name in several ways. */
import type { NameVerdict } from '../names/judge.ts';
import type { Rule } from './rule.ts';

export const nameVariant: Rule<NameVerdict> = {
  id: 'name-variant',
  defaultSeverity: 'hint',
  look({ verdict, variants }, translate) {
    if (verdict !== 'variant') return null;
    const spellings = variants.map(({ text, sources }) => `${text} (${sources.length})`).join(', ');
    return { message: translate('Spelt in several ways: {spellings}', { spellings }) };
  },
};
