/** Writing a sentence in VS Code: nothing is marked before it is written, and what is marked elsewhere does not flicker. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Session } from '../harness/launch.mjs';
import { click, squiggles } from './hands.ts';

const HERALD = `---
publisher: Tarvik Herald
date: 2021-03-04
---
Police detained 120 dockers at the harbour of Tarvik on Thursday.

The chairman, Tomas Wendelin, was among them. Tomas Wendelin leads the union, said Tomas Wendelin.
`;
const DRAFT = 'Tomas Wendelinn leads the union.\n\nPolice detained  dockers at the harbour of Tarvik.\n\nIt rained.\n';

const desk = mkdtempSync(join(tmpdir(), 'second-source-desk-'));
let session: Session;

beforeAll(async () => {
  mkdirSync(join(desk, 'sources'));
  writeFileSync(join(desk, 'sources', 'herald.md'), HERALD);
  writeFileSync(join(desk, 'draft.md'), DRAFT);
  session = await launch({ workspace: desk, openFile: join(desk, 'draft.md') });
  await session.page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
  await session.page.locator('.editor-instance .squiggly-warning').first().waitFor();
});
afterAll(async () => {
  await session?.close();
  rmSync(desk, { recursive: true, force: true });
});

/** Has the page note how many warnings are in view whenever the editor draws itself anew. */
async function watch(): Promise<() => Promise<number[]>> {
  const editor = session.page.locator('.editor-instance').first();
  const seen = await editor.evaluateHandle((element) => {
    const counts: number[] = [];
    const look = () => counts.push(element.querySelectorAll('.squiggly-warning').length);
    new element.ownerDocument.defaultView!.MutationObserver(look).observe(element, { subtree: true, childList: true });
    return counts;
  });
  return () => seen.evaluate((counts) => [...counts]);
}

test('a figure gets its squiggle when it is written, and the one above stays meanwhile', async () => {
  const { page, screenshot } = session;
  expect(await squiggles(page, 'warning')).toBe(1);
  await click(page, 'detained  dockers', 'dockers');
  await page.keyboard.press('Home');
  for (const _ of 'Police detained ') await page.keyboard.press('ArrowRight');
  const seen = await watch();
  await page.keyboard.type('300', { delay: 50 });
  await screenshot('typing');
  const typing = await seen();
  expect(typing.length).toBeGreaterThan(0);
  expect(new Set(typing)).toEqual(new Set([1]));
  await expect.poll(() => squiggles(page, 'warning'), { timeout: 60_000 }).toBe(2);
  expect(new Set(await seen())).toEqual(new Set([1, 2]));
  await screenshot('typed');
});

test('a name gets none while it is half typed, nor when it is right', async () => {
  const { page } = session;
  await click(page, 'It rained.');
  await page.keyboard.press('End');
  const seen = await watch();
  await page.keyboard.type(' So Tomas Wendelin', { delay: 50 });
  await page.keyboard.type(' said that it rained.', { delay: 50 });
  expect(new Set(await seen())).toEqual(new Set([2]));
});

test('a misspelt one gets it once the cursor has left it', async () => {
  const { page } = session;
  await page.keyboard.type(' Then spoke Tomas Wendellin', { delay: 50 });
  expect(await squiggles(page, 'warning')).toBe(2);
  await page.keyboard.press('ControlOrMeta+Home');
  await expect.poll(() => squiggles(page, 'warning'), { timeout: 60_000 }).toBe(3);
});
