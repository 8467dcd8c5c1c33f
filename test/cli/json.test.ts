/** Reports as JSON: verdicts, evidence and dates. */
import { describe, expect, test } from 'vitest';
import type { DateQuantity } from '../../server/engine/model.ts';
import type { NameVariant, NameVerdict } from '../../server/engine/names/judge.ts';
import { isoDate } from '../../server/engine/rules/wording.ts';
import { checkReport, extractReport, print } from '../../server/hosts/cli/json.ts';
import { analysed, draftOf, harbour, part, refuted } from './reported.ts';

describe('the JSON of check', () => {
  test('has these fields and no others', () => {
    const checked = refuted('One.\r\n\r\nIn all 12 sailors.', '12', [harbour], {
      skipped: [{ uri: 'file:///desk/x.pdf', path: 'x.pdf', reason: 'not text' }],
    });
    expect(JSON.parse(print(checkReport([checked])))).toEqual({
      version: 1,
      drafts: [
        {
          path: 'draft.md',
          figures: [
            {
              text: '12',
              start: 15,
              end: 17,
              line: 3,
              column: 8,
              quantity: { dimension: 'count', value: 12, low: 12, high: 12, hedge: null, unit: 'person' },
              measures: 'sailors rescued',
              verdict: 'refuted',
              evidence: [
                {
                  source: 'harbour.md',
                  title: 'Storm',
                  date: '2021-03',
                  start: 20,
                  end: 22,
                  text: '14',
                  passage: 'The coastguard said 14 sailors were rescued.',
                  speaker: null,
                  stance: 'differs',
                  reason: null,
                  locator: null,
                  origin: null,
                },
              ],
            },
          ],
          names: [],
          findings: [{ rule: 'refuted-figure', severity: 'warning', start: 15, end: 17, message: 'No source has it.' }],
        },
      ],
      sources: { articles: 1, skipped: [{ path: 'x.pdf', reason: 'not text' }] },
    });
  });

  test('names the sources of each spelling', () => {
    const checked = refuted('12', '12', [harbour]);
    const verdict: NameVerdict = {
      mention: { text: 'Ann Smyth', start: 0, end: 9, kind: 'person', full: 'Ann Smyth', passage: 0 },
      verdict: 'misspelt',
      canonical: 'Ann Smith',
      variants: [part<NameVariant>({ text: 'Ann Smith', sources: [harbour.article.uri] })],
      introduces: null,
    };
    const report = checkReport([
      { ...checked, judgement: { figures: [], names: [verdict], quotations: [], cited: [], inconsistencies: [], findings: [] } },
    ]) as {
      drafts: { names: unknown[] }[];
    };
    expect(report.drafts[0]!.names).toEqual([
      {
        text: 'Ann Smyth',
        start: 0,
        end: 9,
        verdict: 'misspelt',
        canonical: 'Ann Smith',
        variants: [{ text: 'Ann Smith', sources: ['harbour.md'] }],
      },
    ]);
  });

  test('counts a source of two desks once', () => {
    const twice = [refuted('12', '12', [harbour]), refuted('12', '12', [harbour])];
    expect(checkReport(twice)).toMatchObject({ sources: { articles: 1, skipped: [] } });
  });

  test('holds nothing that a terminal obeys, and keeps every value', () => {
    const value = '\u001b[31m \u009b31m \u007f \ud800 \u2028 "';
    const printed = print({ value });
    expect(printed).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(JSON.parse(printed)).toEqual({ value });
  });
});

describe('dates', () => {
  test.each([
    [{ year: 2022, month: 1, day: 6 }, '2022-01-06'],
    [{ year: 2022, month: 1, day: null }, '2022-01'],
    [{ year: 2022, month: null, day: null }, '2022'],
    [{ year: 987, month: null, day: null }, '0987'],
    [{ year: null, month: 1, day: 6 }, '--01-06'],
    [{ year: null, month: 12, day: null }, '--12'],
    [{ year: null, month: null, day: 6 }, '---06'],
    [{ year: null, month: null, day: null }, null],
  ])('%j is %s', (date, iso) => {
    expect(isoDate(date)).toBe(iso);
  });

  test('of a figure are ISO strings; a stretch has no single value', () => {
    const day: DateQuantity = {
      dimension: 'date',
      from: { year: null, month: 1, day: 6 },
      to: { year: null, month: 1, day: 6 },
      hedge: null,
      grain: 'day',
    };
    const quarter: DateQuantity = {
      ...day,
      from: { year: 2022, month: 1, day: null },
      to: { year: 2022, month: 3, day: null },
      grain: 'quarter',
    };
    const report = extractReport([draftOf('a.txt', analysed('6 January, then Q1 2022', { '6 January': day, 'Q1 2022': quarter }))]);
    expect(report).toMatchObject({
      version: 1,
      files: [
        {
          path: 'a.txt',
          names: [],
          figures: [
            { quantity: { dimension: 'date', value: '--01-06', low: '--01-06', high: '--01-06', hedge: null, unit: null } },
            { quantity: { dimension: 'date', value: null, low: '2022-01', high: '2022-03', hedge: null, unit: null } },
          ],
        },
      ],
    });
  });
});
