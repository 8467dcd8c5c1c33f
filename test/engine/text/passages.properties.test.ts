/** What holds for the passages of any text at all, and of very large ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage, Passage, Span, Work } from '../../../server/engine/model.ts';
import { passagesOf } from '../../../server/engine/text/passages.ts';

const languages: readonly MarkupLanguage[] = ['plaintext', 'markdown', 'restructuredtext', 'asciidoc', 'latex'];

function finish<T>(work: Work<T>): { value: T; yields: number } {
  for (let yields = 0; ; yields++) {
    const { done, value } = work.next();
    if (done) return { value, yields };
  }
}

function passages(text: string, language: MarkupLanguage, omitted: readonly Span[] = []): readonly Passage[] {
  return finish(passagesOf({ text, language, date: null, omitted }, english)).value;
}

/** Text as it comes: words, marks of every markup language, line breaks, halves of surrogate pairs, controls. */
const pieces = [
  ...[
    'The',
    'boats',
    '3,000',
    '$.14',
    'Jan.',
    'V.I.',
    'said',
    '\u201cno\u201d',
    '. ',
    '? ',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\r\n\r\n',
    '\r',
    '\t',
    '\0',
  ],
  ...[
    '#',
    '# ',
    '- ',
    '> ',
    '1. ',
    '| ',
    '|---|',
    '---',
    '===',
    '```',
    '`',
    '*',
    '_',
    '~~',
    '[',
    ']',
    '](',
    ')',
    '[^1]',
    '<',
    '>',
    '<b>',
    '<!--',
    '&amp;',
  ],
  ...[
    'https://a.org/b',
    'a@b.org',
    '\\',
    '\\$',
    '\\begin{',
    '\\section{',
    '{',
    '}',
    '$',
    '%',
    '&',
    '.. ',
    '::',
    ':ref:`',
    '|===',
    '----',
    '++++',
    '//',
    '= ',
  ],
  ...['\ud83d', '\ude00', '\ud83d\ude00', '\ufeff', '\u2028', '\u00a0', '\u0301', '\ufffd'],
];
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(''));
/** Spans that cut no pair of surrogates in two. */
const spans = (given: string): fc.Arbitrary<Span[]> =>
  fc.uniqueArray(fc.nat({ max: given.length }), { maxLength: 6 }).map((offsets) => {
    const sorted = offsets
      .filter((offset) => !/[\ud800-\udbff][\udc00-\udfff]/.test(given.slice(offset - 1, offset + 1)))
      .sort((a, b) => a - b);
    return sorted.flatMap((start, index) => (index % 2 === 0 && index + 1 < sorted.length ? [{ start, end: sorted[index + 1]! }] : []));
  });

const prose = fc
  .record({ text, language: fc.constantFrom(...languages) })
  .chain((given) => spans(given.text).map((omitted) => ({ ...given, omitted })));

const plain = (written: string) =>
  written
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/[\u2010\u2011\u2212]/g, '-');

describe('passages of any text', () => {
  it('are ascending and disjoint, and numbered', () => {
    fc.assert(
      fc.property(prose, ({ text, language, omitted }) => {
        let end = 0;
        let block = 0;
        for (const [index, passage] of passages(text, language, omitted).entries()) {
          expect(passage.index).toBe(index);
          expect(passage.block).toBeGreaterThanOrEqual(block);
          expect(passage.start).toBeGreaterThanOrEqual(end);
          expect(passage.end).toBeGreaterThan(passage.start);
          expect(passage.end).toBeLessThanOrEqual(text.length);
          ({ end, block } = passage);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('hold tokens in order, which are the text at their offsets, and none of what is omitted', () => {
    fc.assert(
      fc.property(prose, ({ text, language, omitted }) => {
        for (const passage of passages(text, language, omitted)) {
          let at = passage.start;
          expect(passage.tokens.length).toBeGreaterThan(0);
          for (const token of passage.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(at);
            expect(token.end).toBeLessThanOrEqual(passage.end);
            expect(plain(token.text)).toBe(plain(text.slice(token.start, token.end)));
            expect(omitted.some(({ start, end }) => token.start < end && start < token.end)).toBe(false);
            at = token.end;
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('hold every word of a plain text without marks', () => {
    const word = fc.constantFrom('boats', 'Harbour', '3,000', 'said', 'It', 'Jan', 'fell');
    const stop = fc.constantFrom(' ', ' ', ' ', '. ', '? ', ', ', '\n\n', '\n', '\r\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, stop), { maxLength: 80 }), (parts) => {
        const text = parts.flat().join('');
        const found = passages(text, 'plaintext').flatMap(({ tokens }) =>
          tokens.filter(({ kind }) => kind !== 'symbol').map((token) => token.text),
        );
        expect(found).toEqual(parts.map(([word]) => word));
      }),
    );
  });
});

describe('very large texts', { timeout: 120_000 }, () => {
  const sentence = 'Some 1,250 people crossed the river at Low Ford on Monday, officials said. ';

  it.each(languages)('of one line are read in steps (%s)', (language) => {
    const text = sentence.repeat(Math.ceil(600_000 / sentence.length));
    const { value, yields } = finish(passagesOf({ text, language, date: null, omitted: [] }, english));
    expect(value).toHaveLength(text.length / sentence.length);
    expect(value.at(-1)!.end).toBe(text.trimEnd().length);
    expect(yields).toBeGreaterThan(text.length / 65_536);
  });

  it('of 20 MB without a space or a full stop end, with bounded passages', () => {
    const text = 'x'.repeat(20_000_000);
    const { value } = finish(passagesOf({ text, language: 'markdown', date: null, omitted: [] }, english));
    expect(value.reduce((most, { start, end }) => Math.max(most, end - start), 0)).toBeLessThanOrEqual(65_536);
    expect(value.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(text.length);
  });

  it.each([
    ['brackets', '[*a ]('],
    ['quotes', '> '],
    ['lists', '- '],
    ['backticks', '`` ` a '],
    ['commands', '\\ref{\\b{$'],
    ['environments', '\\begin{equation}'],
    ['macros', 'a:b[<<{'],
    ['tags', '<a <!-- '],
    ['table rows', '|a\n|-\n'],
    ['roles', ':r:`a <'],
    ['dots', '. . .'],
    ['line breaks', '\r\n'],
    ['lone carriage returns', 'a\r'],
    ['paragraphs that never end', 'and so\n\n'],
    ['pipes and paths', 'a/b.c@d.e://'],
  ])('of nothing but %s are read in every language', (_, unit) => {
    const text = unit.repeat(Math.ceil(60_000 / unit.length));
    for (const language of languages) {
      const longest = passages(text, language).reduce((most, { start, end }) => Math.max(most, end - start), 0);
      expect(longest).toBeLessThanOrEqual(32_768);
    }
  });
});
