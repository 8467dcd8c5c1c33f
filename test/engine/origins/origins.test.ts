/** Which articles are of one origin: reruns are, reports of one event by different outlets are not, and the order never matters. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { isOneStory } from '../../../server/engine/origins/alike.ts';
import { OriginIndex } from '../../../server/engine/origins/index.ts';
import * as comparing from '../../../server/engine/origins/shingles.ts';
import { labelledArticles, rerun, shingled } from './stories.ts';

vi.mock('../../../server/engine/origins/shingles.ts', { spy: true });

const texts = new Map<string, string>();
const shingles = new Map<string, Uint32Array>();
beforeAll(async () => {
  for (const [path, text] of await labelledArticles()) {
    texts.set(path, text);
    shingles.set(path, shingled(text));
  }
});

/** An index with articles by their shingles, in that order. */
function indexOf(articles: Iterable<readonly [string, Uint32Array]>): OriginIndex {
  const index = new OriginIndex();
  for (const [uri, each] of articles) index.add(uri, each, null);
  return index;
}

describe('the labelled stories', () => {
  test('have no two articles of one origin, though several outlets report each event', () => {
    expect(shingles.size).toBeGreaterThan(60);
    expect(indexOf(shingles).all()).toEqual([]);
    const all = [...shingles];
    const alike = all.flatMap(([a, ours], at) =>
      all.slice(at + 1).flatMap(([b, theirs]) => (isOneStory(ours, theirs) ? [`${a} ${b}`] : [])),
    );
    expect(alike).toEqual([]);
  });

  test('are known again, each alone, where another outlet cuts them and changes words and the headline', () => {
    const reruns = [...texts].map(([path, text]) => {
      const edited = rerun(text, { headline: 'What we know so far', cut: [false, true], every: 14 });
      return [`rerun/${path}`, shingled(edited)] as const;
    });
    const index = indexOf([...shingles, ...reruns]);
    for (const path of shingles.keys()) expect(index.of(path)?.articles, path).toEqual([path, `rerun/${path}`].sort());
    expect(index.all()).toHaveLength(shingles.size);
  });
});

describe('a rerun', () => {
  test('is of its story, whatever paragraphs are cut and words changed, up to half of it and one word in ten', () => {
    const edits = fc.record({
      headline: fc.constantFrom('Breaking: here is the latest', 'Ten things to know today', ''),
      cut: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
      every: fc.option(fc.integer({ min: 10, max: 60 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(...texts.keys()), edits, (path, edit) => {
        const own = shingles.get(path)!;
        expect(isOneStory(own, shingled(rerun(texts.get(path)!, edit)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('of a flash of one sentence is none: set phrases are as long', () => {
    const flash = 'BREAKING - The central bank said on Thursday that it would keep its main rate where it has been since the spring.';
    expect(isOneStory(shingled(flash), shingled(`${flash} More to come.`))).toBe(false);
  });

  test('makes no origin of a review of the day and the stories that it reviews', () => {
    const [first, ...others] = [...texts.values()].slice(0, 16);
    const review = [first, ...others].map((text) => text!.slice(0, 400)).join('\n\n');
    expect(isOneStory(shingled(first!.slice(0, 400)), shingled(review))).toBe(false);
  });
});

/** Shingle sets of some families: those of one family share most, those of two nothing; numbers as a sketch has them and others. */
const articles = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 30, max: 60 }), fc.integer({ min: 0, max: 40 }))
  .map(([family, length, from]) => Uint32Array.from({ length }, (_, at) => family * 1_000_000 + (from + at) * 8_000_000 + family).sort());

const changes = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 14 }).map((at) => `file:///${at}.txt`),
    fc.option(articles, { freq: 5 }),
  ),
  { minLength: 1, maxLength: 40 },
);

describe('an index', () => {
  test('equals a fresh one whatever came and went before, in whatever order, and tells who was regrouped', () => {
    let shared = 0;
    fc.assert(
      fc.property(changes, fc.boolean(), (list, isBackwards) => {
        const index = new OriginIndex();
        const held = new Map<string, Uint32Array>();
        for (const [uri, article] of list) {
          const before = new Map([...held.keys()].map((each) => [each, index.of(each)?.articles ?? [each]]));
          index.takeRegrouped();
          if (article) index.add(uri, article, null);
          else index.delete(uri);
          if (article) held.set(uri, article);
          else held.delete(uri);
          const regrouped = index.takeRegrouped();
          for (const each of held.keys()) {
            if (!regrouped.has(each) && before.has(each)) expect(index.of(each)?.articles ?? [each]).toEqual(before.get(each));
          }
        }
        const fresh = indexOf(isBackwards ? [...held].reverse() : held);
        expect(index.all()).toEqual(fresh.all());
        expect(index.size).toBe(fresh.size);
        shared += fresh.all().length;
        for (const uri of held.keys()) index.delete(uri);
        expect(index.size).toBe(0);
        expect(index.all()).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(shared).toBeGreaterThan(50);
  });

  test('compares a new article with a few others, though all are versions of one story', () => {
    const story = shingles.get([...shingles.keys()][0]!)!;
    const comparisons = [100, 200].map((count) => {
      const compared = vi.spyOn(comparing.ShingleSet.prototype, 'sharedWith').mockClear();
      const index = indexOf(Array.from({ length: count }, (_, at) => [`${at}`, story.filter((_, each) => each % 97 !== at % 97)] as const));
      expect(index.all()).toHaveLength(1);
      return compared.mock.calls.length;
    });
    expect(comparisons[0]).toBeGreaterThan(100);
    expect(comparisons[1]! / comparisons[0]!).toBeLessThan(2.5);
  });
});

describe('the name of an origin', () => {
  const own = () => shingles.get([...shingles.keys()][0]!)!;
  const named = (credits: readonly (string | null)[]) => {
    const index = new OriginIndex();
    for (const [at, credit] of credits.entries()) index.add(`${at}`, own(), credit);
    return index.of('0')?.name;
  };

  test.each([
    [['Reuters', null, null], 'Reuters'],
    [['Reuters', 'Reuters', 'AFP'], 'Reuters'],
    [['Reuters', 'AFP'], null],
    [[null, null], null],
    [['Reuters'], undefined],
  ] as const)('of copies that credit %j is %s', (credits, name) => {
    expect(named(credits)).toBe(name);
  });

  test('are held against a text that others are held against, too, as two texts are against one another', () => {
    const texts = fc
      .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 })
      .map((all) => Uint32Array.from(all.map((each) => (each % 7) * 2 ** 29 + each)).sort());
    fc.assert(
      fc.property(texts, texts, fc.nat(60), (ours, theirs, split) => {
        const set = new comparing.ShingleSet(ours);
        const middle = Math.min(split, theirs.length);
        expect(set.sharedWith(theirs, 0, middle) + set.sharedWith(theirs, middle, theirs.length)).toBe(comparing.sharedBy(ours, theirs));
      }),
    );
  });
});
