/** Two desks in one workspace: each draft is held against the sources of its own folder, by that folder's settings. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Session } from '../harness/launch.mjs';
import { accept, click, cursor, openFile, squiggles } from './hands.ts';

const STATUS = '[id="second-source.second-source.secondSource.status"]:visible';

const place = mkdtempSync(join(tmpdir(), 'second-source-desks-'));
const FILES = {
  'two.code-workspace': JSON.stringify({ folders: [{ path: 'harbour' }, { path: 'valley' }] }),
  'harbour/harbour.md': 'Mayor Ana Silvva spoke. Then Ivar Lindgrenn left.\n',
  'harbour/sources/post.md': 'Mayor Ana Silva spoke in the harbour.\n',
  'harbour/sources/herald.md': 'So said Mayor Ana Silva.\n',
  'valley/valley.md': 'Mayor Ana Silvva spoke. Then Ivar Lindgrenn left.\n',
  'valley/sources/echo.md': 'The fire was out, the engineer Ivar Lindgren said.\n',
  'valley/second-source.json': '{ "rules": { "misspelt-name": "error" } }\n',
};

let session: Session;

beforeAll(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  session = await launch({ workspace: join(place, 'two.code-workspace'), openFile: join(place, 'harbour', 'harbour.md') });
  await session.page.locator('.tab.active[data-resource-name="harbour.md"]').waitFor();
});
afterAll(async () => {
  await session?.close();
  rmSync(place, { recursive: true, force: true });
});

test('the first draft is held against its own folder', async () => {
  const { page } = session;
  await page.locator(STATUS, { hasText: '2 sources' }).waitFor();
  await page.locator('.editor-instance .squiggly-warning').first().waitFor();
  expect(await squiggles(page, 'warning')).toBe(1);
  expect(await squiggles(page, 'error')).toBe(0);
});

test('the second one against the other folder, by its settings file', async () => {
  const { page, screenshot } = session;
  await openFile(page, 'valley.md');
  await page.locator(STATUS, { hasText: '1 source' }).waitFor();
  await page.locator('.editor-instance .squiggly-error').first().waitFor();
  await screenshot('folders');
  expect(await squiggles(page, 'error')).toBe(1);
  expect(await squiggles(page, 'warning')).toBe(0);
});

test('definitions lead into the own folder', async () => {
  const { page } = session;
  await click(page, 'Ivar Lindgrenn', 'Lindgrenn');
  await page.keyboard.press('F12');
  await expect.poll(() => cursor(page), { timeout: 60_000 }).toEqual({ file: 'echo.md', line: 1, column: 32 });
});

test('what is checked stands in the ledger of the own folder, against its sources', async () => {
  const { page } = session;
  await openFile(page, 'valley.md');
  await click(page, 'Ivar Lindgrenn', 'Lindgrenn');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('t');
  await page.locator('.quick-input-list .monaco-list-row:visible', { hasText: 'echo.md' }).waitFor();
  await accept(page);
  const ledger = (folder: string) => join(place, folder, 'second-source.ledger.jsonl');
  await expect.poll(() => existsSync(ledger('valley')), { timeout: 60_000 }).toBe(true);
  expect(JSON.parse(readFileSync(ledger('valley'), 'utf8'))).toMatchObject({
    draft: 'valley.md',
    name: 'Ivar Lindgrenn',
    decision: 'tick',
    passage: { source: 'sources/echo.md', says: 'Ivar Lindgren' },
  });
  expect(existsSync(ledger('harbour'))).toBe(false);
});
