/** Checking by hand, over LSP: figures and names are ticked, asked about and taken back, and what changes afterwards is told. */
import { describe, expect, test } from 'vitest';
import type { CodeAction, CodeActionTriggerKind } from 'vscode-languageserver/node';
import { type Checkable, checkableMethod, ledgerFile, type MarksListing, marksMethod } from '../../server/protocol/decisions.ts';
import { type DraftListing, draftMethod, draftsChangedMethod } from '../../server/protocol/draft.ts';
import { able } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const DRAFT = '/desk/draft.md';
const LEDGER = `/desk/${ledgerFile}`;
const herald = '---\npublisher: Tarvik Herald\ndate: 2021-03-04\n---\nPolice detained 120 dockers at the harbour of Tarvik on Thursday.\n';
const echo =
  '---\npublisher: Coast Echo\ndate: 2021-03-05\n---\nPolice detained 120 dockers at the harbour of Tarvik. A mayor, Tomas Wendelin, saw it.\n';
const sources = { '/desk/sources/echo.md': echo, '/desk/sources/herald.md': herald };
const draft = 'Police detained 120 dockers at the harbour of Tarvik.\n\nTomas Wendelin leads the union. He saw 7 cats.\n';

const acting = {
  ...able,
  textDocument: { ...able.textDocument, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

async function opened(text = draft, files: Readonly<Record<string, string>> = {}, settings: unknown = null) {
  const runtime = new MemoryRuntime({ ...sources, ...files });
  runtime.who = 'A. Checker';
  const client = await start(runtime, { capabilities: acting, settings });
  await client.open(DRAFT, text);
  await client.ready(2);
  await client.quiet();
  return { client, runtime };
}

/** What is offered to checkers at a text. */
async function offered(
  client: TestClient,
  text: string,
  path = DRAFT,
  triggerKind: CodeActionTriggerKind = 1,
): Promise<Map<string, CodeAction>> {
  const actions = await client.actions(path, text, { triggerKind });
  return new Map(actions.filter(({ command }) => command).map((action) => [action.title, action]));
}

/** Does what is offered under a title, with more arguments where a client has somebody choose. */
async function act(client: TestClient, text: string, title: string, more: object = {}, path = DRAFT): Promise<void> {
  const { command } = (await offered(client, text, path)).get(title) ?? expect.fail(`no “${title}”`);
  await client.execute({ ...command!, arguments: [{ ...command!.arguments![0], ...more }] });
}

const listing = (client: TestClient, path = DRAFT) =>
  client.connection.sendRequest<DraftListing>(draftMethod, { textDocument: { uri: uriOf(path) } });

/** The marks of a draft, as `text: state. What is told of it.` */
async function marks(client: TestClient, path = DRAFT): Promise<string[]> {
  const { figures, names, quotations } = await listing(client, path);
  return [...figures, ...names, ...quotations].flatMap(({ text, mark }) =>
    mark ? [[`${text}: ${mark.state}.`, mark.change, mark.told, mark.note].filter(Boolean).join(' ')] : [],
  );
}

const checkable = (client: TestClient, text: string) =>
  client.connection.sendRequest<Checkable | null>(checkableMethod, client.at(DRAFT, text));

const record =
  '{"draft":"draft.md","quantity":"count 120","measures":"dockers detained","subject":["Tarvik"],"ordinal":1,"decision":"tick","when":"2024-11-24","who":"A. Checker",' +
  '"figure":"120","said":"Police detained 120 dockers at the harbour of Tarvik.",' +
  '"passage":{"source":"sources/herald.md","says":"120","text":"Police detained 120 dockers at the harbour of Tarvik on Thursday."}}\n';

describe('a figure', () => {
  test('is ticked against the best passage that agrees, by whoever works here; the ledger has it in one line', async () => {
    const { client, runtime } = await opened();
    expect([...(await offered(client, '120')).keys()]).toEqual(['Mark “120” as checked', 'Query “120”…']);
    const before = client.received.length;
    await act(client, '120', 'Mark “120” as checked');
    await client.waitFor(({ method }) => method === draftsChangedMethod, before);
    expect(JSON.parse(runtime.textOf(LEDGER))).toMatchObject({ decision: 'tick', who: 'A. Checker', figure: '120' });
    expect(await marks(client)).toEqual([
      expect.stringMatching(/^120: ticked\. Checked by A\. Checker on 24 November 2024 against (?:Coast Echo|Tarvik Herald)\.$/),
    ]);
    expect(await client.hoverText(DRAFT, '120')).toMatch(
      /^✓ Checked by A\. Checker on 24 November 2024 against .*: “Police detained 120 dockers/,
    );
    // Checking says nothing against a figure.
    expect(await client.findings(DRAFT)).toEqual([]);
  });

  test('is ticked against the passage that somebody chose, with a note', async () => {
    const { client, runtime } = await opened();
    const { passages } = (await checkable(client, '120'))!;
    expect(passages.map(({ source, date, text, stance }) => [source, date, text, stance]).sort()).toEqual([
      ['Coast Echo', '5 March 2021', '120', 'agrees'],
      ['Tarvik Herald', '4 March 2021', '120', 'agrees'],
    ]);
    const { passage } = passages.find(({ source }) => source === 'Tarvik Herald')!;
    await act(client, '120', 'Mark “120” as checked', { passage, note: ' Rang\nthe desk. ' });
    expect(runtime.textOf(LEDGER)).toBe(record.replace('"figure"', '"note":"Rang the desk.","figure"'));
    expect(await marks(client)).toEqual(['120: ticked. Checked by A. Checker on 24 November 2024 against Tarvik Herald. Rang the desk.']);
  });

  test('is ticked without a passage where somebody says so, and where no source has it', async () => {
    const { client, runtime } = await opened();
    await act(client, '120', 'Mark “120” as checked', { passage: null });
    await act(client, '7 cats', 'Mark “7” as checked', { note: 'Counted them.' });
    expect(runtime.textOf(LEDGER)).not.toContain('passage');
    expect(await marks(client)).toEqual([
      '120: ticked. Checked by A. Checker on 24 November 2024.',
      '7: ticked. Checked by A. Checker on 24 November 2024. Counted them.',
    ]);
  });

  test('is queried, and a tick answers the query', async () => {
    const { client, runtime } = await opened();
    await act(client, '7 cats', 'Query “7”…', { note: 'Which cats?' });
    expect(await marks(client)).toEqual(['7: queried. Queried by A. Checker on 24 November 2024. Which cats?']);
    expect([...(await offered(client, '7 cats')).keys()]).toEqual(['Mark “7” as checked', 'Take back the query on “7”']);
    expect(await client.hoverText(DRAFT, '7 cats')).toContain('? Queried by A. Checker on 24 November 2024. Which cats?');
    await act(client, '7 cats', 'Mark “7” as checked');
    expect(
      runtime
        .textOf(LEDGER)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).decision),
    ).toEqual(['tick']);
  });

  test('is as it was when that is taken back', async () => {
    const { client, runtime } = await opened(draft, { [LEDGER]: record });
    expect([...(await offered(client, '120')).keys()]).toEqual(['Query “120”…', 'Take back the check of “120”']);
    await act(client, '120', 'Take back the check of “120”');
    expect(await marks(client)).toEqual([]);
    expect(runtime.textOf(LEDGER)).toBe('');
  });

  test('is offered to checkers only where somebody asks what there is', async () => {
    const { client } = await opened();
    expect([...(await offered(client, '120', DRAFT, 2)).keys()]).toEqual([]);
    expect([...(await offered(client, 'detained')).keys()]).toEqual([]);
    expect(await checkable(client, 'detained')).toBeNull();
  });

  test('may have been moved by an edit since the menu was opened', async () => {
    const { client } = await opened();
    const { command } = (await offered(client, '120')).get('Mark “120” as checked')!;
    await client.edit(DRAFT, 'Police', 'All night long, police');
    await client.execute(command!);
    expect((await marks(client)).map((each) => each.slice(0, 12))).toEqual(['120: ticked.']);
  });
});

