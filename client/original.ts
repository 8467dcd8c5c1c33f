/** Opens a source's file itself, in VS Code where that can show it, else in the program that the system has for it. */
import { commands, env, extensions, l10n, UIKind, type Uri, window, workspace } from 'vscode';

/** Formats that VS Code shows as they are. */
const TEXTS = ['csv', 'tsv', 'vtt', 'srt'];

/** @param page its number in the file, from 1; null where the place is no page */
export async function openOriginal(file: Uri, page: number | null): Promise<void> {
  try {
    await workspace.fs.stat(file);
  } catch {
    await window.showWarningMessage(l10n.t('{0} does not exist any more.', workspace.asRelativePath(file)));
    return;
  }
  // As browsers and PDF readers address a page (RFC 8118).
  const target = page === null ? file : file.with({ fragment: `page=${page}` });
  if (showsInEditor(file)) await commands.executeCommand('vscode.open', target);
  // Other programs would look for it on the computer that only shows the editor.
  else if (env.remoteName !== undefined || env.uiKind === UIKind.Web) await tellWhereItIs(file);
  else await env.openExternal(target);
}

function showsInEditor({ path }: Uri): boolean {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return TEXTS.includes(extension) || customEditorPatterns().some((pattern) => endsIn(pattern, extension));
}

/** VS Code would show the bytes of such a file as letters; from the Explorer it can be downloaded. */
async function tellWhereItIs(file: Uri): Promise<void> {
  const reveal = l10n.t('Show in the Explorer');
  const name = workspace.asRelativePath(file);
  const message = l10n.t(
    '{0} cannot be shown here: no extension for such files is installed. From the Explorer you can download it.',
    name,
  );
  if ((await window.showInformationMessage(message, reveal)) === reveal) await commands.executeCommand('revealInExplorer', file);
}

/** Globs of the files that other extensions show, such as PDF. */
function customEditorPatterns(): string[] {
  return extensions.all.flatMap(({ packageJSON }) => {
    const editors: unknown = packageJSON?.contributes?.customEditors;
    if (!Array.isArray(editors)) return [];
    return editors
      .filter((editor) => editor?.priority !== 'option' && Array.isArray(editor?.selector))
      .flatMap(({ selector }) => selector.map((each: { filenamePattern?: unknown } | null) => String(each?.filenamePattern ?? '')));
  });
}

/** Whether a glob such as `*.pdf` or `*.{pdf,ps}` is for files of that extension. */
function endsIn(pattern: string, extension: string): boolean {
  const end = pattern.slice(pattern.lastIndexOf('.') + 1).toLowerCase();
  return end.replace(/[{}]/g, '').split(',').includes(extension);
}
