/** Brings diagnostics to the client: on demand where it asks for them, else with the version they belong to. */
import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Position,
  type PublishDiagnosticsParams,
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
  private readonly reports = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  private readonly runs = new Map<string, CancellationTokenSource>();
  /** The documents whose diagnostics the client has from us, with what it has. */
  private readonly pushed = new Map<string, PublishDiagnosticsParams>();
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
    const last = this.reports.get(document.uri);
    const id = last && isEqual(last.items, items) ? last.id : `${++this.lastId}`;
    this.reports.set(document.uri, { id, items });
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
    return diagnosticsOf(judged, this.client, findings);
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
      // What the client has already is not drawn anew.
      if (judged ? isEqual(this.pushed.get(uri), params) : !this.pushed.delete(uri)) return;
      if (judged) this.pushed.set(uri, params);
      await this.connection.sendDiagnostics(params);
    } finally {
      if (this.runs.get(uri) === run) this.runs.delete(uri);
    }
  }
}

/** Whether two values are the same as JSON. What two versions of a draft have in common is mostly one object in both, which is quick to tell. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [ours, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(ours);
  return keys.length === Object.keys(theirs).length && keys.every((key) => isEqual(ours[key], theirs[key]));
}
