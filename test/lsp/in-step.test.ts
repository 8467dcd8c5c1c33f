/** Ten thousand random changes to the folders of a workspace: whenever it is quiet, the libraries are as if built from scratch. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { TestClient, uriOf } from './client.ts';
import { type Change, change, Hand, ROOTS } from './in-step.ts';
import { MemoryRuntime } from './memory.ts';
import { Scratch, skippedIn, toldBy } from './scratch.ts';

// A machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 300_000 });

const CHANGES = 10_000;

/** Holds the folders of a session against folders read from scratch. */
async function compare(client: TestClient, hand: Hand, scratch: Scratch): Promise<void> {
  await client.quiet();
  const { folders } = client.session.workspace;
  expect(folders.map(({ uri }) => uri).sort()).toEqual([...hand.folders].map(uriOf).sort());
  const fresh = await Promise.all([...hand.folders].map((path) => scratch.folder(path, hand.open)));
  for (const expected of fresh) {
    const folder = folders.find(({ uri }) => uri === expected.uri)!;
    expect(skippedIn(folder.skipped)).toEqual(skippedIn(expected.skipped));
    expect(toldBy(folder.library)).toEqual(toldBy(expected.library));
    expect(folder.settings).toEqual(expected.settings);
    const report = await client.pull(`${folder.uri}/draft.md`);
    expect(report).toMatchObject({ kind: 'full', items: await scratch.diagnostics(expected, fresh) });
    expect(folder.status()).toMatchObject({ done: 0, total: 0, sources: expected.library.size });
  }
}

describe('a workspace', () => {
  test('is in step with its files, whatever becomes of them', async () => {
    let changes = 0;
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 240, size: 'max' }), async (all: readonly Change[]) => {
      const runtime = new MemoryRuntime();
      if (all.length % 2 === 0) runtime.lookAside();
      const client = await TestClient.start(runtime, { folders: ROOTS.slice(0, 2) });
      const hand = new Hand(client, runtime);
      const scratch = new Scratch(runtime.files);
      try {
        await hand.begin();
        for (const each of [...all, { kind: 'quiet' } as const]) {
          await hand.do(each);
          if (each.kind !== 'quiet') continue;
          await compare(client, hand, scratch);
        }
        expect(client.errors()).toEqual([]);
        changes += all.filter(({ kind }) => kind !== 'quiet' && kind !== 'tell').length;
      } finally {
        await client.end();
      }
    });
    while (changes < CHANGES) await fc.assert(property, { numRuns: 10, endOnFailure: true });
  });
});
