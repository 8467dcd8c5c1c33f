/** The commands that make a fact sheet of the draft, or a copy of it with a note for each figure. */
import { commands, type Disposable, env, l10n, type QuickPickItem, type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import { type Report, type ReportParams, reportMethod } from '../server/protocol/report.ts';
import type { ActiveDraft } from './activeDraft.ts';
import type { Server } from './server.ts';

interface Choice extends QuickPickItem {
  readonly format: ReportParams['format'];
}

export function offerReports(server: Server, draft: ActiveDraft): Disposable {
  return commands.registerCommand('secondSource.report', async (wanted?: unknown) => {
    const { document } = draft;
    if (!document) {
      void window.showInformationMessage(l10n.t('Open the draft that the report is to be of.'));
      return;
    }
    const format = formatOf(wanted) ?? (await window.showQuickPick(choices(), { title: l10n.t('What to make of the draft') }))?.format;
    if (!format) return;
    const params: ReportParams = { textDocument: { uri: document.uri.toString() }, format };
    const report = await server.ask<Report>(reportMethod, params);
    if (!report)
      void window.showWarningMessage(l10n.t('There is no report of this draft: the server does not run, or has no sources for it.'));
    else if (format === 'html') await save(report.text, document);
    else await show(report.text, format === 'csv' ? 'plaintext' : format === 'md' ? 'markdown' : document.languageId, draft);
  });
}

function choices(): Choice[] {
  return [
    { format: 'md', label: l10n.t('Fact Sheet'), description: l10n.t('Markdown') },
    { format: 'html', label: l10n.t('Fact Sheet to Print'), description: l10n.t('HTML, saved to a file') },
    { format: 'csv', label: l10n.t('Fact Sheet for a Spreadsheet'), description: l10n.t('CSV') },
    { format: 'annotated', label: l10n.t('Annotated Draft'), description: l10n.t('the draft with a note for each figure') },
  ];
}

/** Keys and other extensions may name the format. */
function formatOf(wanted: unknown): ReportParams['format'] | undefined {
  return choices().find(({ format }) => format === wanted)?.format;
}

/** As a new document beside the draft, or where an earlier one stands beside it: nothing is written until the writer saves it. */
async function show(content: string, language: string, draft: ActiveDraft): Promise<void> {
  const document = await workspace.openTextDocument({ content, language });
  draft.passOver(document);
  const isDraftInFront = window.activeTextEditor?.document === draft.document;
  await window.showTextDocument(document, { viewColumn: isDraftInFront ? ViewColumn.Beside : ViewColumn.Active, preview: false });
}

async function save(text: string, { uri }: TextDocument): Promise<void> {
  const name = `${uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')}-facts.html`;
  const folder = uri.scheme === 'file' ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: { HTML: ['html'] },
    title: l10n.t('Save the Fact Sheet'),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = l10n.t('Open in Browser');
  const said = l10n.t('{0} was saved.', target.path.slice(target.path.lastIndexOf('/') + 1));
  if ((await window.showInformationMessage(said, open)) === open) await env.openExternal(target);
}
