/** Keeps two runs at once from doing the same thing to the same files. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './process.mjs';

/** Milliseconds between two tries to get the lock. */
const INTERVAL = 250;

/**
 * Does some work while nobody else does it; waits where somebody does.
 * @template T
 * @param {string} lock the file that stands for the work
 * @param {string} task what is being done, for the reader who waits
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(lock, task, work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; !take(lock); told = true) {
    if (!told) console.log(`Waiting for another run that is ${task} ...`);
    await wait(INTERVAL);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Takes the lock if nobody has it; the lock of a process that is gone is nobody's.
 * @param {string} lock
 */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function isHeld(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // A lock without a number is one that is just being written.
    return !holder || isAlive(holder);
  } catch {
    return true;
  }
}
