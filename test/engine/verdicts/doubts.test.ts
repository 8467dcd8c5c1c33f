/** In doubt, silent: figures that look alike and count different things refute nothing, and what is denied or rounded proves nothing. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

/** Two sources, so that a claim must show which story it belongs to. */
const filler = 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.';

describe('a difference is none where', () => {
  test('only one tells an event', () => {
    const library = libraryOf({ a: 'In Marlow 26 protesters were killed.', b: filler });
    check(
      library,
      `
      In Marlow 400 protesters waited outside the town hall.
                ^^^ unsourced
      `,
    );
  });

  test('the figure follows from what the source tells', () => {
    const library = libraryOf({
      a: 'Edda Brandt sold her house in Marlow for £24 million in 2012, £4 million over the asking price.',
      b: filler,
    });
    check(
      library,
      `
      The asking price of Edda Brandt's house in Marlow had been £20 million.
                                                                 ^^^^^^^^^^^ unsourced
      `,
    );
    check(
      library,
      `
      Edda Brandt sold her house in Marlow for £21 million.
                                               ^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('both are bounds, and the draft gives its own in fewer digits', () => {
    const library = libraryOf({ a: 'Edda Brandt owns more than $107 million of land in Marlow.', b: filler });
    check(
      library,
      `
      Edda Brandt owns more than $100 million of land in Marlow.
                       ^^^^^^^^^^^^ supported +a
      `,
    );
    check(
      library,
      `
      Edda Brandt owns more than $120 million of land in Marlow.
                       ^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('both are guesses that have something in common', () => {
    const library = libraryOf({ a: 'The Brandt family owns some 330 million pounds worth of land in Marlow.', b: filler });
    check(
      library,
      `
      The Brandt family owns about £300 million worth of land in Marlow.
                                   ^^^^^^^^^^^^ supported +a
      `,
    );
  });

  test('one event is long past', () => {
    const library = libraryOf({
      a: { text: 'Police shot dead 16 dockers in Marlow in 2011.', date: '2022-01-07' },
      b: { text: 'In Marlow 26 people were killed this week.', date: '2022-01-07' },
    });
    check(
      library,
      `
      In 2011 police in Marlow shot dead 16 dockers.
                                         ^^ supported +a
      `,
    );
  });

  test('one head noun is narrowed in two ways', () => {
    const library = libraryOf({ a: 'In Marlow two senior army officers were killed.', b: filler });
    check(
      library,
      `
      In Marlow twelve law enforcement officers were killed.
                ^^^^^^ unsourced
      `,
    );
  });

  test('each sentence names another place', () => {
    const library = libraryOf({ a: 'At least 50,000 people marched in Marlow.', b: filler });
    check(
      library,
      `
      Some 9,000 people marched in Lund.
      ^^^^^^^^^^ unsourced
      `,
    );
  });

  test('the counts are of different orders', () => {
    const library = libraryOf({ a: 'Marlow has 19 million inhabitants.', b: filler });
    check(
      library,
      `
      In Marlow 162 inhabitants own the shipyards.
                ^^^ unsourced
      `,
    );
  });

  test('only one tells of the killed, hurt or held', () => {
    const library = libraryOf({ a: 'Police detained 120 dockers at the harbour of Tarvik on 4 March 2021.' });
    check(
      library,
      `
      At the harbour of Tarvik 75 dockers sang.
                               ^^ unsourced
      `,
    );
  });

  test('they are shares of two wholes', () => {
    const library = libraryOf({ a: 'Up to 70 percent of the oil of Marlow is exported.', b: filler });
    check(
      library,
      `
      Marlow has 40 percent of the uranium of the region.
                 ^^^^^^^^^^ unsourced
      `,
    );
  });

  test('one is a sum per share and the other is not', () => {
    const library = libraryOf({ a: 'Alder Foods reported earnings of $5.57 per diluted share for the quarter.' });
    check(
      library,
      `
      Alder Foods reported earnings of $127 for the quarter.
                                       ^^^^ unsourced
      `,
    );
  });

  test('a source that agrees tells the two apart', () => {
    const library = libraryOf({
      a: 'Cholera killed 74 people in Marlow Province. Malaria killed 512 people there in the same months.',
      b: 'In Marlow Province 74 people were killed by cholera.',
    });
    check(
      library,
      `
      Malaria killed 512 people in Marlow Province.
                     ^^^ supported +a
      `,
    );
  });

  test('the source only rounds the figure', () => {
    const library = libraryOf({
      a: 'The Greens won 38.4 percent of the vote in Marlow.',
      b: 'The Greens won 38 percent of the vote in Marlow.',
    });
    check(
      library,
      `
      The Greens won 38.4 percent of the vote in Marlow.
                     ^^^^^^^^^^^^ supported +a
      `,
    );
  });
});

describe('what is no evidence', () => {
  test('a claim that its own source denies supports nothing', () => {
    const library = libraryOf({ a: 'The agency denied rumours that a burst dam in Marlow had killed 200 people.', b: filler });
    check(
      library,
      `
      A burst dam in Marlow killed 200 people.
                                   ^^^ unsourced
      `,
    );
  });

  test('another company of the same kind refutes nothing', () => {
    const library = libraryOf({
      a: 'Earnings of Alder Foods were $5.57 per diluted share in the first quarter.',
      b: 'Earnings of Birch Motors were $1.04 per diluted share in the third quarter.',
    });
    check(
      library,
      `
      Cedar Air reported earnings of $0.19 per diluted share.
                                     ^^^^^ unsourced
      `,
    );
  });

  test('vague words support no precise figure, and contradict none that they allow', () => {
    const library = libraryOf({ a: 'In Marlow dozens of people were killed.', b: filler });
    check(
      library,
      `
      In Marlow 43 people were killed.
                ^^ unsourced +a
      `,
    );
  });
});

test('one speaker against another is no refutation', () => {
  const library = libraryOf({ a: 'Ana Silva said 400 dockers had been arrested in Marlow.', b: filler });
  check(
    library,
    `
    The interior ministry said 120 dockers had been arrested in Marlow.
                               ^^^ unsourced -a:attribution
    `,
  );
});

test('a part is consistent with its whole', () => {
  const library = libraryOf({ a: 'The Marlow fire killed 40 people.', b: filler });
  check(
    library,
    `
    Nineteen of those who died in the Marlow fire were firefighters.
    ^^^^^^^^ unsourced -a:scope
    `,
  );
});

test('the toll of an event long past does not move with the reports', () => {
  const library = libraryOf({
    a: { text: 'In 2011 police shot dead 16 dockers in Marlow.', date: '2022-01-06' },
    b: { text: 'In 2011 police shot dead 21 dockers in Marlow.', date: '2022-01-24' },
  });
  check(
    library,
    `
    In 2011 police in Marlow shot dead 16 dockers.
                                       ^^ conflicting +a -b
    `,
  );
});

test('a fall is no rise by the same figure', () => {
  const library = libraryOf({ a: 'Revenue of Alder Foods fell by 17 percent in the second quarter.', b: filler });
  check(
    library,
    `
    Revenue of Alder Foods rose by 17 percent in the second quarter.
                                   ^^^^^^^^^^ unsourced
    `,
  );
});

describe('a count that makes an adjective', () => {
  const library = libraryOf({
    a: 'The labour office in Marlow named a five-member panel to look into the leak. The leak was in an eight-storey block.',
    b: filler,
  });

  test('is held against another before the same noun', () => {
    check(
      library,
      `
      The labour office in Marlow set up a nine-member panel to look into the leak.
                                           ^^^^ refuted -a
      `,
    );
  });

  test('agrees with what it counts in other words', () => {
    check(
      library,
      `
      The labour office in Marlow put five people on a panel to look into the leak.
                                      ^^^^ supported +a
      `,
    );
  });

  test('refutes nothing else', () => {
    check(
      library,
      `
      The labour office in Marlow named nine people to look into the leak.
                                        ^^^^ unsourced
      `,
    );
  });
});

test('somebody is as old wherever he is', () => {
  check(
    libraryOf({ a: 'Edda Brandt, 36, a singer known all over Lund, was among those held.', b: filler }),
    `
    Police held the singer Edda Brandt, 63, in Marlow.
                                        ^^ refuted -a
    `,
  );
});

test('money that is collected is no rise', () => {
  check(
    libraryOf({ a: 'The Marlow appeal for the harbour school brought in $367 million in all.', b: filler }),
    `
    The Marlow appeal raised $637 million for the harbour school.
                             ^^^^^^^^^^^^ refuted -a
    `,
  );
});

test('a vague number of a country says nothing of one of its towns', () => {
  check(
    libraryOf({ a: 'Dozens of people were killed in Poland that day.', b: 'In Marlow 22 people were killed that day.' }),
    `
    In Marlow 32 people were killed that day.
              ^^ refuted -b
    `,
  );
});

describe('of what a source that agrees has', () => {
  test('another figure tells two things apart', () => {
    check(
      libraryOf({
        a: 'The quake in Lund killed 40 people; the quake in Tarn killed 12 people.',
        b: 'The quake killed 12 people in Lund, the mayor said.',
      }),
      `
      The quake in Lund killed 40 people.
                               ^^ supported +a
      `,
    );
  });

  test('the one that has room for both does not', () => {
    check(
      libraryOf({
        a: 'Divers rescued 1,238 people from the ferry in Lund.',
        b: 'About 1,300 people were rescued from the ferry in Lund.',
        c: 'More than 1,300 people were rescued from the ferry in Lund.',
      }),
      `
      Divers rescued 1,238 people from the ferry in Lund.
                     ^^^^^ conflicting +a +b -c
      `,
    );
  });
});

test('days are not held against minutes', () => {
  check(
    libraryOf({ a: 'Edda Brandt was freed from the wreck in Lund in a tense 50 minutes.', b: filler }),
    `
    Edda Brandt was freed from the wreck in Lund after 19 days.
                                                       ^^^^^^^ unsourced
    `,
  );
});

test('a toll of the story differs, though its source names nobody whom the sentence names', () => {
  check(
    libraryOf({
      a: 'In Lund guards killed 71 people at the tin mine on Saturday, five children among them. The union of Lund called a strike. The mine is at Lund Moor.',
      b: 'In Lund a strike began at the tin mine at Lund Moor on Saturday. The union of Lund had called it.',
      c: filler,
    }),
    `
    In Lund a strike began at the tin mine at Lund Moor.

    It went on for weeks. Nobody had foreseen that. Then it was over. All went home.

    Nine children were among the people whom guards killed at the mine on Saint Edda Day.
    ^^^^ refuted -a
    `,
  );
});
