/** Letting a figure stand as a person does: from the menu at the squiggle, for good. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, marked, openDesk } from './desk.ts';
import { click, hover, MENU_ROWS, menuAt, squiggles } from './hands.ts';

const SOON = { timeout: 60_000 };

let session: Desk;
let ledger: string;

beforeAll(async () => {
  session = await openDesk();
  ledger = join(session.folder, 'second-source.ledger.jsonl');
});
afterAll(() => session?.close());

test('the menu at a squiggle lets the figure stand: the squiggle goes, and the ledger has one line', async () => {
  const { page, screenshot } = session;
  const before = await squiggles(page, 'warning');
  expect(before).toBeGreaterThan(0);
  const menu = await menuAt(session.page, 'Twelve law');
  expect(menu).toEqual(expect.arrayContaining(['Let “Twelve” stand', 'Turn off “refuted-figure” in this draft']));
  await screenshot('stet menu');
  await page.locator(MENU_ROWS, { hasText: 'Let “Twelve” stand' }).click();
  await expect.poll(() => squiggles(page, 'warning'), SOON).toBe(before - 1);
  await screenshot('stet');
  await expect.poll(() => existsSync(ledger), SOON).toBe(true);
  const lines = readFileSync(ledger, 'utf8').split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0]!)).toMatchObject({ draft: 'draft.md', quantity: 'count 12', decision: 'stet' });
});

test('it still stands after its paragraph moved and the window was loaded again', async () => {
  const { page, screenshot } = session;
  await click(page, 'The interior ministry');
  // The paragraph's two lines, the first of which is broken on the screen; below the next paragraph is where they go.
  for (const key of ['ArrowDown', 'ArrowDown', 'End']) await page.keyboard.press(`Shift+${key}`);
  const text = () => readFileSync(join(session.folder, 'draft.md'), 'utf8');
  const inOrder = (first: string, second: string) => text().indexOf(first) < text().indexOf(second);
  expect(inOrder('Twelve law', 'Nobody in Zhanaozen')).toBe(true);
  for (let lines = 0; lines < 5; lines++) await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ControlOrMeta+s');
  await expect
    .poll(() => inOrder('the town has never agreed on it', 'Twelve law') && inOrder('Twelve law', 'More than 3,000'), SOON)
    .toBe(true);
  await page.reload();
  await marked(session);
  const said = await hover(page, 'Twelve law', 'Twelve');
  expect(said).toContain('No source agrees');
  expect(said).toMatch(/Let stand (?:by .+ )?on \d+ \w+ \d{4}\./);
  await screenshot('stet after moving');
  expect(await menuAt(session.page, 'Twelve law')).toContain('Check “Twelve” again');
  await screenshot('stet ending');
});

test('it can be checked again from the same menu, which leaves no ledger', async () => {
  const { page } = session;
  const before = await squiggles(page, 'warning');
  await page.locator(MENU_ROWS, { hasText: 'Check “Twelve” again' }).click();
  await expect.poll(() => squiggles(page, 'warning'), SOON).toBe(before + 1);
  await expect.poll(() => existsSync(ledger), SOON).toBe(false);
});

test('where the ledger cannot be written the writer is told, and it stands while the editor is open', async () => {
  const { page, screenshot } = session;
  mkdirSync(ledger);
  const before = await squiggles(page, 'warning');
  await menuAt(session.page, 'Twelve law');
  await page.locator(MENU_ROWS, { hasText: 'Let “Twelve” stand' }).click();
  // The editor keeps the message behind the bell of the status bar where it shows no toast.
  await page.locator('[id="status.notifications"]').click();
  await page
    .locator('.notification-list-item-message', { hasText: 'second-source.ledger.jsonl could not be written: is a folder.' })
    .first()
    .waitFor(SOON);
  await screenshot('stet unwritten');
  await expect.poll(() => squiggles(page, 'warning'), SOON).toBe(before - 1);
});
