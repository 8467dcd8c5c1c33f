/** Bibliographies in the workspace: what they give the sources, and how they are kept in step. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Conflicts, conflictsMethod } from '../../server/protocol/conflicts.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const entry = (key: string, file: string, fields: string) => `@article{${key},\n  file = {${file}},\n  ${fields}\n}\n`;
const bell = entry('silva21', 'mill.txt', 'title = {Fire at the mill}, journal = {The Bell}, date = {2021-03-04}');
const files = {
  '/desk/sources/mill.txt': 'In Tarvik 31 weavers were killed in the fire, police said.\n',
  '/desk/sources/own.md':
    '---\npublication: Evening Post\ndate: 2021-03-05\n---\nIn Tarvik 26 weavers were killed in the fire, police said.\n',
};
const draft = 'In Tarvik 31 weavers were killed in the fire.\n';

async function desk(runtime: MemoryRuntime, options = {}): Promise<TestClient> {
  const client = await start(runtime, options);
  await client.open('/desk/draft.md', draft);
  await client.ready(2);
  return client;
}

/** Comes back once nothing is left to be read after a change. */
async function changed(client: TestClient, change: readonly [path: string, type: 'created' | 'changed' | 'deleted']): Promise<void> {
  const after = client.received.length;
  await client.changed(change);
  await client.ready(2, '/desk', after);
}

/** How the source without metadata of its own is named in a hover, up to its sentence. */
const named = async (client: TestClient) => /- ✓ (.*?): “/.exec(await client.hoverText('/desk/draft.md', '31'))?.[1];
const link = `(${uriOf('/desk/sources/mill.txt')}#L1,1-1,59)`;

describe('a bibliography', () => {
  test.each(['/desk/refs.bib', '/desk/sources/refs.bib', '/desk/papers/deep/Refs.BibTeX'])(
    'at %s gives a source its publication, date and key, and is no source itself',
    async (path) => {
      const client = await desk(new MemoryRuntime({ ...files, [path]: bell }));
      expect(await named(client)).toBe(`[The Bell]${link} \\[silva21\\], 4 March 2021`);
      expect(await client.ready(2)).toMatchObject({ sources: 2, skipped: [], state: 'ready' });
    },
  );

  test('of CSL-JSON does the same', async () => {
    const issued = { 'date-parts': [[2021, 3]] };
    const csl = [{ id: 'mill', type: 'article-newspaper', title: 'Fire at the mill', 'container-title': 'The Bell', issued }];
    const titled = { '/desk/sources/mill.txt': `---\ntitle: Fire at the mill\n---\n${files['/desk/sources/mill.txt']}` };
    const client = await desk(new MemoryRuntime({ ...files, ...titled, '/desk/refs.csl.json': JSON.stringify(csl) }));
    expect(await named(client)).toMatch(/^\[The Bell\]\(\S+\) \\\[mill\\\], March 2021$/);
  });

  test('that is excluded gives nothing', async () => {
    const settings = '{ "exclude": ["old/**"] }';
    const client = await desk(new MemoryRuntime({ ...files, '/desk/old/refs.bib': bell, '/desk/second-source.json': settings }));
    expect(await named(client)).toBe(`[mill.txt]${link}`);
  });

  test('that cannot be read is told with its reason, until it can', async () => {
    const runtime = new MemoryRuntime({ ...files, '/desk/refs.bib': 'nothing' });
    const client = await desk(runtime);
    expect(await client.ready(2)).toMatchObject({
      state: 'trouble',
      skipped: [{ uri: uriOf('/desk/refs.bib'), reason: expect.stringMatching(/^damaged/) }],
    });
    expect(await named(client)).toBe(`[mill.txt]${link}`);
    runtime.write('/desk/refs.bib', bell);
    await changed(client, ['/desk/refs.bib', 'changed']);
    expect(await named(client)).toContain('The Bell');
    expect(await client.connection.sendRequest('secondSource/status')).toMatchObject({ folders: [{ state: 'ready', skipped: [] }] });
  });

  test('is watched, and what it says changes with it; no source is read again for that', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await desk(runtime);
    const watched = client.received.flatMap(({ method, params }) =>
      method === 'client/registerCapability' ? [JSON.stringify(params)] : [],
    );
    expect(watched.join()).toContain('**/*.[bB][iI][bB]');
    expect(await named(client)).toBe(`[mill.txt]${link}`);

    runtime.write('/desk/refs.bib', bell);
    await changed(client, ['/desk/refs.bib', 'created']);
    expect(await named(client)).toBe(`[The Bell]${link} \\[silva21\\], 4 March 2021`);

    runtime.write('/desk/refs.bib', bell.replace('The Bell', 'The Echo').replace('03-04', '03-02').replace('silva21', 'echo'));
    await changed(client, ['/desk/refs.bib', 'changed']);
    expect(await named(client)).toBe(`[The Echo]${link} \\[echo\\], 2 March 2021`);

    runtime.delete('/desk/refs.bib');
    await changed(client, ['/desk/refs.bib', 'deleted']);
    expect(await named(client)).toBe(`[mill.txt]${link}`);
    expect(runtime.reads.get(uriOf('/desk/sources/mill.txt'))).toBe(1);
    expect(runtime.reads.get(uriOf('/desk/sources/own.md'))).toBe(1);
  });

  test('goes with the folder that held it', async () => {
    const runtime = new MemoryRuntime({ ...files, '/desk/refs/refs.bib': bell });
    const client = await desk(runtime);
    expect(await named(client)).toContain('The Bell');
    runtime.delete('/desk/refs/refs.bib');
    await changed(client, ['/desk/refs', 'deleted']);
    expect(await named(client)).toBe(`[mill.txt]${link}`);
  });

  test('counts for a source that comes later, and for one that is changed', async () => {
    const mill = '/desk/sources/mill.txt';
    const runtime = new MemoryRuntime({ ...files, '/desk/refs.bib': bell });
    const client = await desk(runtime);
    runtime.write(mill, `${files[mill]}The roof fell in.\n`);
    await changed(client, [mill, 'changed']);
    expect(await named(client)).toContain('The Bell');
  });

  test('gives a source the day that its weekdays go by', async () => {
    const conflicts = async (date: string) => {
      const runtime = new MemoryRuntime({
        '/desk/sources/mill.txt': 'In Tarvik 31 weavers were killed in the fire on Thursday, police said.\n',
        '/desk/sources/own.md': '---\ndate: 2021-03-05\n---\nIn Tarvik 26 weavers were killed in the fire on 4 March 2021, police said.\n',
        '/desk/refs.bib': entry('k', 'mill.txt', `date = {2020-01-01}`),
      });
      const client = await start(runtime);
      await client.ready(2);
      runtime.write('/desk/refs.bib', entry('k', 'mill.txt', `date = {${date}}`));
      await changed(client, ['/desk/refs.bib', 'changed']);
      return (await client.connection.sendRequest<Conflicts>(conflictsMethod, {})).groups.length;
    };
    expect(await conflicts('2021-03-05')).toBe(1);
    expect(await conflicts('2019-08-05')).toBe(0);
  });
});

