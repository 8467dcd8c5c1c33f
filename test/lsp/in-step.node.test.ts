/** Random changes to folders on the disk, told to the server as a process of its own: when it is quiet, it tells what is there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { listSources, matchesBibliographies, matchesSources, readSource } from '../../server/hosts/files.ts';
import type { Folder } from '../../server/lsp/workspace.ts';
import { type FolderStatus, type Status, statusMethod } from '../../server/protocol/status.ts';
import { folder } from '../temporary.ts';
import { TestClient, uriOf } from './client.ts';
import { change, type Disk, Hand, ROOTS } from './in-step.ts';
import { serverProcesses } from './process.ts';
import { Scratch, skippedIn } from './scratch.ts';

// A machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 300_000 });

const start = serverProcesses();

/** What there is below a folder. */
class RealDisk implements Disk {
  constructor(private readonly place: string) {}

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  delete(path: string): void {
    unlinkSync(path);
    // Folders that hold nothing are as good as gone.
    for (let at = dirname(path); at !== this.place && readdirSync(at).length === 0; at = dirname(at)) rmSync(at, { recursive: true });
  }

  paths(): string[] {
    if (!existsSync(this.place)) return [];
    const entries = readdirSync(this.place, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  bytesOf(path: string): Uint8Array {
    return readFileSync(path);
  }
}

const files = {
  list: (folder: string, globs: Parameters<typeof listSources>[1]) => listSources(fileURLToPath(folder), globs),
  matcher: matchesSources,
  bibliographyMatcher: matchesBibliographies,
  read: (uri: string) => readSource(fileURLToPath(uri)),
  stat: async (uri: string) => {
    const stats = await stat(fileURLToPath(uri)).catch(() => null);
    return stats && { kind: stats.isDirectory() ? ('directory' as const) : ('file' as const), stamp: '', isLink: false };
  },
};

/** Whether a folder's status is what a folder read from scratch would have. */
function isAs(status: FolderStatus | undefined, expected: Folder): boolean {
  if (!status || status.total > 0 || status.sources !== expected.library.size) return false;
  const skipped = status.skipped.map(({ uri, reason }) => [uri, reason] as const);
  return JSON.stringify(skippedIn(skipped)) === JSON.stringify(skippedIn(expected.skipped));
}

/** Waits until the server tells of each folder what is there: of what it was told last it may still be busy. */
async function compare(client: TestClient, hand: Hand, scratch: Scratch): Promise<void> {
  const fresh = await Promise.all([...hand.folders].map((path) => scratch.folder(hand.at(path), hand.open)));
  for (let mark = client.received.length; ; ) {
    const { folders } = await client.connection.sendRequest<Status>(statusMethod);
    const same = fresh.every((expected) =>
      isAs(
        folders.find(({ uri }) => uri === expected.uri),
        expected,
      ),
    );
    if (same && folders.length === fresh.length) {
      const found = await Promise.all(fresh.map(({ uri }) => client.pull(`${uri}/draft.md`)));
      const expected = await Promise.all(fresh.map(async (folder) => ({ items: await scratch.diagnostics(folder, fresh) })));
      if (JSON.stringify(found.map((report) => 'items' in report && report.items)) === JSON.stringify(expected.map(({ items }) => items)))
        return;
    }
    // Whatever is still to change is told of.
    mark = await client.waitFor(
      ({ method }) => (method === statusMethod || method === 'workspace/diagnostic/refresh' ? client.received.length : undefined),
      mark,
    );
  }
}

describe('a workspace on the disk', () => {
  test('is in step with its files, whatever becomes of them', async () => {
    const { connection, exited } = start('serve');
    const root = join(folder(), 'desk');
    const client = await TestClient.over(connection, { folders: ROOTS.slice(0, 2).map((path) => root + path) });
    const hand = new Hand(client, new RealDisk(root), root);
    const scratch = new Scratch(files);
    await hand.begin();
    const changes = fc.sample(change, 600);
    for (const each of [...changes, { kind: 'quiet' } as const]) {
      await hand.do(each);
      if (each.kind === 'quiet') await compare(client, hand, scratch);
    }
    expect(client.errors()).toEqual([]);
    expect([...hand.folders].map((path) => uriOf(hand.at(path))).length).toBeGreaterThan(0);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
  });
});
