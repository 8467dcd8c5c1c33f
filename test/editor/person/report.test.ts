/** From the draft to a fact sheet as a person makes one, without the mouse. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { squiggles } from './hands.ts';

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
  await page.keyboard.press('Enter');
  await page.locator(ROW, { hasText: 'Annotated Draft' }).waitFor();
  await page.keyboard.type(kind);
  await page.locator(`${ROW}.focused`, { hasText: kind }).waitFor();
  await page.keyboard.press('Enter');
}

test('a fact sheet opens beside the draft, and is not checked as one', async () => {
  const { page, screenshot } = session;
  const before = await squiggles(page, 'warning');
  await choose('Fact Sheet');
  const lines = page.locator('.editor-group-container').nth(1).locator('.view-lines').first();
  await lines.waitFor();
  await expect.poll(async () => (await lines.innerText()).replaceAll('\u00a0', ' '), SOON).toContain('Fact sheet of draft.md');
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
