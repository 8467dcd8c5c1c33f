/** Languages, untitled drafts and sources that change while VS Code runs: each takes effect without a restart or a flicker. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostics, draftUri, inDesk, openDraft, ours, ready, remove, set } from './desk.ts';

const MISSPELT = 'misspelt-name';
const TEXT = 'The local governor, Nurlan Nogaev, promised a review of the price.\n';

function has(rule: string): (found: readonly vscode.Diagnostic[]) => boolean {
  return (found) => found.some(({ code }) => code === rule);
}

/** Notes every state of a document's diagnostics until the end. */
function watch(uri: vscode.Uri): { readonly states: string[][]; end(): void } {
  const states: string[][] = [];
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((changed) => changed.toString() === uri.toString())) states.push(ours(uri).map(({ code }) => String(code)));
  });
  return { states, end: () => listener.dispose() };
}

describe('takes effect at once', () => {
  before(openDraft);
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
  after(openDraft);

  it('a language that a document is switched to, and back', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: TEXT });
    await vscode.window.showTextDocument(document);
    await diagnostics(document.uri, MISSPELT, has(MISSPELT));
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await diagnostics(document.uri, 'no finding', (found) => found.length === 0);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await diagnostics(document.uri, MISSPELT, has(MISSPELT));
  });

  it('a language that is added to those of drafts', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'html', content: TEXT });
    await vscode.window.showTextDocument(document);
    await set('drafts', ['markdown', 'html']);
    await diagnostics(document.uri, MISSPELT, has(MISSPELT));
    await set('drafts', undefined);
    await diagnostics(document.uri, 'no finding', (found) => found.length === 0);
    await ready(5);
  });

  it('an untitled draft that is saved', async () => {
    const saved = inDesk('saved.md');
    const untitled = await vscode.workspace.openTextDocument(saved.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(untitled);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), TEXT));
    await diagnostics(untitled.uri, 'the name misspelt before it is a file', has(MISSPELT));
    assert.ok(await untitled.save());
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(saved));
    await diagnostics(saved, 'the name misspelt in the file', has(MISSPELT));
    await diagnostics(untitled.uri, 'no finding on what is not there any more', (found) => found.length === 0);
    await remove('saved.md');
  });
});

describe('findings do not flicker', () => {
  it('while a source is edited and settings change that do not bear on them', async () => {
    await openDraft();
    const before = (await diagnostics(draftUri, MISSPELT, has(MISSPELT))).map(({ code }) => String(code));
    const { states, end } = watch(draftUri);
    const source = await vscode.workspace.openTextDocument(inDesk('sources/the-militant.md'));
    await vscode.window.showTextDocument(source);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(source.uri, source.positionAt(source.getText().length), '\nIt snowed in the night.\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draftUri));
    await set('rules', { 'unsourced-figure': 'hint' });
    // It comes with the settings: by then the edit has been heard of.
    await diagnostics(draftUri, 'unsourced-figure', has('unsourced-figure'));
    await set('rules', undefined);
    await diagnostics(draftUri, 'no unsourced-figure', (found) => !has('unsourced-figure')(found));
    end();
    for (const codes of states)
      assert.deepEqual(
        codes.filter((code) => code !== 'unsourced-figure'),
        before,
      );
    await vscode.window.showTextDocument(source);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await openDraft();
  });
});
