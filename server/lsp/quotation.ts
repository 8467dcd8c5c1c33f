/** A passage of a source as a quotation for a draft, with who says it: in the draft's own markup, the words as the source has them. */
import type { Source } from '../engine/library.ts';
import { sourceName } from '../engine/rules/wording.ts';
import { formatDate, placeInWords } from './cite.ts';
import type { Client } from './client.ts';
import { wholePassage } from './excerpt.ts';
import { escapeMarkdown, visible } from './markdown.ts';

/**
 * The quotation as a block of its own.
 * @param language the draft's, as VS Code identifies it; in one without quotations the words stand in quotation marks
 */
export function quotationOf(source: Source, passage: number, language: string, client: Pick<Client, 'translate' | 'locale'>): string {
  const words = visible(wholePassage(source, passage, NONE).text).trim();
  const from = creditOf(source, passage, client);
  switch (language) {
    case 'markdown':
      return `> ${atLineStart(escapeMarkdown(words))}\n>\n> — ${escapeMarkdown(from)}`;
    case 'restructuredtext':
      return `    ${escapeRst(words)}\n\n    -- ${escapeRst(from)}`;
    case 'asciidoc':
      return `[quote]\n____\n${escapeAsciiDoc(words)}\n\n-- ${escapeAsciiDoc(from)}\n____`;
    case 'latex':
    case 'tex':
      return `\\begin{quote}\n${escapeLatex(words)}\n\n--- ${escapeLatex(from)}\n\\end{quote}`;
    default:
      return `“${words}”\n— ${from}`;
  }
}

const NONE: ReadonlySet<number> = new Set();

/** `Simon Basketter, “What’s behind the revolt in Kazakhstan?”, Socialist Worker, 7 January 2022, page 4`. */
export function creditOf(source: Source, passage: number, { translate, locale }: Pick<Client, 'translate' | 'locale'>): string {
  const { author, title, publisher, date } = source.article;
  const name = publisher?.trim() || (title ? '' : sourceName(source.article));
  const place = placeInWords(source, source.analysis.passages[passage]!, translate);
  const parts = [author, title && `“${title}”`, name, date && formatDate(date, locale), place];
  return visible(parts.filter(Boolean).join(', '));
}

/** Text whose beginning is none of Markdown's: what begins a list, a heading or a rule at the beginning of a line. */
export function atLineStart(escaped: string): string {
  return escaped.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^([-+=])/, '\\$1');
}

export function escapeRst(text: string): string {
  return text.replace(/[\\*`|_]/g, '\\$&');
}

/** Text as AsciiDoc shows it: where some of it could be markup, in a passthrough, whose end is escaped inside. */
export function escapeAsciiDoc(text: string): string {
  return /[*_`#^~{}[\]<>+&|\\]|:\/\/|\w::?\S/.test(text) ? `pass:c[${text.replace(/]/g, '\\]')}]` : text;
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

export function escapeLatex(text: string): string {
  return text.replace(/[\\{}$&#_%~^]/g, (char) => LATEX[char]!);
}
