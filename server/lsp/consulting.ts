/**
 * Tells what is known of the documents that are open: of a draft, held against its folder's sources as they are now; of a source, held
 * against the others; of all others, nothing.
 */
import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Translate } from '../engine/check.ts';
import { shelfOf, withDecisions } from './decided.ts';
import { Drafts } from './drafts.ts';
import type { Indexing } from './indexing/indexing.ts';
import type { Analysed, Judged } from './judged.ts';
import type { Ledgers } from './ledger.ts';
import { isCancelled, type Runtime } from './runtime.ts';
import { Sources } from './sources.ts';
import { fileOf, normalUri } from './uris.ts';
import type { WhatChanged } from './whatChanged.ts';
import type { Folder, Workspace } from './workspace.ts';

/** How long, in milliseconds, an answer is held back for sources that are still being read. */
const PATIENCE = 5000;

export class Consulting {
  private readonly drafts: Drafts;
  private readonly sources: Sources;

  constructor(
    private readonly runtime: Pick<Runtime, 'now' | 'pause' | 'wait'>,
    translate: Translate,
    private readonly workspace: Workspace,
    private readonly documents: Pick<TextDocuments<TextDocument>, 'all'>,
    private readonly indexing: Pick<Indexing, 'caughtUp'>,
    /** What was decided on drafts. */
    private readonly ledgers: Pick<Ledgers, 'on'>,
    /** Hears of every draft that is judged. */
    private readonly changes: Pick<WhatChanged, 'judged'>,
  ) {
    this.drafts = new Drafts(runtime, translate);
    this.sources = new Sources(runtime, translate);
  }

  /** A draft, checked; null for documents that are none: sources, other languages, files outside every folder. */
  async judge(document: TextDocument, token: CancellationToken): Promise<Judged | null> {
    const folder = this.workspace.folderOf(normalUri(document.uri));
    if (!folder) return null;
    await folder.ready;
    if (!this.isDraft(document, folder)) return null;
    const { revision } = folder.library;
    const judged = await this.drafts.judge(document, folder, token);
    // Where the library has moved on meanwhile, whoever asks next tells.
    if (revision === folder.library.revision) this.changes.judged(judged, folder, revision);
    return withDecisions(judged, this.ledgers.on(normalUri(document.uri), folder), shelfOf(folder));
  }

  /** Whether a draft, as it is now, has been checked: to ask about it makes nobody wait. */
  isJudged(document: TextDocument): boolean {
    const folder = this.draftFolder(document);
    return folder !== undefined && this.drafts.isJudged(document, folder);
  }

  /** A draft held against its sources, or a source against the others; null for documents that are neither. */
  async consult(document: TextDocument, token: CancellationToken): Promise<Judged | null> {
    const folder = await this.folderOfSource(document);
    return folder ? this.sources.judge(document, folder, token) : this.judge(document, token);
  }

  /** Waits until the sources of a document's folder are read, though not for ever (`patience`, in milliseconds): for answers that nobody asks for again. */
  async sourcesRead(document: TextDocument, token: CancellationToken, patience = PATIENCE): Promise<void> {
    const folder = this.workspace.folderOf(normalUri(document.uri));
    if (folder) await Promise.race([folder.allRead(), this.runtime.wait(patience, token)]);
  }

  /** Whether every source that a document is held against has been read or left out. */
  isRead(document: TextDocument): boolean {
    return this.workspace.folderOf(normalUri(document.uri))?.isRead ?? true;
  }

  /** What was found in a draft or a source, for questions that need no more; null for documents that are neither. */
  async analysed(document: TextDocument, token: CancellationToken): Promise<Analysed | null> {
    const folder = await this.folderOfSource(document);
    return folder ? this.sources.analysed(document, folder) : this.judge(document, token);
  }

  /** The other drafts that are open and are held against the same sources as a document, or against it. */
  async otherDrafts(document: TextDocument, token: CancellationToken): Promise<Judged[]> {
    const folder = (await this.folderOfSource(document)) ?? this.workspace.folderOf(normalUri(document.uri));
    const others = this.documents
      .all()
      .filter((other) => other.uri !== document.uri && this.workspace.folderOf(normalUri(other.uri)) === folder);
    const judged = await Promise.all(
      others.map(async (other) => {
        try {
          return await this.judge(other, token);
        } catch (error) {
          // One that is just being edited is left out.
          if (isCancelled(error) && !token.isCancellationRequested) return null;
          throw error;
        }
      }),
    );
    return judged.filter((draft) => draft !== null);
  }

  /** The folder whose library a document answers to as a draft, as its settings are now; undefined for all other documents. */
  draftFolder(document: TextDocument): Folder | undefined {
    const folder = this.workspace.folderOf(normalUri(document.uri));
    return folder && this.isDraft(document, folder) ? folder : undefined;
  }

  /** A document was edited: whatever is being found out about an older version of it is not wanted any more. */
  edited(document: TextDocument): void {
    this.drafts.edited(document);
  }

  /** Drops what is known of a draft, and whatever is being found out. */
  forget(uri: string): void {
    this.drafts.forget(uri);
  }

  private isDraft(document: TextDocument, folder: Folder): boolean {
    return folder.settings.drafts.includes(document.languageId) && this.workspace.foldersWithSource(normalUri(document.uri)).length === 0;
  }

  /** The folder whose source a document is or shows the text of, once the library has read what stands in the editor; the innermost of several. */
  private async folderOfSource(document: TextDocument): Promise<Folder | undefined> {
    const uri = fileOf(document.uri);
    await this.workspace.folderOf(uri)?.ready;
    const folder = this.workspace.folderWithSource(uri);
    if (folder) await this.indexing.caughtUp(folder, uri);
    return folder;
  }
}
