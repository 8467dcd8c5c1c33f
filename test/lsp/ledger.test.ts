/** Decisions that stick, over LSP: what is let stand is flagged no more, whatever happens to the draft, the ledger and the folder meanwhile. */
import { describe, expect, test } from 'vitest';
import { type CodeAction, type Diagnostic, type Range, ShowMessageRequest } from 'vscode-languageserver/node';
import { ledgerFile } from '../../server/protocol/decisions.ts';
import { able, unasking } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const LEDGER = `/desk/${ledgerFile}`;
const sources = {
  '/desk/sources/herald.md': `---
publisher: Tarvik Herald
date: 2021-03-04
---
Police detained 120 dockers at the harbour of Tarvik on Thursday. A mayor, Tomas Wendelin, was there.
`,
  '/desk/sources/echo.md': `---
publisher: Coast Echo
date: 2021-03-04
---
Police detained 120 dockers at the harbour of Tarvik on Thursday. Tomas Wendelin said so.
`,
};
const draft = 'Police detained 300 dockers at the harbour of Tarvik.\n\nTomas Wendelinn leads the union.\n';
const refuted = 'refuted-figure: 300';
const misspelt = 'misspelt-name: Tomas Wendelinn';
const record =
  '{"draft":"draft.md","quantity":"count 300","measures":"dockers detained","subject":["Tarvik"],"ordinal":1,"decision":"stet","when":"2024-11-24"}\n';

/** The quick fixes at a text, by title; what is offered to checkers is tested elsewhere. */
async function actionsAt(client: TestClient, path: string, text: string): Promise<Map<string, CodeAction>> {
  const start = client.positionOf(path, text);
  const range = { start, end: { ...start, character: start.character + text.length } };
  const diagnostics = (await client.diagnostics(path)).filter((each) => overlaps(each, range));
  const actions = await client.actions(path, range, { diagnostics, only: ['quickfix'] });
  return new Map(actions.map((action) => [action.title, action]));
}

function overlaps({ range: { start, end } }: Diagnostic, range: Range): boolean {
  return start.line === range.start.line && start.character <= range.end.character && end.character >= range.start.character;
}

async function run(client: TestClient, action: CodeAction | undefined): Promise<void> {
  await client.execute((action ?? expect.fail('there is no such action')).command!);
}

async function letStand(client: TestClient, path: string, text: string): Promise<void> {
  await run(client, (await actionsAt(client, path, text)).get(`Let “${text}” stand`));
}

