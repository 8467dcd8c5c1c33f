/** The texts of sources that are no text files, for clients that show them as documents of their own. */
import type { Translate } from '../engine/check.ts';
import { locatorInWords } from '../engine/locator.ts';
import type { Article, Uri } from '../engine/model.ts';
import type { SourcePlace, SourceText } from '../protocol/sourceTexts.ts';
import type { Indexing } from './indexing/indexing.ts';
import type { Files } from './runtime.ts';
import { fileOf, isBelow, normalUri } from './uris.ts';
import type { Workspace } from './workspace.ts';

export class SourceTexts {
  /** The files whose texts the client may show. */
  private readonly asked = new Set<Uri>();

  constructor(
    private readonly workspace: Workspace,
    private readonly indexing: Pick<Indexing, 'caughtUp'>,
    private readonly files: Pick<Files, 'stat'>,
    private readonly translate: Translate,
    /** Tells the client that the text of a document it asked for is another by now. */
    private readonly tell: (uri: Uri) => void,
  ) {}

  /** What a document shows, once its file has been read; null for documents that show no source's text. */
  async of(document: string): Promise<SourceText | null> {
    const file = fileOf(document);
    if (file === normalUri(document)) return null;
    this.asked.add(file);
    await this.workspace.folderOf(file)?.ready;
    const folder = this.workspace.folderWithSource(file);
    await folder?.listed;
    if (folder) await this.indexing.caughtUp(folder, file);
    const article = folder?.library.get(file)?.article;
    if (article) return { original: file, text: article.text, reason: null, places: placesOf(article, this.translate) };
    return { original: file, text: null, reason: folder?.skipped.get(file) ?? (await this.whyNone(file)), places: [] };
  }

  /** A file, or what lies below a folder, reads differently or is no source any more. */
  changed(uri: Uri): void {
    for (const file of this.asked) if (isBelow(uri, file)) this.tell(file);
  }

  private async whyNone(file: Uri): Promise<string> {
    return (await this.files.stat(file)) === null
      ? this.translate('does not exist', {})
      : this.translate('is not one of the sources any more', {});
  }
}

function placesOf({ locators }: Article, translate: Translate): SourcePlace[] {
  return locators.map(({ start, locator }) => ({
    start,
    words: locatorInWords(locator, translate),
    page: 'page' in locator ? locator.physicalPage : null,
  }));
}
