/** Signs that two figures are about one thing or not: story, slip, forecast, denial, what was before, and bare numbers. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

describe('the story that a draft tells', () => {
  const library = libraryOf({
    harbour:
      'A fire at the port of Velmar killed 14 people on Monday, the mayor of Velmar, Ilse Brandt, said. ' +
      'The flames destroyed 38 warehouses. The insurer Nordhaven expects claims of 210 million euros.',
    inquiry:
      'Ilse Brandt, the mayor of Velmar, has asked for an inquiry into the port fire. The insurer Nordhaven paid for nothing so far. ' +
      'Velmar has 38 warehouses fewer than a week ago.',
    mountain:
      'A fire in the hills above Castelrosso killed six people on Tuesday. Piero Danti, who leads the brigade of Castelrosso, said that ' +
      '52 barns had burned.',
  });

  test('another fire’s dead do not contradict it', () => {
    check(
      library,
      `
      The fire in Velmar killed 14 people.
                                ^^ supported +harbour
      `,
    );
  });

  test('its own source does', () => {
    check(
      library,
      `
      The fire in Velmar killed 41 people.
                                ^^ refuted -harbour
      `,
    );
  });

  test('a place that no source knows is nobody’s story', () => {
    check(
      library,
      `
      A fire in Osterby killed nine people.
                               ^^^^ unsourced
      `,
    );
  });
});

describe('a draft that names nobody', () => {
  const library = libraryOf({
    bakery: 'The bakery bakes 1,200 loaves of rye bread a night. Each loaf of rye costs 4.80 euros, and its flour comes from one mill.',
    clinic: 'The clinic treats 85 patients a day. A bed in the ward costs 310 euros a night, and nurses work shifts of ten hours.',
  });

  test('belongs to the source that uses its words', () => {
    check(
      library,
      `
      Each loaf of rye bread from the bakery costs 8.40 euros.
                                                   ^^^^^^^^^^ refuted -bakery
      `,
    );
  });
});

describe('a bare number', () => {
  test('may be in the unit of the sentence before', () => {
    check(
      libraryOf({ a: 'Drying a batch of bricks took 26 hours in the old kiln. Now it takes nine.' }),
      `
      The new kiln dries a batch of bricks in nine hours.
                                              ^^^^^^^^^^ supported +a
      `,
    );
  });

  test('shares the unit of what it is set beside', () => {
    check(
      libraryOf({ a: 'Sollund Bank pays 3.4 percent on savings, while Mirren Bank pays 2.9.' }),
      `
      Mirren Bank pays 2.9 percent on savings.
                       ^^^^^^^^^^^ supported +a
      `,
    );
  });
});

test('a figure that a source calls wrong speaks for nobody, its own speaks against', () => {
  check(
    libraryOf({ a: 'The choir had 64 singers, not 46.', b: 'The choir of Lund sang in Malmo.' }),
    `
    The choir had 46 singers.
                  ^^ refuted -a
    `,
  );
});

test('what was before is no answer to what is', () => {
  check(
    libraryOf({
      a: 'Turnover of Brynmor Mills was £52.3 million in the third quarter, compared with £47.1 million in the previous quarter.',
    }),
    `
    Brynmor Mills had a turnover of £47.1 million in the third quarter.
                                    ^^^^^^^^^^^^^ refuted -a
    `,
  );
});

test('the same range is meant before another figure of the same unit', () => {
  check(
    libraryOf({ a: 'We earned $1.38 a share. Our guidance for adjusted earnings is now $5.25 to $5.50, instead of $5.10 to $5.50.' }),
    `
    The company expects adjusted earnings of $5.25 to $5.50 a share.
                                             ^^^^^^^^^^^^^^ supported +a
    `,
  );
});

test('the same large number is meant under another noun, a small one is not', () => {
  const library = libraryOf({ a: 'The exam of Talvik was sat by 57,300 candidates in 14 halls.', b: 'The exam of Talvik is over.' });
  check(
    library,
    `
    In Talvik 57,300 teenagers sat the exam, and 14 teachers fell ill.
              ^^^^^^ supported +a
                                                 ^^ unsourced
    `,
  );
});

describe('an age', () => {
  const library = libraryOf({ a: 'Mara Tosk was rescued on Friday. She is 34, a teacher. Her driver, Jon Ferrel, was unhurt.' });

  test('is read from what a pronoun is said to be', () => {
    check(
      library,
      `
      Mara Tosk, 34, was rescued.
                 ^^ supported +a
      `,
    );
  });

  test('a wrong one is caught', () => {
    check(
      library,
      `
      Mara Tosk, 43, was rescued.
                 ^^ refuted -a
      `,
    );
  });
});

test('about a number that is too exact for a guess', () => {
  check(
    libraryOf({ a: 'The survey counted 1,247 households in the valley.' }),
    `
    The survey counted about 1,284 households in the valley.
                       ^^^^^^^^^^^ refuted -a
    `,
  );
});
