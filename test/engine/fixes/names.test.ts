/** Taking over the sources' spelling: which are offered, what is edited at one place, and which mentions are meant elsewhere. */
import { describe, expect, test } from 'vitest';
import { type Misspelling, respell, respellAll, type SpellingEdit, spellingChoices } from '../../../server/engine/fixes/names.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { MarkupLanguage } from '../../../server/engine/model.ts';
import { finish, judged, libraryOf } from '../check.ts';

function applied(text: string, edits: readonly SpellingEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

describe('the spellings offered', () => {
  const choices = (draft: string, name: string, sources: Readonly<Record<string, string>>) => {
    const verdict = judged(libraryOf(sources), draft).names.find(({ mention }) => mention.text === name);
    return verdict && spellingChoices(verdict).map(({ text, sources: uris, best }) => `${text} (${uris.join(', ')})${best ? ' *' : ''}`);
  };
  const said = (name: string) => `The chairman, ${name}, spoke in Tarvik on Thursday.`;

  test('of a misspelt name', () => {
    expect(choices(said('Tomas Wendelinn'), 'Tomas Wendelinn', { one: said('Tomas Wendelin') })).toEqual(['Tomas Wendelin (one) *']);
  });

  test('of its surname, where the draft uses that alone', () => {
    const draft = `${said('Tomas Wendelinn')} Later Wendelinn left.`;
    expect(choices(draft, 'Wendelinn', { one: said('Tomas Wendelin') })).toEqual(['Wendelin (one) *']);
  });

  test('of a name that sources spell in several ways: all others, preferring none of two as frequent', () => {
    const sources = { one: said('Tomas Wendelin'), two: said('Tomas Wendellin') };
    expect(choices(said('Tomas Wendelin'), 'Tomas Wendelin', sources)).toEqual(['Tomas Wendellin (two)']);
    expect(choices(said('Tomas Wendelin'), 'Tomas Wendelin', { ...sources, three: said('Tomas Wendellin') })).toEqual([
      'Tomas Wendellin (three, two) *',
    ]);
  });

  test('of a known and of an unknown name: none', () => {
    expect(choices(said('Tomas Wendelin'), 'Tomas Wendelin', { one: said('Tomas Wendelin') })).toEqual([]);
    expect(choices(said('Tomas Wendelin'), 'Tomas Wendelin', { one: said('Ana Silva') })).toEqual([]);
  });
});

describe('one place', () => {
  test.each([
    ['Tomas Wendelinn', 'Tomas Wendelin', 'Tomas Wendelin'],
    ['**Tomas** Wendelinn', 'Tomas Wendelin', '**Tomas** Wendelin'],
    ['Tomas\r\nWendelinn', 'Tomas Wendelin', 'Tomas\r\nWendelin'],
    ['TOMAS WENDELINN', 'Tomas Wendelin', 'TOMAS WENDELIN'],
    ['Abdel-Fatah Siman', 'Abdelfattah Siman', 'Abdelfattah Siman'],
    ['Abdel Fatah Siman', 'Abdelfattah Siman', 'Abdelfattah Siman'],
    ['*Abdel* Fatah Siman', 'Abdelfattah Siman', '*Abdel* Fatah Siman'],
  ])('%j as %j', (written, spelling, expected) => {
    const text = `Then ${written}’s wife came.`;
    const span = { start: 5, end: 5 + written.length };
    expect(applied(text, respell(text, span, spelling))).toBe(`Then ${expected}’s wife came.`);
  });
});

describe('all mentions', () => {
  const wendelin: Misspelling = { text: 'Tomas Wendelinn', full: 'Tomas Wendelinn', spelling: 'Tomas Wendelin' };
  const everywhere = (text: string, misspelling = wendelin, language: MarkupLanguage = 'markdown') => {
    const edits = finish(respellAll({ text, language, date: null, omitted: [] }, misspelling, english));
    return { count: edits.length, text: applied(text, edits.flat()) };
  };

  test('full names, surnames alone and possessives', () => {
    const text = 'Tomas Wendelinn spoke. Wendelinn left.\n\nThis was Wendelinn’s hour, and **Tomas** *Wendelinn*’s.';
    expect(everywhere(text)).toEqual({ count: 4, text: text.replaceAll('Wendelinn', 'Wendelin') });
  });

  test('begin from a surname as well', () => {
    const text = 'Tomas Wendelinn spoke. Wendelinn left.';
    expect(everywhere(text, { text: 'Wendelinn', full: 'Tomas Wendelinn', spelling: 'Wendelin' })).toEqual({
      count: 2,
      text: text.replaceAll('Wendelinn', 'Wendelin'),
    });
  });

  test('but nobody else’s name, no code, link target or longer word', () => {
    const text = 'Tomas Wendelinn spoke to Clara Wendelinn. See [his page](https://example.org/Wendelinn), `Wendelinn` and Wendelinnberg.';
    expect(everywhere(text)).toEqual({ count: 1, text: text.replace('Tomas Wendelinn', 'Tomas Wendelin') });
  });

  test('of a spelling with another number of words: where it is written just so', () => {
    const text = 'First Abdel Fatah Siman came. Then Abdel Fatah Siman left.';
    expect(everywhere(text, { text: 'Abdel Fatah Siman', full: 'Abdel Fatah Siman', spelling: 'Abdelfattah Siman' })).toEqual({
      count: 2,
      text: text.replaceAll('Abdel Fatah', 'Abdelfattah'),
    });
  });
});
