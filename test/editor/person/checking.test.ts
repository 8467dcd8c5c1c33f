/** Checking a draft as a person does: figures are ticked and queried by keys, and what changes afterwards shows. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { accept, click, cursor, gutterMarks, hover, MENU_ROWS, menuAt, pane, rowsOf, runCommand } from './hands.ts';

const SOON = { timeout: 60_000 };
const CHECKED = '[id="second-source.second-source.secondSource.checked"]';
const PICK = '.quick-input-widget:visible';

let session: Desk;
let ledger: string;

beforeAll(async () => {
  session = await openDesk({ 'secondSource.checker': 'A. Checker', 'workbench.colorTheme': 'Default Light Modern' });
  ledger = join(session.folder, 'second-source.ledger.jsonl');
});
afterAll(() => session?.close());

const records = () =>
  existsSync(ledger)
    ? readFileSync(ledger, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

/** Ticks the figure at a place, against the first source that is offered where there are several. */
async function tickAt(text: string, part = text): Promise<void> {
  const { page } = session;
  const ticks = () => records().filter(({ decision }) => decision === 'tick').length;
  const before = ticks();
  await click(page, text, part);
  await chord('t');
  const asked = page.locator(`${PICK} .monaco-list-row`).first();
  await expect.poll(async () => ticks() > before || (await asked.isVisible()), SOON).toBe(true);
  if (ticks() === before) await accept(page);
  await expect.poll(ticks, SOON).toBe(before + 1);
}

