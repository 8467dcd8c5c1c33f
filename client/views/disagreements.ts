/** What the sources measure differently: a row for each thing measured, those that exclude each other first, and in it who says what. */
import { l10n } from 'vscode';
import { type ConflictGroup, type ConflictingClaim, type Conflicts, conflictsMethod } from '../../server/protocol/conflicts.ts';
import type { Server } from '../server.ts';
import type { Node } from './tree.ts';
import { beside, dateInWords, nameOf } from './words.ts';

export async function disagreementNodes(server: Server): Promise<Node[]> {
  const conflicts = await server.ask<Conflicts>(conflictsMethod, {});
  return (conflicts?.groups ?? []).map(groupNode);
}

function groupNode({ measures, severity, claims }: ConflictGroup, at: number): Node {
  const figures = [...new Set(claims.map(({ text }) => text))].join(', ');
  const isPlain = severity === 'warning';
  const why = isPlain ? l10n.t('These figures exclude each other.') : l10n.t('Dates or speakers may explain the difference.');
  const first = claims[0];
  return {
    // What is measured may be said in the same words of two things.
    id: first ? `${measures} ${first.uri} ${first.range.start.line}:${first.range.start.character}` : `${measures} ${at}`,
    label: measures || figures,
    ...(measures && { description: figures }),
    tooltip: [measures ? `${measures}: ${figures}` : figures, why],
    icon: isPlain ? 'warning' : 'info',
    colour: isPlain ? 'list.warningForeground' : 'editorInfo.foreground',
    spoken: beside(measures, figures, why),
    context: 'disagreement',
    children: claims.map(claimNode),
  };
}

function claimNode(claim: ConflictingClaim): Node {
  const { uri, range, text, passage, place, speaker, date, title } = claim;
  const name = nameOf(claim);
  return {
    id: `${uri} ${range.start.line}:${range.start.character} ${text}`,
    label: text,
    description: beside(name, speaker, dateInWords(date)),
    tooltip: [passage, beside(title === name ? null : title, name, place, speaker, dateInWords(date))],
    icon: 'quote',
    spoken: beside(text, name, speaker, dateInWords(date), passage),
    place: { uri, range },
    context: 'passage',
  };
}
