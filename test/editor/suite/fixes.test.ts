/** Quick fixes in VS Code: taken for every finding of the sample draft, they leave no warning. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActions, diagnostics, openDraft, ours, rangeOf } from './desk.ts';

describe('quick fixes', () => {
  let draft: vscode.TextDocument;
  let original: string;
  before(async () => {
    draft = await openDraft();
    original = draft.getText();
    await diagnostics(draft.uri, 'all findings', (found) => found.some(({ code }) => code === 'misspelt-name'));
  });
  afterEach(async () => {
    await vscode.window.showTextDocument(draft);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.equal(draft.getText(), original);
  });

  it('are offered at a finding, the one to take preferred', async () => {
    const offered = await fixesAt(rangeOf(draft, 'Twelve'));
    assert.deepEqual(
      offered.map(({ title, isPreferred }) => [title, isPreferred]),
      [['Change to Eighteen (Socialist Worker, ministry)', true]],
    );
  });

  it('are offered for every finding of a selection', async () => {
    const selected = rangeOf(draft, 'Twelve law enforcement officers were killed.\nMore than 3,000');
    const titles = (await fixesAt(selected)).map(({ title }) => title);
    for (const figure of ['Eighteen', 'Almost 10,000'])
      assert.ok(
        titles.some((title) => title.startsWith(`Change to ${figure} (`)),
        titles.join('\n'),
      );
  });

  it('taken for each finding, leave a draft with no warnings, and no other words changed', async () => {
    // What sources conflict about stays flagged whichever figure is taken: each finding is settled once, down the page.
    let at = -1;
    let fixed = 0;
    for (;;) {
      const next = inOrder().find(({ range }) => draft.offsetAt(range.start) > at);
      if (!next) break;
      at = draft.offsetAt(next.range.start);
      const text = draft.getText(next.range);
      const offered = await fixesAt(next.range);
      const fix = offered.find(({ isPreferred }) => isPreferred) ?? offered[0];
      assert.ok(fix?.edit, `no fix for ${text}`);
      const { version } = draft;
      // The editor asks again for what it shows; what it showed of the old text says nothing of the new.
      const judgedAgain = diagnostics(draft.uri, `${text} to be judged again`, (found) => draft.version > version && !found.includes(next));
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      await judgedAgain;
      await settled();
      fixed++;
    }
    assert.ok(fixed >= 8, `only ${fixed} findings`);
    const left = ours(draft.uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(left, []);
    assert.equal(draft.getText().split('\n').length, original.split('\n').length);
    for (const kept of ['law enforcement officers were killed.', 'people have been detained.', '“20,000 bandits”', 'a quarter of the']) {
      assert.ok(draft.getText().includes(kept), kept);
    }
  });

  /** The quick fixes that change text, as the editor's menu has them at a place. */
  async function fixesAt(range: vscode.Range): Promise<vscode.CodeAction[]> {
    const actions = await codeActions(draft.uri, range, vscode.CodeActionKind.QuickFix.value);
    return actions.filter(({ edit, title }) => edit && title.startsWith('Change '));
  }

  function inOrder(): vscode.Diagnostic[] {
    return [...ours(draft.uri)].sort((a, b) => a.range.start.compareTo(b.range.start));
  }

  /** Resolves when a question asked now has been answered: by then the server has read every edit, and its findings are on their way. */
  async function settled(): Promise<void> {
    await vscode.commands.executeCommand('vscode.executeHoverProvider', draft.uri, new vscode.Position(0, 0));
  }
});
