/** What a feature of the language server is: what it promises the client, and how it answers. */
import type { CancellationToken, Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import type { Analysed, Judged } from '../judged.ts';
import type { Session } from '../session.ts';

/** What features answer from. */
export interface Answers {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  /** Undefined until the client has said `initialize`. */
  readonly session: Session | undefined;

  /** Answers a question about what the session has; null before it has begun. What goes wrong is logged, and the answer is null. */
  answer<T>(answer: (session: Session) => T | Promise<T>): Promise<T | null>;

  /**
   * Answers a question about a draft as it is now; null for other documents, and where an edit overtook the question. What goes wrong is
   * logged, and the answer is null.
   */
  aboutDraft<T>(uri: string, token: CancellationToken, answer: (judged: Judged, client: Client) => T | Promise<T>): Promise<T | null>;

  /** As `aboutDraft`, and a source answers too: it is held against the other sources. */
  aboutText<T>(uri: string, token: CancellationToken, answer: (judged: Judged, client: Client) => T | Promise<T>): Promise<T | null>;

  /** As `aboutText`, where it is enough to know what the text holds. */
  aboutAnalysis<T>(
    uri: string,
    token: CancellationToken,
    answer: (analysed: Analysed, client: Client) => T | Promise<T>,
  ): Promise<T | null>;
}

export interface Feature {
  /** What is promised to a client at `initialize`, where LSP has a word for it. */
  capabilities?(client: Client): ServerCapabilities;
  /** Installs the handlers; called once, before `initialize`. */
  register(answers: Answers): void;
}
