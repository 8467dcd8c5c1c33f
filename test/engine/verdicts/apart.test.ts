/** What two figures are said of, told more exactly: units that convert, places, months, parts, groups, ends of a change and who says so. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

/** A second source, so that a claim must show which story it belongs to. */
const filler = 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.';

describe('the same figure is found', () => {
  test('in basis points and percentage points', () => {
    check(
      libraryOf({ a: 'The Bank of Marlow raised its key rate by half a percentage point on Monday.', b: filler }),
      `
      The Bank of Marlow raised its key rate by 50 basis points.
                                                ^^^^^^^^^^^^^^^ supported +a
      `,
    );
  });

  test('as an end of what the source gives as a stretch', () => {
    check(
      libraryOf({ a: 'Marlow raised the bus fare last week (from 2 crowns; in dollars, $.29 to $.51).', b: filler }),
      `
      The bus fare in Marlow rose from $0.29 to $0.51.
                                       ^^^^^ supported +a
                                                ^^^^^ supported +a
      `,
    );
  });

  test('where a rise to a rate of growth is told as growth of so much', () => {
    check(
      libraryOf({ a: 'Marlow Foods now expects organic growth of 4% to 4.5% for the full year.' }),
      `
      Marlow Foods lifted its organic growth outlook for the full year to 4% to 4.5%.
                                                                          ^^^^^^^^^^ supported +a
      `,
    );
  });

  test('of what another is compared to', () => {
    check(
      libraryOf({ a: 'Marlow Foods earned an adjusted $1.12 a share, compared to $1.05 in the prior year.' }),
      `
      Marlow Foods earned an adjusted $1.12 a share, compared with $1.05 a year earlier.
                                                                   ^^^^^ supported +a
      `,
    );
  });

  test('of somebody whose name is a letter off', () => {
    check(
      libraryOf({ a: 'The oldest, Desmond Pryce, is 67 and welded the legs of two platforms.', b: filler }),
      `
      Each has thirty years in the trade; the oldest, Desmond Price, is 67.
                                                                        ^^ supported +a
      `,
    );
  });

  test('of somebody whose age stands behind a comma, or before where they come from', () => {
    check(
      libraryOf({ a: 'The youngest, Ana Ruiz, was 15. Omar Haddad, a 34-year-old pharmacist from Aleppo, had walked.', b: filler }),
      `
      Ana Ruiz was 15; Omar Haddad, 43, had walked.
                   ^^ supported +a
                                    ^^ refuted -a
      `,
    );
  });

  test('of a country and of its people', () => {
    check(
      libraryOf({ a: 'The Hungarian fence is 175 kilometres long.', b: filler }),
      `
      The fence that Hungary has built is 157 kilometres long.
                                          ^^^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('of a crew by whatever words it is counted', () => {
    check(
      libraryOf({ a: 'The ferry Bunga Laut sank off Marlow with a crew of 14.', b: filler }),
      `
      The ferry Bunga Laut sank off Marlow with 24 crew members.
                                                ^^ refuted -a
      `,
    );
  });
});

describe('a difference is none where', () => {
  test('each is told of another place', () => {
    check(
      libraryOf({
        a: 'In Marlow seven people were killed. The governor of Marlow spoke.',
        b: 'In Ostrava four people were killed. Marlow was calm.',
      }),
      `
      In Marlow itself seven people were killed.
                       ^^^^^ supported +a
      `,
    );
  });

  test('each is told of another month', () => {
    check(
      libraryOf({ a: 'Consumer prices in Marlow were 11.8% higher in March than a year before.', b: filler }),
      `
      Consumer prices in Marlow were 13.7% higher in February than a year before.
                                     ^^^^^ unsourced
      `,
    );
  });

  test('only one counts children, and the other whoever died', () => {
    check(
      libraryOf({ a: 'The sinking at Marlow left 38 dead.', b: filler }),
      `
      The sinking at Marlow cost many lives, including those of 19 children.
                                                                ^^ unsourced
      `,
    );
  });

  test('only one is a forecast from one value to another', () => {
    check(
      libraryOf({ a: 'Marlow Foods had adjusted earnings per share of $1.47.' }),
      `
      Marlow Foods expects adjusted earnings per share of $5.25 to $5.50.
                                                          ^^^^^^^^^^^^^^ unsourced
      `,
    );
  });
});

describe('a difference is one', () => {
  test('where the source names the figure only to correct it', () => {
    check(
      libraryOf({
        a: 'Going to bed early lowered blood pressure in Marlow by 6.2 points.',
        b: 'The fall in blood pressure in Marlow among people who went to bed early was 4.8 points, not 6.2, the journal said.',
      }),
      `
      Going to bed early lowered blood pressure in Marlow by 6.2 points.
                                                             ^^^^^^^^^^ conflicting +a -b
      `,
    );
  });

  test('where whom the draft names says otherwise: what somebody else says does not support it', () => {
    check(
      libraryOf({
        a: 'In Marlow the security ministry said that 11 people had been killed. In Marlow the league of lawyers said that 27 people had been killed.',
        b: filler,
      }),
      `
      In Marlow the security ministry said that 27 people had been killed.
                                                ^^ unsourced
      `,
    );
  });

  test('of a part that is told of by the same noun', () => {
    check(
      libraryOf({ a: 'In Marlow 119 people were injured, among them 47 police officers.', b: filler }),
      `
      In Marlow 74 police officers were injured.
                ^^ refuted -a
      `,
    );
  });

  test('of a part, whichever way its sentence says so', () => {
    check(
      libraryOf({ a: 'Between 2003 and 2014 Marlow had 56 cases of the fever, 37 of which were fatal.', b: filler }),
      `
      Between 2003 and 2014 the fever struck 56 people in Marlow, killing 27 of them.
                                                                          ^^ refuted -a
      `,
    );
  });

  test('of a change told by a comparative', () => {
    check(
      libraryOf({ a: 'At Marlow Steel tons shipped were down 13.1% in the quarter.', b: filler }),
      `
      Marlow Steel had 15.1% fewer tons shipped in the quarter.
                       ^^^^^ refuted -a
      `,
    );
  });

  test('of a sum per share that leaves out what it is for', () => {
    check(
      libraryOf({ a: 'The board of Marlow Foods has declared a quarterly dividend of 22 cents a share.' }),
      `
      Marlow Foods raised its quarterly dividend to 32 cents.
                                                    ^^^^^^^^ refuted -a
      `,
    );
  });
});

test('of two places told in one sentence each answers for its own', () => {
  const library = libraryOf({
    a: 'The quake killed at least 3,549 people in Ostmark, while 1,602 people have died in Velmont, officials said.',
    b: 'In Ostmark and Velmont the quake struck before dawn. People ran into the streets of Ostmark.',
  });
  check(
    library,
    `
    The quake killed 3,549 people in Ostmark. In Velmont 1,602 people died in the quake.
                     ^^^^^ supported +a
                                                         ^^^^^ supported +a
    `,
  );
  check(
    library,
    `
    The quake killed 1,602 people in Ostmark.
                     ^^^^^ unsourced
    `,
  );
});
