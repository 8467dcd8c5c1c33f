/** Search over the library: passages found by their words, in step with articles that come and go. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english } from '../../server/engine/lexicon/en.ts';
import { WordIndex } from '../../server/engine/search.ts';
import { analysed, finish } from './check.ts';

const texts = {
  harbour: 'The harbour of Tarvik was closed. Dockers went on strike over wages. The mayor said nothing.',
  strike: 'A strike of dockers closed two harbours. Nobody counted the ships.',
  weather: 'Rain fell on the hills.',
};

function indexOf(names: readonly (keyof typeof texts)[]): WordIndex {
  const index = new WordIndex(english);
  for (const name of names) index.add(name, analysed(texts[name]));
  return index;
}

function found(index: WordIndex, query: readonly string[]): string[] {
  return finish(index.search(query, 5)).map(({ uri, passage }) => `${uri}:${passage.tokens[0]!.text}`);
}

test('finds the best passage of each article, whatever the form of its words', () => {
  const index = indexOf(['harbour', 'strike', 'weather']);
  expect(found(index, ['docker', 'strike']).sort()).toEqual(['harbour:Dockers', 'strike:A']);
  expect(found(index, ['hill'])).toEqual(['weather:Rain']);
  expect(found(index, ['nowher'])).toEqual([]);
});

test('a deleted article is found no more, a changed one by its new words', () => {
  const index = indexOf(['harbour', 'strike']);
  found(index, ['docker']);
  index.delete('harbour');
  expect(found(index, ['docker'])).toEqual(['strike:A']);
  index.delete('strike');
  index.add('strike', analysed(texts.weather));
  expect(found(index, ['docker'])).toEqual([]);
  expect(found(index, ['hill'])).toEqual(['strike:Rain']);
});

test('an article that changes while it is being indexed is found by what it says now', () => {
  const index = indexOf(['harbour']);
  const work = index.search(['hill'], 5);
  work.next();
  index.delete('harbour');
  index.add('harbour', analysed(texts.weather));
  for (let step = work.next(); !step.done; step = work.next());
  expect(found(index, ['hill'])).toEqual(['harbour:Rain']);
});

test('after any changes it answers as one built afresh', () => {
  const name = fc.constantFrom<keyof typeof texts>('harbour', 'strike', 'weather');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.boolean(), fc.boolean())), (changes) => {
      const index = new WordIndex(english);
      const held = new Set<keyof typeof texts>();
      for (const [article, add, search] of changes) {
        index.delete(article);
        held.delete(article);
        if (add) {
          index.add(article, analysed(texts[article]));
          held.add(article);
        }
        if (search) found(index, ['docker']);
      }
      expect(found(index, ['docker', 'hill']).sort()).toEqual(found(indexOf([...held]), ['docker', 'hill']).sort());
    }),
    { numRuns: 50 },
  );
});