const acting = {
  ...able,
  textDocument: { ...able.textDocument, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

async function opened(files: Readonly<Record<string, string>> = {}, text = draft): Promise<{ client: TestClient; runtime: MemoryRuntime }> {
  const runtime = new MemoryRuntime({ ...sources, ...files });
  const client = await start(runtime, { capabilities: acting });
  await client.open('/desk/draft.md', text);
  await client.ready(2);
  return { client, runtime };
}

describe('a claim that is let stand', () => {
  test('is flagged no more, and the ledger has it in one line', async () => {
    const { client, runtime } = await opened();
    expect(await client.findings('/desk/draft.md')).toEqual([refuted, misspelt]);
    const before = client.received.length;
    await letStand(client, '/desk/draft.md', '300');
    await client.refreshed(before);
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
    expect(runtime.textOf(LEDGER)).toBe(record);
  });

  test('still has its verdict, and the hover says when it was let stand', async () => {
    const { client } = await opened({ [LEDGER]: record.replace('"when"', '"who":"Ed *Itor*","note":"Rang [her](x).","when"') });
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
    const hover = await client.hoverText('/desk/draft.md', '300');
    expect(hover).toContain('No source agrees');
    expect(hover).toContain('Let stand by Ed \\*Itor\\* on 24 November 2024. Rang \\[her\\](x).');
    expect(await client.hoverText('/desk/draft.md', 'Wendelinn')).not.toContain('stand');
  });

  test('can be checked again, which takes its line out of the ledger, and the ledger away with its last line', async () => {
    const { client, runtime } = await opened({ [LEDGER]: record });
    expect([...(await actionsAt(client, '/desk/draft.md', 'Tarvik.')).keys()]).toEqual([]);
    const actions = await actionsAt(client, '/desk/draft.md', '300');
    expect([...actions.keys()]).toEqual(['Check “300” again']);
    await run(client, actions.get('Check “300” again'));
    expect(await client.findings('/desk/draft.md')).toEqual([refuted, misspelt]);
    expect(await runtime.files.stat(uriOf(LEDGER))).toBeNull();
  });

  test('stays so while its sentence is edited and its paragraph moves, and comes back when its figure changes', async () => {
    const { client, runtime } = await opened({ [LEDGER]: record });
    await client.edit('/desk/draft.md', 'Police', 'In the cold morning of that day the police');
    await client.edit('/desk/draft.md', 'harbour', 'old harbour');
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
    const moved = 'Tomas Wendelinn leads the union.\n\nIn the cold morning the police detained 300 dockers at the harbour of Tarvik.\n';
    await client.close('/desk/draft.md');
    await client.open('/desk/draft.md', moved);
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
    await client.edit('/desk/draft.md', '300', '310');
    // What is just being typed is not flagged yet.
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
    const mark = client.received.length;
    runtime.pass(1000);
    await client.refreshed(mark);
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt, 'refuted-figure: 310']);
    await client.edit('/desk/draft.md', '310', '300');
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
    expect(runtime.textOf(LEDGER)).toBe(record);
  });

  test('is the one that was meant, though an edit moved it since the menu was opened', async () => {
    const { client, runtime } = await opened();
    const action = (await actionsAt(client, '/desk/draft.md', '300')).get('Let “300” stand');
    await client.edit('/desk/draft.md', 'Police', 'A long night. Police');
    await run(client, action);
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
    expect(runtime.textOf(LEDGER)).toBe(record);
  });

  test('may be one of two equal ones', async () => {
    const twice = 'Police detained 300 dockers at the harbour of Tarvik.\n\nAgain: Police detained 300 dockers at the harbour of Tarvik.\n';
    const { client, runtime } = await opened({}, twice);
    expect(await client.findings('/desk/draft.md')).toEqual([refuted, refuted]);
    await letStand(client, '/desk/draft.md', '300');
    const report = await client.pull('/desk/draft.md');
    expect(report.kind === 'full' && report.items.map(({ range }) => range.start.line)).toEqual([2]);
    expect([...(await actionsAt(client, '/desk/draft.md', '300')).keys()]).toEqual(['Check “300” again']);
    await client.edit('/desk/draft.md', 'Again', 'Once more');
    expect(runtime.textOf(LEDGER)).toContain('"ordinal":1');
    expect(runtime.textOf(LEDGER).trimEnd().split('\n')).toHaveLength(1);
  });

  test('is not the claim of another draft', async () => {
    const { client } = await opened({ [LEDGER]: record });
    await client.open('/desk/other.md', draft);
    expect(await client.findings('/desk/other.md')).toEqual([refuted, misspelt]);
  });
});

describe('a name and a rule', () => {
  test('are let stand wherever they are, each by its own', async () => {
    const text = 'Police detained 300 dockers at the harbour of Tarvik.\n\nTomas Wendelinn leads the union. So said Tomas Wendelinn.\n';
    const { client, runtime } = await opened({}, text);
    await letStand(client, '/desk/draft.md', 'Tomas Wendelinn');
    expect(await client.findings('/desk/draft.md')).toEqual([refuted]);
    await run(client, (await actionsAt(client, '/desk/draft.md', '300')).get('Turn off “refuted-figure” in this draft'));
    expect(await client.findings('/desk/draft.md')).toEqual([]);
    expect(runtime.textOf(LEDGER)).toBe(
      '{"draft":"draft.md","name":"Tomas Wendelinn","decision":"stet","when":"2024-11-24"}\n' +
        '{"draft":"draft.md","rule":"refuted-figure","decision":"stet","when":"2024-11-24"}\n',
    );
    expect(await client.hoverText('/desk/draft.md', '300')).toContain('“refuted-figure” is turned off in this draft.');
    await run(client, (await actionsAt(client, '/desk/draft.md', '300')).get('Turn on “refuted-figure” in this draft'));
    expect(await client.findings('/desk/draft.md')).toEqual([refuted]);
  });
});

