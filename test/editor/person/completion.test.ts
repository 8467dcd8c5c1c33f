/** Writing a sentence on the sample desk in VS Code: names and figures are offered as the sources give them, and taken. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { launch, type Session } from '../harness/launch.mjs';
import { goToEnd, lineWith, suggestions } from './hands.ts';

const desk = mkdtempSync(join(tmpdir(), 'second-source-desk-'));
let session: Session;

beforeAll(async () => {
  cpSync(join(ROOT, 'corpus', 'sources'), join(desk, 'sources'), { recursive: true });
  writeFileSync(join(desk, 'draft.md'), '# A month on\n');
  session = await launch({ workspace: desk, openFile: join(desk, 'draft.md') });
  const { page } = session;
  await page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
  await page.locator('.statusbar-item:has-text("5 sources")').waitFor();
  await page.locator('.editor-instance .view-lines').first().click();
});
beforeEach(async () => {
  await goToEnd(session.page);
  await session.page.keyboard.type('\n\n');
});
afterAll(async () => {
  await session?.close();
  rmSync(desk, { recursive: true, force: true });
});

test('a name is offered in every spelling with its sources, and taken', async () => {
  const { page, screenshot } = session;
  await page.keyboard.type('They arrested Karim Mas', { delay: 40 });
  await expect.poll(async () => (await suggestions(page)).length, { timeout: 60_000 }).toBe(2);
  const [first, second] = await suggestions(page);
  await screenshot('completion of a name');
  expect(first).toMatch(/Karim Masimov.*socialistworld\.net/);
  expect(second).toMatch(/Karim Massimov.*The Militant/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => lineWith(page, 'They arrested')).toBe('They arrested Karim Massimov');
});

test('a short name becomes the full one', async () => {
  const { page, screenshot } = session;
  await page.keyboard.type('The order came from Toka', { delay: 40 });
  // One answer follows each letter; the last one leaves three spellings.
  await expect.poll(async () => (await suggestions(page)).length, { timeout: 60_000 }).toBe(3);
  expect((await suggestions(page))[1]).toMatch(/Kassym-Jomart Tokayev.*Socialist Worker/);
  await screenshot('completion of a surname');
  await page.keyboard.press('ArrowDown');
  await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'Kassym-Jomart Tokayev' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => lineWith(page, 'The order')).toBe('The order came from Kassym-Jomart Tokayev');
});

test('after a verb that the sources count the tolls are offered, the latest marked, with the passages beside the list', async () => {
  const { page, screenshot } = session;
  await page.keyboard.type("In January's protests in Kazakhstan police killed ", { delay: 40 });
  await expect
    .poll(async () => (await suggestions(page)).join('\n'), { timeout: 60_000 })
    .toMatch(/over 160 people.*latest · The Militant/);
  const list = await suggestions(page);
  expect(list.join('\n')).toMatch(/26 protesters.*Socialist Worker/);
  await page.keyboard.press('ControlOrMeta+Space');
  const passages = page.locator('.suggest-details-container .docs');
  await passages.waitFor();
  expect((await passages.innerText()).length).toBeGreaterThan(0);
  await screenshot('completion of a figure');
  await page.keyboard.type('2', { delay: 40 });
  await expect.poll(async () => (await suggestions(page)).join('\n'), { timeout: 60_000 }).not.toContain('160');
  await page.keyboard.press('Enter');
  await expect.poll(() => lineWith(page, 'In January')).toBe("In January's protests in Kazakhstan police killed 26 protesters");
});

test('a sum is offered after the sign of its currency, which is not doubled', async () => {
  const { page, screenshot } = session;
  await page.keyboard.type('The average salary in Kazakhstan is about $', { delay: 40 });
  await expect.poll(async () => (await suggestions(page))[0], { timeout: 60_000 }).toMatch(/\$570.*World Socialist Web Site/);
  await screenshot('completion of a sum');
  await page.keyboard.press('Tab');
  await expect.poll(() => lineWith(page, 'The average')).toMatch(/is about \$570/);
});
