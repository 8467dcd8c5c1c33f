/** The reader of texts: the article is the file's own text, with its metadata and furniture told apart. */
import type { Article, MarkupLanguage, Span, Uri } from '../engine/model.ts';
import type { Decoding } from './decoding.ts';
import type { Reading } from './file.ts';
import { type ParseYaml, readFrontMatter } from './front-matter.ts';
import { furnitureOf } from './furniture.ts';
import { linesOf } from './lines.ts';
import { metadataOf } from './metadata.ts';
import { reasons } from './reasons.ts';
import { timecodesIn } from './timecodes.ts';

/**
 * Most text that is read of a source, in UTF-16 units: the longest novels have fewer. What is found in a megabyte of text takes 200 while
 * it is found.
 */
export const MOST_TEXT = 4 * 1024 * 1024;

/** Reads a file that is its own text, given what it was decoded to. `parse` is for front matter that is not plain (`readFrontMatter`). */
export function readTextFile(uri: Uri, decoded: Decoding, language: MarkupLanguage, parse: ParseYaml | null = null): Reading {
  if ('skipped' in decoded) return decoded;
  if (decoded.text.length > MOST_TEXT) return { skipped: reasons.tooMuchText };
  return decoded.text.trim() === '' ? { skipped: reasons.empty } : { article: readText(uri, decoded.text, language, parse) };
}

/** The article that a text is. `language` is how it is marked up, `parse` as for `readTextFile`. */
export function readText(uri: Uri, text: string, language: MarkupLanguage, parse: ParseYaml | null = null): Article {
  const front = readFrontMatter(text, parse);
  const lines = linesOf(text, front.end);
  const { titleLine, spans, ...metadata } = metadataOf(lines, front);
  const omitted = [{ start: 0, end: front.end }, ...spans, ...furnitureOf(lines, metadata.title, titleLine)];
  return {
    uri,
    text,
    language,
    ...metadata,
    omitted: inOrder(omitted),
    ...(front.key !== null && { key: front.key }),
    isExtracted: false,
    locators: language === 'plaintext' ? timecodesIn(text) : [],
  };
}

/** Ascending and disjoint; spans found for two reasons are there once. */
export function inOrder(spans: readonly Span[]): Span[] {
  const ordered: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.end > span.start && span.start >= (ordered.at(-1)?.end ?? 0)) ordered.push({ start: span.start, end: span.end });
  }
  return ordered;
}
