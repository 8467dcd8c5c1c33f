/** Forms of figures that stories of other kinds bring: markets, courts, kitchens, laboratories, the weather, the bookmaker's. */
import { describe, it } from 'vitest';
import { check } from './check.ts';

describe('forms', () => {
  it('reads the two ends of a change, with the unit and scale word of one of them', () => {
    check(`
Wages rose from 9 to 11 euros an hour, and the fund grew from 5 to 6 million pounds.
                ^ money 9 EUR per hour <from>
                     ^^^^^^^^ money 11 EUR per hour <to>
                                                              ^ money 5000000 GBP <from>
                                                                   ^^^^^^^^^^^^^^^^ money 6000000 GBP <to>
Yields slipped from 4 to 3.5 percent and sales went from 900 to 5 million.
                    ^ share 4 % <from>
                         ^^^^^^^^^^^ share 3.5 % <to>
                                                         ^^^ count 900 <from>
                                                                ^^^^^^^^^ count 5000000 <to>
The port took from 30 to 40 ships, from 12 to 9 ferries and between 2 and 3 tugs.
                   ^^^^^^^^ count 30..40 range
                                        ^^ count 12 <from>
                                              ^ count 9 <to>
                                                            ^^^^^^^^^^^^^^^ count 2..3 range
Oil gained $1.20 to $82.30 a barrel and tin lost 40 to 21,300, yet rents rose 3% to 4%.
           ^^^^^ money 1.2 $
                    ^^^^^^ money 82.3 $ per barrel <to>
                                                 ^^ count 40
                                                       ^^^^^^ count 21300 <to>
                                                                              ^^^^^^^^ share 3..4 % range
The bill climbs by $66 to $4,021, and fees climb by $3 to $5.
                   ^^^ money 66 $
                          ^^^^^^ money 4021 $ <to>
                                                    ^^^^^^^^ money 3..5 $ range
`);
  });

  it('reads parts of a point and of a percent', () => {
    check(`
It added a half-point rise to the quarter-point cut, and a half-point lead in chess.
           ^^^^^^^^^^ points 0.5 percentage point
                                  ^^^^^^^^^^^^^ points 0.25 percentage point
Tax rose by 0.25 of a percentage point, by half of one percent and by 3 pp.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ points 0.25 percentage point
                                           ^^^^^^^^^^^^^^^^^^^ share 0.5 %
                                                                      ^^^^ points 3 percentage point
`);
  });

  it('reads losses by sign and bracket', () => {
    check(`
A net loss of $(1.2) million, cash of €(45)m, EPS of $(0.14) and a result of $-1.5bn.
              ^^^^^^^^^^^^^^ money -1200000 $
                                      ^^^^^^ money -45000000 EUR
                                                     ^^^^^^^ money -0.14 $
                                                                             ^^^^^^^ money -1500000000 $
It ended at –$12m, with margins of –4 % or −2.1%, in 1990–95 and from 3 –1 on.
            ^^^^^ money -12000000 $
                                   ^^^^ share -4 %
                                           ^^^^^ share -2.1 %
                                                     ^^^^^^^ year 1990..1995 range
                                                                      ^ count 3
                                                                         ^ count 1
It was minus 12 in Oslo, and five minus two is three.
       ^^^^^^^^ count -12
                             ^^^^ count 5
                                        ^^^ count 2
                                               ^^^^^ count 3
`);
  });

  it('reads odds', () => {
    check(`
The 100-1 outsider beat the 7/2 favourite at odds of 20 to 1.
    ^^^^^ other 1..100 odds
                            ^^^ other 2..7 odds
                                                     ^^^^^^^ other 1..20 odds
It offers 24/7 care, 9/11 memories and 3-in-1 pills to 5 to 6 people.
                                                       ^^^^^^ count 5..6 range
`);
  });

  it('reads decades and centuries in words', () => {
    check(`
In the nineties, the late eighties and the roaring twenties, men in their thirties left.
       ^^^^^^^^ year 1990..1999 range
                     ^^^^^^^^^^^^^ year 1986..1989 range
                                                                          ^^^^^^^^ age 30..39 year range
The late 19th century, the mid-20th century, the 3rd century BC and his third century at bat.
    ^^^^^^^^^^^^^^^^^ year 1865..1900 range
                           ^^^^^^^^^^^^^^^^ year 1930..1970 range
                                                                        ^^^^^ ordinal 3
Highs in the 80s, lows in the mid-50s, but the prices of the 80s.
             ^^^ measure 80..89 degree range
                              ^^^^^^^ measure 53..57 degree range
                                                             ^^^ year 1980..1989 range
`);
  });

  it('reads months and days side by side', () => {
    check(`
From January to March 2021, Jan-Mar 2019, between May and July 2020 and on 3/4 May.
     ^^^^^^^^^^^^^^^^^^^^^ date 2021-1-?..2021-3-? month range
                            ^^^^^^^^^^^^ date 2019-1-?..2019-3-? month range
                                                  ^^^^^^^^^^^^^^^^^ date 2020-5-?..2020-7-? month range
                                                                           ^^^^^^^ date ?-5-3..?-5-4 day range
`);
  });

  it('reads areas, and what is per area', () => {
    check(`
A flat of 120 m2 at 5,200 euros per square metre, £400 per sq ft or $1,850 pcm.
          ^^^^^^ measure 120 square metre
                    ^^^^^^^^^^^ money 5200 EUR per square metre
                                                  ^^^^ money 400 GBP per square foot
                                                                    ^^^^^^ money 1850 $ per month
They pay $250/mo, 20 cents a kilowatt-hour, 5% p.a. and see 45 births per thousand people.
         ^^^^ money 250 $ per month
                  ^^^^^^^^ money 0.2 $ per kilowatt hour
                                            ^^ share 5 % per year
                                                            ^^ count 45 per 1000
`);
  });

  it('reads powers of ten, but no footnotes', () => {
    check(`
Some 10⁶ cells, 6.02 × 10^23 atoms, 10^-3 grams and 26² of us.
^^^^^^^^ count 1000000 900000..1100000 about
                ^^^^^^^^^^^^ count 6.02e+23
                                    ^^^^^^^^^^^ measure 0.001 gram
                                                    ^^ count 26
`);
  });

  it('reads durations and lengths in parts', () => {
    check(`
She ran 9.58s, then for 1h 45m, then 3hrs 20mins, and rose at 9h or 0930 hrs.
        ^^^^^ duration 9.58 second
                        ^^^^^^ duration 1.75 hour
                                     ^^^^^^^^^^^ duration 3.3333333333333335 hour
He is 5 ft 11 in tall, she 5ft 6in, and 5 ft in width.
      ^^^^^^^^^^ measure 5.916666666666667 foot
                           ^^^^^^^ measure 5.5 foot
                                        ^^^^ measure 5 foot
He got 10 to 15 years, 18 months' probation, or 2 years, six months.
       ^^^^^^^^^^^^^^ duration 10..15 year range
                       ^^^^^^^^^ duration 18 month
                                                ^^^^^^^^^^^^^^^^^^^ duration 2.5 year
`);
  });

  it('reads mixed numbers', () => {
    check(`
Two and three-quarter hours, 2 and a quarter million, ½ mile, 1/2 tsp and 1/2 of it.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ duration 2.75 hour
                             ^^^^^^^^^^^^^^^^^^^^^^^ count 2250000
                                                      ^^^^^^ measure 0.5 mile
                                                              ^^^^^^^ measure 0.5 teaspoon
                                                                          ^^^ share 0.5
Two and a third man came.
^^^ count 2
          ^^^^^ ordinal 3
`);
  });

  it('reads thousands with a point', () => {
    check(`
They ask 12.500 euros, €1.500, $2.500 million, 1.500 euros a litre and 1.859 euros.
         ^^^^^^^^^^^^ money 12500 EUR
                       ^^^^^^ money 1500 EUR
                               ^^^^^^^^^^^^^^ money 2500000 $
                                               ^^^^^^^^^^^ money 1.5 EUR per litre
                                                                       ^^^^^^^^^^^ money 1.859 EUR
The hall holds 20.000 people, and she scored 10.000 there.
               ^^^^^^ count 20000
                                             ^^^^^^ count 10
`);
  });

  it('reads minor units, and signs behind the number', () => {
    check(`
Pay 10 euro cents, 20 öre, 12 zł, 100 Kč, £5 m, 4 m euros, RMB 5bn and 50 eurocents.
    ^^^^^^^^^^^^^ money 0.1 EUR
                   ^^^^^^ money 0.2 krona
                           ^^^^^ money 12 PLN
                                  ^^^^^^ money 100 CZK
                                          ^^^^ money 5000000 GBP
                                                ^^^^^^^^^ money 4000000 EUR
                                                           ^^^^^^^ money 5000000000 CNY
                                                                       ^^^^^^^^^^^^ money 0.5 EUR
`);
  });

  it('reads letters that are units by themselves', () => {
    check(`
Take 250 g of flour, 5 m of rope, 2 l of milk, 300 micrograms and 3 pints.
     ^^^^^ measure 250 gram
                     ^^^ measure 5 metre
                                  ^^^ measure 2 litre
                                               ^^^^^^^^^^^^^^ measure 300 microgram
                                                                  ^^^^^^^ measure 3 pint
A 6.1-magnitude quake, one of 5.5 magnitude and air at 410 ppm.
  ^^^^^^^^^^^^^ measure 6.1 magnitude
                              ^^^^^^^^^^^^^ measure 5.5 magnitude
                                                       ^^^^^^^ measure 410 part per million
`);
  });

  it('reads multiples', () => {
    check(`
It grew 2.5 times, and he came two times.
        ^^^^^^^^^ ratio 2.5
                               ^^^ count 2
`);
  });

  it('reads ranges of small numbers in words', () => {
    check(`
Between one and two million bees, one to two weeks, two or three men, but 5 or 10 cats.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ count 1000000..2000000 range
                                  ^^^^^^^^^^^^^^^^ duration 1..2 week range
                                                    ^^^^^^^^^^^^ count 2..3 range
                                                                          ^ count 5
                                                                               ^^ count 10
Between a third and a half of them, and 16- and 17-year-olds, came.
^^^^^^^^^^^^^^^^^^^^^^^^^^ share 0.333333333333..0.5 range
                                        ^^^^^^^^^^^^^^^^^^^^ age 16..17 year range
`);
  });

  it('reads one of several by name', () => {
    check(`
Three pupils in ten, one woman in five and six of every ten agreed, two men in three cars fled.
^^^^^^^^^^^^^^^^^^^ share 0.3
                     ^^^^^^^^^^^^^^^^^ share 0.2
                                           ^^^^^^^^^^^^^^^^ share 0.6
                                                                    ^^^ count 2
                                                                               ^^^^^ count 3
`);
  });

  it('reads ages by the decade, and groups that are named for one', () => {
    check(`
They were in their mid-20s to late 60s; the over-65s, under-18s and 20-somethings were not.
                   ^^^^^^^ age 23..27 year range
                              ^^^^^^^^ age 66..69 year range
`);
  });

  it('reads quarters of a short year', () => {
    check(`
In Q2'23 sales rose, as they did in Q3 '22 and 4Q21.
   ^^^^^ date 2023-4-?..2023-6-? quarter
                                    ^^^^^^ date 2022-7-?..2022-9-? quarter
                                               ^^^^ date 2021-10-?..2021-12-? quarter
`);
  });

  it('reads dates and numbers that nobody can read for sure', () => {
    check(`
He met him on 5/6/1948 in a 3-for-1 split of a 7-Eleven.
A 911 call came, and they told him to dial 999, yet 112 men stood there.
                                                    ^^^ count 112
Some 3-5 in. of snow fell by 5 in the morning.
^^^^^^^^^^^^ measure 3..5 inch range
                             ^ count 5
`);
  });

  it('reads signs before bare numbers, and letters before sums', () => {
    check(`
A wind chill of -15 to -20, from -5 to -10, between -5 and -3, but 5 -3.
                ^^^ count -15
                       ^^^ count -20
                                 ^^ count -5 <from>
                                       ^^^ count -10 <to>
                                            ^^^^^^^^^^^^^^^^^ count -5..-3 range
                                                                   ^ count 5
                                                                      ^ count 3
They paid CFA 500 million, KSh 300 and Tk 20 for the 1,500 m final.
          ^^^^^^^^^^^^^^^ money 500000000 franc
                           ^^^^^^^ money 300 KES
                                       ^^^^^ money 20 BDT
                                                     ^^^^^^^ measure 1500 metre
`);
  });

  it('reads rates per thousand and odds beside time', () => {
    check(`
A 10-year loan at odds of 9-4, and 12 cases per million people.
  ^^^^^^^ duration 10 year
                          ^^^ other 4..9 odds
                                   ^^ count 12 per 1000000
`);
  });

  it('reads items that are labelled', () => {
    check(`
In a phase 2 trial of stage 4 cancer 2 nurses left.
                                     ^ count 2
`);
  });

  it('reads a figure as its neighbours tell it', () => {
    check(`
The price went from 505 to 700 CFA francs a litre.
                    ^^^ money 505 franc per litre <from>
                           ^^^^^^^ money 700 franc per litre <to>
By the end of January 12 people had left.
                      ^^ count 12
Metekhi Bank pays 10.2 percent, Liakhvi Bank 10.8.
                  ^^^^^^^^^^^^ share 10.2 %
                                             ^^^^ count 10.8
The fare is 3.50 bolivianos or 60 meticais.
            ^^^^^^^^^^^^^^^ money 3.5 BOB
                               ^^^^^^^^^^^ money 60 MZN
`);
  });
});
