/** From a figure or name of a draft to the passages of the sources that bear on it. */
import type { Definition, DefinitionLink } from 'vscode-languageserver';
import type { Source } from '../engine/library.ts';
import type { Span } from '../engine/model.ts';
import { byStance, locationOf, onePerSource, sightings } from './cite.ts';
import type { Client } from './client.ts';
import { isFigure, type Judged, type Subject, spanOf, subjectAt } from './judged.ts';
import { rangeIn, rangeInArticle } from './positions.ts';

interface Target {
  readonly source: Source;
  readonly span: Span;
  /** Index of its passage. */
  readonly passage: number;
}

/** The best passage of each source, agreeing first, then differing; what could not be compared only where there is nothing else. */
export function definitionAt(
  judged: Judged,
  offset: number,
  client: Pick<Client, 'definitionLinks'>,
): Definition | DefinitionLink[] | null {
  const subject = subjectAt(judged, offset);
  if (!subject) return null;
  const targets = targetsOf(subject, judged);
  if (targets.length === 0) return null;
  if (!client.definitionLinks) return targets.map(({ source, span }) => locationOf(source, span));
  return targets.map(({ source, span, passage }) => {
    const around = source.analysis.passages[passage] ?? span;
    return {
      originSelectionRange: rangeIn(judged.document, spanOf(subject)),
      targetUri: source.article.uri,
      targetRange: rangeInArticle(source.article, { start: Math.min(around.start, span.start), end: Math.max(around.end, span.end) }),
      targetSelectionRange: rangeInArticle(source.article, span),
    };
  });
}

function targetsOf(subject: Subject, judged: Judged): Target[] {
  if (!isFigure(subject)) {
    return sightings(subject.variants, judged.sourceOf).map(({ source, mention }) => ({ source, span: mention, passage: mention.passage }));
  }
  const { agreeing, differing } = byStance(subject.evidence);
  const pieces = onePerSource([...agreeing, ...differing]);
  return (pieces.length > 0 ? pieces : onePerSource(subject.seeAlso)).map(({ source, claim }) => ({
    source,
    span: claim.figure,
    passage: claim.figure.passage,
  }));
}
