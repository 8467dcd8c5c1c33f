/** Footnotes, as far as it matters that something stands in one. */
import type { Passage, Prose, Span } from '../model.ts';

/** The longest label that a footnote is looked for behind, and the longest note in a sentence, in UTF-16 units. */
const LABEL = 120;
const INLINE = 4000;

/** What a definition opens with, up to the note's first word. */
const DEFINITIONS: { readonly [language in Prose['language']]?: RegExp } = {
  markdown: /^ {0,3}\[\^[^\][]{1,100}\]:[ \t]*$/,
  restructuredtext: /^\.\. \[[^\][]{1,100}\][ \t]*$/,
};

/** What a note that stands in its sentence opens with, and the sign that ends it unless a backslash stands before. */
const INLINES: { readonly [language in Prose['language']]?: readonly [open: RegExp, close: string] } = {
  latex: [/\\footnote\{/g, '}'],
  asciidoc: [/footnote:(?:[\w-]{1,60})?\[/g, ']'],
};

/**
 * The footnote that an offset of a text, in the passage of that index, is in: Markdown's and reStructuredText's definitions, LaTeX's
 * `\footnote{...}` and AsciiDoc's `footnote:[...]`. Null where it is in none.
 */
export function noteAround({ text, language }: Prose, passages: readonly Passage[], index: number, offset: number): Span | null {
  const inline = INLINES[language];
  if (inline) return inlineAround(text, offset, ...inline);
  const definition = DEFINITIONS[language];
  if (!definition) return null;
  let first = index;
  while (first > 0 && passages[first - 1]!.block === passages[index]!.block) first--;
  const { start } = passages[first]!;
  const before = text.slice(Math.max(0, start - LABEL), start);
  if (!definition.test(before.slice(before.lastIndexOf('\n') + 1))) return null;
  let last = index;
  while (last + 1 < passages.length && passages[last + 1]!.block === passages[index]!.block) last++;
  return { start, end: passages[last]!.end };
}

function inlineAround(text: string, offset: number, open: RegExp, close: string): Span | null {
  const from = Math.max(0, offset - INLINE);
  const before = text.slice(from, offset);
  const mark = [...before.matchAll(open)].at(-1);
  if (!mark) return null;
  const start = from + mark.index + mark[0].length;
  // A passthrough of AsciiDoc's ends with a bracket of its own.
  const isPassed = text.startsWith('pass:c[', start);
  const closed = closing(text, start, start + INLINE, close);
  const end = isPassed && text.charAt(closed + 1) === close ? closed + 1 : closed;
  return end < offset ? null : { start, end };
}

/** Where a sign that no backslash stands before comes next; the limit where none does. */
function closing(text: string, from: number, limit: number, sign: string): number {
  let at = text.indexOf(sign, from);
  while (at > 0 && at < limit && text.charAt(at - 1) === '\\') at = text.indexOf(sign, at + 1);
  return at < 0 ? Math.min(limit, text.length) : Math.min(at, limit);
}
