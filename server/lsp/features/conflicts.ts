/** Where the sources of a folder disagree among themselves: a request of the protocol's own, off the path of a keystroke. */
import type { CancellationToken } from 'vscode-languageserver';
import { conflicts as conflictsIn, type Disagreement, type Statement } from '../../engine/conflicts/index.ts';
import { english } from '../../engine/lexicon/en.ts';
import { isoDate, quote } from '../../engine/rules/wording.ts';
import {
  type ConflictGroup,
  type ConflictingClaim,
  type Conflicts,
  type ConflictsParams,
  conflictsMethod,
} from '../../protocol/conflicts.ts';
import { locationOf, placeInWords } from '../cite.ts';
import type { Client } from '../client.ts';
import { excerpt } from '../excerpt.ts';
import type { Session } from '../session.ts';
import { normalUri } from '../uris.ts';
import type { Folder } from '../workspace.ts';
import type { Feature } from './feature.ts';

export const conflicts: Feature = {
  register(answers) {
    answers.connection.onRequest(conflictsMethod, (params: ConflictsParams | null, token: CancellationToken) =>
      answers.answer((session) => conflictsOf(session, params?.folder, token)),
    );
  },
};

/** What was answered of a folder, and the state of its library that the answer holds for. */
const answered = new WeakMap<Folder, { readonly revision: number; readonly groups: readonly Disagreement[] }>();

async function conflictsOf(session: Session, uri: string | undefined, token: CancellationToken): Promise<Conflicts> {
  const wanted = uri === undefined ? null : normalUri(uri);
  const groups: ConflictGroup[] = [];
  for (const folder of session.workspace.folders) {
    if (wanted !== null && folder.uri !== wanted) continue;
    await folder.ready;
    groups.push(...(await groupsOf(folder, session, token)).map((group) => groupOf(group, session.client)));
  }
  return { groups: groups.sort((a, b) => Number(a.severity !== 'warning') - Number(b.severity !== 'warning')) };
}

/** The disagreements within a folder's library as it is now. */
export async function groupsOf(folder: Folder, session: Session, token: CancellationToken): Promise<readonly Disagreement[]> {
  const { library } = folder;
  const { revision } = library;
  const known = answered.get(folder);
  if (known?.revision === revision) return known.groups;
  // The folder's turn is not taken, so that no draft waits for this.
  const groups = await session.work(conflictsIn(library, english), token);
  if (library.revision === revision) answered.set(folder, { revision, groups });
  return groups;
}

function groupOf({ measures, severity, evidence }: Disagreement, client: Client): ConflictGroup {
  return { measures, severity, claims: evidence.map((ref) => claimOf(ref, client)) };
}

/** How much of a passage is told around a figure, in UTF-16 units to either side. */
const ROOM = { before: 300, after: 300 };

/** A claim of a source, as it is told to the client. */
export function claimOf({ source, claim }: Statement, client: Client): ConflictingClaim {
  const { article } = source;
  const { before, text, after } = excerpt(source, claim.figure.passage, claim.figure, ROOM);
  return {
    ...locationOf(source, claim.figure, client),
    text: quote(text),
    passage: quote(before + text + after),
    place: placeInWords(source, claim.figure, client.translate) || null,
    title: article.title,
    publisher: article.publisher,
    date: article.date && isoDate(article.date),
    speaker: claim.speaker,
  };
}
