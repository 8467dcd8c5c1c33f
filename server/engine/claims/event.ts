/** Finds the event that a figure counts: `kill` in `26 protesters had been killed`, `detain` in `over 2,000 arrested`. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Token } from '../model.ts';
import type { Role } from './claim.ts';
import { isHardBoundary } from './clause.ts';
import type { Sentence } from './sentence.ts';

export interface EventMention {
  readonly event: string;
  /** The word that tells it, as written. */
  readonly text: string;
  readonly negated: boolean;
}

/** How many tokens away from its figure an event may be told. */
const REACH = 14;

/**
 * The event told nearest to a figure of people, the sentence's `index`-th: by the verb right before it, to its right up to the next
 * figure, or to its left up to the one before. Dates do not stand in the way; a part (`including 3 children`) shares the event of its whole.
 */
export function eventOf(sentence: Sentence, figure: Figure, index: number, role: Role | null, lexicon: Lexicon): EventMention | null {
  const blocked = (at: number) => sentence.isOther(at, index);
  // `killed 112 people and injured 300`: a verb right before its object is the nearest.
  const verb = sentence.tokens[figure.tokens.start - 1];
  const event = verb?.kind === 'word' ? lexicon.claims.events.get(verb.lower) : undefined;
  const before = sentence.tokens[figure.tokens.start - 2]?.lower ?? '';
  if (verb && event) return { event, text: verb.text, negated: lexicon.claims.negations.has(before) };
  if (RELEASED.has(verb?.lower ?? '')) return { event: RELEASE, text: verb!.text, negated: lexicon.claims.negations.has(before) };
  const right = () => search(sentence, figure.tokens.end, 1, blocked, false, lexicon);
  const isSubject = role !== 'part' && hasVerb(sentence.tokens, figure);
  const left = () => search(sentence, figure.tokens.start - 1, -1, role === 'part' ? () => false : blocked, isSubject, lexicon);
  return isReached(sentence.tokens, figure, lexicon) ? (left() ?? right()) : (right() ?? left());
}

const LEADS = new Set(['at', 'to', 'as']);

/** Whether a figure is what something before it came to, and ends there: `put the number of dead at 14 and that of the injured at 20`. */
function isReached(tokens: readonly Token[], { tokens: { start, end } }: Figure, lexicon: Lexicon): boolean {
  const next = tokens[end];
  return LEADS.has(tokens[start - 1]?.lower ?? '') && (next?.kind !== 'word' || lexicon.claims.phraseEnds.has(next.lower));
}

/** Between two events of which each counted suffered either. */
const OR = ' or ';

/** Those let go are not those held. Of much else that is released only the verb right beside a count of people tells. */
export const RELEASE = 'release';
const RELEASED = new Set(['release', 'released', 'releases', 'releasing']);

const HELD = new Set(['held', 'holding']);
const UP = new Set(['up', 'back', 'off', 'out', 'on']);

/** `held up 1,400 lorries`, `holding on`, `held at 41`, `areas held by rebels`, `charged for each seat`: nobody is held or charged. */
function isPhrasal(tokens: readonly Token[], at: number, { claims }: Lexicon): boolean {
  const { lower } = tokens[at]!;
  if (lower === 'cases') return isOfCourt(tokens, at, claims.courtWords);
  if (HELD.has(lower) && claims.territories.has(tokens[at - 1]?.lower ?? '')) return true;
  const next = tokens[at + 1];
  const isLevel = next?.lower === 'at' && tokens[at + 2]?.kind === 'number';
  return (
    (HELD.has(lower) && (isLevel || UP.has(next?.lower ?? ''))) ||
    (lower === 'charged' && (next?.lower === 'for' || next?.kind === 'number'))
  );
}

/** How many words behind `cases` it may be told what is done with them. */
const CASES_REACH = 4;

