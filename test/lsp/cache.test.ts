/** The cache between two starts of the server, on a real disk: it is used for what has not changed, and for nothing else. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { Store } from '../../server/hosts/cache/store.ts';
import { runtime as node } from '../../server/hosts/runtime.ts';
import type { Runtime } from '../../server/lsp/runtime.ts';
import { cleaningUp, folder } from '../temporary.ts';
import { clientsForTests, type StartOptions, type TestClient } from './client.ts';

cleaningUp();
const place = folder();

const start = clientsForTests();
const DRAFT = 'Police detained 300 dockers at the harbour of Tarvik on Thursday. The mayor Ivar Lindgrenn spoke.\n';
const report = (count: number, publisher: string): string =>
  `---\npublisher: ${publisher}\ndate: 2021-03-04\n---\nPolice detained ${count} dockers at the harbour of Tarvik on Thursday. Ivar Lindgren spoke.\n`;
const SOURCES = { 'one.md': report(120, 'One'), 'two.md': report(120, 'Two'), 'three.txt': report(120, 'Three') };
const WRONG = ['refuted-figure: 300', 'misspelt-name: Ivar Lindgrenn'];

let desk: string;
let cache: string;
let count = 0;
beforeEach(() => {
  count++;
  desk = join(place, `desk ${count}`);
  cache = join(place, `cache ${count}`, 'deep');
  mkdirSync(join(desk, 'sources'), { recursive: true });
  for (const [name, text] of Object.entries(SOURCES)) write(name, text);
});

function write(name: string, text: string): void {
  writeFileSync(join(desk, 'sources', name), text);
}

/** A server on the disk, with what it read: files whose bytes it took, and articles that it made of bytes. */
interface Started {
  readonly client: TestClient;
  readonly files: string[];
  readonly articles: string[];
}

/** Starts a server, and waits until it has read all. Stamps count unless a file `isRecent`, as all that tests write would be. */
async function begin(
  options: StartOptions & { megabytes?: number; isRecent?: boolean; runtime?: Partial<Runtime>; at?: string; sources?: number } = {},
): Promise<Started> {
  const files: string[] = [];
  const articles: string[] = [];
  const runtime: Runtime = {
    ...node,
    files: {
      ...node.files,
      read: (uri) => {
        if (uri.includes('/sources/')) files.push(basename(uri));
        return node.files.read(uri);
      },
      stat: async (uri) => {
        const stat = await node.files.stat(uri);
        return stat && { ...stat, isRecent: options.isRecent ?? false };
      },
    },
    readArticle: (file) => {
      articles.push(file.name);
      return node.readArticle(file);
    },
    // What waits for a quiet moment need not wait here.
    wait: () => node.pause(),
    ...options.runtime,
  };
  const folder = pathToFileURL(options.at ?? desk).href;
  const { megabytes } = options;
  const client = await start(runtime, {
    folders: [folder],
    initializationOptions: { cache: { folder: cache, ...(megabytes !== undefined && { megabytes }) } },
  });
  await client.status(({ total, sources }) => total === 0 && sources === (options.sources ?? 3));
  await client.quiet();
  return { client, files: files.sort(), articles: articles.sort() };
}

async function findings({ client }: Started): Promise<string[]> {
  const path = `${pathToFileURL(desk).href}/draft.md`;
  await client.open(path, DRAFT);
  const found = await client.findings(path);
  await client.close(path);
  return found;
}

const taken = ({ client }: Started): string[] =>
  client.log().flatMap((line) => /: (sources taken from the cache: \d+)$/.exec(line)?.[1] ?? []);
const shards = (): string[] => readdirSync(cache).sort();
const bytes = (): number => shards().reduce((sum, name) => sum + statSync(join(cache, name)).size, 0);
const ALL = Object.keys(SOURCES).sort();

