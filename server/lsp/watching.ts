/** Asks the client to tell of changed sources, bibliographies and settings, and again whenever the globs or folders change. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver';
import { ledgerFile, settingsFile } from '../protocol.ts';
import type { Client } from './client.ts';
import type { Workspace } from './workspace.ts';

export class Watching {
  private registered: Promise<Disposable> | null = null;
  private patterns = '';

  constructor(
    private readonly connection: Connection,
    private readonly client: Pick<Client, 'registersWatchers' | 'relativePatterns'>,
    private readonly workspace: Workspace,
    private readonly bibliographyGlobs: readonly string[],
  ) {}

  /** Registers what is to be watched now. Clients that cannot be asked watch what they were set up for. */
  async update(): Promise<void> {
    if (!this.client.registersWatchers) return;
    const watchers = this.watchers();
    const patterns = JSON.stringify(watchers);
    if (patterns === this.patterns) return;
    this.patterns = patterns;
    const before = this.registered;
    this.registered = watchers.length > 0 ? this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }) : null;
    // The new ones are there first, so that no change falls between.
    await this.registered;
    (await before)?.dispose();
  }

  private watchers(): FileSystemWatcher[] {
    return this.workspace.folders.flatMap(({ uri, settings }) => {
      const globs = new Set([settingsFile, ledgerFile, ...this.bibliographyGlobs]);
      for (const glob of settings.sources) {
        if (glob.startsWith('!')) continue;
        globs.add(glob);
        // A plain folder name stands for what is in it.
        if (!glob.endsWith('**')) globs.add(`${glob.endsWith('/') ? glob.slice(0, -1) : glob}/**`);
      }
      return [...globs].map((pattern) => ({
        globPattern: this.client.relativePatterns ? { baseUri: uri, pattern } : `**/${pattern}`,
      }));
    });
  }
}
