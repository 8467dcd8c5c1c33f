/** The workspace's folders, each with a library, settings and a state of its own. */
import { defaults, type Settings } from '../engine/config/settings.ts';
import { english } from '../engine/lexicon/en.ts';
import { Library } from '../engine/library.ts';
import type { Article, Uri } from '../engine/model.ts';
import type { FolderState, FolderStatus } from '../protocol/status.ts';
import type { Bibliographies, Files, Runtime } from './runtime.ts';
import { nameOf, normalUri, relativePath, schemeOf } from './uris.ts';

/** What decides which of a folder's files are read, and as what. */
interface FolderRuntime extends Pick<Runtime, 'bibliographies'> {
  readonly files: Pick<Files, 'matcher' | 'bibliographyMatcher'>;
}

/** A workspace folder. */
export class Folder {
  readonly library = new Library(english);
  /** The sources as their files gave them, before the bibliographies said more of them. */
  readonly read = new Map<Uri, Article>();
  readonly bibliographies: Bibliographies;
  /** Sources that could not be read, and why. */
  readonly skipped = new Map<Uri, string>();
  /** What each source looked like on the disk when it was last read. */
  readonly stamps = new Map<Uri, string>();
  /** How much of the present run of indexing is done. */
  done = 0;
  total = 0;
  /** Whether something is wrong with the folder's settings. */
  troubled = false;
  /** Whether some sources can be reached through links. */
  hasLinks = false;
  /** Whether it is not open any more. */
  closed = false;
  /** How many times the settings were asked for. */
  loads = 0;
  /** Resolves once the settings have been read for the first time. */
  ready: Promise<void> = Promise.resolve();
  private given: Settings = defaults;
  private isSource: (path: string) => boolean;
  private isBibliography: (path: string) => boolean;
  /** Resolves once the sources have been listed. */
  listed: Promise<void> = Promise.resolve();
  /** Whether they have been. */
  wasListed = false;
  private turn: Promise<unknown> = Promise.resolve();
  /** Those who wait until every source is read. */
  private waiting: (() => void)[] = [];

  constructor(
    readonly uri: Uri,
    readonly name: string,
    private readonly runtime: FolderRuntime,
  ) {
    this.bibliographies = runtime.bibliographies();
    this.isSource = runtime.files.matcher(defaults);
    this.isBibliography = runtime.files.bibliographyMatcher(defaults.exclude);
  }

  /** The same object until a setting changes. */
  get settings(): Settings {
    return this.given;
  }

  set settings(settings: Settings) {
    this.given = settings;
    this.isSource = this.runtime.files.matcher(settings);
    this.isBibliography = this.runtime.files.bibliographyMatcher(settings.exclude);
  }

  /** Whether the folder's globs match a file. */
  hasSource(uri: Uri): boolean {
    const path = relativePath(this.uri, uri);
    return path !== null && this.isSource(path);
  }

  /** Whether a file is one of the folder's bibliographies. */
  hasBibliography(uri: Uri): boolean {
    const path = relativePath(this.uri, uri);
    return path !== null && this.isBibliography(path);
  }

  /** Whether a file is one of them, or was when it was last read. */
  knowsBibliography(uri: Uri): boolean {
    return this.hasBibliography(uri) || this.bibliographies.uris().includes(uri);
  }

  /** All files that were taken for sources or bibliographies: read, left out, or being read. */
  known(): Uri[] {
    const articles = [...this.library.values()].map(({ article }) => article.uri);
    return [...new Set([...articles, ...this.skipped.keys(), ...this.stamps.keys(), ...this.bibliographies.uris()])];
  }

  /** Resolves once all sources that are known of have been read or left out. */
  async allRead(): Promise<void> {
    await this.ready;
    await this.listed;
    if (this.total > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Whether every source that is known of has been read or left out. */
  get isRead(): boolean {
    return this.wasListed && this.total === 0;
  }

  /** Ends a run of indexing where nothing is left to do: between runs both counts are 0. */
  settle(): void {
    if (this.done < this.total) return;
    this.done = this.total = 0;
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Runs `task` when nothing else runs in the folder: a judgement never sees the library change under it. */
  exclusive<T>(task: () => T | Promise<T>): Promise<T> {
    const result = this.turn.then(task);
    this.turn = result.catch(() => undefined);
    return result;
  }

  status(): FolderStatus {
    const skipped = [...this.skipped].map(([uri, reason]) => ({ uri, reason }));
    const { uri, name, done, total } = this;
    return { uri, name, state: this.state(), sources: this.library.size, skipped, done, total };
  }

  private state(): FolderState {
    if (this.total > 0) return 'indexing';
    if (this.troubled || this.skipped.size > 0) return 'trouble';
    return this.library.size > 0 ? 'ready' : 'idle';
  }
}

/** The folders that are open. URIs are in normal spelling here; what clients send is normalised first. */
export class Workspace {
  private readonly byUri = new Map<Uri, Folder>();

  constructor(private readonly runtime: FolderRuntime) {}

  get folders(): readonly Folder[] {
    return [...this.byUri.values()];
  }

  /** Adds a folder; the one that is there where it is known already. */
  add(uri: string, name?: string): Folder {
    const normal = normalUri(uri);
    const folder = this.byUri.get(normal) ?? new Folder(normal, name ?? nameOf(normal), this.runtime);
    this.byUri.set(normal, folder);
    return folder;
  }

  remove(uri: string): Folder | undefined {
    const folder = this.byUri.get(normalUri(uri));
    if (!folder) return undefined;
    this.byUri.delete(folder.uri);
    folder.closed = true;
    return folder;
  }

  has(folder: Folder): boolean {
    return this.byUri.get(folder.uri) === folder;
  }

  /** The innermost folder that holds a document; the first one for an untitled document without a place. */
  folderOf(uri: Uri): Folder | undefined {
    const untitled = schemeOf(uri) === 'untitled';
    const placed = untitled && uri.startsWith('untitled:/') ? `file:${uri.startsWith('untitled://') ? '' : '//'}${uri.slice(9)}` : uri;
    let best: Folder | undefined;
    for (const folder of this.byUri.values()) {
      if (relativePath(folder.uri, placed) !== null && (!best || folder.uri.length > best.uri.length)) best = folder;
    }
    return best ?? (untitled ? this.folders[0] : undefined);
  }

  /** The folders whose source a file is. */
  foldersWithSource(uri: Uri): Folder[] {
    return this.folders.filter((folder) => folder.hasSource(uri));
  }

  /** The innermost of them. */
  folderWithSource(uri: Uri): Folder | undefined {
    const [innermost] = this.foldersWithSource(uri).sort((a, b) => b.uri.length - a.uri.length);
    return innermost;
  }
}
