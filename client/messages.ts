/** What the writer is told in a message, with a button that leads to where it can be mended. */
import { commands, type Diagnostic, l10n, type TextDocumentShowOptions, type Uri, window, workspace } from 'vscode';
import {
  type HandleDiagnosticsSignature,
  type HandlerResult,
  type LanguageClient,
  type MessageActionItem,
  MessageType,
  ShowMessageRequest,
} from 'vscode-languageclient/node';
import { settingsFile, settingsSection } from '../server/protocol.ts';

/** Says, once, that the server is not started any more. */
export async function giveUp(): Promise<void> {
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const message = l10n.t('Second Source stopped: its server ended unexpectedly several times in a row. Drafts are not checked.');
  const answer = await window.showErrorMessage(message, restart, showLog);
  if (answer === restart) await commands.executeCommand('secondSource.restartServer');
  if (answer === showLog) await commands.executeCommand('secondSource.showLog');
}

/** Tells of broken settings: each of them once. */
export class SettingsMessages {
  /** The settings files that are broken, as the writer was told. */
  private readonly told = new Set<string>();

  /** The server's diagnostics stand at their place in a settings file; where that is not on screen, a message leads to it. */
  readonly handleDiagnostics = (uri: Uri, diagnostics: Diagnostic[], next: HandleDiagnosticsSignature): void => {
    next(uri, diagnostics);
    if (!uri.path.endsWith(`/${settingsFile}`)) return;
    const file = uri.toString();
    const first = diagnostics[0];
    if (!first) this.told.delete(file);
    else if (!this.told.has(file)) {
      this.told.add(file);
      if (!window.visibleTextEditors.some(({ document }) => document.uri.toString() === file)) void tellOfFile(uri, first);
    }
  };

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
