/** What is known of a draft's figures, names and quotations, for whoever lists them: a request of the protocol's own. */
import type { FigureVerdict } from '../../engine/check.ts';
import type { NameVerdict } from '../../engine/names/judge.ts';
import type { QuoteVerdict } from '../../engine/quotes/judge.ts';
import { quote } from '../../engine/rules/wording.ts';
import { isFigure, isName, isQuotation, spanOf } from '../../engine/subjects.ts';
import type { DraftParams } from '../../protocol/documents.ts';
import { type DraftListing, draftMethod, type ListedFigure, type ListedMention } from '../../protocol/draft.ts';
import { byStance, measuredBy } from '../cite.ts';
import type { Client } from '../client.ts';
import { type Judged, statedIn } from '../judged.ts';
import { listedMark, markOf } from '../marks.ts';
import { rangeIn } from '../positions.ts';
import type { Feature } from './feature.ts';

export const listDraft: Feature = {
  register({ connection, aboutDraft }) {
    connection.onRequest(draftMethod, ({ textDocument }: DraftParams, token) => aboutDraft(textDocument.uri, token, listingOf));
  },
};

/** A draft's figures, and each of its names once, where it comes first. */
function listingOf(judged: Judged, client: Client): DraftListing {
  const { findings } = judged.judgement;
  const { figures, names, quotations } = statedIn(judged.judgement);
  const flagged = new Map<unknown, ListedMention['finding']>();
  // Of several the first is about the verdict, those after it are hints.
  for (const { subject, rule, message } of findings) if (!flagged.has(subject)) flagged.set(subject, { rule, message });
  const stets = new Set<unknown>(judged.letStand.map(({ finding }) => finding.subject));
  const marks = judged.marks();
  const mention = (subject: FigureVerdict | NameVerdict | QuoteVerdict): ListedMention => ({
    range: rangeIn(judged.document, spanOf(subject)),
    text: quote(spanOf(subject).text),
    verdict: subject.verdict,
    finding: flagged.get(subject) ?? null,
    letStand: stets.has(subject),
    mark: listedMark(markOf(subject, marks), client),
  });
  return {
    figures: figures.map((figure): ListedFigure => {
      const { agreeing, differing } = byStance(figure.evidence);
      return { ...mention(figure), measures: measuredBy(figure.claim), agreeing: agreeing.length, differing: differing.length };
    }),
    names: firstOfEach(names).map(mention),
    quotations: quotations.map(mention),
    others: findings
      .filter(({ subject }) => !isFigure(subject) && !isName(subject) && !isQuotation(subject))
      .map(({ start, end, subject, rule, message }) => ({
        range: rangeIn(judged.document, { start, end }),
        text: quote(spanOf(subject).text),
        rule,
        message,
      })),
  };
}

/** A name that is written in the same way again is the same to the reader of a list, unless something else is said of it. */
function firstOfEach(names: readonly NameVerdict[]): NameVerdict[] {
  const seen = new Set<string>();
  return names.filter(({ mention: { text }, verdict }) => {
    const key = `${verdict} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
