/** Runs the tests beside this file inside VS Code's extension host, and reports each as one line of JSON. */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Milliseconds for one test; an editor that starts on a busy machine is slow. */
const TIMEOUT = 60_000;
/** A machine that lands a change may be busy with others; what fails twice is broken. At a desk a race is to be seen at once. */
const RETRIES = process.env.CI ? 1 : 0;

/**
 * What VS Code calls. Runs the file that `SECOND_SOURCE_SUITE` names, or every `*.test.js` that is not for one editor set-up
 * of its own.
 * @throws {Error} where a test failed
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TIMEOUT, retries: RETRIES, reporter: class {} as never });
  for (const file of files()) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => report({ state: 'passed', title: test.fullTitle() }));
    runner.on('pending', (test) => report({ state: 'skipped', title: test.fullTitle() }));
    runner.on('fail', (test, error) => report({ state: 'failed', title: test.fullTitle(), error: error.stack ?? String(error) }));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

function files(): string[] {
  const named = process.env.SECOND_SOURCE_SUITE;
  return named ? [`${named}.js`] : readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
}

function report(event: { state: string; title: string; error?: string }): void {
  const path = process.env.SECOND_SOURCE_REPORT;
  if (path) appendFileSync(path, `${JSON.stringify(event)}\n`);
}
