/** Attributing and citing as a person meets them: Ctrl+. on a figure that the sources dispute, a choice, and what the draft then says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { goToEnd, MENU_ROWS, menuAt } from './hands.ts';

const LINES = '.editor-instance .view-lines';

let session: Desk;

beforeAll(async () => {
  session = await openDesk({ 'files.autoSave': 'off' });
});
afterAll(() => session?.close());

async function take(title: string): Promise<void> {
  const { page } = session;
  await page.locator(MENU_ROWS, { hasText: title }).first().click();
  await page.locator(MENU_ROWS).first().waitFor({ state: 'detached' });
}

/** Waits until the text in view holds some words, however its lines are broken. */
async function reads(words: string): Promise<void> {
  const shown = () => session.page.locator(`${LINES} .view-line`).allTextContents();
  const plain = (text: string) => text.replace(/\s+/g, '');
  await expect.poll(async () => plain((await shown()).join('')), { timeout: 60_000 }).toContain(plain(words));
}

async function undo(): Promise<void> {
  await session.page.keyboard.press('ControlOrMeta+z');
}

const SENTENCE = 'In 2011 police shot dead 16 striking oil workers in Zhanaozen';

test('a disputed figure offers whose it is, the range, and a note, and says the range', async () => {
  const titles = (await menuAt(session.page, '16 striking oil', '16')).join('\n');
  await session.screenshot('what can be said of a disputed figure');
  expect(titles).toContain('Attribute: “, according to');
  expect(titles).toContain('Write the range: “between 14 and 16, depending on the source”');
  expect(titles).toContain('Cite in a footnote:');
  await take('Write the range');
  await reads('dead between 14 and 16 striking oil workers in Zhanaozen, depending on the source.');
  await session.screenshot('a range written');
  await undo();
  await reads(`${SENTENCE}.`);
});

test('it is cited in a footnote, which one undo takes back', async () => {
  await menuAt(session.page, '16 striking oil', '16');
  await take('Cite in a footnote');
  await reads(`${SENTENCE}.[^2]`);
  await goToEnd(session.page);
  await reads('[^2]: ');
  await session.screenshot('a footnote');
  await undo();
  await reads(`${SENTENCE}. Reports`);
});
