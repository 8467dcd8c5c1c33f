/** The language server on Node, over standard input and output or Node's IPC, whichever the arguments say. Importing it starts it. */
import { stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { FileStat, Runtime } from '../lsp/runtime.ts';
import { startServer } from '../lsp/server.ts';
import { readArticle } from '../sources/read.ts';
import { listSources, matchesSources, readSource } from './files.ts';

const runtime: Runtime = {
  files: {
    list: async (folder, globs) => (isFile(folder) ? listSources(fileURLToPath(folder), globs) : []),
    matcher: matchesSources,
    stat: async (uri) => (isFile(uri) ? statOf(fileURLToPath(uri)) : null),
    read: async (uri) => (isFile(uri) ? readSource(fileURLToPath(uri)) : { skipped: 'is not on this computer' }),
  },
  readArticle,
  now: () => performance.now(),
  pause: () => setImmediate(),
};

function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}

async function statOf(path: string): Promise<FileStat | null> {
  try {
    const stats = await stat(path, { bigint: true });
    return { kind: stats.isDirectory() ? 'directory' : 'file', stamp: `${stats.size} ${stats.mtimeNs} ${stats.ino}` };
  } catch {
    return null;
  }
}

startServer(createConnection(ProposedFeatures.all), runtime);