/** `criminal cases`, `forty cases had been filed`: nobody is ill. `at` is where `cases` stands. */
export function isOfCourt(tokens: readonly Token[], at: number, courtWords: ReadonlySet<string>): boolean {
  if (courtWords.has(tokens[at - 1]?.lower ?? '')) return true;
  for (let next = at + 1; next <= at + CASES_REACH && tokens[next]?.kind === 'word'; next++)
    if (courtWords.has(tokens[next]!.lower)) return true;
  return false;
}

/** Before a figure that does not end its clause: `112 people and 7 dogs`, `19 children under five`. */
const PASSED = new Set(['and', 'under', 'aged']);

const PASSIVE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);

/** Whether what is told beyond another figure may be told of this one too: a comma before `and` begins another clause. */
function isPassed(tokens: readonly Token[], at: number, step: 1 | -1): boolean {
  if (step > 0 && PASSED.has(tokens[at]!.lower)) return true;
  return PASSED.has(tokens[at - step]?.lower ?? '') && tokens[at - 2 * step]?.text !== ',';
}

/** How many words a noun may have behind its figure before its verb. */
const NOUN = 4;
const AUXILIARIES = new Set([...PASSIVE, 'has', 'have', 'had', 'will', 'would', 'may', 'might', 'could', 'can', 'must']);

/** Whether a figure's noun has a verb of its own (`40 people had been flown out`). */
function hasVerb(tokens: readonly Token[], { tokens: { end } }: Figure): boolean {
  for (let at = end; at < end + NOUN && tokens[at]?.kind === 'word'; at++) if (AUXILIARIES.has(tokens[at]!.lower)) return at > end;
  return false;
}

/**
 * Whether at a token, seen from a figure behind it, a clause of that figure's own begins: a comma and `and` before the subject of a verb, or
 * `and` before another verb (`had cost 12 lives and had left 3,000 people without a roof`).
 */
function beginsClause(tokens: readonly Token[], at: number, isSubject: boolean): boolean {
  if (tokens[at]!.lower !== 'and' && tokens[at]!.lower !== 'but') return false;
  return (isSubject && tokens[at - 1]?.text === ',') || AUXILIARIES.has(tokens[at + 1]?.lower ?? '');
}

function search(
  { tokens }: Sentence,
  start: number,
  step: 1 | -1,
  blocked: (at: number) => boolean,
  isSubject: boolean,
  lexicon: Lexicon,
): EventMention | null {
  let negated = false;
  // `the dead in Lund (23), Malmö (7)`
  const inList = step < 0 && tokens[start]?.text === '(' && tokens[start + 2]?.text === ')';
  for (let at = start, seen = 0; at >= 0 && at < tokens.length && seen < REACH; at += step, seen++) {
    const token = tokens[at]!;
    if (inList && (token.text === '(' || token.text === ')' || tokens[at + 1]?.text === ')')) continue;
    if (blocked(at) && !isPassed(tokens, at, step)) return null;
    if (step < 0 && beginsClause(tokens, at, isSubject)) return null;
    if (step < 0 && token.text === ',') {
      // `The toll of the sinking, which happened off the coast, rose to 29`
      const opening = openingOf(tokens, at);
      if (opening !== null) {
        at = opening;
        continue;
      }
    }
    if (step > 0 && DASHES.has(token.text)) {
      // `138 officers - 73 of one force and 65 of another - were injured`
      const closing = closingOf(tokens, at);
      if (closing !== null) {
        at = closing;
        continue;
      }
    }
    if (isHardBoundary(token.text) && token.text !== '"') return null;
    if (lexicon.claims.negations.has(token.lower)) negated = true;
    const event = token.kind === 'word' && !isPhrasal(tokens, at, lexicon) ? lexicon.claims.events.get(token.lower) : undefined;
    if (event) {
      const before = tokens[at - 1]?.lower ?? '';
      // `..., nine of them children, and injured 63`: an active verb right before another figure is that one's.
      if (step > 0 && blocked(at + 1) && !PASSIVE.has(before)) return null;
      const whole =
        event === INJURE && step > 0 && followed(tokens, at, isHospital) ? HURT_IN_HOSPITAL : joined(tokens, at, event, lexicon);
      return { event: whole, text: token.text, negated: negated || lexicon.claims.negations.has(before) };
    }
    if (step > 0 && token.lower === 'released' && PASSIVE.has(tokens[at - 1]?.lower ?? ''))
      return { event: RELEASE, text: token.text, negated };
    if (isHospital(tokens, at)) {
      const isHurt = followed(tokens, at, (_, next) => lexicon.claims.events.get(tokens[next]!.lower) === INJURE);
      return { event: isHurt ? HURT_IN_HOSPITAL : 'hospitalise', text: token.text, negated };
    }
  }
  return null;
}