test('what two findings of a selection would both have done is offered once', async () => {
  const { client } = await opened(
    {},
    'Police detained 300 dockers at the harbour of Tarvik. Police detained 400 dockers at the harbour of Tarvik.\n',
  );
  const actions = await actionsAt(client, '/desk/draft.md', '300 dockers at the harbour of Tarvik. Police detained 400');
  expect([...actions.keys()].filter((title) => /stand|Turn/.test(title))).toEqual([
    'Let “300” stand',
    'Turn off “refuted-figure” in this draft',
    'Let “400” stand',
    // One thing with two figures is another finding.
    'Turn off “inconsistent-draft” in this draft',
  ]);
  expect(actions.get('Turn off “refuted-figure” in this draft')!.diagnostics).toHaveLength(2);
});

describe('a ledger that somebody else changes', () => {
  test('counts without a restart, and nothing is asked again where it says the same', async () => {
    const { client, runtime } = await opened();
    expect(await client.findings('/desk/draft.md')).toEqual([refuted, misspelt]);
    let before = client.received.length;
    runtime.write(LEDGER, record);
    await client.changed([LEDGER, 'created']);
    await client.refreshed(before);
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);

    const { resultId } = await client.pull('/desk/draft.md');
    before = client.received.length;
    runtime.write(LEDGER, `${record.trimEnd()}\r\n`);
    await client.changed([LEDGER, 'changed']);
    await client.roundTrip();
    expect(client.received.slice(before).map(({ method }) => method)).not.toContain('workspace/diagnostic/refresh');
    expect(await client.pull('/desk/draft.md', resultId)).toMatchObject({ kind: 'unchanged' });

    runtime.delete(LEDGER);
    await client.changed([LEDGER, 'deleted']);
    await client.refreshed(before);
    expect(await client.findings('/desk/draft.md')).toEqual([refuted, misspelt]);
  });

  test('is written with what is there then: two editors lose nothing', async () => {
    const { client, runtime } = await opened();
    const other = await start(runtime, { capabilities: acting });
    await other.open('/desk/draft.md', draft);
    await other.ready(2);
    await Promise.all([letStand(client, '/desk/draft.md', '300'), letStand(other, '/desk/draft.md', 'Tomas Wendelinn')]);
    expect(runtime.textOf(LEDGER).trimEnd().split('\n')).toHaveLength(2);
    await client.changed([LEDGER, 'changed']);
    await other.changed([LEDGER, 'changed']);
    await Promise.all([client.roundTrip(), other.roundTrip()]);
    for (const each of [client, other]) await expect.poll(() => each.findings('/desk/draft.md')).toEqual([]);
  });

  test('keeps what this version does not know, and broken lines, of which it tells at their place', async () => {
    const tick = '{"draft":"draft.md","quantity":"count 300","decision":"tick","passage":{"source":"herald.md"}}';
    const text = `<<<<<<< HEAD\n${tick}\n=======\n{"half":\n>>>>>>> theirs\n`;
    const { client, runtime } = await opened({ [LEDGER]: text });
    const { diagnostics } = await client.published(LEDGER, (published) => published.diagnostics.length > 0);
    expect(diagnostics.map(({ range }) => range.start.line)).toEqual([0, 2, 3, 4]);
    expect(diagnostics[0]!.message).toContain('merge');
    expect(diagnostics[2]!.message).toContain('no decision');
    await letStand(client, '/desk/draft.md', '300');
    expect(runtime.textOf(LEDGER)).toBe(text + record);
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
    const before = client.received.length;
    runtime.write(LEDGER, `${tick}\n${record}`);
    await client.changed([LEDGER, 'changed']);
    await client.published(LEDGER, (published) => published.diagnostics.length === 0, before);
    expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
  });
});

