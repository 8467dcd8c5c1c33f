/** Whom a count is of: by which force, sex or hospital, where, and whether held or let go. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

describe('whom a figure counts', () => {
  const filler = 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.';

  test('are officers where they are policemen or security officials', () => {
    const library = libraryOf({ a: 'Forty policemen were killed in Marlow.', b: 'In Brenton 21 security officials were hurt.' });
    check(
      library,
      `
      In Marlow 40 police officers were killed.
                ^^ supported +a
      In Brenton 21 officers were hurt.
                 ^^ supported +b
      `,
    );
  });

  test('are in hospital, hurt, in either order', () => {
    const library = libraryOf({ a: 'In Marlow at least 250 injured have been admitted to hospital.', b: filler });
    check(
      library,
      `
      In Marlow at least 250 people have been taken to hospital with injuries.
                ^^^^^^^^^^^^ supported +a
      `,
    );
  });

  test('are let go, not held', () => {
    const library = libraryOf({ a: 'In Marlow the police released some 900 people detained at the rally.', b: filler });
    check(
      library,
      `
      In Marlow the police detained 400 people at the rally.
                                    ^^^ unsourced
      `,
    );
  });

  test('are where it says right behind the figure', () => {
    const library = libraryOf({
      a: 'Out of 360 people known dead in the flood, 301 were in Marlow, 41 in the Ost-Brenton and 18 in Lund.',
      b: filler,
    });
    check(
      library,
      `
      Of those killed in the flood, 301 died in Marlow, 18 in Lund and 41 in the Ost-Brenton.
                                                        ^^ supported +a
      `,
    );
  });
});

test('men and women are told apart', () => {
  const library = libraryOf({
    a: 'Of the 72 injured in Marlow, 50 are male and 22 are female.',
    b: 'Of the 72 injured in Marlow 50 were men and 22 were women.',
  });
  check(
    library,
    `
    Among the injured in Marlow were 50 women and 22 men.
                                     ^^ refuted -a -b
    `,
  );
});

test('those who are members of a force serve in it', () => {
  check(
    libraryOf({
      a: 'In Marlow eight police personnel were among the dead.',
      b: 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.',
    }),
    `
    In Marlow eight members of the security forces have died.
              ^^^^^ supported +a
    `,
  );
});

test('people of a nation are called by it, or come from its country', () => {
  check(
    libraryOf({
      a: 'The ferry of Marlow sank on Monday. Those who drowned were four people from France, three from Chile and two from Albania.',
      b: 'The ferry of Marlow lies at 40 metres. Divers went down on Tuesday.',
    }),
    `
    Those who drowned in Marlow were four French citizens, three Chileans and two Albanians.
                                     ^^^^ supported +a
                                                           ^^^^^ supported +a
                                                                              ^^^ supported +a
    `,
  );
});

test('whoever lives in a town was not held there', () => {
  check(
    libraryOf({
      a: 'All 78 people held at the prison in Brod, a city of around 100,000 on the coast, got away.',
      b: 'Brod is quiet again.',
    }),
    `
    At the prison in Brod 11,800 people were held.
                          ^^^^^^ unsourced
    `,
  );
});

describe('an age', () => {
  test('is that of the name that it stands beside, though the name opens the sentence', () => {
    check(
      libraryOf({ a: 'On Monday Ferrel, a 27-year-old German, flew the plane alone.', b: 'The plane had been in Marlow on Sunday.' }),
      `
      Ferrel, aged 32, had seen five doctors.
                   ^^ refuted -a
      `,
    );
  });

  test('of somebody unnamed who is told of in the same words is one person’s', () => {
    const library = libraryOf({
      a: 'In Marlow firefighters freed the crushed car of a couple who were on holiday with their nine-year-old daughter.',
      b: 'In Marlow the bridge fell on Monday. A 41-year-old clerk was hurt.',
    });
    check(
      library,
      `
      In Marlow firefighters freed the crushed car of a couple who had been on holiday with their 12-year-old daughter.
                                                                                                  ^^^^^^^^^^^ refuted -a
      In Marlow firefighters met a 12-year-old girl.
                                   ^^^^^^^^^^^ unsourced
      `,
    );
  });
});
