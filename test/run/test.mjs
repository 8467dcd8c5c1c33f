/**
 * `npm test`: installs, builds, type-checks, lints and runs every test, those in a real VS Code included. The last line is
 * `N passed, N failed`, summed over all runners; a type-check or a lint that fails is a failed test.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { npm, ROOT, run } from './process.mjs';
import { install } from './setup.mjs';
import { add, emptyTally, failedFiles, replaceFiles, summary, tallySuite, tallyVitest } from './tally.mjs';

const USAGE = 'Usage: npm test [-- --no-editor]';
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

const total = emptyTally();
const scratch = mkdtempSync(join(tmpdir(), 'second-source-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => process.exit(1));

/**
 * Does one step of the run. A step that throws is a failed test.
 * @param {string} title
 * @param {() => Promise<Partial<import('./tally.mjs').Tally> | void>} work says how many tests it held; nothing means one, passed
 * @returns {Promise<boolean>} whether nothing failed
 */
async function step(title, work) {
  console.log(`\n== ${title}`);
  try {
    const tally = (await work()) ?? { passed: 1 };
    add(total, tally);
    return !tally.failed;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    console.log(`FAILED: ${title}`);
    add(total, { failed: 1 });
    return false;
  }
}

/** @param {string} script of package.json */
async function runScript(script) {
  const { code, text } = await run(...npm(['run', '--silent', script]), { output: 'pipe' });
  if (code !== 0) throw new Error(text);
}

/**
 * Runs the tests of a configuration. A machine that lands a change may be busy with others, so that an editor loses a key now and
 * then: there the files that failed are run once more, each from its start, for a test that failed leaves its desk in disorder. What
 * fails twice is broken. At a desk a race is to be seen at once.
 * @param {string} config
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runVitest(config, env = {}) {
  const first = await vitest(config, env);
  const failed = process.env.CI ? failedFiles(first.report) : [];
  if (!failed.length) return tallyVitest(first.report, first.code);
  console.log(`\nRun once more, for tests in them failed:\n${failed.join('\n')}\n`);
  const second = await vitest(config, env, failed);
  return tallyVitest(replaceFiles(first.report, failed, second.report), second.code);
}

/**
 * @param {string} config
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [files] all of the configuration when left out
 * @returns {Promise<{ report: import('./tally.mjs').VitestReport | undefined, code: number }>}
 */
async function vitest(config, env, files = []) {
  const output = join(scratch, 'vitest.json');
  rmSync(output, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  // Vitest colours its output in CI too, where nothing reads the colours.
  const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
  const { code } = await run(process.execPath, [VITEST, 'run', '--config', config, ...reporters, ...files], {
    env: { ...process.env, ...colours, ...env },
  });
  return { report: readJson(output), code };
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs one suite inside the editor, on a copy of the sample desk.
 * @param {Omit<import('../editor/harness/suite.mjs').SuiteOptions, 'suite' | 'workspace'>} options
 */
async function runInEditor(options) {
  const { runSuite } = await import('../editor/harness/suite.mjs');
  const workspace = mkdtempSync(join(scratch, 'desk-'));
  cpSync(join(ROOT, 'corpus'), workspace, { recursive: true });
  const events = await runSuite({ ...options, workspace, suite: join(ROOT, 'dist', 'test', 'index.js') });
  const marks = { passed: '✓', failed: '✗', skipped: '-' };
  for (const { state, title, error } of events) console.log(` ${marks[state]} ${title}${error ? `\n${error}` : ''}`);
  return tallySuite(events);
}

/** Runs the tests that need an editor. */
async function testEditor() {
  /** @type {import('../editor/harness/install.mjs').Editor | undefined} */
  let editor;
  await step('an editor to test in', async () => {
    const harness = await import('../editor/harness/install.mjs');
    editor = await harness.testEditor();
    if (editor.kind === 'server') await harness.chromium();
    console.log(editor.kind === 'server' ? `VS Code in the browser: ${editor.main}` : `Desktop VS Code: ${editor.executable}`);
  });
  if (!editor) return;
  const { kind } = editor;
  await step('tests inside VS Code', async () => {
    const { bundleSuite } = await import('../../esbuild.mjs');
    await bundleSuite();
    return runInEditor({ editor });
  });
  await step('the package, installed into VS Code', async () => {
    const { makePackage } = await import('./package.mjs');
    const vsix = await makePackage(scratch);
    return runInEditor({ editor, vsix, env: { SECOND_SOURCE_SUITE: 'installed' } });
  });
  await step('VS Code as a person sees it', () => runVitest('test/editor/vitest.config.mts', { SECOND_SOURCE_EDITOR: kind }));
}

async function main() {
  const { values } = parseArgs({ options: { 'no-editor': { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const installed = await step('install', install);
  const built =
    installed &&
    (await step('build', async () => {
      const { bundlePrograms } = await import('../../esbuild.mjs');
      await bundlePrograms();
    }));
  if (installed) {
    await step('types', () => runScript('typecheck'));
    await step('lint', () => runScript('lint'));
    await step('tests', () => runVitest('test/vitest.config.mts'));
  }
  if (built && !values['no-editor']) await testEditor();
  console.log(`\n${summary(total)}`);
}

try {
  await main();
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  if (error instanceof TypeError) console.log(USAGE);
  process.exit(1);
}
process.exit(total.failed ? 1 : 0);
