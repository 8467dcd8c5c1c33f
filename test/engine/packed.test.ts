/** Articles that are taken up again: all that is found by them, and in them, is what it was when they were analysed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/engine/analysis.ts';
import { judge, wants } from '../../server/engine/check.ts';
import type { Claim } from '../../server/engine/claims/claim.ts';
import { conflicts } from '../../server/engine/conflicts/index.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import { Library } from '../../server/engine/library.ts';
import type { Article } from '../../server/engine/model.ts';
import { keep, packFindings, packPassages, unpackAnalysis, withProse } from '../../server/engine/packed.ts';
import { PackedWords } from '../../server/engine/packed-words.ts';
import { postingsOf } from '../../server/engine/postings.ts';
import { defaultSeverities } from '../../server/engine/rules/rules.ts';
import { inEnglish } from '../../server/engine/translate.ts';
import { decode, encode } from '../../server/hosts/cache/values.ts';
import { readArticle } from '../../server/sources/read.ts';
import { finish } from './check.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');

/** A value as it is after it was written and read. */
function again<T>(value: T): T {
  return decode(finish(encode(value))) as T;
}

/** A claim with the words that it is told in, as fields of its own. */
function whole(claim: Claim): Claim {
  const { terms, context, names, ownNames } = claim;
  return { ...claim, terms, context, names, ownNames };
}

const articles: Article[] = [];
for (const name of readdirSync(join(CORPUS, 'sources')).sort()) {
  const reading = await readArticle({ uri: name, name, bytes: readFileSync(join(CORPUS, 'sources', name)) });
  if ('article' in reading) articles.push(reading.article);
}
const draft = finish(
  analyse({ text: readFileSync(join(CORPUS, 'draft.md'), 'utf8'), language: 'markdown', date: null, omitted: [] }, english),
);

/** A library of the articles as they are analysed, or as they are taken up again. */
function libraryOf(isKept: boolean): { readonly library: Library; readonly looks: () => number } {
  const library = new Library(english);
  let looks = 0;
  for (const article of articles) {
    const analysis = finish(analyse(article, english));
    if (!isKept) {
      library.set({ article, analysis });
      continue;
    }
    const postings = finish(postingsOf(analysis, english));
    const [passages, findings] = [again(packPassages(analysis)), again(finish(packFindings(analysis)))];
    const unpack = () => {
      looks++;
      return findings;
    };
    library.set({ article: again(article), analysis: unpackAnalysis(article, () => passages, unpack) }, again(postings));
  }
  return { library, looks: () => looks };
}

/** All that is said of the draft, without the objects that it is said by. */
function saidBy(library: Library): unknown {
  const judgement = finish(
    judge(draft, library.fetch(wants(draft, english)), { lexicon: english, severities: defaultSeverities, translate: inEnglish }),
  );
  const plain = (key: string, value: unknown): unknown => {
    if (key === 'source') return (value as { article: Article }).article.uri;
    if (value instanceof Map || value instanceof Set) return [...value];
    return value;
  };
  return JSON.parse(JSON.stringify(judgement, plain));
}

