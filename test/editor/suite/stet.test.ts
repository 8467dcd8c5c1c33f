/** What the writer lets stand, in VS Code: through the actions at a finding, in the ledger, and back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ledgerFile } from '../../../server/protocol/decisions.ts';
import { diagnostics, hover, inDesk, openDraft, rangeOf, remove, until, write } from './desk.ts';

describe('what is let stand', () => {
  let draft: vscode.TextDocument;
  let twelve: vscode.Range;
  before(async () => {
    draft = await openDraft();
    twelve = rangeOf(draft, 'Twelve');
    await diagnostics(draft.uri, 'a warning on Twelve', flags('Twelve'));
  });
  afterEach(async () => {
    // A file that is made and taken away at once is one that VS Code tells nobody of.
    await write(ledgerFile, '');
    await diagnostics(draft.uri, 'all findings again', (found) => flags('Twelve')(found) && flags('Nurlan Nogaev')(found));
    await remove(ledgerFile);
  });

  it('is flagged no more, is one line of the ledger, and can be checked again', async () => {
    await run('Let “Twelve” stand');
    await diagnostics(draft.uri, 'no warning on Twelve', (found) => !flags('Twelve')(found) && flags('Nurlan Nogaev')(found));
    const lines = (await ledger()).trimEnd().split('\n');
    assert.equal(lines.length, 1);
    const { when, who, ...record } = JSON.parse(lines[0]!);
    assert.match(when, /^\d{4}-\d\d-\d\d$/);
    // Whoever works on this machine.
    assert.equal(typeof who, 'string');
    assert.deepEqual(record, {
      draft: 'draft.md',
      quantity: 'count 12',
      measures: 'law enforcement officers killed',
      ordinal: 1,
      decision: 'stet',
    });
    const said = await hover(draft, twelve.start);
    assert.match(said, /No source agrees/);
    assert.match(said, /Let stand (?:by .+ )?on \d+ \w+ \d{4}\./);
    await run('Check “Twelve” again');
    await diagnostics(draft.uri, 'the warning on Twelve', flags('Twelve'));
    await assert.rejects(ledger);
  });

  it('may be a rule in this draft', async () => {
    await run('Turn off “refuted-figure” in this draft');
    await diagnostics(draft.uri, 'no refuted figure', (found) => found.length > 0 && found.every(({ code }) => code !== 'refuted-figure'));
    await run('Turn on “refuted-figure” in this draft');
    await diagnostics(draft.uri, 'the refuted figure', flags('Twelve'));
  });

  it('may be so by a ledger that comes from elsewhere, which keeps what this version does not know', async () => {
    const theirs =
      '{"draft":"draft.md","name":"Nurlan Nogaev","decision":"stet","until":"2030"}\n{"draft":"draft.md","sentence":1,"decision":"later"}\n';
    await write(ledgerFile, theirs);
    await diagnostics(draft.uri, 'no warning on the governor', (found) => flags('Twelve')(found) && !flags('Nurlan Nogaev')(found));
    await run('Let “Twelve” stand');
    await diagnostics(draft.uri, 'neither', (found) => !flags('Twelve')(found) && !flags('Nurlan Nogaev')(found));
    const text = await ledger();
    for (const line of theirs.trimEnd().split('\n')) assert.ok(text.includes(`${line}\n`), text);
  });

  it('is told of where the ledger is broken, and mended again', async () => {
    await write(ledgerFile, '<<<<<<< HEAD\n{"draft":"draft.md","name":"Nurlan Nogaev","decision":"stet"}\n>>>>>>> theirs\n');
    const found = await diagnostics(inDesk(ledgerFile), 'two broken lines', (problems) => problems.length === 2);
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [0, 2],
    );
    await diagnostics(draft.uri, 'no warning on the governor', (all) => !flags('Nurlan Nogaev')(all));
    await write(ledgerFile, '');
    await diagnostics(inDesk(ledgerFile), 'no problem', (problems) => problems.length === 0);
  });

  describe('in a draft that has no file yet', () => {
    // What a try has left would be in the next one's way.
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.window.showTextDocument(draft);
      await vscode.workspace.fs.delete(inDesk('new.md')).then(undefined, () => undefined);
    });

    it('goes with it when it is saved', async () => {
      const saved = inDesk('new.md');
      const untitled = await vscode.workspace.openTextDocument(saved.with({ scheme: 'untitled' }));
      const editor = await vscode.window.showTextDocument(untitled, { preview: false });
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Twelve law enforcement officers were killed in Kazakhstan.\n'));
      const isFlagged = (found: readonly vscode.Diagnostic[]) => found.some(({ code }) => code === 'refuted-figure');
      await diagnostics(untitled.uri, 'a warning', isFlagged);
      await run('Let “Twelve” stand', untitled.uri, rangeOf(untitled, 'Twelve'));
      await diagnostics(untitled.uri, 'no warning', (found) => !isFlagged(found));
      await assert.rejects(ledger);
      const watcher = vscode.workspace.createFileSystemWatcher(`**/${ledgerFile}`);
      // One that was taken away a moment ago is told as changed.
      const written = new Promise((resolve) => {
        watcher.onDidCreate(resolve);
        watcher.onDidChange(resolve);
      });
      assert.ok(await untitled.save());
      await written;
      watcher.dispose();
      assert.match(await ledger(), /^\{"draft":"new\.md","quantity":"count 12",.*\}\n$/);
    });
  });

  it('goes with a draft that is renamed', async () => {
    await write('story.md', 'Twelve law enforcement officers were killed in Kazakhstan in January 2022.\n');
    const before = await vscode.workspace.openTextDocument(inDesk('story.md'));
    await vscode.window.showTextDocument(before, { preview: false });
    const isFlagged = (found: readonly vscode.Diagnostic[]) => found.some(({ code }) => code === 'refuted-figure');
    await diagnostics(before.uri, 'a warning', isFlagged);
    await run('Let “Twelve” stand', before.uri, rangeOf(before, 'Twelve'));
    await diagnostics(before.uri, 'no warning', (found) => !isFlagged(found));
    let text = '';
    const read = new vscode.EventEmitter<void>();
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${ledgerFile}`);
    const look = async () => {
      text = await ledger();
      read.fire();
    };
    const listeners = [watcher, watcher.onDidChange(look), watcher.onDidCreate(look)];
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(inDesk('story.md'), inDesk('final.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(
      'the record to move',
      read.event,
      () => text,
      (now) => now.includes('"final.md"') && !now.includes('story.md'),
    );
    for (const listener of listeners) listener.dispose();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(draft);
    await remove('final.md');
  });

  /** Takes an action by its title, as the menu at a place has it. An answer that something overtakes is empty, and is asked for again. */
  async function run(title: string, uri = draft.uri, range = twelve): Promise<void> {
    let offered: string[] = [];
    for (let tries = 0; tries < 20; tries++) {
      const actions = await actionsAt(uri, range);
      const command = actions.find((action) => action.title === title)?.command;
      if (command) return vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      offered = actions.map((action) => action.title);
    }
    assert.fail(`${title} is not among ${offered.join(', ')}`);
  }

  async function actionsAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
    try {
      return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, vscode.CodeActionKind.QuickFix.value);
    } catch (error) {
      if (error instanceof vscode.CancellationError || String(error).includes('Canceled')) return [];
      throw error;
    }
  }

  function flags(text: string): (found: readonly vscode.Diagnostic[]) => boolean {
    return (found) => found.some(({ range }) => draft.getText(range) === text);
  }

  async function ledger(): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(inDesk(ledgerFile)));
  }
});
