/** How deep a text's headings are, read from their marks: the outline of a document. */
import type { Analysis } from '../engine/analysis.ts';
import type { Passage, Span } from '../engine/model.ts';

/** A heading; where one has several sentences they are one. */
export interface Heading extends Span {
  /** The lower, the higher it stands. Only the order counts. */
  readonly level: number;
}

/** A text's headings, in order. */
export function headingsOf({ prose: { text, language }, passages }: Analysis): Heading[] {
  const underlines: string[] = [];
  return blocksOf(passages).map(({ start, end }) => {
    const latex = language === 'latex' ? latexLevel(text, start) : null;
    return { start, end, level: latex ?? markedLevel(text, start) ?? underlinedLevel(text, end, language, underlines) ?? 1 };
  });
}

function blocksOf(passages: readonly Passage[]): Span[] {
  const blocks: { block: number; start: number; end: number }[] = [];
  for (const { kind, block, start, end } of passages) {
    if (kind !== 'heading') continue;
    const last = blocks.at(-1);
    if (last?.block === block) last.end = end;
    else blocks.push({ block, start, end });
  }
  return blocks;
}

/** `## Two` of Markdown and plain text, `== Two` of AsciiDoc. */
function markedLevel(text: string, start: number): number | null {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s{0,3}(#{1,6}|={1,6})\s+$/.exec(line)?.[1]?.length ?? null;
}

/** Underlines: Markdown has two, and reStructuredText takes them in the order in which a text first uses them. */
function underlinedLevel(text: string, end: number, language: string, underlines: string[]): number | null {
  const next = text.indexOf('\n', end);
  if (next < 0) return null;
  const stop = text.indexOf('\n', next + 1);
  const line = text.slice(next + 1, stop < 0 ? text.length : stop).trim();
  const mark = line.charAt(0);
  if (line === '' || /[\p{L}\p{N}\s]/u.test(mark) || line !== mark.repeat(line.length)) return null;
  if (language !== 'restructuredtext') return mark === '=' ? 1 : 2;
  if (!underlines.includes(mark)) underlines.push(mark);
  return underlines.indexOf(mark) + 1;
}

const LATEX = ['part', 'chapter', 'section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'];
/** How far before its text the command of a heading is looked for, in UTF-16 units: a short title may stand between. */
const COMMAND = 200;

function latexLevel(text: string, start: number): number | null {
  const before = text.slice(Math.max(0, start - COMMAND), start);
  const command = /\\([a-z]{4,13})\*?(?:\[[^[\]]*\])?\{\s*$/.exec(before)?.[1];
  const level = command === undefined ? -1 : LATEX.indexOf(command);
  return level < 0 ? null : level + 1;
}
