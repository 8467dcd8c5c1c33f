/** Takes the pictures of README and the walkthrough on the sample desk, as a person would come to see each view. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { launch } from '../harness/launch.mjs';
import { marked } from '../person/desk.ts';
import { click, find, hover, openFile, runCommand } from '../person/hands.ts';
import { smaller } from './png.ts';

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

async function take(page: Page, path: string, clip: Clip): Promise<void> {
  // A cursor blinks.
  const picture = smaller(await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
  expect(picture.length, `${path} is too big to be shipped`).toBeLessThan(MOST);
  writeFileSync(path, picture);
}

/** The place of an element, with what is asked for around it. */
async function around(page: Page, selector: string, margin = 0): Promise<Clip> {
  const box = (await page.locator(selector).first().boundingBox())!;
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
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
      const pane = (title: string) =>
        page.locator('.split-view-view', { has: page.locator(`.pane-header[aria-label^="${title}"]`) }).last();
      await pane('Draft').locator('.monaco-list-row', { hasText: 'Twelve law enforcement' }).waitFor();
      await pane('Sources').locator('.monaco-list-row', { hasText: 'The Militant' }).waitFor();
      await pane('Disagreements').locator('.monaco-list-row').first().click();
      await pane('Disagreements').locator('.monaco-list-row[aria-level="2"]').first().waitFor();
      await page.locator('.editor-instance .view-lines').first().click();
      await take(page, to('views'), { x: 0, y: top - 36, width: 900, height: 740 });
      await page.keyboard.press('ControlOrMeta+b');

      await runCommand(page, 'Second Source: Search the Sources');
      await page.locator('.quick-input-title', { hasText: 'Search the Sources' }).waitFor();
      await page.locator('.quick-input-widget input').pressSequentially('oil workers', { delay: 20 });
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'oil workers' }).first().waitFor();
      await take(page, to('search'), await around(page, '.quick-input-widget', 8));
      await page.keyboard.press('Escape');

      if (SHOWN) {
        await click(page, '26 protesters', '26');
        await page.keyboard.press('ControlOrMeta+F12');
        await page.locator('.statusbar-item', { hasText: 'Passage 1 of' }).waitFor();
        await page.screenshot({ path: join(LOOK, `passage-${name}.png`) });
      }

      await openFile(page, 'draft.md');
      await find(page, '26 protesters');
      await page.keyboard.press('ArrowLeft');
      await runCommand(page, 'Second Source: How It Was Reported');
      const picture = page.frameLocator('iframe.webview').first().frameLocator('iframe#active-frame');
      await picture.locator('svg .mark').first().waitFor();
      await picture.locator('h1').click();
      await runCommand(page, 'View: Close Editors in Other Groups');
      await expect.poll(async () => (await picture.locator('svg').boundingBox())?.width ?? 0, { timeout: 60_000 }).toBeGreaterThan(900);
      const box = (await picture.locator('main').boundingBox())!;
      const end = (await around(page, '.part.statusbar')).y;
      await take(page, to('reported'), { x: box.x - 12, y: top, width: 1276 - box.x, height: Math.min(box.height + 20, end - top - 4) });
    } finally {
      await session.close();
      rmSync(place, { recursive: true, force: true });
    }
  });
});
