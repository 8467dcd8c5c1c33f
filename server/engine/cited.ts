/** What of a draft cites its sources and is nothing that it says itself: the words that footnotes quote, and when and where those stand. */
import type { Analysis } from './analysis.ts';
import type { Dimension, Span } from './model.ts';
import type { QuotedBlock } from './quotes/quoting.ts';
import { noteAround } from './text/notes.ts';

/** What tells of an edition beside the words that are quoted from it. */
const EDITION: ReadonlySet<Dimension> = new Set<Dimension>(['date', 'year']);

/**
 * The words that footnotes quote just as a source has them, or that no source has, as titles are; and of notes that quote a source the dates
 * beside its words. In no order.
 */
export function citedIn(draft: Pick<Analysis, 'prose' | 'passages' | 'claims'>, blocks: readonly QuotedBlock[]): Span[] {
  const { prose, passages } = draft;
  const cited: Span[] = [];
  const quoting: Span[] = [];
  for (const { verdicts, start: by, passage } of blocks) {
    for (const { verdict, quotation } of verdicts) {
      if (verdict !== 'exact' && verdict !== 'unfound') continue;
      const span = { start: quotation.start + by, end: quotation.end + by };
      const note = noteAround(prose, passages, quotation.passage + passage, span.start);
      if (!note) continue;
      cited.push(span);
      if (verdict === 'exact') quoting.push(note);
    }
  }
  if (quoting.length === 0) return cited;
  for (const { figure } of draft.claims) {
    if (EDITION.has(figure.quantity.dimension) && isCited(quoting, figure)) cited.push({ start: figure.start, end: figure.end });
  }
  return cited;
}

/** Whether a span lies in one of those that cite. */
export function isCited(cited: readonly Span[], { start, end }: Span): boolean {
  return cited.some((each) => start >= each.start && end <= each.end);
}
