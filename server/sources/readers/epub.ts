/** The reader of EPUB books: chapters in the order of the spine, with the printed pages that the book marks. */
import type { Locator } from '../../engine/model.ts';
import { readDate } from '../dates.ts';
import { type DomElement, parsePage, wordsOf } from '../dom.ts';
import { extractedArticle } from '../extracted.ts';
import type { Reading, SourceFile } from '../file.ts';
import { PageBlocks } from '../page-blocks.ts';
import { reasons } from '../reasons.ts';
import { elementsNamed, parseXml, textNamed } from '../xml.ts';
import { definesEntities, textIn, unpack } from '../zip.ts';

export async function readEpub({ uri, bytes }: SourceFile): Promise<Reading> {
  const unpacked = unpack(bytes, (name) => /\.(?:xhtml|html?|xml|opf)$/i.test(name));
  if ('skipped' in unpacked) return unpacked;
  const { files } = unpacked;
  const locked = textIn(files, 'META-INF/encryption.xml');
  if (locked !== null && elementsNamed(parseXml(locked), 'CipherReference').some(({ attributes }) => /html?$/i.test(attributes.URI ?? '')))
    return { skipped: reasons.copyProtection };
  const root = elementsNamed(parseXml(textIn(files, 'META-INF/container.xml') ?? ''), 'rootfile')[0]?.attributes['full-path'];
  const opf = root === undefined ? null : textIn(files, root);
  if (root === undefined || opf === null) return { skipped: reasons.damaged };
  if (definesEntities(opf)) return { skipped: reasons.entities };
  const book = parseXml(opf);
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const hrefs = new Map(elementsNamed(book, 'item').map(({ attributes }) => [attributes.id, attributes.href]));
  let physicalPage = 0;
  const pageOf = (element: DomElement): Locator | null => {
    const isBreak = element.getAttribute('epub:type') === 'pagebreak' || element.getAttribute('role') === 'doc-pagebreak';
    if (!isBreak) return null;
    physicalPage++;
    const label = element.getAttribute('title') ?? element.getAttribute('aria-label') ?? wordsOf(element);
    return { page: label.replace(/^page\s+/i, '').trim() || String(physicalPage), physicalPage };
  };
  const blocks = new PageBlocks(pageOf);
  for (const { attributes } of elementsNamed(book, 'itemref')) {
    const href = attributes.linear === 'no' ? undefined : hrefs.get(attributes.idref);
    const chapter = href === undefined ? null : textIn(files, resolved(folder, href));
    if (chapter === null) continue;
    if (definesEntities(chapter)) return { skipped: reasons.entities };
    blocks.read(parsePage(chapter).body);
  }
  const date = textNamed(book, 'date');
  const article = extractedArticle(uri, blocks.blocks, {
    title: textNamed(book, 'title'),
    author:
      elementsNamed(book, 'creator')
        .map(({ text }) => text.trim())
        .filter(Boolean)
        .join(', ') || null,
    publisher: textNamed(book, 'publisher'),
    date: date === null ? null : /^\d{4}$/.test(date) ? { year: Number(date), month: null, day: null } : readDate(date),
    url: textNamed(book, 'source')?.match(/^https?:\S+$/)?.[0] ?? null,
  });
  return article ? { article } : { skipped: reasons.noText };
}

/** A chapter's name in the archive, from its address relative to the book's folder. */
function resolved(folder: string, href: string): string {
  const parts: string[] = [];
  let path = href.split('#')[0]!;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A stray percent sign stands for itself.
  }
  for (const part of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
