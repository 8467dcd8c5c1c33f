/** Settings, sources and drafts that change while VS Code runs: each takes effect without a restart. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, draftUri, folderOf, inDesk, openDraft, ours, ready, remove, set, start, until, write } from './desk.ts';

const MISSPELT = 'misspelt-name';

describe('what changes while the editor is open', () => {
  beforeEach(async () => {
    await openDraft();
    await diagnostics(draftUri, MISSPELT, has(MISSPELT));
  });

  it('is a rule that is turned off, and on again', async () => {
    await set('rules', { [MISSPELT]: 'off' });
    await diagnostics(draftUri, 'the rule to fall silent', (found) => found.length > 0 && !has(MISSPELT)(found));
    await set('rules', undefined);
  });

  it('is the severity of a rule', async () => {
    await set('rules', { [MISSPELT]: 'error' });
    await diagnostics(draftUri, 'an error', (found) =>
      found.some(({ code, severity }) => code === MISSPELT && severity === vscode.DiagnosticSeverity.Error),
    );
    await set('rules', undefined);
    await diagnostics(draftUri, 'a warning', (found) =>
      found.some(({ code, severity }) => code === MISSPELT && severity === vscode.DiagnosticSeverity.Warning),
    );
  });

  it('is second-source.json, which wins over the editor', async () => {
    await set('rules', { [MISSPELT]: 'error' });
    await write('second-source.json', JSON.stringify({ rules: { [MISSPELT]: 'off' } }));
    await diagnostics(draftUri, 'the rule to fall silent', (found) => found.length > 0 && !has(MISSPELT)(found));
    await remove('second-source.json');
    await set('rules', undefined);
  });

  it('is a second-source.json with a mistake, told of at its place until it is mended', async () => {
    const file = inDesk('second-source.json');
    const text = '{ "sources": ["sources/**"], "rules": { "no-such-rule": "off" } }\n';
    await write('second-source.json', text);
    const [problem] = await diagnostics(file, 'a problem', (found) => found.length === 1);
    assert.equal(text.slice(problem!.range.start.character, problem!.range.end.character), '"no-such-rule"');
    await write('second-source.json', '{}\n');
    await diagnostics(file, 'no problem', (found) => found.length === 0);
    await remove('second-source.json');
  });

  it('is a second-source.json that is open: what its schema finds is not said again', async () => {
    const file = inDesk('second-source.json');
    await write('second-source.json', '// Ours.\n{ "rules": { "no-such-rule": "off" } }\n');
    await diagnostics(file, 'a problem', (found) => found.length === 1);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    const all = await until(
      'the schema to be held against it',
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(file),
      (found) => found.some(({ source }) => source !== 'Second Source') && !found.some(({ source }) => source === 'Second Source'),
    );
    assert.deepEqual(
      all.map(({ range }) => document.getText(range)),
      ['"no-such-rule"'],
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await remove('second-source.json');
    await diagnostics(file, 'no problem', (found) => found.length === 0);
  });

  it('is a setting with a mistake: the status tells of it, and the rest counts', async () => {
    const api = await start();
    const state = (wanted: string) =>
      until(
        wanted,
        api.onDidChangeState,
        () => folderOf(api)?.state,
        (found) => found === wanted,
      );
    await set('rules', { 'no-such-rule': 'off' });
    await state('trouble');
    assert.ok(has(MISSPELT)(ours(draftUri)));
    await set('rules', undefined);
    await state('ready');
  });

  it('is a source that comes, and goes', async () => {
    await write('sources/late.md', '---\ntitle: A late report\n---\n\nThe governor, Nurlan Nogaev, came to the square and spoke.\n');
    await ready(6);
    await diagnostics(draftUri, 'the spelling to be known', (found) => !has(MISSPELT)(found));
    await remove('sources/late.md');
    await ready(5);
  });

  it('is a source that is being edited, before it is saved', async () => {
    const source = await vscode.workspace.openTextDocument(inDesk('sources/socialist-worker.md'));
    const spelling = source.getText().indexOf('Nurlan Nogayev');
    assert.notEqual(spelling, -1);
    await vscode.window.showTextDocument(source);
    const edit = new vscode.WorkspaceEdit();
    const at = source.positionAt(spelling);
    edit.replace(source.uri, new vscode.Range(at, at.translate(0, 'Nurlan Nogayev'.length)), 'Nurlan Nogaev');
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draftUri));
    await diagnostics(draftUri, 'the spelling to be known', (found) => !has(MISSPELT)(found));
    assert.equal(source.isDirty, true);
    await vscode.window.showTextDocument(source);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draftUri));
  });

  it('is a source that cannot be read', async () => {
    const api = await start();
    await vscode.workspace.fs.writeFile(inDesk('sources/broken.txt'), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    await until(
      'a source that is skipped',
      api.onDidChangeState,
      () => folderOf(api)?.skipped ?? [],
      ([skipped]) => skipped?.uri.endsWith('/broken.txt') === true && skipped.reason !== '',
    );
    await remove('sources/broken.txt');
    await until(
      'no source that is skipped',
      api.onDidChangeState,
      () => folderOf(api)?.skipped,
      (skipped) => skipped?.length === 0,
    );
  });

  it('is the server, started again', async () => {
    const api = await start();
    await vscode.commands.executeCommand('secondSource.restartServer');
    await ready(5);
    assert.equal(folderOf(api)?.state, 'ready');
  });
});

describe('drafts', () => {
  before(openDraft);

  for (const language of ['markdown', 'plaintext']) {
    it(`may be untitled: ${language}`, async () => {
      const content = 'The local governor, Nurlan Nogaev, promised a review of the price.\n';
      const draft = await vscode.workspace.openTextDocument({ language, content });
      await vscode.window.showTextDocument(draft);
      await diagnostics(draft.uri, MISSPELT, has(MISSPELT));
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }

  it('are no sources', async () => {
    const source = await vscode.workspace.openTextDocument(inDesk('sources/socialist-worker.md'));
    await vscode.window.showTextDocument(source);
    const draft = await vscode.workspace.openTextDocument(draftUri);
    await vscode.window.showTextDocument(draft);
    // The draft was opened after the source: when it has its diagnostics, the source would have had some.
    await diagnostics(draftUri, MISSPELT, has(MISSPELT));
    assert.deepEqual(ours(source.uri), []);
  });
});

function has(rule: string): (found: readonly vscode.Diagnostic[]) => boolean {
  return (found) => found.some(({ code }) => code === rule);
}
