import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnosticData } from '../../server/protocol/diagnostics.ts';
import { ROOT } from '../run/process.mjs';
import { able, ableToEdit, unasking } from './able.ts';
import { clientsForTests, type StartOptions, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald = `---
publication: Tarvik Herald
date: 2021-03-04
---
Police detained 120 dockers at the harbour of Tarvik on Thursday.

The union's chairman, Tomas Wendelin, was among those detained.
`;
const draft = `Police detained 300 dockers at the harbour of Tarvik.

The chairman, Tomas Wendelinn, waited. Wendelinn's wife came for him.

“WENDELINN!” they shouted, and \`Wendelinn\` stood in the code. Clara Wendelinn came too.
`;

const desk = { '/desk/sources/herald.md': herald };
const path = '/desk/draft.md';

async function opened(text: string, options: StartOptions = {}, files: Record<string, string | Uint8Array> = desk) {
  const client = await start(new MemoryRuntime(files), { capabilities: ableToEdit, ...options });
  await client.open(path, text);
  await client.ready(Object.keys(files).length);
  return client;
}

/** The actions that change the draft and mend some of its diagnostics, one by one. */
async function actionsFor(client: TestClient, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
  const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const actions = await client.actions(path, range, { diagnostics, only });
  return actions.filter(({ edit, diagnostics: mended, title }) => edit && mended && !title.startsWith('Fix all'));
}

/** A place that nothing is said of. */
const nowhere = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };

/** What is offered, of whatever kind. */
async function titlesIn(
  client: TestClient,
  { range, context }: { readonly range: Range; readonly context: CodeActionContext },
): Promise<string[]> {
  return (await client.actions(path, range, context)).map(({ title }) => title);
}

/** What a text becomes by an action's edit. */
function applied(action: CodeAction, text: string): string {
  const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits = (change?.edits ?? action.edit?.changes?.[uriOf(path)] ?? []) as TextEdit[];
  return TextDocument.applyEdits(TextDocument.create(uriOf(path), 'markdown', 1, text), edits);
}

describe('a figure', () => {
  test('that the sources refute can be changed to theirs', async () => {
    const client = await opened(draft);
    const [refuted] = await client.diagnostics(path);
    const actions = await actionsFor(client, [refuted!]);
    expect(actions).toMatchObject([
      { title: 'Change to 120 (Tarvik Herald)', kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'refuted-figure' }] },
    ]);
    expect(actions[0]!.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: uriOf(path), version: 1 },
          edits: [{ range: { start: { line: 0, character: 16 }, end: { line: 0, character: 19 } }, newText: '120' }],
        },
      ],
    });
  });

  test('on which sources conflict has an action for each other figure, and none is preferred', async () => {
    const files = {
      ...desk,
      '/desk/sources/echo.md': herald.replace('Tarvik Herald', 'Coast Echo').replace('120', '150'),
      '/desk/sources/post.md': herald.replace('Tarvik Herald', 'Evening Post').replace('120', 'some 150'),
    };
    const client = await opened(draft.replace('300', '120'), {}, files);
    const [conflicting] = await client.diagnostics(path);
    expect(conflicting!.code).toBe('conflicting-sources');
    const actions = await actionsFor(client, [conflicting!]);
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Change to 150 (Coast Echo)', undefined],
      ['Change to some 150 (Evening Post)', undefined],
    ]);
  });

  test('is found where it stands in CRLF text with astral characters', async () => {
    const text = `\u{1f6a2} First.\r\n\r\n\u{1f6a2} Police detained **300** dockers at the harbour of Tarvik.\r\n`;
    const client = await opened(text);
    const [refuted] = await client.diagnostics(path);
    const [action] = await actionsFor(client, [refuted!]);
    expect(applied(action!, text)).toBe(text.replace('300', '120'));
  });
});

