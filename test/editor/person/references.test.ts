/** From the sample draft to its sources and back, by what VS Code has for going from place to place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { click, cursor, hover, openFile, runCommand } from './hands.ts';

let session: Desk;

beforeAll(async () => {
  session = await openDesk();
});
beforeEach(async () => {
  await session.page.keyboard.press('Escape');
  await openFile(session.page, 'draft.md');
});
afterAll(() => session?.close());

const rows = (list: string) => session.page.locator(`${list} .monaco-list-row`);

test('all passages on a figure are listed by their sources', async () => {
  const { page, screenshot } = session;
  await click(page, '26 protesters', '26');
  await page.keyboard.press('Shift+F12');
  const files = page.locator('.reference-zone-widget .ref-tree .reference-file');
  await files.first().waitFor();
  await screenshot('references');
  const text = (await files.allInnerTexts()).join('\n');
  for (const file of ['socialist-worker.md', 'the-militant.md']) expect(text).toContain(file);
  expect(text).not.toContain('draft.md');
});

test('the other mentions of a name are highlighted', async () => {
  const { page, screenshot } = session;
  await click(page, 'Nobody in Zhanaozen', 'Zhanaozen');
  await expect.poll(() => page.locator('.editor-instance .wordHighlightText').count(), { timeout: 60_000 }).toBeGreaterThan(1);
  await screenshot('highlights');
});

test('the outline has the figures with their verdicts', async () => {
  const { page, screenshot } = session;
  await click(page, 'Twelve');
  await runCommand(page, 'Explorer: Focus on Outline View');
  const pane = page.locator('.pane', { has: page.locator('[aria-label^="Outline Section"]') });
  // Its rows come folded, those where the cursor is too.
  await pane.locator('[aria-label^="Second Source"]').first().waitFor();
  await pane.locator('.monaco-list:focus').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.type('*');
  const row = pane.locator('.monaco-list-row', { hasText: 'January 2' });
  await row.first().waitFor();
  await screenshot('outline');
  expect(await row.first().innerText()).toMatch(/supported/);
  await page.keyboard.press('Escape');
});

test('a name of the sources is found by some of its letters, and leads to the source', async () => {
  const { page, screenshot } = session;
  await page.keyboard.press('ControlOrMeta+t');
  await page.locator('.quick-input-widget input').fill('#nurnog');
  const row = rows('.quick-input-list').filter({ hasText: 'Nurlan Nogayev' });
  await row.first().waitFor();
  await screenshot('workspace symbols');
  expect(await row.first().innerText()).toContain('Socialist Worker');
  await row.first().click();
  await expect.poll(async () => (await cursor(page)).file, { timeout: 60_000 }).toBe('socialist-worker.md');
});

test('a link in a hover opens the source with the passage selected', async () => {
  const { page, screenshot } = session;
  await hover(page, '26 protesters', '26');
  await page
    .locator('.monaco-hover:visible a', { hasText: /^Socialist Worker$/ })
    .first()
    .click();
  await page.locator('.tab.active[data-resource-name="socialist-worker.md"]').waitFor();
  const selected = page.locator('[id="status.editor.selection"]', { hasText: 'selected' });
  await selected.waitFor();
  await screenshot('passage');
  const sentence = Number(/\((\d+) selected\)/.exec(await selected.innerText())?.[1]);
  const { line } = await cursor(page);
  const text = readFileSync(join(session.folder, 'sources', 'socialist-worker.md'), 'utf8').split('\n')[line - 1]!;
  expect(sentence).toBeGreaterThan('26 protesters were killed'.length);
  expect(sentence).toBeLessThanOrEqual(text.length);
});

test('a source says what the others say, and has no squiggles', async () => {
  const { page, screenshot } = session;
  await openFile(page, 'socialist-worker.md');
  const text = await hover(page, '26 protesters', '26');
  await screenshot('hover in a source');
  expect(text).toContain('World Socialist Web Site');
  expect(await page.locator('.editor-instance [class*="squiggly-"]').count()).toBe(0);
});
