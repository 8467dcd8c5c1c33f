/** How often drafts are checked again while sources are read: checks that take long must not keep the reading from going on. */
import { expect, test } from 'vitest';
import { inEnglish } from '../../server/engine/translate.ts';
import { Indexing } from '../../server/lsp/indexing/indexing.ts';
import { Folder } from '../../server/lsp/workspace.ts';
import { MemoryRuntime } from './memory.ts';

const SOURCES = 40;
/** A check takes its time in so many slices. */
const SLICES = 50;

/** A runtime whose clock moves on by a moment whenever somebody looks at it, and by as much as a check takes. */
class Clocked extends MemoryRuntime {
  time = 10_000;

  override now(): number {
    this.time++;
    return this.time;
  }
}

/** How many times drafts are checked while all sources are read, where a check takes so many milliseconds. */
async function checks(milliseconds: number): Promise<number> {
  const names = Array.from({ length: SOURCES }, (_, at) => `/desk/sources/${at}.txt`);
  const runtime = new Clocked(Object.fromEntries(names.map((name) => [name, 'Police detained 120 dockers in Tarvik.\n'])));
  const folder = new Folder('file:///desk', 'desk', runtime);
  let checked = 0;
  const indexing = new Indexing(
    runtime,
    {
      libraryChanged() {
        checked++;
        void folder.exclusive(async () => {
          for (let slice = 0; slice < SLICES; slice++) {
            await runtime.pause();
            runtime.time += milliseconds / SLICES;
          }
        });
      },
      statusChanged() {},
      skipped() {},
      settled() {},
      sourceChanged() {},
      failed(error) {
        throw error;
      },
      openText: () => null,
      openUris: () => [],
    },
    inEnglish,
  );
  await indexing.scan(folder);
  await indexing.idle();
  expect(folder.library.size).toBe(SOURCES);
  return checked;
}

test('a check that takes longer than its turn comes round is not begun again after each source', async () => {
  expect(await checks(5000)).toBeLessThan(SOURCES / 4);
});

test('drafts are checked when all is read', async () => {
  expect(await checks(0)).toBeGreaterThan(0);
});
