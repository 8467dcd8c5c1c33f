/** Opens a real VS Code as a person sees it, for tests that point, type, look and take pictures. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { ROOT } from '../../run/process.mjs';
import { startBrowser } from './browser.mjs';
import { desktopArgs, desktopEnv, installOnDesktop } from './desktop.mjs';
import { testEditor } from './install.mjs';
import { freshProfile, installPackage, startServer } from './server.mjs';

/** Milliseconds for the editor to show itself, and for anything that is waited for in it: a busy machine is slow, and no test is of speed. */
const TIMEOUT = 90_000;
/** Where pictures go unless told otherwise; not under version control. */
const PICTURES = join(ROOT, '.cache', 'screenshots');

/**
 * @typedef {object} LaunchOptions
 * @property {string} workspace folder or `.code-workspace` file to open, absolute
 * @property {string} [extension] folder of the extension under development; the project by default, unless `vsix` is given
 * @property {string} [vsix] packaged extension to install into the fresh editor instead
 * @property {string} [openFile] file to show, absolute
 * @property {Record<string, unknown>} [settings] user settings
 * @property {string} [screenshots] folder for the pictures taken
 * @property {import('./install.mjs').Editor} [editor] the one that `testEditor` chooses by default
 */
/**
 * @typedef {object} Session an open editor
 * @property {import('playwright-core').Page} page
 * @property {(name: string) => Promise<string>} screenshot writes `name.png` and returns its path
 * @property {() => Promise<void>} close ends the editor and removes all it wrote
 */
/** @typedef {(() => unknown)[]} Undo what to undo at the end, the last first */

/**
 * Opens the editor with a fresh profile, and waits until it shows itself.
 * @param {LaunchOptions} options
 * @returns {Promise<Session>}
 */
export async function launch(options) {
  const editor = options.editor ?? (await testEditor());
  // Room made above the first line while one searches moves every line, under the pointer too.
  const profile = freshProfile({ 'editor.find.addExtraSpaceOnTop': false, ...options.settings });
  /** @type {Undo} */
  const undo = [profile.remove];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const open = editor.kind === 'server' ? inBrowser(editor, profile, options, undo) : onDesktop(editor, profile, options, undo);
    const page = await open;
    page.setDefaultTimeout(TIMEOUT);
    await page.waitForSelector('.monaco-workbench .part.statusbar');
    return { page, close, screenshot: (name) => screenshot(page, options.screenshots ?? PICTURES, name) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {import('./install.mjs').ServerEditor} editor
 * @param {import('./server.mjs').Profile} profile
 * @param {LaunchOptions} options
 * @param {Undo} undo
 */
async function inBrowser(editor, profile, { workspace, vsix, extension = vsix ? undefined : ROOT, openFile }, undo) {
  if (vsix) await installPackage(editor, profile, vsix);
  const server = await startServer(editor, profile, { driver: true });
  undo.push(server.stop);
  const browser = await startBrowser();
  undo.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(server.url({ workspace, extension, openFile }));
  return page;
}

/**
 * @param {import('./install.mjs').DesktopEditor} editor
 * @param {import('./server.mjs').Profile} profile
 * @param {LaunchOptions} options
 * @param {Undo} undo
 */
async function onDesktop({ executable }, profile, { workspace, vsix, extension = vsix ? undefined : ROOT, openFile }, undo) {
  if (vsix) await installOnDesktop(executable, profile, vsix);
  const args = desktopArgs(profile);
  if (extension) args.push(`--extensionDevelopmentPath=${extension}`);
  args.push(workspace);
  if (openFile) args.push(openFile);
  const app = await _electron.launch({ executablePath: executable, args, env: desktopEnv() });
  undo.push(() => app.close());
  return app.firstWindow({ timeout: TIMEOUT });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 * @param {string} name
 */
async function screenshot(page, folder, name) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