describe('a name', () => {
  test('can be spelt as the sources do, here and throughout', async () => {
    const client = await opened(draft);
    const [, misspelt] = await client.diagnostics(path);
    const actions = await actionsFor(client, [misspelt!]);
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Change to “Tomas Wendelin”', true],
      ['Change “Wendelinn” to “Wendelin” throughout the draft (3 times)', undefined],
    ]);
    expect(applied(actions[0]!, draft)).toBe(draft.replace('Tomas Wendelinn', 'Tomas Wendelin'));
    // Code is nobody's name, and Clara somebody else.
    expect(applied(actions[1]!, draft)).toBe(
      draft
        .replace('Tomas Wendelinn', 'Tomas Wendelin')
        .replace('Wendelinn’s', 'Wendelin’s')
        .replace("Wendelinn's", "Wendelin's")
        .replace('WENDELINN', 'WENDELIN'),
    );
  });

  test('that stands there once is not offered throughout', async () => {
    const client = await opened('The chairman, Tomas **Wendelinn**, waited.\n');
    const [misspelt] = await client.diagnostics(path);
    const actions = await actionsFor(client, [misspelt!]);
    expect(actions.map(({ title }) => title)).toEqual(['Change to “Tomas Wendelin”']);
    expect(applied(actions[0]!, 'The chairman, Tomas **Wendelinn**, waited.\n')).toBe('The chairman, Tomas **Wendelin**, waited.\n');
  });

  test('throughout means the draft as it is now', async () => {
    const client = await opened(draft);
    const [, misspelt] = await client.diagnostics(path);
    await client.edit(path, "Wendelinn's wife", 'His wife');
    const actions = await actionsFor(client, [misspelt!]);
    expect(actions[1]!.title).toBe('Change “Wendelinn” to “Wendelin” throughout the draft (2 times)');
    expect(actions[1]!.edit!.documentChanges![0]).toMatchObject({ textDocument: { version: 2 } });
  });

  test('that the sources spell in several ways has an action for each of the others, naming its sources', async () => {
    const files = {
      '/desk/sources/1.md': '---\npublication: One\n---\nThe chairman, Tomas Wendelin, spoke in Tarvik.\n',
      '/desk/sources/2.md': '---\npublication: Two\n---\nThe chairman, Tomas Wendellin, spoke in Tarvik.\n',
      '/desk/sources/3.md': '---\npublication: Three\n---\nThe chairman, Tomas Wendellin, spoke in Tarvik.\n',
    };
    const client = await opened('The chairman, Tomas Wendelin, spoke.\n', {}, files);
    const [variant] = await client.diagnostics(path);
    expect((await actionsFor(client, [variant!])).map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Change to “Tomas Wendellin” (Two, Three)', true],
    ]);
  });
});

