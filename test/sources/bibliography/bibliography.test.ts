/** Bibliographies: what is read out of them, that what is malformed costs itself alone, and that what is written is read back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBibtex, writeBibtex } from '../../../server/sources/bibliography/bibtex.ts';
import { readCsl, writeCsl } from '../../../server/sources/bibliography/csl.ts';
import type { Entry } from '../../../server/sources/bibliography/entry.ts';
import { fromLatex, toLatex } from '../../../server/sources/bibliography/latex.ts';
import { readBibliography } from '../../../server/sources/bibliography.ts';

const none: Entry = { key: 'k', type: 'document', title: null, authors: [], publisher: null, date: null, url: null, doi: null, files: [] };

describe('BibTeX', () => {
  test('gives an entry with all that a source can use', () => {
    const text = `
% a note
@string{post = "Evening Post"}
@comment{@article{not, title = {read}}}
@Article(mill2021,
  author = {Silva, Ana and Juan de la Cruz and {The Weavers and Spinners Union} and others},
  title  = "What the {Mill} owed: {\\"U}ber \\'{e}t\\'e \\& {\\v S}koda",
  journal = post # { of } # "Ostmark",
  year = 2021, month = may # "", day = 3,
  url = {https://example.org/a\\_b?c=1\\%20},
  doi = {10.1234/ab.c},
  file = {Full text:papers/mill.pdf:application/pdf;C\\:\\\\desk\\\\note.txt}
)`;
    expect(readBibtex(text)).toEqual([
      {
        key: 'mill2021',
        type: 'article-journal',
        title: 'What the Mill owed: \u00dcber \u00e9t\u00e9 & \u0160koda',
        authors: [
          { family: 'Silva', given: 'Ana' },
          { family: 'de la Cruz', given: 'Juan' },
          { literal: 'The Weavers and Spinners Union' },
        ],
        publisher: 'Evening Post of Ostmark',
        date: { year: 2021, month: 5, day: 3 },
        url: 'https://example.org/a_b?c=1%20',
        doi: '10.1234/ab.c',
        files: ['papers/mill.pdf', 'C:\\desk\\note.txt'],
      },
    ]);
  });

  test.each([
    ['date = {2022-01-07}', { year: 2022, month: 1, day: 7 }],
    ['date = {2022-01}', { year: 2022, month: 1, day: null }],
    ['date = {2022-01-05/2022-01-07}', { year: 2022, month: 1, day: 5 }],
    ['date = {2021-02-30}', { year: 2021, month: 2, day: null }],
    ['year = 1999', { year: 1999, month: null, day: null }],
    ['year = 1999, month = {August}', { year: 1999, month: 8, day: null }],
    ['year = {n.d.}', null],
  ])('reads %s', (field, date) => {
    expect(readBibtex(`@misc{k, ${field}}`)[0]?.date).toEqual(date);
  });

  test('loses of a malformed entry only that entry', () => {
    const text = `@misc{a, title = {One}}
@misc{b, title = {Never closed, note = {x}
@misc{c title = {no comma}}
@misc{, title = {no key}}
@misc{e, title {no sign}}
@misc{d, title = {Two}, }
@misc{f`;
    expect(readBibtex(text).map(({ key }) => key)).toEqual(['a', 'd']);
  });

  test('takes as long as the text for what never closes', () => {
    // Quadratic work on a million signs would take minutes: the test would run out of its time.
    for (const each of ['@misc{a, title = {', '\n@misc{a, title = {', '@', '{', '\\"', 'a and ']) {
      expect(Array.isArray(readBibtex(each.repeat(1_000_000 / each.length)))).toBe(true);
      expect(readBibtex(`@misc{k, author = {${each.repeat(100_000 / each.length)}}}`).length).toBeLessThan(2);
    }
  });
});

describe('LaTeX', () => {
  test.each([
    ["\\ss{} \\o re \\AE{}on \\l\\'odz", '\u00df \u00f8re \u00c6on \u0142\u00f3dz'],
    ["M{\\'\\i}chel and \\c{c}a", 'M\u00edchel and \u00e7a'],
    ["``So'', he said --- 1--2~km", '\u201cSo\u201d, he said \u2014 1\u20132 km'],
    ['\\emph{The} \\textbf{bold} 5\\%', 'The bold 5%'],
  ])('%s', (latex, plain) => {
    expect(fromLatex(latex)).toBe(plain);
  });

  test('of any line of text is that text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const line = text.normalize('NFC').split(/\s+/u).filter(Boolean).join(' ');
        expect(fromLatex(toLatex(line))).toBe(line);
      }),
    );
  });
});

describe('CSL-JSON', () => {
  test('gives an entry with all that a source can use', () => {
    const item = {
      id: 'http://zotero.org/items/1',
      'citation-key': 'mill2021',
      type: 'article-newspaper',
      title: 'What the mill owed',
      author: [{ family: 'Cruz', given: 'Juan', 'non-dropping-particle': 'de la' }, { literal: 'Weavers Union' }, 7],
      'container-title': 'Evening Post',
      issued: { 'date-parts': [['2021', 5, 3]] },
      URL: 'https://example.org/a',
      DOI: '10.1234/ab.c',
    };
    const entry: Entry = {
      key: 'mill2021',
      type: 'article-newspaper',
      title: 'What the mill owed',
      authors: [{ family: 'de la Cruz', given: 'Juan' }, { literal: 'Weavers Union' }],
      publisher: 'Evening Post',
      date: { year: 2021, month: 5, day: 3 },
      url: 'https://example.org/a',
      doi: '10.1234/ab.c',
      files: [],
    };
    expect(readCsl(JSON.stringify([item]))).toEqual([entry]);
    expect(readCsl(JSON.stringify({ items: [item] }))).toEqual([entry]);
    expect(readCsl(JSON.stringify([{ id: 7, type: 'book', issued: { raw: '2021-05' } }]))).toEqual([
      { ...none, key: '7', type: 'book', date: { year: 2021, month: 5, day: null } },
    ]);
  });

  test.each(['{', '{}', '7', 'null', '[{"type":"book"}]', '["a"]'])('is not %s', (text) => {
    expect(readCsl(text)).toBe(null);
  });
});

const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      'and',
      'A and B',
      'Silva, Ana',
      'others',
      'de la Cruz',
      "``so''",
      '---',
      '10% of \\x_{y} # $5 ~ ^',
      '{a}{b}',
      '}{',
      'a\\',
    ),
  )
  .map((text) => text.normalize('NFC').split(/\s+/u).filter(Boolean).join(' '))
  .filter((text) => text !== '');
const entries = fc.record({
  key: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
  type: fc.constantFrom('article-newspaper', 'webpage', 'book', 'article-journal'),
  title: fc.option(line),
  authors: fc.array(fc.oneof(fc.record({ literal: line }), fc.record({ family: line, given: line }))),
  publisher: fc.option(line),
  date: fc.option(
    fc.record({
      year: fc.integer({ min: 1000, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.option(fc.integer({ min: 1, max: 28 })),
    }),
  ),
  url: fc.option(fc.webUrl()),
  doi: fc.option(fc.stringMatching(/^10\.\d{4}\/[a-z0-9.]{1,9}$/)),
  files: fc.constant([]),
});

describe('what is written', () => {
  test('in CSL-JSON is read back', () => {
    fc.assert(
      fc.property(fc.array(entries), (list) => {
        expect(readCsl(JSON.stringify(writeCsl(list)))).toEqual(list);
      }),
    );
  });

  test('in BibTeX has keys that can be read', () => {
    const [entry] = readBibtex(writeBibtex([{ ...none, key: 'http://zotero.org/a, {b}' }]));
    expect(entry?.key).toBe('http://zotero.org/a---b-');
  });

  test('in BibTeX is read back', () => {
    fc.assert(
      fc.property(fc.array(entries), (list) => {
        expect(readBibtex(writeBibtex(list))).toEqual(list);
      }),
    );
  });
});

describe('a file', () => {
  const read = (name: string, text: string) => readBibliography({ uri: `file:///${name}`, name }, { text });

  test('is read by its name, and its entries know it', () => {
    expect(read('a.bib', '@misc{k}')).toEqual({ entries: [{ ...none, bibliography: 'file:///a.bib' }] });
    expect(read('a.csl.json', '[]')).toEqual({ entries: [] });
  });

  test('that holds no entry is skipped with a reason', () => {
    expect(read('a.bib', ' ')).toEqual({ skipped: 'empty' });
    expect(read('a.bib', 'No entries here.')).toEqual({ skipped: expect.stringContaining('damaged') });
    expect(read('a.csl.json', '{')).toEqual({ skipped: expect.stringContaining('damaged') });
  });
});