/** The settings of the workspace, all of them. */
function set(settings: Record<string, unknown>): void {
  mkdirSync(join(session.folder, '.vscode'), { recursive: true });
  writeFileSync(join(session.folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

async function chord(key: string): Promise<void> {
  await session.page.keyboard.press('ControlOrMeta+k');
  await session.page.keyboard.press(key);
}

test('the key for the figure at the cursor asks which of several sources it was checked against, and ticks it', async () => {
  const { page, screenshot } = session;
  expect(await page.locator(CHECKED).count()).toBe(0);
  await click(page, '26 protesters');
  await chord('t');
  const rows = page.locator(`${PICK} .monaco-list-row`);
  await rows.first().waitFor();
  await screenshot('checking picks a source');
  expect((await rows.allInnerTexts()).join('\n')).toContain('Checked Elsewhere…');
  await accept(page);
  await page.locator(`${CHECKED}:visible`, { hasText: /1 of \d+ checked/ }).waitFor();
  // Another figure of the line is still to be checked.
  await expect.poll(() => gutterMarks(page, 'begun'), SOON).toBe(1);
  expect(records()).toMatchObject([{ decision: 'tick', who: 'A. Checker', figure: '26', passage: { says: '26' } }]);
  await screenshot('checked');
});

test('the status bar counts, and is read out', async () => {
  const item = session.page.locator(CHECKED);
  expect(await item.getAttribute('aria-label')).toMatch(/Second Source: 1 of \d+ figures checked/);
});

test('the hover tells who checked it, when, and against which words', async () => {
  const said = await hover(session.page, '26 protesters', '26');
  expect(said).toMatch(/✓ Checked by A\. Checker on \d+ \w+ \d{4} against .+: “.*26.*”/);
  await session.screenshot('checked hover');
});

test('a query asks for what is to be found out', async () => {
  const { page, screenshot } = session;
  await menuAt(page, 'Twelve law');
  await page.locator(MENU_ROWS, { hasText: 'Query “Twelve”…' }).click();
  await page.locator(`${PICK} input`).fill('Who counted them?');
  await accept(page);
  await expect.poll(() => gutterMarks(page, 'queried'), SOON).toBe(1);
  expect(records()).toContainEqual(expect.objectContaining({ decision: 'query', figure: 'Twelve', note: 'Who counted them?' }));
  // What is asked shows before what is checked.
  expect(await gutterMarks(page, 'begun')).toBe(0);
  await screenshot('queried');
});

test('a line whose figures are all checked has the mark for that', async () => {
  const { page } = session;
  await click(page, 'More than 3,000', '3,000');
  await chord('t');
  await page.locator(`${PICK} .monaco-list-row`).first().waitFor();
  await accept(page);
  await expect.poll(() => gutterMarks(page, 'ticked'), SOON).toBe(1);
  // The same key does it again, and another takes it back.
  await click(page, 'More than 3,000', '3,000');
  await chord('b');
  await expect.poll(() => gutterMarks(page, 'ticked'), SOON).toBe(0);
});

test('the next unchecked figure is one key away, and is selected', async () => {
  const { page } = session;
  await click(page, '26 protesters');
  await chord('n');
  const place = await cursor(page);
  await expect.poll(async () => (await page.locator('[id="status.editor.selection"]').innerText()).includes('selected'), SOON).toBe(true);
  expect(place.file).toBe('draft.md');
  await chord('Shift+N');
  await expect.poll(async () => (await cursor(page)).line, SOON).toBeLessThanOrEqual(place.line);
});

test('the tree shows what is queried first, and has a box to tick for each figure', async () => {
  const { page, screenshot } = session;
  await page.locator('.activitybar .action-label[aria-label^="Second Source"]').click();
  await expect.poll(async () => (await rowsOf(page, 'Draft'))[0], SOON).toMatch(/^Queries/);
  const rows = await rowsOf(page, 'Draft');
  expect(rows[1]).toMatch(/^Twelve law enforcement officers killed, Queries, Who counted them\?/);
  await screenshot('checking in the tree');
  // The box of a row takes the tick back.
  await pane(page, 'Draft').locator('.monaco-list-row', { hasText: 'Sources differ' }).first().click();
  const row = pane(page, 'Draft').locator('.monaco-list-row', { hasText: '26 protesters' });
  await row.first().waitFor();
  expect(await row.locator('[role="checkbox"]').getAttribute('aria-checked')).toBe('true');
  await row.locator('[role="checkbox"]').click();
  await expect.poll(() => records().map(({ decision }) => decision), SOON).toEqual(['query']);
});

test('a tick is open again when its source says something else, which the tree and the gutter show', async () => {
  const { page, folder, screenshot } = session;
  await click(page, 'Twelve law');
  await chord('b');
  await click(page, '26 protesters');
  await chord('t');
  await page.locator(`${PICK} .monaco-list-row`).first().waitFor();
  await accept(page);
  await expect.poll(() => gutterMarks(page, 'begun'), SOON).toBe(1);
  const { passage } = records().find(({ decision }) => decision === 'tick')!;
  const path = join(folder, passage.source);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\b26\b/, '28'));
  await expect.poll(() => gutterMarks(page, 'reopened'), SOON).toBe(1);
  await expect
    .poll(async () => (await rowsOf(page, 'Draft')).slice(0, 2).join('\n'), SOON)
    .toMatch(/^Open again.*\n26 protesters killed, Open again, .+ now says 28, not 26\./);
  expect(await page.locator(CHECKED).getAttribute('aria-label')).toContain('1 open again');
  await screenshot('open again');
});

test.each([
  ['Default Dark Modern', 'vs-dark'],
  ['Default High Contrast', 'hc-black'],
  ['Default High Contrast Light', 'hc-light'],
])('the marks are there in the theme %s', async (theme, name) => {
  const { page, screenshot } = session;
  if (name === 'vs-dark') {
    // All four of them.
    await tickAt('More than 3,000', '3,000');
    await tickAt('60 tenge');
    await click(page, '16 striking');
    await chord('q');
    await page.locator(`${PICK} input`).fill('Or 15?');
    await accept(page);
    await expect.poll(() => gutterMarks(page, 'queried'), SOON).toBe(1);
  }
  set({ 'workbench.colorTheme': theme });
  await page.locator(`.monaco-workbench.${name}`).waitFor();
  for (const kind of ['ticked', 'begun', 'queried', 'reopened'] as const) await expect.poll(() => gutterMarks(page, kind), SOON).toBe(1);
  await screenshot(`checking in ${name}`);
});

test('what the changed source does to the draft is listed, without a notification, until it is cleared', async () => {
  const { page, screenshot } = session;
  await pane(page, 'What Changed').locator('.monaco-list-row').first().waitFor();
  const rows = await rowsOf(page, 'What Changed');
  expect(rows.join('\n')).toMatch(/^26 protesters killed, (?:was \w+, now \w+|still \w+) — .+ now says 28, not 26/m);
  expect(await page.locator('.notification-toast').count()).toBe(0);
  await screenshot('what changed');
  await runCommand(page, 'Second Source: Clear What the Sources Changed');
  await expect.poll(() => page.locator('.pane-header[aria-label^="What Changed"]').count(), SOON).toBe(0);
});

test('the marks in the gutter can be turned off', async () => {
  const { page } = session;
  set({ 'secondSource.gutterMarks': false });
  await expect.poll(() => gutterMarks(page, 'reopened'), SOON).toBe(0);
  set({});
  await expect.poll(() => gutterMarks(page, 'reopened'), SOON).toBe(1);
});

test('an untitled draft is checked too, and leaves the ledger alone', async () => {
  const { page, screenshot } = session;
  const before = records();
  await runCommand(page, 'File: New Untitled Text File');
  await page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
  await page.keyboard.type('The interior ministry said 26 protesters were killed in the unrest.');
  await chord('Shift+N');
  await page.locator('[id="status.editor.selection"]', { hasText: 'selected' }).waitFor();
  await chord('t');
  await page.locator(`${PICK} .monaco-list-row`).first().waitFor();
  await accept(page);
  await page.locator(`${CHECKED}:visible`, { hasText: '1 of 1 checked' }).waitFor();
  await screenshot('checked untitled');
  expect(records()).toEqual(before);
});

test('where the ledger cannot be written the writer is told, and what is checked counts while the editor is open', async () => {
  const { page, screenshot } = session;
  await page.locator('.tab[data-resource-name="draft.md"]').click();
  const count = async () => Number(/\d+/.exec(await page.locator(CHECKED).innerText())?.[0]);
  await expect.poll(count, SOON).toBe(2);
  rmSync(ledger);
  mkdirSync(ledger);
  await click(page, 'Twelve law');
  await chord('t');
  await page.locator(`${PICK} .monaco-list-row`).first().waitFor();
  await accept(page);
  await page.locator('[id="status.notifications"]').click();
  const said = 'second-source.ledger.jsonl could not be written: is a folder. What you decided holds until you close the editor.';
  await page.locator('.notification-list-item-message', { hasText: said }).first().waitFor(SOON);
  await screenshot('checked unwritten');
  await expect.poll(count, SOON).toBeGreaterThan(0);
  expect(await hover(page, 'Twelve law', 'Twelve')).toContain('Checked by A. Checker');
});
