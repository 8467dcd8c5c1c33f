/** Edits as offsets: what a client's changes did to a text, and where a place in it has moved to. */
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../engine/model.ts';

/** A stretch of a text that was replaced. Offsets count UTF-16 units of the text before the edit. */
export interface Edit extends Span {
  readonly text: string;
}

/** Applies a client's changes one by one, and gives them as edits: each counts in the text that those before it left. */
export function applyChanges(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): Edit[] {
  return changes.map((change) => {
    const { start, end } = 'range' in change ? replaced(document, change.range) : { start: 0, end: document.getText().length };
    const edit = trimmed(document.getText(), { start, end, text: change.text });
    TextDocument.update(document, [change], version);
    return edit;
  });
}

function replaced(document: TextDocument, range: Range): Span {
  const [one, other] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** An edit without what it leaves as it was: some clients send the whole text, and a completion covers the phrase that was begun. */
function trimmed(before: string, { start, end, text }: Edit): Edit {
  const shorter = Math.min(end - start, text.length);
  let same = 0;
  while (same < shorter && before[start + same] === text[same]) same++;
  let kept = 0;
  while (kept < shorter - same && before[end - 1 - kept] === text[text.length - 1 - kept]) kept++;
  return { start: start + same, end: end - kept, text: text.slice(same, text.length - kept) };
}

/** Where an offset is after an edit; one inside of what was replaced, or at its end, comes to stand behind what replaced it. */
export function moved(offset: number, { start, end, text }: Edit): number {
  if (offset < start) return offset;
  return offset <= end ? start + text.length : offset - (end - start) + text.length;
}
