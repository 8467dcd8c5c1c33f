/** The side bar's container: sources, their disagreements, and the draft that is worked on. */
import { posix } from 'node:path';
import { commands, Disposable, l10n, languages, TreeItemCheckboxState } from 'vscode';
import { diagnosticSource } from '../../server/protocol/diagnostics.ts';
import type { ActiveDraft } from '../activeDraft.ts';
import type { Listings } from '../listings.ts';
import type { Server, ServerState } from '../server.ts';
import { showChanges } from './changes.ts';
import { disagreementNodes } from './disagreements.ts';
import { draftNodes } from './draft.ts';
import { sourceNodes } from './sources.ts';
import { type Node, Tree } from './tree.ts';

export function showViews(server: Server, draft: ActiveDraft, listings: Listings): Disposable {
  const sources = new Tree('secondSource.sources', () => sourceNodes(server));
  const disagreements = new Tree('secondSource.disagreements', () => disagreementNodes(server));
  const figures = new Tree('secondSource.draft', () => draftNodes(draft, listings));
  const tell = () => {
    const state = summaryOf(server.state);
    // `when` clauses of the manifest: what an empty view says.
    void commands.executeCommand('setContext', 'secondSource.state', state);
    const message = state === 'indexing' ? l10n.t('The sources are being read.') : undefined;
    for (const { view } of [sources, disagreements, figures]) view.message = message;
  };
  const name = () => {
    figures.view.description = draft.document && posix.basename(draft.document.uri.path);
    void commands.executeCommand('setContext', 'secondSource.hasDraft', draft.document !== undefined);
  };
  const stateChanged = () => {
    tell();
    for (const tree of [sources, disagreements, figures]) tree.refresh();
  };
  tell();
  name();
  return Disposable.from(
    sources,
    disagreements,
    figures,
    server.onDidChangeState(stateChanged),
    draft.onDidChange(() => {
      name();
      figures.refresh();
    }),
    // Figures that nothing is said against have rows too.
    listings.onDidChange(figures.refresh),
    figures.view.onDidChangeCheckboxState(({ items }) => toggle(items).finally(figures.refresh)),
    showChanges(server, listings),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const uri = uris.find((each) => each.toString() === draft.document?.uri.toString());
      if (!uri) return;
      const caught = languages.getDiagnostics(uri).some(({ source }) => source === diagnosticSource);
      // A step of the walkthrough is done.
      if (caught) void commands.executeCommand('setContext', 'secondSource.caught', true);
    }),
  );
}

/** Ticks what somebody ticks in the tree, as the menus do, and takes back what they take the tick from. */
async function toggle(items: readonly (readonly [Node, TreeItemCheckboxState])[]): Promise<void> {
  for (const [node, state] of items) {
    const isTicked = state === TreeItemCheckboxState.Checked;
    await commands.executeCommand(isTicked ? 'secondSource.checkFigure' : 'secondSource.takeBackCheck', node);
  }
}

/** The state of the folders together. */
function summaryOf(state: ServerState): 'off' | 'starting' | 'failed' | 'indexing' | 'idle' | 'ready' {
  if (typeof state === 'string') return state;
  if (state.folders.some((folder) => folder.state === 'indexing')) return 'indexing';
  return state.folders.some(({ sources, skipped }) => sources > 0 || skipped.length > 0) ? 'ready' : 'idle';
}
