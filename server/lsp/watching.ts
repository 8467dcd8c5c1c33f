/** Asks the client to tell of changed sources, bibliographies and settings, and again whenever the globs or folders change. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver';
import { ledgerFile } from '../protocol/decisions.ts';
import { settingsFile } from '../protocol/settings.ts';
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
        for (const watched of withFolders(glob)) globs.add(watched);
      }
      return [...globs].map((pattern) => ({
        globPattern: this.client.relativePatterns ? { baseUri: uri, pattern } : `**/${pattern}`,
      }));
    });
  }
}

/**
 * A glob, those of the folders on the way to what it matches, and what is in them: of a folder that is renamed or deleted nothing is told
 * but that, and a plain folder name stands for what is in it.
 */
function withFolders(glob: string): string[] {
  const parts = glob.split('/').filter((part) => part !== '' && part !== '.');
  const found: string[] = [];
  for (const [at, part] of parts.entries()) {
    // Braces may hold slashes; below `**` everything is watched.
    if (part === '**' || part.includes('{')) return [...found, [...parts.slice(0, at), '**'].join('/')];
    found.push(parts.slice(0, at + 1).join('/'));
  }
  return [...found, [...parts, '**'].join('/')];
}
