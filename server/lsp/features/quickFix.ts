/** What offers quick fixes is asked for them by, and what it makes them with. */
import type { CancellationToken, CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../engine/model.ts';
import type { DiagnosticData } from '../../protocol/diagnostics.ts';
import type { Client } from '../client.ts';
import { rangeIn } from '../positions.ts';
import type { Session } from '../session.ts';

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

/** An `ActionProvider` that answers at once. */
export type InstantProvider = (flagged: Flagged) => readonly CodeAction[];

/** Edits of a document, which a client that knows versions applies only to the version they were made for. */
export function editOf(document: TextDocument, edits: TextEdit[], client: Pick<Client, 'documentChanges'>): WorkspaceEdit {
  const { uri, version } = document;
  return client.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

/** Replacements at offsets of a document as edits of it. */
export function editsIn(document: TextDocument, replacements: readonly (Span & { readonly newText: string })[]): TextEdit[] {
  return replacements.map((each) => ({ range: rangeIn(document, each), newText: each.newText }));
}

/** What a diagnostic of ours is about in a document; null where its text has changed since. */
export function flaggedBy(diagnostic: Diagnostic, document: TextDocument, session: Session): Flagged | null {
  const data = diagnostic.data as DiagnosticData | undefined;
  if (typeof data?.text !== 'string') return null;
  if (document.getText(diagnostic.range) !== data.text) return null;
  const span = { start: document.offsetAt(diagnostic.range.start), end: document.offsetAt(diagnostic.range.end) };
  return { diagnostic, data, span, document, session };
}
