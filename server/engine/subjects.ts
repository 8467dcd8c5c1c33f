/** What a finding is about: a figure, a name or a quotation held against the sources, or something of the draft held against itself. */
import type { FigureVerdict } from './compare/evidence.ts';
import type { Inconsistency } from './consistency/inconsistency.ts';
import type { Span } from './model.ts';
import type { NameVerdict } from './names/judge.ts';
import type { QuoteVerdict } from './quotes/judge.ts';

export type Subject = FigureVerdict | NameVerdict | QuoteVerdict | Inconsistency;

export function isFigure(subject: Subject): subject is FigureVerdict {
  return 'claim' in subject;
}

export function isName(subject: Subject): subject is NameVerdict {
  return 'mention' in subject;
}

export function isInconsistency(subject: Subject): subject is Inconsistency {
  return 'slip' in subject;
}

export function isQuotation(subject: Subject): subject is QuoteVerdict {
  return 'quotation' in subject;
}

/** Where a subject stands in its draft, with its words. */
export function spanOf(subject: Subject): Span & { readonly text: string } {
  if (isFigure(subject)) return subject.claim.figure;
  if (isQuotation(subject)) return subject.quotation;
  return isName(subject) ? subject.mention : subject.marked.figure;
}
