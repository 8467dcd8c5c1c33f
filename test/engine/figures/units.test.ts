/** Money, rates, ages, durations and measures. */
import { describe, it } from 'vitest';
import { check } from './check.ts';

describe('units', () => {
  it('reads currencies by sign, code and name', () => {
    check(`
It cost $1,234.50, US$5, A$3, £15 million, €1.2 bn and ¥500.
        ^^^^^^^^^ money 1234.5 $
                   ^^^^ money 5 USD
                         ^^^ money 3 AUD
                              ^^^^^^^^^^^ money 15000000 GBP
                                           ^^^^^^^ money 1200000000 EUR
                                                       ^^^^ money 500 JPY
From US\\$.14 to \\$.28, and then 21 cents.
     ^^^^^^^^^^^^^^^^ money 0.14..0.28 USD range
                                ^^^^^^^^ money 0.21 $
He paid 60 tenge, 50p, 5 euros, 3 rubles and 500€.
        ^^^^^^^^ money 60 KZT
                  ^^^ money 0.5 GBP
                       ^^^^^^^ money 5 EUR
                                ^^^^^^^^ money 3 RUB
                                             ^^^^ money 500 EUR
They gave USD 5m, EUR5bn, Rs 500, 5 CHF and ₹5 crore.
          ^^^^^^ money 5000000 USD
                  ^^^^^^ money 5000000000 EUR
                          ^^^^^^ money 500 rupee
                                  ^^^^^ money 5 CHF
                                            ^^^^^^^^ money 50000000 INR
A lamp is $US129 and a kiln $A3.5m.
          ^^^^^^ money 129 USD
                            ^^^^^^ money 3500000 AUD
They owe 5 Swiss francs, 100 Australian dollars, 5 million Mexican pesos and 3 kroner.
         ^^^^^^^^^^^^^^ money 5 CHF
                         ^^^^^^^^^^^^^^^^^^^^^^ money 100 AUD
                                                 ^^^^^^^^^^^^^^^^^^^^^^^ money 5000000 MXN
                                                                             ^^^^^^^^ money 3 krone
It is half a euro, 10 U.S. cents or 99p.
      ^^^^^^^^^^^ money 0.5 EUR
                   ^^^^^^^^^^^^^ money 0.1 USD
                                    ^^^ money 0.99 GBP
Owning 15 million pounds (Sterling) of land, he was paid 20 pounds.
       ^^^^^^^^^^^^^^^^^ money 15000000 GBP
                                                         ^^^^^^^^^ money 20 GBP
The sack weighs 20 pounds.
                ^^^^^^^^^ measure 20 pound
A multibillion-dollar plan, half-billion dollars and a million dollars.
                            ^^^^^^^^^^^^^^^^^^^^ money 500000000 $
                                                     ^^^^^^^^^^^^^^^^^ money 1000000 $
They sold 3 real houses, won 5 games and lost 2.
          ^ count 3
                             ^ count 5
                                              ^ count 2
`);
  });

  it('reads what a figure is per', () => {
    check(`
It earns $570 a month, $3/litre, £5-a-month and $1.07 per diluted share.
         ^^^^ money 570 $ per month
                       ^^ money 3 $ per litre
                                 ^^ money 5 GBP per month
                                                ^^^^^ money 1.07 $ per share
It pumps 1.1 million barrels a day, or 2 million barrels of crude per year.
         ^^^^^^^^^^^^^^^^^^^ measure 1100000 barrel per day
                                       ^^^^^^^^^^^^^^^^^ measure 2000000 barrel per year
They saw 12 cases per 100,000 people and 300 people a day after the storm.
         ^^ count 12 per 100000
                                         ^^^ count 300
`);
  });

  it('reads ages', () => {
    check(`
An 81-year-old man, an 81 year old, and she is 30 years old.
   ^^^^^^^^^^^ age 81 year
                       ^^^^^^^^^^^ age 81 year
                                               ^^^^^^^^^^^^ age 30 year
Smith, 24, and Jones, aged 30, met at the age of 12.
       ^^ age 24 year
                           ^^ age 30 year
                                                 ^^ age 12 year
It was led by Ann Lee, 32, and his wife, 45, left.
                       ^^ age 32 year
                                         ^^ age 45 year
It was Bo Ray, 50.
               ^^ age 50 year
She is in her 30s; ages 18-24; 18- to 24-year-olds; aged between 5 and 10.
              ^^^ age 30..39 year range
                        ^^^^^ age 18..24 year range
                               ^^^^^^^^^^^^^^^^^^^ age 18..24 year range
                                                         ^^^^^^^^^^^^^^^^ age 5..10 year range
They want the retirement age lowered to 58-60, not a retirement age of 63.
                                        ^^^^^ count 58..60 range <to>
                                                                       ^^ count 63
A six-month-old turned 40.
  ^^^^^^^^^^^^^ age 6 month
                       ^^ age 40 year
`);
  });

  it('reads durations, one figure for several parts', () => {
    check(`
An eight-month strike, three decades, a 2-week trial and half a century.
   ^^^^^^^^^^^ duration 8 month
                       ^^^^^^^^^^^^^ duration 3 decade
                                        ^^^^^^ duration 2 week
                                                         ^^^^^^^^^^^^^^ duration 0.5 century
He got 12 years and seven months, or 10 hours 45 minutes.
       ^^^^^^^^^^^^^^^^^^^^^^^^^ duration 12.583333333333334 year
                                     ^^^^^^^^^^^^^^^^^^^ duration 10.75 hour
A year-long ban, a weeklong march and a two-year-long war, a nearly month-long strike.
  ^^^^^^^^^ duration 1 year
                   ^^^^^^^^ duration 1 week
                                        ^^^^^^^^ duration 2 year
It fell 35 years ago, almost a decade ago and a year ago.
        ^^^^^^^^ duration 35 year <ago>
                      ^^^^^^^^^^^^^^^ duration 1 0.9..1 decade less-than <ago>
                                              ^^^^^^ duration 1 year <ago>
Twelve years have passed since it fell.
^^^^^^^^^^^^ duration 12 year <ago>
After two and a half years and a year and a half, six consecutive months.
      ^^^^^^^^^^^^^^^^^^^^ duration 2.5 year
                               ^^^^^^^^^^^^^^^^^ duration 1.5 year
                                                  ^^^^^^^^^^^^^^^^^^^^^^ duration 6 month
It took three quarters of an hour for two-fifths of a mile, and three quarters of a million saw it.
        ^^^^^^^^^^^^^^^^^^^^^^^^^ duration 0.75 hour
                                      ^^^^^^^^^^^^^^^^^^^^ measure 0.4 mile
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ count 750000
`);
  });

  it('reads measures', () => {
    check(`
A 20-kilometre road, 5 km, 100 km/h, 30 miles per hour and 3 square miles.
  ^^^^^^^^^^^^ measure 20 kilometre
                     ^^^^ measure 5 kilometre
                           ^^^^^^^^ measure 100 kilometre per hour
                                     ^^^^^^^^^^^^^^^^^ measure 30 mile per hour
                                                           ^^^^^^^^^^^^^^ measure 3 square mile
Some 500MW, 3 tonnes, 20 GB, 5 acres and 6 feet 2 inches, or 6ft 2in.
^^^^^^^^^^ measure 500 450..550 megawatt about
            ^^^^^^^^ measure 3 tonne
                      ^^^^^ measure 20 gigabyte
                             ^^^^^^^ measure 5 acre
                                         ^^^^^^^^^^^^^^^ measure 6.166666666666667 foot
                                                             ^^^^^^^ measure 6.166666666666667 foot
It was 5°C, minus 5 degrees Celsius and 90F.
       ^^^ measure 5 celsius
            ^^^^^^^^^^^^^^^^^^^^^^^ measure -5 celsius
                                        ^^^ measure 90 fahrenheit
He ran the 100m hurdles as 3.5m homes lost power.
           ^^^^ measure 100 metre
                           ^^^^ count 3500000
`);
  });
});
