/** What keeps a difference from being one: signs that two claims, alike as they look, may speak of two things. In doubt, silent. */
import type { Claim, Head, Role } from '../claims/claim.ts';
import { eventsIn } from '../claims/event.ts';
import type { CalendarDate, Quantity } from '../model.ts';
import { consonants, romanise } from '../names/romanise.ts';
import { significantDigits } from './agree.ts';
import { compareDates, dayRange } from './calendar.ts';
import { sharedContent } from './likeness.ts';
import { inCommonUnit } from './units.ts';

/**
 * Why a difference between two claims proves nothing, though an agreement would: only one is told to be a change or what was before it
 * (`role`), the figures are of different orders (`scale`), only one runs from one value to another (`range`), only one is a sum per share
 * (`rate`), each is told of another place (`place`), only one counts a kind of those whom an event befell (`member`), says that it counts a
 * part of them (`part`) or is expected yet (`expected`), only one says what it counts (`head`), tells an event (`event`) or tells of the
 * killed, hurt or held (`toll`), only one is dated to the past or how long it was is hardly told of what (`time`), one head noun is narrowed in
 * two ways (`kind`), each sentence names others (`names`), nothing but the noun is shared (`content`), an age may be another's (`subject`), or
 * they are shares of two wholes (`whole`), or each measures another metric (`metric`).
 */
export type Doubt =
  | 'role'
  | 'scale'
  | 'range'
  | 'rate'
  | 'head'
  | 'event'
  | 'toll'
  | 'place'
  | 'member'
  | 'part'
  | 'expected'
  | 'time'
  | 'kind'
  | 'names'
  | 'content'
  | 'subject'
  | 'whole'
  | 'metric';

/** Whether a doubt is one sign among others (see `signs.ts`), and not the end of the matter. */
export function isWeighed(doubt: Doubt): boolean {
  return ['head', 'event', 'names', 'content', 'part'].includes(doubt);
}

/** How much of what two counts are told of, their head noun aside, must be shared. */
const SHARED_CONTENT = 0.1;
/** A claim dated this many days before its text was written tells of the past. */
const PAST = 365;

/** The first doubt about a difference between two claims of one block; null where there is none. */
export function doubtOf(a: Claim, b: Claim): Doubt | null {
  const { dimension } = a.figure.quantity;
  if (isChange(a.role) !== isChange(b.role)) return 'role';
  if (farApart(a.figure.quantity, b.figure.quantity)) return 'scale';
  if (isStretch(a.figure.quantity) !== isStretch(b.figure.quantity)) return 'range';
  if (isPerShare(a.figure.quantity) !== isPerShare(b.figure.quantity) && farApart(a.figure.quantity, b.figure.quantity, PER_SHARE))
    return 'rate';
  // Somebody is as old wherever he is.
  if (dimension !== 'age' && placesApart(a, b)) return 'place';
  if (dimension === 'count') {
    if (isNoPartOf(a, b) || isNoPartOf(b, a)) return 'member';
    if (isMember(a) !== isMember(b) || (isMember(a) && a.head!.term !== b.head!.term)) return 'member';
    if (a.toll && b.toll && a.expected !== b.expected) return 'expected';
    // `A 3-pointer` and `a 13-point lead` count nothing that somebody did.
    if ((a.head === null) !== (b.head === null) && (a.head ?? b.head)!.compound) return 'kind';
    if ((a.head === null) !== (b.head === null) && !namesHead(a, b)) return 'head';
    if (a.head && b.head && (a.head.compound || b.head.compound) && a.head.term !== b.head.term) return 'kind';
    if ((a.event === null) !== (b.event === null)) return a.toll || b.toll ? 'toll' : 'event';
    if (a.event !== b.event && !areInHospital(a.event, b.event)) return 'toll';
    if (a.event !== null && (a.time === null) !== (b.time === null) && (a.time ? isPast(a, b) : isPast(b, a))) return 'time';
    if (a.head && b.head && a.head.people !== 'crowd' && narrowedApart(a.head, b.head)) return 'kind';
    if (!a.toll && namesApart(a, b)) return 'names';
    if (a.event === null && sharedContent(a, b) < SHARED_CONTENT) return 'content';
  }
  // `Two weeks after the storm` may be said at any time.
  if (dimension === 'duration' && (isHeading(a) || isHeading(b))) return 'time';
  // `A first-year student` is nobody's first.
  if (dimension === 'ordinal' && (a.head?.compound || b.head?.compound) && a.head?.term !== b.head?.term) return 'kind';
  if (a.metric !== null && b.metric !== null && a.metric !== b.metric) return 'metric';
  if (arePartAndWhole(a, b)) return 'part';
  if (dimension === 'age' && (a.subjects.length !== 1 || b.subjects.length !== 1)) return 'subject';
  if (dimension === 'share' && a.head && b.head && !relatedHeads(a.head, b.head)) return 'whole';
  return null;
}

/** Whether one of two counts only some of those that the other does, who are called something else there, or are elsewhere. */
export function arePartAndWhole(a: Claim, b: Claim): boolean {
  return isPartOf(a, b) || isPartOf(b, a);
}

/** Whether each comes on top of a toll, and nothing tells that of one day. */
export function areAdditionsApart(a: Claim, b: Claim): boolean {
  if (!a.toll || a.role !== 'change' || b.role !== 'change') return false;
  return !(a.time && b.time && compareDates(a.time, b.time) === 'same');
}

/** Of those in hospital only one text may say that they are hurt. */
function areInHospital(a: string | null, b: string | null): boolean {
  return [a, b].every((event) => event !== null && eventsIn(event).includes('hospitalise'));
}

