/** Figures of one sentence that belong to another name or noun there: what only seems to agree does not. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

/** A second source, so that a claim must show which story it belongs to. */
const filler = 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.';

describe('two figures that stand in each other’s place', () => {
  test('by what they count', () => {
    check(
      libraryOf({ a: 'The chamber of commerce in Marlow counts 38 looted shops and 11 burned stations.', b: filler }),
      `
      In Marlow 11 shops were looted and 38 stations burned down, the chamber of commerce found.
                ^^ refuted -a
                                         ^^ refuted -a
      `,
    );
  });

  test('by their places', () => {
    check(
      libraryOf({ a: 'In Tarvik lawyers recorded 873 arrests: 402 in Marlow, 305 in Tarn and 121 in Brenzell.', b: filler }),
      `
      Lawyers recorded 402 arrests in Tarn and 305 in Marlow, all in the crackdown at Tarvik.
                       ^^^ refuted -a
                                               ^^^ refuted -a
      `,
    );
  });

  test('by what they count in two sentences on one event', () => {
    check(
      libraryOf({
        a: 'The interior ministry of Marlow said that 37 marchers had been killed in the riots. Nineteen police officers were killed.',
        b: filler,
      }),
      `
      In the riots of Marlow 19 marchers and 37 police officers were killed.
                             ^^ refuted -a
                                             ^^ refuted -a
      `,
    );
  });

  test('by what one of them is more than', () => {
    const library = libraryOf({
      a: 'Edda Brandt sold her house in Marlow for £24 million in 2012, £4 million over the asking price.',
      b: filler,
    });
    check(
      library,
      `
      Edda Brandt sold her house in Marlow for £4 million, which was £24 million more than she had asked.
                                               ^^^^^^^^^^ refuted -a
                                                                     ^^^^^^^^^^^ refuted -a
      `,
    );
    check(
      library,
      `
      Edda Brandt sold her house in Marlow for £24 million, which was £4 million more than she had asked.
                                               ^^^^^^^^^^^ supported +a
                                                                      ^^^^^^^^^^ supported +a
      `,
    );
  });

  test('by what one of them was before', () => {
    check(
      libraryOf({ a: 'Orders at Norvex stood at $585 million in June, against $426 million a year ago.', b: filler }),
      `
      Orders at Norvex stood at $426 million in June, compared with $585 million a year ago.
                                ^^^^^^^^^^^^ refuted -a
                                                                    ^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('are the same where only their order is another', () => {
    check(
      libraryOf({ a: 'The motion of the opposition in Marlow failed by 88 votes to 121.', b: filler }),
      `
      The motion of the opposition in Marlow was rejected with 121 votes against 88.
                                                               ^^^ supported +a
                                                                                 ^^ supported +a
      `,
    );
  });
});

describe('a figure that a sentence gives to another name', () => {
  const library = libraryOf({
    a: 'Unity Marlow spent 58 million crowns on its campaign and the Tarn Alliance 22 million crowns.',
    b: filler,
  });

  test('is not the first one’s', () => {
    check(
      library,
      `
      Unity Marlow spent 22 million crowns on its campaign.
                         ^^^^^^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('is its own', () => {
    check(
      library,
      `
      The Tarn Alliance spent 22 million crowns on its campaign.
                              ^^^^^^^^^^^^^^^^^ supported +a
      `,
    );
  });
});

test('a noun may be told by what narrows it', () => {
  check(
    libraryOf({ a: 'The ministry said that six police and three soldiers had died in Marlow.', b: filler }),
    `
    In Marlow six soldiers and three police officers died.
              ^^^ refuted -a
                               ^^^^^ refuted -a
    `,
  );
});

test('what a source only denies is not held against the draft', () => {
  check(
    libraryOf({ a: 'In Marlow nine people, not four, were hurt by bullets, the rights group said.', b: filler }),
    `
    In Marlow nine people were hurt by bullets.
              ^^^^ supported +a
    `,
  );
});

test('of those whom an event befell and of things, in two sentences', () => {
  check(
    libraryOf({
      a: 'At least 3,549 deaths have been reported in Marlow. Officials there said 6,217 buildings have collapsed.',
      b: 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.',
    }),
    `
    At least 6,217 people were killed in Marlow and 3,549 buildings collapsed.
             ^^^^^ refuted -a
                                                    ^^^^^ refuted -a
    `,
  );
});
