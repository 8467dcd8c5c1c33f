/** The requests that lists in an editor are made from: the sources of each folder, and the figures and names of a draft. */
import { expect, test } from 'vitest';
import { type DraftListing, draftMethod } from '../../server/protocol/draft.ts';
import { type LibraryListing, libraryMethod } from '../../server/protocol/library.ts';
import { type Report, reportMethod } from '../../server/protocol/report.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald =
  '---\ntitle: Fire at the mill\npublisher: Tarvik Herald\nauthor: A. Writer\ndate: 2021-03-04\n---\nIn Tarvik 31 weavers were killed in the fire, police said. Tomas Wendelin saw it.\n';
const files = {
  '/desk/sources/herald.md': herald,
  '/desk/sources/note.txt': 'The mill was old.\n',
  '/other/sources/a.md': 'Nobody came.\n',
};

const draftOf = (client: TestClient, path: string) =>
  client.connection.sendRequest<DraftListing | null>(draftMethod, { textDocument: { uri: uriOf(path) } });

test('the sources of each folder are listed with what is known of them, and how much was found in each', async () => {
  const client = await start(new MemoryRuntime(files), { folders: ['/desk', '/other'] });
  await Promise.all([client.ready(2), client.ready(1, '/other')]);
  const { folders } = await client.connection.sendRequest<LibraryListing>(libraryMethod);
  expect(folders.map(({ name, sources }) => [name, sources.length])).toEqual([
    ['desk', 2],
    ['other', 1],
  ]);
  expect(folders[0]!.sources.find(({ uri }) => uri === uriOf('/desk/sources/herald.md'))).toEqual({
    uri: uriOf('/desk/sources/herald.md'),
    shown: uriOf('/desk/sources/herald.md'),
    title: 'Fire at the mill',
    author: 'A. Writer',
    publisher: 'Tarvik Herald',
    date: '2021-03-04',
    figures: 1,
    names: 2,
    copies: 0,
    agency: null,
  });
});

test('copies of one story are counted with their agency', async () => {
  const story = Array.from(
    { length: 12 },
    (_, at) => `The ${at + 3} boats of the harbour went out past pier ${at + 20} before the storm came in.`,
  );
  const text = `LONDON, March 4 (Reuters) - ${story.join(' ')}\n`;
  const client = await start(new MemoryRuntime({ '/desk/sources/1.md': text, '/desk/sources/2.md': text }));
  await client.ready(2);
  const { folders } = await client.connection.sendRequest<LibraryListing>(libraryMethod);
  expect(folders[0]!.sources.map(({ copies, agency }) => [copies, agency])).toEqual([
    [1, 'Reuters'],
    [1, 'Reuters'],
  ]);
});

test('a draft is listed with the verdict of each figure, and of each name once', async () => {
  const client = await start(new MemoryRuntime(files));
  await client.ready(2);
  await client.open('/desk/draft.md', 'In Tarvik 44 weavers were killed in the fire. Tomas Wendelinn saw 7 cats, Tomas Wendelinn said.\n');
  const listing = await draftOf(client, '/desk/draft.md');
  const brief = listing!.figures.map(({ text, measures, verdict, agreeing, differing, finding }) => [
    text,
    measures,
    verdict,
    agreeing,
    differing,
    finding?.rule ?? null,
  ]);
  expect(brief).toEqual([
    ['44', 'weavers killed', 'refuted', 0, 1, 'refuted-figure'],
    ['7', 'cats', 'unsourced', 0, 0, null],
  ]);
  expect(listing!.figures[0]!.range).toEqual({ start: { line: 0, character: 10 }, end: { line: 0, character: 12 } });
  expect(listing!.names.map(({ text, verdict }) => [text, verdict])).toEqual([
    ['Tarvik', 'known'],
    ['Tomas Wendelinn', 'misspelt'],
  ]);
});

test('what is found of the draft alone is listed too', async () => {
  const client = await start(new MemoryRuntime(files));
  await client.ready(2);
  await client.open('/desk/draft.md', 'The price doubled from 60 to 150 crowns.\n');
  const { others } = (await draftOf(client, '/desk/draft.md'))!;
  expect(others.map(({ rule, text, message }) => [rule, text, message])).toEqual([
    ['inconsistent-draft', 'doubled', expect.stringContaining('2.5')],
  ]);
});

test('what was let stand is listed as such', async () => {
  const stet =
    '{"draft":"draft.md","quantity":"count 44","measures":"weavers killed","subject":["Tarvik"],"ordinal":1,"decision":"stet","when":"2024-11-24"}\n';
  const client = await start(new MemoryRuntime({ ...files, '/desk/second-source.ledger.jsonl': stet }));
  await client.ready(2);
  await client.open('/desk/draft.md', 'In Tarvik 44 weavers were killed in the fire.\n');
  expect((await draftOf(client, '/desk/draft.md'))!.figures[0]).toMatchObject({ verdict: 'refuted', finding: null, letStand: true });
});

test('a report of a draft names every figure, found or not, in the format asked for', async () => {
  const client = await start(new MemoryRuntime(files));
  await client.ready(2);
  await client.open('/desk/draft.md', 'In Tarvik 44 weavers were killed in the fire. He saw 7 cats.\n');
  const ask = (format: string) =>
    client.connection.sendRequest<Report | null>(reportMethod, { textDocument: { uri: uriOf('/desk/draft.md') }, format });
  const { text } = (await ask('md'))!;
  expect(text).toContain('# Fact sheet of `draft.md`');
  expect(text).toMatch(/\| 1 \| In Tarvik \*\*44\*\* weavers .*No source agrees \| \*\*Tarvik Herald\*\*.*\*\*31\*\* weavers.*\(differs\)/);
  expect(text).toMatch(/\| 2 \| He saw \*\*7\*\* cats\. .*Cannot confirm: in no source \| {2}\| {2}\|/);
  expect((await ask('annotated'))!.text).toMatch(/^In Tarvik 44\[\^c1\] weavers/);
  expect(await ask('docx')).toBeNull();
});

test('a source is no draft', async () => {
  const client = await start(new MemoryRuntime(files));
  await client.ready(2);
  await client.open('/desk/sources/herald.md', herald);
  expect(await draftOf(client, '/desk/sources/herald.md')).toBeNull();
});
