/** Quick fixes as a person meets them: a squiggle, Ctrl+., a list to choose from, and the squiggle is gone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { MENU_ROWS, menuAt } from './hands.ts';

const LINES = '.editor-instance .view-lines';

let session: Desk;

beforeAll(async () => {
  session = await openDesk({ 'files.autoSave': 'off' });
});
afterAll(() => session?.close());

async function take(title: string): Promise<void> {
  const { page } = session;
  await page.locator(MENU_ROWS, { hasText: title }).first().click();
  await page.locator(MENU_ROWS).first().waitFor({ state: 'detached' });
}

/** Waits until the text in view holds some words. */
async function reads(words: string): Promise<void> {
  const shown = () => session.page.locator(LINES).first().innerText();
  await expect.poll(async () => (await shown()).replaceAll('\u00a0', ' '), { timeout: 60_000 }).toContain(words);
}

/** How many squiggles of warnings stand in the line with some words. */
function warningsIn(words: string): Promise<number> {
  return session.page
    .locator('.editor-instance')
    .first()
    .evaluate((editor, text) => {
      const plain = (node: { textContent: string | null }) => (node.textContent ?? '').replaceAll('\u00a0', ' ');
      const line = [...editor.querySelectorAll('.view-line')].find((each) => plain(each).includes(text));
      const top = line?.getBoundingClientRect().top ?? -1;
      return [...editor.querySelectorAll('.squiggly-warning')].filter((each) => Math.abs(each.getBoundingClientRect().top - top) < 10)
        .length;
    }, words);
}

test('a figure that no source agrees with is changed to the source’s, at the beginning of its sentence', async () => {
  const titles = await menuAt(session.page, 'Twelve law', 'Twelve');
  await session.screenshot('quick fixes of a figure');
  expect(titles[0]).toContain('Change to Eighteen (Socialist Worker, ministry)');
  expect(await warningsIn('Twelve law')).toBe(1);
  await take('Change to Eighteen');
  await reads('Eighteen law');
  await expect.poll(() => warningsIn('Eighteen law'), { timeout: 60_000 }).toBe(0);
  await session.screenshot('a figure taken over');
});

test('a misspelt name is spelt as the sources spell it', async () => {
  const titles = await menuAt(session.page, 'Nurlan Nogaev');
  await session.screenshot('quick fixes of a name');
  expect(titles[0]).toContain('Change to “Nurlan Nogayev”');
  await take('Change to “Nurlan Nogayev”');
  await reads('Nurlan Nogayev');
  await expect.poll(() => warningsIn('Nurlan Nogayev'), { timeout: 60_000 }).toBe(0);
});

test('an outdated figure lists what later reports say, the latest first', async () => {
  const titles = await menuAt(session.page, 'More than 3,000 people', 'More');
  await session.screenshot('quick fixes of an outdated figure');
  expect(titles[0]).toContain('Change to Almost 10,000 (The Militant, later)');
  expect(titles.join('\n')).toContain('Change to At least 8,000');
  await session.page.keyboard.press('Escape');
});
