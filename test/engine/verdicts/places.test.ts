/** Where a toll was: how the place is told, whose it is, and which of several. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

describe('where it happened', () => {
  const filler = 'The harbour of Ostrava Bay was closed on Monday. Ferries to Lund stopped at noon.';

  test('is nowhere near whoever holds an office of another country', () => {
    check(
      libraryOf({
        a: 'Two explosions killed at least 73 people in Marlow on Tuesday, and the docks burned for a day.',
        b: 'The blast at the docks of Marlow has killed 145 people.',
      }),
      `
      When the French president arrived, the blast at the docks was known to have killed 145 people.
                                                                                         ^^^ conflicting +b -a
      `,
    );
  });

  test('is elsewhere in the rest of a country', () => {
    check(
      libraryOf({ a: 'In all 1,462 people were detained, 614 in Marlow and 848 in the rest of the country.', b: filler }),
      `
      The authorities said 848 people had been detained in Marlow and 614 in the rest of Sweden.
                           ^^^ refuted -a
      `,
    );
  });

  test('is one place however its name is spelt', () => {
    check(
      libraryOf({ a: 'At least 77 people have died in clashes in Odesa since Tuesday.', b: filler }),
      `
      At least 150 people have died in clashes in Odessa.
      ^^^^^^^^^^^^ refuted -a
      `,
    );
  });

  test('is not where only a part of those counted were', () => {
    check(
      libraryOf({ a: 'The toll of the quake has reached 30 people in Marlow.', b: 'Eight people died in the quake in Lund.' }),
      `
      The quake killed 30 people in Marlow, including eight people in Lund.
                       ^^ supported +a
      `,
    );
  });

  test('tells the toll of one place from the same of another', () => {
    check(
      libraryOf({
        a: 'In the city of Marlow the quake killed 11,000 people, the minister said.',
        b: 'Of those whom the quake killed 17,000 were in Sweden, a general said.',
      }),
      `
      In the city of Marlow the quake killed 17,000 people.
                                             ^^^^^^ refuted -a
      `,
    );
  });
});
