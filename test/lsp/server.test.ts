import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { unasking } from './able.ts';
import { clientsForTests, uriOf } from './client.ts';
import { MemoryRuntime } from './memory.ts';

const start = clientsForTests();

const herald = `---
title: Harbour closed
publisher: Tarvik Herald
date: 2021-03-04
---
Police detained 120 dockers at the harbour of Tarvik on Thursday.

The union's chairman, Tomas Wendelin, was among those detained.
`;
const echo = `---
publisher: Coast Echo
date: 2021-03-04
---
Police detained 150 dockers at the harbour of Tarvik on Thursday.

Tomas Wendelin said that he would not leave.
`;
const wire = 'Police detained 120 dockers at the harbour of Tarvik on 4 March 2021.\n\nTomas Wendelin leads the union.\n';
const draft = 'Police detained 300 dockers at the harbour of Tarvik.\n\nTomas Wendelinn leads the union.\n';
const desk = { '/desk/sources/herald.md': herald, '/desk/sources/echo.md': echo };
const refuted = 'refuted-figure: 300';
const misspelt = 'misspelt-name: Tomas Wendelinn';

describe('pull', () => {
  test('announces itself, and that positions are UTF-16', async () => {
    const { capabilities } = await start(new MemoryRuntime());
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  });

  test('gives findings, and `unchanged` until something did change', async () => {
    const client = await start(new MemoryRuntime(desk));
    await client.open('/desk/draft.md', draft);
    await client.ready(2);
    expect(await client.findings('/desk/draft.md')).toEqual([refuted, misspelt]);
    const first = await client.pull('/desk/draft.md');
    expect(await client.pull('/desk/draft.md', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.edit('/desk/draft.md', 'Wendelinn', 'Wendelin');
    const second = await client.pull('/desk/draft.md', first.resultId);
    expect(second.kind).toBe('full');
    expect(await client.findings('/desk/draft.md')).toEqual([refuted]);
  });

  test('asks to be asked again when the library changed', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/echo.md': echo });
    const client = await start(runtime);
    await client.open('/desk/draft.md', draft.replace('300', '120'));
    await client.ready(1);
    expect(await client.findings('/desk/draft.md')).toContain('refuted-figure: 120');
    const before = client.received.length;
    runtime.write('/desk/sources/herald.md', herald);
    await client.changed(['/desk/sources/herald.md', 'created']);
    await client.refreshed(before);
    expect(await client.findings('/desk/draft.md')).toContain('conflicting-sources: 120');
  });

  test('an edit that arrives while a draft is checked: the client is told to ask again, and hears of no stale finding', async () => {
    const runtime = new MemoryRuntime(desk);
    const client = await start(runtime);
    await client.ready(2);
    await client.open('/desk/draft.md', draft);
    const gate = runtime.stall();
    const pulled = client.pull('/desk/draft.md');
    await gate.reached;
    await client.edit('/desk/draft.md', '300', '150');
    await client.roundTrip();
    gate.open();
    await expect(pulled).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    runtime.pass(1000);
    expect(await client.findings('/desk/draft.md')).toEqual(['conflicting-sources: 150', misspelt]);
  });

  test('a request that the client cancels ends as cancelled, and the next one is answered', async () => {
    const runtime = new MemoryRuntime(desk);
    const client = await start(runtime);
    await client.ready(2);
    await client.open('/desk/draft.md', draft);
    const gate = runtime.stall();
    const cancellation = new CancellationTokenSource();
    const pulled = client.pull('/desk/draft.md', undefined, cancellation.token);
    await gate.reached;
    cancellation.cancel();
    await expect(pulled).rejects.toMatchObject({ code: -32800 });
    const next = client.findings('/desk/draft.md');
    gate.open();
    expect(await next).toEqual([refuted, misspelt]);
  });

  test('of two who wait for the same check, one that cancels does not spoil it for the other', async () => {
    const runtime = new MemoryRuntime(desk);
    const client = await start(runtime);
    await client.ready(2);
    await client.open('/desk/draft.md', draft);
    const gate = runtime.stall();
    const cancellation = new CancellationTokenSource();
    const pulled = client.pull('/desk/draft.md', undefined, cancellation.token);
    await gate.reached;
    const hovered = client.hoverText('/desk/draft.md', '300');
    await client.roundTrip();
    cancellation.cancel();
    await expect(pulled).rejects.toMatchObject({ code: -32800 });
    gate.open();
    expect(await hovered).toMatch(/^\*\*No source agrees\*\*/);
  });

  test('sources, other languages and files outside every folder have no findings', async () => {
    const client = await start(new MemoryRuntime(desk));
    await client.ready(2);
    await client.open('/desk/sources/new.md', draft);
    await client.open('/desk/draft.py', draft, 'python');
    await client.open('/elsewhere/draft.md', draft);
    for (const path of ['/desk/sources/new.md', '/desk/draft.py', '/elsewhere/draft.md', '/desk/closed.md']) {
      expect(await client.pull(path)).toMatchObject({ kind: 'full', items: [] });
    }
    for (const path of ['/desk/draft.py', '/elsewhere/draft.md']) expect(await client.hover(path, '300')).toBeNull();
  });
});

describe('hover and definition', () => {
  test('tell what the sources say and lead there', async () => {
    const client = await start(new MemoryRuntime(desk));
    await client.open('/desk/draft.md', draft.replace('300', '120'));
    await client.ready(2);
    const lines = (await client.hoverText('/desk/draft.md', '120')).split('\n');
    expect(lines[0]).toBe('**Sources differ** ✓ 1, ≠ 1');
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      expect.stringMatching(
        /^- ✓ \[Tarvik Herald\]\(file:\/\/\/desk\/sources\/herald\.md#L6,1-6,66\), 4 March 2021: “Police detained \*\*120\*\* dockers /,
      ),
      expect.stringMatching(/^- ≠ \[Coast Echo\]\(\S+\), 4 March 2021: “Police detained \*\*150\*\* dockers/),
    ]);
    expect(await client.definition('/desk/draft.md', '120')).toMatchObject([
      {
        targetUri: 'file:///desk/sources/herald.md',
        targetSelectionRange: { start: { line: 5, character: 16 }, end: { line: 5, character: 19 } },
      },
    ]);
    expect(await client.hoverText('/desk/draft.md', 'Wendelinn')).toMatch(
      /^\*\*Tomas Wendelin\*\* No source spells it “Tomas Wendelinn”\./,
    );
    expect(await client.hover('/desk/draft.md', 'detained')).toBeNull();
  });

  test('places are right after a BOM, CRLF, lone surrogates and astral characters', async () => {
    const bytes = new TextEncoder().encode(
      `\ufeffA \u{1f6a2} ship\r\nPolice detained 120 dockers at the harbour of Tarvik on 4 March 2021.\r\n`,
    );
    const client = await start(new MemoryRuntime({ '/desk/sources/crlf.txt': bytes }));
    const broken = `\ud800 \udc00\r\n\u{1f6a2} Police detained 300 dockers at the harbour of Tarvik.\r\n`;
    await client.open('/desk/draft.txt', broken, 'plaintext');
    await client.ready(1);
    const report = await client.pull('/desk/draft.txt');
    expect(report).toMatchObject({
      items: [
        {
          code: 'refuted-figure',
          range: { start: { line: 1, character: 19 }, end: { line: 1, character: 22 } },
          relatedInformation: [{ location: { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 69 } } } }],
        },
      ],
    });
    expect(await client.definition('/desk/draft.txt', '300')).toMatchObject([
      { targetSelectionRange: { start: { line: 1, character: 16 }, end: { line: 1, character: 19 } } },
    ]);
  });

  test('a figure that no source has leads to where its words are', async () => {
    const client = await start(new MemoryRuntime(desk), { folders: ['/desk'] });
    await client.open('/desk/draft.md', 'At the harbour of Tarvik 75 dockers sang.\n');
    await client.ready(2);
    expect(await client.hoverText('/desk/draft.md', '75')).toMatch(
      /^\*\*No source has this figure\*\*\n\nPassages with the same words\n\n- \[.*\(file:\/\/\/desk\/sources\//,
    );
  });

  test('names of files that need escaping stay the same file', async () => {
    const path = '/desk/sources/a (copy) & ünï.md';
    const client = await start(new MemoryRuntime({ [path]: wire }), { folders: ['/desk'] });
    await client.open('/desk/draft.md', draft);
    await client.ready(1);
    expect(await client.hoverText('/desk/draft.md', '300')).toContain(
      '(file:///desk/sources/a%20%28copy%29%20%26%20%C3%BCn%C3%AF.md#L1,1-1,70)',
    );
  });
});

