/** The sources' claims that the sentence at the cursor could go on with, the best match first. */
import type { Claim } from '../claims/claim.ts';
import { keysOf } from '../claims/terms.ts';
import { alignmentOf } from '../compare/align.ts';
import { doubtOf } from '../compare/doubt.ts';
import { likeness } from '../compare/likeness.ts';
import { Pairing } from '../compare/pairing.ts';
import { reachOf } from '../compare/reach.ts';
import { inCommonUnit } from '../compare/units.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef, Library } from '../library.ts';
import type { Work } from '../model.ts';
import { type Digits, digitAt } from './beginnings.ts';
import { cueBefore, inDimensions, type Sentence, type WordCue } from './sentence.ts';
import type { TypedFigure } from './typed.ts';

/** A claim of a source beside the sentence. */
export interface Match {
  readonly ref: ClaimRef;
  /** How well the two align, 0 to 1. */
  readonly score: number;
}

/** How many claims the sentence is aligned with, and how many are looked at to find them, both shared by the dimensions that it may be of. */
const MOST_CLAIMS = 256;
const MOST_REACHED = 3072;
/** How many of those that align best are looked at in their sentences. */
const MOST_MATCHES = 48;
/** How many claims are looked at before a host may look at its clock. */
const STEP = 64;
/** How well a source's claim must align, by what shows that a figure comes: digits and a currency are a figure whatever it measures. */
const LEAST: Readonly<Record<TypedFigure['cue'], number>> = { digits: 0.1, sign: 0.1, hedge: 0.3, word: 0.25 };
/** What aligns worse than this part of the best match is told of something else. */
const BESIDE_BEST = 0.55;
/** How well a claim must align whose figure stands behind a mere `is` or `was`. */
const TOLD_PLAINLY = 0.4;
const NO_DIGIT: Digits = 0;
const COPULAS = new Set(['is', 'are', 'was', 'were']);

/** What a match is worth where something makes it doubtful that the source speaks of the same thing. */
const DOUBTED = 0.6;
/** What the very word of the source before its figure is worth more than one of the same meaning. */
const SAME_WORD = 0.1;
/** A figure as wide as `dozens` or `hundreds` says little: one that says more goes before it. */
const WIDE = 2;
const VAGUE = 0.75;

/** The claims that align well enough, the best first. */
export function* matchesOf(sentence: Sentence, typed: TypedFigure, begun: string, library: Library, lexicon: Lexicon): Work<Match[]> {
  const found = new Map<Claim, Candidate>();
  const dimensions = [...inDimensions(sentence, typed)];
  const most = Math.ceil(MOST_CLAIMS / dimensions.length);
  const reached = Math.ceil(MOST_REACHED / dimensions.length);
  const first = digitAt(begun, 0);
  for (const ours of dimensions) {
    const candidates = library.all();
    const { table } = candidates;
    const pairing = new Pairing(ours, null, table);
    let aligned = 0;
    const numbers = reachOf(ours, candidates, { most: reached });
    for (let from = 0; from < numbers.length && aligned < most; from += STEP) {
      pairing.begin();
      for (let at = from; at < Math.min(numbers.length, from + STEP) && aligned < most; at++) {
        const number = numbers[at]!;
        // Most begin otherwise, or are told of something else, which is told without making them.
        if (first !== NO_DIGIT && (table.beginningsOf(number) & first) === 0) continue;
        const kinship = pairing.kinship(number);
        if (kinship.bar !== null) continue;
        const ref = table.held(number);
        const { claim } = ref;
        if (!mayGoOn(ours, claim, sentence, begun)) continue;
        aligned++;
        const { score, bar } = table.hasColumns(number)
          ? pairing.align(number, kinship)
          : alignmentOf(ours, claim, kinship, likeness(ours, claim));
        if (!bar && score >= LEAST[typed.cue] && score > (found.get(claim)?.score ?? 0)) found.set(claim, { ref, ours, score });
      }
      pairing.end();
      yield;
    }
  }
  const likely = [...found.values()].sort((a, b) => b.score - a.score).slice(0, MOST_MATCHES);
  const matches: Match[] = [];
  for (const candidate of likely) {
    const score = worthOf(candidate, sentence, typed, lexicon);
    if (score > 0) matches.push({ ref: candidate.ref, score });
    yield;
  }
  const best = matches.reduce((most, { score }) => Math.max(most, score), 0);
  return matches.filter(({ score }) => score >= best * BESIDE_BEST).sort((a, b) => b.score - a.score);
}

