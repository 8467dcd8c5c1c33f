/** Fact sheets and annotated drafts. */

/**
 * A request from the client, with a `ReportParams`: a fact sheet of a draft, or the draft with a note for each figure. Answered with a
 * `Report`, or with null for documents that are no drafts.
 */
export const reportMethod = 'secondSource/report';

export interface ReportParams {
  readonly textDocument: { readonly uri: string };
  readonly format: 'md' | 'html' | 'csv' | 'annotated';
}

export interface Report {
  readonly text: string;
}
