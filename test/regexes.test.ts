/** No regular expression of the server backtracks: each is fed texts made of its own pieces, and its steps are counted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { CountingRegex, worstOf } from './regex.ts';
import { ROOT } from './run/process.mjs';

const FILES = globSync(['server/engine/**/*.ts', 'server/sources/**/*.ts', 'server/lsp/**/*.ts'], { cwd: ROOT }).sort();

/** The regular expressions written in a file, each once. */
function regexesOf(file: string): string[] {
  const found = new Set<string>();
  const look = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if ('regex' in node && 'raw' in node) found.add(String(node.raw));
    for (const inner of Object.values(node)) look(inner);
  };
  look(parseAst(readFileSync(join(ROOT, file), 'utf8'), { lang: 'ts' }));
  return [...found];
}

function counting(literal: string): CountingRegex {
  const end = literal.lastIndexOf('/');
  return new CountingRegex(literal.slice(1, end), literal.slice(end + 1));
}

describe('the counting', () => {
  test.each([
    ['/(a+)+$/', true],
    ['/\\s+$/', true],
    ['/(?:a|ab)*c/', true],
    ['/a*a*b/', true],
    ['/^a*b/', false],
    ['/\\d+(?:[.,]\\d+)*!/', true],
    ['/^\\d+(?:[.,]\\d+)*$/', false],
    ['/[a-z]/', false],
    ['/^(?:ab){1,20}$/', false],
  ])('%s: too many steps %s', (literal, expected) => {
    expect(worstOf(counting(literal)) !== null).toBe(expected);
  });

  test.each([
    ['/^a(?:b|c)+?d$/', 'abcd', true],
    ['/^a(?:b|c)+?d$/', 'ad', false],
    ['/(?<=x)y/', 'xy', true],
    ['/(?<!x)y/', 'xy', false],
    ['/\\bno\\b/', 'say no more', true],
    ['/^\\p{Lu}[^\\d]{2,3}$/u', 'Éab', true],
  ])('%s searches %j as JavaScript does', (literal, text, expected) => {
    const regex = counting(literal);
    expect(regex.search(text, 1e6)).toBe(expected);
    expect(new RegExp(regex.source, regex.flags).test(text)).toBe(expected);
  });
});

/** Expressions whose steps grow faster than their text, which is never long: what they are used on, and how long that is at most. */
const BOUNDED: Readonly<Record<string, string>> = {
  'server/engine/compare/slips.ts /0+$/': 'the digits of one number',
  'server/engine/fixes/figure.ts /\\p{L}+$/u': 'the text of one figure',
  'server/engine/fixes/numbers.ts /\\d(?=(?:\\d{3})+$)/g': 'the digits of one number',
  'server/engine/fixes/numbers.ts /\\.?0+$/': 'the digits of one number',
  'server/sources/pdf/paragraphs.ts /([\\p{L}\\p{M}]+)([-\\u2010\\u00ad])$/u': 'the last 60 characters of a line',
  'server/sources/readers/spreadsheet.ts /"[^"]*"|\\[[^\\]]*\\]/g': 'the format of a number, 255 characters',
};

describe('the expressions', () => {
  test('are found', () => {
    expect(FILES.flatMap(regexesOf).length).toBeGreaterThan(50);
  });

  test.each(FILES.filter((file) => regexesOf(file).length > 0))('of %s are linear', (file) => {
    const slow = regexesOf(file).filter((literal) => BOUNDED[`${file} ${literal}`] === undefined && worstOf(counting(literal)) !== null);
    expect(slow).toEqual([]);
  });

  test('that are let off are still there', () => {
    const written = new Set(FILES.flatMap((file) => regexesOf(file).map((literal) => `${file} ${literal}`)));
    expect(Object.keys(BOUNDED).filter((key) => !written.has(key))).toEqual([]);
  });
});
