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
