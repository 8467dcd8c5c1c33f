/** Commands of the side bar and the walkthrough that change something: the sample desk is set up, a file is left out of the sources. */
import { applyEdits, modify } from 'jsonc-parser';
import { ConfigurationTarget, commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import { settingsFile, settingsSection } from '../server/protocol.ts';
import type { Settings } from './settings.ts';
import type { Node } from './views/tree.ts';

/** @param extension the folder that the extension is installed in */
export function registerCommands(extension: Uri, settings: Settings): Disposable {
  return Disposable.from(
    commands.registerCommand('secondSource.openSample', () => openSample(extension)),
    commands.registerCommand('secondSource.revealSource', ({ file }: Node) =>
      file ? commands.executeCommand('revealInExplorer', Uri.parse(file)) : undefined,
    ),
    commands.registerCommand('secondSource.leaveOut', ({ file }: Node) => (file ? leaveOut(Uri.parse(file), settings) : undefined)),
  );
}

/** Copies the sample desk to a folder of the writer's choice, and opens it there. */
async function openSample(extension: Uri): Promise<void> {
  const [parent] = (await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('Where to put the sample desk'),
    openLabel: l10n.t('Put It Here'),
  })) ?? [undefined];
  if (!parent) return;
  const desk = await freeName(Uri.joinPath(parent, 'second-source-sample'));
  await workspace.fs.copy(Uri.joinPath(extension, 'corpus'), desk);
  await commands.executeCommand('vscode.openFolder', desk, { filesToOpen: [Uri.joinPath(desk, 'draft.md')] });
}

/** The address of a folder, with a number behind it where there is one of that name: nothing is ever written over. */
async function freeName(wanted: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const uri = number === 1 ? wanted : wanted.with({ path: `${wanted.path}-${number}` });
    try {
      await workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
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