/** How far back the pronoun may stand that opens a clause between commas. */
const CLAUSE = 16;
const RELATIVES = new Set(['which', 'who', 'where']);

/** Where the comma stands before the relative clause that ends with the comma at `at`; null where none does. */
function openingOf(tokens: readonly Token[], at: number): number | null {
  for (let before = at - 1; before > Math.max(0, at - CLAUSE); before--) {
    if (isHardBoundary(tokens[before]!.text)) return null;
    if (tokens[before]!.text === ',') return RELATIVES.has(tokens[before + 1]!.lower) ? before : null;
  }
  return null;
}

const DASHES = new Set(['\u2013', '\u2014']);
/** How far on the second of two dashes may stand. */
const INSERTED = 24;

/** Where the dash stands that ends what the dash at `at` inserts, the verb behind it; null where none does. */
function closingOf(tokens: readonly Token[], at: number): number | null {
  for (let next = at + 1; next < Math.min(tokens.length, at + INSERTED); next++)
    if (DASHES.has(tokens[next]!.text)) return AUXILIARIES.has(tokens[next + 1]?.lower ?? '') ? next : null;
  return null;
}

/** The events that one who was counted suffered one of. */
export function eventsIn(event: string): readonly string[] {
  return event.split(OR);
}

/** Whether those counted of one event may be of the other: `dead`, `dead or missing`. */
export function shareEvent(a: string, b: string): boolean {
  return a === b || eventsIn(a).some((event) => eventsIn(b).includes(event));
}

/** Two events of which each counted suffered either: `dead or missing`. Named in the order of the alphabet. */
function joined(tokens: readonly Token[], at: number, event: string, lexicon: Lexicon): string {
  for (const step of [1, -1]) {
    const other = tokens[at + step]?.lower === 'or' ? lexicon.claims.events.get(tokens[at + 2 * step]?.lower ?? '') : undefined;
    if (other && other !== event) return [event, other].sort().join(OR);
  }
  return event;
}

const INJURE = 'injure';
/** `250 injured were taken to hospital` are as many of either. */
const HURT_IN_HOSPITAL = `hospitalise${OR}${INJURE}`;
/** How many words behind a word of those hurt or in hospital it may be told that they are both. */
const HURT_REACH = 6;

/** Whether something is told in the same clause behind a token, before any other figure. */
function followed(tokens: readonly Token[], at: number, isTold: (tokens: readonly Token[], at: number) => boolean): boolean {
  for (let next = at + 1; next <= at + HURT_REACH && tokens[next]?.kind === 'word'; next++) {
    if (tokens[next]!.lower === 'and') return false;
    if (isTold(tokens, next)) return true;
  }
  return false;
}

const CARES = new Set(['treatment', 'care']);
const ADMITS = new Set(['admitted', 'received', 'took']);

/** `62 were taken to hospital`, `21 are in a hospital`, `28 needed hospital treatment`, `hospitals admitted five` */
function isHospital(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!;
  if (lower !== 'hospital' && lower !== 'hospitals') return false;
  const next = tokens[at + 1]?.lower ?? '';
  if (CARES.has(next) || ADMITS.has(next)) return true;
  const before = tokens[at - 1]?.lower ?? '';
  const lead = before === 'the' || before === 'a' ? (tokens[at - 2]?.lower ?? '') : before;
  return lead === 'to' || lead === 'in';
}
