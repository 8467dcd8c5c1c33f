/** What the checker gets right on stories that its rules were not made from does not fall. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../cli/run.ts';
import { evaluate } from './evaluate.mjs';
import { add, emptyScore, type Measure, measures, type Report, type Score, stories } from './score.mjs';

type Line = Readonly<Partial<Record<Measure, number>>>;

/** Percentages, a little under what was measured: `alarms` may not rise above its line, the others may not fall below theirs. */
const lines: Readonly<Record<'tuned' | 'held', Line>> = {
  tuned: { verdicts: 92, caught: 79, alarms: 0.8, agreeing: 96.2, differing: 64, quiet: 96, names: 95 },
  held: { verdicts: 88.3, caught: 72, alarms: 1.5, agreeing: 92.4, differing: 57.8, names: 91 },
};

/** Milliseconds for all stories, on a machine that does much else. */
const LONG = 300_000;

const cli = commandLine();
let scores: Readonly<Record<'tuned' | 'held', Score>>;
beforeAll(() => {
  scores = evaluate(cli.program());
}, LONG);

describe.each(Object.entries(lines))('on the %s cases', (name, line) => {
  test.each(Object.entries(line))('%s holds its line of %d%', (measure, least) => {
    const { hits, of } = scores[name as keyof typeof lines][measure as Measure];
    expect(of).toBeGreaterThan(0);
    const reached = (100 * hits) / of;
    if (measure === 'alarms') expect(reached, measures.alarms).toBeLessThanOrEqual(least);
    else expect(reached, measures[measure as Measure]).toBeGreaterThanOrEqual(least);
  });
});

test('every labelled text is in its draft, every named source in its story, and no two cases share an id', () => {
  const ids = new Set<string>();
  for (const { cases, sources } of stories()) {
    for (const { id, draft, figures, nofigures = [], names = [] } of cases) {
      expect(ids.has(id), id).toBe(false);
      ids.add(id);
      for (const text of [...figures.map((figure) => figure.text), ...nofigures, ...names.map((one) => one.text)])
        expect(draft).toContain(text);
      for (const file of figures.flatMap(({ agree, differ }) => [...agree, ...differ]))
        expect(existsSync(join(sources, file)), file).toBe(true);
    }
  }
});

test('a right figure that is refuted counts as an alarm, and a wrong one that is not as missed', () => {
  const figure = (text: string, status: string) => ({ text, status, agree: [], differ: [] });
  const labelled = { id: 'x', draft: '12 died and 40 fled.', figures: [figure('12', 'supported'), figure('40', 'refuted')] };
  const found = (start: number, text: string, verdict: string) => ({ start, end: start + 2, text, verdict, evidence: [] });
  const report: Report = { path: 'x.md', figures: [found(0, '12', 'refuted'), found(12, '40', 'unsourced')], names: [], findings: [] };
  const score = emptyScore();
  add(score, labelled, report);
  expect(score).toMatchObject({ verdicts: { hits: 0, of: 2 }, alarms: { hits: 1, of: 1 }, caught: { hits: 0, of: 1 } });
});
