/** From offsets to positions, in drafts and in articles whose files nobody has open. */
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, Span } from '../engine/model.ts';

/** Line starts are computed once an article, and go with it. */
const documents = new WeakMap<Article, TextDocument>();

/** The range of a span of an article, in the text that was analysed: the file is not read again, and may have changed since. */
export function rangeInArticle(article: Article, span: Span): Range {
  let document = documents.get(article);
  if (!document) {
    document = TextDocument.create(article.uri, article.language, 0, article.text);
    documents.set(article, document);
  }
  return rangeIn(document, span);
}

export function rangeIn(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The one of some spans that an offset is in; of several the shortest, and one that ends at the offset only where no other holds it. */
export function spanAt<T>(items: readonly T[], spanOf: (item: T) => Span, offset: number): T | undefined {
  let best: T | undefined;
  let bestSize = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const { start, end } = spanOf(item);
    if (offset < start || offset > end) continue;
    // A span that only ends here comes after every one that holds the offset, whatever its length.
    const size = offset === end ? 2 ** 32 + (end - start) : end - start;
    if (size < bestSize) {
      best = item;
      bestSize = size;
    }
  }
  return best;
}
