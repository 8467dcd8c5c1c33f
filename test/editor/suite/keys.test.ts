/** The keys of the extension take none from the editor. */
import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import manifest from '../../../package.json';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** VS Code shows its own keys, with those of all extensions, as this document. */
async function everyKey(): Promise<Binding[]> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
  return parse(document.getText(), [], { allowTrailingComma: true });
}

/** One way to write a chord: its modifiers in order. */
function plain(key: string): string {
  const stroke = (each: string) => each.split('+').sort().join('+');
  return key.toLowerCase().split(' ').map(stroke).join(' ');
}

describe('the keys', () => {
  it('are nobody else’s, nor the beginning of anybody else’s', async () => {
    const all = await everyKey();
    assert.ok(all.length > 300, `only ${all.length} keys are known`);
    // Keys beside these stand in for what the editor cannot do where they count: no text of ours has implementations to go to.
    const own = manifest.contributes.keybindings.filter(({ when }) => when.includes('secondSource.inDraft')).map(({ key }) => plain(key));
    assert.ok(own.length > 4);
    // Ours are for the text of a draft, where the keyboard types: keys for elsewhere, such as a notebook's list of cells, are no others.
    const isElsewhere = (when: string) => when.includes('!inputFocus') || when.includes('notebookCellListFocused');
    const others = all.filter(({ command, when = '' }) => !command.replace(/^-/, '').startsWith('secondSource.') && !isElsewhere(when));
    const taken = others.filter(({ key }) => own.some((each) => plain(key) === each || plain(key).startsWith(`${each} `)));
    assert.deepEqual(taken, []);
  });
});
