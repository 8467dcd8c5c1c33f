/** Whose story an article says it is. */
import { describe, expect, test } from 'vitest';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { Article } from '../../../server/engine/model.ts';
import { creditIn, creditOf } from '../../../server/engine/origins/credits.ts';

function credited(text: string, about: Partial<Article> = {}): string | null {
  const unknown = { title: null, author: null, publisher: null, date: null, url: null, isExtracted: false, locators: [] };
  const article = { uri: 'a.txt', text, language: 'plaintext' as const, omitted: [], ...unknown, ...about };
  return creditOf(article, creditIn(text, english), english);
}

const STORY = 'The river rose again on Sunday. It fell by night.';

describe('an agency is credited', () => {
  test.each([
    ['OSTMARK, May 3 (Reuters) - The river rose again on Sunday.', 'Reuters'],
    ['PARIS (AFP) \u2014 The river rose again on Sunday.', 'AFP'],
    ['OSTMARK (AP) -- The river rose again on Sunday.', 'AP'],
    [`${STORY}\n\n\u2014 AP`, 'AP'],
    [`${STORY} (dpa)\n`, 'dpa'],
    [`${STORY} \u2014 Agence France-Presse`, 'AFP'],
    [`${STORY}\n\nSource: Xinhua`, 'Xinhua'],
    [`By The Associated Press\n\n${STORY}`, 'AP'],
    [`${STORY}\n\n\u00a9 2021 AFP`, 'AFP'],
    [`${STORY}\r\n\r\nReuters\r\n`, 'Reuters'],
  ])('in %j', (text, name) => {
    expect(credited(text)).toBe(name);
  });

  test('as author or publisher', () => {
    expect(credited(STORY, { author: 'Ana Silva, Reuters' })).toBe('Reuters');
    expect(credited(STORY, { author: 'AFP' })).toBe('AFP');
    expect(credited(STORY, { publisher: 'Associated Press' })).toBe('AP');
    expect(credited(STORY, { author: 'Ana Silva and AAP' })).toBe('AAP');
  });
});

describe('a publication is named as the first', () => {
  test.each([
    ['This article was first published by The Evening Post.', 'The Evening Post'],
    ['This story originally appeared in the Journal of River Studies, a quarterly.', 'Journal of River Studies'],
    ['Republished from our partner Valley Watch under a licence.', 'Valley Watch'],
    ['This article was first published by Reuters', 'Reuters'],
  ])('in %j', (line, name) => {
    expect(credited(`${STORY}\n\n${line}`)).toBe(name);
  });
});

describe('nobody is credited', () => {
  test.each([
    STORY,
    'The mayor told Reuters (and others) that the river rose.',
    'He said so in an interview with AFP on Sunday. Then he left.',
    'This article was first published on 4 May 2021.',
    'It was first published on Monday.',
    'It was first published in 2021.',
    'The mayor and her deputy said in the town hall that the river rose again on Sunday (Reuters) - and fell.',
    'A map (AP Photo) - shows the river.',
    '',
  ])('by %j', (text) => {
    expect(credited(text)).toBe(null);
  });

  test('in the middle of a long text', () => {
    const long = `${STORY}\n`.repeat(200);
    expect(credited(`${long}\u2014 AP\n${long}`)).toBe(null);
    expect(credited(`${long}\u2014 AP\n`)).toBe('AP');
  });
});
