/** What new, changed and vanished sources did to the open drafts, until the writer clears it. In view only while there is something. */
import { commands, Disposable, l10n, Uri, workspace } from 'vscode';
import { type Changes, changesMethod, changesSeenMethod, type ListedChange } from '../../server/protocol/changes.ts';
import type { Listings } from '../listings.ts';
import type { Server } from '../server.ts';
import { type Node, Tree } from './tree.ts';
import { beside } from './words.ts';

const VIEW = 'secondSource.changes';

export function showChanges(server: Server, listings: Listings): Disposable {
  let drafts: Changes['drafts'] = [];
  let turn = 0;
  const tree = new Tree(VIEW, async () => rowsOf(drafts));
  const look = async () => {
    const now = ++turn;
    const found = (await server.ask<Changes>(changesMethod))?.drafts ?? [];
    if (now !== turn) return;
    drafts = found;
    const count = drafts.reduce((sum, each) => sum + each.changes.length, 0);
    void commands.executeCommand('setContext', 'secondSource.changed', count > 0);
    tree.view.badge = count > 0 ? { value: count, tooltip: l10n.t('What the sources changed: {0}', count) } : undefined;
    tree.refresh();
  };
  const seen = async (uri?: string) => {
    await server.ask(changesSeenMethod, uri === undefined ? {} : { uri });
    await look();
  };
  return Disposable.from(
    tree,
    server.onDidChangeDrafts(look),
    server.onDidChangeState(look),
    // An edit moves the rows' places, which matters to who sees them.
    listings.onDidChange(() => (drafts.length > 0 && tree.view.visible ? look() : undefined)),
    workspace.onDidCloseTextDocument(look),
    commands.registerCommand('secondSource.clearChanges', () => seen()),
    commands.registerCommand('secondSource.showChanges', async () => {
      await look();
      await commands.executeCommand(`${VIEW}.focus`);
    }),
  );
}

/** The rows: below their drafts where there are several. */
function rowsOf(drafts: Changes['drafts']): Node[] {
  const groups = drafts.map(({ uri, changes }) => ({
    id: uri,
    label: workspace.asRelativePath(Uri.parse(uri)),
    icon: 'file',
    open: true,
    description: String(changes.length),
    children: changes.map((change) => changeNode(change, uri)),
  }));
  return groups.length === 1 ? groups[0]!.children : groups;
}

const ICONS: Readonly<Record<string, { readonly icon: string; readonly colour: string }>> = {
  refuted: { icon: 'warning', colour: 'list.warningForeground' },
  misspelt: { icon: 'warning', colour: 'list.warningForeground' },
  conflicting: { icon: 'info', colour: 'editorInfo.foreground' },
  variant: { icon: 'info', colour: 'editorInfo.foreground' },
  supported: { icon: 'pass', colour: 'testing.iconPassed' },
  known: { icon: 'pass', colour: 'testing.iconPassed' },
};

function changeNode({ range, text, measures, verdict, told }: ListedChange, uri: string): Node {
  const label = [text, measures].filter(Boolean).join(' ');
  const { icon, colour } = ICONS[verdict] ?? { icon: 'circle-outline', colour: 'foreground' };
  return {
    id: `${uri} ${range.start.line}:${range.start.character}`,
    label,
    description: told,
    tooltip: [label, told, l10n.t('line {0}', range.start.line + 1)],
    icon,
    colour,
    spoken: beside(label, told),
    place: { uri, range },
    context: 'change',
  };
}