describe('actions are offered', () => {
  test('for every diagnostic asked about, and for no other tool’s', async () => {
    const client = await opened(draft);
    const diagnostics = await client.diagnostics(path);
    const foreign = { ...diagnostics[0]!, source: 'Spelling', data: undefined };
    expect(
      (await actionsFor(client, [foreign, ...diagnostics.slice(0, 2)])).map(({ diagnostics: about, title }) => [about?.[0]?.code, title]),
    ).toEqual([
      ['refuted-figure', 'Change to 120 (Tarvik Herald)'],
      ['misspelt-name', 'Change to “Tomas Wendelin”'],
      ['misspelt-name', 'Change “Wendelinn” to “Wendelin” throughout the draft (3 times)'],
    ]);
    expect(await actionsFor(client, [{ ...foreign, range: nowhere }])).toEqual([]);
    expect(await actionsFor(client, [])).toEqual([]);
  });

  test('for what the client does not show yet, where the writer asks, and not by themselves', async () => {
    const client = await opened(draft);
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const asked = (triggerKind: CodeActionTriggerKind, diagnostics: Diagnostic[] = []) =>
      titlesIn(client, { range, context: { diagnostics, triggerKind } });
    const all = ['Change to 120 (Tarvik Herald)', 'Change to “Tomas Wendelin”'];
    expect(await asked(CodeActionTriggerKind.Invoked)).toEqual(expect.arrayContaining(all));
    expect(await asked(CodeActionTriggerKind.Automatic)).toEqual([]);
    const [refuted] = await client.diagnostics(path);
    const titles = await asked(CodeActionTriggerKind.Invoked, [refuted!]);
    expect(titles.filter((title) => all.includes(title)).sort()).toEqual(all);
  });

  test('once the sources are read, where they have something to say of a place that nothing is known of yet', async () => {
    const runtime = new MemoryRuntime(desk);
    const gate = runtime.hold('/desk/sources/herald.md');
    const client = await start(runtime, { capabilities: ableToEdit });
    await client.open(path, draft);
    await gate.reached;
    const at = { line: 0, character: 17 };
    const asking = titlesIn(client, {
      range: { start: at, end: at },
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked },
    });
    // The server has the question by the time that it answers another.
    expect(await client.findings(path)).toEqual([]);
    gate.open();
    expect(await asking).toContain('Change to 120 (Tarvik Herald)');
  });

  test('with what is known, where sources take too long', async () => {
    const runtime = new MemoryRuntime({ ...desk, '/desk/sources/echo.md': 'Police detained 120 dockers at the harbour of Tarvik.\n' });
    const gate = runtime.hold('/desk/sources/herald.md');
    const client = await start(runtime, { capabilities: ableToEdit });
    await client.open(path, draft);
    await gate.reached;
    await client.roundTrip();
    const ask = (text: string) => {
      const position = client.positionOf(path, text);
      return titlesIn(client, {
        range: { start: position, end: position },
        context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked },
      });
    };
    const asking = ask('Tomas');
    const isAnswered = asking.then(() => true);
    while (!(await Promise.race([isAnswered, client.roundTrip()]))) runtime.pass(10_000);
    expect(await asking).toEqual(['Mark “Tomas Wendelinn” as checked', 'Query “Tomas Wendelinn”…']);
    expect(await ask('waited')).toEqual([]);
    gate.open();
    await client.ready(2);
  });

  test('only where the text still is what was flagged', async () => {
    const client = await opened(draft);
    const diagnostics = await client.diagnostics(path);
    await client.edit(path, '300', '120');
    expect(await actionsFor(client, [diagnostics[0]!])).toEqual([]);
    expect(await actionsFor(client, [diagnostics[1]!])).toHaveLength(2);
    await client.edit(path, 'Police', 'The\n\npolice');
    expect(await actionsFor(client, diagnostics)).toEqual([]);
  });

  test('without a check, whatever the draft has become elsewhere', async () => {
    const runtime = new MemoryRuntime(desk);
    const client = await start(runtime, { capabilities: ableToEdit });
    await client.open(path, draft);
    await client.ready(1);
    const [refuted] = await client.diagnostics(path);
    await client.edit(path, 'waited', 'did not wait');
    const gate = runtime.stall();
    const waiting = client.pull(path);
    await gate.reached;
    expect((await actionsFor(client, [refuted!])).map(({ title }) => title)).toEqual(['Change to 120 (Tarvik Herald)']);
    gate.open();
    await waiting;
  });

  test('of the kinds asked for', async () => {
    const client = await opened(draft);
    const [refuted] = await client.diagnostics(path);
    for (const only of [undefined, ['quickfix'], [''], ['source', 'quickfix']])
      expect(await actionsFor(client, [refuted!], only)).toHaveLength(1);
    for (const only of [['refactor'], ['source.fixAll'], ['quickfix.spelling']])
      expect(await actionsFor(client, [refuted!], only)).toEqual([]);
  });

  test('in the client’s language', async () => {
    const l10n = { 'Change to {figure} ({sources})': 'Zu {figure} ändern ({sources})' };
    const client = await opened(draft, { initializationOptions: { l10n } });
    const [refuted] = await client.diagnostics(path);
    expect((await actionsFor(client, [refuted!]))[0]!.title).toBe('Zu 120 ändern (Tarvik Herald)');
  });
});

