/** Whom a figure is said of: the name it stands beside (`81-year-old Nursultan Nazarbayev`, `Nazarbayev, 81,`). */
import type { Figure } from '../model.ts';
import type { Sentence } from './sentence.ts';
import type { Term } from './terms.ts';

/** A name as its parts' terms, in order. */
export type Subject = readonly string[];

/** How many tokens may stand between an age and its name. */
const REACH = 4;
/** No name has more parts; a longer run of capitals is cut. */
const MOST_PARTS = 16;
/** A sentence with more names than this is a list, and leaves the next one no more. */
const MOST_NAMES = 32;

/**
 * The names a figure may belong to: the one right after it, else right before it, else the first of its sentence before the figure;
 * where its sentence names nobody before it, any of the sentence before (`carried`).
 */
export function subjectsOf({ tokens, terms, firstName }: Sentence, figure: Figure, carried: readonly Subject[]): readonly Subject[] {
  const { start, end } = figure.tokens;
  for (let at = end; at < Math.min(end + REACH, terms.length); at++) {
    if (tokens[at]!.text === ',') break;
    if (terms[at]?.name) return [runFrom(terms, at)];
  }
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) {
    if (terms[at]?.name) return [runFrom(terms, startOfRun(terms, at))];
  }
  return firstName >= 0 && firstName < start ? [runFrom(terms, firstName)] : carried;
}

/** The names of a passage, up to as many as a sentence may leave to the next. */
export function namesIn(terms: readonly (Term | null)[]): Subject[] {
  const names: Subject[] = [];
  for (let at = 0; at < terms.length && names.length < MOST_NAMES; at++) {
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
  for (let at = start; run.length < MOST_PARTS && terms[at]?.name; at++) run.push(terms[at]!.key);
  return run;
}

function startOfRun(terms: readonly (Term | null)[], at: number): number {
  let start = at;
  while (at - start < MOST_PARTS - 1 && terms[start - 1]?.name) start--;
  return start;
}
