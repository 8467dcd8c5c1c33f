/** Articles come and go: step by step where they are long, and what is found is the same. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/engine/analysis.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { type AnalysedArticle, Library } from '../../server/engine/library.ts';
import type { Work } from '../../server/engine/model.ts';
import { postingsOf } from '../../server/engine/postings.ts';
import { finish } from './check.ts';

const SENTENCE = 'Flooding in Ostrava killed 14 people, Mayor Jana Dvorak said. ';

function article(uri: string, sentences: number): AnalysedArticle {
  const text = Array.from({ length: sentences }, (_, at) => SENTENCE.replace('14', String(14 + at))).join('');
  const prose = { text, language: 'plaintext', date: null, omitted: [] } as const;
  const about = { title: null, author: null, publisher: null, url: null, isExtracted: false, locators: [] };
  return { article: { ...prose, ...about, uri }, analysis: finish(analyse(prose, english)) };
}

/** How often work yields. */
function steps(work: Work<unknown>): number {
  let count = 0;
  while (!work.next().done) count++;
  return count;
}

/** What is found in a library, by URI and place. */
function found(library: Library): unknown {
  const { claims, table } = library.fetch({ claims: ['count!kill', 'count:ostrava'], names: [] });
  const refs = [...claims].map(([key, list]) => [
    key,
    [...list].map((number) => [table.sourceOf(number).article.uri, table.held(number).claim.figure.text]),
  ]);
  return [refs, library.namesBegun('d', 5), [...library.values()].map(({ article: { uri } }) => uri)];
}

describe('an article is entered', () => {
  test('step by step as in one step', () => {
    const [stepped, whole] = [new Library(english), new Library(english)];
    for (const each of [article('b.txt', 3), article('a.txt', 200), article('b.txt', 5)]) {
      finish(stepped.setting(each));
      whole.set(each);
    }
    expect(found(stepped)).toEqual(found(whole));
    expect(stepped.revision).toBe(whole.revision);
  });

  test('in the more steps the longer it is', () => {
    const library = new Library(english);
    const short = article('short.txt', 1);
    expect(steps(library.setting(article('long.txt', 1000)))).toBeGreaterThan(40 + steps(library.setting(short)));
    expect(steps(library.setting(short, finish(postingsOf(short.analysis, english))))).toBeLessThan(steps(library.setting(short)));
  });

  test('while the one before it is found until all is made', () => {
    const library = new Library(english);
    library.set(article('a.txt', 2));
    const before = found(library);
    const work = library.setting(article('a.txt', 1000));
    for (let made = 0; made < 10; made++) work.next();
    expect(found(library)).toEqual(before);
    finish(work);
    expect(found(library)).not.toEqual(before);
  });
});

test('what is found stands in the order of the articles, whatever order they came in, went and came again', () => {
  const [library, inOrder] = [new Library(english), new Library(english)];
  const names = Array.from({ length: 60 }, (_, at) => `${String(at * 7).padStart(3, '0')}.txt`);
  const articles = names.map((name, at) => article(name, 1 + (at % 3)));
  for (const each of articles) inOrder.set(each);
  // 23 and 60 have no divisor in common: each comes once.
  for (let at = 0; at < articles.length; at++) {
    library.set(articles[(at * 23) % articles.length]!);
    if (at % 5 === 4) library.delete(articles[((at - 2) * 23) % articles.length]!.article.uri);
    if (at % 9 === 0) expect(found(library)).not.toEqual([]);
  }
  for (const each of articles) if (!library.get(each.article.uri)) library.set(each);
  expect(found(library)).toEqual(found(inOrder));
  expect(JSON.stringify(found(library))).toContain('["413.txt",');
});

test('an article that comes and goes in ever other lengths leaves nothing behind', () => {
  const changed = new Library(english);
  for (const [at, length] of [3, 200, 5, 40, 1, 90, 7].entries()) {
    changed.set(article('b.txt', length));
    changed.set(article(at % 2 === 0 ? 'a.txt' : 'c.txt', length + at));
    if (at % 3 === 0) changed.delete('c.txt');
  }
  const fresh = new Library(english);
  for (const uri of ['c.txt', 'b.txt', 'a.txt']) {
    const source = changed.get(uri);
    if (source) fresh.set(source);
  }
  expect(found(changed)).toEqual(found(fresh));
});