describe('clients that can do less', () => {
  test('get edits without versions, and no preference', async () => {
    const capabilities = {
      ...able,
      textDocument: {
        ...able.textDocument,
        codeAction: { codeActionLiteralSupport: ableToEdit.textDocument.codeAction.codeActionLiteralSupport },
      },
    };
    const client = await opened(draft, { capabilities });
    const [refuted] = await client.diagnostics(path);
    const [action] = await actionsFor(client, [refuted!]);
    expect(action).not.toHaveProperty('isPreferred');
    expect(action!.edit).not.toHaveProperty('documentChanges');
    expect(applied(action!, draft)).toBe(draft.replace('300', '120'));
  });

  test('get no actions where they know commands only', async () => {
    const client = await opened(draft, { capabilities: able });
    expect(client.capabilities).not.toHaveProperty('codeActionProvider');
    expect(await actionsFor(client, await client.diagnostics(path))).toEqual([]);
  });

  test('get the same actions where they do not give a diagnostic’s data back', async () => {
    const client = await opened(draft, {
      capabilities: { ...unasking, textDocument: { ...unasking.textDocument, codeAction: ableToEdit.textDocument.codeAction } },
    });
    const published = await client.waitFor(({ method, params }) => {
      if (method !== 'textDocument/publishDiagnostics') return undefined;
      const { diagnostics } = params as { diagnostics: Diagnostic[] };
      return diagnostics.length > 0 && diagnostics;
    });
    const { data, ...bare } = published[0]!;
    expect((data as DiagnosticData).text).toBe('300');
    expect((await actionsFor(client, [bare])).map(({ title }) => title)).toEqual(['Change to 120 (Tarvik Herald)']);
    await client.edit(path, '300', '400');
    expect(await actionsFor(client, [bare])).toMatchObject([{ title: 'Change to 120 (Tarvik Herald)' }]);
    await client.edit(path, '400', '120');
    expect(await actionsFor(client, [bare])).toEqual([]);
  });
});

describe('the sample desk', () => {
  const corpus = join(ROOT, 'corpus');
  const sample = readFileSync(join(corpus, 'draft.md'), 'utf8');
  const files = Object.fromEntries(
    readdirSync(join(corpus, 'sources')).map((name) => [`/desk/sources/${name}`, readFileSync(join(corpus, 'sources', name), 'utf8')]),
  );

  test('offers what its sources have, in the draft’s style', async () => {
    const client = await opened(sample, {}, files);
    const offered: string[] = [];
    for (const diagnostic of await client.diagnostics(path)) {
      offered.push(client.brief(path, diagnostic));
      for (const { title, isPreferred } of await actionsFor(client, [diagnostic])) offered.push(`  ${title}${isPreferred ? ' *' : ''}`);
    }
    expect(offered).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ {2}Change to over 160 \(The Militant, later\)/),
        'refuted-figure: Twelve',
        '  Change to Eighteen (Socialist Worker, ministry) *',
        'outdated-figure: More than 3,000',
        '  Change to Almost 10,000 (The Militant, later) *',
        '  Change to At least 8,000 (socialistworld.net, later)',
        '  Change to Over 2,000 (World Socialist Web Site, earlier)',
        'name-variant: Karim Massimov',
        '  Change to “Karim Masimov” (socialistworld.net)',
        'misspelt-name: Nurlan Nogaev',
        '  Change to “Nurlan Nogayev” *',
        'refuted-figure: about 1.6 million barrels',
        '  Change to about 1.1 million barrels (Socialist Worker) *',
        'refuted-figure: 1997',
        '  Change to 1999 (socialistworld.net) *',
      ]),
    );
  });

  test('has no warnings left once every finding’s fix was taken, and nothing else has changed', async () => {
    const client = await opened(sample, {}, files);
    let text = sample;
    // Of what sources conflict about, one figure is as good as another: each finding is settled once, down the page.
    for (let at = -1; ; ) {
      const here = TextDocument.create('', '', 0, text);
      const next = (await client.diagnostics(path)).find(({ range }) => here.offsetAt(range.start) > at);
      if (!next) break;
      at = here.offsetAt(next.range.start);
      const actions = await actionsFor(client, [next]);
      const fixed = applied(actions.find(({ isPreferred }) => isPreferred) ?? actions[0]!, text);
      await client.edit(path, text, fixed);
      text = fixed;
    }
    const left = await client.diagnostics(path);
    expect(left.filter(({ severity }) => severity! <= DiagnosticSeverity.Warning)).toEqual([]);
    const fixes = {
      'said 26 protesters': 'said over 160 protesters',
      'Twelve law': 'Eighteen law',
      'More than 3,000 people': 'Almost 10,000 people',
      'dead 16 striking': 'dead 15 striking',
      'Treaty Organization': 'Treaty Organisation',
      'Karim Massimov': 'Karim Masimov',
      'Nurlan Nogaev': 'Nurlan Nogayev',
      'about 1.6 million': 'about 1.1 million',
      'perjury in 1997': 'perjury in 1999',
    };
    expect(text).toBe(Object.entries(fixes).reduce((now, [from, to]) => now.replace(from, to), sample));
  });
});