test('a ledger that cannot be written: the writer is told once, the stet holds, and is written when that works', async () => {
  const { client, runtime } = await opened();
  runtime.readOnly = 'permission denied';
  await letStand(client, '/desk/draft.md', '300');
  await letStand(client, '/desk/draft.md', 'Tomas Wendelinn');
  expect(await client.findings('/desk/draft.md')).toEqual([]);
  const told = client.received
    .filter(({ method }) => method === ShowMessageRequest.method)
    .map(({ params }) => (params as { message: string }).message);
  expect(told).toEqual([`${ledgerFile} could not be written: permission denied. What you decided holds until you close the editor.`]);
  runtime.readOnly = '';
  await run(client, (await actionsAt(client, '/desk/draft.md', 'Tomas Wendelinn')).get('Check “Tomas Wendelinn” again'));
  expect(runtime.textOf(LEDGER)).toBe(record);
  expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
});

test('what is decided counts before it is written', async () => {
  const { client, runtime } = await opened();
  const gate = runtime.holdWriting(LEDGER);
  const before = client.received.length;
  const writing = letStand(client, '/desk/draft.md', '300');
  await gate.reached;
  await client.refreshed(before);
  expect(await client.findings('/desk/draft.md')).toEqual([misspelt]);
  gate.open();
  await writing;
  expect(runtime.textOf(LEDGER)).toBe(record);
});

describe('a draft', () => {
  test('that is renamed, or whose folder is, keeps what was let stand', async () => {
    const { client, runtime } = await opened({ [LEDGER]: record });
    const rename = (from: string, to: string) =>
      client.connection.sendNotification('workspace/didRenameFiles', { files: [{ oldUri: uriOf(from), newUri: uriOf(to) }] });
    await client.close('/desk/draft.md');
    await client.open('/desk/story/final.md', draft);
    const before = client.received.length;
    await rename('/desk/draft.md', '/desk/story/final.md');
    await client.refreshed(before);
    expect(await client.findings('/desk/story/final.md')).toEqual([misspelt]);
    await rename('/desk/story', '/desk/old story');
    await client.open('/desk/old story/final.md', draft);
    await expect.poll(() => client.findings('/desk/old story/final.md')).toEqual([misspelt]);
    await expect.poll(() => runtime.textOf(LEDGER)).toBe(record.replace('draft.md', 'old story/final.md'));
  });

  test('that moves to another folder takes along what was let stand', async () => {
    const runtime = new MemoryRuntime({ ...sources, '/other/sources/herald.md': sources['/desk/sources/herald.md'], [LEDGER]: record });
    const client = await start(runtime, { folders: ['/desk', '/other'], capabilities: acting });
    await client.open('/other/draft.md', draft);
    await client.ready(1, '/other');
    expect(await client.findings('/other/draft.md')).toEqual([refuted, misspelt]);
    await client.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('/desk/draft.md'), newUri: uriOf('/other/draft.md') }],
    });
    await expect.poll(() => client.findings('/other/draft.md')).toEqual([misspelt]);
    await expect.poll(() => runtime.textOf(LEDGER)).toBe('');
    expect(runtime.textOf(`/other/${ledgerFile}`)).toBe(record);
  });

  test.each(['before', 'after', 'while'])(
    'that is untitled keeps them for the session, and in the ledger once it is saved, closed %s the file opens',
    async (when) => {
      const { client, runtime } = await opened();
      await client.open('untitled:Untitled-1', draft);
      await letStand(client, 'untitled:Untitled-1', '300');
      expect(await client.findings('untitled:Untitled-1')).toEqual([misspelt]);
      expect(await client.findings('/desk/draft.md')).toEqual([refuted, misspelt]);
      expect(runtime.textOf(LEDGER)).toBe('');
      if (when === 'before') await client.close('untitled:Untitled-1');
      const before = client.received.length;
      // Saving may trim the ends of lines.
      const saved = `${draft.trimEnd()}\n\n`;
      await client.open('/desk/new.md', when === 'while' ? '' : saved);
      if (when === 'while') await client.edit('/desk/new.md', '', saved);
      await client.refreshed(before);
      expect(await client.findings('/desk/new.md')).toEqual([misspelt]);
      await expect.poll(() => runtime.textOf(LEDGER)).toBe(record.replace('draft.md', 'new.md'));
      if (when !== 'before') await client.close('untitled:Untitled-1');
      await client.open('untitled:Untitled-1', draft);
      expect(await client.findings('untitled:Untitled-1')).toEqual([refuted, misspelt]);
    },
  );

  test('of a folder below answers to the ledger of the innermost folder', async () => {
    const runtime = new MemoryRuntime({
      '/desk/inner/sources/herald.md': sources['/desk/sources/herald.md'],
      '/desk/sources/echo.md': sources['/desk/sources/echo.md'],
    });
    const client = await start(runtime, { folders: ['/desk', '/desk/inner'], capabilities: acting });
    await client.open('/desk/inner/draft.md', draft);
    await client.ready(1, '/desk/inner');
    await letStand(client, '/desk/inner/draft.md', '300');
    expect(runtime.textOf(`/desk/inner/${ledgerFile}`)).toBe(record);
    expect(runtime.textOf(LEDGER)).toBe('');
  });

  test('can say in a comment where nothing is to be flagged, and its figures keep their verdicts', async () => {
    const { client } = await opened({}, `<!-- second-source: off -->\n\n${draft}`);
    expect(await client.findings('/desk/draft.md')).toEqual([]);
    expect(await client.hoverText('/desk/draft.md', '300')).toContain('No source agrees');
    await client.edit('/desk/draft.md', 'off', 'off misspelt-name');
    expect(await client.findings('/desk/draft.md')).toEqual([refuted]);
    await client.edit('/desk/draft.md', '<!-- second-source: off misspelt-name -->', '');
    expect(await client.findings('/desk/draft.md')).toEqual([refuted, misspelt]);
  });
});

