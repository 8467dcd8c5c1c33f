/** Runs a Mocha suite inside the extension host of a real VS Code. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ROOT } from '../../run/process.mjs';
import { startBrowser } from './browser.mjs';
import { desktopArgs, installOnDesktop } from './desktop.mjs';
import { testEditor } from './install.mjs';
import { freshProfile, installPackage, startServer } from './server.mjs';

/** Milliseconds for a whole suite. */
const TIMEOUT = 300_000;

/**
 * @typedef {import('./launch.mjs').LaunchOptions & { suite: string, env?: Record<string, string> }} SuiteOptions `suite`
 *   is a JavaScript file, absolute, that exports `run`; `env` is added to the environment that it sees
 */
/**
 * @typedef {object} SuiteEvent one line of the report that the suite writes
 * @property {'passed' | 'failed' | 'skipped'} state
 * @property {string} title
 * @property {string} [error]
 */

/**
 * Runs a suite in a fresh editor. An editor that fails, or ends before its tests have, counts as one failed test more.
 * @param {SuiteOptions} options
 * @returns {Promise<SuiteEvent[]>}
 */
export async function runSuite(options) {
  const editor = options.editor ?? (await testEditor());
  // VS Code in a browser saves what is edited after a second, which no test asks for.
  const profile = freshProfile({ 'files.autoSave': 'off', ...options.settings });
  const report = join(profile.folder, 'report.jsonl');
  writeFileSync(report, '');
  const env = { ...options.env, SECOND_SOURCE_REPORT: report };
  try {
    const ran = editor.kind === 'server' ? inBrowser(editor, profile, options, env) : onDesktop(editor, profile, options, env);
    const trouble = await ran;
    const lines = readFileSync(report, 'utf8').split('\n').filter(Boolean);
    /** @type {SuiteEvent[]} */
    const events = lines.map((line) => JSON.parse(line));
    if (trouble && !events.some(({ state }) => state === 'failed'))
      events.push({ state: 'failed', title: 'the suite ends well', error: trouble });
    if (events.length === 0) events.push({ state: 'failed', title: 'the suite holds tests', error: 'It reported none.' });
    return events;
  } finally {
    profile.remove();
  }
}

/**
 * @param {import('./install.mjs').ServerEditor} editor
 * @param {import('./server.mjs').Profile} profile
 * @param {SuiteOptions} options
 * @param {Record<string, string>} env
 * @returns {Promise<string | undefined>} what went wrong
 */
async function inBrowser(editor, profile, { workspace, suite, vsix, extension = developed(profile, vsix), openFile }, env) {
  if (vsix) await installPackage(editor, profile, vsix);
  const server = await startServer(editor, profile, { driver: true, env: { ...process.env, ...env } });
  try {
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      /** @type {string[]} */
      const log = [];
      await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
        log.push(`${type}: ${args.join(' ')}`);
      });
      /** @type {Promise<string | undefined>} */
      const ended = new Promise((resolve) => {
        const exit = (/** @type {number} */ code) => resolve(code === 0 ? undefined : `The suite ended with exit code ${code}.`);
        page.exposeFunction('codeAutomationExit', exit).then(() => page.goto(server.url({ workspace, extension, suite, openFile })));
        setTimeout(resolve, TIMEOUT, 'The suite did not end in time.').unref();
        page.on('crash', () => resolve('The page crashed.'));
        server.exited.then((code) => resolve(`The server ended with exit code ${code}.`));
      });
      const trouble = await ended;
      return trouble && [trouble, ...log.slice(-30), server.log()].join('\n');
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('./install.mjs').DesktopEditor} editor
 * @param {import('./server.mjs').Profile} profile
 * @param {SuiteOptions} options
 * @param {Record<string, string>} env
 * @returns {Promise<string | undefined>} what went wrong
 */
async function onDesktop({ executable }, profile, { workspace, suite, vsix, extension = developed(profile, vsix), openFile }, env) {
  if (vsix) await installOnDesktop(executable, profile, vsix);
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      extensionTestsEnv: env,
      launchArgs: [workspace, ...(openFile ? [openFile] : []), ...desktopArgs(profile)],
    });
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/**
 * The extension under development. VS Code runs a suite only where there is one, so a package that is tested as installed
 * gets an empty one beside it.
 * @param {import('./server.mjs').Profile} profile
 * @param {string | undefined} vsix
 */
function developed(profile, vsix) {
  if (!vsix) return ROOT;
  const folder = join(profile.folder, 'empty-extension');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'empty', publisher: 'second-source-test', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
