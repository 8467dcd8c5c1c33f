/** How one thing was reported over time: a request of the protocol's own, the link that leads to the picture, and the code action. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FigureVerdict } from '../../engine/check.ts';
import type { Claim } from '../../engine/claims/claim.ts';
import { onOneAxis, reportDays } from '../../engine/compare/axis.ts';
import { isOfFigure } from '../../engine/conflicts/index.ts';
import { measuresOf } from '../../engine/conflicts/measures.ts';
import { english } from '../../engine/lexicon/en.ts';
import type { ClaimRef, Source } from '../../engine/library.ts';
import { quote } from '../../engine/rules/wording.ts';
import { isFigure } from '../../engine/subjects.ts';
import {
  type Picture,
  type PicturedFigure,
  type PictureParams,
  type PictureReport,
  pictureMethod,
  showPictureCommand,
} from '../../protocol/picture.ts';
import { commandLink, measuredBy, reasonInWords } from '../cite.ts';
import type { Client } from '../client.ts';
import { type Analysed, type Judged, subjectAt } from '../judged.ts';
import { rangeIn, spanAt } from '../positions.ts';
import type { Session } from '../session.ts';
import { fileOf } from '../uris.ts';
import { claimOf, groupsOf } from './conflicts.ts';
import type { Answers, Feature } from './feature.ts';

export const picture: Feature = {
  register(answers) {
    const { connection, answer, aboutDraft } = answers;
    connection.onRequest(pictureMethod, ({ textDocument: { uri }, position }: PictureParams, token) =>
      answer(async (session) => {
        const source = await sourceAt(uri, session);
        if (source) return pictureOfSource(source, uri, position, session, token);
        return aboutDraft(uri, token, (judged, client) => pictureOfDraft(judged, position, client));
      }),
    );
  },
};

/** A link to the picture of a figure. */
export function pictureLink(judged: Judged, { claim }: FigureVerdict): string {
  return commandLink(showPictureCommand, ...placeOf(judged, claim));
}

/** Offers the picture of the figure that the cursor is on. Only where the writer asks what there is to do: it mends nothing. */
export async function showPicture(
  { textDocument, range, context }: CodeActionParams,
  { session, aboutText }: Answers,
  token: CancellationToken,
): Promise<CodeAction[]> {
  if (!session?.client.pictures || context.triggerKind !== CodeActionTriggerKind.Invoked) return [];
  const actions = await aboutText(textDocument.uri, token, (judged, { translate }): CodeAction[] => {
    const subject = subjectAt(judged, judged.document.offsetAt(range.start));
    if (!subject || !isFigure(subject) || subject.evidence.length === 0) return [];
    const title = translate('Show how it was reported', {});
    const command = { title, command: showPictureCommand, arguments: placeOf(judged, subject.claim) };
    return [{ title, kind: CodeActionKind.QuickFix, command }];
  });
  return actions ?? [];
}

/** The arguments of the command. */
function placeOf({ document }: Analysed, { figure }: Claim): [uri: string, line: number, character: number] {
  const { line, character } = document.positionAt(figure.start);
  return [document.uri, line, character];
}

async function sourceAt(uri: string, { workspace }: Session): Promise<Source | undefined> {
  const file = fileOf(uri);
  await workspace.folderOf(file)?.ready;
  return workspace.folderWithSource(file)?.library.get(file);
}

function pictureOfDraft(judged: Judged, position: PictureParams['position'], client: Client): Picture | null {
  const subject = subjectAt(judged, judged.document.offsetAt(position));
  if (!subject || !isFigure(subject)) return null;
  const own = { document: judged.document, claim: subject.claim };
  return drawn(own, [own], subject.evidence.map(asPiece), measuredBy(subject.claim), client);
}

