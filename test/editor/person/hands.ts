/** What a person does in the editor, and what they then see. */
import type { Page } from 'playwright-core';

/** The text of the draft in front, without the lines that are out of sight. */
const LINES = '.editor-instance .view-lines';

/** Opens a file of the workspace by its path, as Ctrl+P does. */
export async function openFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+p');
  await page.locator('.quick-input-widget input').fill(path);
  const name = path.split('/').at(-1)!;
  // The list shows what was open before until it has answered to what was typed.
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

/** Runs a command by its title, as the command palette does. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  const row = (mark: string) => `.quick-input-list .monaco-list-row[aria-label${mark}]`;
  // A row is read out with its keys behind it; others may hold the same words.
  await page
    .locator(`${row(`="${title}"`)}, ${row(`^="${title},"`)}`)
    .first()
    .click();
}

/** Brings the first place with this text into view and selects it, as Ctrl+F does. */
export async function find(page: Page, text: string): Promise<void> {
  await page.locator(LINES).first().click();
  await page.keyboard.press('ControlOrMeta+f');
  await page.locator('.find-widget.visible textarea.input').first().fill(text);
  await page.locator('.find-widget .matchesCount:has-text(" of ")').waitFor();
  await page.keyboard.press('Escape');
}

/** Clicks on a part of a text, by default on its beginning, which puts the cursor there. */
export async function click(page: Page, text: string, part = text): Promise<void> {
  await find(page, text);
  const { x, y } = await placeOf(page, text, part);
  await page.mouse.click(x, y);
}

/** Points the mouse at a part of a text in view, by default at its beginning, and gives what the hover says. */
export async function hover(page: Page, text: string, part = text): Promise<string> {
  await find(page, text);
  const { x, y } = await placeOf(page, text, part);
  // The diagnostics' rows are there before the hover has answered.
  const shown = page.locator('.monaco-hover:not(.hidden) .markdown-hover', { hasNotText: 'Loading' }).first();
  // The editor takes the first move for the mouse's arrival; the hover answers to one inside.
  await page.mouse.move(x + 1, y);
  await page.mouse.move(x, y);
  await shown.waitFor();
  return page.locator('.monaco-hover:not(.hidden)').first().innerText();
}

/** The name of the file in front, and the place of the cursor in it as the status bar tells it, 1-based. */
export async function cursor(page: Page): Promise<{ file: string; line: number; column: number }> {
  const file = await page.locator('.tab.active').first().getAttribute('data-resource-name');
  const place = await page.locator('[id="status.editor.selection"]').innerText();
  const [line = 0, column = 0] = (place.match(/\d+/g) ?? []).map(Number);
  return { file: file ?? '', line, column };
}

/** How many squiggles of a kind are in view. */
export function squiggles(page: Page, kind: 'error' | 'warning' | 'info' | 'hint'): Promise<number> {
  return page.locator(`.editor-instance .squiggly-${kind}`).count();
}

/** The middle of the first character of `part` inside `text`, where the text is drawn. */
async function placeOf(page: Page, text: string, part: string): Promise<{ x: number; y: number }> {
  const place = await page.locator(`${LINES} .view-line`).evaluateAll(
    (lines, [whole, within]) => {
      // The editor draws spaces as non-breaking ones.
      const plain = (node: { textContent: string | null }) => (node.textContent ?? '').replaceAll('\u00a0', ' ');
      for (const line of lines) {
        let at = plain(line).indexOf(whole);
        if (at < 0) continue;
        at += whole.indexOf(within);
        const walker = line.ownerDocument.createTreeWalker(line, 4);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length } = plain(node);
          if (at < length) {
            const range = line.ownerDocument.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          at -= length;
        }
      }
      return undefined;
    },
    [text, part] as const,
  );
  if (!place) throw new Error(`"${text}" is not in view, or is broken over two lines`);
  return place;
}

/** What the list beside the cursor offers, from the top, as it is read out: what, whose, and what else is said of it. Waits until it shows. */
export async function suggestions(page: Page): Promise<string[]> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all
      .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
      .map((row) => (row.getAttribute('aria-label') ?? '').replaceAll('\u00a0', ' ')),
  );
}

/** The line in view that holds a text, as it is drawn. */
export async function lineWith(page: Page, text: string): Promise<string> {
  const lines = await page.locator(`${LINES} .view-line`).allTextContents();
  return lines.map((line) => line.replaceAll('\u00a0', ' ')).find((line) => line.includes(text)) ?? '';
}
