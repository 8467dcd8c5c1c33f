/** Front matter of plain lines is read without the YAML library, and says what the library would read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPlainFrontMatter, readFrontMatter } from '../../server/sources/front-matter.ts';
import { parseYaml } from '../../server/sources/yaml.ts';

/** Says nothing, and has the library read the rest. */
const STRANGE = '# a comment';

const key = fc.constantFrom('title', 'Title', 'author', 'publication', 'date', 'url', 'source', 'source-url', 'x_y', 'null', 'y');
const value = fc.oneof(
  fc.constantFrom('Old pier to go', 'null', 'true', 'Yes', '2021-03-05', 'https://example.org/pier', 'A - B', "It's `so` [here], {there}"),
  fc.constantFrom(
    'A: b',
    'A #b',
    'A:b',
    '~',
    '',
    '12',
    '1e5',
    '"A"',
    '- a',
    '&a b',
    '*a',
    '!a b',
    '| a',
    'A \tb',
    'é, à',
    'a\u2028b',
    'a\rb: c',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\n', '')),
);
const line = fc.tuple(key, fc.constantFrom(': ', ':  ', ':', ' : '), value, fc.constantFrom('', ' ', '\r')).map((parts) => parts.join(''));

test('whatever its lines are', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const { end: _, ...plainly } = readFrontMatter(`---\n${lines.join('\n')}\n---\n\nText.\n`, parseYaml);
      const { end: __, ...byLibrary } = readFrontMatter(`---\n${[...lines, STRANGE].join('\n')}\n---\n\nText.\n`, parseYaml);
      expect(plainly).toEqual(byLibrary);
    }),
    { numRuns: 2000 },
  );
});

test('of lines as most have', () => {
  const text =
    '---\ntitle: Old pier to go\npublication: Harbour Times\nauthor: Ann Lee\ndate: 2021-03-05\nurl: https://example.org/pier\n---\n';
  expect(hasPlainFrontMatter(text)).toBe(true);
  expect(readFrontMatter(text, null)).toEqual({
    ...{ end: text.length, title: 'Old pier to go', publisher: 'Harbour Times', author: 'Ann Lee' },
    ...{ key: null, date: { year: 2021, month: 3, day: 5 }, url: 'https://example.org/pier' },
  });
});

test('of more than plain lines is parsed, or read line by line where there is no parser', () => {
  const text = '---\ntitle: "Pier: the end"\nauthor:\n  - Ann Lee\n  - name: Bo Ek\n---\n';
  expect(hasPlainFrontMatter(text)).toBe(false);
  expect(readFrontMatter(text, parseYaml)).toMatchObject({ title: 'Pier: the end', author: 'Ann Lee, Bo Ek' });
  expect(readFrontMatter(text, null)).toMatchObject({ title: 'Pier: the end' });
});
