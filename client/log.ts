/** Writes to the log what the status bar has no room for: every source that could not be read, and how many were. */
import { type Disposable, type LogOutputChannel, l10n, Uri, workspace } from 'vscode';
import type { FolderStatus } from '../server/protocol.ts';
import type { Server } from './server.ts';
import { countSources } from './status.ts';

/** Logs what changed in the server's status, each thing once. */
export function logStatus(server: Server, log: LogOutputChannel): Disposable {
  /** By folder: what was said of it last. */
  let said = new Map<string, ReadonlySet<string>>();
  return server.onDidChangeState((state) => {
    if (typeof state === 'string') {
      said = new Map();
      if (state === 'starting') log.info(l10n.t('The server starts.'));
      return;
    }
    for (const folder of state.folders) {
      if (folder.state === 'indexing') continue;
      const before = said.get(folder.uri);
      const lines = new Set([...folder.skipped.map(skippedLine), countLine(folder)]);
      for (const line of lines) {
        if (before?.has(line)) continue;
        if (line === countLine(folder)) log.info(line);
        else log.warn(line);
      }
      said.set(folder.uri, lines);
    }
  });
}

function skippedLine({ uri, reason }: FolderStatus['skipped'][number]): string {
  return `${workspace.asRelativePath(Uri.parse(uri))}: ${reason}`;
}

function countLine({ name, sources }: FolderStatus): string {
  return `${name}: ${countSources(sources)}`;
}
