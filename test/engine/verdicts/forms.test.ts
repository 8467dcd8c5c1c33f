/** One figure written in two ways: signs, currencies, units and rates of other countries and trades. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

describe('a sign', () => {
  test('that one text writes and the other tells in a word is the same', () => {
    const library = libraryOf({ a: 'Sales at Norvex Foods changed by -4.2% in the spring, the grocer said.' });
    check(
      library,
      `
      Sales at Norvex Foods fell 4.2% in the spring.
                                 ^^^^ supported +a
      `,
    );
    check(
      library,
      `
      Sales at Norvex Foods rose 4.2% in the spring.
                                 ^^^^ unsourced
      `,
    );
  });

  test('of a temperature is part of it', () => {
    const library = libraryOf({ a: 'The low in Tarn Vale on Sunday night was -12C, the observatory said.' });
    check(
      library,
      `
      The low in Tarn Vale on Sunday night was -12C.
                                               ^^^^ supported +a
      `,
    );
    check(
      library,
      `
      The low in Tarn Vale on Sunday night was -9C.
                                               ^^^ refuted -a
      `,
    );
  });
});

test('a currency by its general name is any of those that go by it', () => {
  const library = libraryOf({ a: 'The Patna ferry tender was worth 25 crore Indian rupees, the port said.' });
  check(
    library,
    `
    The Patna ferry tender was worth Rs 25 crore.
                                     ^^^^^^^^^^^ supported +a
    `,
  );
  check(
    library,
    `
    The Patna ferry tender was worth ₹31 crore.
                                     ^^^^^^^^^ refuted -a
    `,
  );
});

test('the first of two ends has the unit of the second', () => {
  const library = libraryOf({ a: 'Fares on the Lune tram rose from 9 to 11 euros in May.' });
  check(
    library,
    `
    Fares on the Lune tram rose from 9 euros to 11 euros.
                                     ^^^^^^^ supported +a
                                                ^^^^^^^^ supported +a
    `,
  );
  check(
    library,
    `
    Fares on the Lune tram rose from 8 euros to 11 euros.
                                     ^^^^^^^ refuted -a
    `,
  );
});

describe('a number that leaves out its unit', () => {
  const library = libraryOf({
    a:
      'The Lindqvist tram costs €3.40 a ride. A driver of it earns 2,150 a month, dry and seated. A change of line costs 12 cents. ' +
      'The score for punctuality rose from 81 to 92 out of 100. Snow delayed it by 12 and 14 minutes on two days.',
  });

  test('may be in the currency of its text', () => {
    check(
      library,
      `
      A driver of the Lindqvist tram earns 2,150 euros a month, and a change of line costs €0.12.
                                           ^^^^^^^^^^^^^^^^^^^ supported +a
                                                                                           ^^^^^ supported +a
      `,
    );
  });

  test('is in no other currency where it names its own', () => {
    const paid = libraryOf({
      a: 'The Lindqvist tram costs €3.40 a ride. Its museum takes 45 dollars from a visitor.',
      b: 'The Lindqvist tram has a museum.',
    });
    check(
      paid,
      `
      The museum of the Lindqvist tram takes €45 from a visitor.
                                             ^^^ unsourced
      `,
    );
  });

  test('may be in millions, where an m stands right behind it', () => {
    check(
      libraryOf({ a: 'Sales of flats in Tarvik dropped to an annual rate of 3.46 million in June.' }),
      `
      Sales of flats in Tarvik ran at an annual pace of 3.46m.
                                                        ^^^^^ supported +a
      `,
    );
  });

  test('has that of the one joined to it', () => {
    check(
      library,
      `
      On two days snow delayed the Lindqvist tram by 12 and 41 minutes.
                                                     ^^ supported +a
      `,
    );
  });

  test('may be so many out of a hundred', () => {
    check(
      library,
      `
      The Lindqvist tram's score for punctuality rose from 81 to 92.
                                                           ^^ supported +a
                                                                 ^^ supported +a
      `,
    );
  });
});

test('as low as so much is a level reached', () => {
  const library = libraryOf({
    a: 'The Marlo coin fell to 61 cents on Monday. Analysts of the Marlo coin see a recovery to 68 cents at best.',
  });
  check(
    library,
    `
    The Marlo coin fell as low as 16 cents on Monday.
                        ^^^^^^^^^^^^^^^^^^ refuted -a
    `,
  );
});
