/** Counts tests over several runners. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * Adds to a tally.
 * @param {Tally} total
 * @param {Partial<Tally>} part
 */
export function add(total, { passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/**
 * The closing line of a run.
 * @param {Tally} tally
 */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/**
 * @typedef {object} VitestReport the part that is read of what Vitest's JSON reporter writes
 * @property {{ name: string, status: string, assertionResults: { status: string }[] }[]} testResults one for each file, named by its path
 */

/**
 * The paths of the files with a test that failed, or that could not be loaded.
 * @param {VitestReport | undefined} report
 */
export function failedFiles(report) {
  return (report?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name);
}

/**
 * A report of a run in which some files were run once more: their first results give way to the second ones.
 * @param {VitestReport | undefined} first
 * @param {readonly string[]} files paths
 * @param {VitestReport | undefined} second
 * @returns {VitestReport | undefined} nothing where the second run reported nothing
 */
export function replaceFiles(first, files, second) {
  return second && { testResults: [...(first?.testResults ?? []).filter(({ name }) => !files.includes(name)), ...second.testResults] };
}

/**
 * Counts a Vitest run. A file that cannot be loaded is a failed test, and so is a run that fails though its tests pass.
 * @param {VitestReport | undefined} report
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyVitest(report, exitCode) {
  const tally = emptyTally();
  for (const { status, assertionResults } of report?.testResults ?? []) {
    for (const test of assertionResults) tally[test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped']++;
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) tally.failed++;
  }
  if (exitCode !== 0 && tally.failed === 0) tally.failed++;
  return tally;
}

/**
 * Counts what a suite inside the editor reported.
 * @param {readonly import('../editor/harness/suite.mjs').SuiteEvent[]} events
 * @returns {Tally}
 */
export function tallySuite(events) {
  const tally = emptyTally();
  for (const { state } of events) tally[state]++;
  return tally;
}