test('after any changes of sources and bibliographies the library is one that was built from scratch', async () => {
  const contents: Readonly<Record<string, readonly string[]>> = {
    '/desk/sources/mill.txt': [files['/desk/sources/mill.txt'], 'In Tarvik 28 weavers were killed in the fire, police said.\n', ''],
    '/desk/sources/own.md': [files['/desk/sources/own.md'], files['/desk/sources/own.md'].replace('26', '29')],
    '/desk/a.bib': [bell, bell.replace('The Bell', 'The Echo'), 'nothing'],
    '/desk/sources/b.bib': [
      entry('own', 'own.md', 'journal = {The Post}'),
      entry('mill', 'mill.txt', 'journal = {The Star}, year = {2021}'),
    ],
  };
  const change = fc
    .constantFrom(...Object.keys(contents))
    .chain((path) => fc.tuple(fc.constant(path), fc.constantFrom(...contents[path]!, null), fc.boolean()));
  const told = async (client: TestClient) => {
    const { folders } = await client.connection.sendRequest<{ folders: { skipped: { uri: string }[]; sources: number }[] }>(
      'secondSource/status',
    );
    const skipped = folders[0]!.skipped.map((each) => JSON.stringify(each)).sort();
    return { sources: folders[0]!.sources, skipped, ...(await client.connection.sendRequest<Conflicts>(conflictsMethod, {})) };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const runtime = new MemoryRuntime({ ...files, '/desk/a.bib': bell });
      const client = await start(runtime);
      await client.ready(2);
      for (const [path, content, waits] of changes) {
        if (content === null) runtime.delete(path);
        else runtime.write(path, content);
        await client.changed([path, content === null ? 'deleted' : 'changed']);
        if (waits) await client.quiet();
      }
      await client.quiet();
      const fresh = await start(runtime);
      await fresh.quiet();
      expect(await told(client)).toEqual(await told(fresh));
    }),
    { numRuns: 15 },
  );
});
