/** Articles whose text is taken out of another format: blocks become a text that people can read and the engine cuts as they were. */
import type { Article, CalendarDate, Locator, LocatorMark, Uri } from '../engine/model.ts';
import { furnitureOf } from './furniture.ts';
import { linesOf } from './lines.ts';
import { metadataOf } from './metadata.ts';
import { inOrder } from './text.ts';

export type ExtractedKind = 'heading' | 'paragraph' | 'item' | 'quote';

/** A part of a block with its own place: a block may go on over a page's end. */
export interface Piece {
  readonly text: string;
  /** Null where the place before it still holds. */
  readonly locator: Locator | null;
}

export interface ExtractedBlock {
  readonly kind: ExtractedKind;
  readonly pieces: readonly Piece[];
}

/** What a format states about the article it holds; what it does not state is null. */
export interface Stated {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: CalendarDate | null;
  readonly url: string | null;
}

export const NOTHING_STATED: Stated = { title: null, author: null, publisher: null, date: null, url: null };

/** What plain text marks such blocks with. */
const MARKS: Readonly<Record<ExtractedKind, string>> = { heading: '# ', paragraph: '', item: '- ', quote: '> ' };

/** A block of one piece. */
export function block(kind: ExtractedKind, text: string, locator: Locator | null): ExtractedBlock {
  return { kind, pieces: [{ text, locator }] };
}

/**
 * The article of a document's blocks; null where it holds no words. What the document states wins over what its lines say, and those over
 * `fallback`: what says more of the file than of the text in it.
 */
export function extractedArticle(uri: Uri, blocks: readonly ExtractedBlock[], stated: Stated, fallback = NOTHING_STATED): Article | null {
  const { text, locators } = joined(blocks);
  if (text === '') return null;
  const lines = linesOf(text, 0);
  const { titleLine, spans, ...metadata } = metadataOf(lines, { end: 0, ...stated });
  const omitted = inOrder([...spans, ...furnitureOf(lines, metadata.title, titleLine)]);
  const { title, author, publisher, date, url } = metadata;
  return {
    uri,
    text,
    language: 'plaintext',
    title: title ?? fallback.title,
    author: author ?? fallback.author,
    publisher: publisher ?? fallback.publisher,
    date: date ?? fallback.date,
    url: url ?? fallback.url,
    omitted,
    isExtracted: true,
    locators,
  };
}

function joined(blocks: readonly ExtractedBlock[]): { text: string; locators: LocatorMark[] } {
  const parts: string[] = [];
  const locators: LocatorMark[] = [];
  let length = 0;
  let before: ExtractedKind | null = null;
  const write = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  for (const { kind, pieces } of blocks) {
    const written = pieces.map(({ text, locator }) => ({ text: tidied(text), locator })).filter(({ text }) => text.trim() !== '');
    if (written.length === 0) continue;
    if (before !== null) write(kind === 'item' && before === 'item' ? '\n' : '\n\n');
    for (const [index, { text, locator }] of written.entries()) {
      const trimmed = index === 0 ? text.trimStart() : text;
      if (locator && !sameLocator(locators.at(-1)?.locator, locator)) locators.push({ start: length, locator });
      if (index === 0) write(MARKS[kind]);
      write(index === written.length - 1 ? trimmed.trimEnd() : trimmed);
    }
    before = kind;
  }
  return { text: parts.join(''), locators };
}

function sameLocator(one: Locator | undefined, other: Locator): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

const LIGATURES: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};

/**
 * A block's text as a reader reads it: one line, one space where there is any white space (so that `12 000` is the same number however
 * its space is written), no soft hyphens or invisible marks, ligatures as letters, composed accents.
 */
export function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => LIGATURES[ligature]!)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cc}]/gu, (mark) => (/\s/.test(mark) && mark !== '\ufeff' ? ' ' : ''))
    .replace(/\s+/g, ' ');
}
