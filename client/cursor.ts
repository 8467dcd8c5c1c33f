/** Tells the server where the cursor is put soon after an edit: it judges what was typed as soon as the cursor has left it. */
import { Disposable, type Selection, type TextDocument, window, workspace } from 'vscode';
import type { Server } from './server.ts';

/** Milliseconds after an edit in which the server holds back what is being typed. Later there is nothing to tell. */
const RECENT = 1000;

export function tellCursor(server: Server): Disposable {
  let last: { readonly document: TextDocument; readonly time: number; readonly ends: readonly number[] } | undefined;
  const typed = ({ active }: Selection) => last?.ends.includes(last.document.offsetAt(active)) === true;
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !server.languages.includes(document.languageId)) return;
      let before = 0;
      const ends: number[] = [];
      // Changes come last first, each with its place in the text before all of them.
      for (const { rangeOffset, rangeLength, text } of [...contentChanges].reverse()) {
        ends.push(rangeOffset + before + text.length);
        before += text.length - rangeLength;
      }
      last = { document, time: Date.now(), ends };
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const [selection] = selections;
      if (!selection || textEditor.document !== last?.document || Date.now() - last.time > RECENT) return;
      // Typing moves the cursor too: that is no news.
      if (!selections.every(typed)) server.cursorAt(textEditor.document, selection.active);
    }),
  );
}
