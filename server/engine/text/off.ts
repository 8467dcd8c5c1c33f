/** Comments by which a draft says where nothing is to be flagged: `second-source: off` and `second-source: on`, in the comments of its markup. */
import type { MarkupLanguage, Span } from '../model.ts';
import { linesOf, trim } from './spans.ts';

/** A stretch of text in which nothing is flagged; where `rule` is not null, nothing by that rule. */
export interface Off extends Span {
  readonly rule: string | null;
}

const MARK = 'second-source:';
/** How far before the mark its comment may begin on the same line, and how long what it says may be. In UTF-16 units. */
const BEFORE = 64;
const LONGEST = 400;

/** What a comment says: `off` or `on`, and for which rules; none stands for all of them. */
interface Switch extends Span {
  readonly on: boolean;
  readonly rules: readonly string[];
}

/**
 * Where a text says that nothing is to be flagged, in the order in which it begins. A stretch without an `on` goes on to the end of the
 * text. Comments in code say nothing. Linear in the text, and next to nothing where it has no such comment.
 */
export function offIn(text: string, language: MarkupLanguage): Off[] {
  if (!text.includes(MARK)) return [];
  const found: Off[] = [];
  /** Where each rule, or all of them (null), was turned off. */
  const open = new Map<string | null, number>();
  const close = (rule: string | null, end: number) => {
    const start = open.get(rule);
    if (start !== undefined && end > start) found.push({ start, end, rule });
    open.delete(rule);
  };
  for (const { on, rules, start, end } of switchesOf(text, language)) {
    for (const rule of rules.length > 0 ? rules : on ? [...open.keys()] : [null]) {
      if (on) close(rule, start);
      else if (!open.has(rule)) open.set(rule, end);
    }
  }
  for (const rule of [...open.keys()]) close(rule, text.length);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether what begins at `start` is not to be flagged by a rule. */
export function isOff(off: readonly Off[], start: number, rule: string): boolean {
  return off.some((each) => start >= each.start && start < each.end && (each.rule === null || each.rule === rule));
}

function* switchesOf(text: string, language: MarkupLanguage): Generator<Switch, void, void> {
  const code = new Code(text, language);
  let at = text.indexOf(MARK);
  for (const line of linesOf(text)) {
    if (at < 0) return;
    const isCode = code.holds(line);
    for (; at >= 0 && at < line.end; at = text.indexOf(MARK, at + 1)) {
      if (isCode) continue;
      const comment = commentAround(text, at, line, language);
      const said = comment && read(text.slice(at + MARK.length, Math.min(comment.said, at + LONGEST)));
      if (comment && said) yield { ...said, start: comment.start, end: comment.end };
    }
  }
}

/** `off`, `on`, `off misspelt-name, name-variant`. What else follows is the writer's reason: the names of rules have a hyphen. */
function read(words: string): Pick<Switch, 'on' | 'rules'> | null {
  const [first = '', ...rest] = words.split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
  if (first !== 'off' && first !== 'on') return null;
  const reason = rest.findIndex((word) => !/^[a-z]+(-[a-z]+)+$/.test(word));
  return { on: first === 'on', rules: reason < 0 ? rest : rest.slice(0, reason) };
}

/** The comment that the mark at `at` opens: from where it starts to where it ends, and where what it says ends. Null where it is in none. */
function commentAround(text: string, at: number, line: Span, language: MarkupLanguage): (Span & { readonly said: number }) | null {
  const from = Math.max(line.start, at - BEFORE);
  const before = text.slice(from, at);
  if (language === 'markdown' || before.trimEnd().endsWith('<!--')) {
    const open = before.lastIndexOf('<!--');
    if (open < 0 || before.slice(open + 4).trim() !== '' || isInlineCode(text, from + open, line)) return null;
    const close = text.slice(at, Math.min(line.end, at + LONGEST)).indexOf('-->');
    return close < 0 ? null : { start: from + open, said: at + close, end: at + close + 3 };
  }
  if (language === 'latex') {
    const percent = before.lastIndexOf('%');
    if (percent < 0 || before.slice(percent).replace(/^%+/, '').trim() !== '' || before.charAt(percent - 1) === '\\') return null;
    return { start: from + percent, said: line.end, end: line.end };
  }
  // In the others the comment has its line to itself, but for what a list or a quotation puts before it.
  if (from > line.start) return null;
  const opener = before.trim();
  const { end } = trim(text, line);
  const whole = { start: line.start, said: end, end };
  if (language === 'restructuredtext') return /^([-*+>|] +)*\.\.$/.test(opener) ? whole : null;
  if (language === 'asciidoc') return opener === '//' ? whole : null;
  return /[\p{L}\p{N}]/u.test(opener) ? null : whole;
}

/** Whether what begins at `at` stands between backticks of one line. */
function isInlineCode(text: string, at: number, line: Span): boolean {
  const before = text.slice(Math.max(line.start, at - LONGEST), at);
  const ticks = before.match(/`+/g) ?? [];
  /** The run of backticks that is open: a run of the same length closes it. */
  let open: string | null = null;
  for (const run of ticks) open = open === null ? run : open === run ? null : open;
  return open !== null && text.slice(at, Math.min(line.end, at + LONGEST)).includes(open);
}

/** Follows, line by line, whether a text is inside code. */
class Code {
  /** What ends the code that is open; null outside. */
  private end: string | null = null;
  /** Markdown: whether that code stands in a quotation. */
  private isQuoted = false;
  /** reStructuredText: lines further indented than this are a literal block's; -1 outside. */
  private indent = -1;

  constructor(
    private readonly text: string,
    private readonly language: MarkupLanguage,
  ) {}

  /** Whether a line is code's, or opens or closes it. To be asked of each line in turn. */
  holds(line: Span): boolean {
    const content = trim(this.text, line);
    const start = this.text.slice(content.start, Math.min(content.end, content.start + LONGEST));
    switch (this.language) {
      case 'markdown':
        return this.fenced(start);
      case 'asciidoc':
        return this.delimited(start);
      case 'latex':
        return this.environment(start);
      case 'restructuredtext':
        return this.indented(content, line);
      case 'plaintext':
        return false;
    }
  }

  /** Three backticks or tildes, or more, up to a line with as many alone, or to the end of the quotation that they stand in. */
  private fenced(line: string): boolean {
    const isQuoted = line.startsWith('>');
    const bare = line.replace(/^(?:[>*+-] *|\d{1,9}[.)] +)+(?=[`~])/, '');
    const fence = /^(?:`{3,}|~{3,})/.exec(bare)?.[0] ?? null;
    if (this.end !== null && (isQuoted || !this.isQuoted)) {
      if (fence?.startsWith(this.end) && bare.length === fence.length) this.end = null;
      return true;
    }
    this.end = null;
    // Backticks that are closed on their line are code inside it.
    if (fence === null || (fence.startsWith('`') && bare.includes('`', fence.length))) return false;
    this.end = fence;
    this.isQuoted = isQuoted;
    return true;
  }

  /** Listings, literals, passthroughs and comments stand between two equal lines. */
  private delimited(line: string): boolean {
    if (this.end !== null) {
      if (line === this.end) this.end = null;
      return true;
    }
    if (!/^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|```)$/.test(line)) return false;
    this.end = line;
    return true;
  }

  private environment(line: string): boolean {
    if (this.end !== null) {
      if (line.includes(this.end)) this.end = null;
      return true;
    }
    const name = /\\begin\{(verbatim\*?|Verbatim|lstlisting|minted|comment|filecontents)\}/.exec(line)?.[1];
    if (name === undefined || line.includes(`\\end{${name}}`)) return false;
    this.end = `\\end{${name}}`;
    return true;
  }

  /** What is further indented than a line that ends in `::`, or than a directive that holds code. */
  private indented(content: Span, line: Span): boolean {
    if (content.start === content.end) return false;
    const indent = content.start - line.start;
    if (this.indent >= 0 && indent > this.indent) return true;
    const isDirective = this.text.startsWith('.. ', content.start);
    const head = this.text.slice(content.start, Math.min(content.end, content.start + BEFORE));
    const opens = isDirective
      ? /^\.\. (?:code|code-block|sourcecode|raw|math|parsed-literal)::/.test(head)
      : this.text.startsWith('::', content.end - 2);
    this.indent = opens ? indent : -1;
    return false;
  }
}
