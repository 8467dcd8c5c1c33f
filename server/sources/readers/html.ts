/** The reader of web pages: the article's own text, without navigation, advertisements and comments. */
import { Readability } from '@mozilla/readability';
import type { Uri } from '../../engine/model.ts';
import { declaredCharset } from '../decoding.ts';
import { type DomDocument, type DomElement, isElement, parsePage, wordsOf } from '../dom.ts';
import { decode } from '../encoding.ts';
import { type ExtractedBlock, extractedArticle, type Stated } from '../extracted.ts';
import type { Reading, SourceFile } from '../file.ts';
import { PageBlocks } from '../page-blocks.ts';
import { pageMetadata } from '../page-metadata.ts';
import { reasons } from '../reasons.ts';

/** Reads a page of any encoding. */
export async function readHtml({ uri, bytes }: SourceFile): Promise<Reading> {
  const decoded = decode(bytes, declaredCharset(bytes));
  return 'skipped' in decoded ? decoded : readPage(uri, decoded.text);
}

/** Longer pages, in UTF-16 units, are lists or programs' output, and would take a tree of gigabytes. */
const LONGEST = 20 * 1024 * 1024;

export function readPage(uri: Uri, html: string): Reading {
  if (html.length > LONGEST) return { skipped: reasons.tooLargePage };
  const page = parsePage(html);
  const stated = pageMetadata(page, html);
  const article = extractedArticle(uri, mainBlocks(page, stated), stated);
  return article ? { article } : { skipped: reasons.noText };
}

/** What is around the text on any site. */
const AROUND = 'nav, aside, footer, form, [role=navigation], [role=complementary], [role=search], [role=contentinfo], [aria-hidden=true]';
/** Advertisements, as sites name the elements that hold them. */
const ADS = '.ad, .ads, .advert, .advertisement, .adsbygoogle, [class^=ad-], [id^=ad-], [class*=advertisement], [class*=sponsored]';
/** Comments of readers, wherever they stand. */
const COMMENTS = '#comments, .comments, .comment-list, #disqus_thread, [id^=comment-], [itemprop~=comment]';

/** The blocks of a page's main text; of all of the page where it is too small to tell one. */
function mainBlocks(page: DomDocument, { title, publisher }: Stated): ExtractedBlock[] {
  const headings = [...page.querySelectorAll('h1')].filter((heading) => !heading.closest('nav, aside, footer')).map(wordsOf);
  const headline =
    headings.find((words) => isTitle(words, title)) ?? (headings.length === 1 && headings[0] !== publisher ? headings[0]! : null);
  for (const part of [...page.querySelectorAll(`${COMMENTS}, ${ADS}`)]) part.remove();
  const found = isDeep(page.documentElement) ? [] : readable(page, headline);
  if (found.length > 0) return found;
  for (const element of [...page.querySelectorAll(AROUND)]) element.remove();
  return blocksOf(page, null);
}

function readable(page: DomDocument, headline: string | null): ExtractedBlock[] {
  // It changes the tree it reads; where it finds nothing, the page as it was is read.
  const main = new Readability(page.cloneNode(true) as never, { keepClasses: true }).parse();
  return main?.content ? blocksOf(parsePage(main.content), headline) : [];
}

/** Trees deeper than this were made by a broken program, and take a search for their main text minutes. */
const DEEPEST = 256;

function isDeep(root: DomElement): boolean {
  let level: DomElement[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((element) => [...element.childNodes].filter(isElement));
  }
  return false;
}

/** The blocks of a tree, after the page's headline where the tree has lost it: what a headline says, its article says. */
function blocksOf(page: DomDocument, headline: string | null): ExtractedBlock[] {
  const blocks = new PageBlocks();
  const has = headline === null || [...page.querySelectorAll('h1, h2, h3')].some((heading) => isTitle(wordsOf(heading), headline));
  if (!has) blocks.headline(headline);
  blocks.read(page.documentElement);
  return blocks.blocks;
}

function isTitle(words: string, title: string | null): boolean {
  return title !== null && words !== '' && words.toLowerCase() === title.toLowerCase();
}
