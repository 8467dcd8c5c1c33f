/** What holds of every attribution, whatever the sentence: its figures stay what they were, and it is offered once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judged, libraryOf } from '../check.ts';
import { attributing } from './check.ts';

const library = libraryOf({
  'Herald (North)': 'In Tarvik 26 dockers were killed on Thursday.',
  'Echo “Daily” *Sun*': 'The interior ministry said 26 dockers were killed in Tarvik.',
});

const before = fc.constantFrom(
  '',
  'It was a bad week. ',
  'The harbour was closed, and ',
  'Late (very late) ',
  '- ',
  '> ',
  'The “siege”, as it is called: ',
);
const middle = fc.constantFrom(
  'in Tarvik 26 dockers were killed',
  'in **Tarvik** 26 dockers were *killed*',
  'in Tarvik 26 dockers, cooks and porters were killed',
  'the flood (26 dockers were killed in Tarvik) ended',
  'in Tarvik “26 dockers” were killed',
);
const after = fc.constantFrom(
  '',
  '.',
  '!',
  '?',
  '…',
  '.”',
  ' in the “siege.”',
  ' at 5 p.m.',
  '; nobody came.',
  ', and the sea was calm.',
  ', which was long ago.',
  '[^1].',
  ' [@key].',
  '). ',
  '.\r\n\r\nMore.',
);

test('figures and verdicts stay, what is said is said once, and nothing else changes', () => {
  let offered = 0;
  fc.assert(
    fc.property(before, middle, after, (one, two, three) => {
      const text = one + two + three;
      const { figures } = judged(library, text);
      const at = figures.findIndex(({ claim }) => claim.figure.text === '26');
      for (const written of attributing(library, text, '26')) {
        offered++;
        const again = judged(library, written).figures;
        expect(again.map(({ claim, verdict }) => [claim.figure.text, verdict])).toEqual(
          figures.map(({ claim, verdict }) => [claim.figure.text, verdict]),
        );
        expect(again[at]!.claim.attributed).toBe(true);
        expect(attributing(library, written, '26')).toEqual([]);
        // A full stop inside a quotation gives its place to a comma.
        const before = written.includes(',”') ? text.replace(/\.”$/, ',”') : text;
        const start = [...before].findIndex((char, index) => char !== written[index]);
        const from = start < 0 ? before.length : start;
        expect(written.endsWith(before.slice(from)) || written.endsWith(`.${before.slice(from)}`)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(offered).toBeGreaterThan(50);
});
