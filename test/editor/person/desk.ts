/** The sample desk, open in an editor: a copy, so that what goes astray there changes nothing here. */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../run/process.mjs';
import { launch, type Session } from '../harness/launch.mjs';

export interface Desk extends Session {
  /** Its folder, absolute. */
  readonly folder: string;
}

/** Opens the sample draft beside its sources, and waits until what is found in it is marked. */
export async function openDesk(settings: Record<string, unknown> = {}): Promise<Desk> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-desk-')));
  cpSync(join(ROOT, 'corpus'), folder, { recursive: true });
  const session = await launch({ workspace: folder, openFile: join(folder, 'draft.md'), settings });
  await marked(session);
  const close = async () => {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...session, folder, close };
}

/** Waits until the sample draft is in front, its sources are read, and what is found in it is marked. */
export async function marked({ page }: Session): Promise<void> {
  await page.locator('.tab.active[data-resource-name="draft.md"]').waitFor();
  await page.locator('.statusbar-item:has-text("5 sources")').waitFor();
  await page.locator('.editor-instance .squiggly-info').first().waitFor();
}
