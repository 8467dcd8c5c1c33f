/** Holds a draft against itself, again and again: a sentence that has not changed is not looked at again. */
import type { Analysis } from '../analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Work } from '../model.ts';
import { type Contents, type Section, sectionsOf } from '../sections.ts';
import { changeSlips } from './changes.ts';
import type { Inconsistency, Slip } from './inconsistency.ts';
import { partSlips } from './parts.ts';
import { FigureSentence } from './sentence.ts';
import { isPlain, thingOf, twiceTold } from './twice.ts';
import { weekdaySlips } from './weekdays.ts';

/** What was found of a sentence, its claims by their places in it. */
interface Note {
  readonly slips: readonly { readonly marked: number; readonly beside: readonly number[]; readonly slip: Slip }[];
  /** Which of its claims may be told twice, and what of. */
  readonly plain: readonly { readonly at: number; readonly thing: string }[];
}

export class Consistency {
  private readonly notes = new WeakMap<Contents, Note>();

  /** The inconsistencies of a draft, one a figure, in order. Yields once a sentence that is looked at anew. */
  *look(draft: Analysis, lexicon: Lexicon): Work<Inconsistency[]> {
    const found: Inconsistency[] = [];
    const things = new Map<string, { readonly section: Section; readonly at: number }[]>();
    const sections = sectionsOf(draft);
    for (let index = 0; index < sections.length; index++) {
      const section = sections[index]!;
      const { contents } = section;
      if (contents.claims.length === 0) continue;
      let note = this.notes.get(contents);
      if (!note) {
        note = noteOf(draft, index, section.claims, lexicon);
        this.notes.set(contents, note);
        yield;
      }
      for (const { at, thing } of note.plain) {
        const others = things.get(thing);
        if (others) others.push({ section, at });
        else things.set(thing, [{ section, at }]);
      }
      if (note.slips.length === 0) continue;
      const own = section.claims;
      for (const { marked, beside, slip } of note.slips)
        found.push({ marked: own[marked]!, beside: beside.map((each) => own[each]!), slip });
    }
    // Most things are told of once.
    const several = [...things.values()].filter(({ length }) => length > 1);
    const groups = several.map((group) => group.map(({ section, at }) => section.claims[at]!));
    found.push(...(yield* twiceTold(groups, draft, lexicon)));
    const byFigure = new Map<Claim, Inconsistency>();
    for (const each of found) if (!byFigure.has(each.marked)) byFigure.set(each.marked, each);
    return [...byFigure.values()].sort((a, b) => a.marked.figure.start - b.marked.figure.start);
  }
}

function noteOf({ passages, prose }: Analysis, index: number, own: readonly Claim[], lexicon: Lexicon): Note {
  const { tokens } = passages[index]!;
  const plain = own.flatMap((claim, at) => (isPlain(claim, tokens, lexicon) ? { at, thing: thingOf(claim)! } : []));
  const slips = slipsIn(new FigureSentence(tokens, own, prose.text, lexicon)).map(({ marked, beside, slip }) => ({
    marked: own.indexOf(marked),
    beside: beside.map((each) => own.indexOf(each)),
    slip,
  }));
  return { slips, plain };
}

function slipsIn(sentence: FigureSentence): Inconsistency[] {
  const slips = weekdaySlips(sentence);
  if (sentence.claims.length > 1) slips.push(...changeSlips(sentence), ...partSlips(sentence));
  return slips;
}
