/** What is made on the disk for the tests of a file, and is gone after them: folders, and the programs. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { bundlePrograms } from '../esbuild.mjs';

const made: string[] = [];

/** A new folder with the files given: from path to content. It is gone after the tests. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-')));
  made.push(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** Takes the folders away after a file's tests. */
export function cleaningUp(): void {
  afterAll(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });
}

/** Builds the programs from the files that are there now. Call at the top of a test file. Gives what tells where they are, once tests run. */
export function builtPrograms(): () => string {
  let place = '';
  cleaningUp();
  beforeAll(async () => {
    place = folder();
    await bundlePrograms({ outdir: place });
  });
  return () => place;
}
