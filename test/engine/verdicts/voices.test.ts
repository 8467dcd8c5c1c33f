/** Who says a thing, and what says too little to count: one speaker by office and by name, and a figure that has room for anything. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

const filler = 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.';

describe('one speaker', () => {
  test('is called by office here and by name there', () => {
    check(
      libraryOf({ a: 'In Marlow the fire took 38 looted shops and 11 police stations, Mr Okoro said.', b: filler }),
      `
      In Marlow the fire took 11 looted shops and 38 police stations, the president said.
                              ^^ refuted -a
                                                  ^^ refuted -a
      `,
    );
  });

  test('is called by the first letters of a name', () => {
    check(
      libraryOf({ a: 'By 21 May the rights office of Marlow had filed 442 criminal complaints for victims, OHL said.', b: filler }),
      `
      By 21 May the rights office of Marlow had filed 244 criminal complaints for victims, Open House Lund said.
                                                      ^^^ refuted -a
      `,
    );
  });
});

describe('a figure that has room for anything', () => {
  test('is no second opinion beside one that plainly differs', () => {
    check(
      libraryOf({
        a: 'Over 6,000 people were arrested in Marlow during the three nights of protests, the authorities said.',
        b: 'In Marlow the protests went on. Thousands have been detained there since the vote.',
      }),
      `
      Over 9,000 people were arrested in Marlow during the first three nights of protests.
      ^^^^^^^^^^ refuted -a +b
      `,
    );
  });

  test('says less than the figure itself, in whatever words its source has that', () => {
    check(
      libraryOf({
        a: 'By the reckoning of the Red Cross of Marlow dozens remain missing after the attack. Days later its figures show that 59 people are registered as missing.',
        b: 'The Red Cross of Marlow had 49 people missing after the attack.',
      }),
      `
      According to the Red Cross of Marlow 59 people remain missing after the attack.
                                           ^^ conflicting +a -b
      `,
    );
  });
});
