/** `sources` on the command line, and what bibliographies give the sources. */
import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../server/sources/bibliography/bibtex.ts';
import { readCsl } from '../../server/sources/bibliography/csl.ts';
import { folder } from '../temporary.ts';
import { commandLine } from './run.ts';

const { run } = commandLine();

const desk = {
  'draft.md': 'A draft.\n',
  'sources/mill.txt': 'Nineteen weavers were injured on Monday in Ostmark.\n',
  'sources/own.md': '---\ntitle: The mill burns\nauthor: Ilse Marten\npublication: Evening Post\ndate: 2021-05-04\n---\n\nIt burnt.\n',
  'sources/refs.bib':
    '@article{silva21,\n  author = {Silva, Ana},\n  title = {Weavers hurt in {Ostmark}},\n  journal = {The Bell},\n  date = {2021-05-03},\n' +
    '  url = {https://example.org/mill},\n  file = {:mill.txt:text}\n}\n',
};

const sources = (format: string, files: Readonly<Record<string, string>> = desk, ...more: string[]) =>
  run(['sources', '--sources', 'sources', '--config', 'none', '--format', format, ...more], folder(files));

describe('sources', () => {
  test('lists the sources with what bibliographies, or else they themselves, say of them', async () => {
    const { code, stdout } = await sources('json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      sources: [
        {
          source: 'mill.txt',
          key: 'silva21',
          type: 'article-journal',
          title: 'Weavers hurt in Ostmark',
          authors: ['Ana Silva'],
          publisher: 'The Bell',
          date: '2021-05-03',
          url: 'https://example.org/mill',
          doi: null,
          origin: null,
        },
        {
          source: 'own.md',
          key: 'marten2021mill',
          type: 'article-newspaper',
          title: 'The mill burns',
          authors: ['Ilse Marten'],
          publisher: 'Evening Post',
          date: '2021-05-04',
          url: null,
          doi: null,
          origin: null,
        },
      ],
      skipped: [],
    });
  });

  test('reads a long bibliography as it does a short one', async () => {
    const more = Array.from({ length: 1000 }, (_, at) => `@misc{other${at}, title = {Another work of its own, number ${at}}}\n`).join('');
    const { stdout } = await sources('json', { ...desk, 'sources/refs.bib': desk['sources/refs.bib'] + more });
    expect(JSON.parse(stdout).sources[0]).toMatchObject({ key: 'silva21', publisher: 'The Bell' });
  });

  test('writes bibliographies that are read again', async () => {
    const own = { key: 'marten2021mill', title: 'The mill burns', publisher: 'Evening Post', date: { year: 2021, month: 5, day: 4 } };
    const authors = [{ family: 'Marten', given: 'Ilse' }];
    const bibtex = await sources('bibtex');
    const [mill, burns] = readBibtex(bibtex.stdout);
    expect(mill).toMatchObject({ key: 'silva21', publisher: 'The Bell', files: ['mill.txt'] });
    expect(burns).toEqual({ ...own, type: 'article-newspaper', authors, url: null, doi: null, files: ['own.md'] });
    expect(readCsl((await sources('csl')).stdout)).toMatchObject([{ key: 'silva21' }, { ...own, authors }]);
    // With the written file in place of the other nothing is lost.
    const { stdout } = await sources('bibtex', { ...desk, 'sources/refs.bib': bibtex.stdout });
    expect(stdout).toBe(bibtex.stdout);
  });

  test('is readable as text, and names what is left out', async () => {
    const { stdout } = await sources('text', { ...desk, 'sources/x.bib': 'nothing', 'sources/y.csl.json': '{' });
    expect(stdout).toContain('mill.txt  [silva21]\n    \u201cWeavers hurt in Ostmark\u201d, Ana Silva, The Bell, 2021-05-03\n');
    expect(stdout).toMatch(/skipped x\.bib: damaged.*\nskipped y\.csl\.json: damaged.*\n2 sources, 2 skipped\n$/);
  });

  test.each([
    [['--format', 'xml'], '--format is one of text, json, csl, bibtex; not xml'],
    [['draft.md'], 'sources takes no drafts'],
    [['--fail-on', 'never'], '--fail-on'],
  ])('refuses %s', async (more, why) => {
    const { code, stderr } = await sources('text', desk, ...more);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });
});

test('a bibliography in the folder of the settings gives a source the date that its weekdays go by', async () => {
  const files = {
    ...desk,
    'second-source.json': '{}',
    'refs.csl.json': JSON.stringify([{ id: 'x', type: 'article', title: 'The mill burns', issued: { 'date-parts': [[2021, 6, 1]] } }]),
    'sources/refs.bib': '@misc{mill, file = {mill.txt}, year = {2020}}\n',
  };
  const { stdout } = await run(['sources', '--format', 'json'], folder(files));
  const report = JSON.parse(stdout) as { sources: { source: string; key: string; date: string }[] };
  expect(report.sources.map(({ source, key, date }) => [source, key, date])).toEqual([
    ['sources/mill.txt', 'mill', '2020'],
    ['sources/own.md', 'x', '2021-06-01'],
  ]);
});
