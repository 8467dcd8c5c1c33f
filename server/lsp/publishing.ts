/** Brings diagnostics to the client: on demand where it asks for them, else with the version they belong to. */
import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { Edit } from './edits.ts';
import type { Judged } from './judged.ts';
import type { Runtime } from './runtime.ts';
import { Typing } from './typing.ts';

export interface PublishingSource {
  /** The draft, checked; null where the document is none. Rejects where the token or an edit cancels it. */
  judge(document: TextDocument, token: CancellationToken): Promise<Judged | null>;
  /** The open documents. */
  documents(): readonly TextDocument[];
  document(uri: string): TextDocument | undefined;
}

export class Publishing {
  /** The last report of each document: the same diagnostics keep their result id. */
  private readonly reports = new Map<string, { readonly id: string; readonly json: string }>();
  private readonly runs = new Map<string, CancellationTokenSource>();
  /** The documents whose diagnostics the client has from us, with what it has. */
  private readonly pushed = new Map<string, string>();
  private lastId = 0;
  private readonly typing: Typing;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly source: PublishingSource,
    runtime: Pick<Runtime, 'wait'>,
    /** Lets work run on its own. */
    guard: (work: Promise<unknown>) => void,
  ) {
    this.typing = new Typing(runtime, (uri) => guard(this.due(uri)));
  }

  /** Answers a pull. */
  async pull(document: TextDocument, previousResultId: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const judged = await this.source.judge(document, token);
    const items = judged ? this.diagnostics(judged) : [];
    const json = JSON.stringify(items);
    const last = this.reports.get(document.uri);
    const id = last?.json === json ? last.id : `${++this.lastId}`;
    this.reports.set(document.uri, { id, json });
    if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  /** How a document was edited; it has its new text already. */
  documentEdited(uri: string, edits: readonly Edit[]): void {
    this.typing.edited(uri, edits);
  }

  /** The writer put the cursor somewhere in a document. */
  cursorMoved(uri: string, position: Position): void {
    const document = this.source.document(uri);
    if (document) this.typing.cursorMoved(document, document.offsetAt(position));
  }

  /** A document was opened or edited. */
  async documentChanged(document: TextDocument): Promise<void> {
    if (!this.client.pulls) await this.push(document);
  }

  async documentClosed(uri: string): Promise<void> {
    this.runs.get(uri)?.cancel();
    this.runs.delete(uri);
    this.reports.delete(uri);
    this.typing.closed(uri);
    if (this.pushed.delete(uri)) await this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Libraries or settings changed: every open draft may read differently now. */
  async refresh(): Promise<void> {
    const documents = this.source.documents();
    if (documents.length === 0) return;
    if (this.client.pulls) await this.connection.languages.diagnostics.refresh();
    else await Promise.all(documents.map((document) => this.push(document)));
  }

  /** What was held back in a document is to be shown. */
  private async due(uri: string): Promise<void> {
    const document = this.source.document(uri);
    if (!document) return;
    if (this.client.pulls) await this.connection.languages.diagnostics.refresh();
    else await this.push(document);
  }

  /** A draft's diagnostics but for those of what is being typed. */
  private diagnostics(judged: Judged): Diagnostic[] {
    const findings = this.typing.sift(judged);
    return diagnosticsOf({ ...judged, judgement: { ...judged.judgement, findings } }, this.client);
  }

  /** Sends a document's diagnostics, unless it was edited or closed, or another run began, before they were found. */
  private async push(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    this.runs.get(uri)?.cancel();
    const run = new CancellationTokenSource();
    this.runs.set(uri, run);
    try {
      const judged = await this.source.judge(document, run.token);
      if (this.runs.get(uri) !== run || this.source.document(uri) !== document || document.version !== version) return;
      const params = { uri, version, diagnostics: judged ? this.diagnostics(judged) : [] };
      const json = JSON.stringify(params);
      // What the client has already is not drawn anew.
      if (judged ? this.pushed.get(uri) === json : !this.pushed.delete(uri)) return;
      if (judged) this.pushed.set(uri, json);
      await this.connection.sendDiagnostics(params);
    } finally {
      if (this.runs.get(uri) === run) this.runs.delete(uri);
    }
  }
}
