/** What looks like a figure and is none. */
import { describe, it } from 'vitest';
import { check } from './check.ts';

describe('never', () => {
  it('leaves alone labels', () => {
    check(`
See section 3, Chapters 4 and 5, Figure 2, Issue 2787, No. 5, Article 12 and pages 12-14.
Flight 418 went down at 4.40 in the afternoon. On Day 5 of it, in Rooms 6 and 7, Type 2 patients saw Issue 2787 and Flight 370 land.
See Fig. 3 and vol. 12 at 10 Downing Street, in 1080p or 4K.
The number two in the party read page one.
`);
  });

  it('leaves alone any of several that follow one another', () => {
    check(`
Yields slid from one quarter to the next, and one third after another sold out, for one reason or another.
`);
  });

  it('reads how many sit in a court', () => {
    check(`
They retired 140 Supreme Court judges.
             ^^^ count 140
`);
  });

  it('leaves alone times of day', () => {
    check(`
At 10:30, 5 p.m., 9am, 5-6pm, 17:45 GMT and from 9 a.m. to 5 p.m.
`);
  });

  it('leaves alone names with numbers', () => {
    check(`
An iPhone 11, the Boeing 737, S&P 500, G7, B-52, COVID-19, WD-40, Windows 11, Formula 1 and the Big 12.
The Group of 20 and the Big Five met in Studio 54 on Route 66 by Radio 4.
A 3D film, 5G masts, open 24/7 in a 4x4 with U2 and AK-47 rifles.
`);
  });

  it('leaves alone telephone numbers, identifiers, versions, coordinates', () => {
    check(`
Call 555-123-4567, +1 555 123 4567 or 020 7946 0958, in Lund 22 555 39 00.
ISBN 978-3-16-148410-0, version 2.1, v3.0.1, 3.0.1, #123 and agent 007.
It lies at 43.25° N, 76.9° E, behind report-2022.md in London SW1A 1AA.
`);
  });

  it('leaves alone number words in other words', () => {
    check(`
Double digits, a six-figure sum, low single-digit growth and a second-half goal.
`);
  });
});
