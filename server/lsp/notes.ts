/** Notes that cite a source in a draft: as footnotes with the words relied on, and as keys of a bibliography. In each markup that has them. */
import type { Source } from '../engine/library.ts';
import { type Locator, locatorAt, type MarkupLanguage, type Span } from '../engine/model.ts';
import type { Placed } from './cite.ts';
import type { Client } from './client.ts';
import { excerpt, type Room } from './excerpt.ts';
import { escapeMarkdown, visible } from './markdown.ts';
import { atLineStart, creditOf, escapeAsciiDoc, escapeLatex, escapeRst } from './quotation.ts';

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

/** A link's target, and emphasis: what a note goes behind. */
const LINK = /\]\([^()\s]{0,2000}\)/y;
const EMPHASIS = /[*_]{1,3}/y;

/**
 * A footnote on a source: its author, title, publication and date, the page or paragraph, and the words relied on. One that the draft has
 * is referred to again. Null in languages without footnotes, and where it stands there already.
 * @param place behind the stop or comma of the clause
 * @param words what of the source is relied on
 */
export function footnote(place: NotePlace, source: Source, words: Placed, client: Pick<Client, 'translate' | 'locale'>): NoteEdits | null {
  const { before, text: own, after } = excerpt(source, words.passage, words, ROOM);
  const body = `${creditOf(source, words.passage, client)}: \u201c${nested(visible(`${before}${own}${after}`).trim())}\u201d`;
  switch (place.language) {
    case 'latex':
      return inline(place, `\\footnote{${escapeLatex(body)}}`);
    case 'asciidoc':
      return inline(place, `footnote:[${escapeAsciiDoc(body)}]`);
    case 'markdown':
      return referred(place, atLineStart(escapeMarkdown(body)), MARKDOWN);
    case 'restructuredtext':
      return referred(place, escapeRst(body), RST);
    default:
      return null;
  }
}

/** How a language refers to a note that stands elsewhere. */
interface References {
  readonly label: (number: number) => string;
  readonly mark: (label: string) => string;
  /** What stands before and behind a label where the note itself stands. */
  readonly definition: readonly [open: string, close: string];
  /** What a mark goes behind, each once, and the marks that it joins. */
  readonly behind: readonly RegExp[];
  readonly marks: RegExp;
}

const MARKDOWN: References = {
  label: String,
  mark: (label) => `[^${label}]`,
  definition: ['[^', ']: '],
  behind: [LINK, EMPHASIS],
  marks: /\[\^[^\][\s]{1,100}\]/y,
};

