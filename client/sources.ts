/** Looks for sources without reading any: the server runs only where there are some. */
import { Disposable, RelativePattern, type WorkspaceFolder, workspace } from 'vscode';
import type { Settings } from './settings.ts';

/** Whether any folder of the workspace has a source, or a settings file, which says that it is meant to have some. */
export async function anySources(settings: Settings): Promise<boolean> {
  for (const folder of diskFolders()) {
    if (settings.hasFile(folder) || (await hasSource(folder, settings))) return true;
  }
  return false;
}

/** Calls back whenever a file appears that may be a source. The settings say what to look for. */
export function onSourceAppeared(settings: Settings, callback: () => void): Disposable {
  const watchers = diskFolders().flatMap((folder) =>
    included(settings.of(folder).sources).map((glob) => {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, glob), false, true, true);
      watcher.onDidCreate(callback);
      return watcher;
    }),
  );
  return Disposable.from(...watchers);
}

async function hasSource(folder: WorkspaceFolder, settings: Settings): Promise<boolean> {
  const { sources, exclude } = settings.of(folder);
  const out = [...exclude, ...sources.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1))];
  const excluded = out.length > 0 ? new RelativePattern(folder, `{${out.join(',')}}`) : null;
  for (const glob of included(sources)) {
    if ((await workspace.findFiles(new RelativePattern(folder, glob), excluded, 1)).length > 0) return true;
  }
  return false;
}

/** The globs that add files, not those that take some out again. A plain folder name stands for what is in it, as for the server. */
function included(globs: readonly string[]): string[] {
  return globs
    .filter((glob) => !glob.startsWith('!'))
    .map((glob) => (glob.endsWith('/') ? glob.slice(0, -1) : glob))
    .map((glob) => (glob.endsWith('**') ? glob : `{${glob},${glob}/**}`));
}

function diskFolders(): WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
