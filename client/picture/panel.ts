/** How it was reported: a panel beside the draft with the picture of one figure, kept in step with the draft and the sources. */
import { commands, Disposable, l10n, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type Picture, type PictureParams, pictureMethod, showPictureCommand } from '../../server/protocol/picture.ts';
import type { Server } from '../server.ts';
import type { Node } from '../views/tree.ts';
import type { FromPage, ToPage, View } from './draw/view.ts';
import { pageOf, scriptFolder } from './page.ts';
import { moved } from './place.ts';
import { messageView, viewOf } from './words.ts';

const viewType = 'secondSource.picture';

/** Milliseconds in which changes that come together are one. */
const TOGETHER = 300;

/** The figure that a picture is of, by where it stands now. A page keeps it while the window is loaded again. */
interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** @param extension the folder that the extension is installed in */
export function showPictures(server: Server, extension: Uri): Disposable {
  const pictures = new Pictures(server, extension);
  return Disposable.from(
    pictures,
    commands.registerCommand(showPictureCommand, (...given: unknown[]) => pictures.open(given)),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state) => pictures.restore(panel, state),
    }),
  );
}

class Pictures implements Disposable {
  private panel: WebviewPanel | undefined;
  private place: Place | undefined;
  private picture: Picture | undefined;
  /** What the page is to show as soon as it listens. */
  private view: View | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly disposable: Disposable;

  constructor(
    private readonly server: Server,
    private readonly extension: Uri,
  ) {
    this.disposable = Disposable.from(
      server.onDidChangeState(() => this.refresh()),
      // The server knows a draft from when it is first seen.
      window.onDidChangeVisibleTextEditors(() => {
        if (!this.picture) this.refresh();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!this.place || contentChanges.length === 0) return;
        if (document.uri.toString() === Uri.parse(this.place.uri).toString())
          this.place = { uri: this.place.uri, ...moved(this.place, contentChanges) };
        this.refresh();
      }),
    );
  }

  /** The arguments are those of a link or an action of the server's, or a row of a tree; without any the cursor tells. */
  async open(given: readonly unknown[]): Promise<void> {
    const place = placeFrom(given);
    if (!place) {
      void window.showInformationMessage(l10n.t('Put the cursor on a figure of a draft or of a source.'));
      return;
    }
    this.place = place;
    this.picture = undefined;
    if (this.panel) this.panel.reveal(undefined, true);
    else {
      const options = { enableScripts: true, localResourceRoots: [scriptFolder(this.extension)] };
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.take(window.createWebviewPanel(viewType, l10n.t('How It Was Reported'), column, options));
    }
    await this.update();
  }

  restore(panel: WebviewPanel, state: unknown): void {
    this.panel?.dispose();
    const { uri, line, character } = (state ?? {}) as Partial<Place>;
    const place = typeof uri === 'string' ? placeFrom([uri, line, character]) : undefined;
    if (!place) {
      panel.dispose();
      return;
    }
    this.place = place;
    panel.webview.options = { enableScripts: true, localResourceRoots: [scriptFolder(this.extension)] };
    this.take(panel);
    this.show(messageView(panel.title, l10n.t('The sources are being read.')));
    void this.update();
  }

  /** A panel stays open: after a reload of the window it is there again. */
  dispose(): void {
    clearTimeout(this.timer);
    this.disposable.dispose();
  }

  private take(panel: WebviewPanel): void {
    this.panel = panel;
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = undefined;
      this.place = undefined;
      this.view = undefined;
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => this.heard(message));
    panel.webview.html = pageOf(panel.webview, this.extension);
  }

  /** The draft or the sources changed: soon the picture is asked for again, once for all that changes at about the same time. */
  private refresh(): void {
    clearTimeout(this.timer);
    if (this.panel) this.timer = setTimeout(() => this.update(), TOGETHER);
  }

  private async update(): Promise<void> {
    const { place, panel } = this;
    if (!panel || !place) return;
    const asked = ++this.asked;
    const { uri, line, character } = place;
    const params: PictureParams = { textDocument: { uri }, position: { line, character } };
    const { state } = this.server;
    const picture = typeof state === 'string' ? null : await this.server.ask<Picture>(pictureMethod, params);
    // What was asked for later is what the writer wants to see; an edit meanwhile asks again.
    if (asked !== this.asked || this.panel !== panel) return;
    if (picture && this.place === place) this.place = { uri, ...picture.at.start };
    this.picture = picture ?? this.picture;
    this.show(picture ? viewOf(picture) : messageView(panel.title, this.why()));
  }

  private why(): string {
    const { state } = this.server;
    if (state === 'starting') return l10n.t('The sources are being read.');
    if (typeof state === 'string') return l10n.t('The server does not run. Drafts are not checked.');
    return l10n.t('There is no figure at this place.');
  }

  private show(view: View): void {
    const { panel } = this;
    if (!panel) return;
    this.view = view;
    panel.title = view.title;
    void panel.webview.postMessage({ view, state: this.place } satisfies ToPage);
  }

  private async heard(message: FromPage): Promise<void> {
    if (message.type === 'ready' && this.view) this.show(this.view);
    if (message.type === 'save') await save(message.svg, this.place, this.picture);
    const report = message.type === 'open' ? this.picture?.reports[message.report] : undefined;
    if (!report) return;
    const { start, end } = report.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    // Beside the picture, where the draft is.
    const column = this.panel?.viewColumn;
    const viewColumn = column && column > ViewColumn.One ? column - 1 : ViewColumn.Beside;
    await window.showTextDocument(Uri.parse(report.uri), { selection, viewColumn });
  }
}

function placeFrom([first, line, character]: readonly unknown[]): Place | undefined {
  if (typeof first === 'string' && isIndex(line) && isIndex(character)) return { uri: first, line, character };
  const place = (first as Partial<Node> | undefined)?.place ?? (first as Partial<Node> | undefined)?.children?.[0]?.place;
  if (place) return place.range && { uri: place.uri, ...place.range.start };
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  return { uri: editor.document.uri.toString(), line: editor.selection.active.line, character: editor.selection.active.character };
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Nothing is written where the writer does not say so. */
async function save(svg: string, place: Place | undefined, picture: Picture | undefined): Promise<void> {
  const uri = place && Uri.parse(place.uri);
  const folder = uri?.scheme === 'file' ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri;
  const name = `${(picture?.measures || 'figure').replace(/[^\p{L}\p{N}]+/gu, '-')}.svg`;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: { SVG: ['svg'] },
    title: l10n.t('Save the Picture'),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  void window.showInformationMessage(l10n.t('{0} was saved.', target.path.slice(target.path.lastIndexOf('/') + 1)));
}
