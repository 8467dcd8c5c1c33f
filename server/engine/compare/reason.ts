/** Why a stance is not plain: a toll that moves with the reports' dates, two speakers, a part beside a whole. */
import type { Claim } from '../claims/claim.ts';
import type { CalendarDate, Quantity, Reason } from '../model.ts';
import { dayRange } from './calendar.ts';
import type { Evidence } from './evidence.ts';

/** The reason of one piece of evidence; null where its stance is plain. `spoken` is the day that the draft's figure speaks from (`dayOf`). */
export function reasonOf(draft: Claim, item: Evidence, spoken: number | null): Reason | null {
  // A part that is the same figure as the whole is no part of it.
  if (item.agreement !== 'same' && isPart(draft, item.claim)) return 'scope';
  if (item.stance === 'agrees') return null;
  const moved = movedWithTime(draft, item, spoken);
  if (moved) return moved;
  return mayBeOneSpeaker(draft, item.claim) ? null : 'attribution';
}

/** A part no greater than its whole is consistent with it, whichever of the two the draft gives. */
function isPart(draft: Claim, source: Claim): boolean {
  if ((draft.role === 'part') === (source.role === 'part')) return false;
  // Among the injured there may be 47 officers: then that is how many officers were injured.
  if (draft.head && draft.head.term === source.head?.term && !draft.head.common) return false;
  const [part, whole] = draft.role === 'part' ? [draft, source] : [source, draft];
  return lowOf(part.figure.quantity) <= highOf(whole.figure.quantity);
}

/** A toll grows while reports come in: a later report with more, or an earlier one with less, does not contradict. A past one is settled. */
function movedWithTime(draft: Claim, item: Evidence, spoken: number | null): Reason | null {
  if (!item.claim.toll) return null;
  const theirs = reportDay(item.source.article.date);
  if (theirs === null || spoken === null || theirs === spoken || isOver(item.claim, theirs)) return null;
  const more = lowOf(item.claim.figure.quantity) >= lowOf(draft.figure.quantity);
  if (theirs > spoken) return more ? 'later' : null;
  return more ? null : 'earlier';
}

/** Reports of an event go on moving for no longer than this, in days. */
const MOVING = 365;

/** Whether a claim is dated so long before its report that its toll has stopped moving. */
function isOver({ time }: Claim, reported: number): boolean {
  const range = time && dayRange(time.from, time.to);
  return range !== null && range[1] < reported - MOVING;
}

/** The day number that a draft's figure speaks from: that of the last report that agrees, or the draft's own; null where unknown. */
export function dayOf(evidence: readonly Evidence[], draftDate: CalendarDate | null): number | null {
  const agreeing = evidence.filter(({ stance }) => stance === 'agrees');
  if (agreeing.length === 0) return reportDay(draftDate);
  let last: number | null = null;
  for (const { source } of agreeing) {
    const day = reportDay(source.article.date);
    if (day !== null && (last === null || day > last)) last = day;
  }
  return last;
}

/** The last day a report's date can mean, as a day number. */
function reportDay(date: CalendarDate | null): number | null {
  return date ? (dayRange(date, date)?.[1] ?? null) : null;
}

function lowOf(quantity: Quantity): number {
  return quantity.dimension === 'date' ? 0 : quantity.low;
}

function highOf(quantity: Quantity): number {
  return quantity.dimension === 'date' ? 0 : quantity.high;
}

/** Whether two claims may be one speaker's: either names none, or both the same, or one an office that the other may hold. */
function mayBeOneSpeaker(a: Claim, b: Claim): boolean {
  if (a.speaker === null || b.speaker === null || sameSpeaker(a.speaker, b.speaker)) return true;
  return a.isOffice !== b.isOffice && isName(a.isOffice ? b.speaker : a.speaker);
}

/** Whether a speaker is called by capitalised words alone, as persons are, and by few. */
function isName(speaker: string): boolean {
  const words = speaker.split(' ');
  return words.length <= NAME && words.every((word) => word !== word.toLowerCase());
}

/** A title and a name's parts. */
const NAME = 4;

/** Two ways to name one speaker share a word of four letters or more. */
export function sameSpeaker(a: string, b: string): boolean {
  if (isShortFor(a, b) || isShortFor(b, a)) return true;
  const words = new Set(a.toLowerCase().split(' '));
  return b
    .toLowerCase()
    .split(' ')
    .some((word) => word.length > 3 && words.has(word));
}

/** The fewest letters of an acronym. */
const ACRONYM = 3;

/** Whether a speaker is called by the first letters of another's capitalised words: `HRW`, `Human Rights Watch`. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < ACRONYM || short !== short.toUpperCase() || short.includes(' ')) return false;
  const initials = long.split(' ').flatMap((word) => (word[0] === word[0]!.toLowerCase() ? [] : [word[0]!]));
  return initials.join('') === short;
}
