/** `report`: a fact sheet of a draft, or the draft with a note for each figure. */
import { basename } from 'node:path';
import { inEnglish } from '../../engine/translate.ts';
import { type ReportFormat, reportOn } from '../../lsp/report/report.ts';
import type { Checked } from './check.ts';
import { clean } from './terminal.ts';
import { publication } from './text.ts';

/** The language that dates are written in, as everything else on the command line. */
const LOCALE = 'en-GB';

export function draftReport({ draft, judgement, desk, letStand, marks }: Checked, format: ReportFormat): string {
  const { analysis, document, path } = draft;
  const input = {
    draft: basename(path),
    analysis,
    judgement,
    letStand,
    marks,
    sources: desk.library.size,
    lineOf: (offset: number) => document.positionAt(offset).line + 1,
    nameOf: (article: Parameters<typeof publication>[0]['article']) => clean(publication({ article }, desk)),
    sourceOf: (uri: string) => desk.library.get(uri),
    translate: inEnglish,
    locale: LOCALE,
  };
  return reportOn(input, analysis.prose.language, format);
}
