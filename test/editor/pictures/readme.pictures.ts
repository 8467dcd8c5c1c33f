/** Takes the pictures of README and the walkthrough on the sample desk, as a person would come to see each view. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import UPNG from 'upng-js';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { launch, type Session } from '../harness/launch.mjs';
import { marked } from '../person/desk.ts';
import { accept, click, find, gutterMarks, hover, menuAt, openFile, pane, runCommand } from '../person/hands.ts';

/** Bytes that a picture may have: all of them are in the package. */
const MOST = 150_000;

/** Where pictures go that README shows, and those that are for looking at only. */
const MEDIA = join(ROOT, 'client', 'media');
const LOOK = join(ROOT, '.cache', 'pictures');

/** Whether every view is wanted in every theme, for looking at. */
const SHOWN = process.env.SECOND_SOURCE_PICTURES === 'all';

const THEMES = [
  { name: 'light', theme: 'Default Light Modern', folder: MEDIA },
  { name: 'dark', theme: 'Default Dark Modern', folder: MEDIA },
  ...(SHOWN
    ? [
        { name: 'high-contrast', theme: 'Default High Contrast', folder: LOOK },
        { name: 'high-contrast-light', theme: 'Default High Contrast Light', folder: LOOK },
      ]
    : []),
];

const settings = {
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.fontSize': 14,
};

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The same picture in half the bytes: a screen shows little more than 256 colours. */
function inFewColours(png: Buffer): Buffer {
  const image = UPNG.decode(Uint8Array.from(png).buffer);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 256));
}

async function take(page: Page, path: string, clip: Clip): Promise<void> {
  // A cursor blinks.
  const picture = inFewColours(await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
  expect(picture.length, `${path} is too big to be shipped`).toBeLessThan(MOST);
  writeFileSync(path, picture);
}

/** The place of an element, with what is asked for around it. */
async function around(page: Page, selector: string, margin = 0): Promise<Clip> {
  const box = (await page.locator(selector).first().boundingBox())!;
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
}

/** Pictures of what README does not show, for looking at: each as a person would come to it. */
async function lookAround({ page }: Session, desk: string, to: (what: string) => string): Promise<void> {
  const shoot = (what: string) => page.screenshot({ path: to(what), animations: 'disabled', caret: 'hide' });
  await click(page, '26 protesters', '26');
  await page.keyboard.press('ControlOrMeta+F12');
  await page.locator('.statusbar-item', { hasText: 'Passage 1 of' }).waitFor();
  await shoot('passage');
  await openFile(page, 'draft.md');

  await menuAt(page, '16 striking oil', '16');
  await shoot('menu');
  await page.keyboard.press('Escape');

  // Each of the marks beside the text, and the side bar with them.
  const chord = async (key: string) => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press(key);
  };
  const tick = async (text: string, part: string) => {
    await click(page, text, part);
    await chord('t');
    await page.locator('.quick-input-widget:visible .monaco-list-row').first().waitFor();
    if (part === '26') await shoot('picking');
    await accept(page);
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };
  await tick('26 protesters', '26');
  await tick('More than 3,000', '3,000');
  // One source alone has it: nothing is asked.
  await click(page, '60 tenge', '60');
  await chord('t');
  await expect.poll(() => gutterMarks(page, 'begun'), { timeout: 60_000 }).toBe(2);
  await click(page, '16 striking');
  await chord('q');
  await page.locator('.quick-input-widget:visible input').fill('Or 15?');
  await accept(page);
  await expect.poll(() => gutterMarks(page, 'queried'), { timeout: 60_000 }).toBe(1);
  const source = join(desk, 'sources', 'socialist-worker.md');
  writeFileSync(source, readFileSync(source, 'utf8').replace(/\b26\b/, '28'));
  writeFileSync(join(desk, 'sources', 'minutes.doc'), 'Minutes');
  await page.locator('.activitybar .action-label[aria-label^="Second Source"]').click();
  await pane(page, 'What Changed').locator('.monaco-list-row').first().waitFor();
  await pane(page, 'Sources').locator('.monaco-list-row', { hasText: 'minutes.doc' }).waitFor();
  await page.mouse.move(800, 780);
  await expect.poll(() => gutterMarks(page, 'reopened'), { timeout: 60_000 }).toBe(1);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
  await shoot('checking');
  await page.keyboard.press('ControlOrMeta+b');
  await hover(page, '26 protesters', '26');
  await shoot('checked-hover');
  await page.mouse.move(800, 780);
  await page.keyboard.press('Escape');

  mkdirSync(join(desk, '.vscode'), { recursive: true });
  writeFileSync(join(desk, '.vscode', 'settings.json'), '{ "secondSource.inlayHints": true, "secondSource.codeLenses": true }');
  await page.locator('.editor-instance .codelens-decoration').first().waitFor();
  await expect.poll(() => page.locator('.editor-instance .view-lines').first().innerText()).toMatch(/sources/);
  await shoot('standing');
  rmSync(join(desk, '.vscode'), { recursive: true });
  await page.locator('.editor-instance .codelens-decoration').first().waitFor({ state: 'detached' });

  await runCommand(page, 'Welcome: Open Walkthrough...');
  await page.locator('.quick-input-widget:visible input').fill('Check a story against its sources');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Check a story' }).waitFor();
  await accept(page);
  await page.locator('.gettingStartedContainer .getting-started-media img').waitFor();
  await shoot('walkthrough');
  await openFile(page, 'draft.md');

  await runCommand(page, 'Second Source: Fact Sheet of the Draft…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Annotated Draft' }).waitFor();
  await shoot('sheets');
  await accept(page);
  await page.locator('.editor-group-container').nth(1).locator('.view-lines').first().waitFor();
  await shoot('sheet');
}