describe('the server', () => {
  test('promises its commands, and asks to be told of the ledger', async () => {
    const { client } = await opened();
    expect(client.capabilities.executeCommandProvider?.commands).toEqual(
      expect.arrayContaining(['secondSource.letStand', 'secondSource.checkAgain']),
    );
    expect(client.capabilities.workspace).toMatchObject({ workspaceFolders: { supported: true }, fileOperations: { didRename: {} } });
    const registered = await client.waitFor(({ method, params }) => {
      const text = JSON.stringify(params);
      return method === 'client/registerCapability' && text.includes('didChangeWatchedFiles') && text;
    });
    expect(registered).toContain(ledgerFile);
  });

  test('sends diagnostics anew to clients that do not ask for them', async () => {
    const runtime = new MemoryRuntime(sources);
    const client = await start(runtime, {
      capabilities: { ...unasking, textDocument: { ...unasking.textDocument, codeAction: acting.textDocument.codeAction } },
    });
    await client.ready(2);
    await client.open('/desk/draft.md', draft);
    const { diagnostics } = await client.published('/desk/draft.md', ({ diagnostics }) => diagnostics.length === 2);
    const [first] = diagnostics;
    const actions = await client.actions('/desk/draft.md', first!.range, { diagnostics: [first!] });
    await run(
      client,
      actions.find(({ title }) => title === 'Let “300” stand'),
    );
    await client.published('/desk/draft.md', (published) => published.diagnostics.length === 1);
  });

  test('does nothing for arguments that it never gave', async () => {
    const { client, runtime } = await opened();
    const uri = uriOf('/desk/draft.md');
    for (const given of [
      undefined,
      7,
      { uri },
      { uri: '/etc/passwd', target: { rule: 'x' } },
      { uri: uriOf('/elsewhere.md'), target: { rule: 'x' } },
      { uri, target: { quantity: '', ordinal: 1 } },
      { uri, target: { quantity: 'count 300', ordinal: -1 } },
      { uri, rule: 'refuted-figure', text: 'nowhere', start: 3 },
      { uri, rule: 'refuted-figure', text: '300' },
    ]) {
      await client.execute({ command: 'secondSource.letStand', arguments: given === undefined ? undefined : [given] });
    }
    await client.execute({ command: 'secondSource.somethingElse', arguments: [{ uri, target: { rule: 'x' } }] });
    expect(runtime.textOf(LEDGER)).toBe('');
    expect(await client.findings('/desk/draft.md')).toEqual([refuted, misspelt]);
  });
});
