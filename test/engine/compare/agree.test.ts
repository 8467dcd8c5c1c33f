/** Agreement of quantities, as the design's table of intervals has it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agrees as agreeing, numbersAgree } from '../../../server/engine/compare/agree.ts';
import { inCommonUnit } from '../../../server/engine/compare/units.ts';
import type { Hedge, NumericQuantity } from '../../../server/engine/model.ts';

/** A count with the interval its hedge asserts (the design's section 3). */
function quantity(value: number, hedge: Hedge | null = null, grain = 1): NumericQuantity {
  const factor: Record<string, readonly [number, number]> = {
    about: [0.9, 1.1],
    'more-than': [1, 1.25],
    'less-than': [0.9, 1],
    'up-to': [0.75, 1],
  };
  const [low, high] = factor[hedge ?? ''] ?? [1, 1];
  return { dimension: 'count', value, low: value * low, high: value * high, hedge, unit: null, grain, per: null };
}

const range = (low: number, high: number): NumericQuantity => ({ ...quantity(low, 'range'), value: null, low, high });
const dozens: NumericQuantity = { ...quantity(24, 'vague'), value: null, low: 24, high: 99 };

describe('the design’s table', () => {
  test.each<[string, NumericQuantity, NumericQuantity, boolean]>([
    ['16 beside 16', quantity(16), quantity(16), true],
    ['16 beside 15', quantity(16), quantity(15), false],
    ['over 3,000 beside over 3,000', quantity(3000, 'more-than', 1000), quantity(3000, 'more-than', 1000), true],
    ['around 871 beside around 870', quantity(871, 'about'), quantity(870, 'about', 10), false],
    ['over 3,000 beside almost 10,000', quantity(3000, 'more-than', 1000), quantity(10_000, 'less-than', 10_000), false],
    ['more than 3,000 beside 3,164', quantity(3000, 'more-than', 1000), quantity(3164), true],
    ['1.3 million beside 1.32 million', quantity(1_300_000, null, 100_000), quantity(1_320_000, null, 10_000), true],
    ['1.32 million beside 1.3 million: sharpened', quantity(1_320_000, null, 10_000), quantity(1_300_000, null, 100_000), false],
    ['2 billion beside 1.8 billion: more than 2.5% away', quantity(2e9, null, 1e9), quantity(1.8e9, null, 1e8), false],
    ['58-60 beside 59', range(58, 60), quantity(59), true],
    ['58-60 beside 58-60', range(58, 60), range(58, 60), true],
    ['58-62 beside 58-60', range(58, 62), range(58, 60), false],
    ['at least 14 beside 16', quantity(14, 'more-than'), quantity(16), true],
    ['fewer than 12 beside at least 12', quantity(12, 'less-than'), quantity(12, 'more-than'), false],
    ['more than 80 beside fewer than 80', quantity(80, 'more-than', 10), quantity(80, 'less-than', 10), false],
    ['16 beside up to 100', quantity(16), quantity(100, 'up-to', 100), false],
  ])('%s', (_, draft, source, agrees) => {
    expect(agreeing(numbersAgree(draft, source))).toBe(agrees);
  });

  test('a wide interval agrees, but weakly', () => {
    expect(numbersAgree(quantity(26), dozens)).toBe('loose');
    expect(numbersAgree(dozens, quantity(26))).toBe('fits');
  });
});

test('a source that only rounds the draft differs, but does not contradict', () => {
  expect(numbersAgree(quantity(38.4, null, 0.1), quantity(38, null, 1))).toBe('rounded');
});

const hedges = fc.constantFrom<Hedge | null>(null, 'about', 'more-than', 'less-than', 'up-to');
const quantities = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), hedges).map(([value, hedge]) => quantity(value, hedge));

test('every quantity agrees with itself', () => {
  fc.assert(
    fc.property(quantities, (one) => {
      expect(numbersAgree(one, one)).toBe('same');
    }),
  );
});

test('quantities of one hedge and grain agree or differ both ways', () => {
  fc.assert(
    fc.property(quantities, quantities, (a, b) => {
      expect(agreeing(numbersAgree(a, b))).toBe(agreeing(numbersAgree(b, a)));
    }),
  );
});

describe('units', () => {
  const money = (value: number, unit: string): NumericQuantity => ({ ...quantity(value), dimension: 'money', unit });
  const lasting = (value: number, unit: string): NumericQuantity => ({ ...quantity(value), dimension: 'duration', unit });

  test('currencies are never converted, and a bare dollar is any dollar', () => {
    expect(inCommonUnit(money(5, 'GBP'), money(5, 'EUR'))).toBeNull();
    expect(inCommonUnit(money(5, '$'), money(5, 'AUD'))).not.toBeNull();
    expect(inCommonUnit(money(5, 'USD'), money(5, 'AUD'))).toBeNull();
  });

  test('a decade is ten years and two weeks are fourteen days; months and days do not mix', () => {
    const [decades, years] = inCommonUnit(lasting(3, 'decade'), lasting(30, 'year'))!;
    expect(decades.value).toBe(years.value);
    const [weeks, days] = inCommonUnit(lasting(2, 'week'), lasting(14, 'day'))!;
    expect(weeks.value).toBe(days.value);
    expect(inCommonUnit(lasting(1, 'month'), lasting(30, 'day'))).toBeNull();
    expect(inCommonUnit(lasting(2, 'month'), lasting(2, 'week'))).toBeNull();
  });

  test('as many weeks as another has months are another time', () => {
    const [months, weeks] = inCommonUnit(lasting(8, 'month'), lasting(8, 'week'))!;
    expect(months.value).toBeGreaterThan(4 * weeks.value!);
  });

  test('rates per different things do not compare', () => {
    expect(inCommonUnit({ ...money(5, '$'), per: 'litre' }, { ...money(5, '$'), per: 'month' })).toBeNull();
    expect(inCommonUnit({ ...money(5, '$'), per: 'litre' }, money(5, '$'))).not.toBeNull();
  });

  test('percentages and fractions are both shares', () => {
    const percent: NumericQuantity = { ...quantity(25), dimension: 'share', unit: '%' };
    const quarter: NumericQuantity = { ...quantity(0.25), dimension: 'ratio', unit: null };
    const [a, b] = inCommonUnit(percent, quarter)!;
    expect(a.value).toBeCloseTo(b.value!);
  });
});
