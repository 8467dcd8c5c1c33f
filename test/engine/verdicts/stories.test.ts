/** Verdicts on stories of many kinds: each figure answers to the passages that speak of the same thing, and to no others. */
import { describe, test } from 'vitest';
import { check, libraryOf } from '../check.ts';

describe('an earthquake', () => {
  const library = libraryOf({
    agency: {
      date: '2023-03-04',
      text:
        'A magnitude 6.8 earthquake struck the coast of Belmora on Friday. The health ministry said 41 people had been killed and ' +
        '230 injured. About 12,000 residents of the port of Sanuco spent the night outdoors. Rescuers pulled 17 survivors from a ' +
        'collapsed hotel in Sanuco.',
    },
    daily: {
      date: '2023-03-06',
      text:
        'The death toll of the Belmora earthquake rose to 63 on Sunday, and more than 300 people were injured. ' +
        'The quake, of magnitude 6.8, destroyed 1,450 homes in Sanuco. Among the dead were nine children.',
    },
  });

  test('a toll that grew', () => {
    check(
      library,
      `
      The Belmora earthquake killed 41 people, the health ministry said.
                                    ^^ conflicting +agency -daily:later
      `,
    );
  });

  test('the last toll agrees with the last report', () => {
    check(
      library,
      `
      The death toll in Belmora has risen to 63.
                                             ^^ conflicting +daily -agency:earlier
      `,
    );
  });

  test('a figure that no source gives', () => {
    check(
      library,
      `
      The earthquake destroyed 2,300 homes in Sanuco.
                               ^^^^^ refuted -daily
      `,
    );
  });

  test('other things counted stay apart', () => {
    check(
      library,
      `
      Some 500 volunteers brought blankets to Sanuco.
      ^^^^^^^^ unsourced
      `,
    );
  });

  test('a part is not its whole', () => {
    check(
      library,
      `
      Nine children died in the Belmora earthquake.
      ^^^^ supported +daily
      `,
    );
  });
});

describe('company results', () => {
  const library = libraryOf({
    release:
      'Norvane Foods today reported revenue of $412.6 million for the second quarter of 2021, up 7% from a year earlier. ' +
      'Net income was $38.1 million, or $0.92 per diluted share, compared with $29.4 million, or $0.71 per diluted share. ' +
      'The board raised the quarterly dividend from 12 cents to 15 cents per share. For the full year the company expects ' +
      'earnings per share of $3.40 to $3.55. It plans to open 25 stores by the end of 2022.',
  });

  test('figures of one sentence each answer to their own', () => {
    check(
      library,
      `
      Norvane Foods earned $38.1 million, or $0.92 a share, in the second quarter.
                           ^^^^^^^^^^^^^ supported +release
                                             ^^^^^ supported +release
      `,
    );
  });

  test('a changed figure is refuted', () => {
    check(
      library,
      `
      Norvane reported net income of $39.1 million, or $0.95 per diluted share.
                                     ^^^^^^^^^^^^^ refuted -release
                                                       ^^^^^ refuted -release
      `,
    );
  });

  test('both ends of a change', () => {
    check(
      library,
      `
      The dividend was raised from 12 cents to 18 cents a share.
                                   ^^^^^^^^ supported
                                               ^^^^^^^^ refuted
      `,
    );
  });

  test('a range', () => {
    check(
      library,
      `
      It expects full-year earnings per share of $3.40 to $3.55.
                                                 ^^^^^^^^^^^^^^ supported
      `,
    );
  });

  test('a range with another end', () => {
    check(
      library,
      `
      The company expects full-year earnings per share of $3.40 to $3.75.
                                                          ^^^^^^^^^^^^^^ refuted
      `,
    );
  });

  test('rounding is a writer’s right, sharpening is not', () => {
    check(
      library,
      `
      Revenue of Norvane Foods was about $410 million in the second quarter of 2021.
                                   ^^^^^^^^^^^^^^^^^^ supported
      `,
    );
  });

  test('a year', () => {
    check(
      library,
      `
      Norvane plans to open 25 stores by the end of 2024.
                            ^^ supported
                                                    ^^^^ refuted
      `,
    );
  });
});