describe('at the second start', () => {
  test('no file is read that looks as it did, and the findings are the same', async () => {
    const first = await begin();
    expect([first.files, first.articles, taken(first)]).toEqual([ALL, ALL, []]);
    expect(await findings(first)).toEqual(WRONG);
    const second = await begin();
    expect([second.files, second.articles]).toEqual([[], []]);
    expect(taken(second)).toEqual(['sources taken from the cache: 3']);
    expect(await findings(second)).toEqual(WRONG);
  });

  test('of a file that may have been written in the same moment the bytes tell', async () => {
    await begin({ isRecent: true });
    const second = await begin({ isRecent: true });
    expect([second.files, second.articles]).toEqual([ALL, []]);
    // What was written long enough ago is known by its looks from then on.
    expect((await begin()).files).toEqual(ALL);
    expect((await begin()).files).toEqual([]);
  });

  test('a file that changed is read anew, and it alone', async () => {
    await begin();
    write('two.md', report(300, 'Two'));
    const second = await begin();
    expect(second.articles).toEqual(['two.md']);
    expect((await findings(second))[0]).toBe('conflicting-sources: 300');
    expect((await begin()).articles).toEqual([]);
  });

  test('so is one whose length and time of change are what they were', async () => {
    const path = join(desk, 'sources', 'two.md');
    await begin();
    const { atime, mtime } = statSync(path);
    write('two.md', report(300, 'Two'));
    utimesSync(path, atime, mtime);
    const second = await begin();
    expect(second.articles).toEqual(['two.md']);
    expect((await findings(second))[0]).toBe('conflicting-sources: 300');
  });

  test('a file that was touched, and says what it said, is not analysed again', async () => {
    await begin();
    write('two.md', SOURCES['two.md']);
    const second = await begin();
    expect([second.files, second.articles]).toEqual([['two.md'], []]);
  });

  test('a file that is gone is gone, and its place in the cache with it', async () => {
    await begin();
    rmSync(join(desk, 'sources', 'two.md'));
    const second = await begin({ sources: 2 });
    expect([second.articles, taken(second)]).toEqual([[], ['sources taken from the cache: 2']]);
  });

  test('a source that is open counts as it stands in the editor', async () => {
    await begin();
    const { client } = await begin();
    const path = `${pathToFileURL(desk).href}/sources/two.md`;
    await client.open(path, report(300, 'Two'));
    await client.quiet();
    expect((await findings({ client, files: [], articles: [] }))[0]).toBe('conflicting-sources: 300');
    await client.close(path);
    await client.quiet();
    expect(await findings({ client, files: [], articles: [] })).toEqual(WRONG);
    // Nothing of what was never saved is kept.
    expect(await findings(await begin())).toEqual(WRONG);
  });

  test('a bibliography that changed what is known of a source is heard', async () => {
    await begin();
    writeFileSync(join(desk, 'list.bib'), '@article{a, title = {T}, date = {2019-01-02}, file = {sources/two.md}}\n');
    const second = await begin();
    expect(second.articles).toEqual([]);
    const uri = `${pathToFileURL(desk).href}/sources/two.md`;
    expect(second.client.session.workspace.folders[0]!.library.get(uri)?.article).toMatchObject({ title: 'T' });
  });
});

describe('a shard of no use is made anew, and the log says so', () => {
  const spoil = (how: (path: string) => void): void => {
    for (const name of shards()) how(join(cache, name));
  };
  const other = (): Store => new Store({ place: cache, limit: 1e9, build: 'another', slices: node }, () => {});

  test.each<[string, string, () => Promise<void> | void]>([
    ['cut short', 'The cache is damaged and is made anew', () => spoil((path) => truncateSync(path, statSync(path).size - 1))],
    ['empty', 'The cache is damaged and is made anew', () => spoil((path) => truncateSync(path, 0))],
    ['something else', 'The cache is damaged and is made anew', () => spoil((path) => writeFileSync(path, 'Dear diary,\n'.repeat(99)))],
    [
      'changed in the middle',
      'The cache is damaged and is made anew',
      () =>
        spoil((path) => {
          const changed = readFileSync(path);
          changed[changed.length >> 1]! ^= 1;
          writeFileSync(path, changed);
        }),
    ],
    [
      'of another version',
      'The cache is of another version of Second Source and is made anew',
      async () => {
        rmSync(cache, { recursive: true });
        await begin({ runtime: { openCache: other } });
      },
    ],
    [
      'of another folder',
      'The cache is of another folder and is made anew',
      async () => {
        const names = shards();
        const elsewhere = join(place, `elsewhere ${count}`);
        mkdirSync(join(elsewhere, 'sources'), { recursive: true });
        for (const name of ALL) copyFileSync(join(desk, 'sources', name), join(elsewhere, 'sources', name));
        await begin({ at: elsewhere });
        const [foreign] = shards().filter((name) => !names.includes(name));
        for (const name of names) copyFileSync(join(cache, foreign!), join(cache, name));
      },
    ],
  ])('%s', async (_, line, damage) => {
    await begin();
    await damage();
    const second = await begin();
    expect(second.articles).toEqual(ALL);
    expect(second.client.log().filter((each) => each.startsWith(line))).toHaveLength(1);
    expect(await findings(second)).toEqual(WRONG);
    const third = await begin();
    expect([third.articles, third.client.log().filter((each) => each.startsWith(line))]).toEqual([[], []]);
  });
});

