/** The status bar item: how many sources a draft is held against, and whether anything is wrong with them. */
import {
  Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { FolderStatus, Status } from '../server/protocol/status.ts';
import type { ActiveDraft } from './activeDraft.ts';
import type { Server, ServerState } from './server.ts';

/** What the item says: an icon of VS Code's, the words after it, and what is told where the mouse rests. */
interface Label {
  readonly icon: string;
  readonly text: string;
  readonly details?: readonly string[];
}

/** How many unreadable sources the tooltip names; the log has all. */
const mostNamed = 5;

/** Shows the item as long as a draft is open and the server runs, or should. */
export function showStatus(server: Server, draft: ActiveDraft): Disposable {
  // The library is the folder's, not the document's: such items stand on the left.
  const item = window.createStatusBarItem('secondSource.status', StatusBarAlignment.Left);
  item.name = 'Second Source';
  item.command = 'secondSource.showLog';
  const update = () => {
    const label = draft.document && labelOf(server.state, draft.document);
    if (label) fill(item, label);
    else item.hide();
  };
  update();
  return Disposable.from(item, server.onDidChangeState(update), draft.onDidChange(update));
}

function fill(item: StatusBarItem, { icon, text, details = [] }: Label): void {
  item.text = `$(${icon}) ${text}`;
  item.accessibilityInformation = { label: `Second Source: ${text}` };
  const tooltip = new MarkdownString();
  tooltip.appendText(['Second Source', ...details, l10n.t('Click to show the log.')].join('\n'));
  item.tooltip = tooltip;
  item.show();
}

function labelOf(state: ServerState, draft: TextDocument): Label | undefined {
  if (state === 'off') return undefined;
  if (state === 'starting') return { icon: 'sync~spin', text: l10n.t('Starting') };
  if (state === 'failed')
    return { icon: 'error', text: l10n.t('Stopped'), details: [l10n.t('The server does not run. Drafts are not checked.')] };
  const folder = folderOf(state, draft);
  return folder && folderLabel(folder);
}

/** The draft's own folder; for an untitled draft the first, whose library the server holds it against. */
function folderOf({ folders }: Status, draft: TextDocument): FolderStatus | undefined {
  if (draft.uri.scheme === 'untitled') return folders[0];
  const own = workspace.getWorkspaceFolder(draft.uri)?.uri.toString();
  return folders.find(({ uri }) => Uri.parse(uri).toString() === own);
}

function folderLabel({ state, sources, skipped, done, total }: FolderStatus): Label {
  if (state === 'indexing') return { icon: 'sync~spin', text: l10n.t('Indexing {0} of {1}', done, total) };
  if (skipped.length > 0) {
    const named = skipped.slice(0, mostNamed).map(({ uri, reason }) => `${workspace.asRelativePath(Uri.parse(uri))}: ${reason}`);
    const rest = skipped.length - named.length;
    const details = [countSources(sources), ...named, ...(rest > 0 ? [l10n.t('and {0} more', rest)] : [])];
    const text = skipped.length === 1 ? l10n.t('1 source could not be read') : l10n.t('{0} sources could not be read', skipped.length);
    return { icon: 'warning', text, details };
  }
  if (state === 'trouble') return { icon: 'warning', text: l10n.t('A setting is broken'), details: [countSources(sources)] };
  return { icon: 'book', text: countSources(sources) };
}

/** How many sources, in words. */
function countSources(sources: number): string {
  if (sources === 0) return l10n.t('No sources');
  return sources === 1 ? l10n.t('1 source') : l10n.t('{0} sources', sources);
}
