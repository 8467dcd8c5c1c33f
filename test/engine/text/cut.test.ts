/** What cutting a text takes over from its version before never shows: the passages are those of a fresh cutting. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage, Passage } from '../../../server/engine/model.ts';
import { type Cut, cut } from '../../../server/engine/text/passages.ts';
import { finish } from '../check.ts';
import { edits, languages, versionsOf } from './edits.ts';

function cutText(text: string, language: MarkupLanguage, before: Cut | null = null): Cut {
  return finish(cut({ text, language, date: null, omitted: [] }, english, before));
}

function plain(passages: readonly Passage[]) {
  return passages.map(({ index, block, kind, start, end, tokens }) => ({ index, block, kind, start, end, tokens }));
}

/** The words of a passage, from its own start. */
function wordsOf({ start, kind, tokens }: Passage) {
  return { kind, tokens: tokens.map((token) => ({ ...token, start: token.start - start, end: token.end - start })) };
}

describe.each(languages)('%s', (language) => {
  test('is cut after every edit as if for the first time', () => {
    fc.assert(
      fc.property(edits(language), (edited) => {
        let before: Cut | null = null;
        for (const text of versionsOf(edited)) {
          const after = cutText(text, language, before);
          const fresh = cutText(text, language);
          expect(plain(after.passages)).toEqual(plain(fresh.passages));
          expect(after.layout).toEqual(fresh.layout);
          const { first, last } = after.shared;
          for (let at = 0; at < first; at++) expect(wordsOf(after.passages[at]!)).toEqual(wordsOf(before!.passages[at]!));
          for (let at = 1; at <= last; at++) expect(wordsOf(after.passages.at(-at)!)).toEqual(wordsOf(before!.passages.at(-at)!));
          before = after;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a letter more in a long text leaves all but few passages as they were', () => {
    const paragraph = 'The mill in Norwick burned for 3 days. Mayor Ilse Marten said that 26 people were hurt.';
    const text = `${Array.from({ length: 200 }, (_, at) => `${paragraph} It was night ${at}.`).join('\n\n')}\n`;
    const at = text.indexOf('night 100');
    const before = cutText(text, language);
    const after = cutText(`${text.slice(0, at)}x${text.slice(at)}`, language, before);
    expect(after.passages).toHaveLength(600);
    expect(after.shared.first + after.shared.last).toBe(599);
  });
});
