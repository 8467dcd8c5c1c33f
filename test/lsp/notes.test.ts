/** Footnotes and keys by themselves: the place in the file, words with quotation marks of their own, and where they go. */
import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../server/engine/translate.ts';
import { footnote, keyed } from '../../server/lsp/notes.ts';
import { claim, source } from './judgements.ts';

const client = { translate: inEnglish, locale: 'en-GB' };
const TEXT = 'The mayor of “Old” Tarvik counted 26 dockers.';

/** A draft with the footnote at `‸`. */
function noted(marked: string, article: Parameters<typeof source>[1] = {}): string | null {
  const at = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const cited = source(TEXT, { publisher: 'Herald', ...article });
  const edits = footnote({ text, language: 'markdown', at }, cited, claim(TEXT, '26', cited.analysis.passages).figure, client);
  if (!edits) return null;
  return edits.reduceRight((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

describe('a footnote', () => {
  test.each([
    [[{ start: 0, locator: { page: 'ix', physicalPage: 12 } }], 'page ix (12 in the file)'],
    [[{ start: 0, locator: { paragraph: 4 } }], 'paragraph 4'],
    [[{ start: 0, locator: { time: '0:12:31' } }], 'at 0:12:31'],
  ])('tells the place, and has single marks inside its own', (locators, place) => {
    expect(noted('26.‸', { locators })).toBe(`26.[^1]\n\n[^1]: Herald, ${place}: “The mayor of ‘Old’ Tarvik counted 26 dockers.”\n`);
  });

  test.each([
    ['[It killed 26.‸](https://example.org) More.\n', '[It killed 26.](https://example.org)[^1] More.\n'],
    ['**It killed 26.‸** More.\n', '**It killed 26.**[^1] More.\n'],
    ['It killed 26.‸[^1][^x] More.\n', 'It killed 26.[^1][^x][^2] More.\n'],
  ])('goes behind what belongs to the sentence: %s', (marked, expected) => expect(noted(marked)!.startsWith(expected)).toBe(true));

  test('that begins like a list begins none', () => {
    expect(noted('26.‸', { publisher: '1984. A magazine' })).toContain('[^1]: 1984\\. A magazine');
    expect(noted('26.‸', { publisher: '- dash' })).toContain('[^1]: \\- dash');
  });
});

describe('a key', () => {
  const key = (marked: string, own: string, language: 'markdown' | 'latex' | 'plaintext' = 'markdown') => {
    const at = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    return keyed({ text, language, at }, source(TEXT, { key: own }), { start: 0, end: text.length })?.map(({ newText }) => newText) ?? null;
  };

  test.each(['a b', 'a]b', '', 'a}b', '@a'])('that no markup can hold is not written: %j', (own) => {
    expect(key('26‸.', own)).toBeNull();
    expect(key('26‸.', own, 'plaintext')).toBeNull();
  });

  test.each(['a%b', 'a b', 'a,b', 'a\\b', 'a#b'])('nor in LaTeX: %j', (own) => expect(key('26‸.', own, 'latex')).toBeNull());
});
