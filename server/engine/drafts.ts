/** What other drafts say of a draft's figures: they are weighed as if they were its sources. */
import type { Analysis } from './analysis.ts';
import { claimWants } from './check.ts';
import type { FigureVerdict } from './compare/evidence.ts';
import { weighEvidence } from './compare/weighing.ts';
import type { Lexicon } from './lexicon/types.ts';
import { Library } from './library.ts';
import type { Uri, Work } from './model.ts';

/** Another draft, under the URI that its claims' source is known by then. */
export interface OtherDraft {
  readonly uri: Uri;
  readonly analysis: Analysis;
}

/** Weighs each claim of a draft against those of others. Yields once a draft and once a claim. */
export function* weighDrafts(draft: Analysis, others: readonly OtherDraft[], lexicon: Lexicon): Work<FigureVerdict[]> {
  const library = new Library(lexicon);
  for (const { uri, analysis } of others) {
    library.set({
      article: { ...analysis.prose, uri, title: null, author: null, publisher: null, url: null, isExtracted: false, locators: [] },
      analysis,
    });
    yield;
  }
  return yield* weighEvidence(draft, library.fetch({ claims: claimWants(draft), names: [] }));
}
