/** The status bar item over the life of a desk: no sources, some, one that cannot be read, no draft. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Session } from '../harness/launch.mjs';
import { hover, runCommand } from './hands.ts';

const ITEM = '[id="second-source.second-source.secondSource.status"]';
/** The panel with the extension's output channel in front. */
const LOG = '.part.panel select:has(option[value="Second Source"]:checked)';
/** The panel's own button to put it away. */
const CLOSE = '.part.panel :is([aria-label^="Hide Panel"], [aria-label^="Close Panel"])';

const desk = mkdtempSync(join(tmpdir(), 'second-source-desk-'));
let session: Session;

beforeAll(async () => {
  writeFileSync(join(desk, 'draft.md'), 'The governor, Nurlan Nogaev, came to the square.\n');
  session = await launch({ workspace: desk, openFile: join(desk, 'draft.md'), settings: { 'window.restoreWindows': 'none' } });
  const { page } = session;
  await page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
});
afterAll(async () => {
  await session?.close();
  rmSync(desk, { recursive: true, force: true });
});

/** Waits until the item says a text. */
async function says(text: string): Promise<void> {
  await session.page.locator(`${ITEM}:visible`, { hasText: text }).waitFor();
}

/** Runs a command from the palette where that knows it, which it does once the extension has been found. */
async function ran(title: string): Promise<boolean> {
  const { page } = session;
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  const found = await row.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  );
  await page.keyboard.press(found ? 'Enter' : 'Escape');
  return found;
}

test('a desk without sources starts nothing', async () => {
  const { page } = session;
  // What VS Code's own Markdown support says there: by then extensions run, and their commands are known.
  await page.locator('[id="status.languageStatus"]').waitFor();
  // The command starts the extension, if the draft has not, and answers when that has looked for sources.
  await expect.poll(() => ran('Second Source: Show Log'), { timeout: 30_000 }).toBe(true);
  await page.locator(LOG).first().waitFor();
  expect(await page.locator(ITEM).count()).toBe(0);
});

test('the first source starts the server', async () => {
  mkdirSync(join(desk, 'sources'));
  writeFileSync(join(desk, 'sources', 'one.md'), '---\ntitle: One\n---\n\nNurlan Nogayev, the governor of the region, came to speak.\n');
  await says('1 source');
  expect(await session.page.locator(ITEM).getAttribute('aria-label')).toContain('Second Source: 1 source');
});

test('a source that cannot be read is told of, with the reason', async () => {
  const { page, screenshot } = session;
  writeFileSync(join(desk, 'sources', 'two.txt'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
  await says('1 source could not be read');
  await page.locator(ITEM).hover();
  await page.locator('.monaco-hover', { hasText: 'sources/two.txt: ' }).waitFor();
  await screenshot('status');
});

test('its click shows the log', async () => {
  const { page } = session;
  await page.locator(CLOSE).first().click();
  await page.locator(LOG).first().waitFor({ state: 'hidden' });
  await page.locator(ITEM).click();
  await page.locator(LOG).first().waitFor();
  const lines = page.locator('.part.panel .view-line');
  await lines
    .filter({ hasText: /sources\/two\.txt:\snot\stext/ })
    .first()
    .waitFor();
  expect(await lines.filter({ hasText: 'sources/two.txt' }).count()).toBe(1);
  await page.locator(CLOSE).first().click();
  await page.locator(LOG).first().waitFor({ state: 'hidden' });
});

test('a source that is gone is not told of any more', async () => {
  rmSync(join(desk, 'sources', 'two.txt'));
  await session.page.locator(`${ITEM}:not(:has-text("could not"))`, { hasText: '1 source' }).waitFor();
});

test('a link in a hover opens the source with the passage selected', async () => {
  const { page } = session;
  await hover(page, 'Nurlan Nogaev', 'Nogaev');
  await page.locator('.monaco-hover:visible a', { hasText: /^One$/ }).first().click();
  await page.locator('.tab.active[data-resource-name="one.md"]').waitFor();
  // The whole sentence, and the cursor at its end.
  await page.locator('[id="status.editor.selection"]', { hasText: 'Ln 5, Col 59 (58 selected)' }).waitFor();
});

test('without a draft there is nothing to tell', async () => {
  const { page } = session;
  await runCommand(page, 'View: Close All Editors');
  await page.locator(ITEM).waitFor({ state: 'hidden' });
});
