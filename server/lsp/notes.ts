/** Notes that cite a source in a draft: as footnotes with the words relied on, and as keys of a bibliography. In Markdown and LaTeX. */
import type { Source } from '../engine/library.ts';
import type { MarkupLanguage, Span } from '../engine/model.ts';
import type { Placed } from './cite.ts';
import type { Client } from './client.ts';
import { excerpt, type Room } from './excerpt.ts';
import { escapeMarkdown, visible } from './markdown.ts';
import { atLineStart, creditOf, escapeLatex } from './quotation.ts';

/** What puts a note into a draft: ascending and disjoint. */
export type NoteEdits = readonly (Span & { readonly newText: string })[];

/** A text with the place of a note in it, as an offset. */
export interface NotePlace {
  readonly text: string;
  readonly language: MarkupLanguage;
  readonly at: number;
}

/** How much of a passage a footnote quotes around its figure, in UTF-16 units: nearly every sentence whole. */
const ROOM: Room = { before: 200, after: 200 };

/** A link's target, and the marks of notes: what a further note goes behind. */
const LINK = /\]\([^()\s]{0,2000}\)/y;
const EMPHASIS = /[*_]{1,3}/y;
const MARK = /\[\^[^\][\s]{1,100}\]/y;

/**
 * A footnote on a source: its author, title, publication and date, the page or paragraph, and the words relied on. One that the draft has
 * is referred to again. Null in languages without footnotes, and where it stands there already.
 * @param place behind the stop or comma of the clause
 * @param words what of the source is relied on
 */
export function footnote(place: NotePlace, source: Source, words: Placed, client: Pick<Client, 'translate' | 'locale'>): NoteEdits | null {
  const { before, text: own, after } = excerpt(source, words.passage, words, ROOM);
  const body = `${creditOf(source, words.passage, client)}: \u201c${nested(visible(`${before}${own}${after}`).trim())}\u201d`;
  const { text, language } = place;
  if (language === 'latex') {
    const newText = `\\footnote{${escapeLatex(body)}}`;
    return text.startsWith(newText, place.at) ? null : [{ start: place.at, end: place.at, newText }];
  }
  if (language !== 'markdown') return null;
  const definition = `]: ${atLineStart(escapeMarkdown(body))}`;
  const known = labelOf(text, definition);
  const label = known ?? freeLabel(text);
  const mark = `[^${label}]`;
  const { at, marks } = behindMarks(text, place.at);
  if (marks.includes(mark)) return null;
  const edit = { start: at, end: at, newText: mark };
  if (known !== null) return [edit];
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const end = text.length;
  const gap = text.endsWith(`${feed}${feed}`) ? '' : text.endsWith(feed) ? feed : feed.repeat(2);
  return [edit, { start: end, end, newText: `${gap}[^${label}${definition}${feed}` }];
}

/**
 * A source's key: `[@key]` as Pandoc has it, `\cite{key}` in LaTeX. It joins one that stands there. Null where the source has no key, or one that
 * cannot be written, in other languages, and where the sentence has it already.
 * @param place before the stop of the clause
 * @param sentence where the key may stand already
 */
export function keyed(place: NotePlace, { article: { key } }: Source, sentence: Span): NoteEdits | null {
  const { text, language, at } = place;
  if (!key) return null;
  const own = text.slice(sentence.start, Math.max(sentence.end, at) + 1);
  if (language === 'latex') {
    if (!/^[^\s{}%\\#~,]+$/.test(key) || own.includes(`{${key}}`)) return null;
    return [{ start: at, end: at, newText: `~\\cite{${key}}` }];
  }
  if (language !== 'markdown' || !/^[^\s{}[\]@;]+$/.test(key)) return null;
  // A key of other signs than Pandoc reads stands in braces (Pandoc User's Guide, "Citation syntax").
  const written = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(key) ? `@${key}` : `@{${key}}`;
  if (hasKey(own, written)) return null;
  const open = text[at - 1] === ']' ? text.lastIndexOf('[', at) : -1;
  if (open >= sentence.start && text[open + 1] === '@') return [{ start: at - 1, end: at - 1, newText: `; ${written}` }];
  return [{ start: at, end: at, newText: ` [${written}]` }];
}

/** How a key reads for a title. */
export function shownKey(edits: NoteEdits): string {
  return edits.map(({ newText }) => newText.replace(/^[~;\s]+/, '')).join('');
}

function hasKey(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const next = text.slice(at + key.length, at + key.length + 2);
    if (!/^[\p{L}\p{N}_]|^[:.#$%&+?<>~/-][\p{L}\p{N}_]/u.test(next)) return true;
  }
  return false;
}

/** Words as they stand inside double quotation marks: with single ones. */
function nested(words: string): string {
  return words
    .replace(/(^|[\s([\u2013\u2014-])"/g, '$1\u2018')
    .replaceAll('"', '\u2019')
    .replaceAll('\u201c', '\u2018')
    .replaceAll('\u201d', '\u2019');
}

/** The label of the footnote that is defined so; null where none is. */
function labelOf(text: string, definition: string): string | null {
  const at = text.indexOf(definition);
  const open = at < 0 ? -1 : text.lastIndexOf('[^', at);
  return open < 0 || /[\]\s]/.test(text.slice(open, at)) ? null : text.slice(open + 2, at);
}

/** The first number that is no footnote's label yet. */
function freeLabel(text: string): string {
  for (let number = 1; ; number++) if (!text.includes(`[^${number}]`)) return String(number);
}

/** Behind a link, emphasis and other notes that end at an offset, and what those notes are. */
function behindMarks(text: string, offset: number): { readonly at: number; readonly marks: readonly string[] } {
  let at = offset;
  const marks: string[] = [];
  for (const pattern of [LINK, EMPHASIS]) at += lengthAt(pattern, text, at);
  for (let length = lengthAt(MARK, text, at); length > 0; length = lengthAt(MARK, text, at)) {
    marks.push(text.slice(at, at + length));
    at += length;
  }
  return { at, marks };
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