/** A mark stands apart from the word before it (reStructuredText Markup Specification, "Inline markup recognition rules"). */
const RST: References = {
  label: (number) => `#n${number}`,
  mark: (label) => ` [${label}]_`,
  definition: ['.. [', '] '],
  behind: [EMPHASIS],
  marks: / \[#?[\w.:+-]{1,100}\]_/y,
};

function inline({ text, at }: NotePlace, newText: string): NoteEdits | null {
  return text.startsWith(newText, at) ? null : [{ start: at, end: at, newText }];
}

function referred({ text, at: stop }: NotePlace, body: string, references: References): NoteEdits | null {
  const { definition, mark } = references;
  const known = labelOf(text, body, definition);
  const label = known ?? freeLabel(text, references);
  const { at, marks } = behindMarks(text, stop, references);
  if (marks.includes(mark(label))) return null;
  const edit = { start: at, end: at, newText: mark(label) };
  return known !== null ? [edit] : [edit, atEnd(text, `${definition.join(label)}${body}`)];
}

/** A paragraph of its own at the end of a text, with the text's line breaks. */
function atEnd(text: string, paragraph: string): NoteEdits[number] {
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const end = text.length;
  const gap = text.endsWith(`${feed}${feed}`) ? '' : text.endsWith(feed) ? feed : feed.repeat(2);
  return { start: end, end, newText: `${gap}${paragraph}${feed}` };
}

/**
 * A source's key: `[@key, p. 4]` as Pandoc has it, `\cite[p.~4]{key}` in LaTeX, `cite:[key(4)]` in AsciiDoc or `<<key>>` where the draft has the
 * entry itself, and in reStructuredText `[key]_` with what it stands for, or the role that the draft cites by. It joins one that stands there.
 * Null where the source has no key, or one that cannot be written, in other languages, and where the sentence has it already.
 * @param place before the stop of the clause
 * @param words what of the source is relied on: its page or paragraph goes into the key
 * @param sentence where the key may stand already
 */
export function keyed(
  place: NotePlace,
  source: Source,
  words: Placed,
  sentence: Span,
  client: Pick<Client, 'translate' | 'locale'>,
): NoteEdits | null {
  const { text, language, at } = place;
  const { article } = source;
  const { key } = article;
  if (!key) return null;
  const own = text.slice(sentence.start, Math.max(sentence.end, at) + 1);
  const locator = locatorAt(article, words.start);
  const put = (newText: string): NoteEdits => [{ start: at, end: at, newText }];
  switch (language) {
    case 'latex': {
      if (!/^[^\s{}%\\#~,]+$/.test(key) || own.includes(`{${key}}`)) return null;
      const found = pinpoint(locator);
      return put(`~\\cite${found && `[${found.replace(' ', '~')}]`}{${key}}`);
    }
    case 'asciidoc': {
      if (!/^[^\s[\](),<>]+$/.test(key) || own.includes(`<<${key}`) || hasKey(own, `cite:[${key}`)) return null;
      if (text.includes(`[[[${key}]]]`)) return put(` <<${key}>>`);
      return put(` cite:[${key}${locator && 'page' in locator ? `(${locator.page})` : ''}]`);
    }
    case 'restructuredtext': {
      if (own.includes(`[${key}]_`) || own.includes(`\`${key}\``)) return null;
      const role = /:cite(?::[a-z]{1,20})?:(?=`)/.exec(text)?.[0];
      if (role && /^[^\s`,{}]+$/.test(key)) return put(` ${role}\`${key}\``);
      if (!SIMPLE_NAME.test(key)) return null;
      const entry = `.. [${key}] `;
      const edits = put(` [${key}]_`);
      return text.includes(entry) ? edits : [...edits, atEnd(text, `${entry}${escapeRst(creditOf(source, words.passage, client))}`)];
    }
    case 'markdown':
      return pandocKey(place, key, pinpoint(locator), own, sentence);
    default:
      return null;
  }
}

/** A name that needs no quotes (reStructuredText Markup Specification, "Reference names"); one of digits alone would be a footnote's. */
const SIMPLE_NAME = /^(?=.*\p{L})[\p{L}\p{N}]+(?:[-_.:+][\p{L}\p{N}]+)*$/u;

function pandocKey({ text, at }: NotePlace, key: string, found: string, own: string, sentence: Span): NoteEdits | null {
  if (!/^[^\s{}[\]@;]+$/.test(key)) return null;
  // A key of other signs than Pandoc reads stands in braces (Pandoc User's Guide, "Citation syntax").
  const bare = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(key) ? `@${key}` : `@{${key}}`;
  if (hasKey(own, bare)) return null;
  const written = found ? `${bare}, ${found}` : bare;
  const open = text[at - 1] === ']' ? text.lastIndexOf('[', at) : -1;
  if (open >= sentence.start && /^\[[^\][]*@/.test(text.slice(open, at))) return [{ start: at - 1, end: at - 1, newText: `; ${written}` }];
  return [{ start: at, end: at, newText: ` [${written}]` }];
}

/** A page or paragraph as citations write it, by the terms that Pandoc and CSL know: `p. 4`, `para. 3`; empty where a source has neither. */
function pinpoint(locator: Locator | null): string {
  if (!locator) return '';
  if ('page' in locator) return /^[\p{L}\p{N}]+$/u.test(locator.page) ? `p. ${locator.page}` : '';
  return 'paragraph' in locator ? `para. ${locator.paragraph}` : '';
}

/** How a key reads for a title. */
export function shownKey(edits: NoteEdits): string {
  return edits[0]?.newText.replace(/^[~;\s]+/, '') ?? '';
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
function labelOf(text: string, body: string, [open, close]: References['definition']): string | null {
  const at = text.indexOf(`${close}${body}`);
  const start = at < 0 ? -1 : text.lastIndexOf(open, at);
  return start < 0 || /[\]\s]/.test(text.slice(start + open.length, at)) ? null : text.slice(start + open.length, at);
}

/** The first label of a number that no footnote has yet. */
function freeLabel(text: string, { label, mark }: References): string {
  for (let number = 1; ; number++) if (!text.includes(mark(label(number)).trim().replace(/_$/, ''))) return label(number);
}

/** Behind a link, emphasis and other notes that end at an offset, and what those notes are. */
function behindMarks(text: string, offset: number, references: References): { readonly at: number; readonly marks: readonly string[] } {
  let at = offset;
  const marks: string[] = [];
  for (const pattern of references.behind) at += lengthAt(pattern, text, at);
  for (let length = lengthAt(references.marks, text, at); length > 0; length = lengthAt(references.marks, text, at)) {
    marks.push(text.slice(at, at + length));
    at += length;
  }
  return { at, marks };
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
