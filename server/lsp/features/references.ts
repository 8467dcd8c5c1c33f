/**
 * From a figure or name to all other texts that bear on it: the passages of the sources, and the other open drafts. Where the same text
 * has it again the highlights tell.
 */
import type { Location } from 'vscode-languageserver';
import type { FigureVerdict } from '../../engine/check.ts';
import type { Claim } from '../../engine/claims/claim.ts';
import { weighDrafts } from '../../engine/drafts.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { Source } from '../../engine/library.ts';
import type { Span, Work } from '../../engine/model.ts';
import type { NameVerdict } from '../../engine/names/judge.ts';
import { namesakes } from '../../engine/names/same.ts';
import { isFigure, isQuotation, spanOf } from '../../engine/subjects.ts';
import { locationOf } from '../cite.ts';
import type { Client } from '../client.ts';
import { type Analysed, type Asked, type Judged, subjectAt } from '../judged.ts';
import { rangeIn } from '../positions.ts';
import { normalUri } from '../uris.ts';
import type { Feature } from './feature.ts';

export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register(answers) {
    answers.connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
      answers.aboutText(uri, token, async (judged, client) => {
        const { session } = answers;
        const document = answers.documents.get(uri);
        if (!session || !document) return null;
        const offset = judged.document.offsetAt(position);
        if (!subjectAt(judged, offset)) return null;
        const drafts = await session.consulting.otherDrafts(document, token);
        return session.work(referencesAt(judged, offset, drafts, context.includeDeclaration, client), token);
      }),
    );
  },
};

/**
 * The places that bear on what stands at an offset: sources first, the best before the others, then other drafts. What stands at the
 * offset itself counts as the declaration. Yields now and then.
 */
export function* referencesAt(
  judged: Judged,
  offset: number,
  drafts: readonly Judged[],
  includeDeclaration: boolean,
  client: Pick<Client, 'sourceTexts'>,
): Work<Location[] | null> {
  const subject = subjectAt(judged, offset);
  if (!subject) return null;
  const found = yield* placesOf(subject, judged, drafts, client);
  const own = spanOf(subject);
  if (includeDeclaration) found.push(placeIn(judged, own));
  return found;
}

function* placesOf(subject: Asked, judged: Judged, drafts: readonly Judged[], client: Pick<Client, 'sourceTexts'>): Work<Location[]> {
  if (isQuotation(subject)) return subject.places.map(({ source, start, end }) => locationOf(source, { start, end }, client));
  return isFigure(subject) ? yield* figurePlaces(subject, judged, drafts, client) : yield* namePlaces(subject, judged, drafts, client);
}

function placeIn({ document }: Analysed, span: Span): Location {
  return { uri: document.uri, range: rangeIn(document, span) };
}

function* figurePlaces(
  subject: FigureVerdict,
  judged: Judged,
  drafts: readonly Judged[],
  client: Pick<Client, 'sourceTexts'>,
): Work<Location[]> {
  const places: Location[] = [];
  for (const { source, claim } of piecesOf(subject)) places.push(locationOf(source, claim.figure, client));
  const stating = yield* draftsStating(subject, judged, drafts);
  for (const draft of drafts) {
    for (const { claim } of draft.judgement.figures)
      if (stating.has(placeKey(normalUri(draft.document.uri), claim))) places.push(placeIn(draft, claim.figure));
  }
  return places;
}

function piecesOf({ evidence, seeAlso }: FigureVerdict) {
  return [...evidence, ...seeAlso];
}

/** Where a claim stands. A text may be read more than once, and its claims are others then. */
function placeKey(uri: string, { figure }: Claim): string {
  return `${figure.start} ${uri}`;
}

/**
 * Where other drafts claim the same thing: what rests on the same claims of the sources, and what says so in so many words though no source
 * has it.
 */
function* draftsStating(subject: FigureVerdict, judged: Judged, drafts: readonly Judged[]): Work<Set<string>> {
  const stating = new Set<string>();
  const told = ({ source, claim }: { readonly source: Source; readonly claim: Claim }) => placeKey(source.article.uri, claim);
  const own = new Set(judged.source ? [told({ source: judged.source, claim: subject.claim })] : subject.evidence.map(told));
  for (const { document, judgement } of drafts) {
    const uri = normalUri(document.uri);
    for (const figure of judgement.figures) {
      const pieces = judged.source ? piecesOf(figure) : figure.evidence;
      if (pieces.some((piece) => own.has(told(piece)))) stating.add(placeKey(uri, figure.claim));
    }
    yield;
  }
  if (judged.source) return stating;
  const others = drafts.map(({ document, analysis }) => ({ uri: normalUri(document.uri), analysis }));
  const weighed = yield* weighDrafts(judged.analysis, others, english);
  const { start } = subject.claim.figure;
  for (const piece of weighed.find(({ claim }) => claim.figure.start === start)?.evidence ?? []) stating.add(told(piece));
  return stating;
}

/** How many sources are looked through before a host may look at its clock. */
const STEP = 16;

function* namePlaces(
  { mention, variants }: NameVerdict,
  judged: Judged,
  drafts: readonly Judged[],
  client: Pick<Client, 'sourceTexts'>,
): Work<Location[]> {
  const places: Location[] = [];
  const isSame = namesakes(mention, variants, english);
  let looked = 0;
  for (const source of judged.sources()) {
    for (const name of source.analysis.names) if (isSame(name)) places.push(locationOf(source, name, client));
    if (++looked % STEP === 0) yield;
  }
  for (const draft of drafts) {
    for (const name of draft.analysis.names) if (isSame(name)) places.push(placeIn(draft, name));
    yield;
  }
  return places;
}