describe('a name', () => {
  test('is ticked as it is spelt, wherever it stands', async () => {
    const { client, runtime } = await opened(`${draft}\nSo said Tomas Wendelin.\n`);
    await act(client, 'Tomas', 'Mark “Tomas Wendelin” as checked');
    expect(JSON.parse(runtime.textOf(LEDGER))).toMatchObject({
      name: 'Tomas Wendelin',
      decision: 'tick',
      passage: { source: 'sources/echo.md' },
    });
    expect([...(await offered(client, 'Tomas Wendelin.')).keys()]).toEqual([
      'Query “Tomas Wendelin”…',
      'Take back the check of “Tomas Wendelin”',
    ]);
    const before = client.received.length;
    runtime.write('/desk/sources/echo.md', echo.replaceAll('Wendelin', 'Wendeling'));
    await client.changed(['/desk/sources/echo.md', 'changed']);
    await client.refreshed(before);
    expect((await marks(client))[0]).toMatch(/^Tomas Wendelin: reopened\. Coast Echo now says Tomas Wendeling, not Tomas Wendelin\./);
  });
});

describe('a quotation', () => {
  const said = '“We will not leave this harbour before they pay,” said Tomas Wendelin.';
  const quoting = {
    '/desk/sources/herald.md': `---\npublisher: Tarvik Herald\n---\n${said}\n`,
    '/desk/sources/echo.md': '---\npublisher: Coast Echo\n---\nNobody came.\n',
  };
  const words = 'We will not leave this harbour before they pay,';

  test('is ticked against the words of the source, marked, listed, and told in the hover', async () => {
    const { client, runtime } = await opened(`${said}\n`, quoting);
    const title = async (verb: string) => [...(await offered(client, 'leave')).keys()].find((each) => each.startsWith(verb))!;
    await act(client, 'leave', await title('Mark “We will'));
    expect(JSON.parse(runtime.textOf(LEDGER))).toMatchObject({
      quotation: words,
      decision: 'tick',
      passage: { source: 'sources/herald.md', says: 'We will not leave this harbour before they pay' },
    });
    expect(await marks(client)).toEqual([`${words}: ticked. Checked by A. Checker on 24 November 2024 against Tarvik Herald.`]);
    expect(await client.hoverText(DRAFT, 'leave')).toMatch(/✓ Checked by A\. Checker .* against Tarvik Herald/);
    const { quotations } = await client.connection.sendRequest<MarksListing>(marksMethod, { textDocument: { uri: uriOf(DRAFT) } });
    expect(quotations.map(({ range, state }) => [client.textAt(DRAFT, range), state])).toEqual([[words, 'ticked']]);
    // It holds wherever the words stand, and is open again where they are others; a query takes its place.
    await client.edit(DRAFT, '“We', 'He was loud. “We');
    expect((await marks(client))[0]).toContain(': ticked.');
    await client.edit(DRAFT, 'before they pay', 'until they pay');
    expect((await marks(client))[0]).toContain(
      'reopened. The draft now says “We will not leave this harbour until they pay,”, not “We will not leave this harbour before they pay,”.',
    );
    await client.edit(DRAFT, 'until they pay', 'before they pay');
    runtime.write('/desk/sources/herald.md', `${said.replace('not leave', 'never leave')}\n`);
    await client.changed(['/desk/sources/herald.md', 'changed']);
    await client.quiet();
    expect((await marks(client))[0]).toMatch(/reopened\. The passage in .* reads otherwise now\./);
    await act(client, 'leave', await title('Query “We will'), { note: 'Never?' });
    expect(await marks(client)).toEqual([`${words}: queried. Queried by A. Checker on 24 November 2024. Never?`]);
    await act(client, 'leave', await title('Take back the query on “We will'));
    expect(await marks(client)).toEqual([]);
  });
});

