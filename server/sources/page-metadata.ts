/** What a web page says of itself: in JSON-LD, in `meta` elements, in microdata, in the marks that browsers leave when they save it. */
import type { CalendarDate } from '../engine/model.ts';
import { readByline } from './byline.ts';
import { readDate } from './dates.ts';
import { type DomDocument, type DomElement, wordsOf } from './dom.ts';
import type { Stated } from './extracted.ts';

/** schema.org's types of pages that are somebody's text, the most telling first; others (organisations, breadcrumbs) say nothing of it. */
const ARTICLES = /(?:Article|Posting|Report|Review|PressRelease|Book|Thesis|Interview)$/;
const PAGES = /(?:WebPage|CreativeWork|MediaObject|VideoObject|Dataset)$/;
/** So deep are JSON-LD's values looked at. */
const DEEPEST = 6;

/** Title, author, publication, date and address, each from the most reliable mark that has it. */
export function pageMetadata(page: DomDocument, html: string): Stated {
  const meta = metaOf(page);
  const ld = linkedData(page);
  const byMeta = (...names: string[]): string | null => names.map((name) => meta.get(name)).find(Boolean) ?? null;
  const publisher =
    nameOf(ld.publisher) ??
    byMeta('citation_journal_title', 'og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'article:publisher_name') ??
    microdata(page, '[itemprop~=publisher]', '[itemprop~=name]') ??
    byMeta('application-name', 'twitter:app:name:iphone');
  const title =
    textOf(ld.headline) ??
    byMeta('citation_title', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'headline', 'title') ??
    microdata(page, '[itemprop~=headline]') ??
    (wordsOf(page.querySelector('head title, title')) || null) ??
    textOf(ld.name);
  const split = title === null ? null : withoutSite(title, publisher, headingOf(page));
  // Where the title comes from elsewhere, the page's own may still add the site's name to it.
  const window = wordsOf(page.querySelector('head title, title'));
  const site = split?.site ?? (window && withoutSite(window, publisher, split?.title ?? null).site);
  return {
    title: split?.title ?? headingOf(page),
    author: authorOf(page, ld, meta, publisher),
    publisher: publisher ?? (site || null),
    date: dateOf(page, ld, byMeta),
    url: urlOf(page, ld, byMeta, html),
  };
}

/** The page's `meta` elements by name in lower case; the first of each, authors joined. */
function metaOf(page: DomDocument): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '').toLowerCase();
    const content = plain(element.getAttribute('content'));
    if (name === '' || content === null) continue;
    const known = found.get(name);
    if (known === undefined) found.set(name, content);
    else if (name === 'citation_author' || name === 'dc.creator') found.set(name, `${known}; ${content}`);
  }
  return found;
}

type Linked = Readonly<Record<string, unknown>>;

/** The JSON-LD object that is the article; an empty one where there is none. */
function linkedData(page: DomDocument): Linked {
  const found: Linked[] = [];
  for (const script of page.querySelectorAll('script')) {
    if (!/^application\/ld\+json/i.test(script.getAttribute('type') ?? '')) continue;
    try {
      collect(JSON.parse((script.textContent ?? '').replace(/^\s*[<]!--|--[>]\s*$/g, '').replace(/[\n\r\t]/g, ' ')), found, 0);
    } catch {
      // What is malformed says nothing; the page has other marks.
    }
  }
  const ofType = (types: RegExp) =>
    found.find((each) => [each['@type']].flat().some((type) => typeof type === 'string' && types.test(type)));
  return ofType(ARTICLES) ?? ofType(PAGES) ?? {};
}

function collect(value: unknown, found: Linked[], depth: number): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, found, depth + 1);
    return;
  }
  const object = value as Linked;
  if (object['@type'] !== undefined) found.push(object);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collect(object[key], found, depth + 1);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? plain(value) : null;
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) return nameOf(value[0]);
  if (typeof value === 'object' && value !== null) return textOf((value as Linked).name);
  return notUrl(textOf(value));
}

