/** Looking up what the writer types in the words of the sources. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookUp } from '../../server/engine/lookup.ts';
import { analysed, finish } from './check.ts';

const texts: Record<string, string> = {
  herald: 'In Tarvik 3,000 weavers were killed. The weavers’ mill burnt down. Nobody was at the mill.',
  echo: 'Police killed a weaver in the old mill of Tarvik. Zürich sent cloth.',
};
const articles = Object.entries(texts).map(([uri, text]) => ({ uri, analysis: analysed(text) }));

/** The first words of what is found, with the words that are marked in it. */
function found(typed: string, most = 10): string[] {
  return finish(lookUp(typed, articles, most)).map(({ uri, passage, words }) => {
    const marked = words.map(({ start, end }) => texts[uri]!.slice(start, end)).join(' ');
    return `${uri} ${passage.index}: ${marked}`;
  });
}

describe('finds', () => {
  test('a word in every form of it, and by its beginning', () => {
    expect(found('weaver').sort()).toEqual(['echo 0: weaver', 'herald 0: weavers', 'herald 1: weavers']);
    expect(found('weav')).toHaveLength(3);
    expect(found('killing').sort()).toEqual(['echo 0: killed', 'herald 0: killed']);
  });

  test('figures, small words and names without their accents', () => {
    expect(found('3000')).toEqual(['herald 0: 3,000']);
    expect(found('3,000 weavers')[0]).toBe('herald 0: 3,000 weavers');
    expect(found('at the')[0]).toMatch(/^herald 2: at the/);
    expect(found('zurich')).toEqual(['echo 1: Zürich']);
  });

  test('nothing where nothing is typed or said', () => {
    expect(found('')).toEqual([]);
    expect(found('?!')).toEqual([]);
    expect(found('harbour')).toEqual([]);
  });
});

describe('puts first', () => {
  test('what has all the words, and leaves out what has fewer', () => {
    expect(found('weavers tarvik').sort()).toEqual(['echo 0: weaver Tarvik', 'herald 0: Tarvik weavers']);
    expect(found('nobody tarvik mill')).toEqual(expect.arrayContaining([expect.stringMatching(/^echo 0|^herald 2/)]));
  });

  test('words as they are typed, side by side', () => {
    expect(found('weavers were killed')[0]).toBe('herald 0: weavers were killed');
    expect(found('mill burnt')[0]).toBe('herald 1: mill burnt');
  });

  test('no more than are asked for', () => {
    expect(found('mill', 1)).toHaveLength(1);
  });
});

test('whatever is typed, what is marked lies in its passage, and the same comes again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.constantFrom(...Object.values(texts)).chain((text) => fc.nat(text.length).map((at) => text.slice(at))),
      ),
      (typed) => {
        const hits = finish(lookUp(typed, articles, 5));
        for (const { passage, words } of hits) {
          for (const { start, end } of words) expect(start >= passage.start && end <= passage.end && start < end).toBe(true);
        }
        expect(finish(lookUp(typed, articles, 5))).toEqual(hits);
      },
    ),
  );
});