/** A claim that aligns with the sentence's, as far as the words tell. */
interface Candidate extends Match {
  /** The sentence's claim, of its dimension. */
  readonly ours: Claim;
}

/** Whether a source's figure could stand there: told cheaply, before the two are aligned. */
function mayGoOn(ours: Claim, theirs: Claim, { claim, tellsEvent }: Sentence, begun: string): boolean {
  if (theirs.denied || (tellsEvent && theirs.event !== claim.event) || !mayBegin(theirs, begun)) return false;
  return !isChangeAlone(ours, theirs) && inSameUnit(claim, theirs);
}

/** Whether a figure could be written with what is typed first, where that is no digit. */
function mayBegin({ figure: { text } }: Claim, begun: string): boolean {
  return digitAt(begun, 0) !== NO_DIGIT || text.includes(begun.charAt(0));
}

/** What a candidate is worth, its words beside the sentence's; 0 where it does not go on with it. */
function worthOf({ ref, ours, score }: Candidate, { before, tellsEvent }: Sentence, typed: TypedFigure, lexicon: Lexicon): number {
  const isOpen = typed.cue === 'hedge' || typed.cue === 'word';
  const { quantity } = ref.claim.figure;
  const doubt = doubtOf(asIfToldBy(ours, ref.claim), ref.claim);
  if (doubt && doubt !== 'time' && isOpen) return 0;
  const told = tellsEvent ? 'same' : before && toldSo(ref, ours, before, score, lexicon);
  if (typed.cue === 'word' && !told) return 0;
  const isWide = quantity.dimension !== 'date' && quantity.high > WIDE * quantity.low;
  return (score + (told === 'same' ? SAME_WORD : 0)) * (doubt ? DOUBTED : 1) * (isWide ? VAGUE : 1);
}

/** The sentence's claim with what it does not tell yet, its figure and what that counts, as the source has it. */
function asIfToldBy(ours: Claim, theirs: Claim): Claim {
  return { ...ours, figure: theirs.figure, head: ours.head ?? theirs.head, event: ours.event ?? theirs.event };
}

/** A change, or what was before it, is not what a sentence that tells of none counts. */
function isChangeAlone(ours: Claim, { role }: Claim): boolean {
  return ours.role === null && (role === 'before' || role === 'change');
}

/** Whether the source's figure has the unit that the sentence tells, by a sign or by the figure before; none told fits any. */
function inSameUnit({ figure: { quantity: ours } }: Claim, { figure: { quantity: theirs } }: Claim): boolean {
  if (ours.dimension === 'date' || theirs.dimension === 'date' || ours.dimension === 'count' || ours.unit === null) return true;
  return inCommonUnit({ ...ours, per: theirs.per }, theirs) !== null;
}

/** Whether the source has the same word right before its figure, or one of the same meaning, or tells of the same change; else null. */
function toldSo({ source, claim }: ClaimRef, ours: Claim, cue: WordCue, score: number, lexicon: Lexicon): 'same' | 'alike' | null {
  if (ours.role !== null && ours.role === claim.role && ours.direction === claim.direction) return 'alike';
  const tokens = source.analysis.passages[claim.figure.passage]?.tokens ?? [];
  let end = claim.figure.tokens.start;
  while (lexicon.numbers.onlyWords.has(tokens[end - 1]?.lower ?? '')) end--;
  const theirs = cueBefore(tokens, end);
  if (theirs && COPULAS.has(cue.link) && COPULAS.has(theirs.link)) return score >= TOLD_PLAINLY ? 'alike' : null;
  if (!theirs || theirs.link !== cue.link) return null;
  if (theirs.word === cue.word) return 'same';
  const meanings = keysOf(theirs.word, lexicon);
  return keysOf(cue.word, lexicon).some((key) => meanings.includes(key)) ? 'alike' : null;
}
