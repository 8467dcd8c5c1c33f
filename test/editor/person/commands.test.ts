/** Commands that have no test beside the view or the feature that they belong to, run as a person runs them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { accept, click, cursor, goToEnd, hover, openFile, pane, rowsOf, runCommand } from './hands.ts';

const SOON = { timeout: 60_000 };
/** How long one of several tries may take. */
const TRY = 10_000;
const INPUT = '.quick-input-widget:visible input';
/** What the status bar says once all is read. */
const READ = '.statusbar-item:has-text("5 sources")';
const ROW = '.quick-input-widget:visible .monaco-list-row';

let session: Desk;

beforeAll(async () => {
  session = await openDesk({ 'secondSource.checker': 'A. Checker', 'explorer.autoReveal': false });
});
beforeEach(async () => {
  await session.page.keyboard.press('Escape');
  await openFile(session.page, 'draft.md');
});
afterAll(() => session?.close());

/** The icon of a side bar that shows already would hide it. */
async function showSideBar(): Promise<void> {
  const { page } = session;
  if (await page.locator('.pane-header[aria-label^="Sources"]').isVisible()) return;
  await page.locator('.activitybar .action-label[aria-label^="Second Source"]').click();
}

async function told(text: string): Promise<void> {
  const { page } = session;
  await runCommand(page, 'Notifications: Show Notifications');
  await page.locator('.notifications-center .notification-list-item', { hasText: text }).first().waitFor(SOON);
}

test('a figure is checked with a note, which the hover tells', async () => {
  const { page, folder, screenshot } = session;
  await click(page, '26 protesters');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Shift+T');
  await page.locator(ROW).first().waitFor();
  await accept(page);
  await page.locator('.quick-input-widget:visible', { hasText: 'A note to keep with it' }).waitFor();
  await screenshot('checking with a note');
  await page.locator(INPUT).fill('Rang the desk.');
  await accept(page);
  const ledger = join(folder, 'second-source.ledger.jsonl');
  await expect.poll(() => existsSync(ledger), SOON).toBe(true);
  expect(JSON.parse(readFileSync(ledger, 'utf8'))).toMatchObject({ decision: 'tick', figure: '26', note: 'Rang the desk.' });
  await expect.poll(() => hover(page, '26 protesters', '26'), SOON).toMatch(/Checked by A\. Checker .*Rang the desk\./s);
});

test('a quotation is checked like a figure, and the list has it', async () => {
  const { page, folder, screenshot } = session;
  const said = '“Tokayev, who says that ‘bandits’ attacked Almaty, sent his special thanks.”';
  await goToEnd(page);
  await page.keyboard.type(`\n${said}\n`);
  await click(page, 'sent his special thanks');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('q');
  await page.locator(INPUT).fill('Whose words?');
  await accept(page);
  const records = () =>
    readFileSync(join(folder, 'second-source.ledger.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  await expect
    .poll(() => records().find(({ decision }) => decision === 'query'), SOON)
    .toMatchObject({ note: 'Whose words?', quotation: expect.stringContaining('special thanks') });
  await showSideBar();
  await expect
    .poll(async () => (await rowsOf(page, 'Draft')).slice(0, 2).join('\n'), SOON)
    .toMatch(/^Queries.*\nTokayev, who says .*, Queries, Whose words\?/);
  await screenshot('a quotation queried');
});

test('the server is started again, and reads all anew', async () => {
  const { page } = session;
  await runCommand(page, 'Second Source: Restart Server');
  await page.locator(READ).waitFor();
  await expect.poll(() => hover(page, 'Twelve law', 'Twelve'), SOON).toContain('eighteen');
});

test('the cache is cleared, and that is said', async () => {
  await runCommand(session.page, 'Second Source: Clear the Cache');
  await told('The cache of this workspace is cleared. The sources are read anew.');
  await session.screenshot('cache cleared');
  await session.page.locator(READ).waitFor();
});

test('a source is revealed in the Explorer from its row', async () => {
  const { page, screenshot } = session;
  const row = pane(page, 'Sources').locator('.monaco-list-row', { hasText: 'The Militant' });
  // The sources are read anew, and a list that is made anew takes its menu away.
  await vi.waitFor(async () => {
    await page.keyboard.press('Escape');
    await showSideBar();
    await row.click({ button: 'right', timeout: TRY });
    await page.locator('.monaco-menu .action-item', { hasText: 'Reveal in Explorer View' }).click({ timeout: TRY });
    const revealed = page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'the-militant.md' });
    await revealed.waitFor({ timeout: TRY });
  }, SOON);
  await screenshot('a source revealed');
});

test('what a changed source does is shown where the command asks for it, and a row leads to the figure', async () => {
  const { page, folder, screenshot } = session;
  const path = join(folder, 'sources', 'socialist-worker.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('eighteen', 'nineteen').replace('Eighteen', 'Nineteen'));
  await openFile(page, 'draft.md');
  await expect.poll(() => hover(page, 'Twelve law', 'Twelve'), SOON).toMatch(/nineteen/i);
  await page.locator('.activitybar .action-label[aria-label^="Explorer"]').click();
  await runCommand(page, 'Second Source: Show What the Sources Changed');
  const rows = pane(page, 'What Changed').locator('.monaco-list-row');
  await rows.first().waitFor();
  expect((await rowsOf(page, 'What Changed')).join('\n')).toMatch(/Twelve law enforcement officers killed, .*now says .*nineteen/i);
  await screenshot('what changed, asked for');
  await rows.filter({ hasText: 'Twelve law enforcement' }).first().click();
  await expect.poll(async () => (await cursor(page)).line, SOON).toBe(16);
});

test('what changed is still told by a server that was started anew, until it is cleared', async () => {
  const { page } = session;
  await runCommand(page, 'Second Source: Restart Server');
  await page.locator(READ).waitFor();
  await runCommand(page, 'Second Source: Show What the Sources Changed');
  const told = async () => (await rowsOf(page, 'What Changed')).join('\n');
  await expect.poll(told, SOON).toMatch(/Twelve law enforcement officers killed, .*now says .*nineteen/i);
  await runCommand(page, 'Second Source: Clear What the Sources Changed');
  await expect.poll(() => page.locator('.pane-header[aria-label^="What Changed"]').count(), SOON).toBe(0);
});
