/** Fixing all at once in VS Code: by its command, on saving where the writer names it, and never else. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActions, diagnostics, draftUri, openDraft } from './desk.ts';

const KIND = 'source.fixAll.secondSource';

describe('fixing all', () => {
  let draft: vscode.TextDocument;
  let original: string;
  before(async () => {
    draft = await openDraft();
    original = draft.getText();
    await diagnostics(draft.uri, 'all findings', (found) => found.some(({ code }) => code === 'misspelt-name'));
  });
  afterEach(async () => {
    await fixOnSave(undefined);
    await rewrite(original);
    await draft.save();
    assert.equal(draft.getText(), original);
  });

  it('is a source action, which writes what is clear and leaves what the sources dispute', async () => {
    const actions = await codeActions(draft.uri, new vscode.Range(0, 0, draft.lineCount, 0), KIND);
    const own = actions.filter(({ kind }) => kind?.value === KIND);
    assert.equal(own.length, 1, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(own[0]!.edit!));
    const text = draft.getText();
    for (const fixed of ['Eighteen law enforcement', 'Nurlan Nogayev']) assert.ok(text.includes(fixed), fixed);
    for (const kept of ['16 striking oil workers', '“20,000 bandits”']) assert.ok(text.includes(kept), kept);
  });

  it('happens on no save that does not name it', async () => {
    await fixOnSave({ 'source.fixAll': 'explicit' });
    await saved();
    assert.ok(draft.getText().includes('Nurlan Nogaev'));
    assert.ok(draft.getText().includes('Twelve law enforcement'));
  });

  it('happens on saving where one rule is named, of that rule alone', async () => {
    await fixOnSave({ [`${KIND}.misspelt-name`]: 'explicit' });
    await saved();
    assert.ok(draft.getText().includes('Nurlan Nogayev'));
    assert.ok(draft.getText().includes('Twelve law enforcement'));
  });

  function fixOnSave(value: unknown): Thenable<void> {
    const configuration = vscode.workspace.getConfiguration('editor', draftUri);
    return configuration.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace);
  }

  /** Types something that is no finding, and saves as Ctrl+S does. */
  async function saved(): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(draft.uri, new vscode.Position(draft.lineCount, 0), '\nThe end.\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.window.showTextDocument(draft);
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(draft.isDirty, false);
  }

  async function rewrite(text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(draft.uri, new vscode.Range(0, 0, draft.lineCount, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }
});
