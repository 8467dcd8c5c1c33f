/** Whose a figure is, said in the draft's own sentence: by which words, at which place, and where not. */
import { describe, expect, test } from 'vitest';
import { libraryOf } from '../check.ts';
import { attributing } from './check.ts';

const herald = libraryOf({ Herald: 'In Tarvik 26 dockers were killed on Thursday. Police held 40 sailors at the harbour of Tarvik.' });

/** A draft in which `‸` is where the words of the one source are to go. */
function check(marked: string, figure = '26'): void {
  const text = marked.replace('‸', '');
  expect(attributing(herald, text, figure)).toEqual([marked.replace('‸', ', according to Herald')]);
}

describe('the words go', () => {
  test.each([
    'In Tarvik 26 dockers were killed‸.',
    'In Tarvik 26 dockers were killed on Thursday‸. The harbour closed.',
    'In Tarvik 26 dockers were killed‸!',
    'In Tarvik, 26 dockers, who had come for work, were killed‸.',
    'In Tarvik 26 dockers were killed when the ship sank‸.',
    // Behind the clause, where its sentence goes on with another.
    'In Tarvik 26 dockers were killed‸, and the harbour was closed.',
    'In Tarvik 26 dockers were killed‸, while it went on raining elsewhere; nobody came.',
    'In Tarvik 26 dockers were killed‸; the harbour was closed.',
    'The harbour was closed, and in Tarvik 26 dockers were killed‸.',
    'In Tarvik 26 dockers, cooks, and porters were killed‸.',
    // In the brackets that the figure stands in.
    'It was the worst day of Tarvik (26 dockers were killed‸) for years.',
    'In Tarvik 26 dockers were killed (all of them men)‸.',
    'In Tarvik 26 dockers were killed in the “siege”‸.',
    'In the “siege” of Tarvik 26 dockers were killed‸.',
    'In Tarvik 26 dockers were **killed**‸.',
  ])('%s', (marked) => check(marked));

  test('before a full stop of their own where an abbreviation has the sentence’s', () => {
    const text = 'In Tarvik 26 dockers were killed at 5 p.m.';
    expect(attributing(herald, text, '26')).toEqual([`${text}, according to Herald.`]);
  });
});

test.each([
  ['In Tarvik 26 dockers were killed in the “siege.”', 'In Tarvik 26 dockers were killed in the “siege,” according to Herald.'],
  [
    'In Tarvik 26 dockers were killed in the "siege." It rained.',
    'In Tarvik 26 dockers were killed in the "siege," according to Herald. It rained.',
  ],
  ['In Tarvik 26 dockers were killed in the „siege.“', 'In Tarvik 26 dockers were killed in the „siege,“ according to Herald.'],
])('behind the marks of a quotation that takes the stop in: %s', (text, written) => {
  expect(attributing(herald, text, '26')).toEqual([written]);
});

describe('no words are offered', () => {
  test.each([
    // Said already, by whomever.
    'The mayor said 26 dockers were killed in Tarvik.',
    'In Tarvik 26 dockers were reportedly killed.',
    'According to the Herald, 26 dockers were killed in Tarvik.',
    'In Tarvik 26 dockers were killed, as the Herald has it.',
    '“In Tarvik 26 dockers were killed,” the mayor wrote.',
    // Nobody's own words.
    'Were 26 dockers killed in Tarvik?',
    'In Tarvik 26 dockers were killed in “the siege?”',
    'In Tarvik 26 dockers were killed, it went.”',
    // What the source does not have.
    'In Tarvik 27 dockers were killed.',
    'In Tarvik 26 dockers were killed and 99 horses drowned.',
  ])('%s', (text) => {
    const figure = text.includes('27') ? '27' : '26';
    expect(attributing(herald, text, figure)).toEqual([]);
  });

  test('in a heading, a table or a quotation', () => {
    expect(attributing(herald, '26 dockers killed in Tarvik\n\nText follows here.', '26')).toEqual([]);
  });
});

test.each([
  ['26', 'at least 20', false],
  ['26', 'about 25', false],
  ['26', 'dozens of', false],
  ['more than 20', '24', true],
  ['about 25', '26', true],
  ['at least 20', '24', true],
  ['between 20 and 30', '26', true],
])('of %s a source that has %s is to be named: %s', (figure, theirs, isNamed) => {
  const library = libraryOf({ Herald: `In Tarvik ${theirs} dockers were killed.` });
  const text = `In Tarvik ${figure} dockers were killed.`;
  expect(attributing(library, text, figure)).toEqual(isNamed ? [`${text.slice(0, -1)}, according to Herald.`] : []);
});

describe('a speaker', () => {
  const said = (sentence: string) => attributing(libraryOf({ Herald: sentence }), 'In Tarvik 26 dockers were killed.', '26').slice(1);

  test.each([
    ['The interior ministry said 26 dockers were killed in Tarvik.', 'the interior ministry said'],
    ['In Tarvik 26 dockers were killed, the interior ministry said.', 'the interior ministry said'],
    ['Police said 26 dockers were killed in Tarvik.', 'police said'],
    ['Mayor Tomas Wendelin said 26 dockers were killed in Tarvik.', 'Mayor Tomas Wendelin said'],
    ['In Tarvik 26 dockers were killed, according to a ministry official.', 'a ministry official said'],
  ])('is named as in %s', (source, words) => expect(said(source)).toEqual([`In Tarvik 26 dockers were killed, ${words}.`]));

  test.each(['His lawyer said 26 dockers were killed in Tarvik.', 'In Tarvik 26 dockers were killed.'])('is not named by %s', (source) =>
    expect(said(source)).toEqual([]),
  );
});

describe('of several sources', () => {
  const library = libraryOf({
    Echo: { text: 'In Tarvik 26 dockers were killed.', date: '2021-03-04' },
    Post: { text: 'The union said 26 dockers were killed in Tarvik.', date: '2021-03-05' },
    Star: { text: 'In Tarvik 26 dockers were killed.', date: '2021-03-06' },
    Bell: { text: 'In Tarvik 26 dockers were killed.', date: '2021-03-03' },
  });
  const draft = 'In Tarvik 26 dockers were killed.';
  const named = (prime = {}) => attributing(library, draft, '26', prime).map((text) => text.slice(draft.length - 1));

  test('three are offered, one that names a speaker and the later ones first, and then the speaker', () => {
    expect(named()).toEqual([', according to Post.', ', according to Star.', ', according to Echo.', ', the union said.']);
  });

  test.each([
    [{ 'people killed': ['Bell'] }, 'Bell'],
    [{ dockers: ['nobody', 'bell'] }, 'Bell'],
    [{ '*': ['Echo'] }, 'Echo'],
    [{ '*': ['Echo'], deaths: ['Bell'] }, 'Bell'],
    [{ '*': ['the union', 'union'] }, 'Post'],
    [{ sailors: ['Bell'], 'people injured': ['Bell'], '': ['Bell'] }, 'Post'],
  ])('%j makes %s come first', (prime, first) => expect(named(prime)[0]).toBe(`, according to ${first}.`));
});
