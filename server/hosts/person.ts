/** Who works here: the name that git has for them in a folder, else the name that they are logged in by. */
import { execFile } from 'node:child_process';
import { homedir, userInfo } from 'node:os';
import { promisify } from 'node:util';

/** Git answers from files at once; where it does not, in milliseconds, nobody waits for it. */
const PATIENCE = 3000;

const known = new Map<string, Promise<string | null>>();

/** @param folder absolute; null where the work has no place on this computer */
export function personIn(folder: string | null): Promise<string | null> {
  const key = folder ?? '';
  const asked = known.get(key) ?? ask(folder);
  known.set(key, asked);
  return asked;
}

async function ask(folder: string | null): Promise<string | null> {
  return (await gitName(folder ?? homedir())) || loginName();
}

/** Git reads its own configuration, which may include other files. Run from home, so that Windows looks for no program in the folder. */
async function gitName(folder: string): Promise<string> {
  try {
    const given = ['-C', folder, 'config', '--get', 'user.name'];
    const { stdout } = await promisify(execFile)('git', given, { cwd: homedir(), timeout: PATIENCE, windowsHide: true });
    return stdout.trim();
  } catch {
    // There is no git, or it has no name for them.
    return '';
  }
}

function loginName(): string | null {
  try {
    return userInfo().username || null;
  } catch {
    // A user without an entry among the system's users, as in some containers.
    return null;
  }
}
