/** The settings as the client needs them: which files are sources, and which documents are drafts. The server checks their values. */
import { parse } from 'jsonc-parser';
import {
  Disposable,
  EventEmitter,
  type LogOutputChannel,
  languages,
  RelativePattern,
  type TextDocument,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { settingsFile, settingsSection } from '../server/protocol/settings.ts';

/** The languages that `package.json` starts the extension for, and the default of `secondSource.drafts`. */
export const draftLanguages: readonly string[] = ['markdown', 'plaintext', 'restructuredtext', 'asciidoc', 'latex', 'tex'];

/** What a folder's settings come to: the file at its root wins over the editor, key by key. */
export interface FolderSettings {
  /** Globs of files that are sources. */
  readonly sources: readonly string[];
  /** Globs of files that are none, though `sources` matches them. */
  readonly exclude: readonly string[];
  /** Language identifiers. */
  readonly drafts: readonly string[];
}

export class Settings implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Fires after the settings of any folder, or the folders, have changed. */
  readonly onDidChange = this.changed.event;
  /** By folder: what its settings file holds; nothing where there is no such file. */
  private files = new Map<string, Record<string, unknown>>();
  private readonly disposable: Disposable;

  constructor(private readonly log: LogOutputChannel) {
    const watcher = workspace.createFileSystemWatcher(`**/${settingsFile}`);
    const reload = () => this.reload();
    this.disposable = Disposable.from(
      this.changed,
      watcher,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
      watcher.onDidDelete(reload),
      workspace.onDidChangeWorkspaceFolders(reload),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingsSection)) this.changed.fire();
      }),
    );
  }

  /** Reads the settings files again. Never rejects: what cannot be read counts as empty, and the server tells why. */
  async reload(): Promise<void> {
    const folders = workspace.workspaceFolders ?? [];
    const entries = await Promise.all(folders.map(async (folder) => [key(folder), await this.read(folder)] as const));
    this.files = new Map(entries.flatMap(([name, given]) => (given ? [[name, given]] : [])));
    this.changed.fire();
  }

  /** Whether the folder has a settings file. */
  hasFile(folder: WorkspaceFolder): boolean {
    return this.files.has(key(folder));
  }

  /** Whether the folder's settings file has a key, which then wins over the editor. */
  fileSays(folder: WorkspaceFolder, name: string): boolean {
    return Object.hasOwn(this.files.get(key(folder)) ?? {}, name);
  }

  /** A folder's settings; without a folder those of untitled drafts. */
  of(folder: WorkspaceFolder | undefined): FolderSettings {
    const editor = workspace.getConfiguration(settingsSection, folder);
    const file = folder && this.files.get(key(folder));
    const list = (name: string) => strings(file?.[name]) ?? strings(editor.get(name)) ?? [];
    return { sources: list('sources'), exclude: list('exclude'), drafts: list('drafts') };
  }

  /** Every language that a draft may have in any folder, the default ones always. */
  languages(): string[] {
    const folders = [undefined, ...(workspace.workspaceFolders ?? [])];
    return [...new Set([...draftLanguages, ...folders.flatMap((folder) => this.of(folder).drafts)])].sort();
  }

  /** Whether a document is a draft: of a draft's language, saved or untitled, and no source. */
  isDraft(document: TextDocument): boolean {
    const { uri, languageId } = document;
    if (uri.scheme !== 'file' && uri.scheme !== 'untitled') return false;
    const folder = workspace.getWorkspaceFolder(uri);
    const { sources, exclude, drafts } = this.of(folder);
    if (!drafts.includes(languageId)) return false;
    if (!folder) return true;
    const matches = (glob: string) => languages.match({ pattern: new RelativePattern(folder, glob) }, document) > 0;
    return !sources.some(matches) || exclude.some(matches);
  }

  dispose(): void {
    this.disposable.dispose();
  }

  private async read(folder: WorkspaceFolder): Promise<Record<string, unknown> | undefined> {
    const uri = Uri.joinPath(folder.uri, settingsFile);
    let bytes: Uint8Array;
    try {
      bytes = await workspace.fs.readFile(uri);
    } catch {
      return undefined;
    }
    try {
      const value: unknown = parse(new TextDecoder().decode(bytes));
      return typeof value === 'object' && value !== null ? { ...value } : {};
    } catch (error) {
      this.log.warn(`${uri.fsPath}: ${error}`);
      return {};
    }
  }
}

function key(folder: WorkspaceFolder): string {
  return folder.uri.toString();
}

function strings(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string' && entry !== '') : undefined;
}
