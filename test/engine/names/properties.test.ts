/** What holds of any text and any library: spans, steps, and articles that come and go. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { Lexicon } from '../../../server/engine/lexicon/types.ts';
import { findNames } from '../../../server/engine/names/find.ts';
import { NameIndex } from '../../../server/engine/names/index.ts';
import { slipOf } from '../../../server/engine/names/slips.ts';
import { spellingKeys, spellingOf, wordKey } from '../../../server/engine/names/spelling.ts';
import { passagesOf } from '../../../server/engine/text/passages.ts';
import { addTo, finish, judged, libraryOf, namesOf } from './desk.ts';

/** Words that exercise titles, particles, initials, markup, brackets and broken characters. */
const word = fc.oneof(
  fc.constantFrom(
    ...[
      'President',
      'Ilse',
      'Marten',
      'Martin',
      'Karim',
      'Bassimov',
      'Basimov',
      'van',
      'al-Sharif',
      'of',
      'the',
      'Ministry',
      'May',
      '3',
      '.',
      ',',
      '"',
    ],
    ...[
      'V.I.',
      "Marten's",
      '(NFC)',
      '\n',
      '\n\n',
      '# ',
      'Kassym-Jomart',
      'said',
      'in',
      '**Ilse**',
      '\ud800',
      'İstanbul',
      'ﬁn',
      'Σ',
      '&',
      'U.S.',
      '-',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

describe('finding names', () => {
  it('gives spans in order, apart, inside their passage, and never throws', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('plaintext' as const, 'markdown' as const), (text, language) => {
        const { mentions, passages } = namesOf(text, language);
        let last = 0;
        for (const { start, end, passage, text: name, full } of mentions) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(passages[passage]!.start);
          expect(end).toBeLessThanOrEqual(passages[passage]!.end);
          expect(name).not.toBe('');
          expect(full).not.toBe('');
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('yields in proportion to the passages', () => {
    const line = 'President Ilse Marten met Karim Bassimov of the Ministry of Energy. Later Marten left.\n\n';
    const some = namesOf(line.repeat(50));
    const more = namesOf(line.repeat(500));
    expect(more.mentions.length).toBe(10 * some.mentions.length);
    expect(more.steps / some.steps).toBeCloseTo(10, 0);
  });

  it.each([
    ['capitals', 'Foreign '],
    ['nationalities', 'Russian '],
    ['initials', 'A. '],
    ['particles', 'Ilse van '],
    ['hyphens', 'Ilse-'],
    ['articles', 'al-'],
    ['of', 'Bank of '],
    ['offices', 'Secretary of Energy Ilse Marten '],
    ['brackets', 'the the (NFC) '],
    ['ampersands', 'Ilse & '],
    ['surnames', 'Ilse Marten, Karl Marten, Marten. '],
  ])('looks at a long run of %s a fixed number of times', (_, piece) => {
    const some = lookUps(`${piece.repeat(200)}.`);
    const more = lookUps(`${piece.repeat(2000)}.`);
    expect(some).toBeGreaterThan(0);
    expect(more).toBeLessThan(some * 11);
  });
});

/** How often finding the names of a text asks the word lists: every step of every loop does. */
function lookUps(text: string): number {
  let asked = 0;
  const lists = Object.entries(english.names).map(([key, words]) => {
    if (!(words instanceof Set)) return [key, words];
    const has = (word: string) => {
      asked++;
      return words.has(word);
    };
    return [key, { has }];
  });
  const lexicon: Lexicon = { ...english, names: Object.fromEntries(lists) };
  const prose = { text, language: 'plaintext' as const, date: null, omitted: [] };
  finish(findNames(finish(passagesOf(prose, english)).result, prose, lexicon));
  return asked;
}

describe('the index', () => {
  const name = fc.constantFrom(
    'Karim Bassimov',
    'Karim Basimov',
    'Ilse Marten',
    'Hugo van Dorn',
    'Velmont',
    'VELMONT',
    'the Bank of Velmont',
    'Martin',
  );
  const article = fc.array(name, { maxLength: 4 }).map((names) => names.map((name) => `They saw ${name} there.`).join(' '));
  const change = fc.record({ uri: fc.constantFrom('a', 'b', 'c', 'd'), article: fc.option(article) });
  const everyKey = [
    'Karim Bassimov',
    'Karim Basimov',
    'Ilse Marten',
    'Hugo van Dorn',
    'van Dorn',
    'Dorn',
    'Velmont',
    'Bank of Velmont',
    'Martin',
    'Marten',
  ].flatMap((name) => spellingKeys(spellingOf(name, english)));
  const keys = [...everyKey, wordKey('saw'), wordKey('there'), '=basimov', '=bassimov'];

  it('equals a fresh one whatever came and went before', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const index = new NameIndex(english);
        const left = new Map<string, string>();
        for (const { uri, article } of changes) {
          index.delete(uri);
          left.delete(uri);
          if (article === null) continue;
          addTo(index, uri, article);
          left.set(uri, article);
        }
        const fresh = new NameIndex(english);
        for (const [uri, article] of left) {
          addTo(fresh, uri, article);
        }
        expect(index.candidates(keys)).toEqual(fresh.candidates(keys));
        expect(index.size).toBe(fresh.size);
        for (const uri of left.keys()) index.delete(uri);
        expect(index.size).toBe(0);
      }),
    );
  });

  it('knows every name of its own sources', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        for (const { verdict } of judged(texts[0]!, libraryOf(texts))) expect(['known', 'variant']).toContain(verdict);
      }),
    );
  });
});

describe('a slip', () => {
  it('is found where there is one, whatever the order', () => {
    const letters = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom('a', 'b', ''), (text, at, put) => {
        const place = at % text.length;
        const edited = text.slice(0, place) + put + text.slice(place + 1);
        fc.pre(edited !== text);
        expect(slipOf(text, edited)).not.toBeNull();
        expect(slipOf(edited, text)).toBe(slipOf(text, edited));
      }),
    );
  });

  it.each([
    ['marten', 'morten', 'vowel'],
    ['jonatan', 'johnatan', 'alike'],
    ['elisabet', 'elizabet', 'alike'],
    ['marin', 'martin', 'consonant'],
    ['miroslav', 'miloslav', 'consonant'],
    ['merkel', 'merkle', 'swap'],
    ['marten', 'morton', null],
    ['abkd', 'badk', null],
    ['ab', 'abkd', null],
  ])('%s, %s: %s', (a, b, slip) => expect(slipOf(a, b)).toBe(slip));
});
