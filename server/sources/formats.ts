/** Which formats are read, and how: a reader by extension, and words for what is not read. */
import type { MarkupLanguage } from '../engine/model.ts';

/** Formats whose readers are loaded only when a file needs them. */
export type DocumentFormat = 'html' | 'mhtml' | 'pdf' | 'docx' | 'epub' | 'email' | 'subtitles' | 'delimited' | 'spreadsheet';

/** A file is its own text, marked up in a language; or a document, out of which text is taken. */
export type Format = { readonly language: MarkupLanguage } | { readonly document: DocumentFormat };

/** Formats by extension, in lower case, without its full stop. */
const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['txt', { language: 'plaintext' }],
  ['text', { language: 'plaintext' }],
  ['md', { language: 'markdown' }],
  ['markdown', { language: 'markdown' }],
  ['rst', { language: 'restructuredtext' }],
  ['adoc', { language: 'asciidoc' }],
  ['asciidoc', { language: 'asciidoc' }],
  ['tex', { language: 'latex' }],
  ['latex', { language: 'latex' }],
  ['html', { document: 'html' }],
  ['htm', { document: 'html' }],
  ['xhtml', { document: 'html' }],
  ['mhtml', { document: 'mhtml' }],
  ['mht', { document: 'mhtml' }],
  ['pdf', { document: 'pdf' }],
  ['docx', { document: 'docx' }],
  ['docm', { document: 'docx' }],
  ['epub', { document: 'epub' }],
  ['eml', { document: 'email' }],
  ['vtt', { document: 'subtitles' }],
  ['srt', { document: 'subtitles' }],
  ['csv', { document: 'delimited' }],
  ['tsv', { document: 'delimited' }],
  ['xlsx', { document: 'spreadsheet' }],
  ['xlsm', { document: 'spreadsheet' }],
]);

const NOT_READ: readonly (readonly [string, readonly string[]])[] = [
  ['old Word documents are not read: save it as .docx', ['doc', 'dot']],
  ['OpenDocument files are not read yet', ['odt', 'ods', 'odp']],
  ['Rich text files are not read yet', ['rtf']],
  ['Kindle books are not read: save it as .epub', ['mobi', 'azw', 'azw3']],
  ['old spreadsheets are not read: save it as .xlsx', ['xls', 'xlsb']],
  ['Presentations are not read yet', ['ppt', 'pptx']],
  ['Outlook messages are not read: save it as .eml', ['msg']],
  ['Images are not read yet', ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'tif', 'tiff', 'bmp', 'heic']],
  ['Sound and video files are not read yet', ['mp3', 'wav', 'm4a', 'ogg', 'mp4', 'mov', 'webm', 'mkv']],
  ['Archives are not read yet', ['zip', 'gz', 'tar', '7z']],
];

function extensionOf(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const point = file.lastIndexOf('.');
  return point > 0 ? file.slice(point + 1).toLowerCase() : '';
}

/** The format of a file of that name; undefined where it is not read. */
export function formatOf(name: string): Format | undefined {
  return FORMATS.get(extensionOf(name));
}

/** Whether files of that name are read, whatever is in them. */
export function isSupported(name: string): boolean {
  return formatOf(name) !== undefined;
}

/** Formats of bytes: an editor that opens such a file as a text shows what nobody can read, and the file is not in it. */
const BINARY: readonly DocumentFormat[] = ['pdf', 'docx', 'epub', 'spreadsheet', 'email', 'mhtml'];

/** Whether the text that an editor shows of a file of that name is the file, so that it may be read instead. */
export function isText(name: string): boolean {
  const format = formatOf(name);
  return format === undefined || 'language' in format || !BINARY.includes(format.document);
}

/** Whether a file of that name is read by a library of its format, which may take long. */
export function isDocument(name: string): boolean {
  const format = formatOf(name);
  return format !== undefined && !('language' in format);
}

/** Why a file of that name is not read, in words for the writer. */
export function unsupported(name: string): string {
  const extension = extensionOf(name);
  if (extension === '') return 'files without an extension are not read';
  return NOT_READ.find(([, extensions]) => extensions.includes(extension))?.[0] ?? 'files of this kind are not read yet';
}
