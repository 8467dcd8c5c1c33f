/** Footnotes and keys by themselves: the place in the file, words with quotation marks of their own, and where they go. */
import { describe, expect, test } from 'vitest';
import type { MarkupLanguage } from '../../server/engine/model.ts';
import { inEnglish } from '../../server/engine/translate.ts';
import { footnote, keyed } from '../../server/lsp/notes.ts';
import { claim, source } from './judgements.ts';

const client = { translate: inEnglish, locale: 'en-GB' };
const TEXT = 'The mayor of “Old” Tarvik counted 26 dockers.';

/** A draft with the footnote at `‸`. */
function noted(marked: string, article: Parameters<typeof source>[1] = {}, language: MarkupLanguage = 'markdown'): string | null {
  const at = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const cited = source(TEXT, { publisher: 'Herald', ...article });
  const edits = footnote({ text, language, at }, cited, claim(TEXT, '26', cited.analysis.passages).figure, client);
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

  test.each([
    ['restructuredtext', '26.‸ More.\n', '26. [#n1]_ More.\n\n.. [#n1] Herald: “The mayor of ‘Old’ Tarvik counted 26 dockers.”\n'],
    [
      'restructuredtext',
      '26.‸ [#n1]_ More.\n\n.. [#n1] Not so.\n',
      '26. [#n1]_ [#n2]_ More.\n\n.. [#n1] Not so.\n\n.. [#n2] Herald: “The mayor of ‘Old’ Tarvik counted 26 dockers.”\n',
    ],
    ['asciidoc', '26.‸ More.\n', '26.footnote:[Herald: “The mayor of ‘Old’ Tarvik counted 26 dockers.”] More.\n'],
    ['latex', '26.‸ More.\n', '26.\\footnote{Herald: “The mayor of ‘Old’ Tarvik counted 26 dockers.”} More.\n'],
  ] as const)('in %s stands as that has notes: %s', (language, marked, expected) => {
    expect(noted(marked, {}, language)).toBe(expected);
    // It is there once.
    expect(noted(expected.replace(/26\.(?=[ f\\])/, '26.‸'), {}, language)).toBeNull();
  });

  test('in AsciiDoc is shown as it is where its words could be markup', () => {
    expect(noted('26.‸', { publisher: 'The [Daily] *Sun*' }, 'asciidoc')).toBe(
      '26.footnote:[pass:c[The [Daily\\] *Sun*: “The mayor of ‘Old’ Tarvik counted 26 dockers.”]]',
    );
  });

  test('that begins like a list begins none', () => {
    expect(noted('26.‸', { publisher: '1984. A magazine' })).toContain('[^1]: 1984\\. A magazine');
    expect(noted('26.‸', { publisher: '- dash' })).toContain('[^1]: \\- dash');
  });
});

describe('a key', () => {
  const key = (marked: string, own: string, language: MarkupLanguage = 'markdown', article: Parameters<typeof source>[1] = {}) => {
    const at = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    const cited = source(TEXT, { key: own, ...article });
    const words = claim(TEXT, '26', cited.analysis.passages).figure;
    return keyed({ text, language, at }, cited, words, { start: 0, end: text.length }, client)?.map(({ newText }) => newText) ?? null;
  };
  const page = { locators: [{ start: 0, locator: { page: '4', physicalPage: 4 } }] };
  const paragraph = { locators: [{ start: 0, locator: { paragraph: 3 } }] };

  test.each([
    ['markdown', '26‸.', page, [' [@quist, p. 4]']],
    ['markdown', '26‸.', paragraph, [' [@quist, para. 3]']],
    ['markdown', '26 [@other, p. 9]‸.', page, ['; @quist, p. 4']],
    ['markdown', '26 [see @other]‸.', page, ['; @quist, p. 4']],
    ['markdown', '26 [@quist, p. 9]‸.', page, null],
    ['latex', '26‸.', page, ['~\\cite[p.~4]{quist}']],
    ['asciidoc', '26‸.', page, [' cite:[quist(4)]']],
    ['asciidoc', '26‸.', {}, [' cite:[quist]']],
    ['asciidoc', '26‸.\n\n* [[[quist]]] Herald.\n', page, [' <<quist>>']],
    ['asciidoc', '26 cite:[quist(2)]‸.', page, null],
    ['restructuredtext', '26‸.\n', {}, [' [quist]_', '\n.. [quist] Herald\n']],
    ['restructuredtext', '26‸.\n\n.. [quist] Herald\n', {}, [' [quist]_']],
    ['restructuredtext', '26‸. As :cite:p:`other` has it.\n', {}, [' :cite:p:`quist`']],
    ['restructuredtext', '26 [quist]_‸.\n', {}, null],
  ] as const)('in %s: %s', (language, marked, article, expected) => {
    expect(key(marked, 'quist', language, { publisher: 'Herald', ...article })).toEqual(expected);
  });

  test.each(['a b', 'a]b', '', 'a}b', '@a'])('that no markup can hold is not written: %j', (own) => {
    expect(key('26‸.', own)).toBeNull();
    expect(key('26‸.', own, 'plaintext')).toBeNull();
  });

  test.each(['a%b', 'a b', 'a,b', 'a\\b', 'a#b'])('nor in LaTeX: %j', (own) => expect(key('26‸.', own, 'latex')).toBeNull());
});