/** Entities that publishers leave in attributes and JSON, and white space. */
function plain(value: string | null): string | null {
  if (value === null) return null;
  const text = value
    .replace(/&(amp|quot|#0?39|apos|nbsp|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? "'")
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' || text.length > 2000 ? null : text;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', nbsp: ' ', lt: '<', gt: '>' };

function notUrl(value: string | null): string | null {
  return value !== null && /^(?:https?:)?\/\//.test(value) ? null : value;
}

function authorOf(page: DomDocument, ld: Linked, meta: ReadonlyMap<string, string>, publisher: string | null): string | null {
  const linked = [ld.author ?? ld.creator]
    .flat()
    .map(nameOf)
    .filter((name) => name !== null);
  const authors = [
    linked.length > 0 ? linked.join(', ') : null,
    ...[
      'citation_author',
      'author',
      'dc.creator',
      'dcterms.creator',
      'article:author',
      'byl',
      'parsely-author',
      'sailthru.author',
      'twitter:data1',
    ].map((name) => (name === 'twitter:data1' && !/written by/i.test(meta.get('twitter:label1') ?? '') ? null : (meta.get(name) ?? null))),
    microdata(page, '[itemprop~=author]', '[itemprop~=name]'),
    bylineOf(page),
  ];
  // A content system that names the publication as the author says nothing of who wrote it.
  return (
    authors
      .map(notUrl)
      .map(asAuthor)
      .find((author) => author !== null && author !== publisher) ?? null
  );
}

function asAuthor(author: string | null): string | null {
  if (author === null || author.length > 200 || /^(?:admin|administrator|editor|webmaster|staff|guest|unknown)$/i.test(author)) return null;
  const separated = author.replaceAll(';', ',').replace(/\s,/g, ',');
  return readByline(separated) ?? separated.replace(/^by\s+/i, '');
}

function bylineOf(page: DomDocument): string | null {
  for (const element of page.querySelectorAll('[rel~=author], .byline, .author, .article-author, .post-author')) {
    const words = wordsOf(element);
    if (words === '' || words.length > 120 || element.closest('aside, footer, nav, [class*=comment]')) continue;
    const named = readByline(words) ?? readByline(`By ${words}`);
    if (named !== null) return named;
  }
  return null;
}

function microdata(page: DomDocument, selector: string, within?: string): string | null {
  const element = page.querySelector(selector);
  if (!element) return null;
  const inner = within ? (element.querySelector(within) ?? element) : element;
  return plain(inner.getAttribute('content') ?? wordsOf(inner));
}

function dateOf(page: DomDocument, ld: Linked, byMeta: (...names: string[]) => string | null): CalendarDate | null {
  const published = [
    textOf(ld.datePublished),
    ...[
      'article:published_time',
      'article:published',
      'og:published_time',
      'datepublished',
      'citation_publication_date',
      'citation_date',
      'dc.date.issued',
      'dcterms.issued',
      'dc.date',
      'dcterms.date',
      'dcterms.created',
      'pubdate',
      'publishdate',
      'publish-date',
      'publication_date',
      'parsely-pub-date',
      'sailthru.date',
      'date',
    ].map((name) => byMeta(name)),
    timeOf(page.querySelector('[itemprop~=datePublished]')),
    timeOf(page.querySelector('time[pubdate]')),
    ...onlyTime(page),
    textOf(ld.dateCreated),
    textOf(ld.dateModified),
    byMeta('article:modified_time', 'og:updated_time', 'last-modified'),
  ];
  for (const text of published) {
    const date = text === null ? null : readDate(text.replace(/(\d)T/, '$1t').replace(/\s[+-]\d{2}:?\d{2}$/, ''));
    if (date) return date;
  }
  return null;
}

function timeOf(element: DomElement | null): string | null {
  return element && plain(element.getAttribute('datetime') ?? element.getAttribute('content') ?? wordsOf(element));
}

/** The first `time` before the article's text: those inside it are the story's, those after it other articles'. */
function onlyTime(page: DomDocument): (string | null)[] {
  const element = page.querySelector('article header time[datetime], article time[datetime], header time[datetime], main time[datetime]');
  return element && !element.closest('aside, footer, nav, p, li, [class*=related]') ? [timeOf(element)] : [];
}

function urlOf(page: DomDocument, ld: Linked, byMeta: (...names: string[]) => string | null, html: string): string | null {
  const main = ld.mainEntityOfPage;
  const candidates = [
    page.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? null,
    byMeta('og:url', 'citation_fulltext_html_url', 'twitter:url'),
    textOf(ld.url),
    typeof main === 'object' && main !== null ? textOf((main as Linked)['@id']) : textOf(main),
    savedFrom(html),
  ];
  return candidates.find((url) => url !== null && /^https?:\/\/[^\s<>"]+$/.test(url) && url.length < 2048) ?? null;
}

/** `<!-- saved from url=(0031)https://... -->`, as browsers write it, and SingleFile's `url: https://...`. */
function savedFrom(html: string): string | null {
  const head = html.slice(0, 4096);
  return (/saved from url=\(\d{1,5}\)(\S{1,2000})/i.exec(head) ?? /\burl:\s(https?:\S{1,2000})/.exec(head))?.[1] ?? null;
}

/** The page's one main heading; null where it has none or several. */
function headingOf(page: DomDocument): string | null {
  const headings = [...page.querySelectorAll('h1')].map(wordsOf).filter(Boolean);
  return headings.length === 1 && headings[0]!.length <= 300 ? headings[0]! : null;
}

/** A title without the site's name that pages add to it: where the site is known, or where the page's heading is the rest. */
function withoutSite(title: string, publisher: string | null, heading: string | null): { title: string; site: string | null } {
  for (const mark of [' | ', ' - ', ' \u2013 ', ' \u2014 ', ' :: ', ' \u00b7 ']) {
    const at = title.lastIndexOf(mark);
    if (at <= 0) continue;
    const rest = title.slice(0, at).trim();
    const site = title.slice(at + mark.length).trim();
    if (publisher !== null && site.toLowerCase() === publisher.toLowerCase()) return { title: rest, site };
    if (heading !== null && rest === heading) return { title: rest, site: publisher === null && site.length < 60 ? site : null };
  }
  return { title, site: null };
}
