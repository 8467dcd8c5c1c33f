/** Reports on a draft: a request of the protocol's own. */
import { quote, sourceName } from '../../engine/rules/wording.ts';
import { type Report, type ReportParams, reportMethod } from '../../protocol/report.ts';
import type { Client } from '../client.ts';
import type { Judged } from '../judged.ts';
import { isReportFormat, type ReportFormat, reportOn } from '../report/report.ts';
import { nameOf } from '../uris.ts';
import type { Feature } from './feature.ts';

export const report: Feature = {
  register(answers) {
    answers.connection.onRequest(reportMethod, async ({ textDocument, format }: ReportParams, token) => {
      if (!isReportFormat(format)) return null;
      // What is handed on is not to leave out what had not been read yet.
      const document = answers.documents.get(textDocument.uri);
      if (document) await answers.session?.consulting.sourcesRead(document, token);
      return answers.aboutDraft(textDocument.uri, token, (judged, client): Report => ({ text: textOf(judged, format, client) }));
    });
  },
};

function textOf(
  { document, analysis, judgement, letStand, marks, sources, sourceOf }: Judged,
  format: ReportFormat,
  client: Client,
): string {
  const { translate, locale } = client;
  const input = {
    draft: nameOf(document.uri),
    analysis,
    judgement,
    letStand,
    marks: marks(),
    sources: [...sources()].length,
    lineOf: (offset: number) => document.positionAt(offset).line + 1,
    nameOf: (article: Parameters<typeof sourceName>[0]) => quote(article.publisher ?? sourceName(article)),
    sourceOf,
    translate,
    locale,
  };
  return reportOn(input, analysis.prose.language, format);
}
