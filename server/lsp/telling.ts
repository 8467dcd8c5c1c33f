/** What the writer is told is wrong with settings and with the ledger: in the file at its place, or in a message. */
import { type Connection, DiagnosticSeverity, MessageType, ShowMessageRequest } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Translate } from '../engine/check.ts';
import type { BrokenLine } from '../engine/ledger/ledger.ts';
import type { Span, Uri } from '../engine/model.ts';
import { diagnosticSource } from '../protocol/diagnostics.ts';
import { rangeIn } from './positions.ts';
import { nameOf } from './uris.ts';

/** A file with what is wrong with it, at offsets of its text. */
export interface TroubledFile {
  readonly uri: Uri;
  readonly text: string;
  readonly problems: readonly (Span & { readonly message: string })[];
}

export class Telling {
  /** The files that the client was sent problems of, and the messages that were shown. */
  private readonly told = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly translate: Translate,
    /** Says something to the client, if it still listens. */
    private readonly send: (say: () => unknown) => void,
  ) {}

  /** Has a file's problems stand in it, until it has none. */
  file({ uri, text, problems }: TroubledFile): void {
    if (problems.length === 0 && !this.told.delete(uri)) return;
    if (problems.length > 0) this.told.add(uri);
    const document = TextDocument.create(uri, 'jsonc', 0, text);
    const diagnostics = problems.map((problem) => ({
      range: rangeIn(document, problem),
      severity: DiagnosticSeverity.Warning,
      source: diagnosticSource,
      message: problem.message,
    }));
    this.send(() => this.connection.sendDiagnostics({ uri, diagnostics }));
  }

  /** Shows a message that is worth showing once. */
  once(message: string): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    this.message(message);
  }

  ledger(uri: Uri, text: string, broken: readonly BrokenLine[]): void {
    const problems = broken.map(({ start, end, conflict }) => {
      const message = conflict
        ? this.translate('A merge left both sides here. The decisions of both count until you choose.', {})
        : this.translate('This line is no decision that Second Source can read. It is left as it is.', {});
      return { start, end, message };
    });
    this.file({ uri, text, problems });
  }

  /** What cannot be written is no less decided: it holds as long as this session. */
  unwritten(uri: Uri, reason: string): void {
    const values = { file: nameOf(uri), reason: this.translate(reason, {}) };
    this.message(this.translate('{file} could not be written: {reason}. What you decided holds until you close the editor.', values));
  }

  private message(message: string): void {
    this.send(() => this.connection.console.warn(message));
    // A request, which a client can answer by leading to what is wrong.
    this.send(() => this.connection.sendRequest(ShowMessageRequest.type, { type: MessageType.Warning, message }));
  }
}
