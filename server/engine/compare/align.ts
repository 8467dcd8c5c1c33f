/** How far two claims speak of the same thing: what rules it out, and how much speaks for it. */
import type { Claim, Head, Role } from '../claims/claim.ts';
import { shareEvent } from '../claims/event.ts';
import { sameSubject } from '../claims/subject.ts';
import { compareDates } from './calendar.ts';
import { type Likeness, likeness } from './likeness.ts';

/** Why two claims do not compare, in the order they are looked at. */
export type Bar = 'role' | 'head' | 'event' | 'polarity' | 'subject' | 'time';

/** What a score is the sum of: the likeness of the terms, and what each thing shared adds to it; 0 for what is not shared. */
export interface Features {
  readonly likeness: number;
  readonly head: number;
  readonly modifiers: number;
  readonly event: number;
  readonly subject: number;
  /** What other figures that both sentences share add. */
  readonly cohesion: number;
}

/** How two claims align. Of most only the score is asked: what it is the sum of is put together for whoever asks. */
export class Alignment {
  /** 0 (nothing shared) to 1 (the same words about the same thing): the sum of the features. */
  readonly score: number;

  /**
   * `content` is the part of the likeness that the terms make which are no names, 0 to 1; `bar` what rules a comparison out, null where
   * nothing does.
   */
  constructor(
    private readonly kinship: Kinship,
    private readonly likeness: number,
    readonly content: number,
    readonly bar: Bar | null,
    private readonly cohesion = 0,
  ) {
    const { head, modifiers, event, subject } = kinship;
    this.score = Math.min(1, likeness + head + modifiers + event + subject + cohesion);
  }

  get features(): Features {
    const { likeness, cohesion, kinship } = this;
    const { head, modifiers, event, subject } = kinship;
    return { likeness, head, modifiers, event, subject, cohesion };
  }

  /** The same raised by what other shared figures say for it. */
  raised(cohesion: number): Alignment {
    return new Alignment(this.kinship, this.likeness, this.content, this.bar, cohesion);
  }

  /** The same with nothing that rules a comparison out. */
  unbarred(): Alignment {
    return new Alignment(this.kinship, this.likeness, this.content, null, this.cohesion);
  }
}

/** What each thing shared adds to the likeness of the terms. Chosen by hand on labelled cases, the project's own among them. */
const SAME_HEAD = 0.18;
const SAME_EVENT = 0.18;
const SAME_MODIFIERS = 0.12;
const SAME_SUBJECT = 0.2;
/** Times that exclude each other rule a comparison out, unless all else aligns as well as this: then the time is the mistake. */
export const ALL_BUT_TIME = 0.8;

/** What their kinds say of two claims, whatever their words: what rules them out, and what each thing shared adds to their score. */
export interface Kinship extends Omit<Features, 'likeness' | 'cohesion'> {
  readonly bar: Bar | null;
  /** Whether one counts officers or soldiers, and the other anybody else. */
  readonly areForceAndOthers: boolean;
  /** Whether only one counts an event, or people, and each names what it counts. */
  readonly areOfOtherKinds: boolean;
  /** Whether one is told as a change and the other as what came of it: a rate of growth that rose to 4% may be told as growth of 4%. */
  readonly areChangeAndResult: boolean;
}

/** Aligns two claims of one block. Symmetric. */
export function align(a: Claim, b: Claim): Alignment {
  return alignmentOf(a, b, kinshipOf(a, b), likeness(a, b));
}

/** Reads of `b` what `kindKey` (columns.ts) holds of it, and nothing else. */
export function kinshipOf(a: Claim, b: Claim): Kinship {
  const sameHead = a.head !== null && b.head !== null && a.head.term === b.head.term;
  return {
    bar: barOf(a, b),
    head: sameHead ? (a.head!.common ? SAME_HEAD / 3 : SAME_HEAD) : 0,
    modifiers: sameHead ? SAME_MODIFIERS * overlap(a.head!.modifiers, b.head!.modifiers) : 0,
    event: a.event && b.event && shareEvent(a.event, b.event) ? SAME_EVENT : 0,
    subject: a.figure.quantity.dimension === 'age' && sameSubject(a.subjects, b.subjects) ? SAME_SUBJECT : 0,
    areForceAndOthers: Boolean(a.head?.people && b.head?.people) && (a.head!.people === 'force') !== (b.head!.people === 'force'),
    areOfOtherKinds: a.head !== null && b.head !== null && ((a.event === null) !== (b.event === null) || !a.head.people !== !b.head.people),
    areChangeAndResult: a.direction === b.direction && (isResult(a.role, b.role) || isResult(b.role, a.role)),
  };
}

