/** Commands of rows of the side bar: a source is shown in the Explorer, or left out of the sources. */
import { applyEdits, modify } from 'jsonc-parser';
import { ConfigurationTarget, commands, Disposable, Uri, workspace } from 'vscode';
import { settingsFile, settingsSection } from '../server/protocol/settings.ts';
import type { Settings } from './settings.ts';
import type { Node } from './views/tree.ts';

export function registerCommands(settings: Settings): Disposable {
  return Disposable.from(
    commands.registerCommand('secondSource.revealSource', ({ file }: Node) =>
      file ? commands.executeCommand('revealInExplorer', Uri.parse(file)) : undefined,
    ),
    commands.registerCommand('secondSource.leaveOut', ({ file }: Node) => (file ? leaveOut(Uri.parse(file), settings) : undefined)),
  );
}

/** Adds a file to what is excluded: in the settings file where that says what is, else in the folder's settings. */
async function leaveOut(uri: Uri, settings: Settings): Promise<void> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) return;
  const path = uri.path.slice(folder.uri.path.length + 1);
  // A letter in brackets stands for itself in a glob, whatever else it may mean there.
  const exclude = [...settings.of(folder).exclude, path.replace(/[*?[\]{}()]/g, '[$&]')];
  if (!settings.fileSays(folder, 'exclude')) {
    await workspace.getConfiguration(settingsSection, folder).update('exclude', exclude, ConfigurationTarget.WorkspaceFolder);
    return;
  }
  const file = Uri.joinPath(folder.uri, settingsFile);
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  const edits = modify(text, ['exclude'], exclude, { formattingOptions: { insertSpaces: true, tabSize: 2 } });
  await workspace.fs.writeFile(file, new TextEncoder().encode(applyEdits(text, edits)));
}
