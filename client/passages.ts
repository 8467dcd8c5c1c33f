/** Goes from one passage about a thing to the next and back, by a key: in drafts and in sources, the passage highlighted. */
import {
  commands,
  Disposable,
  l10n,
  type Position,
  Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { PlainRange } from '../server/protocol/documents.ts';
import { type PassagePlace, type Passages, type PassagesParams, passagesMethod } from '../server/protocol/passages.ts';
import type { Server } from './server.ts';

/** Milliseconds that the status bar tells where in the round the writer is. */
const TOLD = 5000;

export function goThroughPassages(server: Server): Disposable {
  const round = new Round(server);
  return Disposable.from(
    round,
    commands.registerCommand('secondSource.nextPassage', () => round.go(1)),
    commands.registerCommand('secondSource.previousPassage', () => round.go(-1)),
  );
}

/** The passages that the writer goes through, as long as none of their texts changes. */
class Round implements Disposable {
  private places: readonly PassagePlace[] = [];
  private at = 0;
  private readonly highlight = window.createTextEditorDecorationType({
    // As what was searched for is highlighted: themes of high contrast have a border for it, and no other does.
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    borderColor: new ThemeColor('editor.findMatchHighlightBorder'),
    borderStyle: 'solid',
    borderWidth: '1px',
    overviewRulerColor: new ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  private highlighted: { readonly editor: TextEditor; readonly passage: Range } | undefined;
  private readonly disposable: Disposable;

  constructor(private readonly server: Server) {
    this.disposable = Disposable.from(
      this.highlight,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || !this.places.some(({ uri }) => isSame(uri, document.uri))) return;
        this.places = [];
        this.fade();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        // Whoever has gone elsewhere has read it.
        if (textEditor === this.highlighted?.editor && !selections.every(({ active }) => this.highlighted?.passage.contains(active)))
          this.fade();
      }),
    );
  }

  /** @param step 1 for the next passage, -1 for the one before */
  async go(step: 1 | -1): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    if (!this.isAt(document.uri, selection.active)) {
      const known = this.places.findIndex(({ uri, range }) => isSame(uri, document.uri) && toRange(range).contains(selection.active));
      if (known >= 0) this.at = known;
      else if (!(await this.begin(editor))) return;
    }
    const { length } = this.places;
    this.at = (this.at + step + length) % length;
    await this.show(this.places[this.at]!);
    window.setStatusBarMessage(this.at === 0 ? l10n.t('Back where you began') : l10n.t('Passage {0} of {1}', this.at, length - 1), TOLD);
  }

  dispose(): void {
    this.disposable.dispose();
  }

  /** Whether the writer is still where the last step led. */
  private isAt(document: Uri, position: Position): boolean {
    const place = this.places[this.at];
    return (
      place !== undefined && isSame(place.uri, document) && toRange(place.passage).contains(position) && this.highlighted !== undefined
    );
  }

  /** Begins a round at the cursor; false where there is nothing to go to, which is said there. */
  private async begin({ document, selection }: TextEditor): Promise<boolean> {
    const { line, character } = selection.active;
    const params: PassagesParams = { textDocument: { uri: document.uri.toString() }, position: { line, character } };
    const found = await this.server.ask<Passages>(passagesMethod, params);
    this.places = found?.places ?? [];
    this.at = 0;
    if (this.places.length > 1) return true;
    const message = found
      ? l10n.t('No other source has a passage about this.')
      : l10n.t('Put the cursor on a figure, a name or a quotation.');
    // As VS Code says at the cursor that there is no definition.
    await commands.executeCommand('editor.action.goToLocations', document.uri, selection.active, [], 'goto', message);
    this.places = [];
    return false;
  }

  private async show({ uri, range, passage }: PassagePlace): Promise<void> {
    this.fade();
    const { start } = toRange(range);
    const editor = await window.showTextDocument(Uri.parse(uri), { selection: new Range(start, start) });
    const sentence = toRange(passage);
    editor.revealRange(sentence, TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.highlight, [sentence]);
    this.highlighted = { editor, passage: sentence };
  }

  private fade(): void {
    this.highlighted?.editor.setDecorations(this.highlight, []);
    this.highlighted = undefined;
  }
}

function toRange({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function isSame(uri: string, other: Uri): boolean {
  return Uri.parse(uri).toString() === other.toString();
}
