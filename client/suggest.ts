/**
 * Opens VS Code's list when a name is begun. VS Code takes no letter for a trigger character: where a word begins it leaves that to quick
 * suggestions, which are off in prose, and those who write prose have good reason to keep them off.
 */
import { commands, type Disposable, Range, type TextDocument, window, workspace } from 'vscode';
import type { Server } from './server.ts';

const CAPITAL = /^\p{Lu}$/u;
const REST = /^[\p{L}\p{M}]*$/u;

/** Asks for suggestions after a capital typed in a draft, where the sources have names for it. */
export function suggestNames(server: Server): Disposable {
  return workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const [change, ...others] = contentChanges;
    const editor = window.activeTextEditor;
    // What is undone, or written in several places at once, is not being thought of as a name.
    if (!change || others.length > 0 || reason !== undefined || !CAPITAL.test(change.text) || editor?.document !== document) return;
    if (!server.languages.includes(document.languageId) || !isWanted(document)) return;
    // The server must hear of the letter first, and the client tells it in this same turn.
    await new Promise((resolve) => setTimeout(resolve));
    const start = document.positionAt(change.rangeOffset);
    const end = document.positionAt(change.rangeOffset + change.text.length);
    const [before, now] = await Promise.all([server.completionsAt(document, start), server.completionsAt(document, end)]);
    // After `Karim ` the list may be there already.
    if (now[0] === undefined || before.includes(now[0])) return;
    const { active } = editor.selection;
    const isStillThere = window.activeTextEditor === editor && active.line === end.line && active.isAfterOrEqual(end);
    if (!isStillThere || !REST.test(document.getText(new Range(end, active)))) return;
    await commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}

/** Whether the writer has suggestions open by themselves; with quick suggestions VS Code asks at letters itself. */
function isWanted(document: TextDocument): boolean {
  const settings = workspace.getConfiguration('editor', document);
  const quick = settings.get<unknown>('quickSuggestions');
  const inText = typeof quick === 'object' && quick !== null ? (quick as Record<string, unknown>).other : quick;
  return settings.get('suggestOnTriggerCharacters') !== false && inText !== true && inText !== 'on';
}
