/** The blocks of a page's tree: headings, paragraphs, list items, quotations and tables, each with its paragraph's number. */
import type { Locator } from '../engine/model.ts';
import { type DomElement, type DomNode, isElement, wordsOf } from './dom.ts';
import type { ExtractedBlock, ExtractedKind, Piece } from './extracted.ts';
import { type TableCell, tableBlocks } from './tables.ts';

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html li main nav ol p pre section summary table ul td th tr tbody thead tfoot caption'
  ).split(' '),
);
/** What is no text of the page: programs, forms, pictures; and what the author struck out. */
const LEFT_OUT = new Set(
  (
    'script style noscript template svg math iframe object embed audio video canvas button input select textarea datalist head title meta ' +
    'link del s strike rp rt map'
  ).split(' '),
);
/** Trees deeper than this are nobody's page; what is below is read as one run of words. */
const DEEPEST = 400;
/** No table spans more rows or columns with one cell. */
const WIDEST_SPAN = 100;

/** Collects the blocks of a tree; several trees may be read one after the other, as a book's chapters are. */
export class PageBlocks {
  readonly blocks: ExtractedBlock[] = [];
  private pieces: Piece[] = [];
  private text = '';
  private kind: ExtractedKind = 'paragraph';
  private paragraph = 0;
  private page: Locator | null = null;

  constructor(private readonly pageOf: (element: DomElement) => Locator | null = () => null) {}

  /** A heading that is not in the tree itself. */
  headline(text: string): void {
    this.kind = 'heading';
    this.text = text;
    this.flush();
  }

  read(root: DomNode): void {
    this.visit(root, 0, 'paragraph');
    this.flush();
  }

  private visit(node: DomNode, depth: number, kind: ExtractedKind): void {
    if (node.nodeType === 3) {
      this.text += node.nodeValue ?? '';
      return;
    }
    if (!isElement(node)) return;
    const page = this.pageOf(node);
    if (page) this.turn(page);
    const name = node.localName;
    if (LEFT_OUT.has(name) || isHidden(node) || isReferenceMark(node)) return;
    if (depth > DEEPEST) {
      this.text += ` ${node.textContent ?? ''} `;
      return;
    }
    if (name === 'br') {
      // Two in a row end a paragraph; one ends a line, and words do not run together over it.
      if (/\n[ \t]*$/.test(this.text)) this.flush();
      else this.text += '\n';
      return;
    }
    if (name === 'table' && isData(node)) {
      this.flush();
      for (const { pieces, kind: said } of tableBlocks(rowsOf(node))) {
        this.kind = said;
        this.text = pieces.map(({ text }) => text).join('');
        this.flush();
      }
      return;
    }
    if (name === 'pre') {
      this.flush();
      for (const part of (node.textContent ?? '').split(/\n\s*\n/)) {
        this.text = part;
        this.flush();
      }
      return;
    }
    const isBlock = BLOCKS.has(name);
    const inner: ExtractedKind = /^h[1-6]$/.test(name) ? 'heading' : name === 'li' ? 'item' : name === 'blockquote' ? 'quote' : kind;
    if (isBlock) this.flush();
    if (isBlock) this.kind = inner;
    for (const child of node.childNodes) {
      this.visit(child, depth + 1, inner);
      if (isBlock) this.kind = inner;
    }
    if (isBlock) this.flush();
    // Cells of a table that only lays a page out, and what stands in `span`s side by side, are words apart.
    if (name === 'td' || name === 'th') this.text += ' ';
  }

  private turn(page: Locator): void {
    if (this.text.trim() !== '' || this.pieces.length > 0) {
      this.pieces.push({ text: this.text, locator: this.page ?? { paragraph: this.paragraph + 1 } });
      this.text = '';
    }
    this.page = page;
  }

  private flush(): void {
    if (this.text.trim() !== '' || this.pieces.some(({ text }) => text.trim() !== '')) {
      this.paragraph++;
      const locator = this.page ?? { paragraph: this.paragraph };
      this.blocks.push({ kind: this.kind, pieces: [...this.pieces, { text: this.text, locator }] });
    }
    this.pieces = [];
    this.text = '';
  }
}

function isHidden(element: DomElement): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  const style = element.getAttribute('style');
  return style !== null && style.length < 2000 && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** `<sup>[12]</sup>`, a footnote's mark: glued to a word it would read as a number. */
function isReferenceMark(element: DomElement): boolean {
  if (element.localName !== 'sup') return element.getAttribute('epub:type') === 'noteref';
  const words = wordsOf(element);
  return /^\[?(?:\d{1,3}|[a-z*\u2020\u2021]|note \d{1,3})\]?$/.test(words) && element.querySelector('a') !== null;
}

/** A table that holds data, not one that lays a page out: it has headers, or rows of several cells most of which are short. */
function isData(table: DomElement): boolean {
  if (table.querySelector('table') || table.getAttribute('role') === 'presentation') return false;
  if (table.querySelector('th')) return true;
  const cells = [...table.querySelectorAll('td')];
  const rows = [...table.querySelectorAll('tr')].length;
  return rows > 1 && cells.length >= rows * 2 && cells.filter((cell) => wordsOf(cell).length <= 80).length > cells.length * 0.8;
}

function rowsOf(table: DomElement): (TableCell | null)[][] {
  const rows: (TableCell | null)[][] = [];
  const caption = wordsOf(table.querySelector('caption'));
  if (caption) rows.push([{ text: caption, locator: null }]);
  const grid: (TableCell | null)[][] = [];
  for (const [index, row] of [...table.querySelectorAll('tr')].entries()) {
    grid[index] ??= [];
    let column = 0;
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.localName !== 'td' && cell.localName !== 'th')) continue;
      while (grid[index]![column] !== undefined) column++;
      const text = wordsWithoutMarks(cell);
      const held = text === '' ? null : { text, locator: null };
      for (let down = 0; down < span(cell, 'rowspan'); down++) {
        for (let right = 0; right < span(cell, 'colspan'); right++) {
          grid[index + down] ??= [];
          grid[index + down]![column + right] = held;
        }
      }
      column += span(cell, 'colspan');
    }
  }
  for (const row of grid) rows.push(Array.from(row ?? [], (cell) => cell ?? null));
  return rows;
}

function wordsWithoutMarks(cell: DomElement): string {
  for (const mark of cell.querySelectorAll('sup, style, script')) if (mark.localName !== 'sup' || isReferenceMark(mark)) mark.remove();
  return wordsOf(cell);
}

function span(cell: DomElement, name: string): number {
  const written = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(written) && written > 0 ? Math.min(written, WIDEST_SPAN) : 1;
}
