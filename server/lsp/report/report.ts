/** Reports on a draft, in every format that there is: for the editor and the command line alike. */
import type { MarkupLanguage } from '../../engine/model.ts';
import { annotated } from './annotated.ts';
import { csvSheet, htmlSheet, markdownSheet } from './formats.ts';
import { type SheetInput, sheetOf } from './sheet.ts';

/** `md`, `html` and `csv` are fact sheets; `annotated` is the draft with its notes. */
export const reportFormats = ['md', 'html', 'csv', 'annotated'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export function isReportFormat(value: unknown): value is ReportFormat {
  return reportFormats.some((each) => each === value);
}

/** @param language how the draft is marked up, which an annotated draft stays */
export function reportOn(input: SheetInput, language: MarkupLanguage, format: ReportFormat): string {
  const sheet = sheetOf(input);
  switch (format) {
    case 'md':
      return markdownSheet(sheet);
    case 'html':
      return htmlSheet(sheet);
    case 'csv':
      return csvSheet(sheet);
    case 'annotated':
      return annotated(input.analysis.prose.text, language, sheet);
  }
}
