/** What a person does in the editor, and what they then see. */
import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';

/** The text of the draft in front, without the lines that are out of sight. */
const LINES = '.editor-instance .view-lines';

/** Opens a file of the workspace by its path, as Ctrl+P does. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1)!;
  await again(page, async () => {
    await page.keyboard.press('ControlOrMeta+p');
    await page.locator('.quick-input-widget input').fill(path, { timeout: TRY });
    // The list shows what was open before until it has answered to what was typed.
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor({ timeout: TRY });
    await accept(page);
    await page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor({ timeout: TRY });
    // The tab of a file that was in front already says nothing; keys go to the list until the editor has the focus.
    await page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout: TRY });
  });
}

/** Presses Enter in the list or the line that asks, never in the draft behind it. */
export function accept(page: Page): Promise<void> {
  return page.locator('.quick-input-widget:visible input').first().press('Enter', { timeout: TRY });
}

/** Puts the cursor behind the last character of the file in front. */
export async function goToEnd(page: Page): Promise<void> {
  const start = page.locator('[id="status.editor.selection"]', { hasText: /^Ln 1, Col 1$/ });
  await again(page, async () => {
    await page.locator(LINES).first().click();
    await page.keyboard.press('ControlOrMeta+Home');
    await start.waitFor({ timeout: TRY });
    await page.keyboard.press('ControlOrMeta+End');
    await start.waitFor({ state: 'detached', timeout: TRY });
  });
}

/** Runs a command by its title, as the command palette does. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = (mark: string) => `.quick-input-list .monaco-list-row[aria-label${mark}]`;
  // The list closes where something else takes the focus, as a view does that comes late.
  await again(page, async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`, { timeout: TRY });
    // A row is read out with its keys behind it; others may hold the same words.
    await page
      .locator(`${row(`="${title}"`)}, ${row(`^="${title},"`)}`)
      .first()
      .click({ timeout: TRY });
  });
}

/** Brings the focus into the first column of editors, wherever it was. */
export async function goToFirstColumn(page: Page): Promise<void> {
  await again(page, async () => {
    await page.keyboard.press('ControlOrMeta+1');
    await page.locator('.editor-group-container').first().and(page.locator('.active')).waitFor({ timeout: TRY });
  });
}

/** Milliseconds within which the editor comes to rest, on a busy machine too. */
const REST = 60_000;
/** Milliseconds that one try of a gesture may take before it is made again, as a person would. */
const TRY = 10_000;

/** Brings the first place with this text into view and selects it, as Ctrl+F does. */
export function find(page: Page, text: string): Promise<void> {
  return again(page, () => select(page, text));
}

async function select(page: Page, text: string): Promise<void> {
  await page.locator(LINES).first().click({ timeout: TRY });
  await page.keyboard.press('ControlOrMeta+f');
  const words = page.locator('.find-widget.visible textarea.input').first();
  // The words that were looked for last stand there still; the same ones again would not be looked for.
  await words.fill('', { timeout: TRY });
  await words.fill(text, { timeout: TRY });
  // The count may still be that of the words looked for before.
  await page.locator('[id="status.editor.selection"]', { hasText: `(${text.length} selected)` }).waitFor({ timeout: TRY });
  await page.locator('.find-widget .matchesCount:has-text(" of ")').waitFor({ timeout: TRY });
  await page.keyboard.press('Escape');
}

/** Clicks on a part of a text, by default on its beginning, which puts the cursor there. */
export async function click(page: Page, text: string, part = text): Promise<void> {
  await again(page, async () => {
    await select(page, text);
    const aim = await placeOf(page, text, part);
    // Left of the middle, so that the cursor ends before the character.
    await page.mouse.click(aim.left + aim.width / 4, aim.y);
    await vi.waitFor(async () => {
      // The lines may have moved between the look and the click.
      const { left, y } = await placeOf(page, text, part);
      const box = await page.locator('.editor-instance .cursors-layer .cursor').first().boundingBox();
      if (!box || Math.abs(box.x - left) > 2 || y < box.y || y > box.y + box.height) throw new Error(`The cursor is not at "${part}"`);
    });
  });
}

/** Points the mouse at a part of a text in view, by default at its beginning, and gives what the hover says. */
export async function hover(page: Page, text: string, part = text): Promise<string> {
  // The diagnostics' rows are there before the hover has answered.
  const shown = page.locator('.monaco-hover:not(.hidden) .markdown-hover', { hasNotText: 'Loading' }).first();
  await again(page, async () => {
    await select(page, text);
    const { left, y, width } = await placeOf(page, text, part);
    // The editor takes the first move for the mouse's arrival; the hover answers to one inside.
    await page.mouse.move(left + width / 2 + 1, y);
    await page.mouse.move(left + width / 2, y);
    await shown.waitFor({ timeout: TRY });
  });
  return page.locator('.monaco-hover:not(.hidden)').first().innerText();
}

/** What the menu of quick fixes offers. */
export const MENU_ROWS = '.action-widget .monaco-list-row.action';

/** Opens the menu of quick fixes at a part of a text, by its keys, and gives what it offers. */
export async function menuAt(page: Page, text: string, part = text): Promise<string[]> {
  const rows = page.locator(MENU_ROWS);
  await again(page, async () => {
    await click(page, text, part);
    await page.keyboard.press('ControlOrMeta+.');
    await rows.first().waitFor({ timeout: TRY });
  });
  return rows.allInnerTexts();
}

/** Makes a gesture, and makes it again where the editor has not come to rest under it. */
function again<T>(page: Page, gesture: () => Promise<T>): Promise<T> {
  return vi.waitFor(
    async () => {
      try {
        return await gesture();
      } catch (error) {
        // What the gesture opened may come late, and would stand in the way of the next one.
        await page.keyboard.press('Escape');
        throw error;
      }
    },
    { timeout: REST + TRY, interval: 50 },
  );
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

/** Where the first character of `part` inside `text` is drawn: its left side, its width, and the middle of its line. */
async function placeOf(page: Page, text: string, part: string): Promise<{ left: number; y: number; width: number }> {
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
            return { left: x, y: y + height / 2, width };
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

/** A view of the side bar, by its name. */
export function pane(page: Page, name: string): Locator {
  return page.locator('.split-view-view', { has: page.locator(`.pane-header[aria-label^="${name}"]`) }).last();
}

/** The rows of a view that are in sight, from the top, as they are read out. */
export function rowsOf(page: Page, name: string): Promise<string[]> {
  return pane(page, name)
    .locator('.monaco-list-row')
    .evaluateAll((all) =>
      all
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) => row.getAttribute('aria-label') ?? ''),
    );
}

/** How many lines in view have a mark beside the text, by the picture that it is; `begun` where a line is checked in part. */
export function gutterMarks(page: Page, kind: 'ticked' | 'begun' | 'queried' | 'reopened'): Promise<number> {
  return page.locator('.editor-instance .glyph-margin-widgets > *').evaluateAll((all, name) => {
    const pictures = all.map((each) => each.ownerDocument.defaultView!.getComputedStyle(each).backgroundImage);
    return pictures.filter((picture) => picture.includes(`${name}-light.svg`) || picture.includes(`${name}-dark.svg`)).length;
  }, kind);
}
