/** How many sources stand behind a figure and a paragraph, as a person sees it who turned that on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const SOON = { timeout: 60_000 };

let session: Desk;

beforeAll(async () => {
  session = await openDesk({ 'secondSource.inlayHints': true, 'secondSource.codeLenses': true });
});
afterAll(() => session?.close());

test('behind a figure stands how many sources agree, and above a paragraph how many of its figures have one', async () => {
  const { page, screenshot } = session;
  const text = async () => (await page.locator('.editor-instance .view-lines').first().innerText()).replaceAll('\u00a0', ' ');
  await expect.poll(text, SOON).toMatch(/26\s*2 of 4 sources/);
  const lenses = page.locator('.editor-instance .codelens-decoration');
  await expect
    .poll(async () => (await lenses.allInnerTexts()).join('\n'), SOON)
    .toMatch(/Figures with a source: \d+ of \d+ · sources: \d+/);
  await screenshot('sources behind figures and paragraphs');
  expect(await text()).toMatch(/Twelve\s*no source agrees/);
});

test('a paragraph’s leads to the list of the draft’s figures', async () => {
  const { page } = session;
  await page.locator('.editor-instance .codelens-decoration a').first().click();
  await page.locator('.pane-header[aria-label^="Draft"]').waitFor();
});
