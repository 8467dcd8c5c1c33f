/** Finds which of a folder's files are to be looked at: those in which its listing and its library differ. */
import type { Uri } from '../../engine/model.ts';
import type { Files } from '../runtime.ts';
import { joinUri } from '../uris.ts';
import type { Folder } from '../workspace.ts';
import type { Editor, FolderFile } from './reading.ts';

/** A scan under way. */
interface Scan {
  /** Whether what it listed may be out of date. */
  again: boolean;
  /** The files that something was heard of since it began to list them. */
  readonly heard: Set<Uri>;
  done: Promise<void>;
}

export class Scanner {
  private readonly scans = new Map<Folder, Scan>();

  constructor(
    private readonly files: Pick<Files, 'list' | 'listBibliographies' | 'stat'>,
    private readonly events: Pick<Editor, 'openUris'> & { statusChanged(): void },
    /** Has a file looked at. */
    private readonly look: (file: FolderFile) => void,
  ) {}

  /**
   * Finds what a folder's library is to be brought in line with. Files that did not change are not looked at again. One scan of a folder
   * runs at a time; those that are asked for meanwhile are one more after it.
   */
  scan(folder: Folder): Promise<void> {
    const running = this.scans.get(folder);
    if (running) {
      running.again = true;
      return running.done;
    }
    const scan: Scan = { again: false, heard: new Set(), done: Promise.resolve() };
    this.scans.set(folder, scan);
    scan.done = (async () => {
      try {
        do {
          scan.again = false;
          scan.heard.clear();
          await this.scanOnce(folder, scan);
        } while (scan.again && !folder.closed);
      } finally {
        this.scans.delete(folder);
      }
    })();
    return scan.done;
  }

  /** Something was heard of a file: of what a scan under way has listed, it may tell what was before. */
  heard(folder: Folder, uri: Uri): void {
    this.scans.get(folder)?.heard.add(uri);
  }

  private async scanOnce(folder: Folder, scan: Scan): Promise<void> {
    const { settings } = folder;
    const [bibliographies, { paths, hasLinks }] = await Promise.all([
      this.files.listBibliographies(folder.uri, settings.exclude),
      this.files.list(folder.uri, settings),
    ]);
    // With the bibliographies read first no source is looked at twice.
    const wanted = new Set([...bibliographies, ...paths].map((path) => joinUri(folder.uri, path)));
    const stamps = new Map<Uri, string | undefined>();
    for (const uri of wanted) if (folder.stamps.has(uri)) stamps.set(uri, (await this.files.stat(uri))?.stamp);
    // Settings that changed meanwhile bring a scan of their own.
    if (folder.closed || scan.again || settings !== folder.settings) return;
    folder.hasLinks = hasLinks;
    // What is open in the editor may not be on the disk, or not any more.
    for (const uri of this.events.openUris()) {
      if (!folder.hasSource(uri)) continue;
      scan.heard.add(uri);
      this.look({ folder, uri, listed: null });
    }
    // Of what was heard of since the listing began, the listing may tell what was before.
    for (const uri of folder.known()) if (!wanted.has(uri) && !scan.heard.has(uri)) this.look({ folder, uri, listed: false });
    for (const uri of wanted) {
      if (scan.heard.has(uri)) continue;
      const stamp = folder.stamps.get(uri);
      if (stamp === undefined || stamp !== stamps.get(uri)) this.look({ folder, uri, listed: true });
    }
    this.events.statusChanged();
  }
}
