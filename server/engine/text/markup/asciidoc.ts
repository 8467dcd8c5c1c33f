/** AsciiDoc: sections, delimited blocks, lists, tables and macros, told line by line from their marks. */
import type { Span, Work } from '../../model.ts';
import type { Layout } from '../layout.ts';
import { linesOf, trim } from '../spans.ts';
import { Finder, itemMarkEnd, LayoutBuilder } from './builder.ts';
import { frontMatterEnd } from './front-matter.ts';
import { maskInline } from './inline.ts';

/** Delimiters of blocks that hold no prose: listings, literals, passthroughs, comments. */
const VERBATIM = new Set(['-', '.', '+', '/', '`']);
/** Delimiters of blocks that do: examples, sidebars, quotes. */
const PROSE = new Set(['=', '*', '_']);
const BLOCK_MACROS = ['image::', 'include::', 'video::', 'audio::', 'toc::', 'ifdef::', 'ifndef::', 'endif::', 'ifeval::'];
const ADMONITIONS = ['NOTE:', 'TIP:', 'IMPORTANT:', 'CAUTION:', 'WARNING:'];

/** The layout of an AsciiDoc document. Yields once a block of it. */
export function* asciidoc(text: string): Work<Layout> {
  const builder = new LayoutBuilder();
  const body = frontMatterEnd(text);
  builder.mask(0, body);
  const state: State = { verbatim: null, table: false, quote: false, header: false };
  for (const line of linesOf(text, body)) {
    const content = trim(text, line);
    if (state.verbatim !== null) {
      builder.mask(line.start, line.end);
      if (text.slice(content.start, content.end) === state.verbatim) state.verbatim = null;
    } else if (content.start === content.end) {
      if (builder.kind !== null) yield;
      builder.close();
      state.header = false;
    } else {
      if (builder.kind === null && !state.table && !state.quote && !state.header) builder.rest(text, line.start);
      readLine(text, content, state, builder);
    }
  }
  builder.close();
  yield* builder.readWithin(text, (window) => inline(text, window, builder));
  return builder;
}

interface State {
  /** The delimiter that ends the verbatim block that is open. */
  verbatim: string | null;
  table: boolean;
  quote: boolean;
  /** Whether this is a line of the document's header, under its title. */
  header: boolean;
}

function readLine(text: string, content: Span, state: State, builder: LayoutBuilder): void {
  const start = text.slice(content.start, Math.min(content.end, content.start + 120));
  const delimiter = delimiterOf(text, content);
  const whole = () => {
    builder.close();
    builder.mask(content.start, content.end);
  };
  if (start === '|===') {
    whole();
    state.table = !state.table;
  } else if (delimiter !== null) {
    whole();
    if (VERBATIM.has(delimiter) && start !== '--') state.verbatim = start;
    if (delimiter === '_') state.quote = !state.quote;
  } else if (state.header || start.startsWith('//') || isAttribute(start) || BLOCK_MACROS.some((macro) => start.startsWith(macro))) {
    whole();
  } else if ((start.startsWith('[') && text.charAt(content.end - 1) === ']') || start === '+' || start === "'''" || start === '<<<') {
    whole();
  } else if (state.table) cells(text, content, builder);
  else marked(text, content, state, builder);
}

/** The sign of a delimiter line: four or more of one sign, or `--`, or a code fence. */
function delimiterOf(text: string, { start, end }: Span): string | null {
  const sign = text.charAt(start);
  if (!VERBATIM.has(sign) && !PROSE.has(sign)) return null;
  for (let at = start; at < end; at++) if (text.charAt(at) !== sign) return sign === '`' && text.startsWith('```', start) ? sign : null;
  const length = end - start;
  return length >= 4 || (sign === '-' && length === 2) || (sign === '`' && length === 3) ? sign : null;
}

/** `:name: value`. */
function isAttribute(line: string): boolean {
  const close = line.startsWith(':') ? line.indexOf(':', 1) : -1;
  return close > 1 && close < 60 && !line.slice(1, close).includes(' ');
}

