/** Keeps the folders' settings as the editor and their files have them, and has done what follows from a change of them. */
import type { Connection } from 'vscode-languageserver';
import { settingsSection } from '../protocol/settings.ts';
import type { Client } from './client.ts';
import type { Files } from './runtime.ts';
import { type LoadedSettings, loadSettings } from './settings.ts';
import type { Telling } from './telling.ts';
import type { Folder, Workspace } from './workspace.ts';

/** What settings bear on. */
export interface ConfigurationEvents {
  /** A folder's settings are others than they were before. */
  changed(before: Folder['settings']): void;
  /** Whether something is wrong with a folder's settings is another answer by now. */
  statusChanged(): void;
  /** A folder's ledger is to be read, too. */
  loadLedger(folder: Folder): Promise<void>;
  /** Which files are sources may have changed. */
  scan(folder: Folder): Promise<void>;
  /** What is to be watched may have changed. */
  watch(): Promise<void>;
  failed(error: unknown): void;
}

export class Configuration {
  /** What the client last said the settings are, where it cannot be asked. */
  private given: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly client: Pick<Client, 'configuration' | 'settings' | 'translate'>,
    private readonly files: Pick<Files, 'stat' | 'read'>,
    private readonly workspace: Workspace,
    private readonly telling: Pick<Telling, 'once' | 'file'>,
    private readonly events: ConfigurationEvents,
  ) {
    this.given = client.settings;
  }

  /** `settings` is all that clients which cannot be asked have to say. */
  changed(settings: unknown): Promise<void> {
    const section = typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>)[settingsSection] : undefined;
    if (section !== undefined) this.given = section;
    return this.reload(this.workspace.folders);
  }

  /** Reads folders' settings, and where they changed, which files are sources and what they say. */
  async reload(folders: readonly Folder[]): Promise<void> {
    const loads = folders.map(async (folder) => {
      const loading = this.load(folder);
      folder.ready = loading.then(
        () => undefined,
        () => undefined,
      );
      const scanning = loading.then(() => (this.workspace.has(folder) ? this.events.scan(folder) : undefined));
      folder.listed = scanning.catch(() => undefined);
      await scanning;
      folder.wasListed = true;
    });
    await Promise.allSettled(folders.map(({ ready }) => ready));
    await this.events.watch();
    for (const load of await Promise.allSettled(loads)) if (load.status === 'rejected') this.events.failed(load.reason);
  }

  private async load(folder: Folder): Promise<void> {
    const turn = ++folder.loads;
    const editor = this.client.configuration ? await this.editorSettings(folder) : this.given;
    const [loaded] = await Promise.all([
      loadSettings(folder.uri, editor, this.files, this.client.translate),
      this.events.loadLedger(folder),
    ]);
    // What was asked for later counts, whichever answer comes first.
    if (turn !== folder.loads || !this.workspace.has(folder)) return;
    this.tell(folder, loaded);
    const changed = JSON.stringify(loaded.settings) !== JSON.stringify(folder.settings);
    if (!changed) return;
    const before = folder.settings;
    folder.settings = loaded.settings;
    this.events.changed(before);
  }

  private async editorSettings(folder: Folder): Promise<unknown> {
    try {
      return await this.connection.workspace.getConfiguration({ scopeUri: folder.uri, section: settingsSection });
    } catch (error) {
      this.events.failed(error);
      return undefined;
    }
  }

  /** Tells of broken settings: in the settings file at their place, the editor's once in a message. */
  private tell(folder: Folder, { editorProblems, file }: LoadedSettings): void {
    const troubled = editorProblems.length > 0 || file.problems.length > 0;
    for (const problem of editorProblems) this.telling.once(problem);
    this.telling.file(file);
    if (folder.troubled === troubled) return;
    folder.troubled = troubled;
    this.events.statusChanged();
  }
}
