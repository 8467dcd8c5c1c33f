/** What can be done about a finding, as quick fixes: made from what its diagnostic holds, so that nothing is checked again to offer one. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticSource } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { diagnosticsOf } from '../diagnostics.ts';
import type { Session } from '../session.ts';
import { checkActions, checkKind } from './checking.ts';
import { citeActions, citeKind } from './citing.ts';
import type { Answers, Feature } from './feature.ts';
import { fixAllActions, fixAllKind } from './fixAll.ts';
import { takeAnswer, takeFigure, takeFullName, takeSpelling, takeWords } from './fixes.ts';
import { showPicture } from './picture.ts';
import { type ActionProvider, flaggedBy } from './quickFix.ts';
import { checkAgain, letStand } from './stet.ts';

/** Everything that offers actions, in the order in which the writer sees them. Adding one touches its own file and this list. */
const providers: readonly ActionProvider[] = [takeFigure, takeAnswer, takeSpelling, takeFullName, takeWords, letStand];

export const codeActions: Feature = {
  capabilities: ({ codeActions: able }) =>
    able ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, citeKind, fixAllKind, checkKind] } } : {},
  register(answers) {
    answers.connection.onCodeAction(async (params, token) => {
      const document = answers.documents.get(params.textDocument.uri);
      const { session } = answers;
      if (!session?.client.codeActions || !document) return null;
      try {
        const diagnostics = await withData(params, answers, token);
        const actions = await actionsFor(diagnostics, document, session, token);
        for (const offer of [citeActions, checkAgain, checkActions, showPicture, fixAllActions])
          actions.push(...(await offer(params, answers, token)));
        return withoutTwins(actions.filter(({ kind }) => isWanted(kind!, params.context.only)));
      } catch (error) {
        return session.answerFailed(error, null);
      }
    });
  },
};

/**
 * The diagnostics that the client asks about. Clients that do not give their data back get it from the draft as it was judged last,
 * which waits for a check only where one is due anyway.
 */
async function withData({ textDocument, context }: CodeActionParams, answers: Answers, token: CancellationToken): Promise<Diagnostic[]> {
  const ours = context.diagnostics.filter(({ source }) => source === diagnosticSource);
  if (ours.every(({ data }) => data !== undefined)) return ours;
  const present = await answers.aboutDraft(textDocument.uri, token, diagnosticsOf);
  return ours.map((diagnostic) => {
    if (diagnostic.data !== undefined) return diagnostic;
    const same = present?.find(({ code, range }) => code === diagnostic.code && isSameRange(range, diagnostic.range));
    return { ...diagnostic, data: same?.data };
  });
}

async function actionsFor(
  diagnostics: readonly Diagnostic[],
  document: TextDocument,
  session: Session,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const diagnostic of diagnostics) {
    const flagged = flaggedBy(diagnostic, document, session);
    if (!flagged) continue;
    for (const provide of providers) {
      for (const action of await provide(flagged, token)) actions.push(completed(action, diagnostic, session.client));
    }
  }
  return actions;
}

function isSameRange(a: Range, b: Range): boolean {
  return [
    a.start.line - b.start.line,
    a.start.character - b.start.character,
    a.end.line - b.end.line,
    a.end.character - b.end.character,
  ].every((difference) => difference === 0);
}

function completed(action: CodeAction, diagnostic: Diagnostic, client: Client): CodeAction {
  const { isPreferred, ...rest } = action;
  return {
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...rest,
    ...(isPreferred && client.preferredActions && { isPreferred }),
  };
}

/** What two findings of a selection would both have done is offered once, for both. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const offered = new Map<string, CodeAction>();
  for (const action of actions) {
    const { title, command, edit, diagnostics = [] } = action;
    const key = JSON.stringify([title, command, edit]);
    const twin = offered.get(key);
    offered.set(key, twin ? { ...twin, diagnostics: [...(twin.diagnostics ?? []), ...diagnostics] } : action);
  }
  return [...offered.values()];
}

/** Whether a kind is one of those asked for, or below one of them. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only?.length || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}