function marked(text: string, content: Span, state: State, builder: LayoutBuilder): void {
  const heading = headingMark(text, content);
  if (heading > content.start) {
    builder.mask(content.start, heading);
    builder.single('heading', heading, content.end);
    state.header = heading - content.start === 2 && text.charAt(content.start) === '=';
    return;
  }
  if (text.charAt(content.start) === '.' && /[^\s.]/.test(text.charAt(content.start + 1))) {
    builder.mask(content.start, content.start + 1);
    builder.single('caption', content.start + 1, content.end);
    return;
  }
  const item = listMark(text, content);
  if (item > content.start) {
    builder.mask(content.start, item);
    builder.begin('item', item, content.end);
    return;
  }
  const admonition = ADMONITIONS.find((word) => text.startsWith(word, content.start));
  if (admonition) builder.mask(content.start, content.start + admonition.length);
  builder.extend(state.quote ? 'quote' : 'paragraph', content.start + (admonition?.length ?? 0), content.end);
}

/** The end of `== ` or `## `, or the line's start. */
function headingMark(text: string, { start, end }: Span): number {
  const sign = text.charAt(start);
  if (sign !== '=' && sign !== '#') return start;
  let at = start;
  while (at < end && text.charAt(at) === sign) at++;
  return at - start <= 6 && text.charAt(at) === ' ' ? at + 1 : start;
}

/** The end of `* `, `** `, `. `, `1. `, or of a term's `:: `. */
function listMark(text: string, line: Span): number {
  const sign = text.charAt(line.start);
  if (sign === '*' || sign === '.') {
    let at = line.start;
    while (at < line.end && text.charAt(at) === sign) at++;
    return at - line.start <= 5 && text.charAt(at) === ' ' ? at + 1 : line.start;
  }
  return itemMarkEnd(text, line);
}

/** A table's line: each cell stands after a bar, which may have a format before it (`2+|`). */
function cells(text: string, content: Span, builder: LayoutBuilder): void {
  let from = -1;
  for (let at = content.start; at <= content.end; at++) {
    const ends = at === content.end;
    if (!ends && text.charAt(at) !== '|') continue;
    if (from >= 0 && at > from) builder.single('cell', from, at);
    else if (from < 0 && (ends || at > content.start)) {
      // Without a bar before it, a line goes on with the cell above; with one, what stands before it is a format.
      if (ends) builder.single('cell', content.start, at);
      else builder.mask(content.start, at);
    }
    if (!ends) builder.mask(at, at + 1);
    from = at + 1;
  }
}

/** Masks code, attributes, cross references and macros inside a block. */
function inline(text: string, block: Span, builder: LayoutBuilder): void {
  const finder = new Finder(text, block.end);
  for (const [open, close, keepsText] of [
    ['`', '`', false],
    ['{', '}', false],
    ['<<', '>>', false],
    ['cite:[', ']', false],
    ['citenp:[', ']', false],
    ['footnote:[', ']', true],
    ['+++', '+++', false],
  ] as const) {
    for (let at = finder.find(open, block.start); at >= 0; ) {
      const end = close === ']' ? closeOf(text, at + open.length, finder) : finder.find(close, at + open.length);
      if (end < 0) break;
      if (keepsText) {
        builder.mask(at, at + open.length);
        builder.mask(end, end + close.length);
      } else builder.mask(at, end + close.length);
      at = finder.find(open, end + close.length);
    }
  }
  // `https://example.org[text]` and `xref:part.adoc[text]`: the target goes, the text in brackets stays.
  for (let open = finder.find('[', block.start); open >= 0; open = finder.find('[', open + 1)) {
    const target = macroStart(text, block.start, open);
    const close = target < open ? closeOf(text, open, finder) : -1;
    if (close < 0) continue;
    builder.mask(target, open + 1);
    builder.mask(close, close + 1);
  }
  maskInline(text, block, builder);
}

/** The bracket that closes one, from an offset inside it on; -1 where none does. One behind a backslash is a sign of the text. */
function closeOf(text: string, from: number, finder: Finder): number {
  let at = finder.find(']', from);
  while (at > 0 && text.charAt(at - 1) === '\\') at = finder.find(']', at + 1);
  // What a passthrough inside ends with ends nothing else.
  return at >= 0 && text.startsWith('pass:c[', from) && text.charAt(at + 1) === ']' ? at + 1 : at;
}

/** Where the macro or URL that ends at a bracket starts, which may stand right behind a word's stop; the bracket itself where there is none. */
function macroStart(text: string, limit: number, open: number): number {
  let at = open;
  while (at > limit && open - at < 500 && !/[\s[\]()<>"]/.test(text.charAt(at - 1))) at--;
  const colon = text.slice(at, open).indexOf(':');
  if (colon < 0) return open;
  let start = at + colon;
  while (start > at && /[a-z]/i.test(text.charAt(start - 1))) start--;
  return start;
}
