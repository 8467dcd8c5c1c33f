/** Web pages as trees: what of the DOM the readers use, and the parser that makes it. */
import { parseHTML } from 'linkedom';

export interface DomNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  /** The tag's name in lower case. */
  readonly localName: string;
  readonly parentElement: DomElement | null;
  innerHTML: string;
  getAttribute(name: string): string | null;
  querySelector(selectors: string): DomElement | null;
  querySelectorAll(selectors: string): Iterable<DomElement>;
  closest(selectors: string): DomElement | null;
  append(node: DomNode): void;
  remove(): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  cloneNode(deep: boolean): DomDocument;
}

/** What stands in a page's head. */
const HEAD = new Set(['head', 'title', 'meta', 'link', 'style', 'script', 'base']);

/** Parses a page. Whatever is in it, there is a document, and all that can be read in it is in its body. */
export function parsePage(html: string): DomDocument {
  // What has no root is a piece of a page, and the parser would take its first element for the root.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const page = (parseHTML(whole) as unknown as { readonly document: unknown }).document as DomDocument & {
    createElement(name: string): DomElement;
  };
  const root = page.documentElement;
  if (![...root.childNodes].some((node) => isElement(node) && node.localName === 'body')) {
    const body = page.createElement('body');
    for (const node of [...root.childNodes]) if (!(isElement(node) && HEAD.has(node.localName))) body.append(node);
    root.append(body);
  }
  return page;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

/** An element's words on one line. */
export function wordsOf(element: DomNode | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
