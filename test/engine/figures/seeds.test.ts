/** The scanner on real articles, where they are at hand beside the repository; left out elsewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../server/engine/figures/scan.ts';
import { english } from '../../../server/engine/lexicon/en.ts';
import type { Figure } from '../../../server/engine/model.ts';
import { passagesOf } from '../../../server/engine/text/passages.ts';
import { describeFigure, proseOf } from './check.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/seeds');
const present = existsSync(folder);

function figuresIn(text: string): Figure[] {
  const prose = proseOf(text);
  const work = passagesOf(prose, english);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value.flatMap((passage) => findFigures(passage, prose, english));
}

const EXPECTED: readonly (readonly [file: string, text: string, meaning: string])[] = [
  ['000', 'US\\$.14', 'money 0.14 USD per litre <from>'],
  ['000', '$.28', 'money 0.28 $ per litre <to>'],
  ['000', '21 cents', 'money 0.21 $ per litre <to>'],
  ['000', '81-year-old', 'age 81 year'],
  ['000', '$570', 'money 570 $ per month'],
  ['000', '50 percent', 'share 50 %'],
  ['001', 'about 1.1 million barrels', 'measure 1100000 990000..1210000 barrel per day about'],
  ['001', 'Around a dozen', 'count 12 10.8..13.2 about'],
  ['001', 'an estimated £30 billion', 'money 30000000000 27000000000..33000000000 GBP about'],
  ['001', 'ninth', 'ordinal 9'],
  ['002', 'at least 530 million pounds', 'money 530000000 530000000..662500000 GBP more-than'],
  ['003', '60 tenge', 'money 60 KZT <from>'],
  ['003', '58-60', 'count 58..60 range <to>'],
  ['003', '18+ million', 'count 18000000 18000000..22500000 more-than'],
  ['003', '2-3 times', 'ratio 2..3 range'],
  ['003', '3 to 4 January', 'date ?-1-3..?-1-4 day range'],
  ['004', '1930-33', 'year 1930..1933 range'],
  ['004', 'a quarter', 'share 0.25'],
  ['004', 'eight-month', 'duration 8 month'],
];

describe.skipIf(!present)(`real articles${present ? '' : ' (left out: ../shared is not here)'}`, () => {
  const files = present ? readdirSync(folder) : [];
  const figures = new Map(files.map((file) => [file.slice(0, 3), figuresIn(readFileSync(path.join(folder, file), 'utf8'))]));

  it.each(EXPECTED)('%s: %s is %s', (file, text, meaning) => {
    const found = (figures.get(file) ?? []).filter((figure) => figure.text.replace(/\s+/g, ' ') === text).map(describeFigure);
    expect(found).toContain(meaning);
  });

  it('finds no figure in the furniture of the site', () => {
    const texts = (figures.get('001') ?? []).map((figure) => figure.text);
    expect(texts).not.toContain('2787');
  });
});
