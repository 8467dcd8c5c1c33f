/** What new, changed and vanished sources did to the open drafts: requests of the protocol's own, off the path of a keystroke. */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Translate } from '../../engine/check.ts';
import { type Effect, type Piece, packStandings, readStandings } from '../../engine/effects.ts';
import { quote } from '../../engine/rules/wording.ts';
import { isName, spanOf } from '../../engine/subjects.ts';
import {
  type Changes,
  type ChangesSeenParams,
  changesMethod,
  changesSeenMethod,
  type ListedChange,
  type Recalled,
  recallMethod,
  standingsMethod,
} from '../../protocol/changes.ts';
import type { DraftParams } from '../../protocol/documents.ts';
import { measuredBy } from '../cite.ts';
import type { Judged } from '../judged.ts';
import { rangeIn } from '../positions.ts';
import { isCancelled } from '../runtime.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** So many sources are named as what a change comes from; the rest is counted. */
const MOST_NAMED = 3;

export const changes: Feature = {
  register(answers) {
    const { connection, documents, answer } = answers;
    connection.onRequest(changesMethod, (token) => answer((session) => changesOf(documents.all(), session, token)));
    connection.onRequest(changesSeenMethod, ({ uri }: ChangesSeenParams = {}): null => {
      const { session } = answers;
      for (const document of documents.all()) if (uri === undefined || document.uri === uri) session?.changes.seen(document.uri);
      return null;
    });
    connection.onRequest(standingsMethod, ({ textDocument: { uri } }: DraftParams, token) =>
      answer(async (session): Promise<Recalled['standings']> => {
        const standings = await session.work(session.changes.standings(uri), token);
        return standings ? packStandings(standings) : null;
      }),
    );
    connection.onRequest(recallMethod, ({ textDocument: { uri }, standings }: Recalled): null => {
      const { session } = answers;
      if (session && documents.get(uri)) session.changes.recall(uri, readStandings(standings));
      return null;
    });
  },
};

/** What has changed for each draft, as it is now. */
async function changesOf(documents: readonly TextDocument[], session: Session, token: CancellationToken): Promise<Changes> {
  const drafts: Changes['drafts'][number][] = [];
  for (const document of documents) {
    try {
      await session.consulting.judge(document, token);
    } catch (error) {
      // One that is just being edited is told of as it was.
      if (!isCancelled(error) || token.isCancellationRequested) throw error;
    }
    const found = await session.work(session.changes.of(document.uri), token);
    if (!found || found.effects.length === 0) continue;
    const isThere = (source: string) => found.judged.sourceOf(source) !== undefined;
    drafts.push({
      uri: document.uri,
      changes: found.effects.map((effect) => listed(effect, found.judged, isThere, session.client.translate)),
    });
  }
  return { drafts };
}

function listed(effect: Effect, { document }: Judged, isThere: (source: string) => boolean, translate: Translate): ListedChange {
  const { subject, before, after } = effect;
  const [was, now] = [translate(before.verdict, {}), translate(after.verdict, {})];
  const verdict = was === now ? translate('still {now}', { now }) : translate('was {was}, now {now}', { was, now });
  const causes = isName(subject) ? [] : causesOf(effect, isThere, translate);
  const shown = causes.slice(0, MOST_NAMED);
  if (causes.length > shown.length) shown.push(translate('{count} more', { count: causes.length - shown.length }));
  return {
    range: rangeIn(document, spanOf(subject)),
    text: quote(spanOf(subject).text),
    measures: isName(subject) ? '' : measuredBy(subject.claim),
    verdict: after.verdict,
    isOther: before.verdict !== after.verdict,
    told: [verdict, shown.join('; ')].filter(Boolean).join(' — '),
  };
}

/** What each source says that did not, says otherwise, or says no more. */
function causesOf({ before, after }: Effect, isThere: (source: string) => boolean, translate: Translate): string[] {
  const causes: string[] = [];
  const say = (piece: Piece) => translate('{source} says {text}', { source: piece.name, text: piece.text });
  for (const [uri, piece] of after.pieces) {
    const then = before.pieces.get(uri);
    if (!then) causes.push(say(piece));
    else if (then.text !== piece.text)
      causes.push(translate('{source} now says {now}, not {before}', { source: piece.name, now: piece.text, before: then.text }));
    else if (then.stance !== piece.stance) causes.push(say(piece));
  }
  for (const [uri, { name, text }] of before.pieces) {
    if (after.pieces.has(uri)) continue;
    causes.push(
      isThere(uri) ? translate('{source} no longer says {text}', { source: name, text }) : translate('{source} is gone', { source: name }),
    );
  }
  return causes;
}
