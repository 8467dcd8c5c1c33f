/** Reads sources, and looks for what is in them, where neither is known: from the editor, from the cache, or from the file itself. */
import type { CancellationToken } from 'vscode-languageserver';
import { analyse } from '../../engine/analysis.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { AnalysedArticle } from '../../engine/library.ts';
import type { Article, Uri } from '../../engine/model.ts';
import { withProse } from '../../engine/packed.ts';
import { postingsOf } from '../../engine/postings.ts';
import { type Caching, type Consulted, LONG } from '../caching.ts';
import type { Kept } from '../fileCache.ts';
import { drive, type FileStat, type Findings, type Reading, type Runtime } from '../runtime.ts';
import { nameOf } from '../uris.ts';
import type { Folder } from '../workspace.ts';
import { sameProse } from './outdated.ts';

/** A file that may be a source or a bibliography of a folder. */
export interface FolderFile {
  readonly folder: Folder;
  readonly uri: Uri;
  /** What the folder's listing says of it, where that is newer than all that was heard of it. */
  readonly listed: boolean | null;
}

/**
 * What was read of a source, with what the cache knows of its file (null where it is not the file that was read), and what was found in the
 * article while other work was done.
 */
export type Read = Reading & { readonly consulted?: Consulted | null; readonly found?: Findings & { readonly article: Article } };

/** What a file holds, as it is on the disk (`stat`) or in the editor, what was made of it before, or why neither can be told. */
type Loaded =
  | { readonly bytes: Uint8Array; readonly stat?: FileStat | null }
  | { readonly kept: Kept; readonly consulted: Consulted }
  | { readonly skipped: string };

/** What the editor has open. */
export interface Editor {
  /** The text of a source that is open; null where it is not. */
  openText(uri: Uri): string | null;
  /** The documents that are open. */
  openUris(): readonly Uri[];
}

export class SourceReader {
  constructor(
    private readonly runtime: Runtime,
    private readonly caching: Caching | null,
    private readonly editor: Editor,
    /** Has a folder's files listed anew. */
    private readonly scan: (folder: Folder) => void,
  ) {}

  /** A source as it is now, or why it cannot be read; null where there is none. */
  async read(file: FolderFile, token: CancellationToken): Promise<Read | null> {
    const { folder, uri } = file;
    if (!folder.hasSource(uri)) return null;
    const loaded = await this.load(file);
    if (loaded && 'kept' in loaded) return { article: loaded.kept.article, consulted: loaded.consulted };
    if (!loaded || 'skipped' in loaded) return loaded;
    const { stat, bytes } = loaded;
    const consulted = stat && this.caching ? await this.caching.byBytes(folder, uri, stat, bytes) : null;
    if (consulted?.kept) return { article: consulted.kept.article, consulted };
    return { ...(await this.runtime.readArticle({ uri, name: nameOf(uri), bytes }, token)), consulted };
  }

  /** A source as `read` gives it, with what was found in it aside, where that is not known and can be done so. */
  async readAndAnalyse(file: FolderFile, token: CancellationToken): Promise<Read | null> {
    const { folder, uri } = file;
    const read = await this.read(file, token);
    if (!read || 'skipped' in read || read.consulted?.kept || !this.runtime.analysts || token.isCancellationRequested) return read;
    const article = await drive(folder.bibliographies.completed(read.article), this.runtime, token);
    const known = folder.library.get(uri);
    if (article.text.length > LONG || (known && sameProse(known.article, article))) return read;
    const found = await this.runtime.analysts.analyse(article);
    return found ? { ...read, found: { ...found, article } } : read;
  }

  /**
   * What there is in an article that was read so: what was found before in the same prose, by this session (`known`) or by one before, else
   * what is found now.
   */
  async findingsIn(
    article: Article,
    known: AnalysedArticle | undefined,
    { consulted, found }: Read,
    token: CancellationToken,
  ): Promise<Partial<Findings> & Pick<Findings, 'analysis'>> {
    if (known && sameProse(known.article, article)) return { analysis: withProse(known.analysis, article) };
    if (found && sameProse(found.article, article)) return { ...found, analysis: withProse(found.analysis, article) };
    const kept = consulted?.kept;
    if (kept?.analysis && kept.postings && sameProse({ ...kept.article, date: kept.date }, article))
      return { analysis: withProse(kept.analysis, article), postings: kept.postings };
    const analysis = await drive(analyse(article, english), this.runtime, token);
    return { analysis, postings: await drive(postingsOf(analysis, english), this.runtime, token) };
  }

  /** What a bibliography says now, or why that cannot be told; null where there is none. */
  async readBibliography(file: FolderFile): Promise<Awaited<ReturnType<Runtime['readBibliography']>> | null> {
    const { folder, uri } = file;
    const loaded = folder.hasBibliography(uri) ? await this.load(file) : null;
    if (loaded && 'bytes' in loaded) return this.runtime.readBibliography({ uri, name: nameOf(uri), bytes: loaded.bytes });
    return loaded && 'skipped' in loaded ? loaded : null;
  }

  /** What a file holds now, or why that cannot be told; null where there is none. An open source's text, saved or not, wins over the file. */
  private async load({ folder, uri, listed }: FolderFile): Promise<Loaded | null> {
    const open = this.editor.openText(uri);
    if (open !== null) {
      folder.stamps.delete(uri);
      return { bytes: new TextEncoder().encode(open) };
    }
    if (listed === false) return null;
    // The stamp is taken first: a change while the file is read makes it stale, never fresh.
    const stat = await this.runtime.files.stat(uri);
    if (listed === null && needsListing(stat, folder, uri)) {
      this.scan(folder);
      return null;
    }
    folder.stamps.set(uri, stat?.stamp ?? '');
    // A film or an archive is not worth reading to be told that it is no article.
    const unsupported = folder.hasBibliography(uri) ? null : this.runtime.unsupported(nameOf(uri));
    if (unsupported !== null && stat !== null) return { skipped: unsupported };
    const consulted = folder.hasBibliography(uri) ? null : ((await this.caching?.byStamp(folder, uri, stat)) ?? null);
    if (consulted?.kept) return { kept: consulted.kept, consulted };
    const file = await this.runtime.files.read(uri);
    // What the file system refuses it may grant another time, though the file be the same.
    if (file && 'skipped' in file) folder.stamps.delete(uri);
    return file && 'bytes' in file ? { ...file, stat } : file;
  }
}

/** A folder is no source, but what is in it may be; and of several links to one file the listing alone tells which counts. */
function needsListing(stat: FileStat | null, folder: Folder, uri: Uri): boolean {
  if (stat === null) return folder.hasLinks;
  return stat.kind === 'directory' || ((stat.isLink || folder.hasLinks) && !folder.stamps.has(uri));
}
