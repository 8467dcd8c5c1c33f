/** A folder as one that has just been opened would be, and what is told by it: what a server that was kept in step must be like. */
import { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '../../server/engine/analysis.ts';
import { english } from '../../server/engine/lexicon/en.ts';
import type { Library } from '../../server/engine/library.ts';
import { inEnglish } from '../../server/engine/translate.ts';
import { diagnosticsOf } from '../../server/lsp/diagnostics.ts';
import { Drafts } from '../../server/lsp/drafts.ts';
import type { Files, Reading } from '../../server/lsp/runtime.ts';
import { loadSettings } from '../../server/lsp/settings.ts';
import { joinUri, nameOf } from '../../server/lsp/uris.ts';
import { Folder } from '../../server/lsp/workspace.ts';
import { Bibliographies } from '../../server/sources/bibliography.ts';
import { isSupported, unsupported } from '../../server/sources/formats.ts';
import { readArticle } from '../../server/sources/read.ts';
import { finish } from '../engine/check.ts';
import { uriOf } from './client.ts';
import { DRAFT } from './in-step.ts';

type Readable = Pick<Files, 'list' | 'matcher' | 'bibliographyMatcher' | 'read' | 'stat'>;

/** Reads articles by their bytes, and remembers what it read: most files are the same from one look to the next. */
export class Scratch {
  private readonly readings = new Map<string, Promise<{ reading: Reading; analysis: Analysis | null }>>();

  /** A draft is analysed once, and judged anew for each folder that it is given. */
  private readonly drafts = new Drafts({ now: () => 0, pause: async () => undefined }, inEnglish);

  constructor(private readonly files: Readable) {}

  /** A folder as one that has just been opened would be, with what is open in the editor. */
  async folder(path: string, open: ReadonlyMap<string, string>): Promise<Folder> {
    const folder = new Folder(uriOf(path), nameOf(uriOf(path)), { files: this.files, bibliographies: () => new Bibliographies() });
    folder.settings = (await loadSettings(folder.uri, null, this.files, inEnglish)).settings;
    const texts = new Map([...open].map(([each, text]) => [uriOf(each), text]));
    const { paths } = await this.files.list(folder.uri, folder.settings);
    const uris = new Set([...paths.map((each) => joinUri(folder.uri, each)), ...[...texts.keys()].filter((uri) => folder.hasSource(uri))]);
    for (const uri of uris) {
      const text = texts.get(uri);
      const refused = isSupported(nameOf(uri)) ? null : { skipped: unsupported(nameOf(uri)) };
      const file = text === undefined ? (refused ?? (await this.files.read(uri))) : { bytes: new TextEncoder().encode(text) };
      if (file === null) continue;
      const { reading, analysis } = 'skipped' in file ? { reading: file, analysis: null } : await this.read(uri, file.bytes);
      if ('skipped' in reading) folder.skipped.set(uri, reading.skipped);
      else folder.library.set({ article: reading.article, analysis: analysis! });
    }
    return folder;
  }

  /** The diagnostics that a folder's draft gets; none where it is a source of any. */
  async diagnostics(folder: Folder, folders: readonly Folder[]): Promise<unknown> {
    const document = TextDocument.create(joinUri(folder.uri, 'draft.md'), 'markdown', 1, DRAFT);
    if (folders.some((each) => each.hasSource(document.uri))) return [];
    const judged = await this.drafts.judge(document, folder, CancellationToken.None);
    return JSON.parse(JSON.stringify(diagnosticsOf(judged, { relatedInformation: true, translate: inEnglish, sourceTexts: false })));
  }

  private read(uri: string, bytes: Uint8Array): Promise<{ reading: Reading; analysis: Analysis | null }> {
    const key = `${uri}\n${Buffer.from(bytes).toString('base64')}`;
    const known = this.readings.get(key);
    if (known) return known;
    const read = readArticle({ uri, name: nameOf(uri), bytes }).then((reading) => ({
      reading,
      analysis: 'article' in reading ? finish(analyse(reading.article, english)) : null,
    }));
    this.readings.set(key, read);
    return read;
  }
}

/** All that a library can tell, in an order of its own. */
export function toldBy(library: Library): unknown {
  const sources = [...library.values()].sort((a, b) => (a.article.uri < b.article.uri ? -1 : 1));
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const terms = new Set(sources.flatMap(({ topics }) => [...topics]));
  const all = library.all();
  return {
    size: library.size,
    articles: sources.map(({ article }) => article),
    found: sources.map(({ analysis }) => [analysis.passages.length, analysis.claims.length, analysis.names.length]),
    origins: library.sharedOrigins(),
    origin: sources.map(({ origin }) => origin?.id ?? null),
    begun: letters.map((letter) => library.namesBegun(letter, 1000)),
    names: all.namesUnder([...terms, 'tarvik', 'harbour', 'mayor', 'dockers']),
  };
}

/** A folder's sources that are left out, in order. */
export function skippedIn(skipped: Iterable<readonly [string, string]>): (readonly [string, string])[] {
  return [...skipped].sort(([a], [b]) => (a < b ? -1 : 1));
}
