/** reStructuredText: sections, lists, directives, literal blocks, roles and references, told line by line from their marks. */
import type { Span, Work } from '../../model.ts';
import type { Layout } from '../layout.ts';
import { linesOf, trim } from '../spans.ts';
import { Finder, isRule, itemMarkEnd, LayoutBuilder } from './builder.ts';
import { maskInline } from './inline.ts';

/** Directives whose content is prose; that of all others is code, data or another file. */
const PROSE = new Set(
  (
    'note warning tip important caution danger attention error hint admonition seealso epigraph highlights pull-quote topic sidebar container figure ' +
    'versionadded versionchanged deprecated rubric centered compound parsed-literal table list-table'
  ).split(' '),
);
/** Roles whose text is no prose. */
const CODE_ROLES = new Set(['code', 'math', 'raw', 'file', 'command', 'samp', 'kbd', 'program', 'envvar', 'option', 'literal']);

/** The layout of a reStructuredText document. Yields once a block of it. */
export function* restructuredtext(text: string): Work<Layout> {
  const builder = new LayoutBuilder();
  /** Content further indented than this is skipped, or is code; -1 where nothing is. */
  let skipped = -1;
  let afterRule = false;
  /** Whether the open block is one line so far. */
  let oneLine = false;
  for (const line of linesOf(text)) {
    const content = trim(text, line);
    const before = builder.kind;
    const indent = content.start - line.start;
    if (content.start === content.end) {
      if (builder.kind !== null) yield;
      builder.close();
      oneLine = false;
      afterRule = false;
      continue;
    }
    if (skipped >= 0 && indent > skipped) {
      builder.mask(line.start, line.end);
      continue;
    }
    skipped = -1;
    if (builder.kind === null && indent === 0 && !afterRule) builder.rest(text, line.start);
    if (isRule(text, content) || isGrid(text, content)) {
      builder.mask(content.start, content.end);
      // A rule under a line of text makes it a heading.
      if (oneLine && builder.kind === 'paragraph') builder.retype('heading');
      builder.close();
      oneLine = false;
      afterRule = true;
      continue;
    }
    if (text.startsWith('.. ', content.start) || text.startsWith('__ ', content.start)) {
      builder.close();
      if (explicit(text, content, builder)) skipped = indent;
    } else if (isField(text, content)) {
      builder.close();
      builder.mask(content.start, content.end);
    } else if (text.startsWith('>>> ', content.start)) {
      builder.mask(content.start, content.end);
    } else {
      prose(text, content, { indent, heading: afterRule }, builder);
      if (text.startsWith('::', content.end - 2)) {
        builder.mask(content.end - 1, content.end);
        skipped = indent;
      }
    }
    afterRule = false;
    oneLine = before === null && builder.kind === 'paragraph';
  }
  builder.close();
  yield* builder.readWithin(text, (window) => inline(text, window, builder));
  return builder;
}

function prose(text: string, content: Span, { indent, heading }: { indent: number; heading: boolean }, builder: LayoutBuilder): void {
  const mark = builder.kind === null || builder.kind === 'item' ? itemMarkEnd(text, content) : content.start;
  if (mark > content.start) {
    builder.mask(content.start, mark);
    builder.begin('item', mark, content.end);
  } else if (text.charAt(content.start) === '|') row(text, content, builder);
  else if (heading && builder.kind === null) builder.begin('paragraph', content.start, content.end);
  else builder.extend(indent > 0 ? 'quote' : 'paragraph', content.start, content.end);
}

/** A grid table's row (`| a | b |`), or a line block's line (`| a`). */
function row(text: string, content: Span, builder: LayoutBuilder): void {
  if (text.charAt(content.end - 1) !== '|' || content.end - content.start < 2) {
    builder.mask(content.start, content.start + 1);
    builder.extend('paragraph', content.start + 1, content.end);
    return;
  }
  let from = content.start;
  for (let at = content.start; at < content.end; at++) {
    if (text.charAt(at) !== '|') continue;
    builder.mask(at, at + 1);
    if (at > from) builder.single('cell', from, at);
    from = at + 1;
  }
}

