/** How a desktop VS Code is started so that it shares nothing with the one its user works in. */
import { resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import { run } from '../../run/process.mjs';

/** @param {import('./server.mjs').Profile} profile */
export function desktopArgs({ userData, extensions }) {
  const quiet = ['--skip-welcome', '--skip-release-notes', '--disable-updates', '--disable-telemetry', '--disable-workspace-trust'];
  // Electron's sandbox refuses root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...sandbox, ...quiet, '--new-window', `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
}

/** The environment of a desktop editor: one started from another's terminal must not take itself for that one's helper. */
export function desktopEnv() {
  /** @type {Record<string, string>} */
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(VSCODE_|ELECTRON_RUN_AS_NODE$)/.test(name)) env[name] = value;
  }
  return env;
}

/**
 * Installs a packaged extension into a profile.
 * @param {string} executable the desktop editor's program
 * @param {import('./server.mjs').Profile} profile
 * @param {string} vsix
 * @throws {Error} with what the editor said
 */
export async function installOnDesktop(executable, { userData, extensions }, vsix) {
  const cli = resolveCliPathFromVSCodeExecutablePath(executable);
  const args = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, '--install-extension', vsix];
  const { code, text } = await run(cli, args, { env: desktopEnv(), output: 'pipe' });
  if (code !== 0) throw new Error(`VS Code did not install ${vsix}:\n${text}`);
}
