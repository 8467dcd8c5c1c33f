/** Years, dates and quarters. */
import { describe, it } from 'vitest';
import { check } from './check.ts';

describe('dates', () => {
  it('reads years, decades and centuries', () => {
    check(`
In 2011, since 2008 and by 2030, the 1993 act held.
   ^^^^ year 2011
               ^^^^ year 2008
                           ^^^^ year 2030
                                     ^^^^ year 1993
Born in 1844, she died about 1917.
        ^^^^ year 1844
                       ^^^^^^^^^^ year 1917 1915..1919 about
The 1930s, the '80s, the late 1920s and '30s, the mid-1980s.
    ^^^^^ year 1930..1939 range
               ^^^^ year 1980..1989 range
                         ^^^^^^^^^^ year 1926..1929 range
                                        ^^^^ year 1930..1939 range
                                                  ^^^^^^^^^ year 1983..1987 range
The famine of 1930-33, the 2021/22 season and between 2018 and 2021.
              ^^^^^^^ year 1930..1933 range
                           ^^^^^^^ year 2021..2022 range
                                              ^^^^^^^^^^^^^^^^^^^^^ year 2018..2021 range
The 19th century and the twentieth century, c. 1500, and nineteen eighty-four.
    ^^^^^^^^^^^^ year 1801..1900 range
                         ^^^^^^^^^^^^^^^^^ year 1901..2000 range
                                            ^^^^^^^ year 1500 1498..1502 about
                                                         ^^^^^^^^^^^^^^^^^^^^ year 1984
Roughly 2000 people and 2500 seats, in 2000.
^^^^^^^^^^^^ count 2000 1800..2200 about
                        ^^^^ count 2500
                                       ^^^^ year 2000
In 2020 protesters met, and 2000 protesters left.
   ^^^^ year 2020
                            ^^^^ count 2000
`);
  });

  it('reads days and months', () => {
    check(`
On 6 January 2022, January 24, 2022, Jan. 6 and Jan 6th.
   ^^^^^^^^^^^^^^ date 2022-1-6 day
                   ^^^^^^^^^^^^^^^^ date 2022-1-24 day
                                     ^^^^^^ date ?-1-6 day
                                                ^^^^^^^ date ?-1-6 day
On August 31st, 2022, January 3-4, 3 to 4 January and the 6th of March.
   ^^^^^^^^^^^^^^^^^ date 2022-8-31 day
                      ^^^^^^^^^^^ date ?-1-3..?-1-4 day range
                                   ^^^^^^^^^^^^^^ date ?-1-3..?-1-4 day range
                                                          ^^^^^^^^^^^^ date ?-3-6 day
In January 2022, on the 27th, 2022-01-06, 31/12/2022 and 06.01.2022.
   ^^^^^^^^^^^^ date 2022-1-? month
                        ^^^^ date ?-?-27 day
                              ^^^^^^^^^^ date 2022-1-6 day
                                          ^^^^^^^^^^ date 2022-12-31 day
                                                         ^^^^^^^^^^ date 2022-1-6 day
In January 26 sailors drowned, and May came in March.
           ^^ count 26
From Jan. 2 to Jan. 5, and 06/01/2022.
     ^^^^^^ date ?-1-2 day <from>
               ^^^^^^ date ?-1-5 day <to>
`);
  });

  it('reads quarters, halves and seasons', () => {
    check(`
Q1 2021, the third quarter of 2020, second-quarter sales and Q2.
^^^^^^^ date 2021-1-?..2021-3-? quarter
             ^^^^^^^^^^^^^^^^^^^^^ date 2020-7-?..2020-9-? quarter
                                    ^^^^^^^^^^^^^^ date ?-4-?..?-6-? quarter
                                                             ^^ date ?-4-?..?-6-? quarter
The first half of 2021, spring 2021, fiscal 2022 second quarter and Q4'20.
    ^^^^^^^^^^^^^^^^^^ date 2021-1-?..2021-6-? quarter
                        ^^^^^^^^^^^ date 2021-3-?..2021-5-? season
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ date 2022-4-?..2022-6-? quarter
                                                                    ^^^^^ date 2020-10-?..2020-12-? quarter
`);
  });
});
