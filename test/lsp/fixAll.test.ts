/** Fixing all of a draft at once: what is fixed, what is left alone, and that nobody gets it who did not ask. */
import { describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionTriggerKind, type Diagnostic, type TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ableToEdit } from './able.ts';
import { clientsForTests, type TestClient, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();
const path = '/desk/draft.md';
const files = {
  '/desk/sources/herald.md': `---
publication: Tarvik Herald
date: 2021-03-04
---
Police detained 120 dockers at the harbour of Tarvik on Thursday.

The union's chairman, Tomas Wendelin, was among those detained.

The interior ministry said 26 sailors were killed in Velden. The ministry said 14 sailors were injured in Velden.

The fire in Ostby cost 3 million crowns.
`,
  '/desk/sources/echo.md': `---
publication: Coast Echo
---
The fire in Ostby cost 5 million crowns.
`,
};
const draft = `Police detained 300 dockers at the harbour of Tarvik.

The chairman, Tomas Wendelinn, waited. Wendelinn's wife came for him.

In Velden 26 sailors were killed.

The fire in Ostby cost 3 million crowns.
`;
const FIX_ALL = 'source.fixAll.secondSource';

async function opened(text = draft): Promise<TestClient> {
  const client = await start(new MemoryRuntime(files), { capabilities: ableToEdit });
  await client.open(path, text);
  await client.ready(2);
  return client;
}

async function asked(
  client: TestClient,
  only: string[] | undefined,
  triggerKind: CodeActionTriggerKind = CodeActionTriggerKind.Invoked,
  diagnostics: Diagnostic[] = [],
): Promise<CodeAction[]> {
  const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  return client.actions(path, range, { diagnostics, only, triggerKind });
}

const kinds = (actions: readonly CodeAction[]) => actions.map(({ kind, title }) => `${kind}: ${title}`);

function applied({ edit }: CodeAction, text: string): string {
  const [change] = edit!.documentChanges as TextDocumentEdit[];
  return TextDocument.applyEdits(TextDocument.create(uriOf(path), 'markdown', 1, text), change!.edits as never);
}

const fixed = draft
  .replace('300', '120')
  .replaceAll('Wendelinn', 'Wendelin')
  .replace('sailors were killed', 'sailors were killed, the interior ministry said');

describe('everything', () => {
  test('that has one clear fix is fixed by one edit, and what the sources dispute is left alone', async () => {
    const [all, ...others] = await asked(await opened(), [FIX_ALL]);
    expect(others).toEqual([]);
    expect(all).toMatchObject({ title: 'Fix all that has one clear fix (4)', kind: FIX_ALL });
    expect(applied(all!, draft)).toBe(fixed);
    expect(await asked(await opened(fixed), [FIX_ALL])).toEqual([]);
  });

  test('can be seen rule by rule', async () => {
    expect(kinds(await asked(await opened(), ['source']))).toEqual([
      `${FIX_ALL}: Fix all that has one clear fix (4)`,
      `${FIX_ALL}.refuted-figure: Fix all of “refuted-figure” (1)`,
      `${FIX_ALL}.misspelt-name: Fix all of “misspelt-name” (2)`,
      `${FIX_ALL}.missing-attribution: Fix all of “missing-attribution” (1)`,
    ]);
  });

  test('of a clause is attributed once', async () => {
    const text = 'In Velden 26 sailors were killed and 14 sailors were injured.\n';
    const [all] = await asked(await opened(text), [`${FIX_ALL}.missing-attribution`]);
    expect(applied(all!, text)).toBe('In Velden 26 sailors were killed and 14 sailors were injured, the interior ministry said.\n');
  });
});

test('one rule is fixed where it is asked for by name', async () => {
  const client = await opened();
  const [names, ...others] = await asked(client, [`${FIX_ALL}.misspelt-name`], CodeActionTriggerKind.Automatic);
  expect(others).toEqual([]);
  expect(applied(names!, draft)).toBe(draft.replaceAll('Wendelinn', 'Wendelin'));
});

test('a save fixes nothing unless it names this extension', async () => {
  const client = await opened();
  for (const kind of ['source', 'source.fixAll', 'source.organizeImports'])
    expect(await asked(client, [kind], CodeActionTriggerKind.Automatic)).toEqual([]);
  expect(await asked(client, [FIX_ALL], CodeActionTriggerKind.Automatic)).toHaveLength(1);
  expect(await asked(client, ['source.fixAll'])).toHaveLength(1);
});

test('what is asked for while sources are still being read waits for them, and a save that they outlast changes nothing', async () => {
  const runtime = new MemoryRuntime(files);
  const gates = ['herald', 'echo'].map((name) => runtime.hold(`/desk/sources/${name}.md`));
  const client = await start(runtime, { capabilities: ableToEdit });
  await client.open(path, draft);
  await Promise.race(gates.map(({ reached }) => reached));
  const waiting = asked(client, [FIX_ALL]);
  const saving = asked(client, [FIX_ALL], CodeActionTriggerKind.Automatic);
  await client.roundTrip();
  for (const gate of gates) gate.open();
  expect(applied((await waiting)[0]!, draft)).toBe(fixed);
  expect(applied((await saving)[0]!, draft)).toBe(fixed);
  // A third source takes longer than a writer waits.
  runtime.write('/desk/sources/post.md', 'Nothing was heard of in Ostby.\n');
  const gate = runtime.hold('/desk/sources/post.md');
  await client.changed(['/desk/sources/post.md', 'created']);
  await gate.reached;
  const outlasted = async (triggerKind: CodeActionTriggerKind) => {
    const asking = asked(client, [FIX_ALL], triggerKind);
    const isAnswered = asking.then(() => true);
    while (!(await Promise.race([isAnswered, client.roundTrip()]))) runtime.pass(10_000);
    return asking;
  };
  expect(await outlasted(CodeActionTriggerKind.Automatic)).toEqual([]);
  expect(applied((await outlasted(CodeActionTriggerKind.Invoked))[0]!, draft)).toBe(fixed);
  gate.open();
  await client.ready(3);
});

test('beside a finding that is not alone of its rule there is a quick fix for all of them', async () => {
  const client = await opened();
  const diagnostics = await client.diagnostics(path);
  const offered = async (code: string) => {
    const own = diagnostics.filter((each) => each.code === code).slice(0, 1);
    const actions = await asked(client, undefined, CodeActionTriggerKind.Invoked, own);
    return kinds(actions).filter((each) => each.includes('Fix all'));
  };
  expect(await offered('misspelt-name')).toEqual(['quickfix: Fix all of “misspelt-name” (2)']);
  expect(await offered('refuted-figure')).toEqual([]);
});
