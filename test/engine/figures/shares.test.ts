/** Percentages, fractions, points and ratios. */
import { describe, it } from 'vitest';
import { check } from './check.ts';

describe('shares', () => {
  it('reads percentages, points and fractions', () => {
    check(`
It lost 8.7 percent, 40%, thirty per cent and -4%.
        ^^^^^^^^^^^ share 8.7 %
                     ^^^ share 40 %
                          ^^^^^^^^^^^^^^^ share 30 %
                                              ^^^ share -4 %
Rates rose 50 basis points, then 2 percentage points.
           ^^^^^^^^^^^^^^^ points 50 basis point
                                 ^^^^^^^^^^^^^^^^^^^ points 2 percentage point
A quarter of them, two-thirds of us, one third and three-quarters.
^^^^^^^^^ share 0.25
                   ^^^^^^^^^^ share 0.666666666667
                                     ^^^^^^^^^ share 0.333333333333
                                                   ^^^^^^^^^^^^^^ share 0.75
Half the town, half of it, more than half, cut in half.
^^^^ share 0.5
               ^^^^ share 0.5
                           ^^^^^^^^^^^^^^ share 0.5 0.5..0.625 more-than
                                                  ^^^^ share 0.5
A one-in-five chance and 10-to-15-year plans.
  ^^^^^^^^^^^ share 0.2
                         ^^^^^^^^^^^^^ duration 10..15 year range
One in five said so, nine in ten agreed, 2 out of three slept.
^^^^^^^^^^^ share 0.2
                     ^^^^^^^^^^^ share 0.9
                                         ^^^^^^^^^^^^^^ share 0.666666666667
By five in 10 days the third man had a third drink in the third quarter.
   ^^^^ count 5
           ^^^^^^^ duration 10 day
                       ^^^^^ ordinal 3
                                       ^^^^^ ordinal 3
                                                          ^^^^^^^^^^^^^ date ?-7-?..?-9-? quarter
`);
  });

  it('reads ratios and multiples', () => {
    check(`
Twice as many, three times more, 10 times bigger, 5x and 10-fold.
^^^^^ ratio 2
               ^^^^^^^^^^^ ratio 3
                                 ^^^^^^^^ ratio 10
                                                  ^^ ratio 5
                                                         ^^^^^^^ ratio 10
Sales doubled, prices tripled, up threefold, roughly double the norm.
      ^^^^^^^ ratio 2
                      ^^^^^^^ ratio 3
                                  ^^^^^^^^^ ratio 3
                                             ^^^^^^^^^^^^^^ ratio 2 1.8..2.2 about
She was elected twice and came three times.
                ^^^^^ count 2 time
                               ^^^^^ count 3
`);
  });
});
