/** From a file's bytes to an article: picks the reader by the file's name. No file access. */
import { decode } from './encoding.ts';
import type { Reader, Reading, SourceFile } from './file.ts';
import { type DocumentFormat, formatOf, unsupported } from './formats.ts';
import { reasons } from './reasons.ts';
import { MOST_TEXT, readTextFile } from './text.ts';
import { parseYaml } from './yaml.ts';

export type { Reading, SourceFile } from './file.ts';
export { isSupported } from './formats.ts';

/** Each is loaded when the first file of its format comes. */
const readers: Readonly<Record<DocumentFormat, () => Promise<Reader>>> = {
  html: async () => (await import('./readers/html.ts')).readHtml,
  mhtml: async () => (await import('./readers/mhtml.ts')).readMhtml,
  pdf: async () => (await import('./readers/pdf.ts')).readPdf,
  docx: async () => (await import('./readers/docx.ts')).readDocx,
  epub: async () => (await import('./readers/epub.ts')).readEpub,
  email: async () => (await import('./readers/email.ts')).readEmail,
  subtitles: async () => (await import('./readers/subtitles.ts')).readSubtitles,
  delimited: async () => (await import('./readers/delimited.ts')).readDelimited,
  spreadsheet: async () => (await import('./readers/spreadsheet.ts')).readSpreadsheet,
};

/** Reads a file into an article. Never throws on bad content: what cannot be read is `skipped` with its reason. */
export async function readArticle(file: SourceFile): Promise<Reading> {
  const format = formatOf(file.name);
  if (!format) return { skipped: unsupported(file.name) };
  if ('language' in format) return readTextFile(file.uri, decode(file.bytes), format.language, parseYaml);
  if (file.bytes.length === 0) return { skipped: reasons.empty };
  const read = await readers[format.document]();
  try {
    const reading = await read(file);
    return 'article' in reading && reading.article.text.length > MOST_TEXT ? { skipped: reasons.tooMuchText } : reading;
  } catch {
    return { skipped: reasons.damaged };
  }
}
