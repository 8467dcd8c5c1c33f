/** The sample draft as a person sees it in VS Code. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { launch, type Session } from '../harness/launch.mjs';

const CORPUS = join(ROOT, 'corpus');

let session: Session;

beforeAll(async () => {
  session = await launch({ workspace: CORPUS, openFile: join(CORPUS, 'draft.md') });
});
afterAll(() => session?.close());

test('opens the draft', async () => {
  const { page, screenshot } = session;
  await page.waitForSelector('.tab.active[data-resource-name="draft.md"]');
  await page.waitForSelector('.statusbar-item:has-text("Markdown")');
  await screenshot('draft');
  expect(await page.locator('.editor-instance .view-line').count()).toBeGreaterThan(5);
});
