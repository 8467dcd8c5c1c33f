/** A whole desk without the mouse: real articles, a draft of ten paragraphs, every figure checked by keys, and the fact sheet of it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../run/process.mjs';
import { launch, type Session } from '../harness/launch.mjs';
import { accept } from './hands.ts';

const articles = join(ROOT, '..', 'shared', 'seeds');
const there = existsSync(articles);
const SOON = { timeout: 60_000 };
const CHECKED = '[id="second-source.second-source.secondSource.checked"]';
const INPUT = '.quick-input-widget:visible input';
const ROW = '.quick-input-list .monaco-list-row';

/** In our own words, after what the articles report; `3,400` is nobody's. */
const DRAFT = `# After the bill

When the price of gas for cars doubled in the west of Kazakhstan, drivers were the first to walk.

They were few to begin with. On the Tuesday at least 50,000 people protested across the country.

The statue of the old president fell in Taldykorgan, where it had stood since 2016.

The interior ministry spoke of 26 protesters killed in the unrest.

It also counted more than 3,000 people detained.

Moscow's defence ministry used 75 planes to bring its paratroopers.

The country that they came to has a population of 19 million people.

Its old president is 81, and has houses in London.

Timur Kulibayev, who married his daughter, bought a mansion from a prince for £15 million.

A reader wrote to us that 3,400 lamps went out that week.
`;

const desk = mkdtempSync(join(tmpdir(), 'second-source-seeds-'));
let session: Session;

async function chord(key: string): Promise<void> {
  await session.page.keyboard.press('ControlOrMeta+k');
  await session.page.keyboard.press(key);
}

/** How many figures the status bar says are checked, and of how many. */
async function counted(): Promise<readonly [checked: number, all: number]> {
  const item = session.page.locator(`${CHECKED}:visible`);
  const [checked = 0, all = 0] = (await item.count()) > 0 ? ((await item.innerText()).match(/\d+/g) ?? []).map(Number) : [];
  return [checked, all];
}

/** Ticks the figure at the cursor, answering what is asked, once, and waits until the status bar counts it. */
async function tick(checked: number): Promise<void> {
  const { page } = session;
  const title = page.locator('.quick-input-widget:visible .quick-input-title');
  const isAsked = async () => (await title.count()) > 0;
  await chord('t');
  await expect.poll(async () => (await counted())[0] === checked || (await isAsked()), SOON).toBe(true);
  if (await isAsked()) {
    // A list has a source in front; where no source has it, a line asks what it was checked against.
    if (!(await title.innerText()).startsWith('What')) await page.locator(INPUT).first().fill('By letter.');
    await accept(page);
  }
  await expect.poll(async () => (await counted())[0], SOON).toBe(checked);
}

describe.skipIf(!there)(`from the first figure to the fact sheet${there ? '' : ' (left out: ../shared is not here)'}`, () => {
  beforeAll(async () => {
    mkdirSync(join(desk, 'sources'));
    cpSync(articles, join(desk, 'sources'), { recursive: true });
    writeFileSync(join(desk, 'draft.md'), DRAFT);
    session = await launch({ workspace: desk, openFile: join(desk, 'draft.md'), settings: { 'secondSource.checker': 'A. Checker' } });
    const { page } = session;
    await page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
    await page.locator('.statusbar-item:has-text("5 sources")').waitFor();
    await page.locator('.editor-instance .squiggly-info').first().waitFor();
  });
  afterAll(async () => {
    await session?.close();
    rmSync(desk, { recursive: true, force: true });
  });

  test('each figure is led to and ticked by keys, and the sheet tells who checked it against what', { timeout: 600_000 }, async () => {
    const { page, screenshot } = session;
    await page.keyboard.press('ControlOrMeta+1');
    await chord('n');
    await page.locator('[id="status.editor.selection"]', { hasText: 'selected' }).waitFor();
    await tick(1);
    const [, all] = await counted();
    expect(all).toBeGreaterThanOrEqual(9);
    for (let checked = 2; checked <= all; checked++) {
      await chord('n');
      await tick(checked);
    }
    await screenshot('seeds all checked');
    const lines = readFileSync(join(desk, 'second-source.ledger.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(all);
    const records = lines.map((line) => JSON.parse(line));
    expect(records.every(({ decision, who }) => decision === 'tick' && who === 'A. Checker')).toBe(true);
    expect(records.find(({ figure }) => figure === '3,400')).toMatchObject({ note: 'By letter.' });
    expect(records.filter(({ passage }) => passage).length).toBeGreaterThan(5);

    await page.keyboard.press('F1');
    await page.locator(INPUT).first().fill('>Second Source: Fact Sheet of the Draft');
    await page.locator(`${ROW}.focused`, { hasText: 'Fact Sheet of the Draft' }).waitFor();
    await accept(page);
    await page.locator(ROW, { hasText: 'Annotated Draft' }).waitFor();
    await accept(page);
    const sheet = page.locator('.editor-group-container').nth(1).locator('.view-lines').first();
    await sheet.waitFor();
    const text = async () => (await sheet.innerText()).replaceAll('\u00a0', ' ');
    await expect.poll(text, SOON).toContain('Fact sheet of `draft.md`');
    expect(await text()).toContain(`${all} of ${all} are checked.`);
    // The editor draws what is in view: the row of the last figure is at the end.
    await page.keyboard.press('ControlOrMeta+End');
    await expect.poll(text, SOON).toContain('☑');
    await expect.poll(text, SOON).toContain('letter.');
    await screenshot('seeds fact sheet');
  });
});