describe('a court case', () => {
  const library = libraryOf({
    court:
      'Marta Osei, 44, a former treasurer of the Lindholm Foundation, was sentenced to six years in prison on Tuesday. A jury in Harrow ' +
      'convicted her in 2019 of stealing £2.3 million from the charity over eight years. Her husband, Paul Osei, 51, was acquitted.',
  });

  test('ages belong to people', () => {
    check(
      library,
      `
      Marta Osei, 46, and her husband Paul Osei, 51, stood in the dock.
                  ^^ refuted -court
                                                 ^^ supported +court
      `,
    );
  });

  test('sums and terms', () => {
    check(
      library,
      `
      Osei stole £2.3 million from the foundation and was sentenced to six years in prison.
                 ^^^^^^^^^^^^ supported
                                                                       ^^^^^^^^^ supported
      `,
    );
  });

  test('a wrong year of conviction', () => {
    check(
      library,
      `
      A Harrow jury convicted Marta Osei in 2017 of stealing from the charity.
                                            ^^^^ refuted
      `,
    );
  });
});

describe('an election', () => {
  const library = libraryOf({
    radio:
      'The Green Alliance won 38.4 percent of the vote in Tarland on Sunday, the electoral commission said. Turnout was 71 percent. ' +
      'The Conservatives took 29 percent and lost 14 of their 52 seats.',
    herald: 'With 38 percent of the vote the Green Alliance leads in Tarland, according to the electoral commission.',
  });

  test('shares by party', () => {
    check(
      library,
      `
      The Green Alliance won 38.4 percent of the vote in Tarland.
                             ^^^^^^^^^^^^ supported +radio
      `,
    );
  });

  test('a share of something else', () => {
    check(
      library,
      `
      Only 12 percent of farms in Tarland have broadband.
           ^^^^^^^^^^ unsourced
      `,
    );
  });

  test('a wrong turnout', () => {
    check(
      library,
      `
      Turnout in Tarland on Sunday was 64 percent.
                                       ^^^^^^^^^^ refuted -radio
      `,
    );
  });
});

test('a figure that some source states is not refuted by what is hardly about the same thing', () => {
  const library = libraryOf({
    courier: 'In Brenholm 47 houses lost their roofs in the gale. The mayor of Brenholm, Asta Lunde, spoke of luck.',
    herald:
      'Asta Lunde, the mayor of Brenholm, counted 61 fallen trees in the parks, and the schools stayed shut for a day after the gale.',
  });
  check(
    library,
    `
    The gale in Brenholm brought down 61 trees.
                                      ^^ supported +herald
    `,
  );
});

test('what one prison counts is not contradicted by the toll of the whole town', () => {
  const library = libraryOf({
    gazette: 'Police have made 118 arrests. Lidia Ferro, the mayor of Ortano, closed the bridges, said Bruno Galli of the police.',
    ward: 'Lidia Ferro, the mayor of Ortano, and Bruno Galli disagree. At Salvia prison, 42 detainees share a cell.',
  });
  check(
    library,
    `
    At Salvia prison 42 detainees shared a cell.
                     ^^ supported +ward
    `,
  );
});

describe('a figure that a source of the story states in other words', () => {
  const library = libraryOf({
    a: 'Brandt tried for about 25 minutes to get back into the cabin of the Ferrand. Sixteen schoolgirls of Tolberg were aboard.',
    b: 'The Ferrand of captain Brandt sank off Tolberg. Brandt blames the crew.',
  });

  test('is supported where nothing else speaks of it', () => {
    check(
      library,
      `
      For some 25 minutes Brandt was shut out by the lock of the Ferrand.
          ^^^^^^^^^^^^^^^ supported +a
      `,
    );
  });
});

test('a name that a source of the story leaves out does not part two claims in the same words', () => {
  check(
    libraryOf({
      a: 'The ferry Ferrand carried sixteen teenagers of a school in Tolberg with two of their teachers.',
      b: 'The ferry Ferrand sank off Tolberg on Monday. Captain Brandt is missing.',
    }),
    `
    Radio Marlow says that the ferry carried eighteen teenagers of a school with two of their teachers.
                                             ^^^^^^^^ refuted -a
    `,
  );
});

test('words of one meaning are one, whatever their ending', () => {
  check(
    libraryOf({ a: 'Some 30 cars and 5 heavy trucks were crossing the bridge of Marlow.', b: 'The bridge of Marlow is 40 metres high.' }),
    `
    Five lorries were crossing the viaduct of Marlow.
    ^^^^ supported +a
    `,
  );
});

test('whoever tells the toll of a day does not differ with the toll of all days', () => {
  check(
    libraryOf({
      day: {
        text: 'On 30 October at least three people were shot dead in Marlow when the crowd of Brandt stormed the council.',
        date: '2014-10-31',
      },
      all: {
        text: 'Troops killed at least 24 people in the uprising that toppled Brandt, says the league of lawyers in Marlow. The council met on Monday.',
        date: '2014-11-26',
      },
    }),
    `
    In Marlow at least three were shot dead on 30 October 2014 as the crowd stormed the council.
              ^^^^^^^^^^^^^^ supported +day
    `,
  );
});
