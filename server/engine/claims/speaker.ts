/** Finds who says a thing: `interior ministry` in `the interior ministry claimed that 26 protesters had been killed`. */
import type { Lexicon } from '../lexicon/types.ts';
import type { Figure, Token } from '../model.ts';
import { isHardBoundary, lowerBound } from './clause.ts';
import type { Sentence } from './sentence.ts';
import { withoutPossessive } from './terms.ts';

export interface Speech {
  /** The speaker as the text names them, without articles and possessives. */
  readonly speaker: string | null;
  /** Whether that is an office alone, without a name. */
  readonly isOffice: boolean;
  /** Whether the text denies, or calls untrue, what they say. */
  readonly denied: boolean;
}

const SPEAKER_WORDS = 6;
/** Before a participle: `have been reported` names nobody who reports. */
const PASSIVE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);
/** Prepositions inside a speaker's phrase: `the defence ministry in Moscow`. */
const INSIDE = new Set(['of', 'in', 'for', 'at']);
const DROPPED = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their']);

/** What of a sentence tells who speaks, whichever of its figures is asked about. */
export interface Voices {
  /** The positions of its speech verbs. */
  readonly verbs: readonly number[];
  /** From this position on what it says is denied; beyond its end where it is not. */
  readonly deniedFrom: number;
  /** Whom `according to` names; null where that is not there. */
  readonly according: string | null;
  /** Whether anything in it is given as somebody's word. */
  readonly attributes: boolean;
  /** Whether it gives something to several sources that it does not name (`sources say`, `according to local media`). */
  readonly chorus: boolean;
}

/** How many tokens after a verb of denial its `that` may come. */
const DENIAL_REACH = 8;

/** Whether a word such as `false` is said of a claim (`are clearly false`, `false that`), not of a thing (`false accounting`). */
function isSaidOf(tokens: readonly Token[], at: number): boolean {
  const [before, earlier] = [tokens[at - 1]?.lower ?? '', tokens[at - 2]?.lower ?? ''];
  return tokens[at + 1]?.lower === 'that' || PASSIVE.has(before) || PASSIVE.has(earlier);
}

/** Whether a sign stands there twice, as LaTeX's opening quotation mark does: two grave accents. */
function isTwice(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.text === tokens[at]!.text && !next.spaced;
}

/** How many vague words may stand on either side of such a noun. */
const VAGUE_REACH = 4;

/** Whether a noun is of several who say something and are not named: alone or counted vaguely, before its verb or behind `according to`. */
function isChorus(tokens: readonly Token[], at: number, { citing }: Lexicon): boolean {
  let before = at - 1;
  while (before >= at - VAGUE_REACH && citing.vague.has(tokens[before]?.lower ?? '')) before--;
  const lead = tokens[before];
  if (lead && lead.kind !== 'symbol' && !citing.openers.has(lead.lower)) return false;
  if (lead?.lower === 'to') return tokens[before - 1]?.lower === 'according';
  let verb = at + 1;
  while (verb <= at + VAGUE_REACH && citing.fillers.has(tokens[verb]?.lower ?? '')) verb++;
  return citing.sayings.has(tokens[verb]?.lower ?? '');
}

/** The voices of a sentence. Linear in its tokens. */
export function voicesOf(tokens: readonly Token[], lexicon: Lexicon): Voices {
  const { speech, denial, untrue, hearsay } = lexicon.claims;
  const verbs: number[] = [];
  let deniedFrom = Number.POSITIVE_INFINITY;
  let according: string | null = null;
  let denies = -1;
  let attributes = false;
  let chorus = false;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, lower, text } = tokens[at]!;
    if (hearsay.has(lower) || speech.has(lower) || text === '"' || (text === '`' && isTwice(tokens, at))) attributes = true;
    if (kind !== 'word') continue;
    if (lexicon.citing.chorus.has(lower) && isChorus(tokens, at, lexicon)) chorus = true;
    const next = tokens[at + 1]?.lower;
    if (speech.has(lower) && !PASSIVE.has(tokens[at - 1]?.lower ?? '')) verbs.push(at);
    if (untrue.has(lower) && isSaidOf(tokens, at)) deniedFrom = Math.min(deniedFrom, at + 1);
    // `denied that`, `denied a report that`, `dismissed a claim on social media that`.
    if (denial.has(lower)) denies = at;
    if (lower === 'that' && denies >= 0 && at - denies <= DENIAL_REACH) deniedFrom = Math.min(deniedFrom, at + 1);
    if (according === null && lower === 'according' && next === 'to') according = phraseAfter(tokens, at + 2, lexicon);
  }
  return { verbs, deniedFrom, according, attributes, chorus };
}

