/** The draft with one note for each of its figures: what the sources say of it, as checkers hand a draft back to its editor. */
import type { MarkupLanguage } from '../../engine/model.ts';
import { escapeMarkdown, visible } from '../markdown.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/**
 * The text of a draft with a mark behind each figure and the notes at its end: Markdown's footnotes, and numbers in brackets elsewhere.
 * Nothing of the text is changed but for the marks.
 *
 * @param text the draft's, which the sheet's rows have their offsets in
 */
export function annotated(text: string, language: MarkupLanguage, sheet: Sheet): string {
  const isMarkdown = language === 'markdown';
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const prefix = freePrefix(text);
  const mark = (number: number) => (isMarkdown ? `[^${prefix}${number}]` : `[${prefix}${number}]`);
  let marked = '';
  let from = 0;
  for (const [at, { end }] of sheet.rows.entries()) {
    marked += text.slice(from, end) + mark(at + 1);
    from = end;
  }
  marked += text.slice(from);
  const safe = isMarkdown ? escapeMarkdown : visible;
  const notes = sheet.rows.map((row, at) => `${mark(at + 1)}${isMarkdown ? ':' : ''} ${safe(noteOf(row))}`);
  if (notes.length === 0) return marked;
  // The notes hold the sources' figures: they are not to be held against the sources again.
  const off = isMarkdown ? ['<!-- second-source: off -->'] : [];
  return `${marked.trimEnd()}${lineBreak.repeat(2)}${[...off, ...notes].join(lineBreak.repeat(2))}${lineBreak}`;
}

/** Begins the notes' labels with what no label or bracket of the draft begins with. */
function freePrefix(text: string): string {
  for (let prefix = 'c'; ; prefix += 'c') if (!text.includes(`[${prefix}`) && !text.includes(`[^${prefix}`)) return prefix;
}

function noteOf({ verdict, sources, origins, decision, check }: SheetRow): string {
  const said = sources.map(({ name, title, date, place, speaker, stance, wording: { before, text, after } }) => {
    const where = [name, title && `“${title}”`, date, place, speaker].filter(Boolean).join(', ');
    return `${where} (${stance}): “${before}${text}${after}”`;
  });
  const ends = [origins, decision, check?.told ?? ''].filter(Boolean).map((each) => (each.endsWith('.') ? each : `${each}.`));
  return [`${verdict}.`, said.join('; '), ...ends].filter(Boolean).join(' ');
}
