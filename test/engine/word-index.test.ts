/** Search over the library ranks articles as MiniSearch does, which holds the same in twenty times the memory. */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { termsOf } from '../../server/engine/claims/terms.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { WordIndex } from '../../server/engine/search.ts';
import { analysed, finish } from './check.ts';

const words = ['harbour', 'dockers', 'mayor', 'wages', 'ships', 'hills', 'rain', 'closed'];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }).map((all) => `The ${all.join(' ')} came.`);

test('ranks articles as MiniSearch does', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), fc.subarray(words, { minLength: 1 }), (texts, asked) => {
      const index = new WordIndex(english);
      const theirs = new MiniSearch<{ id: string; terms: string }>({
        fields: ['terms'],
        tokenize: (terms) => terms.split(' '),
        processTerm: (term) => term,
      });
      for (const [at, each] of texts.entries()) {
        const analysis = analysed(each);
        index.add(`article-${at}`, analysis);
        const terms = analysis.passages.flatMap((passage) => termsOf(passage, english).flatMap((term) => term?.key ?? []));
        theirs.add({ id: `article-${at}`, terms: terms.join(' ') });
      }
      const query = asked.flatMap((word) =>
        termsOf(analysed(`The ${word} came.`).passages[0]!, english)
          .slice(1, 2)
          .flatMap((term) => term?.key ?? []),
      );
      const expected = new Map(theirs.search(query.join(' ')).map(({ id, score }) => [String(id), score]));
      const found = finish(index.search(query, texts.length));
      expect(found.map(({ uri }) => uri).sort()).toEqual([...expected.keys()].sort());
      for (const { uri, score } of found) expect(score).toBeCloseTo(expected.get(uri)!, 9);
    }),
    { numRuns: 100 },
  );
});
