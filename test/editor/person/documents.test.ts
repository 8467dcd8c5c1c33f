/** A desk whose sources are no text files, as a person sees it: from a figure to the text of a PDF, to the page, and to the file itself. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { testEditor } from '../harness/install.mjs';
import { launch, type Session } from '../harness/launch.mjs';
import { click, hover, openFile, squiggles } from './hands.ts';

const place = mkdtempSync(join(tmpdir(), 'second-source-documents-'));
const FIXTURES = join(ROOT, 'test', 'sources', 'fixtures');
const SOURCES = [
  'pdf/socialist-worker.pdf',
  'pdf/socialistworld-net.pdf',
  'docx/the-militant.docx',
  'html/world-socialist-web-site.html',
  'epub/international-viewpoint.epub',
];

let session: Session;

beforeAll(async () => {
  mkdirSync(join(place, 'sources'));
  copyFileSync(join(ROOT, 'corpus', 'draft.md'), join(place, 'draft.md'));
  for (const path of SOURCES) copyFileSync(join(FIXTURES, path), join(place, 'sources', basename(path)));
  session = await launch({ workspace: place, openFile: join(place, 'draft.md') });
  const { page } = session;
  await page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
  // Documents take longer to read than texts.
  await page.locator('.statusbar-item:has-text("5 sources")').waitFor({ timeout: 120_000 });
  await page.locator('.editor-instance .squiggly-info').first().waitFor();
});
beforeEach(async () => {
  await session.page.keyboard.press('Escape');
  await openFile(session.page, 'draft.md');
});
afterAll(async () => {
  await session?.close();
  rmSync(place, { recursive: true, force: true });
});

const tab = (name: string) => session.page.locator(`.tab.active[data-resource-name="${name}"]`);
/** The text in view, with what stands in it that is no part of it. */
const lines = async () => (await session.page.locator('.editor-instance .view-lines').first().innerText()).replaceAll('\u00a0', ' ');
const placeItem = () => session.page.locator('[id="second-source.second-source.secondSource.place"]:visible');

test('a link in a hover opens the text of a PDF with the passage selected, and tells the page', async () => {
  const { page, screenshot } = session;
  const said = await hover(page, '16 striking', '16');
  await screenshot('hover over documents');
  expect(said).toMatch(/What’s behind the revolt in Kazakhstan\?, page 4: /);
  expect(said).toMatch(/World Socialist Web Site, 6 January 2022, paragraph 6: /);
  await page
    .locator('.monaco-hover:visible a', { hasText: /^What’s behind the revolt/ })
    .first()
    .click();
  await tab('socialist-worker.pdf (text)').waitFor();
  await placeItem().filter({ hasText: 'page 4' }).waitFor();
  const selected = page.locator('[id="status.editor.selection"]', { hasText: 'selected' });
  await selected.waitFor();
  await screenshot('text of a PDF');
  expect(Number(/\((\d+) selected\)/.exec(await selected.innerText())?.[1])).toBeGreaterThan(
    'at least 14 striking oil workers were killed'.length,
  );
  expect(await lines()).toMatch(/at least 14 striking oil workers/);
});

test('F12 leads into such a text, where other sources are told of, and F12 leads on', async () => {
  const { page, screenshot } = session;
  await click(page, '26 protesters', '26');
  await page.keyboard.press('F12');
  await tab('socialist-worker.pdf (text)').waitFor();
  await placeItem().filter({ hasText: 'page 1' }).waitFor();
  const said = await hover(page, '26 protesters were killed', '26');
  await screenshot('hover in the text of a PDF');
  expect(said).toContain('World Socialist Web Site');
  expect(await squiggles(page, 'warning')).toBe(0);
  await click(page, '26 protesters were killed', '26');
  await page.keyboard.press('F12');
  await tab('world-socialist-web-site.html (text)').waitFor();
  await placeItem().filter({ hasText: 'paragraph 2' }).waitFor();
  await screenshot('text of a saved page');
});

test('where a page begins is told in the text', async () => {
  const { page } = session;
  await click(page, '26 protesters', '26');
  await page.keyboard.press('F12');
  await tab('socialist-worker.pdf (text)').waitFor();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect.poll(() => lines(), { timeout: 20_000 }).toMatch(/page 1/);
});

test('the passages in documents are listed with their text', async () => {
  const { page, screenshot } = session;
  await click(page, '16 striking', '16');
  await page.keyboard.press('Shift+F12');
  const files = page.locator('.reference-zone-widget .ref-tree .reference-file');
  await files.first().waitFor();
  await screenshot('references to documents');
  expect((await files.allInnerTexts()).join()).toContain('socialist-worker.pdf (text)');
  await page.keyboard.press('Escape');
});

test('from the text the original is one click away', async () => {
  const { page, screenshot } = session;
  await hover(page, '16 striking', '16');
  await page
    .locator('.monaco-hover:visible a', { hasText: /^What’s behind the revolt/ })
    .first()
    .click();
  await tab('socialist-worker.pdf (text)').waitFor();
  const action = page.locator('.editor-actions [aria-label^="Open the Original"]').first();
  await action.waitFor();
  // On a desktop the system's own program for PDF would open.
  if ((await testEditor()).kind !== 'server') return;
  await action.click();
  await page.locator('[id="status.notifications"]').click();
  const told = page.locator('.notification-list-item', { hasText: 'socialist-worker.pdf cannot be shown here' });
  await told.waitFor();
  await screenshot('original');
  // The bell says what it is for over the button.
  await page.mouse.move(600, 600);
  await told.getByText('Show in the Explorer').click();
  await page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'socialist-worker.pdf' }).waitFor();
});

test('a bibliography that comes gives a PDF its publication, its date and its key', async () => {
  const { page, screenshot } = session;
  const fields = 'journal = {Socialist Worker}, date = {2022-01-11}, file = {sources/socialist-worker.pdf}';
  writeFileSync(join(place, 'refs.bib'), `@article{revolt22, ${fields}}\n`);
  await expect
    .poll(() => hover(page, '16 striking', '16'), { timeout: 50_000 })
    .toMatch(/Socialist Worker \[revolt22\], 11 January 2022, page 4: /);
  await screenshot('hover with a bibliography');
  await page.locator('.statusbar-item:has-text("5 sources")').waitFor();
});
