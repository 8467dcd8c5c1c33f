/** The document that shows the text of a saved page, while the page changes, is gone, and comes back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sourceTextScheme } from '../../../server/protocol/sourceTexts.ts';
import { hover, inDesk, openDraft, rangeOf, ready, remove, until, write } from './desk.ts';

const page = (text: string) =>
  `<html><head><title>Protests in the west</title></head><body><article><h1>Protests in the west</h1><p>${text}</p></article></body></html>`;
const killed = page('The interior ministry of Kazakhstan said 26 protesters were killed in the unrest, and nobody asked it who they were.');

describe('the text of a source that is no text file', () => {
  const file = inDesk('sources/saved page.html');
  const uri = file.with({ scheme: sourceTextScheme, path: `${file.path} (text)` });

  before(async () => {
    await openDraft();
    await write('sources/saved page.html', killed);
    await ready(6);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await remove('sources/saved page.html').then(undefined, () => undefined);
    await ready(5);
  });

  it('is shown read-only in a language of its own, and answers as a source', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, sourceTextScheme);
    const said = await hover(document, rangeOf(document, '26 protesters').start);
    assert.match(said, /Socialist Worker/);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    const told = hints.map(({ label, position }) => [
      typeof label === 'string' ? label : label.map(({ value }) => value).join(),
      position.line,
    ]);
    assert.deepEqual(told, [
      ['paragraph 1', 0],
      ['paragraph 2', 2],
    ]);
  });

  it('changes with the file, says that it is gone, and comes back with it', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    const shows = (text: string) =>
      until(
        text,
        vscode.workspace.onDidChangeTextDocument,
        () => document.getText(),
        (now) => now.includes(text),
      );
    await write('sources/saved page.html', killed.replace('26', '28'));
    await shows('28 protesters');
    await remove('sources/saved page.html');
    await shows('There is no text of this source to show.\n\nsources/saved page.html: does not exist');
    await write('sources/saved page.html', killed);
    await shows('26 protesters');
  });

  it('is opened with a passage selected by the command that hovers lead to', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    const wanted = rangeOf(document, '26 protesters');
    const { start, end } = wanted;
    await vscode.commands.executeCommand('secondSource.showPassage', uri.toString(), { start, end });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.deepEqual(vscode.window.activeTextEditor?.selection.isEqual(wanted), true);
    await vscode.commands.executeCommand('secondSource.showPassage', inDesk('draft.md').toString(), { start, end });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString(), 'it opens nothing else');
  });
});
