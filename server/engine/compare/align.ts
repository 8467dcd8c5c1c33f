/** How far two claims speak of the same thing: what rules it out, and how much speaks for it. */
import type { Claim, Head, Role } from '../claims/claim.ts';
import { sameSubject } from '../claims/subject.ts';
import { compareDates } from './calendar.ts';
import { type Doubt, doubtOf } from './doubt.ts';

/** Why two claims do not compare, in the order they are looked at. */
export type Bar = 'role' | 'head' | 'event' | 'polarity' | 'subject' | 'time';

export interface Alignment {
  /** 0 (nothing shared) to 1 (the same words about the same thing). */
  readonly score: number;
  /** What rules a comparison out; null where nothing does. */
  readonly bar: Bar | null;
  /** What keeps a difference from being one, though an agreement would stand; null where nothing does. */
  readonly doubt: Doubt | null;
}

/** What each thing shared adds to the likeness of the terms. Fitted by hand on the labelled cases; see the tests for what each buys. */
const SAME_HEAD = 0.18;
const SAME_EVENT = 0.18;
const SAME_MODIFIERS = 0.12;
const SAME_SUBJECT = 0.2;
/** Times that exclude each other rule a comparison out, unless all else aligns as well as this: then the time is the mistake. */
const ALL_BUT_TIME = 0.8;

/** Aligns two claims of one block. Symmetric. */
export function align(a: Claim, b: Claim): Alignment {
  let score = (likeness(a.terms, b.terms) + likeness(contentOf(a), contentOf(b))) / 2;
  const heads = headsCompare(a, b);
  if (a.head && b.head && a.head.term === b.head.term) {
    score += a.head.common ? SAME_HEAD / 3 : SAME_HEAD;
    score += SAME_MODIFIERS * overlap(a.head.modifiers, b.head.modifiers);
  }
  if (a.event && a.event === b.event) score += SAME_EVENT;
  const { dimension } = a.figure.quantity;
  if (dimension === 'age' && sameSubject(a.subjects, b.subjects)) score += SAME_SUBJECT;
  return { score: Math.min(1, score), bar: barOf(a, b, heads, score), doubt: doubtOf(a, b, contentOf) };
}

function barOf(a: Claim, b: Claim, heads: boolean, score: number): Bar | null {
  if (!rolesCompare(a.role, b.role)) return 'role';
  if (!heads) return 'head';
  if (a.event && b.event && a.event !== b.event) return 'event';
  if (a.negated !== b.negated) return 'polarity';
  const named = a.subjects.length > 0 && b.subjects.length > 0;
  if (a.figure.quantity.dimension === 'age' && named && !sameSubject(a.subjects, b.subjects)) return 'subject';
  if (a.time && b.time && compareDates(a.time, b.time) === 'apart' && score < ALL_BUT_TIME) return 'time';
  return null;
}

/** The cosine of two claims' weighted terms. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (const [term, weight] of a) {
    left += weight * weight;
    dot += weight * (b.get(term) ?? 0);
  }
  for (const weight of b.values()) right += weight * weight;
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}

/** A claim's terms without names: what is measured, whoever it is measured of. */
function contentOf(claim: Claim): ReadonlyMap<string, number> {
  const known = contents.get(claim);
  if (known) return known;
  const content = new Map([...claim.terms].filter(([term]) => !claim.names.has(term)));
  contents.set(claim, content);
  return content;
}

const contents = new WeakMap<Claim, ReadonlyMap<string, number>>();

/** Roles that are told and differ. None means after, or the whole, unless the text was read wrongly: that is for doubt. */
function rolesCompare(a: Role | null, b: Role | null): boolean {
  return a === null || b === null || a === b || a === 'part' || b === 'part';
}

/** Whether two counts can count the same things; claims of other dimensions have no heads that matter. */
function headsCompare(a: Claim, b: Claim): boolean {
  if (a.figure.quantity.dimension !== 'count' && a.figure.quantity.dimension !== 'ordinal') return true;
  if (a.head && b.head) return sameKind(a.head, b.head);
  return true;
}

function sameKind(a: Head, b: Head): boolean {
  if (a.people !== null || b.people !== null) {
    if (a.term === b.term) return a.people === null || b.people === null || a.people === b.people;
    if (a.people !== b.people) return false;
    return a.people === 'crowd' || a.term === b.term || overlap(a.modifiers, b.modifiers) > 0;
  }
  return a.term === b.term || a.modifiers.includes(b.term) || b.modifiers.includes(a.term);
}

/** The part of the shorter list that the other holds too; 0 for an empty one. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return 0;
  return short.filter((term) => long.includes(term)).length / short.length;
}
