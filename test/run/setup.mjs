/** Installs the dependencies when they are missing or the lock file changed. Uses nothing but Node's own modules. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { npm, ROOT, run } from './process.mjs';

/** The oldest Node that the dependencies run on, as `engines` in package.json says. */
const OLDEST_NODE = [20, 12];
const LOCK = join(ROOT, '.cache', 'install.lock');

/**
 * Makes `node_modules` match the lock file. Of two runs at once one installs and the other waits for it.
 * @param {string} [folder] the one that holds both; the project's by default
 * @throws {Error} with a message for the reader, where Node is too old or `npm ci` fails
 */
export async function install(folder = ROOT) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`Second Source needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  }
  const wanted = fingerprint(folder);
  const stamp = join(folder, 'node_modules', '.second-source-installed');
  if (read(stamp) === wanted) return;
  await withLock(LOCK, 'installing the dependencies', async () => {
    if (read(stamp) === wanted) return;
    console.log('Installing the dependencies (npm ci) ...');
    const { code } = await run(...npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']), { cwd: folder });
    if (code !== 0) throw new Error('npm ci failed; what it said is above.');
    writeFileSync(stamp, wanted);
  });
}

/**
 * What the installed files depend on. Some packages hold a binary for one platform.
 * @param {string} folder
 */
function fingerprint(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
