/** LaTeX: the text between commands. Math, comments, the preamble and the arguments that are names of things are masked. */
import type { BlockKind, Work } from '../../model.ts';
import type { Layout } from '../layout.ts';
import { isSpaceAt } from '../spans.ts';
import { LayoutBuilder } from './builder.ts';
import { maskWords } from './inline.ts';

/** Environments whose content is no prose. */
const SKIPPED = new Set(
  (
    'equation align gather multline math displaymath eqnarray alignat flalign verbatim Verbatim lstlisting minted tikzpicture comment thebibliography ' +
    'filecontents'
  ).split(' '),
);
const HEADINGS = new Set('part chapter section subsection subsubsection paragraph subparagraph title frametitle'.split(' '));
/** Commands whose arguments name things: labels, keys, files, lengths, colours. */
const NAMES = new Set(
  (
    'ref eqref pageref autoref cref Cref nameref label cite citet citep citeauthor citeyear parencite textcite autocite footcite nocite url path input include ' +
    'includegraphics includeonly bibliography bibliographystyle addbibresource usepackage RequirePackage documentclass pagestyle thispagestyle vspace hspace ' +
    'vskip hskip setlength addtolength setcounter addtocounter newcommand renewcommand providecommand newenvironment hypersetup graphicspath color textcolor ' +
    'definecolor pagecolor fontsize selectlanguage index glossary hyphenation author date lstinline ensuremath'
  ).split(' '),
);
/** Commands of `NAMES`' kind that take two such arguments. */
const PAIRS = new Set('setlength addtolength setcounter addtocounter newcommand renewcommand providecommand fontsize'.split(' '));
const TABLES = new Set('tabular tabularx longtable array tabulary'.split(' '));
const QUOTES = new Set('quote quotation verse displayquote'.split(' '));
/** How far an argument or a formula may reach, in UTF-16 units; a longer one is taken for text. */
const REACH = 400;
/** How much is read between two yields, in UTF-16 units. */
const STEP = 16_384;

/** What a document's preamble ends with, wherever that is. */
export const BODY = '\\begin{document}';

/** The layout of a LaTeX document, or a part of one. Yields every few kilobytes. */
export function* latex(text: string): Work<Layout> {
  const reader = new Reader(text);
  let next = STEP;
  while (reader.step()) {
    if (reader.at < next) continue;
    next = reader.at + STEP;
    yield;
  }
  reader.builder.close();
  reader.builder.isCut = reader.missesEnd;
  yield* reader.builder.readWithin(text, (window) => maskWords(text, window, reader.builder));
  return reader.builder;
}

class Reader {
  readonly builder = new LayoutBuilder();
  at = 0;
  private kind: BlockKind = 'paragraph';
  private tables = 0;
  /** Whether the block that is open is a heading, and how many braces deep its end is. */
  private heading = -1;
  private depth = 0;
  private readonly missing = new Set<string>();

  constructor(private readonly text: string) {
    const body = text.indexOf(BODY);
    if (body >= 0) this.skip(body + BODY.length);
  }

  /** Whether an environment that it skips has no end. */
  get missesEnd(): boolean {
    return this.missing.size > 0;
  }

  /** Reads one piece: a command, a mark, or one character of text. False at the end. */
  step(): boolean {
    const { text, at } = this;
    if (at >= text.length) return false;
    const char = text.charAt(at);
    if (char === '\\') this.command();
    else if (char === '%') this.skip(lineEnd(text, at));
    else if (char === '$') this.formula(text.charAt(at + 1) === '$' ? '$$' : '$');
    else if (char === '{') this.brace(1);
    else if (char === '}') this.brace(-1);
    else if (char === '&' && this.tables > 0) this.cut(1);
    else if (char === '~' || (char === '`' && text.charAt(at + 1) === '`')) this.skip(at + (char === '~' ? 1 : 2));
    else if (char === '-' && text.charAt(at - 1) === '-') this.skip(at + 1);
    else if (isSpaceAt(text, at)) this.space();
    else {
      this.touch(at, at + 1);
      this.at++;
    }
    return true;
  }

  private touch(start: number, end: number): void {
    this.builder.extend(this.tables > 0 ? 'cell' : this.heading >= 0 ? 'heading' : this.kind, start, end);
  }

  private skip(to: number): void {
    this.builder.mask(this.at, to);
    this.at = to;
  }

  private cut(length: number): void {
    this.builder.close();
    this.skip(this.at + length);
  }

  /** White space; an empty line ends the paragraph, and an item's too. */
  private space(): void {
    let feeds = 0;
    while (this.at < this.text.length && isSpaceAt(this.text, this.at)) {
      const char = this.text.charAt(this.at++);
      if (char === '\n' || (char === '\r' && this.text.charAt(this.at) !== '\n')) feeds++;
    }
    if (feeds < 2) return;
    this.builder.close();
    if (this.kind === 'item') this.kind = 'paragraph';
    if (this.kind === 'paragraph' && this.tables === 0 && this.heading < 0 && this.depth === 0) this.builder.rest(this.text, this.at);
  }

