/** `npm start`: installs, builds, checks the sample draft in the terminal and opens VS Code on the sample desk. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isAlive, ROOT, run, start } from './process.mjs';
import { install } from './setup.mjs';

const CORPUS = join(ROOT, 'corpus');
const DRAFT = join(CORPUS, 'draft.md');
const USAGE = 'Usage: npm start [-- --no-editor]';

/** Milliseconds between two looks at whether whoever started this is still there. */
const STARTER_INTERVAL = 500;

/** Builds, and prints what the command line finds in the sample draft. */
async function check() {
  const { bundlePrograms } = await import('../../esbuild.mjs');
  await bundlePrograms();
  const cli = join(ROOT, 'dist', 'cli.js');
  const args = ['check', 'corpus/draft.md', '--sources', 'corpus/sources'];
  console.log(`second-source ${args.join(' ')}\n`);
  const { code } = await run(process.execPath, [cli, ...args]);
  // 1 says that there are findings, and the sample draft is there to have some.
  if (code > 1) throw new Error(`The check ended with exit code ${code}.`);
}

/** Opens the editor and stays until a signal comes, or until the person closes a desktop editor. */
async function edit() {
  const stopped = untilStopped();
  const { personalEditor } = await import('../editor/harness/install.mjs');
  const { freshProfile, startServer } = await import('../editor/harness/server.mjs');
  const editor = await Promise.race([stopped, personalEditor()]);
  if (!editor) return;
  const profile = freshProfile();
  /** @type {import('./process.mjs').Running | import('../editor/harness/server.mjs').EditorServer | undefined} */
  let running;
  try {
    if (editor.kind === 'server') {
      // VS Code takes an extension under development from a browser's address only where it is driven by a test.
      const { layOut } = await import('./package.mjs');
      await layOut(join(profile.extensions, 'second-source'));
      running = await startServer(editor, profile);
      const url = running.url({ workspace: CORPUS, openFile: DRAFT });
      console.log(`\nReady: ${url}\n\nVS Code runs until Ctrl+C.`);
    } else {
      const { desktopArgs, desktopEnv } = await import('../editor/harness/desktop.mjs');
      const args = [...desktopArgs(profile), `--extensionDevelopmentPath=${ROOT}`, CORPUS, DRAFT];
      running = start(editor.executable, args, { env: desktopEnv() });
      console.log('\nReady: VS Code opens in a window of its own, and runs until it is closed or Ctrl+C.');
    }
    const ended = await Promise.race([stopped, running.exited]);
    if (ended) throw new Error(`VS Code ended with exit code ${ended}.`);
  } finally {
    await running?.stop();
    profile.remove();
  }
}

/**
 * Resolves when a signal asks this process to end, or when the npm that started it is gone.
 * @returns {Promise<undefined>}
 */
function untilStopped() {
  return new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => resolve(undefined));
    // npm passes on some signals only, and the shell between npm and this process passes on none.
    const watched = starters();
    setInterval(() => watched.every(isAlive) || resolve(undefined), STARTER_INTERVAL).unref();
  });
}

/** The ids of the processes that started this one on the reader's behalf: its parent and, behind npm's shell, npm. */
function starters() {
  const found = [process.ppid];
  if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
    const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(process.ppid)], { encoding: 'utf8' });
    const [parent = '', name = ''] = (stdout ?? '').trim().split(/ +/);
    if (/sh$/.test(name)) found.push(Number(parent));
  }
  return found;
}

try {
  const { values } = parseArgs({ options: { 'no-editor': { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
  } else {
    await install();
    await check();
    if (!values['no-editor']) await edit();
  }
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof TypeError) console.error(USAGE);
  process.exit(1);
}