describe('a tick is reopened', () => {
  const told = 'Checked by A. Checker on 24 November 2024 against';

  test('by an edit of the figure, and holds again when that is taken back', async () => {
    const { client, runtime } = await opened(draft, { [LEDGER]: record });
    expect(await marks(client)).toEqual([`120: ticked. ${told} Tarvik Herald.`]);
    await client.edit(DRAFT, '120', '125');
    expect(await marks(client)).toEqual([`125: reopened. The draft now says 125, not 120. ${told} Tarvik Herald.`]);
    expect(await client.hoverText(DRAFT, '125')).toContain('↺ The draft now says 125, not 120.');
    await client.edit(DRAFT, '125', '120');
    expect(await marks(client)).toEqual([`120: ticked. ${told} Tarvik Herald.`]);
    // The record stays as it was all the while.
    expect(runtime.textOf(LEDGER)).toBe(record);
  });

  test('and ticked again, which takes the place of the old record', async () => {
    const { client, runtime } = await opened(draft.replace('120', '125'), { [LEDGER]: record });
    expect([...(await offered(client, '125')).keys()].slice(-3)).toEqual([
      'Mark “125” as checked',
      'Query “125”…',
      'Take back the check of “125”',
    ]);
    await act(client, '125', 'Mark “125” as checked', { passage: null });
    expect(runtime.textOf(LEDGER).trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(runtime.textOf(LEDGER))).toMatchObject({ quantity: 'count 125', figure: '125' });
  });

  test('by its source: another figure, other words, no passage, no file', async () => {
    const { client, runtime } = await opened(draft, { [LEDGER]: record });
    const since = async (text: string | null) => {
      const before = client.received.length;
      if (text === null) runtime.delete('/desk/sources/herald.md');
      else runtime.write('/desk/sources/herald.md', text);
      await client.changed(['/desk/sources/herald.md', text === null ? 'deleted' : 'changed']);
      await client.waitFor(({ method }) => method === draftsChangedMethod, before);
      await client.quiet();
      return (await marks(client))[0];
    };
    expect(await since(herald.replace('120', '140'))).toBe(`120: reopened. Tarvik Herald now says 140, not 120. ${told} Tarvik Herald.`);
    expect(await since(herald)).toBe(`120: ticked. ${told} Tarvik Herald.`);
    expect(await since(herald.replace('on Thursday', 'at dawn'))).toBe(
      `120: reopened. The passage in Tarvik Herald reads otherwise now. ${told} Tarvik Herald.`,
    );
    expect(await since(`${herald.slice(0, herald.indexOf('Police'))}Nobody came.\n`)).toBe(
      `120: reopened. Tarvik Herald does not have the passage any more. ${told} Tarvik Herald.`,
    );
    expect(await since(null)).toBe(`120: reopened. The source is gone: sources/herald.md. ${told} herald.md.`);
  });

  test('not while the sources are being read', async () => {
    const runtime = new MemoryRuntime({ ...sources, [LEDGER]: record });
    const gate = runtime.hold('/desk/sources/herald.md');
    const client = await start(runtime, { capabilities: acting });
    await client.open(DRAFT, draft);
    await gate.reached;
    expect(await marks(client)).toEqual([`120: ticked. ${told} herald.md.`]);
    gate.open();
    await client.ready(2);
    await client.quiet();
    expect(await marks(client)).toEqual([`120: ticked. ${told} Tarvik Herald.`]);
  });
});

