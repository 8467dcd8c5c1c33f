/**
 * Runs one program and ends it, with everything that it started, when whoever started this one goes away.
 *
 * Standard input is the leash: it closes when the parent closes it and also when the parent is killed outright, which no
 * signal handler of the parent would see. Usage: `node leash.mjs COMMAND ARGUMENT...`, as the leader of a process group.
 */
import { execFileSync, spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Milliseconds that a program has to end by itself once asked. */
const GRACE = 4000;

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
let stopping = false;

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  if (process.platform === 'win32') {
    try {
      execFileSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    } catch {
      // It had ended already.
    }
  } else {
    process.kill(-process.pid, signal);
  }
}

function stop() {
  if (stopping) return;
  stopping = true;
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), GRACE);
}

// This process is in the group that it signals, and has to outlive the signal to see the others end.
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();

child.on('error', (error) => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => {
  if (stopping) signalGroup('SIGKILL');
  process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
});
