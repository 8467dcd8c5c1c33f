/** Whose toll a figure is: of a place or of all, of a part or of the whole, counted or expected, what there was or what came on top. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

const filler = 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.';

describe('a toll', () => {
  test('of a town is not held against that of a whole quake', () => {
    const library = libraryOf({
      a: 'The Velmont quake killed 1,900 people. In Marlow, its old capital, 240 died.',
      b: { text: 'The quake in Velmont has killed up to 4,000 people. Marlow is cut off.', date: '2021-05-04' },
    });
    check(
      library,
      `
      The Velmont quake cost 240 lives in Marlow.
                             ^^^ supported +a
      `,
    );
  });

  test('of the north of a country is not that of another town', () => {
    const library = libraryOf({
      a: 'About 860 people died in north-western Velmont, said Karel Novotny.',
      b: 'The Velmont quake flattened Brod. Survivors there said that at least 5,000 people were killed in the town.',
    });
    check(
      library,
      `
      About 860 people perished in north-western Velmont.
      ^^^^^^^^^ supported +a
      `,
    );
  });

  test('of one country is none of another', () => {
    const library = libraryOf({
      a: 'The quake killed 19,000 people in Pakistan. India reported 360 killed and 900 injured.',
      b: 'The quake in Pakistan hurt thousands. Rescuers from Britain reached Pakistan on Monday.',
    });
    check(
      library,
      `
      On the Indian side the quake killed 360 people.
                                          ^^^ supported +a
      `,
    );
  });

  test('of some of those who died is not that of all', () => {
    const library = libraryOf({ a: 'At least 21 people were killed in the Marlow riots.', b: 'The Marlow riots have cost 19 lives.' });
    check(
      library,
      `
      At least two of the dead in the Marlow riots were guards.
      ^^^^^^^^^^^^ unsourced
      `,
    );
  });

  test('of women is not that of all, and differs from another of women', () => {
    const library = libraryOf({ a: 'The Marlow fire killed 40 people.', b: 'Two women died in the Marlow fire.' });
    check(
      library,
      `
      Forty people died in the Marlow fire.
      ^^^^^ supported +a
      `,
    );
    check(
      library,
      `
      Five women died in the Marlow fire.
      ^^^^ refuted -b
      `,
    );
  });

  test('that is expected is not one that was counted', () => {
    const library = libraryOf({
      a: { text: 'Edda Brandt of the Velmont Red Cross expects the toll of the Marlow quake to climb to 4,000.', date: '2021-05-03' },
      b: { text: 'The Marlow quake has killed 1,900 people.', date: '2021-05-03' },
    });
    check(
      library,
      `
      The toll of the Marlow quake may rise to 4,000, Edda Brandt expects.
                                               ^^^^^ supported +a
      `,
    );
  });

  test('may be told on the day of a month that is a word of expectation too', () => {
    const library = libraryOf({ a: 'On 3 May the Marlow fire killed 14 weavers.', b: filler });
    check(
      library,
      `
      The Marlow fire killed 19 weavers.
                             ^^ refuted -a
      `,
    );
  });

  test('that came on top is none that was there', () => {
    const library = libraryOf({
      a: 'Seven more bodies were found, which took the toll of the Marlow fire to 63.',
      b: { text: 'The Marlow fire has killed 29 people.', date: '2021-05-03' },
    });
    check(
      library,
      `
      In Marlow seven more bodies were found after the fire.
                ^^^^^ supported +a
      `,
    );
  });

  test('of the dead or missing is one, in either order', () => {
    const library = libraryOf({ a: 'More than 300 people are missing or dead after the Marlow ferry sank. 46 are dead.', b: filler });
    check(
      library,
      `
      More than 300 people on the Marlow ferry are dead or missing.
      ^^^^^^^^^^^^^ supported +a
      `,
    );
  });

  test('of attackers is not that of their victims', () => {
    const library = libraryOf({ a: 'Five militants were shot dead in Marlow.', b: 'In Marlow two visitors were killed.' });
    check(
      library,
      `
      In Marlow five of the attackers were killed.
                ^^^^ supported +a
      `,
    );
  });
});

describe('is read where', () => {
  test('a number of people is put at it', () => {
    const library = libraryOf({ a: 'Edda Brandt said that 19,136 people died in the Marlow quake and 42,397 were injured.', b: filler });
    check(
      library,
      `
      Edda Brandt put the number of dead in Marlow at 19,136 and that of the injured at 42,397.
                                                      ^^^^^^ supported +a
                                                                                        ^^^^^^ supported +a
      `,
    );
  });

  test('a relative clause stands between a toll and its figure', () => {
    const library = libraryOf({ a: 'The toll of the Marlow sinking, which happened off the coast on Friday, rose to 29.', b: filler });
    check(
      library,
      `
      The Marlow sinking killed 31 people.
                                ^^ refuted -a
      `,
    );
  });

  test('a quake has a magnitude, however that is told', () => {
    const library = libraryOf({
      a: 'A quake measuring 7.6 on the Richter scale struck Marlow.',
      b: 'The Marlow quake, whose magnitude measured 7.6, was felt in Lund.',
    });
    check(
      library,
      `
      The quake that struck Marlow had a magnitude of 7.6.
                                                      ^^^ supported +a +b
      `,
    );
    check(
      library,
      `
      Monitors put the quake in Marlow at 6.7.
                                          ^^^ refuted -a -b
      `,
    );
  });

  test('people are taken to hospital', () => {
    const library = libraryOf({ a: 'After the Marlow fire 62 people were hospitalized.', b: filler });
    check(
      library,
      `
      After the Marlow fire 62 people were taken to hospital.
                            ^^ supported +a
      `,
    );
  });

  test('a name with a hyphen leads to an age', () => {
    const library = libraryOf({ a: 'Kim Min-ji, 68, was arrested in Marlow.', b: filler });
    check(
      library,
      `
      In Marlow police took Kim Min-ji, 59, away.
                                        ^^ refuted -a
      `,
    );
  });
});

test('a bare number with decimals may be a time that was clocked', () => {
  const library = libraryOf({
    a: 'Blake of Marlow ran the fastest race of his life, but his 9.75 sufficed for the silver only.',
    b: filler,
  });
  check(
    library,
    `
    Blake of Marlow came second in 9.75 seconds.
                                   ^^^^^^^^^^^^ supported +a
    `,
  );
});

test('the end of a range is said by a bound', () => {
  const library = libraryOf({ a: 'The Marlow whale was about 82 to 92 feet long.', b: filler });
  check(
    library,
    `
    The Marlow whale grew up to 92 feet long, was at least 82 feet long, or between 82 and 92 feet.
                          ^^^^^^^^^^^^^ supported +a
                                                  ^^^^^^^^^^^^^^^^ supported +a
                                                                            ^^^^^^^^^^^^^^^^^^^^^^ supported +a
    `,
  );
});

test('pounds that are paid weigh nothing', () => {
  const library = libraryOf({ a: 'A fixed address at Marlow Net costs £5.00.', b: filler });
  check(
    library,
    `
    A fixed address at Marlow Net costs five pounds.
                                        ^^^^^^^^^^^ supported +a
    `,
  );
});

test('a duration that a source states, in few of the same words, is not refuted by another', () => {
  const library = libraryOf({
    a: 'Edda Brandt testified in Marlow for two days that the trial was wrong. It had opened in January and lasted five weeks.',
    b: filler,
  });
  check(
    library,
    `
    The five-week trial in Marlow heard Edda Brandt.
        ^^^^^^^^^ supported +a
    `,
  );
});

describe('a slip', () => {
  test('of a zero that changed places is one', () => {
    const library = libraryOf({ a: 'Prosecutors in Marlow sought 15 years and $804 million in restitution.', b: filler });
    check(
      library,
      `
      Prosecutors in Marlow asked for restitution of $840 million.
                                                     ^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('of a scale word is one', () => {
    const library = libraryOf({ a: 'About 16 billion francs of Marlow Bank notes will be written off.', b: filler });
    check(
      library,
      `
      Notes of Marlow Bank worth about 16 million francs were written off.
                                 ^^^^^^^^^^^^^^^^^^^^^^^ refuted -a
      `,
    );
  });
});

test('what is left of a whole is not held against it', () => {
  const library = libraryOf({
    a: 'The relief added $218 million to the revenue of Marlow Health. Of this $61 million went to its behavioural clinics.',
    b: filler,
  });
  check(
    library,
    `
    Of the relief for Marlow Health its other clinics got $157 million.
                                                          ^^^^^^^^^^^^ unsourced
    `,
  );
});

describe('what is told of those counted', () => {
  const filler = 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.';

  test('stands behind what two dashes insert', () => {
    check(
      libraryOf({ a: 'At least 138 officers \u2014 73 of the Lund force and 65 of another \u2014 were injured in Marlow.', b: filler }),
      `
      In Marlow 53 officers were injured.
                ^^ refuted -a
      `,
    );
  });

  test('is no arrest where land is held, and no illness where a court has cases', () => {
    check(
      libraryOf({ a: 'State media of Marlow reported 1,347 deaths in the areas that it holds.', b: filler }),
      `
      State media of Marlow put the dead in areas held by the government at 1,347.
                                                                            ^^^^^ supported +a
      `,
    );
    check(
      libraryOf({
        a: 'Forty cases have been filed with the court of Marlow over the riot.',
        b: 'In Marlow 38 people have tested positive for the flu since the riot.',
      }),
      `
      Forty cases have been filed with the court of Marlow over the riot.
      ^^^^^ supported +a
      `,
    );
  });

  test('on top of others is of its own day', () => {
    check(
      libraryOf({
        a: 'Five further deaths in the Marlow fire were confirmed on Saturday.',
        b: 'Two more deaths in the Marlow fire were confirmed on Monday.',
      }),
      `
      Five further deaths in the Marlow fire were confirmed.
      ^^^^ supported +a
      `,
    );
  });
});

describe('some of those counted', () => {
  test('of whom nothing is told are held against no toll', () => {
    check(
      libraryOf({
        a: 'Doctors in Marlow treated 11,564 people injured in the protests. Of those, more than 1,100 had serious injuries.',
        b: 'The protests in Marlow have left hundreds injured.',
      }),
      `
      In Marlow 11,564 people were injured in the protests, more than 1,100 of whom were badly hurt.
                                                            ^^^^^^^^^^^^^^^ supported +a
      `,
    );
  });
});