/** A grid table's border: `+----+=====+`. */
function isGrid(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (!/[+=-]/.test(text.charAt(at))) return false;
  return text.charAt(start) === '+' && end - start > 2;
}

/** `:name: value`, of a document's or a directive's fields. A role at a line's start has a backtick after it. */
function isField(text: string, content: Span): boolean {
  if (text.charAt(content.start) !== ':') return false;
  let at = content.start + 1;
  while (at < content.end && at - content.start < 60 && /[\w -]/.test(text.charAt(at))) at++;
  return at > content.start + 1 && text.charAt(at) === ':' && (at + 1 === content.end || text.charAt(at + 1) === ' ');
}

/** Masks what an explicit markup block opens with. True where its indented content is no prose either. */
function explicit(text: string, content: Span, builder: LayoutBuilder): boolean {
  const start = content.start + 3;
  const head = text.slice(start, Math.min(content.end, start + 80));
  const footnote = head.startsWith('[') ? head.indexOf(']') : -1;
  if (footnote > 0) {
    builder.mask(content.start, start + footnote + 1);
    builder.begin('paragraph', start + footnote + 1, content.end);
    return false;
  }
  const colons = head.indexOf('::');
  const name = head.slice(0, Math.max(0, colons)).trim();
  if (!PROSE.has(name)) {
    builder.mask(content.start, content.end);
    return true;
  }
  const end = name === 'figure' ? content.end : start + colons + 2;
  builder.mask(content.start, end);
  if (end < content.end) builder.begin('paragraph', end, content.end);
  return false;
}

/** Masks literals, roles, references and what else is marked inside a block. */
function inline(text: string, block: Span, builder: LayoutBuilder): void {
  const finder = new Finder(text, block.end);
  for (let at = finder.find('`', block.start); at >= 0; at = finder.find('`', at)) {
    const double = text.charAt(at + 1) === '`';
    const close = finder.find(double ? '``' : '`', at + (double ? 2 : 1));
    if (close < 0) {
      at += double ? 2 : 1;
      continue;
    }
    if (double) {
      builder.mask(at, close + 2);
      at = close + 2;
      continue;
    }
    at = interpreted(text, { start: at, end: close + 1 }, block, builder);
  }
  maskInline(text, block, builder);
  for (const reference of references(text, block)) builder.mask(reference.start, reference.end);
}

/** :role:`text <target>` and `text <target>`_ : the text stays, unless the role makes it code. Returns where it ends. */
function interpreted(text: string, span: Span, block: Span, builder: LayoutBuilder): number {
  let role = span.start;
  while (role > block.start && span.start - role < 40 && /[\w:.+-]/.test(text.charAt(role - 1))) role--;
  const named = text.charAt(role) === ':' && text.charAt(span.start - 1) === ':' && span.start - role > 2;
  const start = named ? role : span.start;
  let { end } = span;
  while (end < block.end && text.charAt(end) === '_') end++;
  const names = text.slice(role + 1, span.start - 1).split(':');
  const target = text.charAt(span.end - 2) === '>' ? text.lastIndexOf('<', span.end) : -1;
  if (named && CODE_ROLES.has(names.at(-1)!)) builder.mask(start, end);
  else {
    builder.mask(start, span.start + 1);
    builder.mask(target > span.start ? target : span.end - 1, end);
  }
  return end;
}

/** `[1]_`, `[#note]_` and `|substitution|` marks. */
function* references(text: string, block: Span): Generator<Span, void, void> {
  let open = -1;
  for (let at = block.start; at < block.end; at++) {
    const char = text.charAt(at);
    if (char === '[') open = at;
    else if (char === ']' && open >= 0) {
      if (text.charAt(at + 1) === '_' && at - open < 40) yield { start: open, end: at + 2 };
      open = -1;
    }
  }
}