/** Of a source's figure all that it disagrees with, as the list of disagreements has it; where it disagrees with nothing, who else has it. */
async function pictureOfSource(
  source: Source,
  uri: string,
  position: PictureParams['position'],
  session: Session,
  token: CancellationToken,
): Promise<Picture | null> {
  const { article, analysis } = source;
  // Nobody need have it open.
  const document = TextDocument.create(uri, article.language, 0, article.text);
  const claim = spanAt<Claim>(analysis.claims, ({ figure }) => figure, document.offsetAt(position));
  const folder = session.workspace.folderWithSource(article.uri);
  if (!claim || !folder) return null;
  const own = { document, claim };
  const group = (await groupsOf(folder, session, token)).find(({ evidence }) => evidence.some((ref) => ref.claim === claim));
  const pieces = group
    ? group.evidence
        .filter(isOfFigure)
        .map(({ source: theirs, claim: told }) => ({ source: theirs, claim: told, stance: null, reason: null }))
    : await others(source, own, session, token);
  const measures = group?.measures ?? (measuredBy(claim) || measuresOf(pieces, english));
  const drafts = await draftsStating(new Set(pieces.map((piece) => piece.claim)), document, session, token);
  return drawn(own, drafts, pieces, measures, session.client);
}

/** A source's claim and those of the others that bear on it. */
async function others(source: Source, { document, claim }: Asked, session: Session, token: CancellationToken): Promise<Piece[]> {
  const judged = await session.consulting.consult(document, token);
  const verdict = judged?.judgement.figures.find((figure) => figure.claim === claim);
  return [{ source, claim, stance: null, reason: null }, ...(verdict?.evidence ?? []).map(asPiece)];
}

/** The figures of open drafts that rest on one of some claims. */
async function draftsStating(
  claims: ReadonlySet<Claim>,
  beside: TextDocument,
  session: Session,
  token: CancellationToken,
): Promise<Asked[]> {
  const drafts = await session.consulting.otherDrafts(beside, token);
  return drafts.flatMap(({ document, judgement }) =>
    judgement.figures.filter(({ evidence }) => evidence.some((piece) => claims.has(piece.claim))).map(({ claim }) => ({ document, claim })),
  );
}

/** A figure with the text that it stands in. */
interface Asked {
  readonly document: TextDocument;
  readonly claim: Claim;
}

interface Piece extends ClaimRef {
  readonly stance: PictureReport['stance'];
  readonly reason: FigureVerdict['evidence'][number]['reason'];
}

function asPiece({ source, claim, stance, reason }: FigureVerdict['evidence'][number]): Piece {
  return { source, claim, stance, reason };
}

function drawn(own: Asked, drafts: readonly Asked[], evidence: readonly Piece[], measures: string, client: Client): Picture {
  const pieces = distinct(evidence);
  const all = [own, ...drafts, ...pieces];
  const { kind, unit, intervals } = onOneAxis(all.map(({ claim: { figure, readings } }) => [figure.quantity, ...readings]));
  const figures = drafts.flatMap(({ document, claim: { figure } }, at): PicturedFigure[] => {
    const interval = intervals[1 + at];
    return interval ? [{ uri: document.uri, range: rangeIn(document, figure), text: quote(figure.text), interval }] : [];
  });
  const reports = pieces.flatMap((piece, at): PictureReport[] => {
    const interval = intervals[1 + drafts.length + at];
    if (!interval) return [];
    const { claim, source, stance, reason } = piece;
    return [
      {
        ...claimOf(piece, client),
        interval,
        days: reportDays(source.article.date),
        stance,
        remark: [claim.denied && client.translate('denied', {}), reasonInWords(reason, client.translate)].filter(Boolean).join(', '),
        aside: claim.denied || reason === 'scope',
      },
    ];
  });
  return {
    measures: quote(measures),
    axis: { kind, unit },
    at: rangeIn(own.document, own.claim.figure),
    drafts: figures,
    reports: reports.sort(byDays),
  };
}

/** Each source's figures once, though it may say one of them again. */
function distinct(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>();
  return pieces.filter(({ source, claim: { figure, speaker } }) => {
    const key = JSON.stringify([source.article.uri, figure.text.toLowerCase(), speaker]);
    return !seen.has(key) && seen.add(key);
  });
}

function byDays({ days: a }: PictureReport, { days: b }: PictureReport): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return a[0] + a[1] - b[0] - b[1];
}
