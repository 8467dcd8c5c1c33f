/** What the scanner says of a figure beside its interval: offsets, tokens, grain, and the conversion of its unit. */
import { describe, expect, it } from 'vitest';
import { convert, sameCurrency } from '../../../server/engine/figures/convert.ts';
import { check, figuresOf, passageOf } from './check.ts';

describe('a figure', () => {
  it('has the place value of the last digit stated as its grain, and none for words that cannot be rounded', () => {
    const grains = (text: string) => figuresOf(text).map(({ quantity }) => ('grain' in quantity ? quantity.grain : null));
    expect(grains('It lost 1.3 million, 50,000, 570, 16, $7.50, 21 cents and $1.30 to $1.40.')).toEqual([
      1e5, 1e4, 10, 1, 0.01, 0.01, 0.01,
    ]);
    expect(grains('Half of them, a dozen hens, dozens of cats, and sales doubled.')).toEqual([0, 0, 0, 0]);
  });

  it('points at its tokens and at the text, whatever is escaped', () => {
    const text = 'Gas rose from US\\$.14 to \\$.28 a litre, by some 3\\-4 cents.';
    const { tokens } = passageOf(text);
    const figures = figuresOf(text);
    expect(figures.map((figure) => figure.text)).toEqual(['US\\$.14', '$.28', 'some 3\\-4 cents']);
    for (const figure of figures) {
      expect(text.slice(figure.start, figure.end)).toBe(figure.text);
      expect(tokens[figure.tokens.start]?.start).toBe(figure.start);
      expect(tokens[figure.tokens.end - 1]?.end).toBe(figure.end);
    }
  });

  it('reads an escape that is masked out of the tokens already', () => {
    const text = 'Gas costs US\\$.14 now.';
    const passage = passageOf(text);
    const tokens = passage.tokens
      .filter((token) => token.text !== '\\')
      .map((token) => (token.text === '$' ? { ...token, spaced: true } : token));
    expect(figuresOf(text, 'paragraph', tokens).map((figure) => figure.text)).toEqual(['US\\$.14']);
  });

  it('is read through soft hyphens and every kind of space', () => {
    const values = (text: string) => figuresOf(text).map(({ text: written, quantity }) => [written, 'value' in quantity && quantity.value]);
    expect(values('They count 3\u00ad000 birds, fif\u00adteen ships and 2 mil\u00adlion cars.')).toEqual([
      ['3\u00ad000', 3000],
      ['fif\u00adteen', 15],
      ['2 mil\u00adlion', 2_000_000],
    ]);
    expect(values('It has 12\u202f500 seats, 1\u2009234\u2009567 bricks and 40\u00a0% of 5\u00a0million\u00a0euros.')).toEqual([
      ['12\u202f500', 12_500],
      ['1\u2009234\u2009567', 1_234_567],
      ['40\u00a0%', 40],
      ['5\u00a0million\u00a0euros', 5_000_000],
    ]);
  });

  it('that fills a cell of a table in brackets is a loss, a note and a year aside', () => {
    const cells = ['(1.2)', '(3,400)', '($5.1m)', '(4%)', '(3)', '(2021)', '(1.2) in all'];
    const values = cells.map((cell) => figuresOf(cell, 'cell').map(({ text, quantity }) => [text, 'value' in quantity && quantity.value]));
    expect(values).toEqual([
      [['(1.2)', -1.2]],
      [['(3,400)', -3400]],
      [['($5.1m)', -5_100_000]],
      [['(4%)', -4]],
      [['3', 3]],
      [['2021', 2021]],
      [['1.2', 1.2]],
    ]);
    expect(figuresOf('(1.2)').map(({ text }) => text)).toEqual(['1.2']);
  });

  it('may open a heading, whose capitals and section numbers say nothing', () => {
    check(
      `
26 Protesters Killed in Riot
^^ count 26
2.1 Methods of the Trade
2. Methods of the Trade
`,
      'heading',
    );
  });

  it('has a unit that converts', () => {
    const inBase = (text: string) => {
      const [figure] = figuresOf(text);
      const quantity = figure!.quantity;
      if (quantity.dimension === 'date') return null;
      const conversion = convert(quantity.unit ?? '');
      return conversion && [conversion.kind, Number((quantity.value! * conversion.factor + conversion.offset).toFixed(3))];
    };
    expect(inBase('A walk of 2 miles.')).toEqual(['length', 3218.688]);
    expect(inBase('A wait of three decades.')).toEqual(['duration', 10957.5]);
    expect(inBase('A peak of 50F.')).toEqual(['temperature', 10]);
    expect(inBase('A rise of 50 basis points.')).toEqual(['points', 0.5]);
    expect(inBase('A fee of 5 euros.')).toBeNull();
  });

  it('may name a currency that several nations share', () => {
    const same = sameCurrency;
    expect(same('rupee', 'INR') && same('kr', 'NOK') && same('kr', 'krona') && !same('krona', 'DKK')).toBe(true);
    expect(same('$', 'USD') && same('CAD', '$') && same('peso', 'MXN') && same('EUR', 'EUR')).toBe(true);
    expect(same('USD', 'CAD') || same('$', 'EUR') || same('GBP', 'EGP')).toBe(false);
  });
});
