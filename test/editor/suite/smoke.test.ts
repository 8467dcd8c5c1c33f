/** The extension is in the editor, and starts. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../../package.json';

describe('the extension', () => {
  const extension = vscode.extensions.getExtension(`${manifest.publisher}.${manifest.name}`);

  it('is present', () => {
    assert.ok(extension, 'VS Code does not know the extension');
    assert.equal(extension.packageJSON.version, manifest.version);
  });

  it('activates', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
