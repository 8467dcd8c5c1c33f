/** The benchmark's table and its gate, on measurements that are made up. */
import { expect, test } from 'vitest';
import { madeUpDesk } from './desk.ts';
import { linesOf, Measured, missing, quantile, regressions, type Section } from './table.ts';

function sectionOf(...values: number[]): Section {
  const ratio = new Measured('one keystroke', 'times', { goal: 1.3, gate: 4 });
  ratio.values.push(...values);
  return { title: 'Typing', rows: [ratio, missing('activation', 'ms', 50, 'there is no editor')] };
}

test('a row has its goal, its median and its spread, and says whether the goal is met', () => {
  const [title, , met, none] = linesOf(sectionOf(1.25, 1.5, 1.1));
  expect(title).toBe('Typing');
  expect(met?.split(/ {2,}/).filter(Boolean)).toEqual(['one keystroke', '1.3 times', '1.3 times', '1.1 to 1.5', 'met']);
  expect(linesOf(sectionOf(1.4))[2]).toMatch(/once +missed$/);
  expect(none).toContain('there is no editor');
});

test('the gate fails for what is much worse, and for nothing that is only missed or has no measurement', () => {
  expect(regressions([sectionOf(1, 3.9, 9)])).toEqual([]);
  expect(regressions([sectionOf(1, 4.5, 5)])).toEqual(['Typing: one keystroke: 4.5 times, more than 4']);
});

test('a quantile is one of the values', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([quantile(values), quantile(values, 0.95), quantile([7])]).toEqual([51, 96, 7]);
});

test('a row goes from one process to another as it is', () => {
  const [row] = sectionOf(1, 2).rows;
  expect(JSON.parse(JSON.stringify(row))).toEqual({ name: 'one keystroke', unit: 'times', values: [1, 2], goal: 1.3, gate: 4 });
});

test('the texts are the same every time, the draft for libraries of any size, and common names are common', () => {
  const [few, many] = [madeUpDesk(100, 5000, 1), madeUpDesk(400, 5000, 1)];
  expect(many.draft).toBe(few.draft);
  expect(many.sources.slice(0, 100)).toEqual(few.sources);
  const towns = new Map<string, number>();
  for (const { bytes } of many.sources) {
    const [, town] = /^title: The \w+ in (\w+)$/m.exec(new TextDecoder().decode(bytes))!;
    towns.set(town!, (towns.get(town!) ?? 0) + 1);
  }
  const counts = [...towns.values()].sort((a, b) => b - a);
  expect(counts[0]).toBeGreaterThanOrEqual(counts[counts.length >> 1]! * 3);
});