test('what is checked is told in short, for marks and counts', async () => {
  const { client } = await opened(`${draft}\n120 of them, and 9 more.\n`);
  const params = { textDocument: { uri: uriOf(DRAFT) } };
  const none = await client.connection.sendRequest<MarksListing>(marksMethod, params);
  expect(none).toMatchObject({ marked: [], names: [], open: [] });
  expect(none.figures).toBeGreaterThan(2);
  await act(client, '120', 'Mark “120” as checked');
  await act(client, 'Tomas', 'Query “Tomas Wendelin”…');
  const { marked, names, open, figures } = await client.connection.sendRequest<MarksListing>(marksMethod, params);
  expect(figures).toBe(none.figures);
  expect(marked.map(({ range, state }) => [client.textAt(DRAFT, range), state])).toEqual([['120', 'ticked']]);
  expect(names.map(({ range, state }) => [client.textAt(DRAFT, range), state])).toEqual([['Tomas Wendelin', 'queried']]);
  expect(open).toEqual([2, 4]);
});

describe('who checks', () => {
  test('is who the settings say, before whom the host knows', async () => {
    const { client, runtime } = await opened(draft, {}, { checker: 'ab' });
    await act(client, '120', 'Mark “120” as checked');
    expect(JSON.parse(runtime.textOf(LEDGER)).who).toBe('ab');
  });

  test('is nobody where nobody knows', async () => {
    const { client, runtime } = await opened();
    runtime.who = null;
    await act(client, '7 cats', 'Mark “7” as checked');
    expect(JSON.parse(runtime.textOf(LEDGER))).not.toHaveProperty('who');
    expect(await marks(client)).toEqual(['7: ticked. Checked on 24 November 2024.']);
  });
});

