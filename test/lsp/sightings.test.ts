/** Where a name stands is looked up in as many sources as are shown, however many have it. */
import { expect, test, vi } from 'vitest';
import type { Source } from '../../server/engine/library.ts';
import { firstSightings } from '../../server/lsp/cite.ts';

const NAME = 'Ilse Marten';

/** So many sources that have the name, as the library says, but for some that write it otherwise. */
function sourcesOf(count: number, others: ReadonlySet<number> = new Set()) {
  const uris = Array.from({ length: count }, (_, at) => `file:///${at}.txt`);
  const sources = new Map(
    uris.map((uri, at) => {
      const text = others.has(at) ? 'ILSE MARTEN' : NAME;
      return [uri, { article: { uri }, analysis: { names: [{ text, full: text, start: 0, end: text.length }] } } as unknown as Source];
    }),
  );
  return { variants: [{ text: NAME, sources: uris }], sourceOf: vi.fn((uri: string) => sources.get(uri)) };
}

test('a name that very many sources have is looked up in few', () => {
  const { variants, sourceOf } = sourcesOf(5000);
  const { first, count } = firstSightings(variants, sourceOf, 5);
  expect(first.map(({ source }) => source.article.uri)).toEqual(variants[0]!.sources.slice(0, 5));
  expect(count).toBe(5000);
  expect(sourceOf.mock.calls.length).toBeLessThan(10);
});

test('of one that few have those are counted that write it so', () => {
  const { variants, sourceOf } = sourcesOf(20, new Set([0, 7]));
  const { first, count } = firstSightings(variants, sourceOf, 5);
  expect(first.map(({ source }) => source.article.uri)).toEqual([1, 2, 3, 4, 5].map((at) => `file:///${at}.txt`));
  expect(count).toBe(18);
});
