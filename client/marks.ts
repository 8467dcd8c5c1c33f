/** Marks beside the text of a draft: which figures and names are checked, queried, or open again. */
import {
  type DecorationRenderOptions,
  Disposable,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type ListedMark, settingsSection } from '../server/protocol.ts';
import type { Listings } from './listings.ts';

/** Those that show first come last: of several marks in one line the last hides the others. */
const STATES: readonly ListedMark['state'][] = ['ticked', 'reopened', 'queried'];

/** @param extension the folder that the extension is installed in */
export function showMarks(listings: Listings, extension: Uri): Disposable {
  const types = new Map(STATES.map((state) => [state, window.createTextEditorDecorationType(looksOf(state, extension))]));
  /** The editors whose marks are being asked for, with the turn that counts. */
  const turns = new WeakMap<TextEditor, number>();
  const show = async (editor: TextEditor): Promise<void> => {
    const turn = (turns.get(editor) ?? 0) + 1;
    turns.set(editor, turn);
    const { document } = editor;
    const { version } = document;
    const isOn = workspace.getConfiguration(settingsSection, document).get('gutterMarks', true);
    const listing = isOn ? await listings.of(document) : null;
    // After an edit the marks stand where the editor has moved them, until the next answer.
    if (turns.get(editor) !== turn || document.version !== version || document.isClosed) return;
    draw(editor, listing ? [...listing.figures, ...listing.names] : [], types);
  };
  const showAll = () => {
    for (const editor of window.visibleTextEditors) void show(editor);
  };
  showAll();
  return Disposable.from(
    ...types.values(),
    listings.onDidChange(showAll),
    window.onDidChangeVisibleTextEditors(showAll),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingsSection}.gutterMarks`)) showAll();
    }),
  );
}

function draw(
  editor: TextEditor,
  mentions: readonly { readonly range: Parameters<typeof rangeOf>[0]; readonly mark: ListedMark | null }[],
  types: ReadonlyMap<ListedMark['state'], TextEditorDecorationType>,
): void {
  for (const [state, type] of types) {
    const marked = mentions.filter(({ mark }) => mark?.state === state);
    editor.setDecorations(
      type,
      marked.map(({ range }) => rangeOf(range)),
    );
  }
}

function rangeOf({ start, end }: Record<'start' | 'end', { readonly line: number; readonly character: number }>): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Each state has a shape of its own, for those who see no difference between the colours. */
function looksOf(state: ListedMark['state'], extension: Uri): DecorationRenderOptions {
  const icon = (theme: 'light' | 'dark') => ({ gutterIconPath: Uri.joinPath(extension, 'client', 'marks', `${state}-${theme}.svg`) });
  return {
    light: icon('light'),
    dark: icon('dark'),
    gutterIconSize: '75%',
    overviewRulerColor: new ThemeColor(`secondSource.${state}Foreground`),
    overviewRulerLane: OverviewRulerLane.Left,
  };
}
