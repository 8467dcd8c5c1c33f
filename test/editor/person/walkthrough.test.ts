/** The way in: the walkthrough as a person meets it, and the sample desk that it sets up. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import words from '../../../package.nls.json' with { type: 'json' };
import { launch, type Session } from '../harness/launch.mjs';
import { marked } from './desk.ts';
import { accept, hover, pane, runCommand } from './hands.ts';

const SOON = { timeout: 60_000 };
const INPUT = '.quick-input-widget:visible input';

const place = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-start-')));
const [walkthrough] = manifest.contributes.walkthroughs;
const said = (key: string) => words[key.replaceAll('%', '') as keyof typeof words];
let session: Session;

beforeAll(async () => {
  mkdirSync(join(place, 'empty'));
  writeFileSync(join(place, 'empty', 'notes.md'), 'Nothing yet.\n');
  session = await launch({ workspace: join(place, 'empty'), openFile: join(place, 'empty', 'notes.md') });
  await session.page.locator('.tab.active[data-resource-name="notes.md"]').waitFor();
});
afterAll(async () => {
  await session?.close();
  rmSync(place, { recursive: true, force: true });
});

const step = (title: string) => session.page.locator('.gettingStartedContainer .getting-started-step', { hasText: title });

async function openWalkthrough(): Promise<void> {
  const { page } = session;
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await page.locator(INPUT).fill(said(walkthrough!.title));
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: said(walkthrough!.title) }).waitFor();
  await accept(page);
  await page.locator('.gettingStartedContainer h2', { hasText: said(walkthrough!.title) }).waitFor();
}

test('a side bar without sources says what to do next', async () => {
  const { page, screenshot } = session;
  await page.locator('.activitybar .action-label[aria-label="Second Source"]').click();
  await pane(page, 'Sources').locator('.welcome-view-content', { hasText: 'No sources yet.' }).waitFor();
  await pane(page, 'Sources').locator('a', { hasText: 'Choose Other Folders' }).waitFor();
  await pane(page, 'Draft').locator('.welcome-view-content', { hasText: 'once there are some, the figures of this draft' }).waitFor();
  await screenshot('no sources yet');
  await page.locator('.activitybar .action-label[aria-label^="Explorer"]').click();
});

test('the walkthrough shows each step with its picture', async () => {
  const { page, screenshot } = session;
  // Pictures are shown where there is room for them.
  await page.keyboard.press('ControlOrMeta+b');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await openWalkthrough();
  for (const { title, description, media } of walkthrough!.steps) {
    await step(said(title)).first().click();
    const [first] = said(description).split('\n');
    await expect.poll(() => step(said(title)).innerText(), SOON).toContain(first!);
    const picture = page.locator('.gettingStartedContainer .getting-started-media img:visible');
    await expect.poll(() => picture.getAttribute('alt'), SOON).toBe(said(media.altText));
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth), SOON)
      .toBeGreaterThan(0);
    await screenshot(`walkthrough ${title.split('.')[1]}`);
  }
});

test('its third step opens the side bar', async () => {
  const { page } = session;
  const [, , side] = walkthrough!.steps;
  await step(said(side!.title)).first().click();
  await step(said(side!.title)).locator('.monaco-button', { hasText: 'Open the Side Bar' }).click();
  await page.locator('.pane-header[aria-label^="Sources"]').waitFor();
});

test('its first step puts the sample desk where the writer says, beside what is there, and opens it with figures caught', async () => {
  const { page, screenshot } = session;
  // What has the name already is left alone.
  mkdirSync(join(place, 'second-source-sample'), { recursive: true });
  writeFileSync(join(place, 'second-source-sample', 'mine.txt'), 'Mine.\n');
  const [sample] = walkthrough!.steps;
  await step(said(sample!.title)).first().click();
  await step(said(sample!.title)).locator('.monaco-button', { hasText: 'Open the Sample Desk' }).click();
  await page.locator('.quick-input-title', { hasText: 'Where to put the sample desk' }).waitFor();
  // The dialog puts its own folder there once it has read that, over what was typed before.
  const there = page.locator('.quick-input-list .monaco-list-row', { hasText: 'second-source-sample' });
  const typed = async () => {
    await page.locator(INPUT).fill(`${place}/`);
    return there
      .first()
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
  };
  await expect.poll(typed, SOON).toBe(true);
  await screenshot('where to put the sample');
  await page.locator('.quick-input-widget:visible .monaco-button', { hasText: 'Put It Here' }).click();
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'draft.md' }).waitFor();
  await marked(session);
  await screenshot('the sample desk');
  const desk = join(place, 'second-source-sample-2');
  expect(existsSync(join(desk, 'draft.md'))).toBe(true);
  expect(readFileSync(join(place, 'second-source-sample', 'mine.txt'), 'utf8')).toBe('Mine.\n');
  expect(await hover(page, 'Twelve law', 'Twelve')).toContain('eighteen');
});
