/** The reader of PDF: text in reading order, with its pages, and what the document says of itself. */
import '../pdf/globals.ts';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Where the library finds this, it neither starts a thread nor looks for a file.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { CalendarDate } from '../../engine/model.ts';
import { readNames } from '../byline.ts';
import { readDate } from '../dates.ts';
import { extractedArticle, NOTHING_STATED, type Stated } from '../extracted.ts';
import type { Reading, SourceFile } from '../file.ts';
import { linesInOrder, type TextPiece } from '../pdf/lines.ts';
import { paragraphsOf } from '../pdf/paragraphs.ts';
import { marginsOf, type Page } from '../pdf/running.ts';
import { reasons } from '../reasons.ts';
import { MOST_TEXT } from '../text.ts';

/** Longer documents are archives. */
const MOST_PAGES = 5000;
/** A document with fewer letters a page is pictures of pages, with a stamp on them at most. */
const LEAST_LETTERS = 8;

export async function readPdf({ uri, bytes }: SourceFile): Promise<Reading> {
  // It takes the bytes it is given for itself.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (error) {
    return { skipped: (error as Error).name === 'PasswordException' ? reasons.password : reasons.damaged };
  }
  try {
    if (document.numPages > MOST_PAGES) return { skipped: reasons.tooManyPages };
    const pages: Page[] = [];
    let letters = 0;
    let damaged = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number).then(readPage, () => null);
      if (!page) damaged++;
      pages.push(page ?? { lines: [], height: 1 });
      letters += page?.lines.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
      // Some draw a picture with letters.
      if (letters > MOST_TEXT) return { skipped: reasons.tooMuchText };
    }
    if (damaged === document.numPages) return { skipped: reasons.damaged };
    if (letters < LEAST_LETTERS * document.numPages) return { skipped: reasons.pictures };
    const margins = marginsOf(pages);
    const labels = await document.getPageLabels().catch(() => null);
    const placed = pages.map(({ lines }, index) => ({
      lines: lines.filter((line) => !margins.dropped[index]!.has(line)),
      locator: { page: labels?.[index] || margins.printed[index] || String(index + 1), physicalPage: index + 1 },
    }));
    const { stated, fallback } = await metadataOf(document, margins.url);
    const article = extractedArticle(uri, paragraphsOf(placed), stated, fallback);
    return article ? { article } : { skipped: reasons.pictures };
  } finally {
    await task.destroy();
  }
}

async function readPage(page: PDFPageProxy): Promise<Page> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces: TextPiece[] = [];
  let isNewLine = true;
  for (const item of items) {
    if (!('str' in item)) continue;
    const [a, b, , , x, y] = multiplied(transform, item.transform);
    // What is set upright or askew is a mark in the margin or behind the text.
    if (item.str.trim() !== '' && Math.abs(b) <= Math.abs(a) * 0.1 && a > 0) {
      const size = Math.hypot(item.transform[2], item.transform[3]) || item.height;
      pieces.push({ text: item.str, x, baseline: y, width: item.width, size, follows: !isNewLine });
      isNewLine = false;
    }
    if (item.hasEOL) isNewLine = true;
  }
  page.cleanup();
  return { lines: linesInOrder(pieces), height };
}

type Matrix = readonly number[];

function multiplied(m: Matrix, n: Matrix): [number, number, number, number, number, number] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = n as [number, number, number, number, number, number];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Programs by which people print a page or scan it: the day they did so is not the article's. */
const PRINTED = /skia|chrom|firefox|mozilla|cairo|quartz|wkhtml|webkit|safari|edge|scan|distiller server/i;

async function metadataOf(document: PDFDocumentProxy, url: string | null): Promise<{ stated: Stated; fallback: Stated }> {
  const found = await document.getMetadata().catch(() => null);
  const info = (found?.info ?? {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value.replace(/[\s\0]+/g, ' ').trim() || null : null);
  const xmp = (name: string): string | null => text([found?.metadata?.get(name)].flat()[0]);
  const author = text(info.Author) ?? xmp('dc:creator');
  return {
    stated: {
      title: titled(text(info.Title)) ?? titled(xmp('dc:title')),
      author: null,
      publisher: xmp('prism:publicationname') ?? xmp('dc:publisher'),
      date: dated(xmp('prism:publicationdate') ?? xmp('prism:coverdate')),
      url: xmp('prism:url') ?? url,
    },
    // Systems put the name of an account here (a person has two names at least), and the day the file was made.
    fallback: {
      ...NOTHING_STATED,
      author: author && readNames(author),
      date: PRINTED.test(`${text(info.Producer)} ${text(info.Creator)}`) ? null : dated(text(info.CreationDate)),
    },
  };
}

/** A title that somebody gave, not the name of a file or of a program's window. */
function titled(title: string | null): string | null {
  const isMade = title === null || title.length > 300 || /^(?:microsoft |untitled|about:blank|document\d*$|slide \d|https?:)/i.test(title);
  return isMade || /\.(?:docx?|pdf|indd|qxd|tex|dvi|html?|rtf|odt|pptx?|xlsx?)$/i.test(title) ? null : title;
}

/** `D:20220106101500+06'00'`, or ISO 8601. */
function dated(value: string | null): CalendarDate | null {
  if (value === null) return null;
  const found = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(value);
  return readDate(found ? `${found[1]}-${found[2]}-${found[3]}` : value);
}