function isResult(change: Role | null, result: Role | null): boolean {
  return change === 'change' && result === 'after';
}

/** The alignment of two claims whose kinds and words have been compared. */
export function alignmentOf(a: Claim, b: Claim, kinship: Kinship, words: Likeness): Alignment {
  const bar = kinship.bar ?? (areTimesApart(a, b, scoreBy(kinship, words)) ? 'time' : null);
  return new Alignment(kinship, (words.all + words.content) / 2, words.content, bar);
}

/** The score of two claims by their kinds and words alone, as `alignmentOf` has it. */
export function scoreBy({ head, modifiers, event, subject }: Kinship, { all, content }: Likeness): number {
  return Math.min(1, (all + content) / 2 + head + modifiers + event + subject);
}

/** Whether two claims that align as well as `score` say when, and that keeps them apart. */
export function areTimesApart(a: Claim, b: Claim, score: number): boolean {
  const tells = a.time && b.time && (score < ALL_BUT_TIME || areMonths(a, b));
  return Boolean(tells) && compareDates(a.time!, b.time!) === 'apart';
}

/** Whether each is told of a month: what is told of every month is another figure in each. */
function areMonths(a: Claim, b: Claim): boolean {
  return a.time?.grain === 'month' && b.time?.grain === 'month' && a.time.from.month !== null && b.time.from.month !== null;
}

/** What rules a comparison of two claims out, however well their words align; null where nothing does. */
export function barOf(a: Claim, b: Claim): Bar | null {
  if (!rolesCompare(a.role, b.role) || opposite(a, b)) return 'role';
  if (!headsCompare(a, b)) return 'head';
  if (a.event && b.event && !shareEvent(a.event, b.event)) return 'event';
  if (a.negated !== b.negated) return 'polarity';
  const named = a.subjects.length > 0 && b.subjects.length > 0;
  return a.figure.quantity.dimension === 'age' && named && !sameSubject(a.subjects, b.subjects) ? 'subject' : null;
}

/** Roles that are told and differ. None means after, or the whole, unless the text was read wrongly: that is for doubt. */
function rolesCompare(a: Role | null, b: Role | null): boolean {
  return a === null || b === null || a === b || a === 'part' || b === 'part';
}

/** A rise of so much and a fall of so much are two changes. */
function opposite(a: Claim, b: Claim): boolean {
  return a.role === 'change' && b.role === 'change' && a.direction !== null && b.direction !== null && a.direction !== b.direction;
}

/** Whether two counts can count the same things; claims of other dimensions have no heads that matter. */
function headsCompare(a: Claim, b: Claim): boolean {
  const counts = a.figure.quantity.dimension === 'count' || a.figure.quantity.dimension === 'ordinal';
  if (!counts) return true;
  if (a.head && b.head) return sameKind(a.head, b.head);
  return a.head ? mayBeOf(a.head, b) : b.head ? mayBeOf(b.head, a) : true;
}

/** Without a noun a count of an event is one of its crowd, and of children, soldiers or foreigners only where it is told of them. */
function mayBeOf({ people, term }: Head, headless: Claim): boolean {
  return people === null || people === 'crowd' || headless.event === null || headless.terms.has(term) || headless.context.has(term);
}

function sameKind(a: Head, b: Head): boolean {
  // `A six-part plan` is one of six instalments.
  if (a.compound || b.compound) return true;
  if (a.people !== null || b.people !== null) {
    if (a.term === b.term) return a.people === null || b.people === null || a.people === b.people;
    // `Four Poles` are `four Polish citizens`.
    if (a.people !== b.people) return isOfNation(a, b) || isOfNation(b, a);
    return a.people === 'crowd' || a.people === 'attacker' || overlap(a.modifiers, b.modifiers) > 0 || narrows(a, b);
  }
  return a.term === b.term || narrows(a, b);
}

/** Whether one head is what narrows the other: `police officers` are `police`. */
export function narrows(a: Head, b: Head): boolean {
  return a.modifiers.includes(b.term) || b.modifiers.includes(a.term);
}

function isOfNation(a: Head, b: Head): boolean {
  return a.people === 'nation' && b.people === 'crowd' && b.modifiers.includes(a.term);
}

/** The part of the shorter list that the other holds too; 0 for an empty one. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return 0;
  return short.filter((term) => long.includes(term)).length / short.length;
}