describe('where there is no ledger to write into', () => {
  test('an untitled draft is checked for the session', async () => {
    const { client, runtime } = await opened();
    await client.open('untitled:Untitled-1', draft);
    await act(client, '120', 'Mark “120” as checked', {}, 'untitled:Untitled-1');
    expect(await marks(client, 'untitled:Untitled-1')).toHaveLength(1);
    expect(await marks(client)).toEqual([]);
    expect(runtime.textOf(LEDGER)).toBe('');
  });

  test('a folder that cannot be written is told of, and the checks hold', async () => {
    const { client, runtime } = await opened();
    runtime.readOnly = 'the disk is read-only';
    await act(client, '120', 'Mark “120” as checked');
    const { params } = await client.waitFor((received) => received.method === 'window/showMessageRequest' && received);
    expect(params).toMatchObject({
      message: `${ledgerFile} could not be written: the disk is read-only. What you decided holds until you close the editor.`,
    });
    expect(await marks(client)).toHaveLength(1);
  });
});

test('each of two folders has its own ledger, and paths of its own', async () => {
  const runtime = new MemoryRuntime({ ...sources, '/other/sources/echo.md': echo });
  const client = await start(runtime, { capabilities: acting, folders: ['/desk', '/other'] });
  await Promise.all([client.ready(2), client.ready(1, '/other')]);
  await client.open('/other/draft.md', draft);
  await act(client, '120', 'Mark “120” as checked', {}, '/other/draft.md');
  expect(JSON.parse(runtime.textOf(`/other/${ledgerFile}`))).toMatchObject({ draft: 'draft.md', passage: { source: 'sources/echo.md' } });
  expect(runtime.textOf(LEDGER)).toBe('');
});

test('arguments that the server never gave do nothing', async () => {
  const { client, runtime } = await opened();
  const uri = uriOf(DRAFT);
  for (const command of ['secondSource.tick', 'secondSource.query', 'secondSource.takeBack'])
    for (const given of [
      undefined,
      7,
      { uri },
      { uri, text: '120' },
      { uri, text: 'nowhere', start: 3 },
      { uri: uriOf('/x.md'), text: '120', start: 0 },
    ])
      await client.execute({ command, arguments: [given] });
  expect(runtime.textOf(LEDGER)).toBe('');
  // A passage that is none of those on offer is none.
  const passage = { source: '/etc/passwd', says: '120', text: 'x' };
  await act(client, '120', 'Mark “120” as checked', { passage });
  expect(runtime.textOf(LEDGER)).not.toContain('passwd');
});
