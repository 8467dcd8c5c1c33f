/** The sample draft as a person sees it in VS Code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { click, cursor, hover, openFile, squiggles } from './hands.ts';

let session: Desk;

beforeAll(async () => {
  session = await openDesk();
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

test.each([
  ['a figure', '16 striking', '16', /^16 striking oil workers/],
  ['a name', 'Karim Massimov', 'Massimov', /^Karim Massimov/],
])('going to the definition of %s opens the best passage, with the cursor there', async (what, text, part, there) => {
  const { page, folder, screenshot } = session;
  await click(page, text, part);
  await page.keyboard.press('F12');
  const textThere = async () => {
    const { file, line, column } = await cursor(page);
    if (file === 'draft.md') return '';
    const lines = readFileSync(join(folder, 'sources', file), 'utf8').split('\n');
    return lines[line - 1]?.slice(column - 1) ?? '';
  };
  await expect.poll(textThere, { timeout: 60_000 }).toMatch(there);
  await screenshot(`definition of ${what}`);
});
