/** Which figures are offered, after digits, a currency, a hedge, and a word that the sources count. */
import { describe, expect, test } from 'vitest';
import { libraryOf } from '../check.ts';
import { accepted, completionsAt, offered } from './check.ts';

const flood = libraryOf({
  Post: {
    text: 'The flood in Brenzell killed 26 people, the district said. Rescuers in Brenzell said 40 residents were injured.',
    date: '2023-05-02',
  },
  Herald: {
    text: 'The flood in Brenzell killed at least 31 people, the district said. The repair of the Brenzell dam costs £80 million.',
    date: '2023-05-05',
  },
  Courier: {
    text: 'In Brenzell 26 people were killed by the flood. The mill of Brenzell employs 1,200 people. Its owner paid 15 million euros for the mill.',
    date: '2023-05-03',
  },
  Tribune: {
    text: 'The mill of Brenzell employs about 1,250 people. The price of bread in Brenzell rose from 2 crowns to 3 crowns.',
    date: '2023-05-04',
  },
});

describe('after a verb that counts', () => {
  test('the tolls of the same event, with all sources of each, the latest marked', () => {
    expect(offered(flood, 'The flood in Brenzell killed |')).toEqual(['at least 31 people · Herald · latest', '26 people · Courier, Post']);
    expect(offered(flood, 'The flood in Brenzell injured |')).toEqual(['40 residents · Post']);
  });

  test('other verbs that the sources have before their figures', () => {
    expect(offered(flood, 'The mill of Brenzell employs |')).toEqual(['1,200 people · Courier', 'about 1,250 people · Tribune']);
    expect(offered(flood, 'The repair of the dam costs |')).toEqual(['£80 million · Herald']);
  });

  test('and the two ends of a change', () => {
    expect(offered(flood, 'The price of bread in Brenzell rose from |')).toEqual(['2 crowns · Tribune']);
    expect(offered(flood, 'The price of bread in Brenzell rose from 2 crowns to |')).toEqual(['3 crowns · Tribune']);
  });

  test('nothing where the figure stands already', () => {
    expect(offered(flood, 'In Brenzell 26 people were killed |')).toEqual([]);
    expect(offered(flood, 'The flood in Brenzell killed |26 people.')).toEqual([]);
    expect(offered(flood, 'The flood in Brenzell killed | 26 people.')).toEqual([]);
  });

  test('but another one for another event of the sentence', () => {
    expect(offered(flood, 'The flood in Brenzell killed 26 people and injured |')).toEqual(['40 residents · Post']);
  });

  test('nothing after words that the sources have before no figure, and in sentences on something else', () => {
    expect(offered(flood, 'The flood in Brenzell began |')).toEqual([]);
    expect(offered(flood, 'The flood in Brenzell was |')).toEqual([]);
    expect(offered(flood, 'An avalanche near Oslo last winter buried a hotel whose guests had left, and its owner employs |')).toEqual([]);
  });
});

describe('after a hedge', () => {
  test('the figures that may stand behind it', () => {
    expect(offered(flood, 'The flood in Brenzell killed more than |')).toEqual([
      'at least 31 people · Herald · latest',
      '26 people · Courier, Post',
    ]);
    expect(offered(flood, 'The mill of Brenzell employs about |')).toContain('about 1,250 people · Tribune');
  });

  test('none that it would make say something else', () => {
    expect(offered(flood, 'The flood in Brenzell killed fewer than |')).not.toContain('at least 31 people · Herald · latest');
  });

  test('no ranges', () => {
    const vague = libraryOf({ Post: 'The flood in Brenzell killed dozens of people.' });
    expect(offered(vague, 'The flood in Brenzell killed about |')).toEqual([]);
  });

  test('none where it is a preposition', () => {
    expect(offered(flood, 'He talked about |')).toEqual([]);
    expect(offered(flood, 'They walked over |')).toEqual([]);
  });
});

