/** From the draft to a fact sheet as a person makes one, without the mouse. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../harness/browser.mjs';
import { type Desk, openDesk } from './desk.ts';
import { accept, squiggles } from './hands.ts';

const SOON = { timeout: 60_000 };
const PICK = '.quick-input-widget input';
const ROW = '.quick-input-list .monaco-list-row';

let session: Desk;

beforeAll(async () => {
  session = await openDesk();
});
afterAll(() => session?.close());

async function choose(kind: string): Promise<void> {
  const { page } = session;
  await page.keyboard.press('F1');
  await page.locator(PICK).fill('>Second Source: Fact Sheet of the Draft');
  await page.locator(`${ROW}.focused`, { hasText: 'Fact Sheet of the Draft' }).waitFor();
  await accept(page);
  await page.locator(ROW, { hasText: 'Annotated Draft' }).waitFor();
  await page.keyboard.type(kind);
  await page.locator(`${ROW}.focused`, { hasText: kind }).waitFor();
  await accept(page);
}

test('a fact sheet opens beside the draft, and is not checked as one', async () => {
  const { page, screenshot } = session;
  const before = await squiggles(page, 'warning');
  await choose('Fact Sheet');
  const lines = page.locator('.editor-group-container').nth(1).locator('.view-lines').first();
  await lines.waitFor();
  await expect.poll(async () => (await lines.innerText()).replaceAll('\u00a0', ' '), SOON).toContain('Fact sheet of `draft.md`');
  await screenshot('fact sheet');
  expect(await squiggles(page, 'warning')).toBeLessThanOrEqual(before);
});

test('an annotated draft has a note behind each figure', async () => {
  const { page, screenshot } = session;
  // The fact sheet is in front, and is no draft.
  await choose('Annotated Draft');
  const lines = page.locator('.editor-group-container').nth(1).locator('.view-lines').first();
  await expect.poll(async () => (await lines.innerText()).replaceAll('\u00a0', ' '), SOON).toContain('[^c1]');
  await screenshot('annotated draft');
});

test('one for a spreadsheet has a row for each figure and source, quoted where it must be', async () => {
  const { page, screenshot } = session;
  await choose('Fact Sheet for a Spreadsheet');
  const lines = page.locator('.editor-group-container').nth(1).locator('.view-lines').first();
  const text = async () => (await lines.innerText()).replaceAll('\u00a0', ' ');
  await expect.poll(text, SOON).toMatch(/^No\.,Line,Figure,Claim,Verdict,Source,/);
  await screenshot('fact sheet for a spreadsheet');
  expect(await text()).toMatch(/Twelve,.*No source agrees/);
});

test('one to print is saved where the writer says, needs nothing else, and reads as a page', async () => {
  const { page, folder, screenshot } = session;
  await choose('Fact Sheet to Print');
  const name = page.locator(PICK);
  const path = join(folder, 'draft-facts.html');
  // The dialog writes the name in a moment after it has come.
  await expect.poll(() => name.inputValue(), SOON).toBe(path);
  await screenshot('saving a fact sheet');
  await accept(page);
  await expect.poll(() => existsSync(path), SOON).toBe(true);
  await page.locator('[id="status.notifications"]').click();
  await page.locator('.notification-list-item', { hasText: 'draft-facts.html was saved.' }).first().waitFor();
  const html = readFileSync(path, 'utf8');
  expect(html).not.toMatch(/<(?:script|link|img|iframe)\b|https?:\/\/(?!.*<\/)/i);
  const browser = await startBrowser();
  try {
    const print = await browser.newPage();
    await print.goto(`file://${path}`);
    expect(await print.locator('h1').innerText()).toContain('draft.md');
    const rows = await print.locator('tr', { hasText: 'Twelve' }).allInnerTexts();
    expect(rows.join('\n')).toMatch(/No source agrees/);
    await print.screenshot({ path: join(folder, 'page.png') });
  } finally {
    await browser.close();
  }
});
