/** Which formats are read, and how: a reader by extension, and words for what is not read yet. */
import type { Article, MarkupLanguage, Uri } from '../engine/model.ts';
import { readText } from './text.ts';

/** Reads a decoded text into an article. */
export type TextReader = (uri: Uri, text: string) => Article;

const as =
  (language: MarkupLanguage): TextReader =>
  (uri, text) =>
    readText(uri, text, language);

/** Readers by extension, in lower case, without its full stop. */
const readers: ReadonlyMap<string, TextReader> = new Map([
  ['txt', as('plaintext')],
  ['text', as('plaintext')],
  ['md', as('markdown')],
  ['markdown', as('markdown')],
  ['rst', as('restructuredtext')],
  ['adoc', as('asciidoc')],
  ['asciidoc', as('asciidoc')],
  ['tex', as('latex')],
  ['latex', as('latex')],
]);

const NOT_READ: readonly (readonly [string, readonly string[]])[] = [
  ['PDF files are not read yet', ['pdf']],
  ['Word documents are not read yet', ['doc', 'docx', 'docm']],
  ['Web pages are not read yet', ['html', 'htm', 'xhtml', 'mhtml']],
  ['OpenDocument files are not read yet', ['odt', 'ods', 'odp']],
  ['Rich text files are not read yet', ['rtf']],
  ['E-books are not read yet', ['epub', 'mobi']],
  ['Spreadsheets are not read yet', ['xls', 'xlsx', 'csv', 'tsv']],
  ['Presentations are not read yet', ['ppt', 'pptx']],
  ['E-mails are not read yet', ['eml', 'msg']],
  ['Images are not read yet', ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'tif', 'tiff', 'bmp', 'heic']],
  ['Sound and video files are not read yet', ['mp3', 'wav', 'm4a', 'ogg', 'mp4', 'mov', 'webm', 'mkv']],
  ['Subtitles are not read yet', ['srt', 'vtt']],
  ['Archives are not read yet', ['zip', 'gz', 'tar', '7z']],
];

function extensionOf(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const point = file.lastIndexOf('.');
  return point > 0 ? file.slice(point + 1).toLowerCase() : '';
}

/** The reader for a file's name; undefined where its format is not read. */
export function readerFor(name: string): TextReader | undefined {
  return readers.get(extensionOf(name));
}

/** Why a file of that name is not read, in words for the writer. */
export function unsupported(name: string): string {
  const extension = extensionOf(name);
  if (extension === '') return 'files without an extension are not read';
  return NOT_READ.find(([, extensions]) => extensions.includes(extension))?.[0] ?? 'files of this kind are not read yet';
}