function isPartOf(a: Claim, b: Claim): boolean {
  return a.role === 'part' && b.role !== 'part' && a.head?.term !== b.head?.term && !a.place.some((part) => b.place.includes(part));
}

/** Whether a text opens with a figure and tells hardly more, as a heading does. */
function isHeading({ figure, terms, names }: Claim): boolean {
  let words = 0;
  for (const term of terms.keys()) if (!names.has(term) && ++words > 1) return false;
  return figure.tokens.start === 0;
}

function isChange(role: Role | null): boolean {
  return role === 'before' || role === 'change';
}

/** Without a head noun a count is one of people, by its event, or of whatever the other's words name. */
function namesHead(a: Claim, b: Claim): boolean {
  const [headed, headless] = a.head ? [a, b] : [b, a];
  const head = headed.head!;
  return head.people === 'crowd' ? headless.event !== null : (headless.terms.get(head.term) ?? 0) > 0;
}

/** Whether a dated claim tells of a time well before an undated one's, which speaks of its own text's days. */
function isPast({ time, told }: Claim, undated: Claim): boolean {
  const range = time && dayRange(time.from, time.to);
  const now = (undated.told && firstDay(undated.told)) ?? (told && firstDay(told));
  return Boolean(range) && now !== null && range![1] < now - PAST;
}

function firstDay(date: CalendarDate): number | null {
  return dayRange(date, date)?.[0] ?? null;
}

function narrowedApart(a: Head, b: Head): boolean {
  return a.modifiers.length > 0 && b.modifiers.length > 0 && !a.modifiers.some((modifier) => b.modifiers.includes(modifier));
}

/** A count a hundred times another counts something else, unless only its scale word was mistaken (`1.8 million`, `1.8 billion`). */
const SCALE = 100;

/** Two counts of one digit that is the same are a slip of the scale word only from here on. */
const THOUSAND = 1000;

/** A sum per share and one that leaves out what it is for are of one order where they are the same thing. */
const PER_SHARE = 10;

/** Whether two figures are of other orders: one is `factor` times the other or more, and not by its scale word alone. */
export function farApart(a: Quantity, b: Quantity, factor = SCALE): boolean {
  if (a.dimension === 'date' || b.dimension === 'date') return false;
  // The same number of another unit is a slip.
  const [one, other] = (a.unit !== b.unit && a.value !== b.value && inCommonUnit(a, b)) || [a, b];
  const [less, more] = one.high < other.low ? [one, other] : [other, one];
  if (less.high <= 0 || more.low / less.high < factor) return false;
  // `Two offices` are no slip of 2,000.
  if (a.dimension === 'count' && less.low < THOUSAND && significantDigits(less) < 2) return true;
  const digits = (value: number | null) => (value === null ? null : value / 10 ** Math.floor(Math.log10(value)));
  return digits(less.value) === null || digits(less.value) !== digits(more.value);
}

/** Whether a sum or a share runs from one value to another, as forecasts do: what came of them is another figure. */
function isStretch({ dimension, hedge }: Quantity): boolean {
  return hedge === 'range' && (dimension === 'money' || dimension === 'share');
}

/** A price may leave out what it is for; what a company earns per share is never what it earns. */
function isPerShare(quantity: Quantity): boolean {
  return quantity.dimension === 'money' && quantity.per === 'share';
}

/** Whether both sentences name somebody or somewhere and share no name: a rally in one city is not one in another. */
export function namesApart(a: Claim, b: Claim): boolean {
  if (a.ownNames.size === 0 || b.ownNames.size === 0) return false;
  for (const name of a.ownNames) if (b.ownNames.has(name)) return false;
  return true;
}

/** Whether a count of an event is one of people who are only some of those whom it befell. */
function isMember({ head, event }: Claim): boolean {
  return event !== null && head?.member === true;
}

/** Whether some of those whom an event befell (`four of the dead`) are more than another text has of all: they are some of more. */
function isNoPartOf(a: Claim, b: Claim): boolean {
  if (a.event === null || a.role !== 'part' || b.role !== null || (a.head !== null && !a.head.common)) return false;
  const [part, whole] = [a.figure.quantity, b.figure.quantity];
  return part.dimension === 'count' && whole.dimension === 'count' && part.low > whole.high;
}

/** Whether each is told of a place and neither sentence names that of the other. */
export function placesApart(a: Claim, b: Claim): boolean {
  if (a.place.length === 0 || b.place.length === 0 || isPlaceOf(a.place, b.place)) return false;
  return !a.place.some((part) => b.names.has(part)) && !b.place.some((part) => a.names.has(part));
}

function relatedHeads(a: Head, b: Head): boolean {
  const words = new Set([a.term, ...a.modifiers]);
  return words.has(b.term) || b.modifiers.some((modifier) => words.has(modifier));
}

/** Whether two places share a part of their names, or a name that each spells in its own way: `Kyiv`, `Kiev`. */
export function isPlaceOf(a: readonly string[], b: readonly string[]): boolean {
  return a.some((part) => b.includes(part)) || a.some((part) => b.some((other) => areSpeltAlike(part, other)));
}

/** How many letters more one spelling of a place may have than another. */
const MORE_LETTERS = 2;

function areSpeltAlike(a: string, b: string): boolean {
  if (a[0] !== b[0] || a.at(-1) !== b.at(-1) || Math.abs(a.length - b.length) > MORE_LETTERS) return false;
  const [one, other] = [romanise(a), romanise(b)];
  return consonants(one) === consonants(other);
}
