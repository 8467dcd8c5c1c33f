/** Holds a draft against itself, again and again: a sentence that has not changed is not looked at again. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import { originOf } from '../claims/moved.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Work } from '../model.ts';
import { changeSlips } from './changes.ts';
import type { Inconsistency, Slip } from './inconsistency.ts';
import { partSlips } from './parts.ts';
import { FigureSentence } from './sentence.ts';
import { isPlain, twiceTold } from './twice.ts';
import { weekdaySlips } from './weekdays.ts';

/** What was found of a sentence, its claims by their places in it. */
interface Note {
  readonly words: string;
  readonly origins: readonly Claim[];
  readonly slips: readonly { readonly marked: number; readonly beside: readonly number[]; readonly slip: Slip }[];
  /** Which of its claims may be told twice. */
  readonly plain: readonly boolean[];
}

export class Consistency {
  /** By the first claim of each sentence. */
  private notes = new WeakMap<Claim, Note>();

  /** The inconsistencies of a draft, one a figure, in order. Yields once a sentence that is looked at anew. */
  *look(draft: Analysis, lexicon: Lexicon): Work<Inconsistency[]> {
    const found: Inconsistency[] = [];
    const plain: Claim[] = [];
    const { claims, passages, prose } = draft;
    for (let start = 0, end = 0; start < claims.length; start = end) {
      const passage = passages[claims[start]!.figure.passage]!;
      for (end = start + 1; end < claims.length && claims[end]!.figure.passage === passage.index; ) end++;
      const own = claims.slice(start, end);
      const origins = own.map(originOf);
      const words = prose.text.slice(passage.start, passage.end);
      let note = this.notes.get(origins[0]!);
      if (
        !note ||
        note.words !== words ||
        note.origins.length !== origins.length ||
        note.origins.some((each, at) => each !== origins[at])
      ) {
        const sentence = new FigureSentence(passage.tokens, own, prose.text, lexicon);
        note = {
          words,
          origins,
          slips: slipsIn(sentence).map(({ marked, beside, slip }) => ({
            marked: own.indexOf(marked),
            beside: beside.map((each) => own.indexOf(each)),
            slip,
          })),
          plain: own.map((claim) => isPlain(claim, passage.tokens, lexicon)),
        };
        this.notes.set(origins[0]!, note);
        yield;
      }
      for (const [at, claim] of own.entries()) if (note.plain[at]) plain.push(claim);
      for (const { marked, beside, slip } of note.slips)
        found.push({ marked: own[marked]!, beside: beside.map((each) => own[each]!), slip });
    }
    found.push(...(yield* twiceTold(plain, draft, lexicon)));
    const byFigure = new Map<Claim, Inconsistency>();
    for (const each of found) if (!byFigure.has(each.marked)) byFigure.set(each.marked, each);
    return [...byFigure.values()].sort((a, b) => a.marked.figure.start - b.marked.figure.start);
  }
}

function slipsIn(sentence: FigureSentence): Inconsistency[] {
  const slips = weekdaySlips(sentence);
  if (sentence.claims.length > 1) slips.push(...changeSlips(sentence), ...partSlips(sentence));
  return slips;
}
