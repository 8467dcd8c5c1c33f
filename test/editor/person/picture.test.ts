/** How a figure was reported, as a person sees it: a panel beside the draft that follows what is written, and leads to the passages. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { accept, cursor, find, goToFirstColumn, hover, MENU_ROWS, menuAt, openFile, runCommand } from './hands.ts';

const SOON = { timeout: 60_000 };

let session: Desk;

beforeAll(async () => {
  session = await openDesk({
    'workbench.colorTheme': 'Default Light Modern',
    'files.autoSave': 'off',
    'editor.minimap.enabled': false,
    // A window that is loaded anew shows what it showed, though it was opened on a file.
    'window.restoreWindows': 'preserve',
  });
  // Two columns need the room.
  await session.page.keyboard.press('ControlOrMeta+b');
  await session.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
});
beforeEach(async () => {
  const { page } = session;
  await page.keyboard.press('Escape');
  // Where the picture has been clicked, files would open beside it.
  await goToFirstColumn(page);
  await openFile(page, 'draft.md');
});
afterAll(() => session?.close());

/** The page of the picture. */
function picture(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview').first().frameLocator('iframe#active-frame');
}

const said = (part: string) => picture(session.page).locator(part);
const fill = () =>
  said('svg > rect')
    .first()
    .evaluate((rect) => rect.ownerDocument.defaultView!.getComputedStyle(rect).fill);

test('a link in a hover opens the picture, with each source by its date and the draft’s figure across', async () => {
  const { page, screenshot } = session;
  await hover(page, '26 protesters', '26');
  await page.locator('.monaco-hover:visible a', { hasText: 'How it was reported' }).first().click();
  await said('svg .mark').first().waitFor();
  await screenshot('picture');
  expect(await said('h1').innerText()).toMatch(/^How it was reported: protesters killed/);
  const words = await said('svg')
    .innerText()
    .catch(() => said('main').textContent());
  for (const part of ['Socialist Worker', 'The Militant', 'Draft: 26']) expect(words).toContain(part);
  expect(await said('svg .mark').count()).toBe(await said('tbody tr').count());
});

test('it may load nothing and run nothing but its own script', async () => {
  const policy = await said('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src 'nonce-[0-9a-f]{32}'$/);
});

test('the table below has the same for those who do not see the picture', async () => {
  expect(await said('caption').innerText()).toContain('What each source says');
  const rows = (await said('tbody tr').allInnerTexts()).join('\n');
  expect(rows).toMatch(/Over 160.*The Militant.*Jan 24, 2022/s);
  expect(await said('svg').getAttribute('role')).toBe('img');
  expect(await said('svg > desc').textContent()).toMatch(/The draft says 26/);
});

test('Tab goes from the button that saves it to the figures of the table, in order, and each is called whose it is', async () => {
  const { page } = session;
  await said('h1').click();
  const focused = () =>
    said('body').evaluate(
      ({ ownerDocument: { activeElement } }) => activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '',
    );
  const order: string[] = [];
  const sources = await said('tbody tr td:nth-child(2)').allInnerTexts();
  const figures = await said('tbody th').allInnerTexts();
  for (let step = 0; step <= figures.length; step++) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  expect(order).toEqual(['Save as SVG…', ...figures.map((figure, at) => `${figure}, ${sources[at]!.split(' · ')[0]}`)]);
  expect(await said('tbody button').first().getAttribute('title')).toBe(`Open the passage in ${order[1]!.split(', ')[1]}`);
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe(order.at(-2));
  // Whoever is on a button stays there when all is drawn anew.
  for (let step = 1; step < figures.length; step++) await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('Save as SVG…');
  const shown = await said('svg').elementHandle();
  const size = page.viewportSize()!;
  await page.setViewportSize({ ...size, width: size.width - 80 });
  await expect.poll(() => shown!.evaluate((svg) => svg.isConnected), SOON).toBe(false);
  expect(await focused()).toBe('Save as SVG…');
  await page.setViewportSize(size);
  // The picture has a name and says in words what it shows.
  const names = await said('svg').evaluate((svg) =>
    (svg.getAttribute('aria-labelledby') ?? '').split(' ').map((id: string) => svg.ownerDocument.getElementById(id)?.textContent ?? ''),
  );
  expect(names[0]).toBe('How it was reported: protesters killed');
  expect(names[1]).toMatch(/^\d+ figures of sources, from .+ The lowest is .+ The draft says 26\.$/);
});

test('it follows the draft', async () => {
  const { page, screenshot } = session;
  // Whoever was in the picture before is not led back to it while writing.
  await said('tbody button').first().focus();
  await goToFirstColumn(page);
  await find(page, '26 protesters');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  await page.keyboard.type('4');
  await expect.poll(() => said('main').textContent(), SOON).toContain('Draft: 4');
  await page.keyboard.type('4');
  await expect.poll(() => said('main').textContent(), SOON).toContain('Draft: 44');
  // The figure is still the same one where lines come before it.
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => said('main').textContent(), SOON).toContain('Draft: 44');
  await screenshot('picture after an edit');
  // More than there is to undo does no harm.
  for (let step = 0; step < 8; step++) await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => said('main').textContent(), SOON).toContain('Draft: 26');
});

