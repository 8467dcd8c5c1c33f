/** Figures of a summary that its only source has, but of something else than the summary tells with them. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

const ELSEWHERE = 'The ferry to Marlow sails at nine.';

describe('a figure that stands where nothing else of its sentence does', () => {
  const phones =
    'The Tarvik Two has a chip at 1.2 GHz and a screen of 326 pixels per inch. The maker has not said more. It is sold in Marlow only. ' +
    'The Tarvik One has a chip at 1.4 GHz, and its display shows no more than 256 pixels per inch.';

  test('is not meant, where the rest leads to another', () => {
    check(
      libraryOf({ a: phones }),
      `
      The display of the Tarvik One shows 326 pixels per inch, and its chip runs at 1.4 GHz.
                                          ^^^ refuted -a
                                                                                    ^^^^^^^ supported +a
      `,
    );
  });

  test('is meant, where the rest leads there', () => {
    check(
      libraryOf({ a: phones }),
      `
      The display of the Tarvik Two shows 326 pixels per inch, and its chip runs at 1.2 GHz.
                                          ^^^ supported +a
      `,
    );
  });

  test('may be another source’s in a library of several', () => {
    check(
      libraryOf({ a: phones, b: ELSEWHERE }),
      `
      The display of the Tarvik One shows 326 pixels per inch, and its chip runs at 1.4 GHz.
                                          ^^^ supported +a
      `,
    );
  });
});

test('a count of one thing is none of another that the source counts beside the rest', () => {
  check(
    libraryOf({
      a: 'With a gift of $100 you pay for 455 warm meals at the school. Whoever gives $75 a month pays for the heart tests of 120 women, who would else die young.',
    }),
    `
    Friends who give $75 a month pay for the heart tests of 455 women.
                                                            ^^^ refuted -a
    `,
  );
});
