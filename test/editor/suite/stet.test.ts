/** What the writer lets stand, in VS Code: through the actions at a finding, in the ledger, and back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ledgerFile } from '../../../server/protocol.ts';
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
    await remove(ledgerFile).then(undefined, () => undefined);
    await diagnostics(draft.uri, 'all findings again', (found) => flags('Twelve')(found) && flags('Nurlan Nogaev')(found));
  });

  it('is flagged no more, is one line of the ledger, and can be checked again', async () => {
    await run('Let “Twelve” stand');
    await diagnostics(draft.uri, 'no warning on Twelve', (found) => !flags('Twelve')(found) && flags('Nurlan Nogaev')(found));
    const lines = (await ledger()).trimEnd().split('\n');
    assert.equal(lines.length, 1);
    const { when, ...record } = JSON.parse(lines[0]!);
    assert.match(when, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(record, {
      draft: 'draft.md',
      quantity: 'count 12',
      measures: 'law enforcement officers killed',
      ordinal: 1,
      decision: 'stet',
    });
    const said = await hover(draft, twelve.start);
    assert.match(said, /No source agrees/);
    assert.match(said, /Let stand on \d+ \w+ \d{4}\./);
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

  it('goes with a draft that is renamed', async () => {
    await write('story.md', 'Twelve law enforcement officers were killed in Kazakhstan in January 2022.\n');
    const before = await vscode.workspace.openTextDocument(inDesk('story.md'));
    await vscode.window.showTextDocument(before, { preview: false });
    const isFlagged = (found: readonly vscode.Diagnostic[]) => found.some(({ code }) => code === 'refuted-figure');
    await diagnostics(before.uri, 'a warning', isFlagged);
    await run('Let “Twelve” stand', before.uri, rangeOf(before, 'Twelve'));
    await diagnostics(before.uri, 'no warning', (found) => !isFlagged(found));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(inDesk('story.md'), inDesk('final.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${ledgerFile}`);
    let text = '';
    const read = async () => {
      text = await ledger();
    };
    const events = new vscode.EventEmitter<void>();
    const listener = watcher.onDidChange(() => read().then(() => events.fire()));
    await read();
    await until(
      'the record to move',
      events.event,
      () => text,
      (now) => now.includes('"final.md"') && !now.includes('story.md'),
    );
    listener.dispose();
    watcher.dispose();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(draft);
    await remove('final.md');
  });

  /** Takes an action by its title, as the menu at a place has it, once it is there. */
  async function run(title: string, uri = draft.uri, range = twelve): Promise<void> {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find((each) => each.title === title);
    assert.ok(action?.command, `${title} is not among ${actions.map((each) => each.title).join(', ')}`);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }

  function flags(text: string): (found: readonly vscode.Diagnostic[]) => boolean {
    return (found) => found.some(({ range }) => draft.getText(range) === text);
  }

  async function ledger(): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(inDesk(ledgerFile)));
  }
});