describe('the folder of the cache', () => {
  test('never takes more than it may, and the log says where that is too little', async () => {
    await begin();
    const whole = bytes();
    rmSync(cache, { recursive: true });
    const limit = Math.ceil(whole / 2);
    const { client } = await begin({ megabytes: limit / 1e6 });
    expect(bytes()).toBeLessThanOrEqual(limit);
    expect(bytes()).toBeGreaterThan(0);
    expect(client.log().filter((line) => line.startsWith('The cache is full'))).toHaveLength(1);
    const second = await begin({ megabytes: limit / 1e6 });
    expect(second.articles.length).toBeGreaterThan(0);
    expect(second.articles.length).toBeLessThan(ALL.length);
    expect(await findings(second)).toEqual(WRONG);
  });

  test('gives up what was not used for the longest first', async () => {
    await begin();
    const old = shards();
    const whole = bytes();
    const past = new Date(Date.now() - 3_600_000);
    for (const name of old) utimesSync(join(cache, name), past, past);
    const elsewhere = join(place, `later ${count}`);
    mkdirSync(join(elsewhere, 'sources'), { recursive: true });
    for (const name of ALL) copyFileSync(join(desk, 'sources', name), join(elsewhere, 'sources', name));
    const megabytes = (whole * 1.6) / 1e6;
    await begin({ at: elsewhere, megabytes });
    expect(bytes()).toBeLessThanOrEqual(megabytes * 1e6);
    // All of the later desk is there, and some of the earlier is not.
    expect((await begin({ at: elsewhere, megabytes })).articles).toEqual([]);
    expect(shards().filter((name) => old.includes(name)).length).toBeLessThan(old.length);
  });

  test('may be one that cannot be made: all works without', async () => {
    mkdirSync(join(cache, '..'), { recursive: true });
    writeFileSync(cache, 'a file');
    const first = await begin();
    expect(first.client.log().filter((line) => line.startsWith('The cache cannot be written'))).toHaveLength(1);
    expect(await findings(first)).toEqual(WRONG);
    expect((await begin()).articles).toEqual(ALL);
    expect(readFileSync(cache, 'utf8')).toBe('a file');
  });

  test('serves two servers on one desk at once', async () => {
    const [one, two] = await Promise.all([begin(), begin()]);
    write('two.md', report(300, 'Two'));
    const uri = `${pathToFileURL(desk).href}/sources/two.md`;
    await Promise.all([one, two].map(({ client }) => client.changed([uri, 'changed'])));
    await Promise.all([one.client.quiet(), two.client.quiet()]);
    for (const each of [one, two]) expect((await findings(each))[0]).toBe('conflicting-sources: 300');
    const third = await begin();
    expect(third.articles).toEqual([]);
    expect((await findings(third))[0]).toBe('conflicting-sources: 300');
    expect(shards().filter((name) => !name.endsWith('.shard'))).toEqual([]);
  });

  test('is swept of what a program that was killed has left, but not of what is being written', async () => {
    mkdirSync(cache, { recursive: true });
    const past = new Date(Date.now() - 3_600_000);
    writeFileSync(join(cache, 'x-00.shard.1.draft'), 'half');
    utimesSync(join(cache, 'x-00.shard.1.draft'), past, past);
    writeFileSync(join(cache, 'x-00.shard.2.draft'), 'half');
    await begin();
    expect(shards().filter((name) => name.endsWith('.draft'))).toEqual(['x-00.shard.2.draft']);
  });

  test('is none where the client names none', async () => {
    const client = await start(node, { folders: [pathToFileURL(desk).href] });
    await client.status(({ total, sources }) => total === 0 && sources === 3);
    await client.quiet();
    expect(() => shards()).toThrow('ENOENT');
  });
});
