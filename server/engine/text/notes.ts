/** Footnotes, as far as it matters that something stands in one. */
import type { Passage, Prose } from '../model.ts';

/** The longest label that a footnote is looked for behind, and the longest note in a sentence, in UTF-16 units. */
const LABEL = 120;
const INLINE = 4000;

/** Whether an offset of a text, in the passage of that index, is in a footnote: Markdown's definitions, and LaTeX's `\footnote{...}`. */
export function isInNote({ text, language }: Prose, passages: readonly Passage[], index: number, offset: number): boolean {
  if (language === 'latex') {
    const before = text.slice(Math.max(0, offset - INLINE), offset);
    const open = before.lastIndexOf('\\footnote{');
    return open >= 0 && !before.includes('}', open);
  }
  if (language !== 'markdown') return false;
  let first = index;
  while (first > 0 && passages[first - 1]!.block === passages[index]!.block) first--;
  const { start } = passages[first]!;
  const before = text.slice(Math.max(0, start - LABEL), start);
  return /^ {0,3}\[\^[^\][]{1,100}\]:[ \t]*$/.test(before.slice(before.lastIndexOf('\n') + 1));
}
