/** The draft that is worked on: the one in front, or else the one that was there last and is still open. */
import { Disposable, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import type { Settings } from './settings.ts';

export class ActiveDraft implements Disposable {
  private readonly changed = new EventEmitter<TextDocument | undefined>();
  /** Fires when another document is the draft, and when none is any more. */
  readonly onDidChange = this.changed.event;
  private last: TextDocument | undefined;
  private readonly others = new WeakSet<TextDocument>();
  private readonly disposable: Disposable;

  constructor(private readonly settings: Settings) {
    this.disposable = Disposable.from(
      this.changed,
      settings.onDidChange(() => this.update()),
      window.onDidChangeActiveTextEditor(() => this.update()),
      workspace.onDidOpenTextDocument(() => this.update()),
      workspace.onDidCloseTextDocument(() => this.update()),
    );
    this.last = this.find();
  }

  /** Undefined where no draft is open. */
  get document(): TextDocument | undefined {
    return this.last;
  }

  /** Never takes a document for the draft that is worked on, though it has a draft's language: it was made of one. */
  passOver(document: TextDocument): void {
    this.others.add(document);
    this.update();
  }

  dispose(): void {
    this.disposable.dispose();
  }

  private update(): void {
    const before = this.last;
    this.last = this.find();
    if (this.last !== before) this.changed.fire(this.last);
  }

  private find(): TextDocument | undefined {
    const { settings, last, others } = this;
    const isDraft = (document: TextDocument) => settings.isDraft(document) && !others.has(document);
    const active = window.activeTextEditor?.document;
    if (active && isDraft(active)) return active;
    if (last && !last.isClosed && isDraft(last)) return last;
    return workspace.textDocuments.find(isDraft);
  }
}