describe('poor clients', () => {
  test('that can do nothing get diagnostics with sources in the message, plain hovers, and locations', async () => {
    const client = await start(new MemoryRuntime(desk), { capabilities: {}, initialize: { workspaceFolders: null } });
    expect(client.capabilities.diagnosticProvider).toBeUndefined();
    await client.open('/desk/draft.md', draft);
    const isWhole = (message: unknown) => String(message).includes('Coast Echo');
    const { diagnostics, version } = await client.published('/desk/draft.md', ({ diagnostics: [first] }) => isWhole(first?.message));
    expect(version).toBe(1);
    expect(diagnostics[0]).not.toHaveProperty('relatedInformation');
    expect(String(diagnostics[0]!.message).split('\n')).toEqual([
      'No source agrees: 150 (Coast Echo), 120 (Tarvik Herald)',
      '- 150 (Coast Echo)',
      '- 120 (Tarvik Herald)',
    ]);
    expect(await client.hoverText('/desk/draft.md', '300')).toMatch(/^No source agrees\n\n- /);
    expect(await client.definition('/desk/draft.md', '300')).toMatchObject({
      uri: expect.stringMatching(/^file:\/\/\/desk\/sources\//),
    });
    expect(client.received.filter(({ method }) => method.startsWith('client/') || method === 'workspace/configuration')).toEqual([]);
  });

  test('say their settings at the start or by telling of a change', async () => {
    const rules = { 'refuted-figure': 'error', 'misspelt-name': 'off' };
    const client = await start(new MemoryRuntime(desk), { capabilities: {}, initializationOptions: { settings: { rules } } });
    await client.open('/desk/draft.md', draft);
    const { diagnostics } = await client.published('/desk/draft.md', (published) => published.diagnostics.length === 1);
    expect(diagnostics).toMatchObject([{ code: 'refuted-figure', severity: 1 }]);
    const before = client.received.length;
    const secondSource = { rules: { 'refuted-figure': 'off', 'misspelt-name': 'error' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { secondSource } });
    const isNew = ({ code }: { code?: unknown }) => code === 'misspelt-name';
    await client.published(
      '/desk/draft.md',
      (published) => published.diagnostics.length === 1 && published.diagnostics.every(isNew),
      before,
    );
  });

  test('that watch no files have them looked at when a document is saved', async () => {
    const runtime = new MemoryRuntime({ '/desk/sources/echo.md': echo });
    const client = await start(runtime, { capabilities: {} });
    await client.open('/desk/draft.md', draft.replace('300', '120'));
    await client.published('/desk/draft.md', ({ diagnostics }) => diagnostics[0]?.code === 'refuted-figure');
    runtime.write('/desk/sources/herald.md', herald);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf('/desk/draft.md') } });
    await client.published('/desk/draft.md', ({ diagnostics }) => diagnostics[0]?.code === 'conflicting-sources');
    expect(runtime.reads.get(uriOf('/desk/sources/echo.md'))).toBe(1);
  });

  test('without any folder are served all the same', async () => {
    const client = await start(new MemoryRuntime(), { capabilities: {}, folders: [], initialize: { workspaceFolders: null } });
    await client.open('/desk/draft.md', draft);
    expect(await client.hover('/desk/draft.md', '300')).toBeNull();
  });
});

