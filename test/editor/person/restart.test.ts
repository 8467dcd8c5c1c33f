/** The server's process is killed while a writer writes: it is started again, the writer is told once, and no text is touched. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { type Desk, marked, openDesk } from './desk.ts';
import { runCommand } from './hands.ts';

const TOLD = 'was started again';
const SOON = { timeout: 60_000 };
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** The processes of this project's language server, wherever an editor runs it from here. */
function servers(): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const program = join(ROOT, 'dist', 'server.js');
  return lines.filter((line) => line.includes(program)).map((line) => Number.parseInt(line, 10));
}

/** Kills the servers that run, and waits until there are others that have read all. */
async function killServers(): Promise<void> {
  const killed = servers();
  expect(killed.length).toBeGreaterThan(0);
  for (const pid of killed) process.kill(pid, 'SIGKILL');
  await expect.poll(() => servers().filter((pid) => !killed.includes(pid)).length, SOON).toBeGreaterThan(0);
  await marked(desk);
}

test.skipIf(process.platform === 'win32')('a server that was killed is started again, and the writer is told once', async () => {
  const { page, folder } = desk;
  const before = readFileSync(join(folder, 'draft.md'), 'utf8');
  // On a busy machine the toast itself may have come and gone: the centre keeps what it said.
  const told = page.locator('.notifications-center .notification-list-item', { hasText: TOLD });
  await killServers();
  await runCommand(page, 'Notifications: Show Notifications');
  await told.first().waitFor();
  await desk.screenshot('restart');
  await page.keyboard.press('Escape');
  await killServers();
  await runCommand(page, 'Notifications: Show Notifications');
  await told.first().waitFor();
  expect(await told.count()).toBe(1);
  expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(before);
});
