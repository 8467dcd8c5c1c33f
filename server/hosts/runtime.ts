/** What Node gives the language server: files, a clock, readers of documents, and the cache. */
import { lstat, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { FileStat, Runtime } from '../lsp/runtime.ts';
import { Bibliographies, bibliographyGlobs } from '../sources/bibliography.ts';
import { isDocument, isSupported, isText, unsupported } from '../sources/formats.ts';
import { AnalystThreads, analystsOn } from './analysing.ts';
import { build } from './cache/build.ts';
import { Store } from './cache/store.ts';
import { listBibliographies, listSources, matchesBibliographies, matchesSources, readSource } from './files.ts';
import { personIn } from './person.ts';
import { readArticle, readBibliography } from './reading.ts';
import { updateFile } from './update.ts';

export const runtime: Runtime = {
  files: {
    list: async (folder, globs) => (isFile(folder) ? listSources(fileURLToPath(folder), globs) : { paths: [], hasLinks: false }),
    matcher: matchesSources,
    listBibliographies: async (folder, exclude) => (isFile(folder) ? listBibliographies(fileURLToPath(folder), exclude) : []),
    bibliographyMatcher: matchesBibliographies,
    stat: async (uri) => (isFile(uri) ? statOf(fileURLToPath(uri)) : null),
    read: async (uri) => (isFile(uri) ? readSource(fileURLToPath(uri)) : { skipped: 'is not on this computer' }),
    update: async (uri, edit) => (isFile(uri) ? updateFile(fileURLToPath(uri), edit) : { failed: 'is not on this computer' }),
  },
  unsupported: (name) => (isSupported(name) ? null : unsupported(name)),
  readArticle,
  readsAside: isDocument,
  analysts: analystsOn(new AnalystThreads()),
  isText,
  bibliographyGlobs,
  readBibliography,
  bibliographies: () => new Bibliographies(),
  openCache: ({ folder, megabytes }, news) =>
    isAbsolute(folder) ? new Store({ place: folder, limit: megabytes * 1e6, build: build(), slices: runtime }, news) : null,
  now: () => performance.now(),
  wait,
  today,
  person: (folder) => personIn(isFile(folder) ? fileURLToPath(folder) : null),
  pause: () => setImmediate(),
};

function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function wait(milliseconds: number, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const listener = token.onCancellationRequested(done);
    if (token.isCancellationRequested) done();
  });
}

function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}

/** Milliseconds after which another writing of a file has another time of change: some file systems count by two seconds. */
const RECENT = 3000;

async function statOf(path: string): Promise<FileStat | null> {
  try {
    const itself = await lstat(path, { bigint: true });
    const isLink = itself.isSymbolicLink();
    const stats = isLink ? await stat(path, { bigint: true }) : itself;
    // Programs can give a file any time of change, but not of this last one; whoever may read it is part of what it tells.
    const stamp = `${stats.size} ${stats.mtimeNs} ${stats.ctimeNs} ${stats.ino}`;
    const isRecent = Date.now() - Number(stats.mtimeMs > stats.ctimeMs ? stats.mtimeMs : stats.ctimeMs) < RECENT;
    return { kind: stats.isDirectory() ? 'directory' : 'file', stamp, isLink, isRecent };
  } catch {
    return null;
  }
}
