/** Figures of a summary that its only source has nowhere, or only in words that seem to tell of something else. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

const ELSEWHERE = 'The ferry to Marlow sails at nine.';

describe('a figure that the only source has nowhere is held against the one that others lead to', () => {
  const festival =
    'The Tarvik kite festival drew 4,180 visitors over two days. Entry was 12 crowns, and by 2031 the town wants a second field. ' +
    'A stall costs 340 crowns to the end of May and 410 crowns after that.';

  test('in whatever words, by another figure of its sentence', () => {
    check(
      libraryOf({ a: festival }),
      `
      Whoever sells there pays 370 crowns until the summer and 410 crowns from then on.
                               ^^^^^^^^^^ refuted -a
                                                               ^^^^^^^^^^ supported +a
      `,
    );
  });

  test('by a figure of the sentence beside it', () => {
    check(
      libraryOf({ a: festival }),
      `
      People paid 12 crowns to get in. It is to grow by 2033.
                                                        ^^^^ refuted -a
      `,
    );
    check(
      libraryOf({ a: festival, b: ELSEWHERE }),
      `
      People paid 12 crowns to get in. It is to grow by 2033.
                                                        ^^^^ unsourced
      `,
    );
  });

  test('by its digits alone, where these changed places', () => {
    check(
      libraryOf({ a: 'The Marlow mill burnt for a week. Its owners put what they lost at $68.4 million.' }),
      `
      Insurers will meet most of a bill of $64.8 million.
                                           ^^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('on the same day of another year', () => {
    check(
      libraryOf({ a: 'Notes for the call on 14 March 2019. The chair spoke first.' }),
      `
      On a call on 14 March 2018 analysts heard more.
                   ^^^^^^^^^^^^^ refuted -a
      `,
    );
  });
});

describe('a figure that the only source has nowhere is held against a slip of the hand', () => {
  test('a digit more, where another figure leads there', () => {
    check(
      libraryOf({ a: 'Norvex will let 2,000 jobs go, 6 percent of those who work there. Some have been there for 16 years.' }),
      `
      Norvex plans to shed 2,000 posts, or 16 percent of its staff.
                           ^^^^^ supported +a
                                           ^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('a point elsewhere', () => {
    check(
      libraryOf({ a: 'The two kiosks lost $1,510, and the thief drove off.' }),
      `
      He got away with $15,100.
                       ^^^^^^^ refuted -a
      `,
    );
  });

  test('another unit', () => {
    check(
      libraryOf({ a: 'The probe is 12 feet tall and has a weight of just 800 pounds.' }),
      `
      At 800 kilograms it is small.
         ^^^^^^^^^^^^^ refuted -a
      `,
    );
  });
});

describe('a figure that the only source has nowhere is held against what is otherwise excused', () => {
  test('as another speaker’s', () => {
    check(
      libraryOf({ a: 'On Saturday the founder Ola Brandt confirmed a loan of $690 million to a fund in Tarvik, the board said.' }),
      `
      Edda Holm confirmed a loan of $960 million to a fund in Tarvik.
                                    ^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('as a part', () => {
    check(
      libraryOf({ a: 'A fund in Marlow paid for the mending of the sluices, 27 of them, and for the dyke.' }),
      `
      With the money of the fund in Marlow 72 sluices were mended.
                                           ^^ refuted -a
      `,
    );
  });
});

test('words alone lead to a counterpart where the draft has its other figures from the source', () => {
  const library = libraryOf({ a: 'The cellar of the old inn in Marlow holds 3,400 bottles. The inn has 12 rooms.' });
  check(
    library,
    `
    The inn has 12 rooms.
                ^^ supported +a

    Whoever comes to Marlow finds 4,300 casks.
                                  ^^^^^ refuted -a
    `,
  );
  check(
    library,
    `
    The mill has 48 windows. It was built in 1731. Some 570 people come every day.
                 ^^ unsourced
                                             ^^^^ unsourced
                                                        ^^^ unsourced

    Whoever comes to Marlow finds 4,200 casks.
                                  ^^^^^ unsourced
    `,
  );
});

describe('a figure that the only source has nowhere is left alone', () => {
  const shop = 'Marlow Tea sold 420 tins in May and 290 in June. A tin costs 45 crowns, or 30 crowns for members.';

  test('where it may be reckoned from others', () => {
    check(
      libraryOf({ a: shop }),
      `
      Members save 15 crowns on a price of 45 crowns.
                   ^^^^^^^^^ unsourced
                                           ^^^^^^^^^ supported +a
      `,
    );
    check(
      libraryOf({ a: shop }),
      `
      From 420 tins in May the trade lost 130.
                                          ^^^ unsourced
      `,
    );
  });

  test('where nothing like it stands near', () => {
    check(
      libraryOf({ a: shop }),
      `
      Of the 420 tins of May, 3 came back.
                              ^ unsourced
      `,
    );
    check(
      libraryOf({ a: shop }),
      `
      A tin costs 45 crowns, and a chest of them 4,000 crowns.
                                                 ^^^^^^^^^^^^ unsourced
      `,
    );
  });

  test('where another figure of the draft has what is like it', () => {
    check(
      libraryOf({ a: 'A tin costs 45 crowns.' }),
      `
      A tin costs 45 crowns. A cup costs 40 crowns.
                                         ^^^^^^^^^ unsourced
      `,
    );
  });
});

describe('what the only source states is the same figure', () => {
  const court = 'Since the raids in Tarvik cases were opened against 217 accused traders over 84 forged seals.';

  test('of whatever it is said to be, where it is telling', () => {
    check(
      libraryOf({ a: court }),
      `
      So far 217 people have been charged.
             ^^^ supported +a
      `,
    );
    check(
      libraryOf({ a: court, b: ELSEWHERE }),
      `
      So far 217 people have been charged.
             ^^^ unsourced
      `,
    );
  });

  test('of few digits, where others lead to it', () => {
    check(
      libraryOf({ a: 'The slide killed 85 people, and 20 were missing.' }),
      `
      The slide killed 85 people, and a further 20 have not been found.
                                                ^^ supported +a
      `,
    );
  });

  test('where one of two texts leaves it bare', () => {
    check(
      libraryOf({
        a: 'The plan could cost $800 million. No month had seen so many go since May 2011, when 602,000 were lost.',
      }),
      `
      In May 2011 as many as 602,000 jobs vanished.
                  ^^^^^^^^^^^^^^^^^^ supported +a
      `,
    );
  });

  test('where a word for a part means that very number', () => {
    check(
      libraryOf({ a: 'Net earnings were 110 crowns, up 31% from the year before.' }),
      `
      Earnings grew by nearly a third to 110 crowns.
                       ^^^^^^^^^^^^^^ supported +a
      `,
    );
  });
});
