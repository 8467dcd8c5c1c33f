/** Which entry of the bibliographies is a source's, and what the source gets from it. */
import type { Article, CalendarDate, Uri } from '../../engine/model.ts';
import { nameOf, type PlacedEntry } from './entry.ts';

/** How much of a text's beginning, in UTF-16 units, is looked at for its DOI. */
const HEAD = 4000;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]{1,200}/;

/** Entries by all that an article may be known by. Of several that fit the first counts. */
export class Bibliography {
  private readonly byFile = new Map<string, (readonly [path: string, entry: PlacedEntry])[]>();
  private readonly byUrl = new Map<string, PlacedEntry>();
  private readonly byDoi = new Map<string, PlacedEntry>();
  private readonly byTitle = new Map<string, PlacedEntry | null>();

  constructor(entries: readonly PlacedEntry[] = []) {
    for (const entry of entries) this.add(entry);
  }

  add(entry: PlacedEntry): void {
    for (const file of entry.files) {
      const path = file.replaceAll('\\', '/');
      const held = this.byFile.get(lastPart(path));
      if (held) held.push([path, entry]);
      else this.byFile.set(lastPart(path), [[path, entry]]);
    }
    const url = entry.url && plainUrl(entry.url);
    if (url && !this.byUrl.has(url)) this.byUrl.set(url, entry);
    const doi = doiIn(entry.doi ?? '') ?? doiIn(entry.url ?? '');
    if (doi && !this.byDoi.has(doi)) this.byDoi.set(doi, entry);
    const title = entry.title && plainTitle(entry.title);
    // Two works of one title are told apart by other things.
    if (title) this.byTitle.set(title, this.byTitle.has(title) ? null : entry);
  }

  /** The entry of an article: by its file, its URL, its DOI, or its exact title, in this order; null where there is none. */
  entryFor(article: Article): PlacedEntry | null {
    return (
      this.ofFile(article.uri) ??
      (article.url === null ? undefined : this.byUrl.get(plainUrl(article.url))) ??
      this.byDoi.get(doiIn(article.url ?? '') ?? doiIn(article.text.slice(0, HEAD)) ?? '') ??
      (article.title === null ? undefined : this.byTitle.get(plainTitle(article.title))) ??
      null
    );
  }

  private ofFile(uri: Uri): PlacedEntry | undefined {
    const path = decoded(uri);
    for (const [file, entry] of this.byFile.get(lastPart(path)) ?? []) {
      const isAbsolute = file.startsWith('/') || /^[A-Za-z]:\//.test(file);
      // An absolute path may be another computer's; then its last folder tells.
      const wanted = isAbsolute
        ? file.split('/').slice(-2).join('/')
        : file
            .split('/')
            .filter((part) => part !== '.' && part !== '..')
            .join('/');
      if (path.endsWith(wanted.startsWith('/') ? wanted : `/${wanted}`)) return entry;
    }
    return undefined;
  }
}

/** The article with what its entry says; what the entry does not say stays as it was read. */
export function withEntry(article: Article, entry: PlacedEntry): Article {
  return {
    ...article,
    title: entry.title ?? article.title,
    author: entry.authors.map(nameOf).join(', ') || article.author,
    publisher: entry.publisher ?? article.publisher,
    date: finer(entry.date, article.date),
    url: entry.url ?? article.url,
    key: entry.key,
  };
}

/** The entry's date, or the one that was read where that says the same and more. */
function finer(entry: CalendarDate | null, read: CalendarDate | null): CalendarDate | null {
  if (entry === null || read === null) return entry ?? read;
  const isSame =
    entry.year === read.year && (entry.month === null || entry.month === read.month) && (entry.day === null || entry.day === read.day);
  return isSame ? read : entry;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function decoded(uri: Uri): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** A URL without what does not tell one page from another: its scheme, `www.`, a fragment, a last slash, and campaign parameters. */
function plainUrl(url: string): string {
  const [address = ''] = url.trim().split('#', 1);
  const bare = address.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
  const [path = '', query = ''] = bare.split('?', 2);
  const kept = query.split('&').filter((parameter) => parameter !== '' && !/^(?:utm_[a-z]+|fbclid|gclid)=/i.test(parameter));
  const slash = path.indexOf('/');
  const host = (slash < 0 ? path : path.slice(0, slash)).toLowerCase();
  let end = path.length;
  while (end > 0 && path.charAt(end - 1) === '/') end--;
  return `${host}${slash < 0 ? '' : path.slice(slash, Math.max(slash, end))}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** A DOI in lower case, as DOIs are compared; null where there is none. */
function doiIn(text: string): string | null {
  const [found] = DOI.exec(text) ?? [];
  return found === undefined ? null : found.replace(/[.,;:)\]}]{1,8}$/, '').toLowerCase();
}

/** A title but for its case, its quotation marks and its white space; empty where it is one word, which many works may have. */
function plainTitle(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .split(/\s+/u)
    .filter(Boolean);
  return words.length > 1 ? words.join(' ') : '';
}
