/** Starts other programs so that none of them, nor any of their children, outlives this one. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const LEASH = fileURLToPath(new URL('./leash.mjs', import.meta.url));

/**
 * @typedef {object} ProcessOptions
 * @property {string} [cwd] the folder it runs in; the project's by default
 * @property {NodeJS.ProcessEnv} [env] its whole environment; this process's by default
 * @property {'inherit' | 'pipe'} [output] where its output goes: to the terminal (the default), or to the caller
 */
/**
 * @typedef {object} Running
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<number>} exited resolves with the exit code
 * @property {() => Promise<void>} stop ends the program and all it started, and waits until they are gone
 */

/**
 * Starts a program on a leash, in a process group of its own.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ProcessOptions} [options]
 * @returns {Running}
 */
export function start(command, args, { cwd = ROOT, env = process.env, output = 'inherit' } = {}) {
  const child = spawn(process.execPath, [LEASH, command, ...args], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['pipe', output, output],
    windowsHide: true,
  });
  const exited = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      endGroup(child.pid);
      resolve(code ?? 1);
    });
  });
  return {
    child,
    exited,
    stop: async () => {
      child.stdin?.end();
      await exited;
    },
  };
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ProcessOptions} [options]
 * @returns {Promise<{ code: number, text: string }>} `text` is what it wrote, where the output was piped
 */
export async function run(command, args, options) {
  const { child, exited } = start(command, args, options);
  /** @type {Buffer[]} */
  const chunks = [];
  const drained = [child.stdout, child.stderr].map(
    (stream) => stream && new Promise((resolve) => stream.on('data', (chunk) => chunks.push(chunk)).on('close', resolve)),
  );
  const code = await exited;
  await Promise.all(drained);
  return { code, text: Buffer.concat(chunks).toString('utf8') };
}

/**
 * The command line of the npm that runs this script, else of the one beside Node.
 * @param {readonly string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npm(args) {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = places.find((place) => basename(place) === 'npm-cli.js' && existsSync(place));
  return script ? [process.execPath, [script, ...args]] : ['npm', [...args]];
}

/**
 * Whether a process with this id runs.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Ends what a program left running in its process group.
 * @param {number | undefined} group
 */
function endGroup(group) {
  if (!group || process.platform === 'win32') return;
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // The usual case: the group is empty.
  }
}
