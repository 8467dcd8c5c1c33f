/** How a figure was reported: the request that the picture is made from, and the ways that lead to it. */
import { describe, expect, test } from 'vitest';
import { CodeActionTriggerKind } from 'vscode-languageserver/node';
import { type Picture, pictureMethod, showPictureCommand } from '../../server/protocol/picture.ts';
import { able } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const article = (publisher: string, date: string, text: string) =>
  `---\npublisher: ${publisher}\n${date && `date: ${date}\n`}---\n${text}\n`;
const files = {
  '/desk/sources/a.md': article('Tarvik Herald', '2021-03-04', 'In Tarvik 31 weavers were killed in the fire, police said.'),
  '/desk/sources/b.md': article('Coast Echo', '2021-03', 'In Tarvik more than 40 weavers were killed in the fire.'),
  '/desk/sources/c.md': article('Mill Post', '', 'In Tarvik dozens of weavers were killed in the fire.'),
};
const draft = 'The mill was old.\n\nIn Tarvik 31 weavers were killed in the fire.\n';

const ask = (client: TestClient, path: string, needle: string) =>
  client.connection.sendRequest<Picture | null>(pictureMethod, client.at(path, needle));

async function desk(options = {}): Promise<TestClient> {
  const client = await start(new MemoryRuntime(files), {
    initializationOptions: { pictures: true },
    capabilities: { ...able, textDocument: { ...able.textDocument, codeAction: { codeActionLiteralSupport: {} } } },
    ...options,
  });
  await client.ready(3);
  await client.open('/desk/draft.md', draft);
  return client;
}

describe('the picture of a draft’s figure', () => {
  test('has each source’s figure as its interval, by date, undated ones last', async () => {
    const client = await desk();
    const picture = (await ask(client, '/desk/draft.md', '31'))!;
    expect(picture).toMatchObject({
      measures: 'weavers killed',
      axis: { kind: 'number', unit: null },
      at: { start: { line: 2, character: 10 }, end: { line: 2, character: 12 } },
      drafts: [{ uri: uriOf('/desk/draft.md'), text: '31', interval: { low: 31, high: 31, open: null } }],
    });
    expect(picture.reports.map(({ publisher, date, interval, stance, speaker }) => [publisher, date, interval, stance, speaker])).toEqual([
      ['Tarvik Herald', '2021-03-04', { low: 31, high: 31, open: null }, 'agrees', 'police'],
      ['Coast Echo', '2021-03', { low: 40, high: 50, open: 'high' }, 'differs', null],
      ['Mill Post', null, { low: 24, high: 99, open: null }, 'agrees', null],
    ]);
    expect(picture.reports.map(({ days }) => days && days[1] - days[0])).toEqual([0, 30, null]);
  });

  test('follows the draft and the sources', async () => {
    const client = await desk();
    await client.edit('/desk/draft.md', '31', 'some 33');
    const { drafts, reports } = (await ask(client, '/desk/draft.md', 'some 33'))!;
    expect(drafts[0]!.interval.low).toBeCloseTo(29.7);
    expect(reports).toHaveLength(3);
    await client.edit('/desk/draft.md', 'some 33 weavers', 'nobody');
    client.knows('/desk/draft.md', '');
    const nobody = { textDocument: { uri: uriOf('/desk/draft.md') }, position: { line: 2, character: 10 } };
    expect(await client.connection.sendRequest(pictureMethod, nobody)).toBeNull();
  });
});

test('the picture of a source’s figure has all who disagree, and the lines of the drafts that rest on them', async () => {
  const client = await desk();
  client.knows('/desk/sources/b.md', files['/desk/sources/b.md']);
  const picture = (await ask(client, '/desk/sources/b.md', '40'))!;
  expect(picture.reports.map(({ publisher, stance }) => [publisher, stance])).toEqual([
    ['Tarvik Herald', null],
    ['Coast Echo', null],
  ]);
  expect(picture.drafts).toMatchObject([{ uri: uriOf('/desk/draft.md'), text: '31' }]);
});

test('a document that is neither a draft nor a source has none', async () => {
  const client = await desk();
  await client.open('/elsewhere/notes.md', draft);
  expect(await ask(client, '/elsewhere/notes.md', '31')).toBeNull();
});

describe('a hover leads to it', () => {
  test('by a link of the server’s own', async () => {
    const client = await desk();
    const text = await client.hoverText('/desk/draft.md', '31');
    const link = /\[How it was reported\]\(command:([\w.]+)\?([^)]*)\)/.exec(text)!;
    expect(link[1]).toBe(showPictureCommand);
    expect(JSON.parse(decodeURIComponent(decodeURIComponent(link[2]!)))).toEqual([uriOf('/desk/draft.md'), 2, 10]);
  });

  test('but not in clients that show none', async () => {
    const client = await desk({ initializationOptions: {} });
    expect(await client.hoverText('/desk/draft.md', '31')).not.toContain('command:');
  });

  test('and no text of a source or draft can pass for one', async () => {
    const trap = '[x](command:workbench.action.quit) In Tarvik 31 weavers were killed in the fire [How it was reported](command:x).';
    const client = await start(new MemoryRuntime({ '/desk/sources/a.md': article('[P](command:x)', '2021-03-04', trap) }), {
      initializationOptions: { pictures: true },
    });
    await client.ready(1);
    await client.open('/desk/draft.md', trap);
    const text = await client.hoverText('/desk/draft.md', '31');
    expect([...text.matchAll(/(?<!\\)\]\(command:([\w.]+)/g)].map(([, command]) => command)).toEqual([showPictureCommand]);
  });
});

describe('a code action leads to it', () => {
  const actions = async (client: TestClient, needle: string, triggerKind: CodeActionTriggerKind) => {
    const found = await client.actions('/desk/draft.md', needle, { triggerKind });
    // What else there is to do about a figure is no concern of this.
    const pictured = found.filter(({ command }) => command?.command === showPictureCommand);
    return pictured.map(({ title, command }) => [title, command?.command, command?.arguments]);
  };

  test('where the writer asks for actions, on a figure that sources have', async () => {
    const client = await desk();
    expect(await actions(client, '31', CodeActionTriggerKind.Invoked)).toEqual([
      ['Show how it was reported', showPictureCommand, [uriOf('/desk/draft.md'), 2, 10]],
    ]);
    expect(await actions(client, 'weavers', CodeActionTriggerKind.Invoked)).toEqual([]);
  });

  test('and no light bulb comes of it', async () => {
    const client = await desk();
    expect(await actions(client, '31', CodeActionTriggerKind.Automatic)).toEqual([]);
  });
});
