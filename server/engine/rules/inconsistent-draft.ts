/** `inconsistent-draft`: figures of the draft that cannot all be right, whatever the sources say. The message shows the arithmetic. */
import { shown } from '../consistency/amounts.ts';
import type { Inconsistency, Slip } from '../consistency/inconsistency.ts';
import type { Rule, Translate } from './rule.ts';

export const inconsistentDraft: Rule<Inconsistency> = {
  id: 'inconsistent-draft',
  defaultSeverity: 'warning',
  look: ({ slip }, translate) => ({ message: messageOf(slip, translate) }),
};

function messageOf(slip: Slip, translate: Translate): string {
  switch (slip.kind) {
    case 'weekday': {
      const values = { date: slip.date, weekday: weekday(slip.weekday, translate) };
      return slip.ahead ? translate('{date} will be a {weekday}', values) : translate('{date} was a {weekday}', values);
    }
    case 'ratio': {
      const values = { from: slip.from, to: slip.to, times: shown(slip.times), said: called(slip.factor, slip.said, translate) };
      return translate('{from} to {to} is {times} times, not {said}', values);
    }
    case 'change': {
      const { from, to, change, said, up } = slip;
      const values = { from, to, change, said };
      return up
        ? translate('{from} to {to} is up {change}, not {said}', values)
        : translate('{from} to {to} is down {change}, not {said}', values);
    }
    case 'direction': {
      const values = { from: slip.from, to: slip.to };
      return slip.up ? translate('{from} to {to} is a rise', values) : translate('{from} to {to} is a fall', values);
    }
    case 'share':
      return translate('{part} of {whole} is {share}, not {said}', {
        part: slip.part,
        whole: slip.whole,
        share: slip.share,
        said: slip.said,
      });
    case 'exceeds':
      return translate('{part} is more than the whole, {whole}', { part: slip.part, whole: slip.whole });
    case 'sum':
      return translate('{parts} is {sum}, not {whole}', { parts: slip.parts.join(' + '), sum: slip.sum, whole: slip.whole });
    case 'twice':
      return translate('{here} here, but {before} earlier in the draft', { here: slip.here, before: slip.before });
  }
}

/** What a draft calls a ratio: in a word where there is one, else as it writes it. */
function called(factor: number | null, said: string, translate: Translate): string {
  if (factor === 2) return translate('double', {});
  if (factor === 3) return translate('triple', {});
  return factor === 0.5 ? translate('half', {}) : `“${said}”`;
}

function weekday(day: number, translate: Translate): string {
  const names = [
    translate('Sunday', {}),
    translate('Monday', {}),
    translate('Tuesday', {}),
    translate('Wednesday', {}),
    translate('Thursday', {}),
    translate('Friday', {}),
    translate('Saturday', {}),
  ];
  return names[day]!;
}
