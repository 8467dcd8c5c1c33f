/** Changes a small text file as a whole, so that of several programs that change it at once none undoes what another did. */
import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { type FileHandle, link, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { whyUnreadable } from './files.ts';

/** The text that stands there now, or why the file was left as it is, in English words for the writer. */
export type Update = { readonly text: string } | { readonly failed: string };

/** A lock that stands unchanged for so long, in milliseconds, is that of a program that died: writing takes a few. */
const DEAD = 3000;
/** Nobody waits longer than this for others to finish, in milliseconds. */
const PATIENCE = 30_000;
/** How long to wait before another try, in milliseconds: at least, and up to as much again. */
const PAUSE = 5;

/**
 * Gives `edit` the file's text ('' where there is no file) and puts in its place what comes back; for '' the file is taken away. `edit`
 * is asked again where the text changed meanwhile. Programs that use this wait for one another: the new text is written into
 * `FILE.lock`, which only one can create, and which then takes the file's place in one step.
 */
export async function updateFile(path: string, edit: (text: string) => string): Promise<Update> {
  try {
    // A link stays one: what it leads to is what changes.
    const target = await realpath(path).catch(() => path);
    const deadline = performance.now() + PATIENCE;
    while (performance.now() < deadline) {
      const lock = await Lock.take(`${target}.lock`, deadline);
      if (!lock) break;
      const text = await replace(target, lock, edit);
      if (text !== null) return { text };
    }
    return { failed: 'is in use by another program' };
  } catch (error) {
    return { failed: error instanceof NotText ? 'is not a text in UTF-8' : whyUnreadable(error) };
  }
}

class NotText extends Error {}

/** The text that stands there now; null where somebody wrote without asking, and it has to be done again. */
async function replace(target: string, lock: Lock, edit: (text: string) => string): Promise<string | null> {
  let isMoved = false;
  try {
    const before = await read(target);
    const after = edit(before);
    if (after === before) return after;
    if (after !== '') await lock.write(after, await modeOf(target));
    await lock.close();
    if ((await read(target)) !== before || !(await lock.isOurs())) return null;
    if (after === '') await rm(target, { force: true });
    else {
      await persistently(() => rename(lock.path, target));
      isMoved = true;
    }
    return after;
  } finally {
    await lock.release(isMoved);
  }
}

async function read(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Written back it would be another text.
    throw new NotText();
  }
}

async function modeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mode }) => mode & 0o777,
    () => null,
  );
}

/** On Windows a file that a virus scanner or an editor has open cannot be replaced at that moment. */
async function persistently(step: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await step();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (process.platform !== 'win32' || tries === 20 || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw error;
      await setTimeout(PAUSE * tries);
    }
  }
}

/** A file that one program at a time can have. */
class Lock {
  private identity = '';

  /** @param handle stays open until the text is written: what stands at the path may be another's lock by then */
  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /** Null where nobody gave it up in time. Rejects where no file can be made there. */
  static async take(path: string, deadline: number): Promise<Lock | null> {
    let seen = '';
    let since = 0;
    while (performance.now() < deadline) {
      try {
        return new Lock(path, await open(path, 'wx'));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // Windows says EPERM while a file that was taken away is still open somewhere.
        if (code !== 'EEXIST' && !(process.platform === 'win32' && code === 'EPERM')) throw error;
      }
      const stands = await identityOf(path);
      if (stands !== seen) {
        seen = stands;
        since = performance.now();
      } else if (seen !== '' && performance.now() - since > DEAD) await bury(path, seen);
      await setTimeout(PAUSE * (1 + Math.random()));
    }
    return null;
  }

  async write(text: string, mode: number | null): Promise<void> {
    await this.handle.writeFile(text);
    if (mode !== null) await this.handle.chmod(mode);
    await this.handle.sync();
  }

  /** Nothing more is written: what is to take another file's place must not be open. */
  async close(): Promise<void> {
    if (this.identity !== '') return;
    this.identity = identify(await this.handle.stat({ bigint: true }));
    await this.handle.close();
  }

  /** Whether nobody took it for a dead one meanwhile, as where the computer slept. */
  async isOurs(): Promise<boolean> {
    return (await identityOf(this.path)) === this.identity;
  }

  async release(isMoved: boolean): Promise<void> {
    await this.close();
    if (!isMoved && (await this.isOurs())) await rm(this.path, { force: true });
  }
}

/** What tells a lock from the next one at its path; '' where there is none. */
async function identityOf(path: string): Promise<string> {
  return stat(path, { bigint: true }).then(identify, () => '');
}

/** A number alone is soon given to another file. */
function identify({ ino, mtimeNs }: BigIntStats): string {
  return `${ino} ${mtimeNs}`;
}

/** Takes a dead program's lock away. Where it is another one by now, its owner gets it back. */
async function bury(path: string, identity: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await identityOf(aside)) !== identity) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