describe('an analysis that is taken up again', () => {
  test.each(articles.map((article) => [article.uri, article] as const))('of %s is the one that was packed', (_, article) => {
    const analysis = finish(analyse(article, english));
    const kept = unpackAnalysis(
      article,
      () => again(packPassages(analysis)),
      () => again(finish(packFindings(analysis))),
    );
    expect(kept.claims.map(whole)).toEqual(analysis.claims);
    expect(kept.names).toEqual(analysis.names);
    expect(kept.passages.map((passage) => ({ ...passage, tokens: passage.tokens }))).toEqual(
      analysis.passages.map((passage) => ({ ...passage, tokens: passage.tokens })),
    );
    expect(finish(postingsOf(kept, english))).toEqual(finish(postingsOf(analysis, english)));
  });

  test.each(articles.map((article) => [article.uri, article] as const))(
    'of %s tells the words of its claims where they are packed',
    (_, article) => {
      const kept = finish(keep(finish(analyse(article, english))));
      const words = new PackedWords(again(kept.findings()));
      expect(words.count).toBe(kept.claimCount);
      for (const [at, { terms, context, names, time }] of kept.claims.entries()) {
        expect(words.sizeOf(at)).toBe(terms.size);
        words.read(at);
        const told = Array.from({ length: words.size }, (_, each) => [
          words.texts[words.terms[each]!],
          words.weights[each],
          words.named[each],
        ]);
        expect(told).toEqual([...terms].map(([term, weight]) => [term, weight, names.has(term) ? 1 : 0]));
        expect(words.hasMoreNames).toBe([...names].some((name) => !terms.has(name)));
        const before = Array.from({ length: words.contextSize }, (_, each) => [
          words.texts[words.context[each]!],
          words.contextWeights[each],
        ]);
        expect(before).toEqual([...context]);
        expect(words.hasTime).toBe(time !== null);
      }
    },
  );

  test('makes a library that says the same', () => {
    const [fresh, kept] = [libraryOf(false).library, libraryOf(true).library];
    expect(saidBy(kept)).toEqual(saidBy(fresh));
    const told = (library: Library) =>
      finish(conflicts(library, english)).map(({ measures, severity, evidence }) => [
        measures,
        severity,
        evidence.map(({ source, claim }) => [source.article.uri, claim.figure.start]),
      ]);
    expect(told(kept)).toEqual(told(fresh));
    for (const article of articles) {
      fresh.delete(article.uri);
      kept.delete(article.uri);
    }
    expect(kept.namesBegun('k', 5)).toEqual(fresh.namesBegun('k', 5));
    expect(kept.size).toBe(0);
  });

  test('is looked at only when somebody asks, and once', () => {
    const { library, looks } = libraryOf(true);
    expect(looks()).toBe(0);
    expect([...library.values()].map(({ nameCount }) => nameCount)).not.toContain(0);
    expect(looks()).toBe(0);
    // Nor does whoever looks for words need it.
    finish(library.prepare());
    expect(finish(library.words.search(['protest'], 5)).length).toBeGreaterThan(0);
    expect(looks()).toBe(0);
    saidBy(library);
    saidBy(library);
    expect(looks()).toBeGreaterThan(0);
    expect(looks()).toBeLessThanOrEqual(articles.length);
  });

  test('gives the same claims whenever it is asked, and what it is not asked for is not held', () => {
    const kept = finish(keep(finish(analyse(articles[0]!, english))));
    const claims = [...kept.claims];
    expect(kept.claimCount).toBe(claims.length);
    for (const [at, claim] of claims.entries()) expect(kept.claimAt(at)).toBe(claim);
    for (const [at, claim] of [...kept.passingClaims()].entries()) {
      expect(claim).not.toBe(claims[at]);
      expect(whole(claim)).toEqual(whole(claims[at]!));
    }
    expect(finish(keep(kept))).toBe(kept);
  });

  test('has the same passages and names after many others have been looked at', () => {
    const kept = finish(keep(finish(analyse(articles[0]!, english))));
    const [passages, names] = [kept.passages, kept.names];
    for (let others = 0; others < 100; others++)
      expect(finish(keep(finish(analyse(articles[1]!, english)))).passages.length).toBeGreaterThan(0);
    expect(kept.passages).toBe(passages);
    expect(kept.names).toBe(names);
  });

  test('has the claims that somebody holds after very many others have been looked at, and of the others those that it is asked for', () => {
    const kept = finish(keep(finish(analyse(articles[0]!, english))));
    const [claim, like] = [kept.claimAt(0), whole(kept.claimAt(1))];
    const others = finish(keep(finish(analyse(articles[1]!, english))));
    // With another text around it, an analysis makes its claims anew.
    for (let made = 0; made < 30_000; made += others.claimCount) expect(others.with(others.prose).claims.length).toBe(others.claimCount);
    expect(kept.claimAt(0)).toBe(claim);
    expect(whole(kept.claimAt(1))).toEqual(like);
  });

  test('may speak of a text that is known better by now', () => {
    const [article] = articles;
    const analysis = finish(analyse(article!, english));
    const titled = { ...article!, title: 'Another' };
    const kept = withProse(
      unpackAnalysis(
        article!,
        () => packPassages(analysis),
        () => finish(packFindings(analysis)),
      ),
      titled,
    );
    expect(kept.prose).toBe(titled);
    expect(kept.claims.map(whole)).toEqual(analysis.claims);
  });
});
