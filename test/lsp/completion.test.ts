import { describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type CompletionItem,
  type CompletionList,
  type InsertReplaceEdit,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { able } from './able.ts';
import { clientsForTests, type StartOptions, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

/** What VS Code's list can show and do. */
const listing = {
  ...able,
  textDocument: {
    ...able.textDocument,
    completion: {
      completionItem: { insertReplaceSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown', 'plaintext'] },
    },
  },
};

const report = (publisher: string, date: string, text: string): string => `---\npublisher: ${publisher}\ndate: ${date}\n---\n${text}\n`;
const files = {
  '/desk/sources/bell.md': report(
    'Harbour Bell',
    '2021-03-04',
    'Police detained 120 dockers at the harbour of Tarvik, said Tomas Wendelin.',
  ),
  '/desk/sources/herald.md': report(
    'Tarvik Herald',
    '2021-03-06',
    'Police detained 130 dockers at the harbour of Tarvik, said Tomas Wendelin.',
  ),
  '/desk/sources/post.md': report(
    'Post',
    '2021-03-05',
    'Police detained 120 dockers at the harbour of Tarvik. Nobody heard Tomas Vendelin. The crane cost $26 million.',
  ),
};
const draft = '/desk/draft.md';

async function desk(options: StartOptions = {}, sources: Readonly<Record<string, string>> = files) {
  const runtime = new MemoryRuntime(sources);
  const client = await start(runtime, { capabilities: listing, ...options });
  await client.ready(Object.keys(sources).length);
  return { client, runtime };
}

/** Opens a draft whose cursor is a bar, and asks there. */
async function ask(client: TestClient, marked: string, path = draft, language = 'markdown'): Promise<CompletionList | null> {
  await client.open(path, marked.replace('|', ''), language);
  return complete(client, marked, path);
}

function complete(client: TestClient, marked: string, path = draft): Promise<CompletionList | null> {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return client.connection.sendRequest('textDocument/completion', { textDocument: { uri: uriOf(path) }, position });
}

function resolve(client: TestClient, item: CompletionItem): Promise<CompletionItem> {
  return client.connection.sendRequest('completionItem/resolve', item);
}

/** As a list shows it: what, whose, and the remark. */
const shown = (list: CompletionList | null): string[] =>
  (list?.items ?? []).map(({ label, labelDetails, detail }) =>
    [label + (labelDetails?.detail ?? ''), labelDetails?.description ?? detail].filter(Boolean).join(' | '),
  );

const one = (line: number, from: number, to: number) => ({ start: { line, character: from }, end: { line, character: to } });

describe('what is promised', () => {
  test('capitals of every alphabet that has them, digits, currencies and the space open the list; nothing else does', async () => {
    const { client } = await desk();
    const { triggerCharacters, resolveProvider } = client.capabilities.completionProvider!;
    expect(resolveProvider).toBe(true);
    expect(triggerCharacters).toEqual(
      expect.arrayContaining([' ', '0', '9', '$', '£', '€', 'A', 'Z', 'É', 'Ł', 'Ş', 'Ω', 'Ж', 'Ә', 'Ձ', 'Ặ']),
    );
    expect(triggerCharacters!.filter((each) => each.length !== 1 || !/^[ \p{Nd}\p{Sc}\p{Lu}]$/u.test(each))).toEqual([]);
    expect(new Set(triggerCharacters).size).toBe(triggerCharacters!.length);
  });
});

describe('names', () => {
  test('each spelling with its sources, the most used first, over all that was typed', async () => {
    const { client } = await desk();
    const list = await ask(client, 'Then Tomas W|endl spoke.');
    expect(shown(list)).toEqual(['Tomas Wendelin · Harbour Bell, Tarvik Herald']);
    const [item] = list!.items;
    expect(item).toMatchObject({ filterText: 'Tomas Wendelin', kind: 18 });
    expect(item!.textEdit).toEqual({ newText: 'Tomas Wendelin', insert: one(0, 5, 12), replace: one(0, 5, 16) });
    expect(item).not.toHaveProperty('insertTextFormat');
  });

  test('in the order of the list, whatever editors sort by', async () => {
    const { client } = await desk();
    const list = await ask(client, 'Then Tomas |');
    expect(shown(list)).toEqual(['Tomas Wendelin · Harbour Bell, Tarvik Herald', 'Tomas Vendelin · Post']);
    const texts = list!.items.map(({ sortText }) => sortText!);
    expect([...texts].sort()).toEqual(texts);
  });

  test('resolve to the passages', async () => {
    const { client } = await desk();
    const [item] = (await ask(client, 'Then Tomas We|'))!.items;
    const { documentation } = await resolve(client, item!);
    const { kind, value } = documentation as MarkupContent;
    expect(kind).toBe('markdown');
    expect(value.split('\n')).toEqual([
      expect.stringMatching(
        /^- \[Harbour Bell\]\(file:\/\/\/desk\/sources\/bell\.md#L5,\S+\), 4 March 2021: “.*\*\*Tomas Wendelin\*\*\.”$/,
      ),
      expect.stringMatching(
        /^- \[Tarvik Herald\]\(file:\/\/\/desk\/sources\/herald\.md#L5,\S+\), 6 March 2021: “.*\*\*Tomas Wendelin\*\*\.”$/,
      ),
    ]);
  });
});

describe('figures', () => {
  test('each with its noun, its sources and the date, the latest marked', async () => {
    const { client } = await desk();
    expect(shown(await ask(client, 'At the harbour of Tarvik police detained |'))).toEqual([
      '120 dockers · Post, Harbour Bell | 5 Mar 2021',
      '130 dockers · latest · Tarvik Herald | 6 Mar 2021',
    ]);
  });

  test('in the place of the sign and the digits typed, and of the rest of the number', async () => {
    const { client } = await desk();
    const [item] = (await ask(client, 'The crane cost $2|7 million.'))!.items;
    expect(item).toMatchObject({ label: '$26 million', filterText: '$26 million', kind: 12 });
    expect(item!.textEdit).toEqual({ newText: '$26', range: one(0, 15, 18) });
  });

  test('resolve to the passages of all their sources', async () => {
    const { client } = await desk();
    const { items } = (await ask(client, 'At the harbour of Tarvik police detained 12|'))!;
    const { documentation } = await resolve(client, items[0]!);
    const { value } = documentation as MarkupContent;
    expect(value.split('\n').map((line) => /\[(.*?)\]/.exec(line)?.[1])).toEqual(['Post', 'Harbour Bell']);
    expect(value).toContain('Police detained **120** dockers');
  });

  test('of a source that is gone or says something else by now resolve to no passage, and fail nothing', async () => {
    const { client, runtime } = await desk();
    const { items } = (await ask(client, 'At the harbour of Tarvik police detained 12|'))!;
    const mark = client.received.length;
    runtime.delete('/desk/sources/bell.md');
    runtime.write('/desk/sources/post.md', report('Post', '2021-03-05', 'In all, police detained 120 dockers at the harbour of Tarvik.'));
    await client.changed(['/desk/sources/bell.md', 'deleted'], ['/desk/sources/post.md', 'changed']);
    await client.status(({ sources, total }) => sources === 2 && total === 0, mark);
    await client.ready(2, '/desk', mark);
    const resolved = await resolve(client, items[0]!);
    expect(resolved).toEqual(items[0]);
    for (const data of [
      null,
      3,
      'x',
      {},
      { kind: 'figure' },
      { kind: 'figure', figures: [1] },
      { kind: 'name', name: 'x', sources: [3] },
    ]) {
      expect(await resolve(client, { label: 'x', data })).not.toHaveProperty('documentation');
    }
  });
});

describe('clients that can do less', () => {
  const plain = { ...able, textDocument: { ...able.textDocument, completion: {} } };

  test('get one range, one label, and plain passages', async () => {
    const { client } = await desk({ capabilities: plain });
    const { items } = (await ask(client, 'At the harbour of Tarvik police detained 13|'))!;
    expect(items[0]).toMatchObject({ label: '130 dockers · latest · Tarvik Herald', detail: '6 Mar 2021' });
    expect(items[0]).not.toHaveProperty('labelDetails');
    expect(items[0]!.textEdit).toEqual({ newText: '130 dockers', range: one(0, 41, 43) });
    const { documentation } = await resolve(client, items[0]!);
    expect(documentation).toEqual({
      kind: 'plaintext',
      value: '- Tarvik Herald, 6 March 2021: “Police detained 130 dockers at the harbour of Tarvik, said Tomas Wendelin.”',
    });
  });

  test('read in their own language', async () => {
    const { client } = await desk({ initializationOptions: { l10n: { latest: 'zuletzt' } }, initialize: { locale: 'de' } });
    expect(shown(await ask(client, 'At the harbour of Tarvik police detained 13|'))[0]).toBe(
      '130 dockers · zuletzt · Tarvik Herald | 6. März 2021',
    );
  });
});

describe('untrusted text', () => {
  test('of a source is shown and written as it is, and makes no link, no image and no snippet', async () => {
    const evil =
      'Police detained 120 dockers at the harbour of Tarvik, said ![x](http://evil.example/x.png) [Tomas](command:evil) Wendelin $1.';
    const { client } = await desk({}, { '/desk/sources/bell.md': report('[Bell](command:evil)', '2021-03-04', evil) });
    const { items } = (await ask(client, 'At the harbour of Tarvik police detained |'))!;
    const { documentation } = await resolve(client, items[0]!);
    const { value } = documentation as MarkupContent;
    expect(value).not.toMatch(/(?<!\\)\]\((?!file:\/\/\/desk)/);
    expect(items.every((item) => item.insertTextFormat === undefined)).toBe(true);
  });
});

describe('nothing', () => {
  test.each([
    ['in front matter', '---\ntitle: Tomas W|\n---\n'],
    ['in code', 'Then `Tomas W|`.'],
    ['after an ordinary word', 'Then police |'],
    ['in an empty draft', '|'],
  ])('%s', async (_, marked) => {
    const { client } = await desk();
    expect(await ask(client, marked)).toBeNull();
  });

  test('inside a source, in another language, outside the folder, without sources', async () => {
    const { client } = await desk();
    expect(await ask(client, 'Then Tomas W|', '/desk/sources/bell.md')).toBeNull();
    expect(await ask(client, 'Then Tomas W|', '/desk/code.ts', 'typescript')).toBeNull();
    expect(await ask(client, 'Then Tomas W|', '/elsewhere/draft.md')).toBeNull();
    const { client: empty } = await desk({}, {});
    expect(await ask(empty, 'Then Tomas W|')).toBeNull();
  });
});

describe('while the draft is written', () => {
  test('every key is answered from the text as it is then', async () => {
    const { client } = await desk();
    const whole = 'Then Tomas Wend';
    await client.open(draft, 'First.\n\n\n');
    for (let typed = 0; typed < whole.length; typed++) {
      const before = `First.\n\n${whole.slice(0, typed)}`;
      await client.edit(draft, before, before + whole[typed]);
    }
    const list = await complete(client, `First.\n\n${whole}|\n`);
    expect(list!.items.map(({ label }) => label)).toEqual(['Tomas Wendelin']);
    expect((list!.items[0]!.textEdit as InsertReplaceEdit).insert).toEqual(one(2, 5, 15));
  });

  test('a taken item leaves what it says it leaves', async () => {
    const { client } = await desk({ capabilities: { ...able, textDocument: { ...able.textDocument, completion: {} } } });
    const text = 'The crane cost $ million.';
    const list = await ask(client, 'The crane cost $| million.');
    const edit = list!.items[0]!.textEdit as TextEdit;
    expect(TextDocument.applyEdits(TextDocument.create('file:///a', 'markdown', 1, text), [edit])).toBe('The crane cost $26 million.');
  });

  test('a question that is not wanted any more ends', async () => {
    const { client, runtime } = await desk();
    await client.open(draft, 'At the harbour of Tarvik police detained ');
    const gate = runtime.stall();
    const cancellation = new CancellationTokenSource();
    const params = { textDocument: { uri: uriOf(draft) }, position: { line: 0, character: 41 } };
    const asked = client.connection.sendRequest('textDocument/completion', params, cancellation.token);
    const outcome = asked.then(
      () => 'answered',
      (error: { code: number }) => error.code,
    );
    await gate.reached;
    cancellation.cancel();
    await client.roundTrip();
    gate.open();
    expect(await outcome).toBe(-32800);
  });

  test('what is typed before the answer comes does not lose it: it speaks of the place that was asked about', async () => {
    const { client, runtime } = await desk();
    await client.open(draft, 'At the harbour of Tarvik police detained ');
    const gate = runtime.stall();
    const asked = complete(client, 'At the harbour of Tarvik police detained |');
    await gate.reached;
    await client.edit(draft, 'detained ', 'detained 1');
    await client.roundTrip();
    gate.open();
    const list = await asked;
    expect(list!.items.map(({ textEdit }) => (textEdit as TextEdit).range)).toEqual([one(0, 41, 41), one(0, 41, 41)]);
  });
});
