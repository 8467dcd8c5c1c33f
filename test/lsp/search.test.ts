/** Looking passages up in the sources, quoting one in a draft, and going from one to the next. */
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { type Passages, passagesMethod } from '../../server/protocol/passages.ts';
import { type Quotation, quotationMethod, type SearchHits, searchMethod } from '../../server/protocol/search.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald =
  '---\ntitle: Fire at the mill\npublisher: Tarvik Herald\nauthor: A. Writer\ndate: 2021-03-04\n---\nIn Tarvik **31** weavers were killed\nin the fire, police said. The mill was old.\n';
const echo = '---\npublisher: Coast Echo\ndate: 2021-03-05\n---\nIn Tarvik 31 weavers were killed in the fire.\n';
const files = { '/desk/sources/a.md': herald, '/desk/sources/b.md': echo };

const search = (client: TestClient, query: string, most = 10) => client.connection.sendRequest<SearchHits>(searchMethod, { query, most });

describe('a search', () => {
  test('gives each passage with its words, its source, its date and its place', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.ready(2);
    client.knows('/desk/sources/a.md', herald);
    const { hits } = await search(client, 'police weavers');
    expect(hits).toHaveLength(1);
    const [hit] = hits;
    expect(hit).toMatchObject({
      uri: uriOf('/desk/sources/a.md'),
      text: 'In Tarvik 31 weavers were killed in the fire, police said.',
      title: 'Fire at the mill',
      publisher: 'Tarvik Herald',
      date: '2021-03-04',
      place: null,
    });
    expect(hit!.matches.map(([from, to]) => hit!.text.slice(from, to))).toEqual(['weavers', 'police']);
    expect(client.textAt('/desk/sources/a.md', hit!.range)).toMatch(/^In Tarvik \*\*31\*\* weavers.*police said\.$/s);
  });

  test('finds nothing for nothing, and no more than is asked for', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.ready(2);
    expect(await search(client, ' ')).toEqual({ hits: [] });
    expect((await search(client, 'mill tarvik', 1)).hits).toHaveLength(1);
    expect((await search(client, 'weavers')).hits).toHaveLength(2);
  });

  test('goes through the sources of every folder, one that two have once', async () => {
    const client = await start(new MemoryRuntime({ ...files, '/desk/sources/inner/sources/c.md': herald.replace('31', '32') }), {
      folders: ['/desk', '/desk/sources/inner'],
    });
    await client.ready(3);
    await client.ready(1, '/desk/sources/inner');
    expect((await search(client, '32 weavers')).hits.filter(({ uri }) => uri.includes('inner'))).toHaveLength(1);
  });

  test('can be cancelled', async () => {
    const runtime = new MemoryRuntime(files);
    const client = await start(runtime);
    await client.ready(2);
    const gate = runtime.stall();
    const cancelling = new CancellationTokenSource();
    const asked = client.connection.sendRequest<SearchHits>(searchMethod, { query: 'weavers', most: 10 }, cancelling.token);
    await gate.reached;
    cancelling.cancel();
    await client.roundTrip();
    gate.open();
    await expect(asked).rejects.toMatchObject({ message: expect.stringMatching(/cancel/i) });
  });
});

describe('a quotation', () => {
  const quote = async (text: string, language: string, front = 'title: T\npublisher: P') => {
    const client = await start(new MemoryRuntime({ '/desk/sources/a.md': `---\n${front}\n---\n${text}\n` }));
    await client.ready(1);
    const [hit] = (await search(client, 'weavers')).hits;
    const params = { file: hit!.file, start: hit!.start, language };
    return (await client.connection.sendRequest<Quotation | null>(quotationMethod, params))!.text;
  };

  test('has the words of the source, and who says them, in the draft’s markup', async () => {
    const front = 'title: Fire\npublisher: Herald\nauthor: A. Writer\ndate: 2021-03-04';
    const from = 'A. Writer, “Fire”, Herald, 4 March 2021';
    const words = 'In Tarvik **31** weavers were killed.';
    expect(await quote(words, 'markdown', front)).toBe(`> In Tarvik 31 weavers were killed.\n>\n> — ${from}`);
    expect(await quote(words, 'restructuredtext', front)).toBe(`    In Tarvik 31 weavers were killed.\n\n    -- ${from}`);
    expect(await quote(words, 'asciidoc', front)).toBe(`[quote]\n____\nIn Tarvik 31 weavers were killed.\n\n-- ${from}\n____`);
    expect(await quote(words, 'latex', front)).toBe(`\\begin{quote}\nIn Tarvik 31 weavers were killed.\n\n--- ${from}\n\\end{quote}`);
    expect(await quote(words, 'plaintext', front)).toBe(`“In Tarvik 31 weavers were killed.”\n— ${from}`);
  });

  test('is no markup of the source’s', async () => {
    const words = '1999\\. The weavers saw <b>it</b> \\*and\\* paid 5\\_000 at 10%.';
    expect(await quote(words, 'markdown')).not.toMatch(/(?<!\\)[<*_]/);
    expect(await quote('\\# 31 weavers \\$5 & co.', 'latex')).toContain('\\# 31 weavers \\$5 \\& co.');
    expect(await quote('1\\. weavers left.', 'markdown')).toMatch(/^> (?:1\\\. )?weavers left\./);
  });

  test('is given of what is there still', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.ready(2);
    const params = { file: uriOf('/desk/sources/a.md'), start: 3, language: 'markdown' };
    expect(await client.connection.sendRequest(quotationMethod, params)).toBeNull();
    expect(await client.connection.sendRequest(quotationMethod, { ...params, file: uriOf('/etc/passwd') })).toBeNull();
  });
});

describe('the passages about a figure', () => {
  const passages = (client: TestClient, path: string, needle: string) =>
    client.connection.sendRequest<Passages | null>(passagesMethod, client.at(path, needle));

  test('begin with its own, and each has its sentence', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.ready(2);
    client.knows('/desk/sources/a.md', herald);
    client.knows('/desk/sources/b.md', echo);
    await client.open('/desk/draft.md', 'It was cold. In Tarvik 31 weavers were killed in the fire.\n');
    const { places } = (await passages(client, '/desk/draft.md', '31'))!;
    const paths = ['/desk/draft.md', '/desk/sources/a.md', '/desk/sources/b.md'];
    expect(places.map(({ uri }) => uri)).toEqual(expect.arrayContaining(paths.map(uriOf)));
    expect(places).toHaveLength(3);
    const said = places.map(({ uri, range, passage }) => {
      const path = paths.find((each) => uriOf(each) === uri)!;
      return [client.textAt(path, range), client.textAt(path, passage).replace(/\s+/g, ' ')];
    });
    expect(said[0]).toEqual(['31', 'In Tarvik 31 weavers were killed in the fire.']);
    expect(said).toContainEqual(['31', 'In Tarvik **31** weavers were killed in the fire, police said.']);
    expect(await passages(client, '/desk/draft.md', 'cold')).toBeNull();
  });

  test('lead on from a source to the others', async () => {
    const client = await start(new MemoryRuntime(files));
    await client.ready(2);
    await client.open('/desk/sources/a.md', herald);
    const { places } = (await passages(client, '/desk/sources/a.md', '31'))!;
    expect(places.map(({ uri }) => uri)).toEqual([uriOf('/desk/sources/a.md'), uriOf('/desk/sources/b.md')]);
  });
});