describe('push', () => {
  const pushed = { capabilities: unasking };

  test('says which version it is about, and clears a closed draft', async () => {
    const client = await start(new MemoryRuntime(desk), pushed);
    await client.open('/desk/draft.md', draft);
    await client.ready(2);
    await client.published('/desk/draft.md', ({ diagnostics }) => diagnostics.length === 2);
    const before = client.received.length;
    await client.edit('/desk/draft.md', 'Wendelinn', 'Wendelin');
    const edited = await client.published('/desk/draft.md', ({ version }) => version === 2, before);
    expect(edited.diagnostics).toMatchObject([{ code: 'refuted-figure' }]);
    await client.close('/desk/draft.md');
    expect((await client.published('/desk/draft.md', ({ diagnostics }) => diagnostics.length === 0, before)).version).toBeUndefined();
  });

  test('of a version that was overtaken never happens', async () => {
    const runtime = new MemoryRuntime(desk);
    const client = await start(runtime, pushed);
    await client.ready(2);
    const gate = runtime.stall();
    await client.open('/desk/draft.md', draft);
    await gate.reached;
    await client.edit('/desk/draft.md', '300', '150');
    await client.published('/desk/draft.md', ({ version }) => version === 2);
    gate.open();
    await client.roundTrip();
    const versions = client.received
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => (params as { version?: number }).version);
    expect(versions).toEqual([2]);
  });
});
