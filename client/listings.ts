/** What the server knows of the figures and names of drafts, asked once for all who show it. */
import { Disposable, EventEmitter, languages, type TextDocument, type Uri, workspace } from 'vscode';
import { type MarksListing, marksMethod } from '../server/protocol/decisions.ts';
import { type DraftListing, draftMethod } from '../server/protocol/draft.ts';
import type { Server } from './server.ts';
import type { Settings } from './settings.ts';

/** Milliseconds in which changes that come together are one: what is shown beside the text does not flicker while that is typed. */
const TOGETHER = 150;

export class Listings implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Fires when the listing of any draft may be another by now. */
  readonly onDidChange = this.changed.event;
  /** By method and document what was answered last. */
  private readonly known = new Map<string, Promise<unknown>>();
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
      workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      languages.onDidChangeDiagnostics(({ uris }) => this.outdated(uris)),
    );
  }

  /** All that is known of a draft's figures and names as it is now; null for what is no draft, and where the server has nothing to give. */
  of(document: TextDocument): Promise<DraftListing | null> {
    return this.ask<DraftListing>(draftMethod, document);
  }

  /** What is checked of it: much less to ask for, as is done while the draft is edited. */
  marksOf(document: TextDocument): Promise<MarksListing | null> {
    return this.ask<MarksListing>(marksMethod, document);
  }

  dispose(): void {
    this.disposable.dispose();
  }

  private async ask<T>(method: string, document: TextDocument): Promise<T | null> {
    if (!this.settings.isDraft(document)) return null;
    const uri = document.uri.toString();
    const key = `${method} ${uri}`;
    const known = (this.known.get(key) as Promise<T | null> | undefined) ?? this.server.ask<T>(method, { textDocument: { uri } });
    this.known.set(key, known);
    return known;
  }

  private forget(uri: Uri): boolean {
    return [draftMethod, marksMethod].map((method) => this.known.delete(`${method} ${uri}`)).some((was) => was);
  }

  /** @param uris of the documents that it is about; all of them where it is left out */
  private outdated(uris?: readonly Uri[]): void {
    if (!uris) this.known.clear();
    else if (!uris.map((uri) => this.forget(uri)).some((was) => was)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), TOGETHER);
  }
}
