/** Years and dates stand in every other sentence: in a library of several sources a few shared words make no contradiction of two of them. */
import { describe, expect, test } from 'vitest';
import { analysed, check, libraryOf } from '../check.ts';

const march = 'Dockers and weavers marched in Tarvik on Monday. The mayor of Tarvik spoke to them for an hour.';

describe('another year is no contradiction', () => {
  test('where it is that of something else about the same place and the same goods', () => {
    check(
      libraryOf({
        a: 'At the end of 2021 the prices of fish and bread rose everywhere, and in the harbour of Tarvik most of all.',
        b: march,
      }),
      `
      The doubling of fuel prices on the first day of 2022 sparked the protest in Tarvik.
                                                      ^^^^ unsourced
      `,
    );
  });
});

describe('another year is one', () => {
  test('where the rest of both sentences is the same', () => {
    check(
      libraryOf({ a: 'Fuel prices doubled in Tarvik in 2021, which sparked the protest.', b: march }),
      `
      Fuel prices doubled in Tarvik in 2022, which sparked the protest.
                                       ^^^^ refuted -a
      `,
    );
  });
});

describe('a stretch of time', () => {
  test('that is hardly told of what depends on when it is told', () => {
    const library = libraryOf({
      a: 'Nearly a week after the flood the search for survivors in Tarvik shifted to the harbour, and the army sent boats.',
      b: march,
    });
    check(
      library,
      `
      Two weeks after the flood
      ^^^^^^^^^ unsourced
      `,
    );
  });

  test('is not compared for being past or so long ago alone', () => {
    const library = libraryOf({
      a: 'Ostmark was a kingdom 30 years ago. The Marten family has ruled Ostmark for the past three decades. In Ostmark the harbour was closed on Monday.',
      b: 'Ostmark was quiet. The harbour of Ostmark was closed on Monday.',
    });
    check(
      library,
      `
      The gas plant was built 50 years ago and is old. In Brod two mayors have fled in the past 15 years.
                              ^^^^^^^^ unsourced
                                                                                                ^^^^^^^^ unsourced
      `,
    );
  });
});

describe('years between two', () => {
  const library = libraryOf({
    a: 'Prosecutors say that Edda Brandt misled investors in Tarvik between 2018 and 2021. The famine of 1930-33 in Tarvik killed thousands.',
    b: march,
  });

  test('are others where one end is', () => {
    check(
      library,
      `
      Edda Brandt misled investors in Tarvik between 2016 and 2021, prosecutors say.
                                             ^^^^^^^^^^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('may be told by their decade', () => {
    check(
      library,
      `
      The famine of the 1930s in Tarvik killed thousands.
                        ^^^^^ supported +a
      `,
    );
  });
});

describe('what happened long ago', () => {
  const library = libraryOf({
    a: { text: 'The tanks of Ostmark shot dead up to 90 striking dock workers in Tarvik in 2011.', date: '2022-03-02' },
    b: { text: 'Almost a decade ago Tarvik saw the police kill 27 striking dock workers.', date: '2022-03-01' },
    c: { text: 'On Monday 3 people were hurt in Ostmark when the roof of a school fell in.', date: '2022-03-01' },
  });

  test('is the same though only the sources say when', () => {
    check(
      library,
      `
      As many as 90 striking dock workers were shot dead in Tarvik.
      ^^^^^^^^^^^^^ conflicting +a -b
      `,
    );
  });

  test('is the same though a draft without a date says how long ago', () => {
    check(
      library,
      `
      Ten years ago 39 striking dock workers were killed in Tarvik.
      ^^^^^^^^^^^^^ supported
                    ^^ refuted -b
      `,
    );
  });
});

describe('what a year behind a figure tells', () => {
  test('is since when, and not when what is told before it was', () => {
    check(
      libraryOf({
        a: { text: 'On Friday 1.2 million people marched through the streets of Marlow, the largest crowd there.', date: '2019-10-25' },
        b: 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.',
      }),
      `
      Friday's march through Marlow drew 2.1 million people, the largest crowd since democracy returned in 1990.
                                         ^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('may be left out by a text that tells all else in the same words', () => {
    check(
      libraryOf({
        a: { text: 'The Tunnel Fire in the Marlow hills in 1991 caused 25 deaths.', date: '2018-11-11' },
        b: 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.',
      }),
      `
      The Tunnel Fire in the Marlow hills caused 35 deaths.
                                                 ^^ refuted -a
      `,
    );
  });
});

describe('a date that no source mentions', () => {
  const sources = {
    a: 'The delegates had come from all over Velmont. The congress in Marlow opened on 3 June with songs, and a choir of miners from Brod sang first.',
    b: 'Ferries to Lund stopped at noon in Velmont.',
  };

  test('is held against the one that a slip makes of it, though few words are shared', () => {
    check(
      libraryOf(sources),
      `
      Marlow was full when the congress opened on 13 June.
                                                  ^^^^^^^ refuted -a
      `,
    );
  });

  test('is of another thing where no slip makes it', () => {
    check(
      libraryOf(sources),
      `
      Marlow was full when the congress closed on 27 June.
                                                  ^^^^^^^ unsourced
      `,
    );
  });

  test('a year is a slip where one digit is another', () => {
    const library = libraryOf({
      a: 'The Grey Guard, which made its name in the long war over the mines of Velmont in 2003, patrolled the port of Marlow all night.',
      b: 'Ferries to Lund stopped at noon in Velmont.',
    });
    check(
      library,
      `
      In Velmont the Grey Guard made a bad name for itself in 2013.
                                                              ^^^^ refuted -a
      `,
    );
  });
});

describe('a year that only tells since when something is the worst', () => {
  test('is not when what is told behind it happened', () => {
    check(
      libraryOf({
        a: {
          text: 'The riots are the worst in Velmont since its return to the republic in 1990, leaving 20 dead and many hurt in Brod.',
          date: '2021-05-04',
        },
        b: march,
      }),
      `
      The riots in Velmont have left 38 dead.
                                     ^^ refuted -a
      `,
    );
  });

  test('is where that is told of the year itself', () => {
    const { claims } = analysed('The riots are the worst in Velmont since those of 1990, when 20 were left dead in Brod.', '2021-05-04');
    expect(claims.map(({ time }) => time?.from.year ?? null)).toEqual([null, 1990]);
  });
});

test('the days that something ran from and to are the ends of a stretch of days', () => {
  check(
    libraryOf({
      a: 'In Marlow 77 people were wounded between 7 and 13 February, the mission says.',
      b: 'The mission in Marlow is staying on.',
    }),
    `
    In Marlow the mission counted the wounded from 7 February to 13 February.
                                                   ^^^^^^^^^^ supported +a
                                                                 ^^^^^^^^^^^ supported +a
    `,
  );
});
