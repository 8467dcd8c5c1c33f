/** Counts, hedges, ranges and the words that only look like them. */
import { describe, it } from 'vitest';
import { check } from './check.ts';

describe('numbers', () => {
  it('reads numbers in digits, in words and in both', () => {
    check(`
The fire killed 16 miners and hurt 1,250 more.
                ^^ count 16
                                   ^^^^^ count 1250
Sixteen ships and twenty-one boats sank.
^^^^^^^ count 16
                  ^^^^^^^^^^ count 21
One hundred and fourty-four passed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ count 144
Some three hundred and five nurses walked out.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ count 305 274.5..335.5 about
It drew 1.3 million viewers, 40 thousand callers and one and a half million clicks.
        ^^^^^^^^^^^ count 1300000
                             ^^^^^^^^^^^ count 40000
                                                     ^^^^^^^^^^^^^^^^^^^^^^ count 1500000
Only 2½ pages of the 18+ million were lost.
     ^^ count 2.5
                     ^^^^^^^^^^^ count 18000000 18000000..22500000 more-than
The town of 40 000 people has 1 234 567 trees, 1'234 bins and 1.234.567 leaves.
            ^^^^^^ count 40000
                              ^^^^^^^^^ count 1234567
                                               ^^^^^ count 1234
                                                              ^^^^^^^^^ count 1234567
They counted 1,23,456 ballots, 5 lakh forms and 3 crore stamps.
             ^^^^^^^^ count 123456
                               ^^^^^^ count 500000
                                                ^^^^^^^ count 30000000
A hundred cows, a dozen hens, two dozen goats and half a dozen ducks.
^^^^^^^^^ count 100
                ^^^^^^^ count 12
                              ^^^^^^^^^ count 24
                                                  ^^^^^^^^^^^^ count 6
The 5m visitors, the 10K runners and the 2.5bn stars.
    ^^ count 5000000
                     ^^^ count 10000
                                         ^^^^^ count 2500000000
Its 90m+ tickets hang on a wall of 90m.
    ^^^^ count 90000000 90000000..112500000 more-than
                                   ^^^ measure 90 metre
`);
  });

  it('reads hedges and the intervals they assert', () => {
    check(`
About 1,500 residents and roughly 60 visitors left.
^^^^^^^^^^^ count 1500 1350..1650 about
                          ^^^^^^^^^^ count 60 54..66 about
More than 3,000 homes, over 160 shops and at least 14 schools closed.
^^^^^^^^^^^^^^^ count 3000 3000..3750 more-than
                       ^^^^^^^^ count 160 160..200 more-than
                                          ^^^^^^^^^^^ count 14 14..17.5 more-than
Almost 10,000 seats, nearly 20 rows and just under 60 boxes were sold.
^^^^^^^^^^^^^ count 10000 9000..10000 less-than
                     ^^^^^^^^^ count 20 18..20 less-than
                                        ^^^^^^^^^^^^^ count 60 54..60 less-than
Up to 100 cars, as many as 40 vans and no more than 5 lorries may park.
^^^^^^^^^ count 100 75..100 up-to
                ^^^^^^^^^^^^^ count 40 30..40 up-to
                                       ^^^^^^^^^^^^^^ count 5 3.75..5 up-to
No fewer than 12 clubs, upwards of 300 fans and fewer than 20 stewards came.
^^^^^^^^^^^^^^^^ count 12 12..15 more-than
                        ^^^^^^^^^^^^^^ count 300 300..375 more-than
                                                ^^^^^^^^^^^^^ count 20 18..20 less-than
An estimated £30 billion and some 19 million people.
^^^^^^^^^^^^^^^^^^^^^^^^ money 30000000000 27000000000..33000000000 GBP about
                             ^^^^^^^^^^^^^^^ count 19000000 17100000..20900000 about
It took 20 or so men, 100-plus women and 50-odd years.
        ^^^^^^^^ count 20 18..22 about
                      ^^^^^^^^ count 100 100..125 more-than
                                         ^^^^^^^^^^^^ duration 50 45..55 year about
He wants 20 percent or more, or 30 minutes or less.
         ^^^^^^^^^^^^^^^^^^ share 20 20..25 % more-than
                                ^^^^^^^^^^^^^^^^^^ duration 30 22.5..30 minute up-to
At least some 60 stalls opened.
^^^^^^^^^^^^^^^^ count 60 60..75 more-than
They saw a gain of up to a 30% in sales.
                   ^^^^^^^^^^^ share 30 22.5..30 % up-to
`);
  });

  it('reads words that hedge elsewhere', () => {
    check(`
Some of the 5 men spoke over the weekend about the world.
            ^ count 5
The price went up to 120 yen and sales rose over 2019.
                     ^^^^^^^ money 120 JPY <to>
                                                 ^^^^ year 2019
Over three days of rain it fell, and it lasted for over three days.
     ^^^^^^^^^^ duration 3 day
                                                   ^^^^^^^^^^^^^^^ duration 3 3..3.75 day more-than
`);
  });

  it('reads vague words', () => {
    check(`
Dozens of deaths, scores of arrests and hundreds injured.
^^^^^^ count 24..99 vague
                  ^^^^^^ count 40..99 vague
                                        ^^^^^^^^ count 200..999 vague
Tens of thousands marched and hundreds of millions watched.
^^^^^^^^^^^^^^^^^ count 20000..99999 vague
                              ^^^^^^^^^^^^^^^^^^^^ count 200000000..999999999 vague
Several hundred walls, a few thousand bricks and several dozen gates.
^^^^^^^^^^^^^^^ count 200..999 vague
                       ^^^^^^^^^^^^^^ count 2000..9999 vague
                                                 ^^^^^^^^^^^^^ count 24..99 vague
Firms put in tens of billions of dollars and millions of euros.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ money 20000000000..99999999999 $ vague
                                             ^^^^^^^^^^^^^^^^^ money 2000000..9990000 EUR vague
He scores twice a game, and the billions at its disposal help.
          ^^^^^ count 2 time
The dead are counted in the hundreds, and losses run into the thousands.
                            ^^^^^^^^ count 200..999 vague
                                                              ^^^^^^^^^ count 2000..9999 vague
`);
  });

  it('reads `one`, only where it counts', () => {
    check(`
One person was killed and at least one soldier fell.
^^^ count 1
                          ^^^^^^^^^^^^ count 1 1..1.25 more-than
One of the men said no one came one day, and one another left.
One million bees, one percent of wasps and a one-year ban.
^^^^^^^^^^^ count 1000000
                  ^^^^^^^^^^^ share 1 %
                                             ^^^^^^^^ duration 1 year
`);
  });

  it('reads ranges, with the unit and scale of one end', () => {
    check(`
Between 5 and 10 litres, 58-60 grams and 5–10 nuts.
^^^^^^^^^^^^^^^^^^^^^^^ measure 5..10 litre range
                         ^^^^^^^^^^^ measure 58..60 gram range
                                         ^^^^ count 5..10 range
Shares worth $1.30 to $1.40, $5-6 million or $20m-$30m.
             ^^^^^^^^^^^^^^ money 1.3..1.4 $ range
                             ^^^^^^^^^^^^ money 5000000..6000000 $ range
                                             ^^^^^^^^^ money 20000000..30000000 $ range
It takes 4 to 6 percent, 20% to 22% or 20 to 30 cents.
         ^^^^^^^^^^^^^^ share 4..6 % range
                         ^^^^^^^^^^ share 20..22 % range
                                       ^^^^^^^^^^^^^^ money 0.2..0.3 $ range
They ask 2-3 times more, and about 40 to 50 come.
         ^^^^^^^^^ ratio 2..3 range
                             ^^^^^^^^^^^^^^ count 40..50 range
They hire from 20 to 30 clerks.
               ^^^^^^^^ count 20..30 range
`);
  });

  it('reads the two ends of a change or a stretch of years', () => {
    check(`
The fee rose from 60 yen to 120 yen per litre.
                  ^^^^^^ money 60 JPY <from>
                            ^^^^^^^ money 120 JPY per litre <to>
Profit fell from nearly 40% to only 12%.
                 ^^^^^^^^^^ share 40 36..40 % less-than <from>
                                    ^^^ share 12 % <to>
The rate climbed to 5.2% from 4.9%.
                    ^^^^ share 5.2 % <to>
                              ^^^^ share 4.9 % <from>
She led from 1991 to 2019 and from 2023 through 2025.
             ^^^^ year 1991 <from>
                     ^^^^ year 2019 <to>
                                   ^^^^ year 2023 <from>
                                                ^^^^ year 2025 <to>
It cut the fee to 58-60.
                  ^^^^^ count 58..60 range <to>
`);
  });

  it('reads scores', () => {
    check(`
They won 3-1, and the vote was 52-48.
         ^^^ other 1..3 score
                               ^^^^^ other 48..52 score
The Bears beat the Jets 24-17 on 3 May.
                        ^^^^^ other 17..24 score
                                 ^^^^^ date ?-5-3 day
They lost 1-3 but won 5-10 seats.
          ^^^ other 1..3 score
                      ^^^^ count 5..10 range
`);
  });

  it('reads ordinals, not the idioms', () => {
    check(`
The second phase, the 27th time, its first branch and the world's ninth biggest.
    ^^^^^^ ordinal 2
                      ^^^^ ordinal 27
                                     ^^^^^ ordinal 1
                                                                  ^^^^^ ordinal 9
At first, first of all, the first lady first left for the first time.
By area the country ranks ninth in the world; she finished third and he placed second.
                          ^^^^^ ordinal 9
                                                           ^^^^^ ordinal 3
                                                                               ^^^^^^ ordinal 2
She had to be content with fourth place, and in the first place she was late.
                           ^^^^^^ ordinal 4
The 20th Party Congress met.
The Second World War, Fifth Avenue and the first three months.
                                                 ^^^^^^^^^^^^ duration 3 month
`);
  });

  it('reads list numbers are none', () => {
    check(`
1. Buy bread.
2) Sell milk.
(3) Wait.
`);
  });

  it('takes a range as it stands, whatever hedges it', () => {
    check(`
It takes at least three to four days.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ duration 3..4 day range
`);
  });

  it('reads what a name has, and a hyphen joins to a noun', () => {
    check(`
On Monday Lund's 225-member council met.
                 ^^^ count 225
`);
  });

  it('reads counts beside product names', () => {
    check(`
It took 12 737 MAX 9 jets and seven MAX 9 deliveries.
        ^^ count 12
                              ^^^^^ count 7
In the US 26 people died, and in Paris 20 were hurt.
          ^^ count 26
                                       ^^ count 20
They release 20 hostages and issue 200 visas.
             ^^ count 20
                                   ^^^ count 200
`);
  });
});
