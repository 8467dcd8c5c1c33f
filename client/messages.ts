/** What the writer is told in a message, with a button that leads to where it can be mended. */
import {
  commands,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  type TextDocumentShowOptions,
  type Uri,
  window,
  workspace,
} from 'vscode';
import {
  type HandleDiagnosticsSignature,
  type HandlerResult,
  type LanguageClient,
  type MessageActionItem,
  MessageType,
  ShowMessageRequest,
} from 'vscode-languageclient/node';
import { diagnosticSource } from '../server/protocol/diagnostics.ts';
import { settingsFile, settingsSection } from '../server/protocol/settings.ts';

/** Says, once, that the server is not started any more. */
export async function giveUp(): Promise<void> {
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const message = l10n.t('Second Source stopped: its server ended unexpectedly several times in a row. Drafts are not checked.');
  const answer = await window.showErrorMessage(message, restart, showLog);
  if (answer === restart) await commands.executeCommand('secondSource.restartServer');
  if (answer === showLog) await commands.executeCommand('secondSource.showLog');
}

/** Says that the server was started again. */
export async function tellOfRestart(): Promise<void> {
  const showLog = l10n.t('Show Log');
  const message = l10n.t('The server of Second Source ended unexpectedly and was started again. Your drafts are as you left them.');
  if ((await window.showWarningMessage(message, showLog)) === showLog) await commands.executeCommand('secondSource.showLog');
}

/** Says that the cache was cleared, or why it was not. */
export async function tellOfCache(trouble: string | null): Promise<void> {
  if (trouble === null) await window.showInformationMessage(l10n.t('The cache of this workspace is cleared. The sources are read anew.'));
  else await window.showErrorMessage(l10n.t('The cache could not be cleared: {0}', trouble));
}

/** The problems of a settings file. */
interface Broken {
  readonly diagnostics: readonly Diagnostic[];
  /** Those of them that are shown. */
  shown: readonly Diagnostic[];
  readonly next: HandleDiagnosticsSignature;
}

/** Tells of broken settings: each of them once. */
export class SettingsMessages implements Disposable {
  /** The settings files that are broken, as far as the writer was told. */
  private readonly broken = new Map<string, Broken>();
  private readonly listener = languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) this.review(uri);
  });

  /** The server's diagnostics stand at their place in a settings file; where that is not on screen, a message leads to it. */
  readonly handleDiagnostics = (uri: Uri, diagnostics: Diagnostic[], next: HandleDiagnosticsSignature): void => {
    next(uri, diagnostics);
    if (!uri.path.endsWith(`/${settingsFile}`)) return;
    const file = uri.toString();
    const [first] = diagnostics;
    if (!first) {
      this.broken.delete(file);
      return;
    }
    const onScreen = window.visibleTextEditors.some(({ document }) => document.uri.toString() === file);
    if (!this.broken.has(file) && !onScreen) void tellOfFile(uri, first);
    this.broken.set(file, { diagnostics, shown: diagnostics, next });
    this.review(uri);
  };

  dispose(): void {
    this.listener.dispose();
  }

  /** While a settings file is open, VS Code's own JSON support holds it against the schema: what that says is not said again. */
  private review(uri: Uri): void {
    const file = this.broken.get(uri.toString());
    if (!file) return;
    const others = languages.getDiagnostics(uri).filter(({ source }) => source !== diagnosticSource);
    const shown = file.diagnostics.filter(({ range }) => !others.some((other) => other.range.intersection(range)));
    if (shown.length === file.shown.length) return;
    file.shown = shown;
    file.next(uri, shown);
  }

  /** The server names an editor's setting that is broken and says why; the button leads to that setting. */
  register(client: LanguageClient): void {
    client.onRequest(ShowMessageRequest.type, ({ type, message, actions = [] }): HandlerResult<MessageActionItem | null, void> => {
      if (actions.length === 0 && message.startsWith(`${settingsSection}.`)) {
        void tellOfSetting(message);
        return null;
      }
      return show(type, message, actions);
    });
  }
}

async function show(type: MessageType, message: string, actions: readonly MessageActionItem[]): Promise<MessageActionItem | null> {
  const item = await (type === MessageType.Error
    ? window.showErrorMessage(message, ...actions)
    : type === MessageType.Warning
      ? window.showWarningMessage(message, ...actions)
      : window.showInformationMessage(message, ...actions));
  return item ?? null;
}

async function tellOfFile(uri: Uri, { message, range }: Diagnostic): Promise<void> {
  const open = l10n.t('Open File');
  const answer = await window.showWarningMessage(`${workspace.asRelativePath(uri)}: ${message}`, open);
  if (answer === open) await window.showTextDocument(uri, { selection: range } satisfies TextDocumentShowOptions);
}

async function tellOfSetting(message: string): Promise<void> {
  const open = l10n.t('Open Settings');
  if ((await window.showWarningMessage(message, open)) !== open) return;
  const [section, name] = message.slice(0, message.indexOf(':')).split('.');
  await commands.executeCommand('workbench.action.openSettings', `@id:${section}.${name}`);
}
