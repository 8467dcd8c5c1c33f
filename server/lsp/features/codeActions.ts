/** What can be done about a finding, as quick fixes: made from what its diagnostic holds, so that nothing is checked again to offer one. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../engine/model.ts';
import { type DiagnosticData, diagnosticSource } from '../../protocol.ts';
import type { Client } from '../client.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** A diagnostic of ours that the draft, as it is now, still bears out: its text stands where it stood. */
export interface Flagged {
  readonly diagnostic: Diagnostic;
  readonly data: DiagnosticData;
  /** Its range in `document`. */
  readonly span: Span;
  /** The draft as it is now. */
  readonly document: TextDocument;
  readonly session: Session;
}

/** Gives what it would do about one diagnostic. `kind` and `diagnostics` are filled in where it leaves them out. */
export type ActionProvider = (flagged: Flagged, token: CancellationToken) => readonly CodeAction[] | Promise<readonly CodeAction[]>;

/** Everything that offers actions, in the order in which the writer sees them. Adding one touches its own file and this list. */
const providers: readonly ActionProvider[] = [];

export const codeActions: Feature = {
  capabilities: ({ codeActions: able }) => (able ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } } : {}),
  register(answers) {
    answers.connection.onCodeAction(async (params, token) => {
      const document = answers.documents.get(params.textDocument.uri);
      const { session } = answers;
      if (!session?.client.codeActions || !document) return null;
      try {
        return await actionsFor(params, document, session, token);
      } catch (error) {
        return session.answerFailed(error, null);
      }
    });
  },
};

async function actionsFor(
  { context }: CodeActionParams,
  document: TextDocument,
  session: Session,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const diagnostic of context.diagnostics) {
    const flagged = flaggedBy(diagnostic, document, session);
    if (!flagged) continue;
    for (const provide of providers) {
      for (const action of await provide(flagged, token)) actions.push(completed(action, diagnostic, session.client));
    }
  }
  return actions.filter(({ kind }) => isWanted(kind!, context.only));
}

/** Null for what is not ours, and where the text has changed since. */
function flaggedBy(diagnostic: Diagnostic, document: TextDocument, session: Session): Flagged | null {
  const data = diagnostic.data as DiagnosticData | undefined;
  if (diagnostic.source !== diagnosticSource || typeof data?.text !== 'string') return null;
  if (document.getText(diagnostic.range) !== data.text) return null;
  const span = { start: document.offsetAt(diagnostic.range.start), end: document.offsetAt(diagnostic.range.end) };
  return { diagnostic, data, span, document, session };
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

/** Whether a kind is one of those asked for, or below one of them. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only?.length || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}

/** Edits of a document, which a client that knows versions applies only to the version they were made for. */
export function editOf(document: TextDocument, edits: TextEdit[], client: Pick<Client, 'documentChanges'>): WorkspaceEdit {
  const { uri, version } = document;
  return client.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
