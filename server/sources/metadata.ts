/** What a text says of itself: title, author, publisher, date and URL, from front matter or from the lines at its start and end. */
import type { CalendarDate, Span } from '../engine/model.ts';
import { readByline, readNames } from './byline.ts';
import { type DateLine, readDateLine } from './dates.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Line } from './lines.ts';
import { furnitureKind } from './phrases.ts';
import { publisherOf } from './publisher.ts';
import { titleLine } from './title.ts';

export interface Metadata {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: CalendarDate | null;
  readonly url: string | null;
  /** The line that is the title; null where there is none in the text. */
  readonly titleLine: Line | null;
  /** Lines that say nothing but metadata: bylines, dates, the article's URL. */
  readonly spans: readonly Span[];
}

/** How many lines at a text's start, blank ones not counted, may be metadata. */
const HEAD = 15;
/** How many at its end. */
const TAIL = 3;

/** Metadata of an article. What neither its front matter nor its lines state is null. */
export function metadataOf(lines: readonly Line[], front: Omit<FrontMatter, 'key'>): Metadata {
  const head = lines.slice(0, HEAD);
  const tail = lines.slice(Math.max(HEAD, lines.length - TAIL));
  const spans = new Set<Line>();
  const dates: DateLine[] = [];
  let author: string | null = null;
  let url: string | null = null;
  const bylines = new Set<Line>();
  for (const [index, line] of head.entries()) {
    const parts = partsOf(line.plain);
    const told = parts.map((part) => ({ date: readDateLine(part), byline: readByline(part) }));
    const isUrl = line.text.length < 2048 ? urlOf(line.plain) : null;
    if (isUrl !== null) url ??= isUrl;
    for (const { date, byline } of told) {
      if (date) dates.push(date);
      if (byline !== null) author ??= byline;
    }
    if (told.some(({ byline }) => byline !== null)) bylines.add(line);
    if (isUrl !== null || told.every(({ date, byline }) => date !== null || byline !== null)) spans.add(line);
    // Names without `By` are a byline where a title stands before them and a date right after them.
    const dated = index > 0 && (parts.slice(1).some((part) => readDateLine(part)) || readDateLine(head[index + 1]?.plain ?? '') !== null);
    const names: string | null = dated && author === null ? readNames(parts[0]!) : null;
    if (names !== null && titleLine(lines.slice(0, index), spans) !== null) {
      author = names;
      bylines.add(line);
      spans.add(line);
    }
  }
  for (const line of tail) {
    const date = readDateLine(line.plain);
    if (date) {
      dates.push(date);
      spans.add(line);
    }
  }
  const title = titleLine(lines, spans);
  return {
    title: front.title ?? (title && withoutLabel(title.plain)),
    author: front.author ?? author,
    publisher: front.publisher ?? publisherOf(lines),
    date: front.date ?? best(dates),
    url: front.url ?? url,
    titleLine: title,
    spans: [...spans].filter((line) => line !== title && furnitureKind(line.plain) === null),
  };
}

/** An e-mail's subject is its title without the word. */
function withoutLabel(title: string): string {
  return title.startsWith('Subject: ') ? title.slice('Subject: '.length) : title;
}

/** The parts of a line that is set with bars or dots: `By A. Smith | 6 January 2022`. */
function partsOf(line: string): string[] {
  if (line.length > 200) return [line];
  const parts = line
    .split(/ (?:[|\u00b7\u2022\u2013\u2014-]) /)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 0 ? parts : [line];
}

/** A line that is an address and nothing else, bare or in angle brackets, with or without a label. */
function urlOf(line: string): string | null {
  const lower = line.toLowerCase();
  const label = ['url:', 'link:', 'source:', 'source url:', 'original:', 'originally published at', 'permalink:'].find((words) =>
    lower.startsWith(words),
  );
  let text = line.slice(label?.length ?? 0).trim();
  if (text.startsWith('<') && text.endsWith('>')) text = text.slice(1, -1);
  return /^https?:\/\/[^\s<>]+$/.test(text) ? text : null;
}

/** The day of publication before a day without a label, that before an update, and a bare month last; the first of each. */
function best(dates: readonly DateLine[]): CalendarDate | null {
  const rank = ({ date, labelled, updated }: DateLine) => (date.day === null ? 4 : 0) + (updated ? 2 : labelled ? 0 : 1);
  return [...dates].sort((a, b) => rank(a) - rank(b))[0]?.date ?? null;
}
