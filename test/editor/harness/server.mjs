/** Runs VS Code's server, which serves the editor to a browser on this machine. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { run, start } from '../../run/process.mjs';

/** Milliseconds for the server to say where it listens. */
const START_TIMEOUT = 60_000;

/** What keeps a first run quiet: no greeting, no questions, no traffic. */
const QUIET = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'git.openRepositoryInParentFolders': 'never',
  'files.simpleDialog.enable': true,
};

/**
 * @typedef {object} Profile fresh folders for one run of an editor
 * @property {string} folder
 * @property {string} userData
 * @property {string} extensions
 * @property {() => void} remove
 */

/**
 * Makes a fresh profile in a temporary folder.
 * @param {Record<string, unknown>} [settings] user settings, over the ones that keep a first run quiet
 * @returns {Profile}
 */
export function freshProfile(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-'));
  const userData = join(folder, 'user');
  const extensions = join(folder, 'extensions');
  mkdirSync(extensions);
  // A server reads `Machine`, a desktop editor `User`, and code-server both.
  for (const scope of ['Machine', 'User']) {
    mkdirSync(join(userData, scope), { recursive: true });
    writeFileSync(join(userData, scope, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  }
  return { folder, userData, extensions, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * @param {import('./install.mjs').ServerEditor} editor
 * @param {Profile} profile
 */
function serverArgs({ main }, { folder, userData, extensions }) {
  const data = ['--user-data-dir', userData, '--server-data-dir', join(folder, 'server'), '--extensions-dir', extensions];
  return [main, ...data, '--accept-server-license-terms', '--disable-telemetry'];
}

/**
 * Installs a packaged extension into a profile, as `code --install-extension` does.
 * @param {import('./install.mjs').ServerEditor} editor
 * @param {Profile} profile
 * @param {string} vsix
 * @throws {Error} with what the editor said
 */
export async function installPackage(editor, profile, vsix) {
  const args = [...serverArgs(editor, profile), '--install-extension', vsix];
  const { code, text } = await run(editor.node, args, { cwd: profile.folder, output: 'pipe' });
  if (code !== 0) throw new Error(`VS Code did not install ${vsix}:\n${text}`);
}

/**
 * @typedef {object} EditorServer
 * @property {number} port on the loopback interface
 * @property {(page: PageOptions) => string} url the editor's address, which holds the secret that it asks for
 * @property {() => string} log what the server has written so far
 * @property {Promise<number>} exited
 * @property {() => Promise<void>} stop
 */
/**
 * @typedef {object} PageOptions
 * @property {string} workspace folder or `.code-workspace` file to open
 * @property {string} [extension] folder of an extension under development
 * @property {string} [suite] JavaScript file whose `run` is called in the extension host
 * @property {string} [openFile] file to show
 */

/**
 * Starts the server on a free port, behind a random token.
 * @param {import('./install.mjs').ServerEditor} editor
 * @param {Profile} profile
 * @param {{ env?: NodeJS.ProcessEnv, driver?: boolean }} [options] `driver` opens the editor to automation
 * @returns {Promise<EditorServer>}
 */
export async function startServer(editor, profile, { env = process.env, driver = false } = {}) {
  const token = randomBytes(24).toString('hex');
  const tokenFile = join(profile.folder, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const args = [...serverArgs(editor, profile), '--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile];
  if (driver) args.push('--enable-smoke-test-driver');
  const server = start(editor.node, args, { cwd: profile.folder, env, output: 'pipe' });
  let log = '';
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code's server did not start in time:\n${log}`)), START_TIMEOUT);
    const read = (/** @type {Buffer} */ chunk) => {
      log += chunk;
      const port = /^Extension host agent listening on (\d+)/m.exec(log)?.[1];
      if (port) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    };
    server.child.stdout?.on('data', read);
    server.child.stderr?.on('data', read);
    server.exited.then((code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with exit code ${code}:\n${log}`));
    });
  });
  try {
    const port = await listening;
    return { port, url: (page) => pageUrl(port, token, page), log: () => log, exited: server.exited, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * @param {number} port
 * @param {string} token
 * @param {PageOptions} page
 */
function pageUrl(port, token, { workspace, extension, suite, openFile }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (suite) payload.push(['extensionTestsPath', remote(suite)]);
  if (openFile) payload.push(['openFile', remote(openFile)]);
  const query = new URLSearchParams({
    tkn: token,
    [posix.extname(workspace) === '.code-workspace' ? 'workspace' : 'folder']: workspace,
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}
