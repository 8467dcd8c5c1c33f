/** The passages about what stands at a place, for going from one to the next: a request of the protocol's own. */
import type { Location } from 'vscode-languageserver';
import { isFigure, isQuotation, spanOf } from '../../engine/subjects.ts';
import { type PassagePlace, type Passages, type PassagesParams, passagesMethod } from '../../protocol/passages.ts';
import { locationOf, type Placed, passageLocation, sightings } from '../cite.ts';
import type { Client } from '../client.ts';
import { type Asked, type Judged, subjectAt } from '../judged.ts';
import { rangeIn } from '../positions.ts';
import type { Feature } from './feature.ts';

export const passages: Feature = {
  register({ connection, aboutText }) {
    connection.onRequest(passagesMethod, ({ textDocument, position }: PassagesParams, token) =>
      aboutText(textDocument.uri, token, (judged, client) => passagesAt(judged, judged.document.offsetAt(position), client)),
    );
  },
};

function passagesAt(judged: Judged, offset: number, client: Client): Passages | null {
  const subject = subjectAt(judged, offset);
  if (!subject) return null;
  const { document, analysis } = judged;
  const own = spanOf(subject);
  const around = analysis.passages.find(({ start, end }) => start <= own.start && own.end <= end) ?? own;
  const first: PassagePlace = { uri: document.uri, range: rangeIn(document, own), passage: rangeIn(document, around) };
  return { places: [first, ...others(subject, judged, client)] };
}

/** Where the sources have something about it: every claim about a figure, and of names and quotations one place a source. */
function others(subject: Asked, judged: Judged, client: Client): PassagePlace[] {
  const placed = isFigure(subject)
    ? [...subject.evidence, ...subject.seeAlso].map(({ source, claim }) => ({ source, at: claim.figure }))
    : isQuotation(subject)
      ? subject.places.map(({ source, ...at }) => ({ source, at }))
      : [...sightings(subject.variants, judged.sourceOf)].map(({ source, mention }) => ({ source, at: mention }));
  return placed.map(({ source, at }) => placeOf(locationOf(source, at, client), passageLocation(source, at satisfies Placed, client)));
}

function placeOf({ uri, range }: Location, { range: passage }: Location): PassagePlace {
  return { uri, range, passage };
}
