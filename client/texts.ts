/**
 * Shows the texts of sources that are no text files (PDF, Word, saved pages), as read-only documents: opened at a passage, with the page,
 * paragraph, cell or time of everything, and with a way to the file itself.
 */
import {
  type CancellationToken,
  commands,
  Disposable,
  EventEmitter,
  InlayHint,
  InlayHintLabelPart,
  type InlayHintsProvider,
  l10n,
  languages,
  type Position,
  Range,
  StatusBarAlignment,
  type TextDocument,
  type TextDocumentContentProvider,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type SourcePlace, type SourceText, showPassageCommand, sourceTextScheme } from '../server/protocol/sourceTexts.ts';
import { openOriginal } from './original.ts';
import type { Server } from './server.ts';

/** Opens the file whose text is shown in an editor, at the place of the cursor. */
const openOriginalCommand = 'secondSource.openOriginal';

/** Registers the documents, and what is told and done in them. */
export function showTexts(server: Server): Disposable {
  const texts = new Texts(server);
  return Disposable.from(
    texts,
    workspace.registerTextDocumentContentProvider(sourceTextScheme, texts),
    languages.registerInlayHintsProvider({ scheme: sourceTextScheme }, texts),
    showPlace(texts),
    commands.registerCommand(showPassageCommand, showPassage),
    commands.registerCommand(openOriginalCommand, (shown?: unknown, page?: unknown) => texts.openOriginal(shown, page)),
  );
}

/** What the server says of each text that was shown, and when it says otherwise. */
class Texts implements TextDocumentContentProvider, InlayHintsProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, SourceText>();
  private readonly disposable: Disposable;
  private isRunning = false;

  constructor(private readonly server: Server) {
    this.disposable = Disposable.from(
      this.changed,
      server.onDidChangeText((uri) => this.changed.fire(Uri.parse(uri))),
      server.onDidChangeState((state) => {
        const wasRunning = this.isRunning;
        this.isRunning = typeof state !== 'string';
        // A server that was started anew does not know what is shown, and may read it otherwise.
        if (this.isRunning && !wasRunning) for (const { uri } of workspace.textDocuments.filter(isText)) this.changed.fire(uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())),
    );
  }

  /** The text, or in its place why there is none. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const answer = await this.ask(uri);
    if (!answer) return `${l10n.t('The text of this source cannot be shown: the server does not run.')}\n`;
    if (answer.text !== null) return answer.text;
    const file = workspace.asRelativePath(Uri.parse(answer.original));
    return `${l10n.t('There is no text of this source to show.')}\n\n${file}: ${answer.reason}\n`;
  }

  /** Where a page or paragraph begins, told in the text without being part of it. */
  provideInlayHints(document: TextDocument, range: Range, _: CancellationToken): InlayHint[] {
    const places = this.known.get(document.uri.toString())?.places ?? [];
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return places
      .filter(({ start }) => start >= from && start <= to)
      .map(({ start, words, page }) => {
        const label = new InlayHintLabelPart(words);
        const title = l10n.t('Open the Original');
        label.command = { title, command: openOriginalCommand, arguments: [document.uri, page] };
        const hint = new InlayHint(document.positionAt(start), [label]);
        hint.paddingRight = true;
        return hint;
      });
  }

  /** The place of a position in the file; undefined where nothing is known of it. */
  placeAt(document: TextDocument, position: Position): SourcePlace | undefined {
    const offset = document.offsetAt(position);
    return this.known.get(document.uri.toString())?.places.findLast(({ start }) => start <= offset);
  }

  /** The arguments are what a menu or a hint gives: a document that shows a text, by default the one in front, and a page of its file. */
  async openOriginal(shown: unknown, page: unknown): Promise<void> {
    const uri = shown instanceof Uri ? shown : window.activeTextEditor?.document.uri;
    if (uri?.scheme !== sourceTextScheme) return;
    const editors = [window.activeTextEditor, ...window.visibleTextEditors];
    const editor = editors.find((each) => each?.document.uri.toString() === uri.toString());
    const place = editor && this.placeAt(editor.document, editor.selection.start);
    const answer = this.known.get(uri.toString()) ?? (await this.ask(uri));
    if (answer) await openOriginal(Uri.parse(answer.original), typeof page === 'number' ? page : (place?.page ?? null));
  }

  dispose(): void {
    this.disposable.dispose();
  }

  private async ask(uri: Uri): Promise<SourceText | null> {
    const answer = await this.server.textOf(uri);
    if (answer) this.known.set(uri.toString(), answer);
    else this.known.delete(uri.toString());
    return answer;
  }
}

function isText({ uri }: Pick<TextDocument, 'uri'>): boolean {
  return uri.scheme === sourceTextScheme;
}

/** The arguments come from a link in a hover: nothing but a text of ours is opened by it. */
async function showPassage(uri: string, { start, end }: Record<'start' | 'end', { line: number; character: number }>): Promise<void> {
  const shown = Uri.parse(uri, true);
  if (shown.scheme !== sourceTextScheme) return;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(shown, { selection });
}

/** Tells the place of the cursor beside line and column, of which the file knows nothing. */
function showPlace(texts: Texts): Disposable {
  // VS Code's own item for the cursor has 100.
  const item = window.createStatusBarItem('secondSource.place', StatusBarAlignment.Right, 100.1);
  item.name = l10n.t('Place in the Source');
  item.command = openOriginalCommand;
  item.tooltip = l10n.t('Open the Original');
  const update = (editor: TextEditor | undefined) => {
    const place = editor && isText(editor.document) ? texts.placeAt(editor.document, editor.selection.active) : undefined;
    if (!place) return item.hide();
    item.text = `$(go-to-file) ${place.words}`;
    item.accessibilityInformation = { label: l10n.t('Place in the source: {0}. Open the original', place.words) };
    item.show();
  };
  update(window.activeTextEditor);
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) update(textEditor);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) update(window.activeTextEditor);
    }),
  );
}
