/** The sample draft as a person sees it in VS Code. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { launch, type Session } from '../harness/launch.mjs';
import { click, hover, openFile, squiggles } from './hands.ts';

const CORPUS = join(ROOT, 'corpus');

let session: Session;

beforeAll(async () => {
  session = await launch({ workspace: CORPUS, openFile: join(CORPUS, 'draft.md') });
  const { page } = session;
  await page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
  await page.locator('.statusbar-item:has-text("5 sources")').waitFor();
  await page.locator('.editor-instance .squiggly-info').first().waitFor();
});
beforeEach(() => openFile(session.page, 'draft.md'));
afterAll(() => session?.close());

test('squiggles stand under what the sources do not bear out', async () => {
  await session.screenshot('draft');
  expect(await squiggles(session.page, 'warning')).toBeGreaterThan(0);
  expect(await squiggles(session.page, 'info')).toBeGreaterThan(0);
});

test('hovering over a figure names the sources with theirs', async () => {
  const text = await hover(session.page, '26 protesters', '26');
  await session.screenshot('hover');
  for (const publisher of ['Socialist Worker', 'World Socialist Web Site', 'socialistworld.net', 'The Militant']) {
    expect(text).toContain(publisher);
  }
  expect(text).toContain('26 protesters were killed');
  expect(text).toContain('Over 160 people were killed');
});

test('going to the definition of a figure opens the passage that gives it', async () => {
  const { page, screenshot } = session;
  await click(page, '16 striking', '16');
  await page.keyboard.press('F12');
  // Several sources give the figure, so the editor either goes to the best one or lists them all.
  await page.locator('.tab.active:not([data-resource-name="draft.md"]), .peekview-widget').first().waitFor();
  await screenshot('definition');
  await page.keyboard.press('Escape');
});
