/** Who works here, on Node: whom git knows in a folder, else who is logged in. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { personIn } from '../../server/hosts/person.ts';

const place = mkdtempSync(join(tmpdir(), 'second-source-person-'));
let at = 0;
/** Each folder is asked about once: every test has its own. */
const folder = () => mkdtempSync(join(place, `${at++}-`));

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(place, 'none'));
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('it is whom git knows in the folder', async () => {
  const repository = folder();
  execFileSync('git', ['init', '-q', repository]);
  execFileSync('git', ['-C', repository, 'config', 'user.name', 'Ana Prüferin']);
  expect(await personIn(repository)).toBe('Ana Prüferin');
});

test('else whom git knows everywhere', async () => {
  writeFileSync(join(place, 'global'), '[user]\n\tname = "B. Writer"\n');
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(place, 'global'));
  expect(await personIn(folder())).toBe('B. Writer');
});

test('else who is logged in: where git has no name, and where there is no git', async () => {
  const { username } = userInfo();
  expect(await personIn(folder())).toBe(username);
  vi.stubEnv('PATH', place);
  expect(await personIn(folder())).toBe(username);
  expect(await personIn(join(place, 'no such folder'))).toBe(username);
});
