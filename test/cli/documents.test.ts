/** Folders of documents through the command line, and the thread that reads them: nothing hangs, and every broken file is named. */
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { listSources } from '../../server/hosts/files.ts';
import { DocumentThread } from '../../server/hosts/reading.ts';
import { TestClient, uriOf } from '../lsp/client.ts';
import { cleaningUp, folder } from '../temporary.ts';
import { broken, mixedFolder } from './folder.ts';
import { commandLine, exitOf } from './run.ts';

/** More than enough to meet each way of being broken; SECOND_SOURCE_FILES=2000 asks for as many as a newsroom's folder has. */
const FILES = Number(process.env.SECOND_SOURCE_FILES ?? 200);

const isRoot = process.platform === 'win32' || process.getuid?.() === 0;

/** What only a disk can hold: links that go round, a folder named like a file, a file too large, and one that may not be read. */
function troubled(path: string): void {
  mkdirSync(join(path, 'folder.pdf'));
  symlinkSync('round.md', join(path, 'round.md'));
  symlinkSync('nowhere.md', join(path, 'dangling.md'));
  symlinkSync(path, join(path, 'again'));
  writeFileSync(join(path, 'huge.txt'), '');
  truncateSync(join(path, 'huge.txt'), 51 * 1024 * 1024);
  writeFileSync(join(path, 'secret.md'), 'The harbour counted 12 boats.');
  // Whoever may read everything reads this too, and then it has nothing to say.
  if (isRoot) rmSync(join(path, 'secret.md'));
  else chmodSync(join(path, 'secret.md'), 0);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

/** The most memory that a process ever had, in megabytes. */
function mostMemory(pid: number): number {
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

describe('a folder of mixed files', () => {
  const cli = commandLine();

  it('is read, and every broken file is named with its reason', async () => {
    const path = folder({ ...mixedFolder(FILES), 'draft.md': 'The harbour of Port Mara counted 1005 boats in March.\n' });
    const args = ['check', 'draft.md', '--sources', 'sources', '--format', 'json', '--fail-on', 'never'];
    // What is read must not pile up: the heap of the whole run is bounded.
    const { code, stdout, stderr } = await cli.run(args, path, { NODE_OPTIONS: '--max-old-space-size=384' });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { sources, drafts } = JSON.parse(stdout);
    const bad = broken();
    expect(bad.size).toBeGreaterThanOrEqual(50);
    const skipped = new Map<string, string>(sources.skipped.map((each: { path: string; reason: string }) => [each.path, each.reason]));
    expect([...skipped.keys()].sort()).toEqual([...bad.keys()].map((name) => `broken/${name}`).sort());
    for (const [name, [, reason]] of bad) expect(skipped.get(`broken/${name}`), name).toMatch(reason);
    expect(sources.articles).toBe(FILES - bad.size);
    const evidence: { source: string; stance: string; locator: unknown }[] = drafts[0].figures[0].evidence;
    expect(evidence.filter(({ stance }) => stance === 'agrees').map(({ source, locator }) => ({ source, locator }))).toContainEqual({
      source: '5/source-5.pdf',
      locator: { page: '1', physicalPage: 1 },
    });
  }, 600_000);

  it('is read by the language server too, and each broken file is named in its status, with the same reason', async () => {
    const bad = broken();
    const path = folder(mixedFolder(bad.size + 40));
    troubled(join(path, 'sources'));
    const child = cli.start(['serve', '--stdio'], path, { NODE_OPTIONS: '--max-old-space-size=384' });
    const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    const client = await TestClient.over(connection, { folders: [path] });
    const { skipped } = await client.status(({ total, sources }) => total === 0 && sources === 40);
    const report = await cli.run(['sources', '--sources', 'sources', '--format', 'json'], path);
    const { sources, skipped: left } = JSON.parse(report.stdout);
    const root = `${uriOf(path)}/sources/`;
    const told = skipped.map(({ uri, reason }) => ({ path: decodeURIComponent(uri.slice(root.length)), reason }));
    expect(told.sort(byPath)).toEqual(left.sort(byPath));
    expect(sources).toHaveLength(40);
    expect(told.map((each) => each.path)).toEqual(expect.arrayContaining([...bad.keys()].map((name) => `broken/${name}`)));
    expect(told).toContainEqual({ path: 'huge.txt', reason: 'larger than 50 MB' });
    if (!isRoot) expect(told).toContainEqual({ path: 'secret.md', reason: 'permission denied' });
    for (const { path: name, reason } of told) await client.logged(`sources/${name}: ${reason}`);
    // The reading thread and all libraries in it are of the same process.
    if (process.platform === 'linux') expect(mostMemory(child.pid!)).toBeLessThan(1500);
    expect(client.errors()).toEqual([]);
    const exited = exitOf(child);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
  }, 600_000);

  it('has texts whose encoding only their letters tell', async () => {
    const path = folder({ 'draft.md': 'The café in Port Mara counted 412 guests in March.\n', 'sources/b.txt': 'Nobody came.' });
    const old = 'The “café” in Port Mara – a small house – counted 412 guests in March, José Muñoz said.';
    const bytes = Uint8Array.from(old, (char) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[char] ?? char.charCodeAt(0));
    writeFileSync(join(path, 'sources', 'a.txt'), bytes);
    const { stdout } = await cli.run(['check', 'draft.md', '--sources', 'sources', '--format', 'json'], path);
    const { drafts, sources } = JSON.parse(stdout);
    expect(sources).toEqual({ articles: 2, skipped: [] });
    expect(drafts[0].figures[0].evidence[0]).toMatchObject({ source: 'a.txt', passage: old });
  });

  it('gives the place of each piece of evidence, in the file’s own terms', async () => {
    const path = folder({
      'draft.md': 'The harbour of Port Mara counted 412 boats in March.\n',
      'sources/a.txt': 'The harbour of Port Mara counted 412 boats in March.',
      'sources/b.csv': 'Port,Boats counted in March\nHarbour of Port Mara,412\n',
      'sources/c.html': '<p>It was cold.</p><p>The harbour of Port Mara counted 412 boats in March.</p>',
      'sources/d.vtt': 'WEBVTT\n\n00:12:31.000 --> 00:12:35.000\nThe harbour of Port Mara counted 412 boats in March.\n',
    });
    const { stdout } = await cli.run(['check', 'draft.md', '--sources', 'sources', '--format', 'json'], path);
    const [figure] = JSON.parse(stdout).drafts[0].figures;
    const places = Object.fromEntries(
      figure.evidence.map(({ source, locator }: { source: string; locator: unknown }) => [source, locator]),
    );
    expect(places).toEqual({ 'a.txt': null, 'b.csv': { cell: 'B2' }, 'c.html': { paragraph: 2 }, 'd.vtt': { time: '0:12:31' } });
  });
});

describe('a page that a browser saved with all that belongs to it', () => {
  cleaningUp();

  it('is one source, and what else stands in such a folder another', async () => {
    const files = [
      'page.html',
      'page_files/a.css',
      'page_files/b.js.download',
      'page_files/c.png',
      'page_files/saved_resource(1).html',
      'case_files/notes.html',
    ];
    const path = folder(Object.fromEntries(files.map((name) => [name, 'x'])));
    expect((await listSources(path, { sources: ['**'], exclude: [] })).paths).toEqual(['case_files/notes.html', 'page.html']);
  });
});

describe('the thread that reads documents', () => {
  cleaningUp();

  /** A thread whose program does as the file's name says. */
  function thread(): DocumentThread {
    const program = `
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ name }) => {
        if (name === 'hangs') for (;;);
        if (name === 'swells') for (const held = []; ; ) held.push(new Array(1e5).fill(held.length));
        if (name === 'ends') process.exit(1);
        if (name === 'throws') throw new Error('inside');
        parentPort.postMessage({ skipped: 'read ' + name });
      });`;
    return new DocumentThread(join(folder({ 'reader.mjs': program }), 'reader.mjs'), { time: 3000, memory: 64 });
  }

  it('gives up what hangs, swells, ends or throws, and reads on', async () => {
    const reader = thread();
    const names = ['a', 'hangs', 'b', 'swells', 'c', 'ends', 'd', 'throws', 'e'];
    const readings = await Promise.all(names.map((name) => reader.read({ uri: name, name, bytes: new Uint8Array() })));
    expect(readings.map((reading) => 'skipped' in reading && reading.skipped)).toEqual([
      'read a',
      'takes too long to read',
      'read b',
      'takes too much memory to read',
      'read c',
      expect.stringContaining('damaged'),
      'read d',
      expect.stringContaining('damaged'),
      'read e',
    ]);
  });

  it('gives up what is not wanted any more at once, and reads on', async () => {
    const reader = thread();
    const file = (name: string) => ({ uri: name, name, bytes: new Uint8Array() });
    const [first, second] = [new CancellationTokenSource(), new CancellationTokenSource()];
    const readings = [reader.read(file('hangs'), first.token), reader.read(file('b'), second.token), reader.read(file('c'))];
    second.cancel();
    expect(await readings[1]).toEqual({ skipped: 'not wanted any more' });
    first.cancel();
    expect(await readings[0]).toEqual({ skipped: 'not wanted any more' });
    expect(await readings[2]).toEqual({ skipped: 'read c' });
    expect(await reader.read(file('d'), first.token)).toEqual({ skipped: 'not wanted any more' });
  });
});
