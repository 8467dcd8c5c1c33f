/** The counting behind the last line of `npm test`. */
import { expect, test } from 'vitest';
import { add, emptyTally, failedFiles, replaceFiles, summary, tallySuite, tallyVitest } from './tally.mjs';

const file = (status: string, ...tests: string[]) => named('/a.test.ts', status, ...tests);
const named = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

test('passed, failed and skipped tests of every file are summed', () => {
  const report = { testResults: [file('passed', 'passed', 'pending', 'todo'), file('failed', 'passed', 'failed')] };
  expect(tallyVitest(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test('a file that cannot be loaded counts as a failed test', () => {
  expect(tallyVitest({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run that fails though its tests pass, or that reports nothing, is a failed test', () => {
  expect(tallyVitest({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
  expect(tallyVitest(undefined, 1).failed).toBe(1);
});

test('what files give when they are run once more takes the place of what they gave first', () => {
  const first = { testResults: [named('/a.test.ts', 'passed', 'passed'), named('/b.test.ts', 'failed', 'passed', 'failed')] };
  expect(failedFiles(first)).toEqual(['/b.test.ts']);
  const second = { testResults: [named('/b.test.ts', 'passed', 'passed', 'passed')] };
  expect(tallyVitest(replaceFiles(first, ['/b.test.ts'], second), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  expect(tallyVitest(replaceFiles(first, ['/b.test.ts'], first), 1).failed).toBe(1);
  expect(tallyVitest(replaceFiles(first, ['/b.test.ts'], undefined), 1).failed).toBe(1);
});

test('the closing line names skipped tests only where there are some', () => {
  const total = emptyTally();
  add(
    total,
    tallySuite([
      { state: 'passed', title: 'a' },
      { state: 'failed', title: 'b', error: 'no' },
    ]),
  );
  add(total, { passed: 2 });
  expect(summary(total)).toBe('3 passed, 1 failed');
  add(total, { skipped: 1 });
  expect(summary(total)).toBe('3 passed, 1 failed, 1 skipped');
});
