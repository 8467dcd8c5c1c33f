/** The same figure or name elsewhere in the text that the cursor is in. */
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import type { Claim } from '../../engine/claims/claim.ts';
import { restates } from '../../engine/compare/restates.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { NameMention, Span } from '../../engine/model.ts';
import { namesakes } from '../../engine/names/same.ts';
import type { Analysed } from '../judged.ts';
import { rangeIn, spanAt } from '../positions.ts';
import type { Feature } from './feature.ts';

export const highlights: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register({ connection, aboutAnalysis }) {
    connection.onDocumentHighlight(({ textDocument, position }, token) =>
      aboutAnalysis(textDocument.uri, token, (analysed) => highlightsAt(analysed, analysed.document.offsetAt(position))),
    );
  },
};

/** What stands at an offset, and everything in the text that is the same; null where there is neither a figure nor a name. */
export function highlightsAt({ document, analysis }: Analysed, offset: number): DocumentHighlight[] | null {
  const claim = spanAt<Claim>(analysis.claims, ({ figure }) => figure, offset);
  const name = claim ? undefined : spanAt<NameMention>(analysis.names, (mention) => mention, offset);
  if (!claim && !name) return null;
  const spans: readonly Span[] = claim
    ? analysis.claims.filter((other) => other === claim || restates(claim, other)).map(({ figure }) => figure)
    : analysis.names.filter(namesakes(name!, [], english));
  return spans.map((span) => ({ range: rangeIn(document, span), kind: DocumentHighlightKind.Text }));
}
