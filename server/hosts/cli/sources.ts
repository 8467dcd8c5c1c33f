/** The report of `sources`: the library's articles with their metadata, for a person, for programs, or as a bibliography. */
import type { Article } from '../../engine/model.ts';
import { isoDate } from '../../engine/rules/wording.ts';
import { writeBibtex } from '../../sources/bibliography/bibtex.ts';
import { writeCsl } from '../../sources/bibliography/csl.ts';
import { type Creator, type Entry, nameOf } from '../../sources/bibliography/entry.ts';
import type { SourcesFormat } from './arguments.ts';
import type { Desk } from './desk.ts';
import { originLabel, print, sourcesOf } from './json.ts';
import { clean } from './terminal.ts';

const VERSION = 1;

/** A source as its path, what a bibliography says of it, and its origin. */
interface Row {
  readonly path: string;
  readonly entry: Entry;
  readonly origin: string | null;
}

/** The sources in one of the formats, in the order of their paths. */
export function sourcesReport(desk: Desk, format: SourcesFormat): string {
  const rows = rowsOf(desk);
  const entries = rows.map(({ entry }) => entry);
  switch (format) {
    case 'csl':
      return print(writeCsl(entries));
    case 'bibtex':
      return writeBibtex(entries);
    case 'json':
      return print({ version: VERSION, sources: rows.map(jsonOf), skipped: sourcesOf([desk]).skipped });
    case 'text':
      return textOf(rows, desk);
  }
}

function rowsOf(desk: Desk): Row[] {
  const sources = [...desk.library.values()].map((source) => ({ source, path: desk.paths.get(source.article.uri) ?? source.article.uri }));
  sources.sort((a, b) => (a.path < b.path ? -1 : 1));
  const keys = new Keys([...desk.entries.values()].map(({ key }) => key));
  const written = new Map<string, number>();
  return sources.map(({ source, path }) => {
    const { article } = source;
    const known = desk.entries.get(article.uri);
    const authors = known && known.authors.length > 0 ? known.authors : creatorsOf(article.author);
    const { title, publisher, date, url } = article;
    const type = known?.type ?? (publisher === null && url !== null ? 'webpage' : 'article-newspaper');
    const key = known ? again(known.key, written) : keys.of(article, authors);
    const entry: Entry = { key, type, title, authors, publisher, date, url, doi: known?.doi ?? null, files: [path] };
    return { path, entry, origin: source.origin && originLabel(source.origin, desk) };
  });
}

/** The key of an entry that is several sources': a work has one key, and so each but the first is told apart. */
function again(key: string, written: Map<string, number>): string {
  const times = (written.get(key) ?? 0) + 1;
  written.set(key, times);
  return times === 1 ? key : `${key}-${times}`;
}

/** Names as articles give them, in one line. */
function creatorsOf(author: string | null): Creator[] {
  const names = (author ?? '').split(/, | and | & /).filter((name) => name.trim() !== '');
  return names.map((name) => {
    const words = name.trim().split(/\s+/);
    const isPerson = words.length > 1 && words.length < 5 && words.every((word) => /^\p{Lu}/u.test(word));
    return isPerson ? { given: words.slice(0, -1).join(' '), family: words.at(-1)! } : { literal: name.trim() };
  });
}

/** Keys for sources that no bibliography has: author or publication, year, and the title's first word; a letter where that is taken. */
class Keys {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  of({ title, publisher, date }: Article, [first]: readonly Creator[]): string {
    const who = first ? ('family' in first ? first.family : first.literal) : (publisher ?? '');
    const word =
      (title ?? '')
        .split(/\s+/u)
        .map(plain)
        .find((each) => each.length > 3) ?? '';
    const key = `${plain(who)}${date?.year ?? ''}${word}` || 'source';
    let unique = key;
    for (let at = 2; this.taken.has(unique); at++) unique = `${key}-${at}`;
    this.taken.add(unique);
    return unique;
  }
}

/** The letters and digits that every program allows in a key. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24);
}

function jsonOf({ path, entry, origin }: Row) {
  const { key, type, title, authors, publisher, date, url, doi } = entry;
  return { source: path, key, type, title, authors: authors.map(nameOf), publisher, date: date && isoDate(date), url, doi, origin };
}

function textOf(rows: readonly Row[], desk: Desk): string {
  const lines = rows.map(({ path, entry, origin }) => {
    const { key, title, authors, publisher, date } = entry;
    const told = [title && `\u201c${title}\u201d`, authors.map(nameOf).join(', '), publisher, date && isoDate(date)].filter(Boolean);
    return `${clean(path)}  [${clean(key)}]\n    ${clean(told.join(', ') || 'nothing is known of it')}${origin ? `\n    copies of one story: ${clean(origin)}` : ''}\n`;
  });
  const { skipped } = sourcesOf([desk]);
  for (const { path, reason } of skipped) lines.push(`skipped ${clean(path)}: ${clean(reason)}\n`);
  lines.push(`${rows.length} ${rows.length === 1 ? 'source' : 'sources'}${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`);
  return lines.join('');
}