describe.each(THEMES)('in the theme $theme', ({ name, theme, folder }) => {
  test('the views are pictured', async () => {
    const place = mkdtempSync(join(tmpdir(), 'second-source-pictures-'));
    const desk = join(place, 'desk');
    for (const each of [folder, LOOK]) mkdirSync(each, { recursive: true });
    cpSync(join(ROOT, 'corpus'), desk, { recursive: true });
    const session = await launch({
      workspace: desk,
      openFile: join(desk, 'draft.md'),
      settings: { ...settings, 'workbench.colorTheme': theme },
    });
    const { page } = session;
    const to = (what: string) => join(folder, `${what}-${name}.png`);
    try {
      await marked(session);
      await page.keyboard.press('ControlOrMeta+b');
      await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
      const top = (await around(page, '.editor-instance')).y;

      await hover(page, '26 protesters', '26');
      await take(page, to('hover'), { x: 48, y: top, width: 1228, height: 470 });
      await page.mouse.move(640, 780);
      await page.keyboard.press('Escape');

      await page.locator('.activitybar .action-label[aria-label="Second Source"]').click();
      await pane(page, 'Draft').locator('.monaco-list-row', { hasText: 'Twelve law enforcement' }).waitFor();
      await pane(page, 'Sources').locator('.monaco-list-row', { hasText: 'The Militant' }).waitFor();
      await pane(page, 'Disagreements').locator('.monaco-list-row').first().click();
      await pane(page, 'Disagreements').locator('.monaco-list-row[aria-level="2"]').first().waitFor();
      // Rows have more to say than the width that a side bar begins with has room for.
      const edge = await around(page, '.part.sidebar');
      await page.mouse.move(edge.x + edge.width, edge.y + 300);
      await page.mouse.down();
      await page.mouse.move(edge.x + 430, edge.y + 300, { steps: 4 });
      await page.mouse.up();
      await page.locator('.editor-instance .view-lines').first().click();
      await take(page, to('views'), { x: 0, y: top - 36, width: 900, height: 740 });
      await page.keyboard.press('ControlOrMeta+b');

      await runCommand(page, 'Second Source: Search the Sources');
      await page.locator('.quick-input-title', { hasText: 'Search the Sources' }).waitFor();
      await page.locator('.quick-input-widget input').pressSequentially('oil workers', { delay: 20 });
      // What was found while it was half typed is gone once words that stand apart are set off.
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '‹workers›' }).first().waitFor();
      await take(page, to('search'), await around(page, '.quick-input-widget', 8));
      await page.keyboard.press('Escape');

      await openFile(page, 'draft.md');
      await find(page, '26 protesters');
      await page.keyboard.press('ArrowLeft');
      await runCommand(page, 'Second Source: How It Was Reported');
      const picture = page.frameLocator('iframe.webview').first().frameLocator('iframe#active-frame');
      await picture.locator('svg .mark').first().waitFor();
      await picture.locator('h1').click();
      // The picture's group is the one that stays.
      await page.locator('.editor-group-container.active .tab.active', { hasText: 'How it was reported' }).waitFor();
      await runCommand(page, 'View: Close Editors in Other Groups');
      await expect.poll(async () => (await picture.locator('svg').boundingBox())?.width ?? 0, { timeout: 60_000 }).toBeGreaterThan(900);
      const box = (await picture.locator('main').boundingBox())!;
      const end = (await around(page, '.part.statusbar')).y;
      const rows = await Promise.all((await picture.locator('tbody tr').all()).map((row) => row.boundingBox()));
      // Whole rows only.
      const last = rows.findLast((row) => row !== null && row.y + row.height < end - 4)!;
      await take(page, to('reported'), { x: box.x - 12, y: top, width: 1276 - box.x, height: last.y + last.height - top });
      if (!SHOWN) return;
      await runCommand(page, 'View: Close All Editors');
      await openFile(page, 'draft.md');
      await lookAround(session, desk, (what) => join(LOOK, `${what}-${name}.png`));
    } finally {
      await session.close();
      rmSync(place, { recursive: true, force: true });
    }
  });
});
