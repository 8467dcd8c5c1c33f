/** BibTeX and biblatex files: entries out of one, and one out of entries. What is malformed costs its own entry alone. */
import type { CalendarDate } from '../../engine/model.ts';
import { isoDay } from './dates.ts';
import type { Creator, Entry } from './entry.ts';
import { fromLatex, toLatex } from './latex.ts';

/** Entry types of BibTeX and biblatex in CSL's words, as Zotero and pandoc translate them. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  manual: 'report',
  mastersthesis: 'thesis',
  phdthesis: 'thesis',
  thesis: 'thesis',
  report: 'report',
  techreport: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  misc: 'document',
  unpublished: 'manuscript',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** An entry begins on a line of its own: whatever went wrong in the one before, it ends here. */
const BEGINNING = /^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/gm;

/** The entries of a file, in order. Linear; never throws. */
export function readBibtex(text: string): Entry[] {
  const macros = new Map(MONTHS.map((month, at) => [month, String(at + 1)]));
  const starts = [...text.matchAll(BEGINNING)].map(({ index }) => index);
  return starts.flatMap((start, at) => [...new Reader(text.slice(start, starts[at + 1] ?? text.length), macros).entries()]);
}

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly macros: Map<string, string>,
  ) {}

  *entries(): Iterable<Entry> {
    while (this.at < this.text.length) {
      this.at = this.text.indexOf('@', this.at) + 1;
      if (this.at === 0) return;
      const type = this.word().toLowerCase();
      const closing = this.take('{') ? '}' : this.take('(') ? ')' : null;
      if (type === '' || closing === null) continue;
      if (type === 'comment' || type === 'preamble') {
        if (this.closed(closing) === null) return;
        continue;
      }
      const key = type === 'string' ? '' : this.until([',', closing]).trim();
      const fields = this.fields(closing);
      if (fields === null) return;
      if (type === 'string') for (const [name, value] of fields) this.macros.set(name, value);
      // A key that was left out leaves the first field in its place.
      else if (key !== '' && !/[\s{}="]/.test(key)) yield entryOf(type, key, fields);
    }
  }

  /** Fields up to the closing bracket; null where it is not reached. */
  private fields(closing: string): Map<string, string> | null {
    const fields = new Map<string, string>();
    for (;;) {
      while (this.take(','));
      if (this.take(closing)) return fields;
      const name = this.word().toLowerCase();
      if (name === '' || !this.take('=')) return null;
      let value = '';
      do {
        const part = this.value();
        if (part === null) return null;
        value += part;
      } while (this.take('#'));
      if (!fields.has(name)) fields.set(name, value);
    }
  }

  private value(): string | null {
    if (this.take('{')) return this.closed('}');
    if (this.take('"')) return this.closed('"');
    const word = this.word();
    return word === '' ? null : (this.macros.get(word.toLowerCase()) ?? word);
  }

  /** The text up to a bracket or quotation mark outside braces, which is passed; null where there is none. */
  private closed(closing: string): string | null {
    const start = this.at;
    for (let depth = 0; this.at < this.text.length; this.at++) {
      const char = this.text.charAt(this.at);
      if (depth === 0 && char === closing) return this.text.slice(start, this.at++);
      if (char === '{') depth++;
      else if (char === '}') depth--;
    }
    return null;
  }

  private word(): string {
    this.skip();
    const start = this.at;
    while (this.at < this.text.length && /[^\s{}(),="#%@]/.test(this.text.charAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  private until(ends: readonly string[]): string {
    const start = this.at;
    while (this.at < this.text.length && !ends.includes(this.text.charAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  private take(char: string): boolean {
    this.skip();
    if (this.text.charAt(this.at) !== char) return false;
    this.at++;
    return true;
  }

  private skip(): void {
    while (this.at < this.text.length && /\s/.test(this.text.charAt(this.at))) this.at++;
  }
}

function entryOf(type: string, key: string, fields: ReadonlyMap<string, string>): Entry {
  const plain = (...names: readonly string[]) => {
    for (const name of names) {
      const value = fromLatex(fields.get(name) ?? '');
      if (value) return value;
    }
    return null;
  };
  const verbatim = (name: string) =>
    fields
      .get(name)
      ?.replace(/\\([%&#_~{}])/g, '$1')
      .trim() || null;
  const isNews = ['newspaper', 'newspaperarticle', 'news'].includes((plain('entrysubtype') ?? '').toLowerCase());
  return {
    key,
    type: isNews ? 'article-newspaper' : (TYPES[type] ?? 'document'),
    title: plain('title'),
    authors: creatorsOf(fields.get('author') ?? ''),
    publisher: plain('journal', 'journaltitle', 'booktitle', 'organization', 'institution', 'publisher'),
    date: isoDay(plain('date') ?? '') ?? dateOf(plain('year'), plain('month'), plain('day')),
    url: verbatim('url'),
    doi: verbatim('doi'),
    files: filesOf(fields.get('file') ?? ''),
  };
}

function dateOf(year: string | null, month: string | null, day: string | null): CalendarDate | null {
  if (year === null || !/^\d{4}$/.test(year)) return null;
  const named = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const number = named || (/^\d{1,2}$/.test(month ?? '') ? Number(month) : 0);
  if (number < 1 || number > 12) return isoDay(year);
  const two = (value: number) => String(value).padStart(2, '0');
  const withDay = /^\d{1,2}$/.test(day ?? '') ? isoDay(`${year}-${two(number)}-${two(Number(day))}`) : null;
  return withDay ?? isoDay(`${year}-${two(number)}`);
}

/** `Silva, Ana and {The Evening Post} and Juan de la Cruz`. */
function creatorsOf(authors: string): Creator[] {
  return partsOf(authors, /^\s+and\s+/i).flatMap((raw): Creator[] => {
    const name = raw.trim();
    if (name === '' || name.toLowerCase() === 'others') return [];
    if (isBraced(name)) return [{ literal: fromLatex(name) }];
    const parts = partsOf(name, /^,\s*/).map(fromLatex);
    if (parts.length > 1) return [{ family: parts[0]!, given: parts.at(-1)! }];
    const words = partsOf(name, /^\s+/).map(fromLatex).filter(Boolean);
    if (words.length < 2) return words.map((literal) => ({ literal }));
    const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && /^\p{Ll}/u.test(word));
    const first = particle > 0 ? particle : words.length - 1;
    return [{ family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') }];
  });
}

/** Whether one pair of braces holds all of a text. */
function isBraced(text: string): boolean {
  if (!text.startsWith('{')) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    depth += char === '{' ? 1 : char === '}' ? -1 : 0;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}

/** A text cut at a separator outside braces. The separator's pattern is looked for at each place where it may begin. */
function partsOf(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0, depth = 0; at < text.length; at++) {
    const char = text.charAt(at);
    // Longer separators than this are none, and a run of white space is looked through once.
    const found =
      depth === 0 && (at === 0 || !/\s/.test(char) || !/\s/.test(text.charAt(at - 1))) && separator.exec(text.slice(at, at + 64));
    if (found) {
      parts.push(text.slice(start, at));
      start = at + found[0].length;
      at = start - 1;
    } else if (char === '{') depth++;
    else if (char === '}' && depth > 0) depth--;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Paths of a `file` field: plain, JabRef's `description:path:type`, Zotero's several with a semicolon between. */
function filesOf(field: string): string[] {
  const cut = (text: string, sign: string) => text.split(new RegExp(`(?<!\\\\)${sign}`));
  return cut(field, ';').flatMap((each) => {
    const parts = cut(each, ':').map((part) => part.replace(/\\([:;\\_%&#{} ])/g, '$1'));
    const isLabelled = parts.length > 2 && !/^[A-Za-z]$/.test(parts[0]!);
    // A Windows drive is no part of its own.
    const path = (isLabelled ? parts.slice(1, -1) : parts).join(':').replace(/[{}]/g, '').trim();
    return path ? [path] : [];
  });
}

/** A file of entries, each with the path of its source. */
export function writeBibtex(entries: readonly Entry[]): string {
  return entries.map(written).join('\n');
}

function written({ key, type, title, authors, publisher, date, url, doi, files }: Entry): string {
  const fields: (readonly [string, string | null])[] = [
    ['author', authors.map(creatorWritten).join(' and ') || null],
    // Double braces keep the capitals of names.
    ['title', title && `{${toLatex(title)}}`],
    [
      type === 'book' || type === 'document' || type === 'report' ? 'publisher' : type === 'webpage' ? 'organization' : 'journal',
      publisher && toLatex(publisher),
    ],
    ['date', date && isoOf(date)],
    ['year', date?.year ? String(date.year) : null],
    ['url', url && verbatimOf(url)],
    ['doi', doi && verbatimOf(doi)],
    ['file', files.map((file) => toFile(file)).join(';') || null],
    ['entrysubtype', type === 'article-newspaper' ? 'newspaper' : null],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`]));
  return `@${TYPE_OF[type] ?? 'misc'}{${keyWritten(key)},\n${lines.join('')}}\n`;
}

const TYPE_OF: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  thesis: 'thesis',
  report: 'report',
  webpage: 'online',
  manuscript: 'unpublished',
};

/** Keys of other formats may hold what ends a key here: Zotero's are addresses. */
function keyWritten(key: string): string {
  return key.replace(/[\s{}(),="#%@\\~]/g, '-');
}

function creatorWritten(creator: Creator): string {
  if ('literal' in creator) return `{${toLatex(creator.literal)}}`;
  return creator.given ? `${protectedOf(creator.family)}, ${protectedOf(creator.given)}` : `{${toLatex(creator.family)}}`;
}

/** A part of a name that holds what would cut it stands in braces. */
function protectedOf(part: string): string {
  return /,|(?:^|\s)and(?:\s|$)/i.test(part) ? `{${toLatex(part)}}` : toLatex(part);
}

function verbatimOf(value: string): string {
  return value.replace(/[\s{}\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function toFile(path: string): string {
  return path.replace(/[:;\\]/g, '\\$&').replace(/[{}]/g, '');
}

function isoOf({ year, month, day }: CalendarDate): string | null {
  if (year === null) return null;
  return [String(year).padStart(4, '0'), ...[month, month && day].flatMap((part) => (part ? [String(part).padStart(2, '0')] : []))].join(
    '-',
  );
}
