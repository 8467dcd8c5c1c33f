/** What the server knows of the figures and names of drafts, asked once for all who show it. */
import { Disposable, EventEmitter, languages, type TextDocument, type Uri, workspace } from 'vscode';
import { type DraftListing, draftMethod } from '../server/protocol.ts';
import type { Server } from './server.ts';
import type { Settings } from './settings.ts';

/** Milliseconds in which changes that come together are one: what is shown beside the text does not flicker while that is typed. */
const TOGETHER = 150;

export class Listings implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Fires when the listing of any draft may be another by now. */
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, Promise<DraftListing | null>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly disposable: Disposable;

  constructor(
    private readonly server: Server,
    private readonly settings: Settings,
  ) {
    const all = () => this.outdated();
    this.disposable = Disposable.from(
      this.changed,
      new Disposable(() => clearTimeout(this.timer)),
      server.onDidChangeState(all),
      server.onDidChangeDrafts(all),
      workspace.onDidChangeTextDocument(({ document }) => this.outdated([document.uri])),
      workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())),
      languages.onDidChangeDiagnostics(({ uris }) => this.outdated(uris)),
    );
  }

  /** The listing of a draft as it is now; null for what is no draft, and where the server has none to give. */
  async of(document: TextDocument): Promise<DraftListing | null> {
    if (!this.settings.isDraft(document)) return null;
    const uri = document.uri.toString();
    const known = this.known.get(uri) ?? this.server.ask<DraftListing>(draftMethod, { textDocument: { uri } });
    this.known.set(uri, known);
    return known;
  }

  dispose(): void {
    this.disposable.dispose();
  }

  /** @param uris of the documents that it is about; all of them where it is left out */
  private outdated(uris?: readonly Uri[]): void {
    if (!uris) this.known.clear();
    else if (!uris.map((uri) => this.known.delete(uri.toString())).some((was) => was)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), TOGETHER);
  }
}
