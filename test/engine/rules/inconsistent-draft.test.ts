/** What of a draft does not go with the draft itself, and the arithmetic that is shown; and what is left alone. */
import { describe, expect, test } from 'vitest';
import { Judging } from '../../../server/engine/check.ts';
import { plainDecision, STET } from '../../../server/engine/ledger/record.ts';
import { applyStets, targetOf } from '../../../server/engine/ledger/stets.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import { defaultSeverities } from '../../../server/engine/rules/rules.ts';
import { inEnglish } from '../../../server/engine/translate.ts';
import { analysed, finish, judged, libraryOf } from '../check.ts';

const nothing = libraryOf({});

/** What the rule finds in a text: each marked text with its message. */
function found(text: string): string[] {
  return judged(nothing, text)
    .findings.filter(({ rule }) => rule === 'inconsistent-draft')
    .map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

describe('a change', () => {
  test.each([
    ['Output rose by 20 from 100 to 130 units.', '20: 100 to 130 is up 30, not 20'],
    ['The price rose from $.14 to $.28, up 50%.', '50%: $.14 to $.28 is up 100%, not 50%'],
    ['The price, $4 to $5, up 50%, is high.', '50%: $4 to $5 is up 25%, not 50%'],
    ['Sales fell 10% from $200 million to $150 million.', '10%: $200 million to $150 million is down 25%, not 10%'],
    ['Profit rose by a third, to £15m from £9m.', 'a third: £9m to £15m is up 67%, not a third'],
    ['Ridership went from 1,200 to 1,900, an increase of 800.', '800: 1,200 to 1,900 is up 700, not 800'],
    ['The rate went from 4 to 6, a 20% rise.', '20%: 4 to 6 is up 50%, not 20%'],
    ['Pay rose by $3 million from $5 million to $9 million.', '$3 million: $5 million to $9 million is up $4 million, not $3 million'],
    [
      'The rate rose from 3.1% to 5.4%, up 1 percentage point.',
      '1 percentage point: 3.1% to 5.4% is up 2.3 points, not 1 percentage point',
    ],
    ['Staff fell from 100 to 130 workers.', '130: 100 to 130 is a rise'],
    ['Wages rose from $130 to $100.', '$100: $130 to $100 is a fall'],
  ])('%s', (text, message) => expect(found(text)).toEqual([message]));

  test.each([
    'Output rose by 30 from 100 to 130 units.',
    'The price doubled from $.14 to $.28, up 100%.',
    // Rounded, hedged, or both.
    'Output rose by a third, from 31 to 41 tonnes.',
    'Sales rose 7% from $100m to $107.4m.',
    'Sales rose more than 20% from $100m to $130m.',
    'Sales rose about 28% from $100m to $130m.',
    'Some 60 to about 100, up nearly 70%.',
    // A share may rise by points, or by a part of itself.
    'Support rose 10% from 50% to 60%.',
    'Support rose 20% from 50% to 60%.',
    'The gap widened from 3% to 5%, up 2 points.',
    // Rates, averages, and what is reckoned otherwise.
    'Output rose 20% a year from 100 to 200 tonnes.',
    'Sales rose 8% at constant prices from $100m to $110m.',
    // Another thing is told in between.
    'Sales rose 5% and profit went from $10m to $20m.',
    'She rose from 130th to 100th.',
    'It moved from 30 to 20 in the rankings, improving by 10 places.',
    'Inflation rose to 13.7% from 13.1%, more than four times the target of 3%.',
    'It opened from 9 to 17, up 20% on last year.',
  ])('is left alone: %s', (text) => expect(found(text)).toEqual([]));
});

describe('a ratio in a word', () => {
  test.each([
    ['The number doubled from 60 to 150.', 'doubled: 60 to 150 is 2.5 times, not double'],
    ['Wages tripled to $120 from $30.', 'tripled: $30 to $120 is 4 times, not triple'],
    ['Prices halved, from 10 to 4 tenge.', 'halved: 10 to 4 tenge is 0.4 times, not half'],
    ['It more than doubled from 60 to 100.', 'more than doubled: 60 to 100 is 1.7 times, not “more than doubled”'],
    ['Rent nearly tripled from $600 to $900.', 'nearly tripled: $600 to $900 is 1.5 times, not “nearly tripled”'],
  ])('%s', (text, message) => expect(found(text)).toEqual([message]));

  test.each([
    'The number doubled from 60 to 120.',
    'The rent doubled, from $600 to $1,150.',
    'It more than doubled from 60 to 150.',
    'Exports rose threefold from 10 to 40 tonnes.',
    'The number doubled, and the price went from $60 to $150.',
  ])('is left alone: %s', (text) => expect(found(text)).toEqual([]));
});

describe('parts and wholes', () => {
  test.each([
    ['He met 45 of the 40 delegates.', '45: 45 is more than the whole, 40'],
    ['Forty people were hurt, including 45 children.', '45: 45 is more than the whole, forty'],
    ['At the vote 45 of the 60 delegates (50%) spoke.', '50%: 45 of 60 is 75%, not 50%'],
    ['Twelve men and eight women sat, a total of 25 jurors.', '25: twelve + eight is 20, not 25'],
    ['The 25 jurors (12 men and 8 women) left.', '25: 12 + 8 is 20, not 25'],
    ['The team won 5 gold, 8 silver and 6 bronze medals, a total of 20.', '20: 5 + 8 + 6 is 19, not 20'],
    ['Of the 40 passengers, 25 were killed and the other 20 survived.', '20: 25 + 20 is 45, not 40'],
    ['Some 60% voted yes, 35% no and the remaining 15% abstained.', '15%: some 60% + 35% + 15% is 110%, not 100%'],
  ])('%s', (text, message) => expect(found(text)).toEqual([message]));

  test.each([
    'He met 25 of the 40 delegates (63%).',
    'Of the 40 passengers, 25 were women and 20 were killed.',
    'Three families, including 12 children, fled.',
    'The 25 jurors (among them 12 men and 8 women) left.',
    'The team won 5 gold, 8 silver and 6 bronze medals, a total of 19.',
    'Some 50% read it, 60% heard it and 70% saw it.',
    'She scored 25 points (10 rebounds and 5 assists).',
    'In all 33% voted yes, 33% no and the remaining 33% abstained.',
  ])('are left alone: %s', (text) => expect(found(text)).toEqual([]));
});

describe('a weekday', () => {
  test.each([
    ['It fell on Tuesday, January 5, 2022.', 'January 5, 2022: January 5, 2022 was a Wednesday'],
    ['It fell on Tue., Jan. 5, 2022.', 'Jan. 5, 2022: Jan. 5, 2022 was a Wednesday'],
    ['On 5 January 2022, a Tuesday, it rained.', '5 January 2022: 5 January 2022 was a Wednesday'],
    ['They will meet on Monday 6 March 2040.', '6 March 2040: 6 March 2040 will be a Tuesday'],
  ])('%s', (text, message) => expect(found(text)).toEqual([message]));

  test.each([
    'It was Wednesday, January 5, 2022.',
    'On Tuesday he spoke of January 5, 2022.',
    'On Tuesday, January 5, it rained.',
    // By the calendar that was used there then.
    'Sunday, January 9, 1905, was bloody.',
  ])('is left alone: %s', (text) => expect(found(text)).toEqual([]));
});

describe('one thing', () => {
  test.each([
    [
      'Eighteen police officers were killed in Norwick. The 16 police officers were buried.',
      '16: 16 here, but eighteen earlier in the draft',
    ],
    ['Ilse Marten, 54, led the town. Marten, 52, is a lawyer.', '52: 52 here, but 54 earlier in the draft'],
    ['In Tarvik 300 dockers were detained. Police in Tarvik detained 310 dockers.', '310: 310 here, but 300 earlier in the draft'],
  ])('given two figures: %s', (text, message) => expect(found(text)).toEqual([message]));

  test.each([
    'Eighteen officers were killed in Norwick. The 16 officers who fled were caught.',
    'Eighteen officers were killed in Norwick. Another 16 officers were killed in Eastham.',
    'Eighteen officers were killed on Monday. The 16 officers were buried.',
    'Eighteen officers guarded it, and 16 took part. The 16 officers were praised.',
    'About 20 officers were killed in Norwick. The 18 officers were buried.',
    'In Tarvik 300 dockers were detained. Police in Velden detained 310 dockers.',
    'Ilse Marten, 54, led the town. Turned 23, he had left it.',
    'Jon Marten, 54, led the town. Ilse Marten, 52, is a lawyer.',
    'Jon Marten, 54, led the town. Ilse Marten is his wife. Marten, 52, is a lawyer.',
    'The mayor said 300 dockers were detained. The union said the 310 dockers were detained.',
  ])('is left alone: %s', (text) => expect(found(text)).toEqual([]));
});

test('a finding is taken back where the figure is put right, and others stay what they were', () => {
  const judging = new Judging();
  const options = { lexicon: english, severities: defaultSeverities, translate: inEnglish };
  const messages = (text: string) => finish(judging.judge(analysed(text), nothing.all(), options)).findings.map(({ message }) => message);
  const other = 'Sales fell 10% from $200m to $150m.';
  expect(messages(`The number doubled from 60 to 150.\n\n${other}`)).toHaveLength(2);
  expect(messages(`The number doubled from 60 to 120.\n\n${other}`)).toEqual(['$200m to $150m is down 25%, not 10%']);
  expect(messages(`The number more than doubled from 60 to 150.\n\n${other}`)).toHaveLength(1);
});

test('comments turn the rule off, and a stet lets its figure stand', () => {
  expect(found('second-source: off inconsistent-draft\n\nThe number doubled from 60 to 150.')).toEqual([]);
  const text = 'The number doubled from 60 to 150.';
  const analysis = analysed(text);
  const judgement = judged(nothing, text);
  const target = targetOf(judgement.findings[0]!, analysis, english);
  const decision = plainDecision('a.md', target, STET, null);
  expect(applyStets(judgement, analysis, [decision], english)).toMatchObject({ findings: [], letStand: [{ decision }] });
});
