/** The side bar as a person sees it: the draft's figures by verdict, where the sources disagree, and the sources with their trouble. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { cursor, pane as paneOf, rowsOf, runCommand } from './hands.ts';

const SOON = { timeout: 60_000 };

let session: Desk;

beforeAll(async () => {
  session = await openDesk({ 'workbench.colorTheme': 'Default Dark Modern', 'explorer.autoReveal': false });
  await session.page.locator('.activitybar .action-label[aria-label="Second Source"]').click();
  await pane('Draft').locator('.monaco-list-row').first().waitFor();
});
afterAll(() => session?.close());

const pane = (name: string) => paneOf(session.page, name);
const rows = (name: string) => rowsOf(session.page, name);

/** Goes down to an item of the open menu by keys, and takes it. */
async function chooseFromMenu(title: string): Promise<void> {
  const { page } = session;
  const item = page.locator('.context-view .action-item', { hasText: title }).first();
  await item.waitFor();
  const isFocused = () => item.evaluate((each) => each.classList.contains('focused'));
  for (let step = 0; step < 12 && !(await isFocused()); step++) await page.keyboard.press('ArrowDown');
  expect(await isFocused()).toBe(true);
  await page.keyboard.press('Enter');
}

test('the draft’s figures are listed by what the sources say of them, those that ask for something first', async () => {
  await expect.poll(async () => (await rows('Draft')).join('\n'), SOON).toContain('Twelve law enforcement officers killed');
  await session.screenshot('views in the dark');
  const listed = await rows('Draft');
  expect(listed[0]).toMatch(/^No source agrees/);
  expect(listed.join('\n')).toMatch(/Twelve law enforcement officers killed.*No source agrees/);
  const order = ['No source agrees', 'A later report says otherwise', 'Sources differ'];
  const places = order.map((title) => listed.findIndex((row) => row.startsWith(title)));
  expect(places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1))).toBe(true);
});

test('a row, and its box, are called what they are about, and keys lead to what ticks it', async () => {
  const { page } = session;
  const row = pane('Draft').locator('.monaco-list-row', { hasText: 'Twelve law enforcement officers' });
  expect(await row.getAttribute('aria-label')).toMatch(/^Twelve law enforcement officers killed, No source agrees, .*eighteen.*, line 16$/);
  const box = row.locator('[role="checkbox"]');
  expect(await box.getAttribute('aria-label')).toBe('Checked: Twelve law enforcement officers killed');
  await runCommand(page, 'Second Source: Focus on Draft View');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await pane('Draft').locator('.monaco-list-row.focused', { hasText: 'Twelve law enforcement officers' }).waitFor();
  await page.keyboard.press('Shift+F10');
  await chooseFromMenu('Mark as Checked');
  // Of sources that differ somebody has to say which was checked against.
  await page.locator('.quick-input-widget:visible .monaco-list-row').first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => box.getAttribute('aria-checked'), SOON).toBe('false');
});

test('a row leads to its place in the draft', async () => {
  const { page } = session;
  await pane('Draft').locator('.monaco-list-row', { hasText: 'Twelve law enforcement officers' }).click();
  await expect.poll(async () => (await cursor(page)).line, SOON).toBe(16);
  expect(readFileSync(join(session.folder, 'draft.md'), 'utf8').split('\n')[15]).toContain('Twelve law');
});

test('where the sources disagree, what is measured opens to who says what, and a claim to its passage', async () => {
  const { page, screenshot } = session;
  const first = pane('Disagreements').locator('.monaco-list-row').first();
  await first.waitFor();
  await first.click();
  await expect.poll(async () => (await rows('Disagreements')).length, SOON).toBeGreaterThan(2);
  await screenshot('disagreements');
  await pane('Disagreements').locator('.monaco-list-row[aria-level="2"]').first().click();
  await page.locator('.tab.active:not([data-resource-name="draft.md"])').waitFor();
  // The tab is there before the cursor has gone to the passage.
  const lineAtCursor = async () => {
    const { file, line } = await cursor(page);
    return readFileSync(join(session.folder, 'sources', file), 'utf8').split('\n')[line - 1];
  };
  await expect.poll(lineAtCursor).toMatch(/\d/);
});

test('the sources are listed with their dates and what was found in them', async () => {
  await expect.poll(async () => (await rows('Sources')).length, SOON).toBe(5);
  expect((await rows('Sources')).join('\n')).toMatch(/The Militant.*2022.*\d+ figures, \d+ names/);
});

test('a file that cannot be read says why, and can be left out', async () => {
  const { page, folder, screenshot } = session;
  writeFileSync(join(folder, 'sources', 'minutes.doc'), 'Minutes');
  const trouble = pane('Sources').locator('.monaco-list-row', { hasText: 'minutes.doc' });
  await trouble.waitFor();
  expect(await trouble.getAttribute('aria-label')).toContain('is not read: old Word documents are not read: save it as .docx');
  await screenshot('a source that is not read');
  await trouble.locator('[aria-label^="Leave Out of the Sources"]').waitFor({ state: 'attached' });
  // Without the mouse: a row's buttons are in its menu.
  await runCommand(page, 'Second Source: Focus on Sources View');
  await page.keyboard.press('Home');
  await pane('Sources').locator('.monaco-list-row.focused', { hasText: 'minutes.doc' }).waitFor();
  await page.keyboard.press('Shift+F10');
  await chooseFromMenu('Leave Out of the Sources');
  await trouble.waitFor({ state: 'detached' });
  const settings = JSON.parse(readFileSync(join(folder, '.vscode', 'settings.json'), 'utf8'));
  expect(settings['secondSource.exclude']).toEqual(['sources/minutes.doc']);
  await page.locator('.statusbar-item:has-text("5 sources")').waitFor();
});
