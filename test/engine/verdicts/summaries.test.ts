/** Short accounts of one article in other words: what its only source tells is found by less, and what is other is still told apart. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

describe('the same figure of the only source is meant', () => {
  test('whatever noun counts it, where it is telling', () => {
    const library = libraryOf({ a: 'The spring fair will have a maximum of 340 stall entries, first come, first served.' });
    check(
      library,
      `
      No more than 340 pitches exist.
      ^^^^^^^^^^^^^^^^ supported +a
      `,
    );
    check(
      libraryOf({
        a: 'The spring fair will have a maximum of 340 stall entries, first come, first served.',
        b: 'The ferry to Marlow sails at nine.',
      }),
      `
      No more than 340 pitches exist.
      ^^^^^^^^^^^^^^^^ unsourced
      `,
    );
  });

  test('of what a noun measures or sorts', () => {
    const cellar =
      'Options at the old inn include the premium menu (featuring 7 kinds of cheese and dozens of breads; 15 crowns per person).';
    check(
      libraryOf({ a: cellar, b: 'The ferry to Marlow sails at nine.' }),
      `
      The inn offers 7 cheeses.
                     ^ supported +a
      `,
    );
  });
});

describe('a time', () => {
  const library = libraryOf({
    a: 'The clerk Ola Brandt, who stole from the harbour fund over some nine years, was sentenced to a year in prison.',
  });

  test('in prison is one, in whatever unit', () => {
    check(
      library,
      `
      Ola Brandt, who stole from the harbour fund, goes to jail for twelve months.
                                                                    ^^^^^^^^^^^^^ supported +a
      `,
    );
  });

  test('that something is from another is no time that it took', () => {
    check(
      libraryOf({ a: 'Home sales in Tarvik fell to a six-month low in June.' }),
      `
      Home sales in Tarvik were 4% above those of twelve months earlier.
                                                  ^^^^^^^^^^^^^ unsourced
      `,
    );
  });

  test('that something ran from is no figure from before a change', () => {
    check(
      libraryOf({
        a: 'The Marlow steakhouse was shut for repairs from February 5, 2023 through April 27, 2023. Sales at the Marlow steakhouse for the closure through April 1, 2023 were $714,000.',
      }),
      `
      The Marlow steakhouse, closed from February 5, had sales of $714,000.
                                         ^^^^^^^^^^ supported +a
      `,
    );
  });
});

test('a scale may be joined to its number', () => {
  const library = libraryOf({ a: 'A magnitude-6.4 earthquake struck near Tarvik on Friday night.' });
  check(
    library,
    `
    The tremor near Tarvik had a magnitude of 6.4.
                                              ^^^ supported +a
    `,
  );
  check(
    library,
    `
    The tremor near Tarvik had a magnitude of 5.9.
                                              ^^^ refuted -a
    `,
  );
});

test('a sum that says a change once more is that change', () => {
  const library = libraryOf({ a: 'Second quarter interest income at Norvex Bank increased by $426,000 or 2%.' });
  check(
    library,
    `
    Interest income at Norvex Bank beat last year's by 2%, or $246,000.
                                                              ^^^^^^^^ refuted -a
    `,
  );
});

test('what a period before had yielded is from before the change', () => {
  const library = libraryOf({
    a: 'Gross profit for the third quarter increased to $7.7 million from $6.2 million in the second quarter, while sales were flat.',
  });
  check(
    library,
    `
    Gross profit came to $7.7 million, where the second quarter had yielded $5.2 million.
                                                                            ^^^^^^^^^^^^ refuted -a
    `,
  );
});

describe('a difference is none where', () => {
  test('one measures revenue and the other profit', () => {
    check(
      libraryOf({ a: 'For the full year Norvex said that its net earnings increased 10% to $1.02 billion.' }),
      `
      For the full year turnover at Norvex increased 8% to $11.9 billion.
                                                     ^^ unsourced
      `,
    );
  });

  test('a hyphen makes an adjective of one of two counts of things', () => {
    check(
      libraryOf({ a: 'A 3-pointer by Brandt cut the lead of the Tarvik Gulls, who tried many shots in the fourth period.' }),
      `
      The Tarvik Gulls sank a mere six in the fourth period.
                                   ^^^ unsourced
      `,
    );
  });

  test('two small counts have the same digits in another order, and hardly share a word', () => {
    check(
      libraryOf({
        a: 'Brandt scored 12 of his 23 points late, and so in the end it was one and the Gulls came back to win by four in the cold of a Sunday night at home.',
      }),
      `
      The Gulls sank few of their 21 shots.
                                  ^^ unsourced
      `,
    );
  });

  test('a figure that fits any smaller one keeps no other from it', () => {
    check(
      libraryOf({
        a: 'Revenue per seat-mile, a key measure for airlines, rose 2.8 percent in the second quarter, the company said. Norvex trimmed its forecast for the growth of seat-miles to as much as 5 percent.',
      }),
      `
      Revenue per seat-mile, the measure that airlines watch, was up 3.8% in the second quarter.
                                                                     ^^^^ refuted -a
      `,
    );
  });
});

test('what is too wide to support anything is no opinion beside the only source’s own other figure', () => {
  check(
    libraryOf({
      a: 'The maker sells small and middle-sized firms (10-2,000 staff) one program. Norvex now has some 3,000 shops in Tarvik as customers.',
    }),
    `
    Some 2,000 small and middle-sized firms in Tarvik are customers of Norvex.
    ^^^^^^^^^^ refuted -a
    `,
  );
});

test('growth that is put at so much is a change of so much', () => {
  check(
    libraryOf({ a: 'The full year is expected to bring organic revenue growth of approximately 5% to 6%, Norvex said.' }),
    `
    Organic revenue growth for the full year is put at 5% to 8%.
                                                       ^^^^^^^^ refuted -a
    `,
  );
});

test('a hedge behind a word of place is the hedge', () => {
  check(
    libraryOf({ a: 'The blaze on the Tarvik moor burned about 153,000 acres.' }),
    `
    The blaze on the Tarvik moor swept over about 135,000 acres.
                                       ^^^^^^^^^^^^^^^^^^^ refuted -a
    `,
  );
});
