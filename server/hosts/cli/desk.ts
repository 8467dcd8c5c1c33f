/** A library with the sources that the settings or the command line name, each file read and analysed once. */
import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse } from '../../engine/analysis.ts';
import { finish } from '../../engine/finish.ts';
import { english } from '../../engine/lexicon/en.ts';
import { type AnalysedArticle, Library } from '../../engine/library.ts';
import type { Article, Uri } from '../../engine/model.ts';
import type { PlacedEntry } from '../../sources/bibliography/entry.ts';
import { withEntry } from '../../sources/bibliography/match.ts';
import { Bibliographies } from '../../sources/bibliography.ts';
import { isSupported, unsupported } from '../../sources/formats.ts';
import { listBibliographies, listSources, matchesSources, readSource } from '../files.ts';
import { readArticle, readBibliography } from '../reading.ts';
import type { Configuration } from './configuration.ts';

/** A source that could not be read, and why. */
export interface Skipped {
  readonly uri: Uri;
  readonly path: string;
  readonly reason: string;
}

/** The library that a draft is held against. */
export interface Desk {
  readonly library: Library;
  /** The sources' paths for the reader: relative to the folder they were found in, with `/`. */
  readonly paths: ReadonlyMap<Uri, string>;
  readonly skipped: readonly Skipped[];
  /** The entries that bibliographies have for the sources. */
  readonly entries: ReadonlyMap<Uri, PlacedEntry>;
}

/** The URI of a file, the same through every link to it. */
export async function uriOf(path: string): Promise<Uri> {
  return pathToFileURL(await realpath(path).catch(() => resolve(path))).href;
}

/** Builds desks; sources that two of them share are read once. */
export class Desks {
  private readonly read = new Map<Uri, Promise<Article | string | null>>();
  /** By article and the entry that it has its metadata from. */
  private readonly analysed = new Map<string, AnalysedArticle>();
  private readonly built = new Map<string, Promise<Desk>>();

  /** @param folders those of `--sources`; where there are none, the settings' globs in the settings' folder decide */
  constructor(private readonly folders: readonly string[]) {}

  /** The desk that a configuration asks for; null where neither it nor the command line names any sources. */
  of(configuration: Configuration): Promise<Desk> | null {
    if (this.folders.length === 0 && configuration.folder === null) return null;
    const key = configuration.folder ?? '';
    const known = this.built.get(key);
    if (known) return known;
    const building = this.build(configuration);
    this.built.set(key, building);
    return building;
  }

  private async build(configuration: Configuration): Promise<Desk> {
    const library = new Library(english);
    const paths = new Map<Uri, string>();
    const skipped: Skipped[] = [];
    const entries = new Map<Uri, PlacedEntry>();
    const bibliographies = await this.bibliographies(configuration, skipped);
    for (const { folder, path } of await this.list(configuration)) {
      const uri = await uriOf(join(folder, path));
      if (paths.has(uri)) continue;
      paths.set(uri, path);
      const article = await this.source(uri, join(folder, path));
      // It was there when the folder was listed.
      if (article === null) continue;
      if (typeof article === 'string') {
        skipped.push({ uri, path, reason: article });
        continue;
      }
      const entry = finish(bibliographies.entryFor(article));
      if (entry) entries.set(uri, entry);
      library.set(this.analyse(article, entry));
    }
    return { library, paths, skipped, entries };
  }

  /** What the bibliographies in the folders of the sources and in the settings' folder hold. */
  private async bibliographies({ settings, folder }: Configuration, skipped: Skipped[]): Promise<Bibliographies> {
    const bibliographies = new Bibliographies();
    const seen = new Set<Uri>();
    for (const each of new Set([...this.folders, ...(folder === null ? [] : [folder])])) {
      for (const path of await listBibliographies(each, each === folder ? settings.exclude : [])) {
        const uri = await uriOf(join(each, path));
        if (seen.has(uri)) continue;
        seen.add(uri);
        const file = await readSource(join(each, path));
        if (file === null) continue;
        const reading = 'skipped' in file ? file : await readBibliography({ uri, name: path, bytes: file.bytes });
        if ('skipped' in reading) skipped.push({ uri, path, reason: reading.skipped });
        else bibliographies.set(uri, reading.entries);
      }
    }
    return bibliographies;
  }

  private analyse(read: Article, entry: PlacedEntry | null): AnalysedArticle {
    const key = JSON.stringify([read.uri, entry]);
    const known = this.analysed.get(key);
    if (known) return known;
    const article = entry ? withEntry(read, entry) : read;
    const analysed = { article, analysis: finish(analyse(article, english)) };
    this.analysed.set(key, analysed);
    return analysed;
  }

  private async list({ settings, folder }: Configuration): Promise<{ folder: string; path: string }[]> {
    if (this.folders.length === 0) return (await listSources(folder!, settings)).paths.map((path) => ({ folder: folder!, path }));
    const isExcluded =
      folder === null ? () => false : excludedBelow(folder, matchesSources({ sources: settings.exclude.map(bare), exclude: [] }));
    const found: { folder: string; path: string }[] = [];
    for (const each of this.folders) {
      const { paths } = await listSources(each, { sources: ['**'], exclude: [] });
      found.push(...paths.filter((path) => !isExcluded(join(each, path))).map((path) => ({ folder: each, path })));
    }
    return found;
  }

  private source(uri: Uri, path: string): Promise<Article | string | null> {
    const known = this.read.get(uri);
    if (known) return known;
    const reading = readOne(uri, path);
    this.read.set(uri, reading);
    return reading;
  }
}

/** The article, or why there is none; null where the file is gone. */
async function readOne(uri: Uri, path: string): Promise<Article | string | null> {
  // A film or an archive is not worth reading to be told that it is no article.
  if (!isSupported(path)) return unsupported(path);
  const file = await readSource(path);
  if (file === null) return null;
  if ('skipped' in file) return file.skipped;
  const reading = await readArticle({ uri, name: path, bytes: file.bytes });
  return 'skipped' in reading ? reading.skipped : reading.article;
}

/** Exclusions are relative to the settings' folder, wherever `--sources` leads. */
function excludedBelow(folder: string, matches: (path: string) => boolean): (path: string) => boolean {
  return (path) => matches(relative(folder, resolve(path)).split(sep).join('/'));
}

function bare(glob: string): string {
  return glob.startsWith('!') ? glob.slice(1) : glob;
}
