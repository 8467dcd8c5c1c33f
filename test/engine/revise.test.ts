/** What an analysis takes over from the text's version before never shows: it is that of a fresh reading. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyse, type Revision, revise } from '../../server/engine/analysis.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import type { MarkupLanguage, Prose } from '../../server/engine/model.ts';
import { finish } from './check.ts';
import { edits, languages, versionsOf } from './text/edits.ts';

function proseOf(text: string, language: MarkupLanguage): Prose {
  return { text, language, date: null, omitted: [] };
}

/** All that an analysis says, in the order in which it says it. */
function said({ passages, claims, names }: Analysis) {
  return {
    passages: passages.map(({ index, block, kind, start, end }) => ({ index, block, kind, start, end })),
    claims: claims.map((claim) => ({ ...claim, terms: [...claim.terms], names: [...claim.names], ownNames: [...claim.ownNames] })),
    names,
  };
}

describe.each(languages)('%s', (language) => {
  test('is analysed after every edit as if for the first time', () => {
    fc.assert(
      fc.property(edits(language), (edited) => {
        let before: Revision | null = null;
        for (const text of versionsOf(edited)) {
          before = finish(revise(proseOf(text, language), english, before));
          expect(said(before.analysis)).toEqual(said(finish(analyse(proseOf(text, language), english))));
        }
      }),
      { numRuns: 40 },
    );
  });
});
