/** The packaged extension, installed as a reader of the marketplace would have it, starts on a draft. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../../package.json';

describe('the package', () => {
  const extension = vscode.extensions.getExtension(`${manifest.publisher}.${manifest.name}`);

  it('is installed, not under development', () => {
    assert.ok(extension, 'VS Code does not know the extension');
    assert.match(extension.extensionPath, /[\\/]extensions[\\/]second-source\.second-source-[\d.]+/);
  });

  it('activates', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
