/** From a figure or name of a draft, or of a source, to the passage of a source that bears on it most. */
import type { Definition, DefinitionLink } from 'vscode-languageserver';
import type { Source } from '../../engine/library.ts';
import type { NameVerdict } from '../../engine/names/judge.ts';
import { isFigure, isQuotation, spanOf } from '../../engine/subjects.ts';
import { byStance, locationOf, type Placed, passageLocation, type Sighting, sightings } from '../cite.ts';
import type { Client } from '../client.ts';
import { type Asked, type Judged, subjectAt } from '../judged.ts';
import { rangeIn } from '../positions.ts';
import type { Feature } from './feature.ts';

export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register({ connection, aboutText }) {
    connection.onDefinition(({ textDocument, position }, token) =>
      aboutText(textDocument.uri, token, (judged, client) => definitionAt(judged, judged.document.offsetAt(position), client)),
    );
  },
};

interface Target {
  readonly source: Source;
  readonly placed: Placed;
}

/**
 * The best passage: one that agrees, else one that differs, else what could not be compared. Only one, for editors list several by the
 * names of their files, and the writer would have to look for the best among them.
 */
export function definitionAt(
  judged: Judged,
  offset: number,
  client: Pick<Client, 'definitionLinks' | 'sourceTexts'>,
): Definition | DefinitionLink[] | null {
  const subject = subjectAt(judged, offset);
  const target = subject && targetOf(subject, judged);
  if (!target) return null;
  const { source, placed } = target;
  const { uri, range } = locationOf(source, placed, client);
  if (!client.definitionLinks) return { uri, range };
  return [
    {
      originSelectionRange: rangeIn(judged.document, spanOf(subject)),
      targetUri: uri,
      targetRange: passageLocation(source, placed, client).range,
      targetSelectionRange: range,
    },
  ];
}

function targetOf(subject: Asked, judged: Judged): Target | undefined {
  if (isQuotation(subject)) {
    const [first] = subject.places;
    return first && { source: first.source, placed: first };
  }
  if (!isFigure(subject)) {
    const seen = bestSighting(subject, judged);
    return seen && { source: seen.source, placed: seen.mention };
  }
  const { agreeing, differing } = byStance(subject.evidence);
  const best = agreeing[0] ?? differing[0] ?? subject.seeAlso[0];
  return best && { source: best.source, placed: best.claim.figure };
}

/** Where a source writes the name as the draft does, else as it should be written, else in any way. */
function bestSighting({ mention, canonical, variants }: NameVerdict, judged: Judged): Sighting | undefined {
  const seen = [...sightings(variants, judged.sourceOf)];
  const spelt = (spelling: string | null) => seen.find((each) => each.mention.text === spelling);
  return spelt(mention.text) ?? spelt(mention.full) ?? spelt(canonical) ?? seen[0];
}
