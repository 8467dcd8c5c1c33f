/** Which entry is a source's, and what the source gets from it. */
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../server/engine/model.ts';
import type { PlacedEntry } from '../../../server/sources/bibliography/entry.ts';
import { Bibliography, withEntry } from '../../../server/sources/bibliography/match.ts';

const entry = (key: string, about: Partial<PlacedEntry> = {}): PlacedEntry => ({
  key,
  type: 'document',
  title: null,
  authors: [],
  publisher: null,
  date: null,
  url: null,
  doi: null,
  files: [],
  bibliography: 'file:///desk/my.bib',
  ...about,
});

const article = (about: Partial<Article> = {}): Article => ({
  uri: 'file:///desk/sources/a%20b.txt',
  text: 'A text.',
  language: 'plaintext',
  omitted: [],
  date: null,
  title: null,
  author: null,
  publisher: null,
  url: null,
  isExtracted: false,
  locators: [],
  ...about,
});

const keyFor = (entries: readonly PlacedEntry[], about: Partial<Article> = {}) =>
  new Bibliography(entries).entryFor(article(about))?.key ?? null;

describe('an entry is found', () => {
  test.each([
    ['sources/a b.txt', 'k'],
    ['a b.txt', 'k'],
    ['./sources/a b.txt', 'k'],
    ['/home/ana/desk/sources/a b.txt', 'k'],
    ['C:\\ana\\sources\\a b.txt', 'k'],
    ['/home/ana/old/a b.txt', null],
    ['other/a b.txt', null],
    ['b.txt', null],
  ])('by the file %s: %s', (file, key) => {
    expect(keyFor([entry('k', { files: [file] })])).toBe(key);
  });

  test.each([
    ['https://www.example.org/Mill/', 'http://example.org/Mill?utm_source=x#top', 'k'],
    ['https://example.org/mill?id=1', 'https://example.org/mill?id=2', null],
    ['https://example.org/mill', 'https://example.org/Mill', null],
  ])('by the URL %s for %s: %s', (url, own, key) => {
    expect(keyFor([entry('k', { url })], { url: own })).toBe(key);
  });

  test.each([
    [{ text: 'Vol. 3, doi:10.1234/AB.c, 2021' }, 'k'],
    [{ url: 'https://doi.org/10.1234/ab.c' }, 'k'],
    [{ text: 'doi:10.1234/ab.cd' }, null],
  ])('by the DOI in %j: %s', (about, key) => {
    expect(keyFor([entry('k', { doi: '10.1234/ab.c' })], about)).toBe(key);
  });

  test.each([
    ['What the Mill  Owed', 'k'],
    ['What the mill owed us', null],
    [null, null],
  ])('by the exact title %s: %s', (title, key) => {
    expect(keyFor([entry('k', { title: 'What the mill owed' })], { title })).toBe(key);
  });

  test('by no title that two works have, nor by a single word', () => {
    const title = 'What the mill owed';
    expect(keyFor([entry('k', { title }), entry('l', { title })], { title })).toBe(null);
    expect(keyFor([entry('k', { title: 'Mill' })], { title: 'Mill' })).toBe(null);
  });

  test('by its file before its title', () => {
    const title = 'What the mill owed';
    expect(keyFor([entry('k', { title }), entry('l', { files: ['a b.txt'] })], { title })).toBe('l');
  });
});

describe('an article', () => {
  test('takes what the entry says and keeps the rest', () => {
    const read = article({ title: 'read', author: 'Read', publisher: 'Post', url: 'https://example.org/' });
    const given = entry('k', { title: 'Given', authors: [{ family: 'Silva', given: 'Ana' }, { literal: 'Union' }] });
    expect(withEntry(read, given)).toEqual({ ...read, title: 'Given', author: 'Ana Silva, Union', key: given.key });
  });

  test.each([
    [
      { year: 2021, month: null, day: null },
      { year: 2021, month: 5, day: 3 },
      { year: 2021, month: 5, day: 3 },
    ],
    [
      { year: 2020, month: null, day: null },
      { year: 2021, month: 5, day: 3 },
      { year: 2020, month: null, day: null },
    ],
    [
      { year: 2021, month: 5, day: 4 },
      { year: 2021, month: 5, day: 3 },
      { year: 2021, month: 5, day: 4 },
    ],
    [{ year: 2021, month: 5, day: 4 }, null, { year: 2021, month: 5, day: 4 }],
    [null, { year: 2021, month: 5, day: 3 }, { year: 2021, month: 5, day: 3 }],
  ])('of which the entry says %j and the text %j is of %j', (given, read, date) => {
    expect(withEntry(article({ date: read }), entry('k', { date: given })).date).toEqual(date);
  });
});