/**
 * Who speaks of a figure. Looks for `according to X`, for the nearest speech verb with its subject before it (`X said`, `said X`), and
 * for adverbs such as `officially`.
 */
export function speechOf(sentence: Sentence, figure: Figure, lexicon: Lexicon): Speech {
  const said = saidOf(sentence, figure, lexicon);
  const words = said.speaker?.split(' ') ?? [];
  const isNamed = words.some((word) => word !== word.toLowerCase());
  return { ...said, isOffice: !isNamed && lexicon.claims.offices.has(words.at(-1) ?? '') };
}

function saidOf({ tokens, voices }: Sentence, figure: Figure, lexicon: Lexicon): Omit<Speech, 'isOffice'> {
  const { untrue, saidBy } = lexicon.claims;
  const { start } = figure.tokens;
  const by = saidBy.get(tokens[start - 1]?.lower ?? '');
  if (by) return { speaker: by, denied: false };
  let denied = start >= voices.deniedFrom || isContrasted(tokens, start);
  if (voices.according !== null) return { speaker: voices.according, denied };
  // The nearest speech verb before the figure speaks of it; one after it does where the quotation or clause comes first.
  const before = voices.verbs[lowerBound(voices.verbs, start) - 1];
  const after = voices.verbs[lowerBound(voices.verbs, start + 1)];
  for (const at of [before, after]) {
    if (at === undefined) continue;
    if (untrue.has(tokens[at + 1]?.lower ?? '')) denied = true;
    const speaker =
      phraseBefore(tokens, at, lexicon) ?? (at === after && tokens[at]!.lower === 'said' ? phraseAfter(tokens, at + 1, lexicon) : null);
    if (speaker) return { speaker, denied };
  }
  return { speaker: null, denied };
}

/** Whether a figure is named only to say that another is right: `1,247 people, not 1,284`, `and not the 12 first reported`. */
function isContrasted(tokens: readonly Token[], start: number): boolean {
  const at = DROPPED.has(tokens[start - 1]?.lower ?? '') ? start - 2 : start - 1;
  if (tokens[at]?.lower !== 'not') return false;
  const before = tokens[at - 1];
  return before?.text === ',' || before?.lower === 'and' || before?.text === '(' || before?.text === '-';
}

/** The noun phrase that ends right before a verb: at most six words back to a boundary. */
function phraseBefore(tokens: readonly Token[], verb: number, lexicon: Lexicon): string | null {
  let at = verb - 1;
  while (at >= 0 && ['has', 'have', 'had', 'also', 'later', 'reportedly'].includes(tokens[at]!.lower)) at--;
  const words: string[] = [];
  for (; at >= 0 && words.length < SPEAKER_WORDS; at--) {
    const token = tokens[at]!;
    if (token.text === '-' && !token.spaced) continue;
    if (token.kind !== 'word' || isHardBoundary(token.text)) break;
    if (DROPPED.has(token.lower)) break;
    if (lexicon.claims.functionWords.has(token.lower) && !INSIDE.has(token.lower)) break;
    words.unshift(withoutPossessive(token.text));
  }
  return named(words, lexicon);
}

/** The noun phrase that starts at a token: at most six words up to a boundary. */
function phraseAfter(tokens: readonly Token[], start: number, lexicon: Lexicon): string | null {
  const words: string[] = [];
  let at = start;
  while (DROPPED.has(tokens[at]?.lower ?? '')) at++;
  for (; at < tokens.length && words.length < SPEAKER_WORDS; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word') break;
    if (lexicon.claims.functionWords.has(token.lower)) break;
    words.push(token.text);
  }
  return named(words, lexicon);
}

/** A speaker must be somebody: a phrase with a name, or one that ends in a noun of those who speak. */
function named(words: string[], lexicon: Lexicon): string | null {
  while (INSIDE.has(words[0] ?? '')) words.shift();
  const last = words.at(-1);
  if (last === undefined || words.some((word) => lexicon.claims.speech.has(word.toLowerCase()))) return null;
  const hasName = words.some((word) => word[0] !== word[0]!.toLowerCase());
  return hasName || words.some((word) => lexicon.claims.speakers.has(word.toLowerCase())) ? words.join(' ') : null;
}
