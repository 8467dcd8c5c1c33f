/** Whom a figure is said of: the name it stands beside (`81-year-old Nursultan Nazarbayev`, `Nazarbayev, 81,`). */
import type { Figure, Passage } from '../model.ts';
import type { Term } from './terms.ts';

/** A name as its parts' terms, in order. */
export type Subject = readonly string[];

/** How many tokens may stand between an age and its name. */
const REACH = 4;

/**
 * The names a figure may belong to: the one right after it, else right before it, else the first of its sentence before the figure;
 * where its sentence names nobody before it, any of the sentence before (`carried`).
 */
export function subjectsOf(
  passage: Passage,
  figure: Figure,
  terms: readonly (Term | null)[],
  carried: readonly Subject[],
): readonly Subject[] {
  const end = figure.tokens.end;
  for (let at = end; at < Math.min(end + REACH, terms.length); at++) {
    if (passage.tokens[at]!.text === ',') break;
    if (terms[at]?.name) return [runFrom(terms, at)];
  }
  for (let at = figure.tokens.start - 1; at >= Math.max(0, figure.tokens.start - REACH); at--) {
    if (terms[at]?.name) return [runFrom(terms, startOfRun(terms, at))];
  }
  const first = terms.findIndex((term) => term?.name);
  return first >= 0 && first < figure.tokens.start ? [runFrom(terms, first)] : carried;
}

/** Every name of a passage. */
export function namesIn(terms: readonly (Term | null)[]): Subject[] {
  const names: Subject[] = [];
  for (let at = 0; at < terms.length; at++) {
    if (!terms[at]?.name) continue;
    const run = runFrom(terms, at);
    names.push(run);
    at += run.length - 1;
  }
  return names;
}

/** Whether two figures may be said of one person: every part of the shorter name is in the longer one. */
export function sameSubject(a: readonly Subject[], b: readonly Subject[]): boolean {
  return a.some((one) =>
    b.some((other) => {
      const [short, long] = one.length <= other.length ? [one, other] : [other, one];
      return short.every((part) => long.includes(part));
    }),
  );
}

function runFrom(terms: readonly (Term | null)[], start: number): Subject {
  const run: string[] = [];
  for (let at = start; terms[at]?.name; at++) run.push(terms[at]!.key);
  return run;
}

function startOfRun(terms: readonly (Term | null)[], at: number): number {
  let start = at;
  while (terms[start - 1]?.name) start--;
  return start;
}
