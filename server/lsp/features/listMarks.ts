/** What is checked of a draft, for marks beside its text and for counts: a request of the protocol's own. */

import { type MarksListing, marksMethod, type PlacedMark } from '../../protocol/decisions.ts';
import type { DraftParams } from '../../protocol/documents.ts';
import { type Judged, statedIn } from '../judged.ts';
import { markOf } from '../marks.ts';
import { rangeIn } from '../positions.ts';
import type { Feature } from './feature.ts';

export const listMarks: Feature = {
  register({ connection, aboutDraft }) {
    connection.onRequest(marksMethod, ({ textDocument }: DraftParams, token) => aboutDraft(textDocument.uri, token, marksIn));
  },
};

function marksIn({ document, judgement, marks }: Judged): MarksListing {
  const decided = marks();
  const stated = statedIn(judgement);
  const figures = stated.figures.length;
  if (decided.figures.size + decided.names.size + decided.quotations.size === 0)
    return { figures, marked: [], names: [], quotations: [], open: [] };
  const marked: PlacedMark[] = [];
  const open = new Set<number>();
  for (const figure of stated.figures) {
    const mark = markOf(figure, decided);
    if (mark) marked.push({ range: rangeIn(document, figure.claim.figure), state: mark.state });
    else open.add(document.positionAt(figure.claim.figure.start).line);
  }
  const names: PlacedMark[] = [];
  const seen = new Set<string>();
  for (const name of decided.names.size > 0 ? stated.names : []) {
    const mark = markOf(name, decided);
    if (!mark || seen.has(name.mention.text)) continue;
    seen.add(name.mention.text);
    names.push({ range: rangeIn(document, name.mention), state: mark.state });
  }
  const quotations = stated.quotations.flatMap((verdict): PlacedMark[] => {
    const mark = markOf(verdict, decided);
    return mark ? [{ range: rangeIn(document, verdict.quotation), state: mark.state }] : [];
  });
  return { figures, marked, names, quotations, open: [...open] };
}