describe('after digits', () => {
  test('only figures that begin so, in whatever style the source writes them', () => {
    expect(offered(flood, 'The flood in Brenzell killed 2|')).toEqual(['26 people · Courier, Post']);
    expect(offered(flood, 'The mill of Brenzell employs 1,2|')).toEqual(['1,200 people · Courier', 'about 1,250 people · Tribune']);
    expect(offered(flood, 'The flood in Brenzell killed 7|')).toEqual([]);
    const words = libraryOf({
      Post: 'The fire in Ansfeld killed twenty-six people.',
      Herald: 'The fire in Ansfeld burned 3 million trees.',
    });
    expect(accepted(words, 'The fire in Ansfeld killed 2|')).toBe('The fire in Ansfeld killed 26 people');
    expect(accepted(words, 'The fire in Ansfeld burned 3,0|')).toBe('The fire in Ansfeld burned 3,000,000 trees');
  });

  test('with what they count, also behind a space', () => {
    expect(offered(flood, 'The flood in Brenzell killed 26 |')).toEqual(['26 people · Courier, Post']);
    expect(offered(flood, 'The flood in Brenzell killed 26 peo|')).toEqual(['26 people · Courier, Post']);
    expect(offered(flood, 'The flood in Brenzell killed 26 people |')).toEqual([]);
  });

  test('not in a label, nor as part of a code', () => {
    expect(offered(flood, 'See page 2|')).toEqual([]);
    expect(offered(flood, 'The B-2| flew over Brenzell')).toEqual([]);
  });
});

describe('after the sign of a currency', () => {
  test('only sums in that currency', () => {
    expect(offered(flood, 'The repair of the Brenzell dam costs £|')).toEqual(['£80 million · Herald']);
    expect(offered(flood, 'The repair of the Brenzell dam costs $|')).toEqual([]);
    expect(accepted(flood, 'The owner of the mill paid €|')).toBe('The owner of the mill paid €15 million');
  });

  test('and digits', () => {
    expect(accepted(flood, 'The repair of the Brenzell dam costs £8|')).toBe('The repair of the Brenzell dam costs £80 million');
    expect(offered(flood, 'The repair of the Brenzell dam costs £7|')).toEqual([]);
  });
});

describe('a figure taken', () => {
  test('goes without the hedge that is there, and without what follows already', () => {
    expect(accepted(flood, 'The flood in Brenzell killed at least |', '31 people')).toBe('The flood in Brenzell killed at least 31 people');
    expect(accepted(flood, 'The flood in Brenzell killed | people.', '26')).toBe('The flood in Brenzell killed 26 people.');
    expect(accepted(flood, 'The flood in Brenzell killed |people.', '26 ')).toBe('The flood in Brenzell killed 26 people.');
    expect(accepted(flood, 'The repair of the dam costs £| million')).toBe('The repair of the dam costs £80 million');
  });

  test('has no capital that its source gave it for its place', () => {
    const herald = libraryOf({ Post: 'Dozens of miners were killed at Corvel.' });
    expect(accepted(herald, 'The blast at Corvel killed |')).toBe('The blast at Corvel killed dozens of miners');
  });

  test('begins as it is typed, and covers the number that the cursor stands in', () => {
    const { offers, end } = completionsAt(flood, 'The flood in Brenzell killed 2|7 people');
    expect(offers.map(({ filter }) => filter.startsWith('2'))).toEqual([true]);
    expect(accepted(flood, 'The flood in Brenzell killed 2|7 people')).toBe('The flood in Brenzell killed 26 people');
    expect(accepted(flood, 'The repair of the dam costs £8|1 million.')).toBe('The repair of the dam costs £80 million.');
    expect('The flood in Brenzell killed 27 people'.slice(end)).toBe(' people');
  });
});

describe('what counts for nothing', () => {
  test('a claim that its source denies', () => {
    const denied = libraryOf({ Post: 'The mayor of Brenzell denied that the flood killed 90 people.' });
    expect(offered(denied, 'The flood in Brenzell killed |')).toEqual([]);
  });

  test('a past toll is not the latest, whatever the date of its report', () => {
    const library = libraryOf({
      Post: { text: 'The flood in Brenzell killed 26 people.', date: '2023-05-02' },
      Herald: { text: 'In 1987 a flood in Brenzell killed 90 people.', date: '2023-05-05' },
    });
    expect(offered(library, 'The flood in Brenzell killed |').filter((label) => label.includes('latest'))).toEqual([]);
  });
});