  private brace(step: 1 | -1): void {
    this.depth = Math.max(0, this.depth + step);
    this.skip(this.at + 1);
    if (this.heading >= 0 && this.depth <= this.heading) {
      this.builder.close();
      this.heading = -1;
    }
  }

  /** Masks a formula up to its closing mark, where that is near; else the mark alone. */
  private formula(close: string): void {
    const from = this.at + close.length;
    const end = this.text.slice(from, from + REACH).indexOf(close);
    const blank = end < 0 || hasBlankLine(this.text, from, from + end);
    this.skip(blank ? from : from + end + close.length);
  }

  private command(): void {
    const { text, at } = this;
    let end = at + 1;
    while (end < text.length && end - at < 40 && /[A-Za-z]/.test(text.charAt(end))) end++;
    const name = text.slice(at + 1, end);
    if (text.charAt(end) === '*') end++;
    if (name === '') this.sign(text.charAt(at + 1));
    else if (name === 'begin' || name === 'end') this.environment(name, end);
    else this.named(name, end);
  }

  private named(name: string, end: number): void {
    const { text } = this;
    this.skip(end);
    if (name === 'item') {
      this.builder.close();
      this.kind = 'item';
    } else if (name === 'par') this.builder.close();
    this.options();
    if (HEADINGS.has(name) && text.charAt(this.at) === '{') {
      this.builder.close();
      this.heading = this.depth;
      this.brace(1);
    } else if (name === 'verb') this.verbatim(text.charAt(this.at));
    else if (name === 'href') this.argument();
    else if (name === 'caption') this.builder.close();
    else if (NAMES.has(name)) {
      this.argument();
      if (PAIRS.has(name)) this.argument();
    }
  }

  /** A command of one sign: a line break, a formula, an escaped sign of the text (`\$`, `\%`, `\&`), a space. */
  private sign(sign: string): void {
    if (sign === '\\') {
      if (this.tables > 0) this.builder.close();
      this.skip(this.at + 2);
    } else if (sign === '(' || sign === '[') this.formulaTo(sign === '(' ? '\\)' : '\\]');
    else if (/[$%&#_{}]/.test(sign)) {
      this.skip(this.at + 1);
      this.touch(this.at, this.at + 1);
      this.at++;
    } else this.skip(Math.min(this.text.length, this.at + 2));
  }

  /** `\verb|code|`: whatever sign comes first is the one that ends it. */
  private verbatim(delimiter: string): void {
    const end = this.text.slice(this.at + 1, this.at + REACH).indexOf(delimiter);
    if (delimiter !== '' && end >= 0) this.skip(this.at + end + 2);
  }

  private formulaTo(close: string): void {
    const end = this.find(close, this.at + 2);
    this.skip(end < 0 ? this.at + 2 : end + close.length);
  }

  private environment(command: string, end: number): void {
    const { text } = this;
    const close = text.charAt(end) === '{' ? text.slice(end, end + 40).indexOf('}') : -1;
    if (close < 0) {
      this.skip(end);
      return;
    }
    const name = text.slice(end + 1, end + close).replace('*', '');
    const after = end + close + 1;
    this.builder.close();
    if (command === 'begin' && SKIPPED.has(name)) {
      const closing = `\\end{${text.slice(end + 1, end + close)}}`;
      const last = this.find(closing, after);
      this.skip(last < 0 ? after : last + closing.length);
      return;
    }
    this.skip(after);
    if (TABLES.has(name)) {
      this.tables = Math.max(0, this.tables + (command === 'begin' ? 1 : -1));
      if (command === 'begin') this.argument();
    } else if (command === 'begin') this.options();
    this.kind = command === 'begin' && QUOTES.has(name) ? 'quote' : 'paragraph';
  }

  /** Masks `[...]`, where it follows at once. */
  private options(): void {
    if (this.text.charAt(this.at) !== '[') return;
    const end = this.text.slice(this.at, this.at + REACH).indexOf(']');
    if (end >= 0) this.skip(this.at + end + 1);
  }

  /** Masks a `{...}` with all its braces, where it follows at once and ends near. */
  private argument(): void {
    this.options();
    if (this.text.charAt(this.at) !== '{') return;
    let depth = 0;
    for (let end = this.at; end < this.text.length && end - this.at < REACH; end++) {
      const char = this.text.charAt(end);
      if (char === '{') depth++;
      else if (char === '}' && --depth === 0) {
        this.skip(end + 1);
        return;
      }
    }
  }

  private find(mark: string, from: number): number {
    if (this.missing.has(mark)) return -1;
    const at = this.text.indexOf(mark, from);
    if (at < 0) this.missing.add(mark);
    return at;
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') at++;
  return at;
}

function hasBlankLine(text: string, start: number, end: number): boolean {
  let feeds = 0;
  for (let at = start; at < end; at++) {
    if (text.charAt(at) === '\n') feeds++;
    else if (!isSpaceAt(text, at)) feeds = 0;
    if (feeds > 1) return true;
  }
  return false;
}
