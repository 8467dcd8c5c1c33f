/** Keeps what the sources said of drafts from one start of the server to the next, so that What Changed tells what changed in between. */
import { Disposable, type Memento, type TextDocument, workspace } from 'vscode';
import { type Recalled, recallMethod, standingsMethod } from '../server/protocol/changes.ts';
import type { DraftParams } from '../server/protocol/documents.ts';
import type { Server } from './server.ts';
import type { Settings } from './settings.ts';

/** Where it stands in the workspace's storage: by draft, the one kept last at the end. */
const KEY = 'secondSource.standings';
/** So many drafts are remembered, each of at most so many UTF-16 units of JSON. */
const MOST_DRAFTS = 20;
const LONGEST = 500_000;
/** Milliseconds in which changes that come together are one. */
const TOGETHER = 1000;

type Kept = Readonly<Record<string, unknown>>;

export class Remembered implements Disposable {
  /** The drafts that the running server has been told of: before that it knows less of them than is kept. */
  private readonly told = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly disposable: Disposable;

  /** @param storage that of the workspace */
  constructor(
    private readonly server: Server,
    private readonly settings: Settings,
    private readonly storage: Memento,
  ) {
    this.disposable = Disposable.from(
      server.onDidChangeState((state) => {
        if (typeof state === 'string') this.told.clear();
        else for (const document of workspace.textDocuments) this.tell(document);
      }),
      server.onDidChangeDrafts(() => this.keepSoon()),
      workspace.onDidOpenTextDocument((document) => this.tell(document)),
      workspace.onDidSaveTextDocument((document) => this.keep(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.told.delete(uri.toString())),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposable.dispose();
  }

  /** Lets go of all that is kept. */
  async clear(): Promise<void> {
    await this.storage.update(KEY, undefined);
  }

  private tell(document: TextDocument): void {
    const uri = document.uri.toString();
    if (typeof this.server.state === 'string' || this.told.has(uri) || !this.isKept(document)) return;
    this.told.add(uri);
    const standings = this.kept()[uri];
    if (standings !== undefined) void this.server.ask(recallMethod, { textDocument: { uri }, standings } satisfies Recalled);
  }

  private keepSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const document of workspace.textDocuments) this.keep(document);
    }, TOGETHER);
  }

  private keep(document: TextDocument): void {
    const uri = document.uri.toString();
    if (!this.told.has(uri)) return;
    // One after the other: each takes what is kept and puts it back.
    this.turn = this.turn.then(async () => {
      const standings = await this.server.ask<unknown>(standingsMethod, { textDocument: { uri } } satisfies DraftParams);
      if (standings === null || JSON.stringify(standings).length > LONGEST) return;
      const others = Object.entries(this.kept()).filter(([other]) => other !== uri);
      await this.storage.update(KEY, Object.fromEntries([...others, [uri, standings]].slice(-MOST_DRAFTS)));
    });
  }

  private kept(): Kept {
    return this.storage.get<Kept>(KEY, {});
  }

  /** Of an untitled draft nothing outlasts the session anyway. */
  private isKept(document: TextDocument): boolean {
    return document.uri.scheme !== 'untitled' && this.settings.isDraft(document);
  }
}
