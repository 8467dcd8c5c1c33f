/** The side bar's container: sources, their disagreements, and the draft that is worked on. */
import { posix } from 'node:path';
import { commands, Disposable, l10n, languages, workspace } from 'vscode';
import { diagnosticSource } from '../../server/protocol.ts';
import type { ActiveDraft } from '../activeDraft.ts';
import type { Server, ServerState } from '../server.ts';
import { disagreementNodes } from './disagreements.ts';
import { draftNodes } from './draft.ts';
import { sourceNodes } from './sources.ts';
import { Tree } from './tree.ts';

export function showViews(server: Server, draft: ActiveDraft): Disposable {
  const sources = new Tree('secondSource.sources', () => sourceNodes(server));
  const disagreements = new Tree('secondSource.disagreements', () => disagreementNodes(server));
  const figures = new Tree('secondSource.draft', () => draftNodes(server, draft));
  const tell = () => {
    const state = summaryOf(server.state);
    // `when` clauses of the manifest: what an empty view says.
    void commands.executeCommand('setContext', 'secondSource.state', state);
    const message = state === 'indexing' ? l10n.t('The sources are being read.') : undefined;
    for (const { view } of [sources, disagreements, figures]) view.message = message;
  };
  const name = () => {
    figures.view.description = draft.document && posix.basename(draft.document.uri.path);
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
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === draft.document) figures.refresh();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const uri = uris.find((each) => each.toString() === draft.document?.uri.toString());
      if (!uri) return;
      figures.refresh();
      const caught = languages.getDiagnostics(uri).some(({ source }) => source === diagnosticSource);
      // A step of the walkthrough is done.
      if (caught) void commands.executeCommand('setContext', 'secondSource.caught', true);
    }),
  );
}

/** The state of the folders together. */
function summaryOf(state: ServerState): 'off' | 'starting' | 'failed' | 'indexing' | 'idle' | 'ready' {
  if (typeof state === 'string') return state;
  if (state.folders.some((folder) => folder.state === 'indexing')) return 'indexing';
  return state.folders.some(({ sources, skipped }) => sources > 0 || skipped.length > 0) ? 'ready' : 'idle';
}
