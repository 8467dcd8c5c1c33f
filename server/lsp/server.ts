/** The language server: wires the features to a connection, on whatever host the runtime stands for. */
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CursorParams, cursorMethod } from '../protocol/documents.ts';
import { settingsSection } from '../protocol/settings.ts';
import { statusMethod } from '../protocol/status.ts';
import { type Client, clientOf } from './client.ts';
import type { Consulting } from './consulting.ts';
import { applyChanges } from './edits.ts';
import type { Answers } from './features/feature.ts';
import { featureCapabilities, features } from './features/features.ts';
import { isCancelled, type Runtime } from './runtime.ts';
import { Session } from './session.ts';
import { fileUri } from './uris.ts';

/** Answers a client over `connection`, and begins to listen. What comes back gives the session, once it has begun, to those who look on. */
export function startServer(connection: Connection, runtime: Runtime): { readonly session: () => Session | undefined } {
  let session: Session | undefined;
  const documents = new TextDocuments({
    create: TextDocument.create,
    update(document: TextDocument, changes, version) {
      session?.publishing.documentEdited(document.uri, applyChanges(document, changes, version));
      return document;
    },
  });

  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    session = new Session(connection, runtime, client, documents);
    for (const { uri, name } of foldersOf(params, client)) session.workspace.add(uri, name);
    return { capabilities: capabilities(client), serverInfo: { name: 'Second Source' } };
  });

  connection.onInitialized(() => {
    if (!session) return;
    const { client } = session;
    if (client.registersConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection }).catch(session.failed);
    }
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => session?.guard(session.foldersChanged(added, removed)));
    }
    session.guard(session.begin());
  });

  documents.onDidChangeContent(({ document }) => session?.guard(session.documentChanged(document)));
  documents.onDidSave(() => session?.guard(session.documentSaved()));
  documents.onDidClose(({ document }) => session?.guard(session.documentClosed(document)));
  connection.onDidChangeConfiguration(({ settings }) => session?.guard(session.configuration.changed(settings)));
  connection.onDidChangeWatchedFiles(({ changes }) => session?.guard(session.filesChanged(changes)));

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) => {
    const document = documents.get(textDocument.uri);
    if (!session || !document) return nothing();
    return session.publishing.pull(document, previousResultId, token).catch((error) => {
      // Where it was not the client that cancelled, an edit did: the client is to ask again for what it has now.
      if (isCancelled(error) && !token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The draft changed', { retriggerRequest: true });
      }
      return session!.answerFailed(error, nothing());
    });
  });

  connection.onNotification(cursorMethod, ({ textDocument, position }: CursorParams) => {
    session?.publishing.cursorMoved(textDocument.uri, position);
  });
  connection.onRequest(statusMethod, () => session?.status() ?? { folders: [] });
  connection.onShutdown(() => session?.end());

  const answer: Answers['answer'] = async (from) => {
    if (!session) return null;
    try {
      return await from(session);
    } catch (error) {
      return session.answerFailed(error, null);
    }
  };
  const about = <A, T>(
    uri: string,
    token: CancellationToken,
    find: (consulting: Consulting, document: TextDocument) => Promise<A | null>,
    tell: (found: A, client: Client) => T | Promise<T>,
  ): Promise<T | null> =>
    answer(async ({ client, consulting }) => {
      const document = documents.get(uri);
      try {
        const found = document ? await find(consulting, document) : null;
        return found && (await tell(found, client));
      } catch (error) {
        if (isCancelled(error) && !token.isCancellationRequested) return null;
        throw error;
      }
    });
  const answers: Answers = {
    connection,
    documents,
    get session() {
      return session;
    },
    answer,
    aboutDraft: (uri, token, tell) => about(uri, token, (consulting, document) => consulting.judge(document, token), tell),
    aboutText: (uri, token, tell) => about(uri, token, (consulting, document) => consulting.consult(document, token), tell),
    aboutAnalysis: (uri, token, tell) => about(uri, token, (consulting, document) => consulting.analysed(document, token), tell),
  };
  for (const feature of features) feature.register(answers);

  documents.listen(connection);
  connection.listen();
  return { session: () => session };
}

function nothing(): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: [] };
}

function capabilities(client: Client): InitializeResult['capabilities'] {
  const promised = featureCapabilities(client);
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: !client.registersWatchers },
    ...promised,
    ...(client.pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
    workspace: {
      ...promised.workspace,
      ...(client.workspaceFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
    },
  };
}

function foldersOf(params: InitializeParams, client: Client): readonly { readonly uri: string; readonly name?: string }[] {
  if (client.workspaceFolders && params.workspaceFolders) return params.workspaceFolders;
  // Clients of before LSP 3 know paths only.
  const uri = params.rootUri ?? (params.rootPath ? fileUri(params.rootPath) : null);
  return uri ? [{ uri }] : [];
}