test('a theme changes its colours', async () => {
  const { page, screenshot } = session;
  const light = await fill();
  await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
  await expect.poll(fill, SOON).not.toBe(light);
  await screenshot('picture in the dark');
  await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
  await expect.poll(fill, SOON).toBe(light);
});

test('a figure of the table leads to its passage', async () => {
  const { page } = session;
  await said('tbody tr').filter({ hasText: 'The Militant' }).locator('button').first().click();
  await expect.poll(async () => (await cursor(page)).file, SOON).toBe('the-militant.md');
});

test('it is saved as a file that needs nothing else', async () => {
  const { page, folder } = session;
  await said('#save').click();
  const name = page.locator('.quick-input-widget input');
  await name.waitFor();
  // The dialog writes the name in a moment after it has come.
  const path = join(folder, 'protesters-killed.svg');
  await expect.poll(() => name.inputValue(), SOON).toBe(path);
  await session.screenshot('saving a picture');
  await accept(page);
  await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8'), SOON).toContain('</svg>');
  const svg = readFileSync(path, 'utf8');
  expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
  expect(svg).toContain('How it was reported: protesters killed');
  expect(svg).toMatch(/fill="#[0-9a-f]{6,8}"|fill="rgb/i);
  expect(svg).not.toContain('var(');
});

test('quick fixes lead to it, and a row of the side bar', async () => {
  const { page, screenshot } = session;
  const titles = await menuAt(page, 'Twelve law', 'Twelve');
  expect(titles.join('\n')).toContain('Show how it was reported');
  await page.locator(MENU_ROWS, { hasText: 'Show how it was reported' }).click();
  await expect.poll(() => said('main').textContent(), SOON).toContain('Draft: Twelve');
  await page.locator('.activitybar .action-label[aria-label="Second Source"]').click();
  const pane = page.locator('.split-view-view', { has: page.locator('.pane-header[aria-label^="Disagreements"]') }).last();
  const row = pane.locator('.monaco-list-row').first();
  await row.hover();
  await row.locator('[aria-label^="How It Was Reported"]').click();
  await expect.poll(() => said('main').textContent(), SOON).not.toContain('Draft: Twelve');
  await screenshot('picture of a disagreement');
  expect(await said('tbody tr').count()).toBeGreaterThan(1);
});

test('it is there again after the window was loaded anew, of the same figure', async () => {
  const { page, screenshot } = session;
  const sidebar = page.locator('.part.sidebar');
  if (await sidebar.isVisible()) await page.keyboard.press('ControlOrMeta+b');
  await sidebar.waitFor({ state: 'hidden' });
  await find(page, '26 protesters');
  await page.keyboard.press('ArrowLeft');
  await runCommand(page, 'Second Source: How It Was Reported');
  await expect.poll(() => said('main').textContent(), SOON).toContain('Draft: 26');
  const before = await said('main').textContent();
  // What the page of the window is told is gone when it has been loaded anew.
  await page.locator('body').evaluate((body) => body.setAttribute('data-before', ''));
  await runCommand(page, 'Developer: Reload Window');
  await page.locator('body:not([data-before]) .tab[data-resource-name="draft.md"]').first().waitFor();
  const shown = () =>
    said('main')
      .textContent({ timeout: 5000 })
      .catch(() => '');
  await page.locator('.statusbar-item:has-text("5 sources")').waitFor();
  await expect.poll(shown, SOON).toBe(before);
  await screenshot('picture after a reload');
});
