/** What arithmetic puts in place of a figure that does not follow: with its sum, or nothing where it has no one answer. */
import { expect, test } from 'vitest';
import { answerOf, asWanted, weekdayFix } from '../../../server/engine/fixes/answers.ts';
import { figureFixes } from '../../../server/engine/fixes/figure.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { inEnglish } from '../../../server/engine/translate.ts';
import { analysed, judged, libraryOf } from '../check.ts';

/** A draft as it reads with the answer, and what that follows from; null where there is none. */
function answered(text: string): string | null {
  const [found] = judged(libraryOf({}), text).inconsistencies;
  if (!found) throw new Error('nothing is found');
  const answer = answerOf(found.slip, inEnglish, english);
  if (!answer) return null;
  const { figure } = found.marked;
  const wanted = asWanted(answer, figure.quantity, english);
  const place = { text, language: 'plaintext' as const, span: figure, quantity: figure.quantity };
  const fix =
    weekdayFix(found, analysed(text).passages[figure.passage]!, text, english) ?? (wanted && figureFixes(place, [wanted], english)[0]);
  return fix ? `${text.slice(0, fix.start)}${fix.newText}${text.slice(fix.end)} | ${answer.arithmetic}` : null;
}

test.each([
  ['There were 25 jurors (12 men and 8 women).', 'There were 20 jurors (12 men and 8 women). | 12 + 8'],
  [
    'They won 5 gold, 8 silver and 6 bronze medals, a total of 20.',
    'They won 5 gold, 8 silver and 6 bronze medals, a total of 19. | 5 + 8 + 6',
  ],
  ['The crew rose by 20 from 100 to 130.', 'The crew rose by 30 from 100 to 130. | 100 to 130'],
  ['The price rose by 50% from $2 to $4.', 'The price rose by 100% from $2 to $4. | $2 to $4'],
  ['It killed 30 of the 40 passengers (50%).', 'It killed 30 of the 40 passengers (75%). | 30 of 40'],
  ['It began on Tuesday, January 5, 2022.', 'It began on Wednesday, January 5, 2022. | January 5, 2022'],
  ['It began on Tues. 5 January 2022.', 'It began on Wed. 5 January 2022. | 5 January 2022'],
  ['It began on 5 January 2022, a Tuesday.', 'It began on 5 January 2022, a Wednesday. | 5 January 2022'],
])('%s', (text, expected) => expect(answered(text)).toBe(expected));

test.each(['The crew doubled from 60 to 150.', 'The crew rose from 150 to 60 men.', 'It killed 45 of the 40 passengers.'])(
  'has no one answer: %s',
  (text) => expect(answered(text)).toBeNull(),
);
