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

const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['PDF files', ['pdf']],
  ['Word documents', ['doc', 'docx', 'docm']],
  ['web pages', ['html', 'htm', 'xhtml', 'mhtml']],
  ['OpenDocument files', ['odt', 'ods', 'odp']],
  ['rich text files', ['rtf']],
  ['e-books', ['epub', 'mobi']],
  ['spreadsheets', ['xls', 'xlsx', 'csv', 'tsv']],
  ['presentations', ['ppt', 'pptx']],
  ['e-mails', ['eml', 'msg']],
  ['images', ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'tif', 'tiff', 'bmp', 'heic']],
  ['sound and video files', ['mp3', 'wav', 'm4a', 'ogg', 'mp4', 'mov', 'webm', 'mkv']],
  ['subtitles', ['srt', 'vtt']],
  ['archives', ['zip', 'gz', 'tar', '7z']],
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
  const known = NAMES.find(([, extensions]) => extensions.includes(extension));
  const what = known ? known[0] : `.${extension} files`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} are not read yet`;
}
