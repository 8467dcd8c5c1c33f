/** Marks beside the text of a draft: which figures, names and quotations are checked, queried, or open again. */
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
import type { MarksListing, PlacedMark } from '../server/protocol/decisions.ts';
import type { PlainRange } from '../server/protocol/documents.ts';
import { settingsSection } from '../server/protocol/settings.ts';
import type { Listings } from './listings.ts';

type State = PlacedMark['state'];

/** What the gutter shows of a line; `begun` where something in it is checked, and something is not yet. */
type Sign = State | 'begun';

const STATES: readonly State[] = ['ticked', 'queried', 'reopened'];
/** Of several in one line the first shows: there is room for one. */
const SIGNS: readonly Sign[] = ['queried', 'reopened', 'begun', 'ticked'];

/** What is drawn: a sign a line, and in the ruler every mark. */
interface Looks {
  readonly signs: ReadonlyMap<Sign, TextEditorDecorationType>;
  readonly rulers: ReadonlyMap<State, TextEditorDecorationType>;
}

/** @param extension the folder that the extension is installed in */
export function showMarks(listings: Listings, extension: Uri): Disposable {
  const looks: Looks = {
    signs: new Map(SIGNS.map((sign) => [sign, window.createTextEditorDecorationType(signLooks(sign, extension))])),
    rulers: new Map(STATES.map((state) => [state, window.createTextEditorDecorationType(rulerLooks(state))])),
  };
  /** The editors whose marks are being asked for, with the turn that counts. */
  const turns = new WeakMap<TextEditor, number>();
  const show = async (editor: TextEditor): Promise<void> => {
    const turn = (turns.get(editor) ?? 0) + 1;
    turns.set(editor, turn);
    const { document } = editor;
    const { version } = document;
    const isOn = workspace.getConfiguration(settingsSection, document).get('gutterMarks', true);
    const listing = isOn ? await listings.marksOf(document) : null;
    // After an edit the marks stand where the editor has moved them, until the next answer.
    if (turns.get(editor) !== turn || document.version !== version || document.isClosed) return;
    draw(editor, listing, looks);
  };
  const showAll = () => {
    for (const editor of window.visibleTextEditors) void show(editor);
  };
  showAll();
  return Disposable.from(
    ...looks.signs.values(),
    ...looks.rulers.values(),
    listings.onDidChange(showAll),
    window.onDidChangeVisibleTextEditors(showAll),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingsSection}.gutterMarks`)) showAll();
    }),
  );
}

function draw(editor: TextEditor, listing: MarksListing | null, { signs, rulers }: Looks): void {
  const marked = [...(listing?.marked ?? []), ...(listing?.names ?? []), ...(listing?.quotations ?? [])];
  for (const [state, type] of rulers) {
    const those = marked.filter((mark) => mark.state === state);
    editor.setDecorations(
      type,
      those.map(({ range }) => rangeOf(range)),
    );
  }
  const open = new Set(listing?.open);
  const lines = new Map<number, { readonly sign: Sign; readonly range: Range }>();
  for (const { range, state } of marked) {
    const { line } = range.start;
    const sign = state === 'ticked' && open.has(line) ? 'begun' : state;
    const known = lines.get(line);
    if (!known || SIGNS.indexOf(sign) < SIGNS.indexOf(known.sign)) lines.set(line, { sign, range: rangeOf(range) });
  }
  for (const [sign, type] of signs) {
    editor.setDecorations(
      type,
      [...lines.values()].filter((each) => each.sign === sign).map(({ range }) => range),
    );
  }
}

function rangeOf({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Each sign has a shape of its own, for those who see no difference between the colours. */
function signLooks(sign: Sign, extension: Uri): DecorationRenderOptions {
  const icon = (theme: 'light' | 'dark') => ({ gutterIconPath: Uri.joinPath(extension, 'client', 'marks', `${sign}-${theme}.svg`) });
  return { light: icon('light'), dark: icon('dark'), gutterIconSize: '75%' };
}

function rulerLooks(state: State): DecorationRenderOptions {
  return { overviewRulerColor: new ThemeColor(`secondSource.${state}Foreground`), overviewRulerLane: OverviewRulerLane.Left };
}
