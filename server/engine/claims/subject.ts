/** Whom a figure is said of: the name it stands beside (`81-year-old Nursultan Nazarbayev`, `Nazarbayev, 81,`). */
import type { Figure, Passage } from '../model.ts';
import type { Term } from './terms.ts';

/** How many tokens may stand between an age and its name. */
const REACH = 4;

/**
 * The last part of the name a figure belongs to: right after it, else right before it, else the first name of its sentence before
 * the figure, else `carried`, the last name of the sentence before.
 */
export function subjectOf(passage: Passage, figure: Figure, terms: readonly (Term | null)[], carried: string | null): string | null {
  const end = figure.tokens.end;
  for (let at = end; at < Math.min(end + REACH, terms.length); at++) {
    if (passage.tokens[at]!.text === ',' && at > end) break;
    if (terms[at]?.name) return lastOfRun(terms, at);
  }
  for (let at = figure.tokens.start - 1; at >= Math.max(0, figure.tokens.start - REACH); at--) if (terms[at]?.name) return terms[at]!.key;
  const first = terms.findIndex((term) => term?.name);
  if (first >= 0 && first < figure.tokens.start) return lastOfRun(terms, first);
  return carried;
}

function lastOfRun(terms: readonly (Term | null)[], start: number): string {
  let at = start;
  while (terms[at + 1]?.name) at++;
  return terms[at]!.key;
}
