/** What arithmetic says should stand in place of a figure that does not go with those beside it: only where it has one answer. */
import type { Inconsistency, Slip } from '../consistency/inconsistency.ts';
import { findFigures } from '../figures/scan.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Passage, Prose, Quantity } from '../model.ts';
import type { Translate } from '../rules/rule.ts';
import { passagesOf } from '../text/passages.ts';
import type { Wanted } from './figure.ts';
import type { SpellingEdit } from './names.ts';

/** The answer, as a draft writes figures, and the figures that it follows from: `3 + 4`. */
export interface Answer {
  readonly figure: string;
  readonly arithmetic: string;
}

/**
 * The figure that follows from the others of a slip: a sum, a change, a percentage, a date's weekday. Null where one of several figures may
 * be the wrong one (`exceeds`, `twice`), and where a verb would have to change.
 */
export function answerOf(slip: Slip, translate: Translate, lexicon: Lexicon): Answer | null {
  switch (slip.kind) {
    case 'sum':
      return { figure: slip.sum, arithmetic: slip.parts.join(' + ') };
    case 'change':
      return { figure: slip.change, arithmetic: translate('{from} to {to}', { from: slip.from, to: slip.to }) };
    case 'share':
      return { figure: slip.share, arithmetic: translate('{part} of {whole}', { part: slip.part, whole: slip.whole }) };
    case 'weekday':
      return { figure: capitalised(namesOf(slip.weekday, lexicon)[0] ?? ''), arithmetic: slip.date };
    default:
      return null;
  }
}

/** An answer as a figure to be taken over in place of the draft's; null where it is none of that kind. */
export function asWanted({ figure }: Answer, given: Quantity, lexicon: Lexicon): Wanted | null {
  const read = quantityIn(figure, lexicon);
  if (!read || read.dimension === 'date' || given.dimension === 'date') return null;
  if (read.dimension !== given.dimension && read.dimension !== 'count') return null;
  const { value, grain } = read;
  if (value === null) return null;
  return { text: figure, quantity: { ...given, value, low: value, high: value, hedge: null, grain } };
}

/** The edit that puts a date's weekday in place of the draft's, in the same form (`Tues`, `TUESDAY`); null where there is none. */
export function weekdayFix({ slip }: Inconsistency, { tokens }: Passage, text: string, lexicon: Lexicon): SpellingEdit | null {
  if (slip.kind !== 'weekday') return null;
  const token = tokens[slip.said];
  const name = namesOf(slip.weekday, lexicon)[0];
  if (!token || !name) return null;
  const written = text.slice(token.start, token.end);
  const isWhole = [...lexicon.consistency.weekdays.values()].some((day) => namesOf(day, lexicon)[0] === token.lower);
  const form = isWhole ? name : name.slice(0, 3);
  const newText = written === written.toUpperCase() ? form.toUpperCase() : capitalised(form);
  return { start: token.start, end: token.end, newText };
}

/** The names of a weekday, the whole one first. */
function namesOf(day: number, { consistency }: Lexicon): string[] {
  return [...consistency.weekdays].flatMap(([name, each]) => (each === day ? [name] : [])).sort((a, b) => b.length - a.length);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function quantityIn(text: string, lexicon: Lexicon): Quantity | null {
  const prose: Prose = { text, language: 'plaintext', date: null, omitted: [] };
  const work = passagesOf(prose, lexicon);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value.flatMap((passage) => findFigures(passage, prose, lexicon))[0]?.quantity ?? null;
}
