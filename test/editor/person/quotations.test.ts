/** Quotations and the draft against itself as a person meets them: what is marked, what the hover says, and how it is put right. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Session } from '../harness/launch.mjs';
import { hover, MENU_ROWS, menuAt, squiggles } from './hands.ts';

const place = mkdtempSync(join(tmpdir(), 'second-source-desk-'));
const FILES = {
  'draft.md':
    '# The strike at Tarvik\n\nTomas Wendelin said: “We will leave this harbour before they pay.”\n\n' +
    'The number of strikers doubled from 60 to 150. It began on Tuesday, March 4, 2021.\n\n' +
    'In Tarvik 26 dockers were killed. Mayor Quist was away.\n',
  'sources/herald.md':
    '---\npublication: Tarvik Herald\ndate: 2021-03-04\n---\n“We will not leave this harbour before they pay,” said Tomas Wendelin.\n\n' +
    'The interior ministry said 26 dockers were killed in Tarvik. Mayor Anna Quist left.\n',
};

let session: Session;

beforeAll(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  session = await launch({ workspace: place, openFile: join(place, 'draft.md'), settings: { 'files.autoSave': 'off' } });
  await session.page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
  await session.page.locator('.statusbar-item:has-text("1 source")').waitFor();
  await session.page.locator('.editor-instance .squiggly-warning').nth(2).waitFor();
});
afterAll(async () => {
  await session?.close();
  rmSync(place, { recursive: true, force: true });
});

test('figures that do not go together are told with their arithmetic', async () => {
  const { page, screenshot } = session;
  const said = await hover(page, 'doubled from 60', 'doubled');
  await screenshot('a ratio that its figures contradict');
  expect(said).toContain('60 to 150 is 2.5 times, not double');
  expect(await hover(page, 'March 4, 2021', '4')).toContain('March 4, 2021 was a Thursday');
});

test('an altered quotation shows what was changed, and is put right', async () => {
  const { page, screenshot } = session;
  const said = await hover(page, 'We will leave', 'will');
  await screenshot('an altered quotation');
  expect(said).toContain('Quoted otherwise than in the source');
  expect(said).toContain('Tarvik Herald');
  expect(await squiggles(page, 'warning')).toBe(3);
  const titles = await menuAt(page, 'will leave', 'will');
  await screenshot('quick fixes of a quotation');
  expect(titles[0]).toContain('Quote as in the source (Tarvik Herald)');
  await page.locator(MENU_ROWS, { hasText: 'Quote as in the source' }).first().click();
  const shown = () => page.locator('.editor-instance .view-lines').first().innerText();
  await expect
    .poll(async () => (await shown()).replaceAll('\u00a0', ' '), { timeout: 20_000 })
    .toContain('“We will not leave this harbour');
  await expect.poll(() => squiggles(page, 'warning'), { timeout: 20_000 }).toBe(2);
});

test('hints tell what is stated as a fact, and who is named by surname only', async () => {
  const { page, screenshot } = session;
  expect(await hover(page, 'Tarvik 26 dockers', '26')).toContain('Stated as a fact; the sources have it from: interior ministry');
  await screenshot('a figure stated as a fact');
  expect(await hover(page, 'Mayor Quist', 'Quist')).toContain('the full name is Anna Quist');
  await screenshot('a first mention by surname');
});
