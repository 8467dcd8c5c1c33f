/** Searching the sources and going from passage to passage, by keys alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { accept, click, cursor, openFile, runCommand } from './hands.ts';

const SOON = { timeout: 60_000 };
const INPUT = '.quick-input-widget input';

let session: Desk;

beforeAll(async () => {
  session = await openDesk({ 'files.autoSave': 'off', 'workbench.colorTheme': 'Default Dark Modern', 'editor.minimap.enabled': false });
  // Two columns need the room.
  await session.page.keyboard.press('ControlOrMeta+b');
  await session.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
});
beforeEach(async () => {
  const { page } = session;
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+1');
  await openFile(page, 'draft.md');
});
afterAll(() => session?.close());

/** The rows of the list that are in sight, from the top, as they are read out. */
const rows = () =>
  session.page
    .locator('.quick-input-list .monaco-list-row')
    .evaluateAll((all) =>
      all
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) => row.getAttribute('aria-label') ?? ''),
    );

async function searchFor(words: string): Promise<void> {
  const { page } = session;
  await runCommand(page, 'Second Source: Search the Sources');
  await page.locator('.quick-input-title', { hasText: 'Search the Sources' }).waitFor();
  await page.locator(INPUT).pressSequentially(words, { delay: 30 });
}

const selected = async () =>
  Number(/\((\d+) selected\)/.exec(await session.page.locator('[id="status.editor.selection"]').innerText())?.[1]);
const lineOf = (text: string, number: number) => text.split('\n')[number - 1] ?? '';

test('passages are found as one types, with the words that matched and with their sources', async () => {
  const { page, screenshot } = session;
  await searchFor('killed protesters');
  await expect
    .poll(async () => (await rows())[0], SOON)
    .toMatch(/26 ‹protesters› were ‹killed› in the unrest.*Socialist Worker · Jan 7, 2022/);
  await screenshot('search');
  await page.locator(INPUT).fill('3000');
  await expect.poll(async () => (await rows()).join('\n'), SOON).toMatch(/‹3,000›/);
  await page.locator(INPUT).fill('interior ministry');
  await expect
    .poll(() => page.locator('.quick-input-list .monaco-highlighted-label .highlight').first().innerText(), SOON)
    .toMatch(/interior ministry/i);
  await page.keyboard.press('Escape');
});

test('Enter opens the passage beside the draft, selected', async () => {
  const { page, folder } = session;
  await searchFor('over 160 people were killed');
  await expect.poll(async () => (await rows())[0], SOON).toMatch(/Over 160 people were killed.*The Militant/);
  await accept(page);
  await expect
    .poll(async () => page.locator('.editor-group-container').nth(1).locator('.tab.active').getAttribute('data-resource-name'), SOON)
    .toBe('the-militant.md');
  await expect.poll(selected, SOON).toBeGreaterThan('Over 160 people were killed'.length);
  expect(readFileSync(join(folder, 'sources', 'the-militant.md'), 'utf8')).toContain('Over 160 people were killed');
  await runCommand(page, 'View: Close Editor');
});

test('Ctrl+Enter puts the passage into the draft as a quotation with its source, in one step', async () => {
  const { page, screenshot } = session;
  await click(page, 'Twelve');
  await page.keyboard.press('End');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await searchFor('over 160 people were killed');
  await expect.poll(async () => (await rows())[0], SOON).toMatch(/Over 160 people were killed/);
  await page.keyboard.press('ControlOrMeta+Enter');
  const lines = async () =>
    (await page.locator('.editor-group-container').first().locator('.view-lines').first().innerText()).replaceAll('\u00a0', ' ');
  await expect.poll(lines, SOON).toMatch(/> Over 160 people were killed in the country/);
  await screenshot('quotation');
  expect(await lines()).toMatch(/> — Roy Landersen, “Moscow leads military intervention/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(lines, SOON).not.toMatch(/> Over 160/);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
});

test('one key leads to the next passage about a figure, one back, and round to where it began', async () => {
  const { page, folder, screenshot } = session;
  await click(page, '26 protesters', '26');
  const seen: string[] = [];
  const step = async (key: string, told: RegExp) => {
    await page.keyboard.press(key);
    await page.locator('.statusbar-item', { hasText: told }).waitFor();
    const { file, line } = await cursor(page);
    seen.push(`${file}: ${lineOf(readFileSync(join(folder, file === 'draft.md' ? '' : 'sources', file), 'utf8'), line)}`);
  };
  await step('ControlOrMeta+F12', /Passage 1 of/);
  expect(seen[0]).toMatch(/^socialist-worker\.md: .*26 protesters were killed/);
  // The sentence is highlighted as long as the cursor is in it.
  await expect.poll(() => page.locator('.editor-instance .view-overlays [class*="ced-"]').count(), SOON).toBeGreaterThan(0);
  await screenshot('next passage');
  await step('ControlOrMeta+F12', /Passage 2 of/);
  await step('ControlOrMeta+F12', /Passage 3 of/);
  expect(new Set(seen.map((each) => each.split(':')[0])).size).toBe(3);
  await step('ControlOrMeta+Shift+F12', /Passage 2 of/);
  expect(seen[3]).toBe(seen[1]);
  await step('ControlOrMeta+Shift+F12', /Passage 1 of/);
  await step('ControlOrMeta+Shift+F12', /Back where you began/);
  expect(seen.at(-1)).toMatch(/^draft\.md: .*26 protesters/);
});

test('in a source the keys lead on from there', async () => {
  const { page } = session;
  await openFile(page, 'the-militant.md');
  await click(page, 'Over 160');
  await page.keyboard.press('ControlOrMeta+F12');
  // Of those that were gone through before, which this is one of; the status bar may still tell of the last step then.
  await expect.poll(async () => (await cursor(page)).file, SOON).not.toBe('the-militant.md');
  await page.locator('.statusbar-item', { hasText: /Passage \d of|Back where you began/ }).waitFor();
});

test('where there is nothing to go to, that is said at the cursor', async () => {
  const { page } = session;
  await click(page, 'drivers');
  await page.keyboard.press('ControlOrMeta+F12');
  await page.locator('.monaco-editor-overlaymessage', { hasText: 'Put the cursor on a figure, a name or a quotation.' }).waitFor();
});
