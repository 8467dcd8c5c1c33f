/** The sources' claims that the sentence at the cursor could go on with, the best match first. */
import type { Claim } from '../claims/claim.ts';
import { keysOf } from '../claims/terms.ts';
import { align, barOf } from '../compare/align.ts';
import { doubtOf } from '../compare/doubt.ts';
import { claimKeys } from '../compare/keys.ts';
import { reachOf } from '../compare/reach.ts';
import { inCommonUnit } from '../compare/units.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { ClaimRef, Library } from '../library.ts';
import type { Work } from '../model.ts';
import { cueBefore, inDimensions, type Sentence, type WordCue } from './sentence.ts';
import type { TypedFigure } from './typed.ts';

/** A claim of a source beside the sentence. */
export interface Match {
  readonly ref: ClaimRef;
  /** How well the two align, 0 to 1. */
  readonly score: number;
}

/** How many claims of each dimension the sentence is held against, and how many before a host may look at its clock. */
const MOST_CLAIMS = 256;
const STEP = 64;
/** How well a source's claim must align, by what shows that a figure comes: digits and a currency are a figure whatever it measures. */
const LEAST: Readonly<Record<TypedFigure['cue'], number>> = { digits: 0.1, sign: 0.1, hedge: 0.3, word: 0.25 };
/** What aligns worse than this part of the best match is told of something else. */
const BESIDE_BEST = 0.55;
/** How well a claim must align whose figure stands behind a mere `is` or `was`. */
const TOLD_PLAINLY = 0.4;
const COPULAS = new Set(['is', 'are', 'was', 'were']);

/** What a match is worth where something makes it doubtful that the source speaks of the same thing. */
const DOUBTED = 0.6;
/** What the very word of the source before its figure is worth more than one of the same meaning. */
const SAME_WORD = 0.1;
/** A figure as wide as `dozens` or `hundreds` says little: one that says more goes before it. */
const WIDE = 2;
const VAGUE = 0.75;

/** The claims that align well enough, the best first. */
export function* matchesOf(sentence: Sentence, typed: TypedFigure, library: Library, lexicon: Lexicon): Work<Match[]> {
  const found = new Map<Claim, Match>();
  let looked = 0;
  for (const ours of inDimensions(sentence, typed)) {
    const candidates = library.fetch({ claims: claimKeys(ours), names: [] });
    for (const ref of reachOf(ours, candidates, MOST_CLAIMS)) {
      if (++looked % STEP === 0) yield;
      const score = scoreOf(ours, ref, sentence, typed, lexicon);
      if (score > (found.get(ref.claim)?.score ?? 0)) found.set(ref.claim, { ref, score });
    }
  }
  let best = 0;
  for (const { score } of found.values()) best = Math.max(best, score);
  return [...found.values()].filter(({ score }) => score >= best * BESIDE_BEST).sort((a, b) => b.score - a.score);
}

/** How well a source's claim goes on with the sentence; 0 where it does not. */
function scoreOf(ours: Claim, ref: ClaimRef, { claim, before, tellsEvent }: Sentence, typed: TypedFigure, lexicon: Lexicon): number {
  const theirs = ref.claim;
  if (theirs.denied || barOf(ours, theirs) || isChangeAlone(ours, theirs)) return 0;
  if (!inSameUnit(claim, theirs)) return 0;
  if (tellsEvent && theirs.event !== claim.event) return 0;
  const { score, bar } = align(ours, theirs);
  if (bar || score < LEAST[typed.cue]) return 0;
  const told = tellsEvent ? 'same' : before && toldSo(ref, ours, before, score, lexicon);
  if (typed.cue === 'word' && !told) return 0;
  const { quantity } = theirs.figure;
  const isWide = quantity.dimension !== 'date' && quantity.high > WIDE * quantity.low;
  const doubt = doubtOf(asIfToldBy(ours, theirs), theirs);
  if (doubt && doubt !== 'time' && (typed.cue === 'hedge' || typed.cue === 'word')) return 0;
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
